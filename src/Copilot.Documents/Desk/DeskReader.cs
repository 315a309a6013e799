using Copilot.Contracts;
using Copilot.Documents.Desk.Memory;
using Copilot.Documents.Extraction;
using Copilot.Documents.Layout;
using Copilot.Documents.Programs;

namespace Copilot.Documents.Desk;

/// <summary>Reads a file that arrived: its documents, with what was learned of their suppliers, and the words of its pages.</summary>
/// <param name="extractor">Reads documents.</param>
/// <param name="memory">Knows suppliers.</param>
/// <param name="options">Where work files go.</param>
internal sealed class DeskReader(DocumentExtractor extractor, SupplierMemory memory, DocumentsOptions options)
{
    /// <summary>Reads it.</summary>
    /// <exception cref="CopilotException">It can't be read.</exception>
    public async Task<(IReadOnlyList<(ExtractedDocument Document, IReadOnlyList<string> Learned)> Read, IReadOnlyList<PlacedPage> Pages)> ReadAsync(DeskDocument arrived, byte[] content, CancellationToken cancellationToken)
    {
        using var folder = new WorkFolder(options.WorkFolder);
        var path = folder.File("original");
        await File.WriteAllBytesAsync(path, content, cancellationToken);
        var reading = await extractor.ReadAsync(new FileToRead(arrived.File, path), ExtractionEngine.Auto, alwaysPages: true, cancellationToken);
        var read = new List<(ExtractedDocument, IReadOnlyList<string>)>();
        foreach (var document in reading.Each)
        {
            read.Add(await memory.ApplyAsync(arrived.Tenant, arrived.Company, document, DocumentPages.Of(reading.Pages, document), cancellationToken));
        }

        return (read, reading.Pages);
    }
}
