using System.Globalization;
using Copilot.Contracts;
using Copilot.Documents.Layout;
using Copilot.Documents.Programs;

namespace Copilot.Documents.Pdf;

/// <summary>Reads the text layer of a PDF with poppler's <c>pdftotext</c>, a run of pages at a time.</summary>
/// <param name="runner">Runs the program.</param>
internal sealed class PdfTextLayer(ProgramRunner runner)
{
    /// <summary>The most that is read of one run's output: hundreds of times what real pages hold.</summary>
    private const long MostOutput = 128L << 20;

    /// <summary>Reads some pages. When the run fails, its pages are read one by one, so that a broken page costs only itself.</summary>
    /// <param name="file">The PDF.</param>
    /// <param name="first">The first page.</param>
    /// <param name="most">The last page that is wanted; it may lie beyond the end.</param>
    /// <param name="ending">Tells the last page that there is to read, asked when the run has ended.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>All pages asked for; one that can't be read has no words, and a note.</returns>
    /// <exception cref="CopilotException">Poppler is missing, or the author does not allow copying.</exception>
    public async Task<IReadOnlyList<PlacedPage>> ReadAsync(FileToRead file, int first, int most, Func<Task<int>> ending, CancellationToken cancellationToken)
    {
        var (pages, end) = await RunAsync(file, first, most, cancellationToken);
        var last = await ending();
        if (end.Fine && pages.Count == last - first + 1)
        {
            return pages;
        }

        if (end.Code == 3)
        {
            throw PdfProperties.Trouble(file, end);
        }

        if (first == last)
        {
            return [pages.FirstOrDefault() is { Words.Count: > 0 } part
                ? part with { Notes = [.. part.Notes, Note(first, end)] }
                : new(first, 0, 0, []) { Notes = [Note(first, end)] }];
        }

        var one = new List<PlacedPage>();
        for (var page = first; page <= last; page++)
        {
            one.AddRange(await ReadAsync(file, page, page, () => Task.FromResult(page), cancellationToken));
        }

        return one;
    }

    private static string Note(int page, ProgramEnd end)
    {
        var reason = end.Ending switch
        {
            ProgramEnding.TimeUp => "it took too long",
            ProgramEnding.TooMuchOutput => "it holds more text than a page can",
            _ => end.Complaint.Length > 0 ? end.Complaint : $"the program that reads it ended with code {end.Code.ToString(CultureInfo.InvariantCulture)}",
        };
        return string.Create(CultureInfo.InvariantCulture, $"page {page} could not be read in full: {reason}");
    }

    private async Task<(List<PlacedPage> Pages, ProgramEnd End)> RunAsync(FileToRead file, int first, int last, CancellationToken cancellationToken)
    {
        var pages = new List<PlacedPage>();
        string[] arguments =
        [
            "-bbox-layout", "-enc", "UTF-8", "-f", first.ToString(CultureInfo.InvariantCulture), "-l", last.ToString(CultureInfo.InvariantCulture),
            Path.GetFullPath(file.Path), "-",
        ];
        var end = await runner.RunAsync(new("pdftotext", PdfProperties.Package, arguments) { MostOutput = MostOutput }, Read, cancellationToken);
        return (pages, end);

        async Task Read(Stream output, CancellationToken ct)
        {
            try
            {
                await foreach (var page in BoxText.ReadAsync(output, first, ct))
                {
                    pages.Add(page);
                }
            }
            catch (InvalidDataException)
            {
                // The program ended in the middle of its output, or wrote nothing; how it ended says why.
            }
        }
    }
}
