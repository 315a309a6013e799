using System.Runtime.InteropServices;
using Copilot.Contracts;

namespace Copilot.Knowledge.Stores.Sqlite;

/// <summary>Vectors as rows of the embedded store.</summary>
internal sealed class SqliteVectors(SqliteFile file)
{
    /// <inheritdoc cref="IVectorStore.SpacesAsync"/>
    public Task<IReadOnlyList<EmbeddingSpace>> SpacesAsync(CancellationToken cancellationToken)
        => file.ReadAsync(
            c => c.Rows(
                "select id, dimension, model, fitted_on, active from space order by id",
                r => new EmbeddingSpace
                {
                    Id = r.GetString(0),
                    Dimension = r.GetInt32(1),
                    Model = r.IsDBNull(2) ? null : r.GetFieldValue<byte[]>(2),
                    FittedOn = r.GetInt32(3),
                    Active = r.GetBoolean(4),
                }),
            cancellationToken);

    /// <inheritdoc cref="IVectorStore.OpenSpaceAsync"/>
    public Task OpenSpaceAsync(EmbeddingSpace space, CancellationToken cancellationToken)
        => file.WriteAsync(
            c =>
            {
                c.Run(
                    "insert into space values($id, $dimension, $model, $fitted, 0) on conflict(id) do nothing",
                    ("$id", space.Id),
                    ("$dimension", space.Dimension),
                    ("$model", space.Model?.ToArray()),
                    ("$fitted", space.FittedOn));
                if (c.Scalar("select dimension from space where id = $id", ("$id", space.Id)) is var known && known != space.Dimension)
                {
                    throw new CopilotException($"The model \"{space.Id}\" gives vectors of {space.Dimension} numbers, and those kept have {known}; name the model that made them, or give the changed one another name.");
                }
            },
            cancellationToken);

    /// <inheritdoc cref="IVectorStore.UnembeddedAsync"/>
    public Task<IReadOnlyList<ChunkToEmbed>> UnembeddedAsync(string space, int limit, CancellationToken cancellationToken)
        => file.ReadAsync(
            c => c.Rows(
                """
                select k.key, d.indexed_label, k.headings, k.lead, k.text, f.title, f.headings, f.about, f.body
                from chunk k join document d on d.key = k.document join chunk_fts f on f.rowid = k.key
                where d.live and not exists (select 1 from vector v where v.space = $space and v.chunk = k.key) order by k.key limit $limit
                """,
                r => new ChunkToEmbed(
                    r.GetInt64(0),
                    $"{r.GetString(1)}\n{string.Join(" > ", System.Text.Json.JsonSerializer.Deserialize<List<string>>(r.GetString(2))!)}",
                    $"{r.GetString(3)} {r.GetString(4)}".Trim(),
                    $"{r.GetString(5)} {r.GetString(6)} {r.GetString(7)} {r.GetString(8)}"),
                ("$space", space),
                ("$limit", limit)),
            cancellationToken);

    /// <inheritdoc cref="IVectorStore.StemsAsync"/>
    public async IAsyncEnumerable<string> StemsAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var last = 0L;
        while (true)
        {
            var from = last;
            var page = await file.ReadAsync(
                c => c.Rows(
                    """
                    select k.key, f.title, f.headings, f.about, f.body from chunk k join document d on d.key = k.document join chunk_fts f on f.rowid = k.key
                    where d.live and k.key > $from order by k.key limit 1000
                    """,
                    r => (Key: r.GetInt64(0), Stems: $"{r.GetString(1)} {r.GetString(2)} {r.GetString(3)} {r.GetString(4)}"),
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
            c =>
            {
                foreach (var (chunk, numbers) in vectors)
                {
                    c.Run(
                        "insert into vector select $space, key, $numbers from chunk where key = $chunk on conflict do update set numbers = excluded.numbers",
                        ("$space", space),
                        ("$chunk", chunk),
                        ("$numbers", MemoryMarshal.AsBytes(numbers.AsSpan()).ToArray()));
                }
            },
            cancellationToken);

    /// <inheritdoc cref="IVectorStore.SwitchToAsync"/>
    public Task SwitchToAsync(string space, CancellationToken cancellationToken)
        => file.WriteAsync(
            c =>
            {
                c.Run("update space set active = (id = $space)", ("$space", space));
                c.Run("delete from space where id <> $space", ("$space", space));
            },
            cancellationToken);

    /// <inheritdoc cref="IVectorStore.NearestAsync"/>
    public Task<IReadOnlyList<Candidate>> NearestAsync(VectorQuery query, CancellationToken cancellationToken)
        => file.ReadAsync<IReadOnlyList<Candidate>>(
            c =>
            {
                var question = query.Vector.ToArray();
                var values = SqliteKnowledgeStore.FilterValues(query.Filter);
                var nearest = c.Rows(
                        $"""
                        select v.chunk, v.numbers from vector v join chunk k on k.key = v.chunk join document d on d.key = k.document
                        where v.space = $space and {KnowledgeSchema.Filters}
                        """,
                        r => (Key: r.GetInt64(0), Cosine: Dot(question, MemoryMarshal.Cast<byte, float>(r.GetFieldValue<byte[]>(1)))),
                        [("$space", query.Space), .. values])
                    .OrderByDescending(v => v.Cosine).ThenBy(v => v.Key).Take(query.Limit).ToList();
                return
                [
                    .. nearest.Select(n => c.Rows(
                        $"select {SqliteKnowledgeStore.CandidateColumns} from {SqliteKnowledgeStore.CandidateTables} where k.key = $key",
                        r => SqliteKnowledgeStore.CandidateOf(r) with { Cosine = n.Cosine },
                        ("$key", n.Key))[0]),
                ];
            },
            cancellationToken);

    private static float Dot(ReadOnlySpan<float> a, ReadOnlySpan<float> b)
    {
        var sum = 0f;
        for (var i = 0; i < a.Length; i++)
        {
            sum += a[i] * b[i];
        }

        return sum;
    }
}
