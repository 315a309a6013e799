using System.Globalization;
using System.Runtime.CompilerServices;
using Copilot.Contracts;
using Copilot.Documents.Layout;
using Copilot.Documents.Pdf;
using Copilot.Documents.Programs;
using Copilot.Documents.Recognition;

namespace Copilot.Documents.Readers;

/// <summary>Reads PDF: the text layer where there is one, character recognition where there is not. A run of pages is in memory at a time.</summary>
internal sealed class PdfReader(PdfPages pages, DocumentsOptions options) : IFileReader
{
    /// <summary>So many pages are read by one call of the programs, and are in memory together.</summary>
    private const int RunLength = 40;

    /// <inheritdoc/>
    public string Format => "pdf";

    /// <inheritdoc/>
    public int Version => 1;

    /// <inheritdoc/>
    public IReadOnlyList<string> Extensions { get; } = [".pdf"];

    /// <inheritdoc/>
    public bool Knows(ReadOnlySpan<byte> head) => head[..Math.Min(head.Length, 1024)].IndexOf("%PDF-"u8) >= 0;

    /// <inheritdoc/>
    public async IAsyncEnumerable<DocumentPart> ReadAsync(FileToRead file, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var folder = new WorkFolder(options.WorkFolder);
        using var leaving = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);

        // The next run is read while this one is laid out and taken away.
        var next = RunAsync(1, options.MostPages);
        var readable = false;
        try
        {
            var (facts, _) = await next;
            var last = Math.Min(facts.Pages, options.MostPages);
            var layout = new DocumentLayout(facts.Pages);
            for (var first = 1; first <= last; first += RunLength)
            {
                var (_, run) = await next;
                next = first + RunLength <= last ? RunAsync(first + RunLength, last) : next;
                readable |= run.Any(p => p.Words.Count > 0);
                if (!readable && run.Any(p => p.Unread))
                {
                    throw new CopilotException($"\"{file.Name}\" is scanned, and tesseract, which reads such pages, is not installed; install the package {PageRecognition.Package} (Debian: apt-get install {PageRecognition.Package}).");
                }

                foreach (var part in layout.Add(run))
                {
                    yield return part.Page == 1 ? First(part, facts) : part;
                }
            }
        }
        finally
        {
            await leaving.CancelAsync();
            await ((Task)next).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        Task<(PdfFacts Facts, IReadOnlyList<PlacedPage> Pages)> RunAsync(int first, int last)
            => pages.ReadAsync(file, first, Math.Min(first + RunLength - 1, last), folder.Path, leaving.Token);
    }

    private DocumentPart First(DocumentPart part, PdfFacts facts)
        => part with
        {
            Title = facts.Title ?? part.Title,
            Notes = facts.Pages <= options.MostPages ? part.Notes
                : [.. part.Notes, string.Create(CultureInfo.InvariantCulture, $"the document has {facts.Pages} pages; only the first {options.MostPages} were read")],
        };
}
