using System.Globalization;
using System.Text;
using Copilot.Contracts;
using Copilot.Documents.Readers.Office;
using Copilot.Documents.Readers.Text;
using Copilot.Documents.Readers.Writing;

namespace Copilot.Documents.Readers.Delimited;

/// <summary>Reads tables in text (CSV, TSV), some hundred rows at a time, each row one line with the header as lead.</summary>
internal sealed class DelimitedReader : IFileReader
{
    /// <inheritdoc/>
    public string Format => "csv";

    /// <inheritdoc/>
    public int Version => 1;

    /// <inheritdoc/>
    public IReadOnlyList<string> Extensions { get; } = [".csv", ".tsv", ".tab"];

    /// <inheritdoc/>
    public bool Knows(ReadOnlySpan<byte> head) => !FileSigns.IsForeign(head);

    /// <inheritdoc/>
    public IAsyncEnumerable<DocumentPart> ReadAsync(FileToRead file, CancellationToken cancellationToken)
        => CarefulReading.Of(Read(file, cancellationToken), cancellationToken);

    private static IEnumerable<DocumentPart> Read(FileToRead file, CancellationToken cancellationToken)
    {
        using var stream = new FileStream(file.Path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 128 * 1024, FileOptions.SequentialScan);
        var head = FileSigns.Head(stream);
        if (FileSigns.IsForeign(head))
        {
            throw new CopilotException(ForeignFile.Words(head, stream, file) ?? $"the file is not text, though it is named {FileSigns.ExtensionOf(file)}; export it again as CSV.");
        }

        var old = new OldBytes();
        var writer = new PartWriter();
        using var text = new StreamReader(stream, ByteMark.Of(head, out _) ?? old.Utf8, detectEncodingFromByteOrderMarks: true, 16 * 1024);
        var records = new RecordReader(text, ',');
        records.Use(Delimiter(records.Sample(), file.Name));
        var table = new TableWriter(writer);
        var width = 0;
        (long First, long Count) uneven = (0, 0);
        while (records.Read())
        {
            if (width == 0 && records.Cells.Count <= 2 && records.Cells[0].StartsWith("sep=", StringComparison.OrdinalIgnoreCase))
            {
                continue;
            }

            var header = width == 0 && HeaderLook.IsHeader(records.Cells.Texts());
            width = width == 0 ? records.Cells.Count : width;
            if (records.Cells.Count != width)
            {
                uneven = (uneven.First == 0 ? records.Line : uneven.First, uneven.Count + 1);
            }

            Add(records.Cells, header, table);

            if (table.Waiting >= PartWriter.FullAt)
            {
                cancellationToken.ThrowIfCancellationRequested();
                table.Flush();
                yield return writer.Take(goesOn: true);
            }
        }

        table.Flush();
        foreach (var note in Notes(records, uneven, old))
        {
            writer.Note(note);
        }

        if (width == 0)
        {
            writer.Note("holds no text");
        }

        if (writer.HasSomething)
        {
            yield return writer.Take();
        }
    }

    private static void Add(RecordCells cells, bool header, TableWriter table)
    {
        if (cells.Row() is { Length: > 0 } row)
        {
            table.Line(row, header);
        }
    }

    private static char Delimiter(ReadOnlySpan<char> sample, string name)
    {
        if (sample.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) && sample.Length > 4 && sample[4] is not ('\r' or '\n' or '"'))
        {
            // Excel's own way of telling the sign.
            return sample[4];
        }

        return DelimiterGuess.Of(sample, name.EndsWith(".csv", StringComparison.OrdinalIgnoreCase) ? ',' : '\t');
    }

    private static IEnumerable<string> Notes(RecordReader records, (long First, long Count) uneven, OldBytes old)
    {
        if (records.BrokenCount > 0)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"line {string.Join(", ", records.Broken)}: a quote is opened and not closed; {(records.BrokenCount > records.Broken.Count ? $"{records.BrokenCount} such lines, the later" : "these")} lines were read as they stand");
        }

        if (uneven.Count > 0)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"{uneven.Count:N0} rows have more or fewer cells than the first row; the first of them is in line {uneven.First:N0}");
        }

        if (old.Count > 0)
        {
            yield return OldBytes.Note;
        }
    }
}
