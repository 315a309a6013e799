using System.Globalization;
using Copilot.Contracts;
using Copilot.Documents.Pictures;
using Copilot.Documents.Programs;

namespace Copilot.Documents.Pdf;

/// <summary>Draws pages of a PDF with poppler's <c>pdftoppm</c>.</summary>
/// <param name="runner">Runs the program.</param>
internal sealed class PdfDrawing(ProgramRunner runner)
{
    /// <summary>The longer side of a preview, in pixels: enough to see whether there is ink under a word.</summary>
    private const int PreviewSide = 400;

    /// <summary>Says whether pages can be drawn.</summary>
    public bool IsPossible => runner.Has("pdftoppm");

    /// <summary>Draws small gray previews of some pages, without the cut of the crop box.</summary>
    /// <returns>By page; pages that could not be drawn are missing.</returns>
    public async Task<IReadOnlyDictionary<int, GrayPicture>> PreviewsAsync(FileToRead file, int first, int last, CancellationToken cancellationToken)
    {
        var previews = new Dictionary<int, GrayPicture>();
        if (!IsPossible)
        {
            return previews;
        }

        string[] arguments = ["-gray", "-scale-to", Text(PreviewSide), "-f", Text(first), "-l", Text(last), Path.GetFullPath(file.Path)];
        try
        {
            await runner.RunAsync(new("pdftoppm", PdfProperties.Package, arguments), Read, cancellationToken);
        }
        catch (Exception fault) when (fault is InvalidDataException or EndOfStreamException)
        {
            // A page that can't be drawn ends the output; the pages before it have been seen.
        }

        return previews;

        async Task Read(Stream output, CancellationToken ct)
        {
            // The heads of the pictures are read byte by byte.
            await using var buffered = new BufferedStream(output, 1 << 17);
            for (var page = first; page <= last && await GrayPicture.ReadAsync(buffered, ct) is { } preview; page++)
            {
                previews[page] = preview;
            }
        }
    }

    /// <summary>Draws one page into a file.</summary>
    /// <param name="file">The PDF.</param>
    /// <param name="page">The page, from 1.</param>
    /// <param name="longerSide">The longer side in pixels.</param>
    /// <param name="format"><c>-gray</c> for a graymap, <c>-png</c> for a PNG.</param>
    /// <param name="target">The file without extension.</param>
    /// <param name="cancellationToken">Stops the drawing.</param>
    /// <returns>How the program ended.</returns>
    public Task<ProgramEnd> DrawAsync(FileToRead file, int page, int longerSide, string format, string target, CancellationToken cancellationToken)
    {
        string[] arguments = [format, "-cropbox", "-scale-to", Text(longerSide), "-f", Text(page), "-l", Text(page), "-singlefile", Path.GetFullPath(file.Path), target];
        return runner.RunAsync(new("pdftoppm", PdfProperties.Package, arguments) { Folder = Path.GetDirectoryName(target), ExtraMegabytes = (int)((long)longerSide * longerSide / 100_000), MostOutput = 256L << 20 }, cancellationToken);
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
