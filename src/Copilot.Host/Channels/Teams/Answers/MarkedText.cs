using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Copilot.Contracts;

namespace Copilot.Host.Channels.Teams.Answers;

/// <summary>The text of an answer as Teams shows it: <c>[S1]</c> becomes <c>[1]</c>, the form its citations have, and nothing in it is markup of the channel.</summary>
internal static partial class MarkedText
{
    /// <summary>The most citations a message may have.</summary>
    public const int MostCitations = 20;

    /// <summary>Writes a whole text.</summary>
    /// <param name="text">Markdown with our marks.</param>
    /// <returns>The text.</returns>
    public static string Of(string text) => Mark().Replace(Neutral(text), "[$1]");

    /// <summary>Writes the beginning of a text, which may end within a mark: that waits for the next piece.</summary>
    /// <param name="text">Markdown with our marks.</param>
    /// <returns>The text.</returns>
    public static string Beginning(string text) => Of(Broken().Replace(text, string.Empty));

    /// <summary>Writes what stands below an answer whose sources are more than a message may cite.</summary>
    /// <param name="turn">The turn.</param>
    /// <returns>The lines, or nothing.</returns>
    public static string Notes(Turn turn)
    {
        var notes = new StringBuilder();
        foreach (var source in turn.Sources.Where(s => Number(s) > MostCitations && turn.Answer.Contains($"[{s.Id}]", StringComparison.Ordinal)))
        {
            notes.Append(CultureInfo.InvariantCulture, $"\n\n[{Number(source)}] {Neutral(source.Title)}");
        }

        return notes.ToString();
    }

    /// <summary>Gets the number of a source's mark.</summary>
    /// <param name="source">The source.</param>
    /// <returns>The number; 0 when the mark is none of ours.</returns>
    public static int Number(Source source)
        => source.Id.StartsWith('S') && int.TryParse(source.Id.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    // Teams reads tags such as <at> in markdown; ours has none.
    private static string Neutral(string text) => text.Replace("<", "&lt;", StringComparison.Ordinal);

    [GeneratedRegex(@"\[S([0-9]{1,3})\]")]
    private static partial Regex Mark();

    [GeneratedRegex(@"\s*\[(S[0-9]{0,3})?$")]
    private static partial Regex Broken();
}
