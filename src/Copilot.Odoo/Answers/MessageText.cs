using System.Net;
using System.Text.RegularExpressions;

namespace Copilot.Odoo.Answers;

/// <summary>Reads the words of a message that Odoo keeps as HTML.</summary>
internal static partial class MessageText
{
    /// <summary>The words on one line, cut to a length.</summary>
    public static string Plain(string? html, int longest = 200)
        => Phrase.Clean(WebUtility.HtmlDecode(Tag().Replace(html is { Length: > 20_000 } ? html[..20_000] : html ?? string.Empty, " ")), longest);

    [GeneratedRegex("<[^>]{0,400}>")]
    private static partial Regex Tag();
}
