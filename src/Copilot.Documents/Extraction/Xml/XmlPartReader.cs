using System.Globalization;
using System.Text;
using System.Xml;
using Copilot.Contracts;
using Copilot.Documents.Readers.Text;

namespace Copilot.Documents.Extraction.Xml;

/// <summary>Reads an XML document whole, within limits: no document type, no entities from anywhere, bounded depth and size.</summary>
internal static class XmlPartReader
{
    private const int Deepest = 100;
    private const int MostElements = 3_000_000;

    // Documents carry pictures and PDFs inside; their letters are passed over, not kept.
    private const int LongestText = 100_000;
    private const int HeadLength = 1024;

    /// <summary>Reads it.</summary>
    /// <param name="stream">The bytes; must be able to seek.</param>
    /// <param name="file">The file's name, for messages.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The outermost element.</returns>
    /// <exception cref="CopilotException">It is broken or beyond a limit; the message names line and column.</exception>
    public static XmlPart Read(Stream stream, string file, CancellationToken cancellationToken)
    {
        try
        {
            using var text = new StreamReader(stream, Encoding(stream, file), detectEncodingFromByteOrderMarks: true, 64 * 1024, leaveOpen: true);
            var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreComments = true, IgnoreProcessingInstructions = true, IgnoreWhitespace = true, CloseInput = false };
            using var reader = XmlReader.Create(text, settings);
            return Read(reader, file, cancellationToken);
        }
        catch (XmlException broken) when (broken.Message.Contains("DTD", StringComparison.Ordinal))
        {
            throw new CopilotException($"\"{file}\" declares a document type or entities of its own, which business documents never need and which is refused; ask the sender for it without.", broken);
        }
        catch (XmlException broken)
        {
            throw new CopilotException($"\"{file}\" is broken XML at line {broken.LineNumber}, column {broken.LinePosition}; ask the sender for it again.", broken);
        }
        catch (DecoderFallbackException wrong)
        {
            throw new CopilotException($"\"{file}\" says it is UTF-8 but holds other bytes; ask the sender to save it in the encoding it declares.", wrong);
        }
    }

    private static XmlPart Read(XmlReader reader, string file, CancellationToken cancellationToken)
    {
        var place = (IXmlLineInfo)reader;
        var open = new Stack<XmlPart>();
        XmlPart? root = null;
        var elements = 0;
        while (reader.Read())
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.Element:
                    if (++elements % 4096 == 0)
                    {
                        cancellationToken.ThrowIfCancellationRequested();
                    }

                    if (elements > MostElements || open.Count >= Deepest)
                    {
                        var much = elements > MostElements ? $"more than {MostElements.ToString("N0", CultureInfo.InvariantCulture)} elements" : $"elements nested more than {Deepest} deep";
                        throw new CopilotException($"\"{file}\" has {much} (line {place.LineNumber}); no business document has. Ask the sender for the document itself.");
                    }

                    var part = new XmlPart(reader.LocalName, reader.NamespaceURI, place.LineNumber);
                    if (open.TryPeek(out var parent))
                    {
                        parent.Add(part);
                    }

                    root ??= part;
                    var isEmpty = reader.IsEmptyElement;
                    while (reader.MoveToNextAttribute())
                    {
                        part.AddAttribute(reader.LocalName, reader.Value);
                    }

                    if (!isEmpty)
                    {
                        open.Push(part);
                    }

                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA when reader.Value.Length <= LongestText:
                    open.Peek().AddText(reader.Value);
                    break;
                case XmlNodeType.EndElement:
                    open.Pop();
                    break;
            }
        }

        return root ?? throw new CopilotException($"\"{file}\" holds no XML element; ask the sender for it again.");
    }

    /// <summary>Finds the encoding by the byte order mark, then by what the document declares, then UTF-8, strictly.</summary>
    private static Encoding Encoding(Stream stream, string file)
    {
        var head = new byte[HeadLength];
        var length = stream.ReadAtLeast(head, HeadLength, throwOnEndOfStream: false);
        stream.Position = 0;
        if (ByteMark.Of(head.AsSpan(0, length), out _) is { } marked)
        {
            return marked;
        }

        var start = System.Text.Encoding.Latin1.GetString(head, 0, length);
        var end = start.IndexOf("?>", StringComparison.Ordinal);
        var at = end < 0 ? -1 : start.IndexOf("encoding", 0, end, StringComparison.Ordinal);
        var quote = at < 0 ? -1 : start.AsSpan(at, end - at).IndexOfAny('"', '\'');
        if (quote < 0)
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true);
        }

        var name = start[(at + quote + 1)..end];
        name = name[..Math.Max(0, name.IndexOfAny(['"', '\'']))];
        if (name.Equals("utf-8", StringComparison.OrdinalIgnoreCase) || name.StartsWith("utf-16", StringComparison.OrdinalIgnoreCase))
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true);
        }

        return Charsets.Find(name) ?? throw new CopilotException($"\"{file}\" declares the encoding \"{DocumentDraft.Short(name)}\", which is not known; ask the sender for it in UTF-8.");
    }
}
