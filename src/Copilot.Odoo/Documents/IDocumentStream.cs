using Copilot.Contracts;
using Copilot.Odoo.Client;

namespace Copilot.Odoo.Documents;

/// <summary>One model of Odoo that holds documents.</summary>
internal interface IDocumentStream
{
    /// <summary>Gets the model: the first half of its documents' keys.</summary>
    string Name { get; }

    /// <summary>Lists the ids of all its documents with their <c>write_date</c>, by rising id.</summary>
    IAsyncEnumerable<OdooRow> IdsAsync(CancellationToken cancellationToken);

    /// <summary>Describes the documents written since a moment, or all.</summary>
    Task<IReadOnlyList<FeedEntry>> EntriesAsync(string? since, CancellationToken cancellationToken);

    /// <summary>Writes a document's bytes to a file; false when it is gone.</summary>
    Task<bool> FetchAsync(int id, string path, CancellationToken cancellationToken);
}
