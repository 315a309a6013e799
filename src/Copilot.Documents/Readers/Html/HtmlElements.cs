using System.Collections.Frozen;

namespace Copilot.Documents.Readers.Html;

/// <summary>What the names of elements mean (HTML Living Standard, 13.1.2 and 15.3).</summary>
internal static class HtmlElements
{
    private static readonly FrozenSet<string> VoidNames = Set("area", "base", "basefont", "bgsound", "br", "col", "embed", "frame", "hr", "img", "input", "keygen", "link", "meta", "param", "source", "track", "wbr");

    private static readonly FrozenSet<string> BlockNames = Set(
        "address", "article", "aside", "blockquote", "body", "button", "center", "dd", "details", "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure",
        "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "legend", "li", "listing", "main", "menu", "nav", "ol", "option", "p", "pre", "search",
        "section", "select", "summary", "textarea", "ul", "table", "caption", "thead", "tbody", "tfoot", "tr", "td", "th", "xmp", "plaintext");

    private static readonly FrozenSet<string> SkippedNames = Set("script", "style", "template", "iframe", "noembed", "noframes", "object", "audio", "video", "canvas");

    /// <summary>Whether the element has no end tag.</summary>
    public static bool IsVoid(string name) => VoidNames.Contains(name);

    /// <summary>Whether text before and after it is not in one line with it.</summary>
    public static bool IsBlock(string name) => BlockNames.Contains(name);

    /// <summary>Whether what is inside is never text of the page.</summary>
    public static bool IsSkipped(string name) => SkippedNames.Contains(name);

    /// <summary>Whether an open element ends where another starts, though its end tag was not written.</summary>
    public static bool Ends(string open, string starting) => starting switch
    {
        "li" => open is "li" or "p",
        "dt" or "dd" => open is "dt" or "dd" or "p",
        "td" or "th" => open is "td" or "th" or "p" or "li",
        "tr" => open is "tr" or "td" or "th" or "p" or "li",
        "thead" or "tbody" or "tfoot" => open is "thead" or "tbody" or "tfoot" or "tr" or "td" or "th" or "p" or "li" or "caption",
        "option" => open is "option",
        "body" => open is "head",
        _ => open == "p" && BlockNames.Contains(starting) && starting is not ("button" or "select" or "option" or "textarea"),
    };

    private static FrozenSet<string> Set(params string[] names) => names.ToFrozenSet();
}
