using System.Globalization;
using Copilot.Contracts;
using Copilot.Documents.Layout;
using Copilot.Documents.Pdf;
using Copilot.Documents.Pictures;
using Copilot.Documents.Programs;
using Copilot.Documents.Recognition;

namespace Copilot.Documents.Extraction;

/// <summary>Gets the words of a document's pages: of the text layer, or recognised on its pictures.</summary>
/// <param name="properties">Counts pages.</param>
/// <param name="seen">Reads the text layer, with words that nobody sees told from the others.</param>
/// <param name="scans">Reads pages by character recognition.</param>
/// <param name="pictureFiles">Reads picture files.</param>
/// <param name="recognition">Says whether pages can be recognised.</param>
/// <param name="options">Limits.</param>
internal sealed class PageWords(PdfProperties properties, SeenPages seen, ScannedPages scans, PictureReading pictureFiles, PageRecognition recognition, DocumentsOptions options)
{
    /// <summary>No business document has more; what comes after is not read, and a note says so.</summary>
    private const int MostPages = 60;
    private const int MostRecognised = 20;
    private const int FewLetters = 40;

    /// <summary>Counts the pages of a PDF.</summary>
    public async Task<int> CountAsync(FileToRead file, CancellationToken cancellationToken) => (await properties.OfAsync(file, cancellationToken)).Pages;

    /// <summary>Reads a PDF's pages.</summary>
    /// <param name="file">The PDF.</param>
    /// <param name="recognise">Reads the picture of each page, whether it has text or not.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="CopilotException">It can't be read, or a program that is needed is missing.</exception>
    public async Task<IReadOnlyList<PlacedPage>> OfPdfAsync(FileToRead file, bool recognise, CancellationToken cancellationToken)
    {
        var (facts, shown) = await seen.ReadAsync(file, 1, MostPages, cancellationToken);
        var (count, last) = (facts.Pages, Math.Min(facts.Pages, MostPages));
        var pages = shown.Select(p => p.Page with { Look = Look(p.Page, p.Preview) }).ToArray();
        var scanned = pages.Where(p => recognise || p.Words.Sum(w => w.Text.Length) < FewLetters).ToList();
        var allScanned = recognise || scanned.Count == pages.Length;
        var pictures = (allScanned ? scanned : scanned.Where(p => p.Unread)).Take(MostRecognised).Select(p => p.Number).ToHashSet();
        if (pictures.Count > 0 && !recognition.IsPossible)
        {
            return !allScanned ? pages
                : throw new CopilotException($"\"{file.Name}\" is scanned, and tesseract, which reads such pages, is not installed; install the package {PageRecognition.Package} (Debian: apt-get install {PageRecognition.Package}).");
        }

        if (pictures.Count > 0)
        {
            // Of a long scan only the first pages are read; of pages with text, those without are read between the others.
            using var folder = new WorkFolder(options.WorkFolder);
            pages = await Task.WhenAll(pages.Where(p => !allScanned || pictures.Contains(p.Number))
                .Select(p => pictures.Contains(p.Number) ? scans.ReadAsync(file, p with { Words = [] }, folder.Path, cancellationToken) : Task.FromResult(p)));
        }

        if (allScanned && scanned.Count > MostRecognised)
        {
            pages = [pages[0] with { Notes = [.. pages[0].Notes, string.Create(CultureInfo.InvariantCulture, $"the document has {scanned.Count} scanned pages; only the first {MostRecognised} were read")] }, .. pages.Skip(1)];
        }

        return count <= last ? pages
            : [pages[0] with { Notes = [.. pages[0].Notes, string.Create(CultureInfo.InvariantCulture, $"the document has {count} pages; only the first {last} were read")] }, .. pages.Skip(1)];
    }

    /// <summary>The preview, where it shows the whole page and nothing else: not where the page is cut or turned.</summary>
    private static GrayPicture? Look(PlacedPage page, GrayPicture? preview)
        => preview is not null && page.Height > 0 && page.Slant == 0 && Math.Abs(((double)preview.Width / preview.Height) - (page.Width / page.Height)) < 0.01 ? preview : null;

    /// <summary>Reads a picture, or the pictures of a TIFF.</summary>
    /// <exception cref="CopilotException">It can't be read, or tesseract is missing.</exception>
    public async Task<IReadOnlyList<PlacedPage>> OfPictureAsync(FileToRead file, CancellationToken cancellationToken)
    {
        var sizes = PictureCheck.Of(file, options);
        using var folder = new WorkFolder(options.WorkFolder);
        var pages = await Task.WhenAll(Enumerable.Range(0, Math.Min(sizes.Count, MostRecognised)).Select(i => pictureFiles.ReadAsync(file, sizes, i, folder.Path, cancellationToken)));
        return pages.All(p => p.Words.Count == 0) ? throw new CopilotException($"\"{file.Name}\": no text was found on the picture. {string.Join("; ", pages.SelectMany(p => p.Notes))}".TrimEnd()) : pages;
    }
}
