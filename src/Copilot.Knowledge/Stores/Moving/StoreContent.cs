using Copilot.Contracts;

namespace Copilot.Knowledge.Stores.Moving;

/// <summary>Reads all that a store holds, to count and hash it.</summary>
internal sealed class StoreContent(IKnowledgeStore store)
{
    /// <summary>How many characters of a document are read at once.</summary>
    public const int Window = 1_000_000;

    private const int Batch = 1_000;

    /// <summary>Reads it.</summary>
    /// <param name="documents">The documents.</param>
    /// <param name="space">The space, or null.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public async Task<IReadOnlyList<MovedRows>> ReadAsync(IReadOnlyList<ListedDocument> documents, string? space, CancellationToken cancellationToken)
    {
        using ContentHash rows = new("documents"), parts = new("parts"), passages = new("passages"), vectors = new("vectors");
        foreach (var listed in documents.OrderBy(d => d.Document.Collection, StringComparer.Ordinal).ThenBy(d => d.Document.Label.Id, StringComparer.Ordinal))
        {
            var document = listed.Document;
            rows.Add(new
            {
                Collection = rows.Kept(document.Collection), Source = rows.Kept(document.Source), document.TextHash, document.Format, document.Language, document.Pages,
                Original = rows.KeptOrNone(document.Original), Uri = rows.KeptOrNone(document.Uri), document.Gate, document.Notes, Title = rows.Kept(document.Label.Title), document.Label, listed.Length, listed.Chunks,
            });
            await ReadAsync(listed, space, parts, passages, vectors, cancellationToken);
        }

        return [rows.End(), parts.End(), passages.End(), vectors.End()];
    }

    private async Task ReadAsync(ListedDocument listed, string? space, ContentHash parts, ContentHash passages, ContentHash vectors, CancellationToken cancellationToken)
    {
        var name = new DocumentKey(listed.Document.Collection, listed.Document.Label.Id);
        for (var at = 0; at < listed.Length; at += Window)
        {
            foreach (var part in (await store.PartsAsync(name, at, at + Window, cancellationToken)).Where(p => p.Start >= at || at == 0))
            {
                parts.Add(part with { Text = parts.Kept(part.Text) });
            }
        }

        var moved = (IMovedStore)store;
        if (await moved.FirstKeyAsync(name, cancellationToken) is not { } first)
        {
            return;
        }

        for (var at = 0; at < listed.Chunks; at += Batch)
        {
            var count = Math.Min(Batch, listed.Chunks - at);
            foreach (var chunk in await moved.MovedChunksAsync(first + at, count, cancellationToken))
            {
                passages.Add(chunk with { Text = passages.Kept(chunk.Text), Lead = passages.Kept(chunk.Lead), HeadingPath = [.. chunk.HeadingPath.Select(passages.Kept)] });
            }

            if (space is not null)
            {
                foreach (var (key, numbers) in await moved.MovedVectorsAsync(space, first + at, count, cancellationToken))
                {
                    vectors.Add($"{name}#{key - first}", numbers);
                }
            }
        }
    }
}
