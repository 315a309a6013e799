using System.Globalization;
using Copilot.Contracts;
using Copilot.Documents.Layout;
using Copilot.Documents.Pdf;
using Copilot.Documents.Pictures;
using Copilot.Documents.Rendering;

namespace Copilot.Documents.Recognition;

/// <summary>Reads picture files by character recognition, drawn gray and straightened; one that can't be drawn is read as it is.</summary>
/// <param name="sheet">Puts pictures onto pages.</param>
/// <param name="drawing">Draws pages.</param>
/// <param name="reading">Reads drawn pages.</param>
/// <param name="recognition">Reads pictures as they are.</param>
internal sealed class PictureReading(PictureSheet sheet, PdfDrawing drawing, StraightReading reading, PageRecognition recognition)
{
    private const double MostPixels = 20_000_000;

    /// <summary>Small print of a coarse picture reads better when it is drawn larger.</summary>
    private const float FineEnough = 170;
    private const float Fine = 200;
    private const float MostLarger = 2;

    /// <summary>Reads one of a file's pictures when it is its turn.</summary>
    /// <param name="file">The file.</param>
    /// <param name="sizes">The sizes of its pictures.</param>
    /// <param name="index">Which of them, from 0; its page has the next number.</param>
    /// <param name="folder">The folder to work in.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The page, marked and with a note when it reads badly or can't be read.</returns>
    /// <exception cref="CopilotException">Tesseract or its data is not installed.</exception>
    public Task<PlacedPage> ReadAsync(FileToRead file, IReadOnlyList<PictureSize> sizes, int index, string folder, CancellationToken cancellationToken)
        => recognition.InTurnAsync(() => ReadNowAsync(file, sizes, index, folder, cancellationToken), cancellationToken);

    private async Task<PlacedPage> ReadNowAsync(FileToRead file, IReadOnlyList<PictureSize> sizes, int index, string folder, CancellationToken cancellationToken)
    {
        var (size, number) = (sizes[index], index + 1);
        var resolution = PictureSheet.Resolution(size);
        var scale = (float)Math.Min(size.DotsPerInch is >= 70 and < FineEnough ? Math.Clamp(Fine / resolution, 1, MostLarger) : 1, Math.Sqrt(MostPixels / size.Pixels));
        var target = Path.Combine(folder, "picture-" + number.ToString(CultureInfo.InvariantCulture));
        var graymap = target + ".pgm";
        try
        {
            var drawn = drawing.IsPossible && (await sheet.PutAsync(file, sizes, index, target, cancellationToken)).Fine
                && (await drawing.DrawAsync(file with { Path = target + ".pdf" }, 1, (int)Math.Clamp(Math.Max(size.Width, size.Height) * scale, 16, 20_000), "-gray", target, cancellationToken)).Fine
                && File.Exists(graymap);
            return drawn
                ? await reading.ReadAsync(graymap, resolution * scale, number, folder, cancellationToken)
                : await recognition.ReadAsync(file.Path, sizes.Count > 1 ? index : null, size.Pixels, resolution, number, folder, cancellationToken);
        }
        finally
        {
            // The pictures of a long file are not kept until its end.
            File.Delete(graymap);
            File.Delete(target + ".pdf");
        }
    }
}
