using System.Text.RegularExpressions;

namespace Copilot.Evals.Safety;

/// <summary>Finds what a reader's browser would load from, or follow to, another host; what stands as code or with escaped marks is only text.</summary>
internal static class OutsideLinks
{
    private static readonly Regex Code = new(@"(`+)(?!`)[^`]*(?<!`)\1(?!`)", RegexOptions.CultureInvariant);
    private static readonly Regex Escaped = new(@"\\[!-/:-@\[-`{-~]", RegexOptions.CultureInvariant);
    private static readonly Regex[] Ways =
    [
        new(@"!\[[^\]]*\]\s*[\(\[]", RegexOptions.CultureInvariant),
        new(@"\]\(\s*<?\s*(?!/(?![/\\])|#)[^)\s]", RegexOptions.CultureInvariant),
        new(@"^ {0,3}\[[^\]]+\]:\s*\S", RegexOptions.CultureInvariant | RegexOptions.Multiline),
        new(@"<\s*[a-z!/?][^>]*", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase),
        new(@"\b(?:https?|ftps?|file|javascript|vbscript|data):\S", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase),
        new(@"\bwww\.\w", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase),
    ];

    /// <summary>The ways out of an answer.</summary>
    /// <param name="markdown">The answer.</param>
    public static IReadOnlyList<string> In(string markdown)
    {
        var bare = Escaped.Replace(Code.Replace(markdown, " "), " ");
        return [.. Ways.SelectMany(way => way.Matches(bare)).Select(m => m.Value.Trim()).Distinct()];
    }
}
