using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text.Json;
using Copilot.Contracts;

namespace Copilot.Knowledge.Stores.Sqlite;

/// <summary>The vectors leg of the embedded store.</summary>
internal sealed class SqliteVectors(SqliteFile file, PermittedCache permitted, SqliteLimits limits) : IDisposable
{
    private readonly ConcurrentDictionary<long, VectorIndex> _indexes = new();
    private readonly Lock _beginning = new();
    private volatile bool _disposed;

    /// <inheritdoc cref="IVectorStore.SpacesAsync"/>
    public Task<IReadOnlyList<EmbeddingSpace>> SpacesAsync(CancellationToken cancellationToken)
        => file.ReadAsync(
            s => s.Rows(
                "select id, dimension, model, fitted_on, active from space order by id",
                r => new EmbeddingSpace
                {
                    Id = r.GetString(0),
                    Dimension = r.GetInt32(1),
                    Model = r.IsDBNull(2) ? default(ReadOnlyMemory<byte>?) : r.GetFieldValue<byte[]>(2),
                    FittedOn = r.GetInt32(3),
                    Active = r.GetBoolean(4),
                }),
            cancellationToken);

    /// <inheritdoc cref="IVectorStore.OpenSpaceAsync"/>
    public Task OpenSpaceAsync(EmbeddingSpace space, CancellationToken cancellationToken)
        => file.WriteAsync(
            s =>
            {
                if (s.ScalarOrNull("select dimension from space where id = $id", ("$id", space.Id)) is { } known)
                {
                    if (known != space.Dimension)
                    {
                        throw new CopilotException($"The model \"{space.Id}\" gives vectors of {space.Dimension} numbers, and those kept have {known}; name the model that made them, or give the changed one another name.");
                    }

                    return;
                }

                s.Run(
                    "insert into space(id, dimension, model, fitted_on, active, replaced) values($id, $dimension, $model, $fitted, 0, 0)",
                    ("$id", space.Id),
                    ("$dimension", space.Dimension),
                    ("$model", space.Model?.ToArray()),
                    ("$fitted", space.FittedOn));
                s.Run(
                    "insert into unembedded select s.key, c.key from space s cross join document d join chunk c on c.key between d.key << 20 and (d.key << 20) + 1048575 where s.id = $id and d.live",
                    ("$id", space.Id));
            },
            cancellationToken);

    /// <inheritdoc cref="IVectorStore.UnembeddedAsync"/>
    public Task<IReadOnlyList<ChunkToEmbed>> UnembeddedAsync(string space, int limit, CancellationToken cancellationToken)
        => file.ReadAsync(
            s => s.Rows(
                """
                select k.key, d.indexed_label, k.path, k.lead, k.text, k.title, k.headings, k.about, k.body
                from unembedded u join chunk k on k.key = u.chunk join document d on d.key = k.key >> 20
                where u.space = (select key from space where id = $space) order by u.chunk limit $limit
                """,
                r => new ChunkToEmbed(
                    r.GetInt64(0),
                    IndexedChunk.PlainContextOf(r.GetString(1), JsonSerializer.Deserialize<List<string>>(r.GetString(2))!),
                    IndexedChunk.PlainTextOf(r.GetString(3), r.GetString(4)),
                    IndexedChunk.StemsOf(r.GetString(5), r.GetString(6), r.GetString(7), r.GetString(8))),
                ("$space", space),
                ("$limit", limit)),
            cancellationToken);

