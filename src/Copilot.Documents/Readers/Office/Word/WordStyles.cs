namespace Copilot.Documents.Readers.Office.Word;

/// <summary>The styles of a document, resolved along what they are based on. A circle ends where it closes.</summary>
internal sealed class WordStyles
{
    private const int LongestChain = 40;
    private static readonly WordStyle Plain = new();
    private readonly Dictionary<string, OfficeNode> _nodes = [];
    private readonly Dictionary<string, WordStyle> _resolved = [];
    private readonly string? _paragraphDefault;
    private readonly RunLook _defaults;

    /// <summary>Reads the styles part; null for a document without one.</summary>
    public WordStyles(OfficeNode? styles)
    {
        foreach (var style in styles?.All("style") ?? [])
        {
            if (style["styleId"] is { } id)
            {
                _nodes.TryAdd(id, style);
                if (style["type"] == "paragraph" && style["default"] is "1" or "true")
                {
                    _paragraphDefault ??= id;
                }
            }
        }

        _defaults = RunLook.Of(styles?.Child("docDefaults")?.Child("rPrDefault", "rPr"));
    }

    /// <summary>Gets a paragraph's style; the document's own default for null.</summary>
    public WordStyle Paragraph(string? id)
    {
        var style = Find(id ?? _paragraphDefault);
        return style with { Look = style.Look.Over(_defaults) };
    }

    /// <summary>Gets a style by its id; an empty one when there is none.</summary>
    public WordStyle Find(string? id)
    {
        if (id is null || !_nodes.ContainsKey(id))
        {
            return Plain;
        }

        if (_resolved.TryGetValue(id, out var known))
        {
            return known;
        }

        var chain = new List<OfficeNode>();
        var seen = new HashSet<string>();
        for (var at = id; at is not null && chain.Count < LongestChain && seen.Add(at) && _nodes.TryGetValue(at, out var node); at = node.Child("basedOn")?.Value)
        {
            chain.Add(node);
        }

        var style = Plain;
        for (var i = chain.Count - 1; i >= 0; i--)
        {
            style = Over(style, chain[i]);
        }

        return _resolved[id] = style;
    }

    private static WordStyle Over(WordStyle below, OfficeNode node)
    {
        var paragraph = node.Child("pPr");
        var numbering = paragraph?.Child("numPr");
        var name = node.Child("name")?.Value?.ToLowerInvariant() ?? string.Empty;
        return new WordStyle
        {
            Name = name,
            Outline = paragraph?.Child("outlineLvl")?.Number("val") ?? HeadingLevel(name) ?? below.Outline,
            Numbering = numbering?.Child("numId")?.Value ?? below.Numbering,
            NumberingLevel = numbering?.Child("ilvl")?.Number("val") ?? (numbering is null ? below.NumberingLevel : null),
            Look = RunLook.Of(node.Child("rPr")).Over(below.Look),
            Ground = RunLook.GroundOf(paragraph) ?? below.Ground,
            ShadesCells = below.ShadesCells || node.Deep("shd").Any(s => s["fill"] is not (null or "auto")),
        };
    }

    private static int? HeadingLevel(string name)
        => name.Length == 9 && name.StartsWith("heading ", StringComparison.Ordinal) && name[8] is >= '1' and <= '9' ? name[8] - '1' : null;
}
