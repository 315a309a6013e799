using System.Globalization;
using Copilot.Contracts;
using Copilot.Documents.Layout;
using Copilot.Documents.Recognition;

namespace Copilot.Documents.Pdf;

/// <summary>Gets the words of a PDF's pages, from the text layer or by character recognition, with those that nobody sees told apart.</summary>
/// <param name="properties">Asks for page count and frames.</param>
/// <param name="text">Reads the text layer.</param>
/// <param name="drawing">Draws previews.</param>
/// <param name="scans">Reads scanned pages.</param>
/// <param name="recognition">Says whether scanned pages can be read.</param>
internal sealed class PdfPages(PdfProperties properties, PdfTextLayer text, PdfDrawing drawing, ScannedPages scans, PageRecognition recognition)
{
    /// <summary>Gets page count and title.</summary>
    /// <exception cref="CopilotException">The PDF can't be read, or poppler is missing.</exception>
    public Task<PdfFacts> FactsAsync(FileToRead file, CancellationToken cancellationToken) => properties.OfAsync(file, cancellationToken);

    /// <summary>Gets some pages.</summary>
    /// <param name="file">The PDF.</param>
    /// <param name="first">The first page.</param>
    /// <param name="last">The last page.</param>
    /// <param name="folder">The folder for work files.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The pages in order.</returns>
    /// <exception cref="CopilotException">Copying is not allowed.</exception>
    public async Task<IReadOnlyList<PlacedPage>> ReadAsync(FileToRead file, int first, int last, string folder, CancellationToken cancellationToken)
    {
        var framing = properties.FramesAsync(file, first, last, cancellationToken);
        var previewing = drawing.PreviewsAsync(file, first, last, cancellationToken);
        var reading = text.ReadAsync(file, first, last, cancellationToken);
        await Task.WhenAll(framing, previewing, reading);
        var (frames, previews) = (await framing, await previewing);
        var pages = (await reading)
            .Select(p => (Page: HiddenWords.Part(p, frames.GetValueOrDefault(p.Number), previews.GetValueOrDefault(p.Number)), Preview: previews.GetValueOrDefault(p.Number)))
            .Select(p => p.Page with { Unread = ScannedPages.Needs(p.Page, p.Preview) })
            .ToList();
        if (!pages.Exists(p => p.Unread))
        {
            return pages;
        }

        if (!recognition.IsPossible || !drawing.IsPossible)
        {
            return [.. pages.Select(p => !p.Unread ? p : p with { Notes = [.. p.Notes, string.Create(CultureInfo.InvariantCulture, $"page {p.Number} is a picture; install the package {PageRecognition.Package} to have it read")] })];
        }

        return await Task.WhenAll(pages.Select(p => p.Unread ? scans.ReadAsync(file, p, folder, cancellationToken) : Task.FromResult(p)));
    }
}
