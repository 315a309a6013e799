using System.Net;
using System.Text.RegularExpressions;

namespace Copilot.Knowledge.Ingestion.Chunking;

/// <summary>Markdown without its marks, as a person reads it aloud.</summary>
internal static partial class PlainText
{
    /// <summary>Strips emphasis, code marks, links and images down to their words, entities to their characters, and runs of white space to one blank.</summary>
    public static string Of(string markdown)
    {
        var text = Link().Replace(markdown, "${words}");
        text = Tag().Replace(text, " ");
        text = Mark().Replace(text, string.Empty);
        text = Escape().Replace(text, "${c}");
        return Space().Replace(WebUtility.HtmlDecode(text), " ").Trim();
    }

    [GeneratedRegex(@"!?\[(?<words>[^\]\n]{0,300})\]\([^)\n]{0,500}\)", RegexOptions.CultureInvariant)]
    private static partial Regex Link();

    [GeneratedRegex(@"</?[a-zA-Z][^<>\n]{0,200}>|<!--.*?-->", RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Tag();

    [GeneratedRegex(@"\*{1,3}(?=\S)|(?<=\S)\*{1,3}|(?<![\p{L}\d])_{1,2}(?=\S)|(?<=\S)_{1,2}(?![\p{L}\d])|`+|~~", RegexOptions.CultureInvariant)]
    private static partial Regex Mark();

    [GeneratedRegex(@"\\(?<c>[!-/:-@\[-`{-~])", RegexOptions.CultureInvariant)]
    private static partial Regex Escape();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Space();
}
