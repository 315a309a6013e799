using System.Text;
using System.Xml;
using Copilot.Contracts;

namespace Copilot.Documents.Readers.Office;

/// <summary>
/// An element of an office file with what is in it. Names are local names: the strict and the transitional form of the format
/// differ in namespaces only. Attributes of the relationship namespace are kept as <c>r:id</c>. Depth and size are limited.
/// </summary>
internal sealed class OfficeNode
{
    private const int Deepest = 200;
    private const int MostNodes = 500_000;
    private const int MostText = 16_000_000;
    private static readonly OfficeNode[] None = [];
    private List<OfficeNode>? _children;
    private KeyValuePair<string, string>[] _attributes = [];

    private OfficeNode(string name) => Name = name;

    /// <summary>Gets its local name.</summary>
    public string Name { get; }

    /// <summary>Gets the text directly in it.</summary>
    public string Text { get; private set; } = string.Empty;

    /// <summary>Gets the elements directly in it.</summary>
    public IReadOnlyList<OfficeNode> Children => (IReadOnlyList<OfficeNode>?)_children ?? None;

    /// <summary>Gets an attribute's value, or null.</summary>
    public string? this[string attribute]
    {
        get
        {
            foreach (var (name, value) in _attributes)
            {
                if (name == attribute)
                {
                    return value;
                }
            }

            return null;
        }
    }

    /// <summary>Gets the attribute <c>val</c>, or null.</summary>
    public string? Value => this["val"];

    /// <summary>Gets a whole number from an attribute, or null.</summary>
    public int? Number(string attribute)
        => int.TryParse(this[attribute], System.Globalization.NumberStyles.AllowLeadingSign, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>Gets the first child of that name, or null.</summary>
    public OfficeNode? Child(string name)
    {
        foreach (var child in Children)
        {
            if (child.Name == name)
            {
                return child;
            }
        }

        return null;
    }

    /// <summary>Gets the node at the end of a path of names, or null.</summary>
    public OfficeNode? Child(string name, string then) => Child(name)?.Child(then);

    /// <summary>Gets the children of that name.</summary>
    public IEnumerable<OfficeNode> All(string name) => Children.Where(c => c.Name == name);

    /// <summary>Gets all elements of that name at any depth; what is inside a found one is not looked at again. Of alternatives only the first is looked at.</summary>
    public IEnumerable<OfficeNode> Deep(string name)
    {
        foreach (var child in Children)
        {
            if (child.Name == name)
            {
                yield return child;
            }
            else
            {
                foreach (var found in child.Chosen().Deep(name))
                {
                    yield return found;
                }
            }
        }
    }

    /// <summary>Gets the form to read where a file holds the same thing in a new and an old form; otherwise the node itself.</summary>
    public OfficeNode Chosen() => Name == "AlternateContent" ? Child("Choice") ?? Child("Fallback") ?? this : this;

    /// <summary>Says whether a switch such as <c>w:b</c> is on; null when it is not there.</summary>
    public bool? Switch(string name) => Child(name) is { } found ? found.Value is not ("0" or "false" or "off") : null;

    /// <summary>Makes a paragraph of plain text, for remarks that stand after the paragraph they belong to.</summary>
    public static OfficeNode Paragraph(string text)
        => new("p") { _children = [new("r") { _children = [new("t") { Text = text }] }] };

    /// <summary>Reads the element on which the reader stands, and moves the reader behind it.</summary>
    /// <exception cref="CopilotException">It is deeper or larger than any document made by people.</exception>
    public static OfficeNode Read(XmlReader reader)
    {
        var size = 0;
        var root = Opened(reader, ref size);
        if (reader.IsEmptyElement)
        {
            reader.Read();
            return root;
        }

        // Each open element has its own text: one that is cut by many elements would otherwise be copied for each of them.
        var path = new Stack<(OfficeNode Node, StringBuilder? Text)>();
        path.Push((root, null));
        var nodes = 1;
        var buffer = new char[512];
        while (reader.Read())
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.Element:
                    var node = Opened(reader, ref size);
                    (path.Peek().Node._children ??= []).Add(node);
                    Check(++nodes, path.Count, size);
                    if (!reader.IsEmptyElement)
                    {
                        path.Push((node, null));
                    }

                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace:
                    var (open, text) = path.Pop();
                    path.Push((open, Append(reader, buffer, text ?? new StringBuilder(), ref size)));
                    break;
                case XmlNodeType.EndElement:
                    var (closed, said) = path.Pop();
                    closed.Text = said?.ToString() ?? string.Empty;
                    if (path.Count == 0)
                    {
                        reader.Read();
                        return root;
                    }

                    break;
            }
        }

        throw new XmlException("The element is not closed.");
    }

    private static StringBuilder Append(XmlReader reader, char[] buffer, StringBuilder text, ref int size)
    {
        // In pieces, because a value asked for whole is in memory before its length is known.
        for (int read; (read = reader.ReadValueChunk(buffer, 0, buffer.Length)) > 0;)
        {
            text.Append(buffer, 0, read);
            Check(0, 0, size += read);
        }

        return text;
    }

    private static void Check(int nodes, int depth, int size)
    {
        if (nodes > MostNodes || depth > Deepest || size > MostText)
        {
            var much = depth > Deepest ? $"nests elements more than {Deepest} deep" : nodes > MostNodes ? "holds more than 500,000 elements in one place" : "holds more than 16 million characters in one place";
            throw new CopilotException($"the file {much}, as no document made by people does; open it in its program and save it anew, or split it.");
        }
    }

    private static OfficeNode Opened(XmlReader reader, ref int size)
    {
        var node = new OfficeNode(reader.LocalName);
        if (reader.AttributeCount > 0)
        {
            node._attributes = new KeyValuePair<string, string>[reader.AttributeCount];
            for (var i = 0; reader.MoveToNextAttribute(); i++)
            {
                var name = reader.NamespaceURI.EndsWith("/relationships", StringComparison.Ordinal) ? "r:" + reader.LocalName : reader.LocalName;
                node._attributes[i] = new(name, reader.Value);
                size += reader.Value.Length + 32;
            }

            reader.MoveToElement();
        }

        return node;
    }
}
