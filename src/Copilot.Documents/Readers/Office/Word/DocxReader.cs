using System.Xml;
using Copilot.Contracts;
using Copilot.Documents.Readers.Archives;
using Copilot.Documents.Readers.Writing;

namespace Copilot.Documents.Readers.Office.Word;

/// <summary>Reads Word documents: headings by outline level, the numbers that Word shows, tables, notes, text boxes; comments and hidden text are marked.</summary>
internal sealed class DocxReader(ZipLimits limits) : IFileReader
{
    /// <inheritdoc/>
    public string Format => "docx";

    /// <inheritdoc/>
    public int Version => 1;

    /// <inheritdoc/>
    public IReadOnlyList<string> Extensions { get; } = [".docx", ".docm", ".dotx", ".dotm"];

    /// <inheritdoc/>
    public bool Knows(ReadOnlySpan<byte> head) => FileSigns.IsZip(head) || FileSigns.IsCompound(head);

    /// <inheritdoc/>
    public IAsyncEnumerable<DocumentPart> ReadAsync(FileToRead file, CancellationToken cancellationToken)
        => CarefulReading.Of(Read(file, cancellationToken), cancellationToken);

    private IEnumerable<DocumentPart> Read(FileToRead file, CancellationToken cancellationToken)
    {
        using var package = OfficePackage.Open(file, OfficeKind.Word, limits);
        var writer = new PartWriter();
        foreach (var note in package.Notes)
        {
            writer.Note(note);
        }

        var styles = new WordStyles(package.Node(package.Related(package.Main, "styles")));
        var numbering = new WordNumbering(package.Node(package.Related(package.Main, "numbering")), styles);
        var page = PageColour(package);
        var body = new WordBody(writer, styles, numbering, new WordRemarks(package)) { Page = page };
        var title = package.Title();
        using (var reader = package.Xml(package.Main)!)
        {
            foreach (var full in Blocks(reader, body, writer, styles, page))
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (full)
                {
                    yield return writer.Take(title: title ?? body.Title ?? writer.FirstHeading, goesOn: full);
                }
            }
        }

        Margins(package, body, writer);
        if (writer.Length == 0 && writer.FirstHeading is null)
        {
            writer.Note("holds no text");
        }

        if (writer.HasSomething)
        {
            yield return writer.Take(title: title ?? body.Title ?? writer.FirstHeading);
        }
    }

    /// <summary>Walks the body element by element; gives true where the part is full, false elsewhere.</summary>
    private static IEnumerable<bool> Blocks(XmlReader reader, WordBody body, PartWriter writer, WordStyles styles, string? page)
    {
        if (reader.MoveToContent() != XmlNodeType.Element || reader.LocalName != "document")
        {
            throw new InvalidDataException("The main part is not a document.");
        }

        reader.Read();
        while (!reader.EOF)
        {
            if (reader.NodeType != XmlNodeType.Element || reader.LocalName is "body" or "sdt" or "sdtContent" or "customXml" or "ins" or "moveTo")
            {
                // Frames around blocks are stepped into, so that a document within one is still read block by block.
                reader.Read();
                continue;
            }

            switch (reader.LocalName)
            {
                case "tbl":
                    foreach (var full in TableRows(reader, body, writer, styles, page))
                    {
                        yield return full;
                    }

                    break;
                case "p" or "AlternateContent" or "altChunk":
                    body.Block(OfficeNode.Read(reader));
                    break;
                default:
                    reader.Skip();
                    break;
            }

            if (writer.Length + body.Waiting >= PartWriter.FullAt)
            {
                body.EndList();
                yield return true;
            }
        }

        body.EndList();
    }

    private static IEnumerable<bool> TableRows(XmlReader reader, WordBody body, PartWriter writer, WordStyles styles, string? page)
    {
        var depth = reader.Depth;
        var columns = 0;
        var shaded = false;
        body.EndList();
        var run = new TableWriter(writer);
        var table = new WordTable([], body, page);
        var empty = reader.IsEmptyElement;
        reader.Read();
        while (!empty && !reader.EOF && reader.Depth > depth)
        {
            if (reader.NodeType != XmlNodeType.Element || reader.LocalName is "sdt" or "sdtContent" or "customXml" or "ins" or "moveTo")
            {
                reader.Read();
                continue;
            }

            var node = OfficeNode.Read(reader);
            columns = node.Name == "tblGrid" ? node.Children.Count : columns;
            shaded |= node.Name == "tblPr" && styles.Find(node.Child("tblStyle")?.Value).ShadesCells;
            table.ShadedByStyle = shaded;
            if (node.Name != "tr" || node.Child("trPr", "del") is not null)
            {
                continue;
            }

            if (columns == 1)
            {
                foreach (var cell in node.All("tc"))
                {
                    body.Block(cell);
                }
            }
            else
            {
                run.Row(table.Cells(node), node.Child("trPr")?.Switch("tblHeader") == true);
            }

            if (writer.Length + run.Waiting >= PartWriter.FullAt)
            {
                run.Flush();
                body.EndList();
                yield return true;
            }
        }

        run.End();
        body.EndList();
        yield return false;
    }

    private static void Margins(OfficePackage package, WordBody body, PartWriter writer)
    {
        var seen = new HashSet<string>();
        foreach (var relation in package.Relations(package.Main).Values.Where(r => !r.External && r.Type is "header" or "footer").DistinctBy(r => r.Target).OrderBy(r => r.Type == "footer").ThenBy(r => r.Target, StringComparer.Ordinal))
        {
            if (package.Node(relation.Target) is { } part && body.Cell(part, null, true) is { Length: > 0 } text && seen.Add(text))
            {
                writer.Paragraph((relation.Type == "header" ? "Header: " : "Footer: ") + text);
            }
        }

        body.WriteUnseen();
    }

    private static string? PageColour(OfficePackage package)
    {
        using var reader = package.Xml(package.Main)!;
        while (reader.Read() && reader.LocalName != "body")
        {
            if (reader.NodeType == XmlNodeType.Element && reader.LocalName == "background")
            {
                return OfficeNode.Read(reader)["color"];
            }
        }

        return null;
    }
}
