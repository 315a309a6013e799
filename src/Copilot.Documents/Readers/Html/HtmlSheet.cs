namespace Copilot.Documents.Readers.Html;

/// <summary>The rules of a page's own style sheets that are about one class, one id or one kind of element. Rules under a condition (a medium, a width) are left out.</summary>
internal sealed class HtmlSheet
{
    private const int MostRules = 2000;
    private const int LongestSheet = 1_000_000;
    private readonly Dictionary<string, string> _rules = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Reads a style sheet.</summary>
    public void Add(string sheet)
    {
        var text = sheet.AsSpan(0, Math.Min(sheet.Length, LongestSheet));
        while (text.Length > 0 && _rules.Count < MostRules)
        {
            var open = text.IndexOf('{');
            if (open < 0)
            {
                return;
            }

            var selectors = WithoutRemarks(text[..open]);
            text = text[(open + 1)..];
            var close = selectors.StartsWith('@') ? BlockEnd(text) : text.IndexOf('}');
            close = close < 0 ? text.Length : close;
            if (!selectors.StartsWith('@'))
            {
                Add(selectors, WithoutRemarks(text[..close]));
            }

            text = text[Math.Min(text.Length, close + 1)..];
        }
    }

    /// <summary>Applies the rules for an element.</summary>
    public HtmlFrame Apply(HtmlFrame frame, string? id, string? classes)
    {
        if (_rules.Count == 0)
        {
            return frame;
        }

        frame = Apply(frame, frame.Name);
        foreach (var name in (classes ?? string.Empty).Split((char[]?)null, 20, StringSplitOptions.RemoveEmptyEntries))
        {
            frame = Apply(Apply(frame, "." + name), frame.Name + "." + name);
        }

        return id is null ? frame : Apply(Apply(frame, "#" + id), frame.Name + "#" + id);
    }

    private HtmlFrame Apply(HtmlFrame frame, string selector) => _rules.TryGetValue(selector, out var style) ? HtmlStyle.Apply(frame, style) : frame;

    private void Add(string selectors, string declarations)
    {
        foreach (var part in selectors.Split(',', 50, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (part.Length <= 100 && part.All(c => char.IsLetterOrDigit(c) || c is '.' or '#' or '-' or '_') && part.Count(c => c is '.' or '#') <= 1)
            {
                _rules[part] = HtmlStyle.Essence((_rules.TryGetValue(part, out var before) ? before + ";" : string.Empty) + declarations);
            }
        }
    }

    private static int BlockEnd(ReadOnlySpan<char> text)
    {
        var depth = 1;
        for (var i = 0; i < text.Length; i++)
        {
            depth += text[i] == '{' ? 1 : text[i] == '}' ? -1 : 0;
            if (depth == 0)
            {
                return i;
            }
        }

        return -1;
    }

    private static string WithoutRemarks(ReadOnlySpan<char> text)
    {
        var kept = new System.Text.StringBuilder();
        while (text.IndexOf("/*") is >= 0 and var start)
        {
            kept.Append(text[..start]);
            var end = text[start..].IndexOf("*/");
            text = end < 0 ? [] : text[(start + end + 2)..];
        }

        return kept.Append(text).Replace("<!--", string.Empty).Replace("-->", string.Empty).ToString().Trim();
    }
}
