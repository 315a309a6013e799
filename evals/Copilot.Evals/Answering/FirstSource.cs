using System.Text.RegularExpressions;
using Copilot.Contracts;
using Copilot.Evals.Checking;

namespace Copilot.Evals.Answering;

/// <summary>Says what an answer rests on: the source that it marks first.</summary>
internal static partial class FirstSource
{
    /// <summary>Gets the first source as <c>sop-returns#3</c>, or as its title when it is no passage; null when nothing is marked.</summary>
    public static string? Of(Turn turn, KnowledgeIndex knowledge)
    {
        var mark = Mark().Match(turn.Answer);
        var source = mark.Success ? turn.Sources.FirstOrDefault(s => s.Id == mark.Groups["id"].Value) : turn.Sources is [var first, ..] ? first : null;
        return source is null ? null : Written(source, knowledge);
    }

    /// <summary>Gets every source of a turn in that form.</summary>
    public static IReadOnlyList<string> All(Turn turn, KnowledgeIndex knowledge) => [.. turn.Sources.Select(s => Written(s, knowledge))];

    private static string Written(Source source, KnowledgeIndex knowledge)
        => knowledge.Of(source) is { } document ? $"{document.Id}#{Section().Match(source.Title).Groups["n"].Value}" : source.Title;

    [GeneratedRegex(@"\[(?<id>S\d+)\]", RegexOptions.CultureInvariant)]
    private static partial Regex Mark();

    // "SOP 04 Customer returns, revision 4, § 3 Charges and freight"
    [GeneratedRegex(@"§ (?<n>\d+)[^§]*$", RegexOptions.CultureInvariant)]
    private static partial Regex Section();
}
