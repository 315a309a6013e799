using System.Globalization;
using Copilot.Contracts;
using Copilot.Documents.Readers.Archives;
using Copilot.Documents.Readers.Writing;

namespace Copilot.Documents.Readers.Office.Excel;

/// <summary>Reads workbooks sheet by sheet and row by row; numbers and dates as the cells show them, formulas by the value that was calculated last.</summary>
internal sealed class XlsxReader(ZipLimits limits, string workFolder) : IFileReader
{
    private const long MergesUpTo = 256 * 1024 * 1024;

    /// <inheritdoc/>
    public string Format => "xlsx";

    /// <inheritdoc/>
    public int Version => 1;

    /// <inheritdoc/>
    public IReadOnlyList<string> Extensions { get; } = [".xlsx", ".xlsm", ".xltx", ".xltm"];

    /// <inheritdoc/>
    public bool Knows(ReadOnlySpan<byte> head) => FileSigns.IsZip(head) || FileSigns.IsCompound(head);

    /// <inheritdoc/>
    public IAsyncEnumerable<DocumentPart> ReadAsync(FileToRead file, CancellationToken cancellationToken)
        => CarefulReading.Of(Read(file, cancellationToken), cancellationToken);

    private IEnumerable<DocumentPart> Read(FileToRead file, CancellationToken cancellationToken)
    {
        using var package = OfficePackage.Open(file, OfficeKind.Excel, limits);
        var writer = new PartWriter();
        foreach (var note in package.Notes)
        {
            writer.Note(note);
        }

        var title = package.Title();
        var workbook = package.Node(package.Main);
        var from1904 = workbook?.Child("workbookPr")?["date1904"] is "1" or "true";
        var styles = new ExcelStyles(package.Node(package.Related(package.Main, "styles")));
        using var shared = package.Related(package.Main, "sharedStrings") is { } path ? package.Xml(path) : null;
        using var strings = new SharedStrings(shared, workFolder, cancellationToken);
        var relations = package.Relations(package.Main);
        var read = new HashSet<string>();
        foreach (var sheet in workbook?.Child("sheets")?.All("sheet") ?? [])
        {
            if (sheet["r:id"] is not { } id || !relations.TryGetValue(id, out var relation) || relation.External || relation.Type is not "worksheet" || !read.Add(relation.Target))
            {
                continue;
            }

            foreach (var part in Sheet(package, relation.Target, sheet, new SheetRows(strings, styles, from1904), writer, title, cancellationToken))
            {
                yield return part;
            }
        }

        if (writer.HasSomething)
        {
            writer.Note("holds no text");
            yield return writer.Take(title: title);
        }
    }

    private static IEnumerable<DocumentPart> Sheet(OfficePackage package, string path, OfficeNode sheet, SheetRows rows, PartWriter writer, string? title, CancellationToken cancellationToken)
    {
        var hidden = sheet["state"] is "hidden" or "veryHidden";
        var mark = hidden ? BlockMark.Hidden : BlockMark.None;
        using var again = package.SizeOf(path) <= MergesUpTo && package.Holds(path, "<mergeCell "u8) ? package.Xml(path) : null;
        using var reader = package.Xml(path);
        if (reader is null)
        {
            writer.Note($"the sheet \"{sheet["name"]}\" is missing in the file");
            yield break;
        }

        if (hidden)
        {
            writer.Note("holds hidden sheets, rows, columns or cells; they are marked as hidden");
        }

        writer.Heading(1, sheet["name"] ?? "Sheet", mark);
        var sheetWriter = new SheetWriter(writer, new MergedCells(again), hidden);
        foreach (var row in rows.Of(reader))
        {
            sheetWriter.Row(row);
            if (sheetWriter.IsFull)
            {
                sheetWriter.Flush();
                yield return writer.Take(title: title, goesOn: true);
                cancellationToken.ThrowIfCancellationRequested();
            }
        }

        sheetWriter.End();
        Extras(package, path, writer, mark);
        if (rows.WithoutValue > 0)
        {
            writer.Note($"{rows.WithoutValue.ToString("N0", CultureInfo.InvariantCulture)} formulas on the sheet \"{sheet["name"]}\" have no value yet; open the file in Excel and save it");
        }

        yield return writer.Take(title: title);
    }

    /// <summary>Writes the text boxes and the comments of a sheet.</summary>
    private static void Extras(OfficePackage package, string path, PartWriter writer, BlockMark mark)
    {
        foreach (var box in package.Node(package.Related(path, "drawing"))?.Deep("txBody") ?? [])
        {
            writer.Paragraph(string.Join('\n', box.All("p").Select(p => string.Concat(p.Deep("t").Select(t => t.Text)))), mark);
        }

        foreach (var comment in package.Node(package.Related(path, "comments"))?.Deep("comment") ?? [])
        {
            if (comment.Child("text") is { } text && SharedStrings.TextOf(text).Trim() is { Length: > 0 } words)
            {
                writer.Note("holds comments; they are marked as hidden");
                writer.Paragraph($"Comment on {comment["ref"]}: {words}", BlockMark.Hidden);
            }
        }
    }
}
