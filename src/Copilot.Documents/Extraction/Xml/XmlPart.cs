namespace Copilot.Documents.Extraction.Xml;

/// <summary>An element of a business document, known by its local name: prefixes are the sender's own.</summary>
/// <param name="name">The local name.</param>
/// <param name="space">The namespace.</param>
/// <param name="line">The line it begins on, from 1.</param>
internal sealed class XmlPart(string name, string space, int line)
{
    private readonly List<XmlPart> _parts = [];
    private List<(string Name, string Value)>? _attributes;
    private string? _text;

    public string Name => name;

    public string Space => space;

    public int Line => line;

    public IReadOnlyList<XmlPart> Parts => _parts;

    /// <summary>Gets its own text, trimmed; null when there is none.</summary>
    public string? Text => string.IsNullOrWhiteSpace(_text) ? null : _text.Trim();

    public void Add(XmlPart part) => _parts.Add(part);

    public void AddText(string text) => _text = _text is null ? text : _text + text;

    public void AddAttribute(string attribute, string value) => (_attributes ??= []).Add((attribute, value));

    /// <summary>Gets an attribute by its local name, or null.</summary>
    public string? Attribute(string attribute)
    {
        foreach (var (found, value) in _attributes ?? [])
        {
            if (found == attribute)
            {
                return value.Trim();
            }
        }

        return null;
    }

    /// <summary>Gets the elements directly inside with one of these names.</summary>
    public IEnumerable<XmlPart> All(params string[] names) => _parts.Where(p => names.Contains(p.Name));

    /// <summary>Gets the first element on a path, or null. Where a name occurs more than once, the first that leads on counts.</summary>
    public XmlPart? At(params ReadOnlySpan<string> path)
    {
        if (path.Length == 0)
        {
            return this;
        }

        foreach (var part in _parts)
        {
            if (part.Name == path[0] && part.At(path[1..]) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    /// <summary>Gets the first text on a path, or null. Elements without text are passed over.</summary>
    public string? TextAt(params ReadOnlySpan<string> path)
    {
        if (path.Length == 0)
        {
            return Text;
        }

        foreach (var part in _parts)
        {
            if (part.Name == path[0] && part.TextAt(path[1..]) is { } found)
            {
                return found;
            }
        }

        return null;
    }
}
