using AngleSharp.Common;
using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens;
using AngleSharp.Html.Parser.Tokens.Struct;
using Copilot.Documents.Readers.Office;

namespace Copilot.Documents.Readers.Html;

/// <summary>Reads what the attributes of a tag say about its element.</summary>
internal static class HtmlAttributes
{
    private const int LookAhead = 64 * 1024;

    /// <summary>Says which attributes are kept: those that are read here.</summary>
    public static bool AreOfUse(ref StructHtmlToken tag, ReadOnlyMemory<char> name)
        => name.Span is "style" or "class" or "id" or "hidden" or "role" or "type" or "start" or "value" or "colspan" or "rowspan" or "color" or "bgcolor" or "background" or "open" or "size";

    /// <summary>Says how the text after a tag is to be read.</summary>
    public static HtmlParseMode StateAfter(string name) => name switch
    {
        "script" => HtmlParseMode.Script,
        "style" or "xmp" or "iframe" or "noembed" or "noframes" => HtmlParseMode.Rawtext,
        "textarea" or "title" => HtmlParseMode.RCData,
        _ => HtmlParseMode.PCData,
    };

    /// <summary>Says whether a page marks its main content, so that what stands beside it is menus and the like.</summary>
    public static bool HasMain(ReadOnlySpan<char> html)
        => html.Contains("<main", StringComparison.OrdinalIgnoreCase) || html.Contains("<article", StringComparison.OrdinalIgnoreCase) || html.Contains("role=\"main\"", StringComparison.OrdinalIgnoreCase);

    /// <summary>Makes the frame of an element.</summary>
    public static HtmlFrame Frame(HtmlTagToken tag, HtmlFrame outer, HtmlSheet sheet, bool hasMain)
    {
        var name = tag.Name;
        var role = tag.GetAttribute("role");
        var main = outer.Main || name is "main" or "article" || role == "main";
        var frame = outer with
        {
            Name = name,
            Main = main,
            Skipped = outer.Skipped || HtmlElements.IsSkipped(name) || (hasMain && !main && (name is "nav" or "aside" or "footer" || role is "navigation" or "complementary" or "contentinfo")),
            Heading = name.Length == 2 && name[0] == 'h' && name[1] is >= '1' and <= '6' ? name[1] - '0' : outer.Heading,
            Preformatted = outer.Preformatted || name is "pre" or "listing" or "xmp" or "textarea" or "plaintext",
        };
        if (name == "noscript" || Has(tag, "hidden") || (name == "dialog" && !Has(tag, "open")))
        {
            frame = frame with { Gone = true };
        }

        if (tag.GetAttribute("bgcolor") is { Length: > 0 } ground)
        {
            frame = frame with { Ground = HtmlColour.Read(ground) ?? "unknown" };
        }

        if (tag.GetAttribute("background") is { Length: > 0 })
        {
            frame = frame with { Ground = "unknown" };
        }

        if (name == "font" && tag.GetAttribute("color") is { Length: > 0 } colour)
        {
            frame = frame with { Colour = HtmlColour.Read(colour) };
        }

        frame = sheet.Apply(frame, tag.GetAttribute("id") is { Length: > 0 } id ? id : null, tag.GetAttribute("class"));
        return tag.GetAttribute("style") is { Length: > 0 } style ? HtmlStyle.Apply(frame, style) : frame;
    }

    /// <summary>Says whether mail programs write such a tag around a message that is answered or forwarded.</summary>
    public static bool IsQuote(HtmlTagToken tag)
    {
        var classes = tag.GetAttribute("class") ?? string.Empty;
        return (tag.Name == "blockquote" && (tag.GetAttribute("type") == "cite" || classes.Contains("quote", StringComparison.OrdinalIgnoreCase)))
            || (tag.Name == "div" && (classes.Contains("gmail_quote", StringComparison.Ordinal) || classes.Contains("yahoo_quoted", StringComparison.Ordinal)
                || tag.GetAttribute("id") is "divRplyFwdMsg" or "appendonsend" or "mail-editor-reference-message-container"));
    }

    /// <summary>Says whether the table that starts here only arranges the page: it holds tables, headings or lists but no header cell, or a single cell.</summary>
    public static bool IsLayout(ReadOnlySpan<char> html)
    {
        html = html[..Math.Min(html.Length, LookAhead)];
        var inner = html.IndexOf("<table", StringComparison.OrdinalIgnoreCase);
        html = inner < 0 ? html : html[..inner];
        var end = html.IndexOf("</table", StringComparison.OrdinalIgnoreCase);
        html = end < 0 ? html : html[..end];
        if (html.Contains("<th", StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        var first = html.IndexOf("<td", StringComparison.OrdinalIgnoreCase);
        return (inner >= 0 && end < 0)
            || (first >= 0 && !html[(first + 3)..].Contains("<td", StringComparison.OrdinalIgnoreCase))
            || html.Contains("<ul", StringComparison.OrdinalIgnoreCase) || html.Contains("<ol", StringComparison.OrdinalIgnoreCase)
            || html.Contains("<h1", StringComparison.OrdinalIgnoreCase) || html.Contains("<h2", StringComparison.OrdinalIgnoreCase) || html.Contains("<h3", StringComparison.OrdinalIgnoreCase);
    }

    private static bool Has(HtmlTagToken tag, string name) => tag.Attributes.Exists(a => a.Name == name);
}