    /// <inheritdoc cref="IVectorStore.StemsAsync"/>
    public async IAsyncEnumerable<string> StemsAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var last = -1L;
        while (true)
        {
            var from = last;
            var page = await file.ReadAsync(
                s => s.Rows(
                    """
                    select k.key, k.title, k.headings, k.about, k.body from chunk k join document d on d.key = k.key >> 20
                    where d.live and k.key > $from order by k.key limit 1000
                    """,
                    r => (Key: r.GetInt64(0), Stems: IndexedChunk.StemsOf(r.GetString(1), r.GetString(2), r.GetString(3), r.GetString(4))),
                    ("$from", from)),
                cancellationToken);
            foreach (var (key, stems) in page)
            {
                last = key;
                yield return stems;
            }

            if (page.Count == 0)
            {
                yield break;
            }
        }
    }

    /// <inheritdoc cref="IVectorStore.SaveVectorsAsync"/>
    public Task SaveVectorsAsync(string space, IReadOnlyList<KeyValuePair<long, float[]>> vectors, CancellationToken cancellationToken)
        => file.WriteAsync(
            s =>
            {
                var spaces = s.Rows("select key, dimension from space where id = $id", r => (Key: r.GetInt64(0), Dimension: r.GetInt32(1)), ("$id", space));
                foreach (var (key, dimension) in spaces)
                {
                    foreach (var (chunk, numbers) in vectors)
                    {
                        CheckDimension(space, dimension, numbers.Length);
                        Save(s, key, chunk, numbers);
                    }
                }

                s.Run("update state set vectors = vectors + 1");
            },
            cancellationToken);

    /// <inheritdoc cref="IVectorStore.SwitchToAsync"/>
    public Task SwitchToAsync(string space, CancellationToken cancellationToken)
        => file.WriteAsync(
            s =>
            {
                s.Run("update space set active = (id = $space)", ("$space", space));
                s.Run("delete from vector where space in (select key from space where not active)");
                s.Run("delete from unembedded where space in (select key from space where not active)");
                s.Run("delete from space where not active");
            },
            cancellationToken);

    /// <inheritdoc cref="IVectorStore.NearestAsync"/>
    public Task<IReadOnlyList<Candidate>> NearestAsync(VectorQuery query, CancellationToken cancellationToken)
        => file.ReadAsync(
            s =>
            {
                var documents = permitted.Of(s, query.Filter);
                if (documents.Count == 0 || query.Limit <= 0)
                {
                    return [];
                }

                while (IndexOf(s, query) is { } index)
                {
                    try
                    {
                        return index.Nearest(query.Vector.Span, documents, query.Limit, cancellationToken).Read(s, (c, cosine) => c with { Cosine = cosine });
                    }
                    catch (ObjectDisposedException) when (!_disposed)
                    {
                        // Another has begun the index anew in between.
                    }
                }

                return [];
            },
            cancellationToken);

    /// <inheritdoc/>
    public void Dispose()
    {
        _disposed = true;
        foreach (var index in _indexes.Values)
        {
            index.Dispose();
        }
    }

    private VectorIndex? IndexOf(SqliteSession session, VectorQuery query)
    {
        var spaces = session.Rows(
            "select s.key, s.dimension, s.replaced, t.vectors, t.chunks from space s, state t where s.id = $id",
            r => (Key: r.GetInt64(0), Dimension: r.GetInt32(1), Replaced: r.GetInt64(2), Written: r.GetInt64(3), Chunks: r.GetInt64(4)),
            ("$id", query.Space));
        if (spaces is not [var space])
        {
            return null;
        }

        CheckDimension(query.Space, space.Dimension, query.Vector.Length);
        if (Fresh() is { } ready)
        {
            ready.Refresh(session, space.Written);
            return ready;
        }

        lock (_beginning)
        {
            if (Fresh() is { } other)
            {
                other.Refresh(session, space.Written);
                return other;
            }

            // Filled before others see it: a transaction that sees older vectors must not be the first to fill it.
            var index = new VectorIndex(Path.GetDirectoryName(file.Path)!, space.Key, space.Dimension, space.Replaced);
            index.Refresh(session, space.Written);
            var spacesNow = session.Rows("select key from space", r => r.GetInt64(0));
            foreach (var gone in _indexes.Where(i => i.Key == space.Key || !spacesNow.Contains(i.Key)))
            {
                _indexes.TryRemove(gone);
                gone.Value.Dispose();
            }

            _indexes[space.Key] = index;
            return index;
        }

        VectorIndex? Fresh()
            => _indexes.TryGetValue(space.Key, out var known) && known.Replaced >= space.Replaced && known.Count <= (2 * space.Chunks) + limits.MostGone ? known : null;
    }

    private static void CheckDimension(string space, int dimension, int found)
    {
        if (dimension != found)
        {
            throw new CopilotException($"The model \"{space}\" gave a vector of {found} numbers, and its space has {dimension}; check which model answers under that name.");
        }
    }

    private static void Save(SqliteSession session, long space, long chunk, float[] numbers)
    {
        // A chunk that is there waits for its vector or has one; one that is gone does neither.
        (string, object?)[] which = [("$space", space), ("$chunk", chunk)];
        var bytes = MemoryMarshal.AsBytes(numbers.AsSpan()).ToArray();
        if (session.Run("delete from unembedded where space = $space and chunk = $chunk", which) > 0)
        {
            session.Run("insert into vector(space, chunk, numbers) values($space, $chunk, $numbers)", [.. which, ("$numbers", bytes)]);
        }
        else if (session.Run("update vector set numbers = $numbers where space = $space and chunk = $chunk and numbers <> $numbers", [.. which, ("$numbers", bytes)]) > 0)
        {
            session.Run("update space set replaced = replaced + 1 where key = $space", ("$space", space));
        }
    }
}
