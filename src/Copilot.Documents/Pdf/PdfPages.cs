using System.Globalization;
using Copilot.Contracts;
using Copilot.Documents.Layout;
using Copilot.Documents.Recognition;

namespace Copilot.Documents.Pdf;

/// <summary>Gets the words of a PDF's pages, from the text layer or by character recognition, with those that nobody sees told apart.</summary>
/// <param name="seen">Reads the text layer.</param>
/// <param name="drawing">Says whether pages can be drawn.</param>
/// <param name="scans">Reads scanned pages.</param>
/// <param name="recognition">Says whether scanned pages can be read.</param>
internal sealed class PdfPages(SeenPages seen, PdfDrawing drawing, ScannedPages scans, PageRecognition recognition)
{
    /// <summary>Gets some pages.</summary>
    /// <param name="file">The PDF.</param>
    /// <param name="first">The first page.</param>
    /// <param name="last">The last page; where it lies beyond the end, the last there is.</param>
    /// <param name="folder">The folder for work files.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>Page count and title, and the pages in order.</returns>
    /// <exception cref="CopilotException">The PDF can't be read, copying is not allowed, or poppler is missing.</exception>
    public async Task<(PdfFacts Facts, IReadOnlyList<PlacedPage> Pages)> ReadAsync(FileToRead file, int first, int last, string folder, CancellationToken cancellationToken)
    {
        var (facts, all) = await seen.ReadAsync(file, first, last, cancellationToken);
        return (facts, await RecognisedAsync(file, [.. all.Select(p => p.Page)], folder, cancellationToken));
    }

    private async Task<IReadOnlyList<PlacedPage>> RecognisedAsync(FileToRead file, List<PlacedPage> pages, string folder, CancellationToken cancellationToken)
    {
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
