using System.Globalization;
using Copilot.Contracts;
using Copilot.Documents.Layout;
using Copilot.Documents.Pictures;
using Copilot.Documents.Programs;
using Copilot.Documents.Recognition;

namespace Copilot.Documents.Pdf;

/// <summary>Finds the pages of a PDF that are pictures of text, or whose text layer is of no use, and reads them by character recognition.</summary>
/// <param name="drawing">Draws pages.</param>
/// <param name="recognition">Says when it is a page's turn.</param>
/// <param name="reading">Reads drawn pages.</param>
/// <param name="options">Resolution and limits.</param>
internal sealed class ScannedPages(PdfDrawing drawing, PageRecognition recognition, StraightReading reading, DocumentsOptions options)
{
    /// <summary>A page with more letters than this is read from its text layer.</summary>
    private const int FewLetters = 120;

    /// <summary>The share of dark pixels outside of the known words from which a page with few letters is taken for a picture of text.</summary>
    private const double MuchInk = 0.004;

    /// <summary>A page whose shades differ less than this, of 255, is empty.</summary>
    private const int LeastContrast = 12;

    /// <summary>A page's picture is drawn with at most so many pixels: A4 at 400 dots per inch has 15 million.</summary>
    private const double MostPixels = 20_000_000;

    /// <summary>Says whether a page has to be read by character recognition.</summary>
    /// <param name="page">Its text layer.</param>
    /// <param name="preview">The page drawn small; null when it could not be drawn.</param>
    /// <returns>True when it has to.</returns>
    public static bool Needs(PlacedPage page, GrayPicture? preview)
    {
        if (page.Width <= 0 || page.Height <= 0)
        {
            return false;
        }

        if (page.Words.Count > 0 && WordCleaning.IsGarbled(page.Words))
        {
            return true;
        }

        var letters = page.Words.Sum(w => w.Text.Length);
        if (letters > FewLetters)
        {
            return false;
        }

        // A page that is not of one shade has something on it, however faint.
        return preview is null || letters == 0
            ? letters == 0 && (preview is null || preview.Contrast(0, 0, 1, 1) > LeastContrast)
            : preview.InkOutside(page.Words.Select(w => (w.X0 / page.Width, w.Y0 / page.Height, w.X1 / page.Width, w.Y1 / page.Height))) > MuchInk;
    }

    /// <summary>Reads a page by character recognition.</summary>
    /// <returns>What was recognised, or the text layer where that holds more.</returns>
    /// <exception cref="CopilotException">Tesseract or its data is not installed.</exception>
    public Task<PlacedPage> ReadAsync(FileToRead file, PlacedPage page, string folder, CancellationToken cancellationToken)
        => recognition.InTurnAsync(() => ReadNowAsync(file, page, folder, cancellationToken), cancellationToken);

    private async Task<PlacedPage> ReadNowAsync(FileToRead file, PlacedPage page, string folder, CancellationToken cancellationToken)
    {
        page = page with { Unread = false };
        var inches = (Width: page.Width / 72, Height: page.Height / 72);
        var resolution = Math.Min(options.ScanResolution, Math.Sqrt(MostPixels / (inches.Width * inches.Height)));
        var longer = (int)Math.Clamp(Math.Round(Math.Max(inches.Width, inches.Height) * resolution), 16, 20_000);
        var target = Path.Combine(folder, "page-" + page.Number.ToString(CultureInfo.InvariantCulture));
        var end = await drawing.DrawAsync(file, page.Number, longer, "-gray", target, cancellationToken);
        var picture = target + ".pgm";
        if (!end.Fine || !File.Exists(picture))
        {
            return page with { Notes = [.. page.Notes, Note(page.Number, end)] };
        }

        PlacedPage read;
        try
        {
            read = await reading.ReadAsync(picture, (float)resolution, page.Number, folder, cancellationToken);
        }
        finally
        {
            File.Delete(picture);
        }

        List<string> notes = [.. page.Notes];
        if (resolution < 0.7 * options.ScanResolution)
        {
            notes.Add(string.Create(CultureInfo.InvariantCulture, $"page {page.Number} measures {inches.Width:0} by {inches.Height:0} inches; it was read at {resolution:0} dots per inch, and small print may be missing"));
        }

        var more = Letters(read) > (1.5 * Letters(page)) + 20 || WordCleaning.IsGarbled(page.Words);
        return more || page.Words.Count == 0
            ? read with { Width = page.Width, Height = page.Height, Hidden = page.Hidden, Notes = [.. notes, .. read.Notes] }
            : page with { Notes = notes };
    }

    private static int Letters(PlacedPage page) => page.Words.Sum(w => w.Text.Count(char.IsLetterOrDigit));

    private static string Note(int page, ProgramEnd end)
        => string.Create(CultureInfo.InvariantCulture, $"page {page} could not be drawn for character recognition: {(end.Ending == ProgramEnding.TimeUp ? "it took too long" : end.Complaint.Length > 0 ? end.Complaint : "the program ended early")}");
}
