using Copilot.Contracts;
using Copilot.Documents.Readers.Office;
using Copilot.Documents.Readers.Writing;

namespace Copilot.Documents.Readers.Html;

/// <summary>Reads web pages: headings, lists, tables, running text. Nothing is loaded, no script is run, and hidden text is marked.</summary>
internal sealed class HtmlReader : IFileReader
{
    /// <inheritdoc/>
    public string Format => "html";

    /// <inheritdoc/>
    public int Version => 1;

    /// <inheritdoc/>
    public IReadOnlyList<string> Extensions { get; } = [".html", ".htm", ".xhtml"];

    /// <inheritdoc/>
    public bool Knows(ReadOnlySpan<byte> head) => !FileSigns.IsForeign(head);

    /// <inheritdoc/>
    public IAsyncEnumerable<DocumentPart> ReadAsync(FileToRead file, CancellationToken cancellationToken)
        => CarefulReading.Of(Read(file, cancellationToken), cancellationToken);

    private static IEnumerable<DocumentPart> Read(FileToRead file, CancellationToken cancellationToken)
    {
        using var stream = FileSigns.Open(file);
        var head = FileSigns.Head(stream);
        if (FileSigns.IsForeign(head))
        {
            throw new CopilotException(ForeignFile.Words(head, stream, file) ?? $"the file is not a web page, though it is named {FileSigns.ExtensionOf(file)}; get it again from its sender.");
        }

        var writer = new PartWriter();
        var html = HtmlText.Decode(stream, null, out var note);
        if (note is not null)
        {
            writer.Note(note);
        }

        var blocks = new HtmlBlocks(writer, isMail: false);
        foreach (var _ in blocks.Write(html))
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return writer.Take(title: blocks.Title ?? writer.FirstHeading, goesOn: true);
        }

        if (writer.Length == 0 && writer.FirstHeading is null)
        {
            writer.Note("holds no text");
        }

        if (writer.HasSomething)
        {
            yield return writer.Take(title: blocks.Title ?? writer.FirstHeading);
        }
    }
}
