using Copilot.Knowledge.Ingestion.Chunking;

namespace Copilot.Knowledge.Stores.Postgres;

/// <summary>Writes one document, a transaction for each call; all that is large is written before the commit takes its turn among the nodes.</summary>
internal sealed class PostgresDocumentWriter(PostgresServer server, long key, StoredDocument begun) : IDocumentWriter
{
    // A document with more different words than this holds codes rather than words; typos are not put right against the rest.
    private const int MostWords = 200_000;

    private const string PostingsSql = "copy posting(term, document, piece, holders, fields, entries) from stdin (format binary)";
    private const string TermsSql =
        "insert into term(term, holders) select * from unnest(@terms, @holders) on conflict (term) do update set holders = term.holders + excluded.holders";

    private const string WordsSql = "insert into word(text, stem) select * from unnest(@texts, @stems) on conflict do nothing";

    private readonly IndexedDocument _indexed = new(begun);
    private readonly PostingBuffer _postings = new();
    private readonly HashSet<(string Text, string Stem)> _words = [];
    private bool _committed;

    /// <inheritdoc/>
    public async Task AddAsync(IReadOnlyList<StoredPart> parts, IReadOnlyList<Chunk> chunks, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();

        // The work on the text is done before a connection is taken.
        var indexed = chunks.Select(c => (Chunk: c, Indexed: _indexed.Of(c))).ToList();
        await server.WriteAsync(
            PostgresTurn.None,
            async s =>
            {
                await DocumentTable.AddAsync(s, key, parts, indexed, cancellationToken);
                return true;
            },
            cancellationToken);
        foreach (var (chunk, index) in indexed)
        {
            _postings.Add(chunk.Ordinal, index);
        }

        foreach (var part in parts)
        {
            Keep(_indexed.WordsOf(part.Text));
        }

        if (_postings.IsFull)
        {
            await FlushAsync(cancellationToken);
        }
    }

    /// <inheritdoc/>
    public async Task CommitAsync(StoredDocument document, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Keep(_indexed.Words());
        await FlushAsync(cancellationToken);

        // In one order for all, as locks on rows are taken.
        var terms = _postings.Holders.OrderBy(h => h.Key, StringComparer.Ordinal).ToList();
        var words = _words.OrderBy(w => w.Text, StringComparer.Ordinal).ThenBy(w => w.Stem, StringComparer.Ordinal).ToList();
        await server.WriteAsync(
            PostgresTurn.Library,
            async s =>
            {
                await DocumentTable.CommitAsync(s, key, document, cancellationToken);
                await s.RunAsync(TermsSql, [("terms", terms.Select(t => t.Key).ToArray()), ("holders", terms.Select(t => t.Value).ToArray())], cancellationToken);
                await s.RunAsync(WordsSql, [("texts", words.Select(w => w.Text).ToArray()), ("stems", words.Select(w => w.Stem).ToArray())], cancellationToken);
                return true;
            },
            cancellationToken);
        _committed = true;
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
            await server.WriteAsync(
                PostgresTurn.None,
                async s =>
                {
                    await DocumentTable.AbandonAsync(s, key, CancellationToken.None);
                    return true;
                },
                CancellationToken.None);
        }
        catch (Exception left) when (left is ObjectDisposedException or Npgsql.NpgsqlException { IsTransient: true })
        {
            // The store is closed or out of reach; what was begun is removed when one is opened again.
        }
    }

    private async Task FlushAsync(CancellationToken cancellationToken)
    {
        var rows = _postings.Rows();
        if (rows.Count == 0)
        {
            return;
        }

        await server.WriteAsync(
            PostgresTurn.None,
            async s =>
            {
                // Holding the row keeps a sweep from passing between, which would leave postings of nothing.
                if (await s.ScalarAsync<long>("select key from document where key = @key and not live for update", [("key", key)], cancellationToken) is null)
                {
                    throw DocumentTable.Swept();
                }

                await s.CopyAsync(PostingsSql, rows, WriteAsync, cancellationToken);
                return true;
            },
            cancellationToken);
        _postings.Forget();
    }

    private async Task WriteAsync(PostgresCopy row, PostingRow posting)
    {
        await row.TextAsync(posting.Term);
        await row.LongAsync(key);
        await row.NumberAsync(posting.Piece);
        await row.NumberAsync(posting.Holders);
        await row.ShortAsync(posting.Fields);
        await row.BytesAsync(posting.Entries);
    }

    private void Keep(IEnumerable<(string Text, string Stem)> words)
    {
        foreach (var word in words)
        {
            if (_words.Count >= MostWords)
            {
                return;
            }

            _words.Add(word);
        }
    }
}
