using Copilot.Knowledge.Ingestion.Chunking;

namespace Copilot.Knowledge.Stores.Sqlite;

/// <summary>Writes one document into the embedded store, a transaction for each call.</summary>
internal sealed class SqliteDocumentWriter(SqliteFile file, KnownWords known, long key, StoredDocument begun) : IDocumentWriter
{
    // A document with more different words than this holds codes rather than words; typos are not put right against the rest.
    private const int MostWords = 200_000;

    private readonly IndexedDocument _indexed = new(begun);
    private readonly HashSet<(string Text, string Stem)> _words = [];
    private bool _committed;

    /// <inheritdoc/>
    public async Task AddAsync(IReadOnlyList<StoredPart> parts, IReadOnlyList<Chunk> chunks, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();

        // The work on the text is done before the only writer's place is taken.
        var indexed = chunks.Select(c => (c, _indexed.Of(c))).ToList();
        await file.WriteAsync(s => DocumentRows.Add(s, key, parts, indexed), cancellationToken);
        foreach (var part in parts)
        {
            Keep(_indexed.WordsOf(part.Text));
        }
    }

    /// <inheritdoc/>
    public async Task CommitAsync(StoredDocument document, CancellationToken cancellationToken)
    {
        Keep(_indexed.Words());
        await file.WriteAsync(
            s =>
            {
                DocumentRows.Commit(s, key, document, _words);
                DocumentRows.Touch(s);
            },
            cancellationToken);
        _committed = true;
        known.Keep(_words);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_committed)
        {
            return;
        }

        try
        {
            await file.WriteAsync(s => DocumentRows.Abandon(s, key), CancellationToken.None);
        }
        catch (ObjectDisposedException)
        {
            // The store is closed; what was begun is removed when it is opened again.
        }
    }

    private void Keep(IEnumerable<(string Text, string Stem)> words)
    {
        foreach (var word in words)
        {
            if (_words.Count >= MostWords)
            {
                return;
            }

            if (!known.Contains(word))
            {
                _words.Add(word);
            }
        }
    }
}
