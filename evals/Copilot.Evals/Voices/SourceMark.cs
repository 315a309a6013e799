using System.Text.RegularExpressions;

namespace Copilot.Evals.Voices;

/// <summary>Reads the marks that a model is given for its sources.</summary>
internal static class SourceMark
{
    private static readonly Regex Marks = new(@"\[S\d+\]", RegexOptions.CultureInvariant);

    /// <summary>The marks in a text, each once, in their order.</summary>
    public static IReadOnlyList<string> In(IEnumerable<string> texts) => [.. texts.SelectMany(t => Marks.Matches(t)).Select(m => m.Value).Distinct()];
}
