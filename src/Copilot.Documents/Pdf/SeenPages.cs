using Copilot.Contracts;
using Copilot.Documents.Layout;
using Copilot.Documents.Pictures;

namespace Copilot.Documents.Pdf;

/// <summary>Reads pages of a PDF as a person who looks at them sees them: a value written white on white is none.</summary>
/// <param name="properties">Asks for page count and frames.</param>
/// <param name="text">Reads the text layer.</param>
/// <param name="drawing">Draws previews.</param>
internal sealed class SeenPages(PdfProperties properties, PdfTextLayer text, PdfDrawing drawing)
{
    /// <summary>Reads some pages. The programs that tell of them run side by side.</summary>
    /// <param name="file">The PDF.</param>
    /// <param name="first">The first page.</param>
    /// <param name="last">The last page; where it lies beyond the end, the last there is.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>What the PDF says about itself, and the pages in order with their previews, where they could be drawn.</returns>
    /// <exception cref="CopilotException">It can't be read, the first page lies beyond its end, copying is not allowed, or poppler is missing.</exception>
    public async Task<(PdfFacts Facts, IReadOnlyList<(PlacedPage Page, GrayPicture? Preview)> Pages)> ReadAsync(FileToRead file, int first, int last, CancellationToken cancellationToken)
    {
        using var leaving = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var previewing = drawing.PreviewsAsync(file, first, last, leaving.Token);
        var asking = properties.OfAsync(file, first, last, leaving.Token);
        var reading = text.ReadAsync(file, first, last, async () => Math.Min(last, (await asking).Pages), leaving.Token);
        try
        {
            var facts = await asking;
            var pages = await reading;
            var previews = await previewing;
            var shown = pages.Select(p => (Page: HiddenWords.Part(p, facts.Frames.GetValueOrDefault(p.Number), previews.GetValueOrDefault(p.Number)), Preview: previews.GetValueOrDefault(p.Number)));
            return (facts, [.. shown.Select(p => (p.Page with { Unread = ScannedPages.Needs(p.Page, p.Preview) }, p.Preview))]);
        }
        catch
        {
            await leaving.CancelAsync();
            await Task.WhenAll(asking, reading, previewing).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            throw;
        }
    }
}
