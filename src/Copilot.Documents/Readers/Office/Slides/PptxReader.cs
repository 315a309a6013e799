using Copilot.Contracts;
using Copilot.Documents.Readers.Archives;
using Copilot.Documents.Readers.Writing;

namespace Copilot.Documents.Readers.Office.Slides;

/// <summary>Reads presentations, one part a slide, in the order they are shown.</summary>
internal sealed class PptxReader(ZipLimits limits) : IFileReader
{
    /// <inheritdoc/>
    public string Format => "pptx";

    /// <inheritdoc/>
    public int Version => 1;

    /// <inheritdoc/>
    public IReadOnlyList<string> Extensions { get; } = [".pptx", ".pptm", ".ppsx", ".ppsm", ".potx", ".potm"];

    /// <inheritdoc/>
    public bool Knows(ReadOnlySpan<byte> head) => FileSigns.IsZip(head) || FileSigns.IsCompound(head);

    /// <inheritdoc/>
    public IAsyncEnumerable<DocumentPart> ReadAsync(FileToRead file, CancellationToken cancellationToken)
        => CarefulReading.Of(Read(file, cancellationToken), cancellationToken);

    private IEnumerable<DocumentPart> Read(FileToRead file, CancellationToken cancellationToken)
    {
        using var package = OfficePackage.Open(file, OfficeKind.Slides, limits);
        var writer = new PartWriter();
        foreach (var note in package.Notes)
        {
            writer.Note(note);
        }

        var show = package.Node(package.Main);
        var size = show?.Child("sldSz");
        var relations = package.Relations(package.Main);
        var title = package.Title();
        var number = 0;
        var read = new HashSet<string>();
        var looks = new Dictionary<string, SlideLook>();
        foreach (var entry in show?.Child("sldIdLst")?.All("sldId") ?? [])
        {
            cancellationToken.ThrowIfCancellationRequested();
            number++;
            if (entry["r:id"] is not { } id || !relations.TryGetValue(id, out var relation) || relation.External || !read.Add(relation.Target) || package.Node(relation.Target) is not { } slide)
            {
                writer.Note($"slide {number} is missing in the file, or is another one over again");
                continue;
            }

            var hidden = slide["show"] is "0" or "false";
            if (hidden)
            {
                writer.Note("holds hidden slides; they are marked as hidden");
            }

            var layout = package.Related(relation.Target, "slideLayout") ?? string.Empty;
            if (!looks.TryGetValue(layout, out var behind))
            {
                looks[layout] = behind = SlideLook.Behind(package, layout.Length == 0 ? null : layout, size?.Number("cx") ?? 0, size?.Number("cy") ?? 0);
            }

            var look = SlideLook.Of(slide, behind);
            var slideWriter = new SlideWriter(writer, package, relation.Target, look, hidden ? BlockMark.Hidden : BlockMark.None);
            var words = slideWriter.Write(slide, number);
            title ??= hidden || string.IsNullOrEmpty(words) ? null : words;
            slideWriter.Notes(package.Node(package.Related(relation.Target, "notesSlide")));
            Comments(package, relation.Target, writer);
            yield return writer.Take(number, title);
        }

        if (writer.HasSomething)
        {
            writer.Note("holds no text");
            yield return writer.Take(title: title);
        }
    }

    private static void Comments(OfficePackage package, string slide, PartWriter writer)
    {
        foreach (var comment in package.Node(package.Related(slide, "comments"))?.Deep("cm") ?? [])
        {
            var words = comment.Child("text")?.Text ?? string.Join(' ', comment.Deep("t").Select(t => t.Text));
            if (words.Trim().Length > 0)
            {
                writer.Note("holds comments; they are marked as hidden");
                writer.Paragraph("Comment: " + words, BlockMark.Hidden);
            }
        }
    }
}
