using System.Globalization;
using System.Runtime.CompilerServices;
using Copilot.Contracts;
using Copilot.Documents.Layout;
using Copilot.Documents.Pictures;
using Copilot.Documents.Programs;
using Copilot.Documents.Recognition;
using Copilot.Documents.Rendering;

namespace Copilot.Documents.Readers;

/// <summary>Reads the text on pictures by character recognition; a TIFF may hold several pages.</summary>
/// <param name="reading">Reads pictures.</param>
/// <param name="options">The limits.</param>
internal sealed class ImageReader(PictureReading reading, DocumentsOptions options) : IFileReader
{
    private const int RunLength = 8;

    /// <inheritdoc/>
    public string Format => "image";

    /// <inheritdoc/>
    public int Version => 1;

    /// <inheritdoc/>
    public IReadOnlyList<string> Extensions { get; } = [".png", ".jpg", ".jpeg", ".tif", ".tiff", ".bmp", ".webp"];

    /// <inheritdoc/>
    public bool Knows(ReadOnlySpan<byte> head) => PictureHeader.Knows(head);

    /// <inheritdoc/>
    public async IAsyncEnumerable<DocumentPart> ReadAsync(FileToRead file, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var sizes = PictureCheck.Of(file, options);
        var count = Math.Min(sizes.Count, options.MostPages);
        var layout = new DocumentLayout(count);
        using var folder = new WorkFolder(options.WorkFolder);
        for (var first = 0; first < count; first += RunLength)
        {
            var run = await Task.WhenAll(Enumerable.Range(first, Math.Min(RunLength, count - first)).Select(i => reading.ReadAsync(file, sizes, i, folder.Path, cancellationToken)));
            if (count == 1 && run[0] is { Width: 0 } lost)
            {
                throw new CopilotException($"\"{file.Name}\" can't be read: {string.Join("; ", lost.Notes)}. Open it and save it again as PNG or JPEG.");
            }

            foreach (var part in layout.Add([.. run.Select((page, i) => Framed(page, sizes[first + i]))]))
            {
                yield return part.Page == 1 && sizes.Count > count
                    ? part with { Notes = [.. part.Notes, string.Create(CultureInfo.InvariantCulture, $"the file has more than {count} pages; only the first {count} were read")] }
                    : part;
            }
        }
    }

    private static PlacedPage Framed(PlacedPage page, PictureSize size)
        => page.Width > 0 ? page : page with { Width = size.Width * 72 / PictureSheet.Resolution(size), Height = size.Height * 72 / PictureSheet.Resolution(size) };
}
