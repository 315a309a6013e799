using System.Globalization;
using Copilot.Knowledge.Ingestion;
using Copilot.Knowledge.Ingestion.Chunking;
using Copilot.Knowledge.Stores;
using Copilot.Knowledge.Stores.Postgres;
using Npgsql;
using NpgsqlTypes;

namespace Copilot.Benchmarks.Stores;

/// <summary>
/// A large library made by chance on PostgreSQL: one passage in <see cref="WordsEvery"/> is written through the store with words of its own; the others are made on the server.
/// Vectors lie in groups, as those of texts do.
/// </summary>
internal sealed class MadePostgresLibrary(PostgresKnowledgeStore store, NpgsqlDataSource source, int chunks)
{
    private const int Dimension = 64;
    private const int ChunksEach = 20;
    private const int WordsEvery = 5;
    private const int WordsEach = 80;
    private const int Vocabulary = 30_000;
    private const int Groups = 2_000;
    private const double Spread = 0.6;

    private readonly Random _random = new(7);
    private readonly List<string> _bodies = [];
    private readonly List<float[]> _groups = [];

    public async Task FillAsync(string space, CancellationToken cancellationToken)
    {
        while (_groups.Count < Groups)
        {
            _groups.Add(Gaussian());
        }

        await store.OpenSpaceAsync(new EmbeddingSpace { Id = space, Dimension = Dimension }, cancellationToken);
        for (var number = 0; number < chunks / ChunksEach; number += WordsEvery)
        {
            await WriteAsync(number, cancellationToken);
        }

        // The rest of the documents has passages without words: the vectors leg does not read them.
        await RunAsync(
            $"""
            insert into document(collection, id, source, live, rights, title, label, text_hash, label_hash, indexed_label, length, chunks, words, tokens, format, language, notes)
            select collection, id || '/' || n, source || '/' || n, true, rights, title, label, text_hash, label_hash, indexed_label, length, chunks, 0, 0, format, language, notes
            from document cross join generate_series(1, {WordsEvery - 1}) n where live
            """,
            cancellationToken);
        await RunAsync(
            $"""
            insert into chunk select (d.key << 20) + o, 0, 9, null, null, 0, array[]::text[], '', 'a passage', '', '', '', '', ''
            from document d cross join generate_series(0, {ChunksEach - 1}) o where d.id like '%/%'
            """,
            cancellationToken);
        await RunAsync("analyze document", cancellationToken);
        await LoadVectorsAsync(cancellationToken);
        await RunAsync("delete from unembedded", cancellationToken);
    }

    public async Task SettleAsync(CancellationToken cancellationToken)
    {
        foreach (var table in new[] { "document", "chunk", "posting", "term", "vector_1" })
        {
            await RunAsync($"vacuum analyze {table}", cancellationToken);
        }
    }

    public float[] Question() => Near(_groups[_random.Next(Groups)]);

    /// <summary>Some words of one passage, as stems.</summary>
    public List<string> Words(int count)
    {
        var body = _bodies[_random.Next(_bodies.Count)].Split(' ');
        return [.. Enumerable.Range(0, count).Select(_ => body[_random.Next(body.Length)]).Distinct()];
    }

    public async Task BareAsync(float[] question, int limit, CancellationToken cancellationToken)
    {
        await using var command = source.CreateCommand("select chunk from vector_1 order by numbers <#> @question::vector limit @limit");
        command.Parameters.AddWithValue("question", VectorText.Of(question));
        command.Parameters.AddWithValue("limit", limit);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            reader.GetInt64(0);
        }
    }

    /// <summary>The nearest by counting, with the same filters.</summary>
    public async Task<HashSet<(string, int)>> ExactAsync(float[] question, int limit, CancellationToken cancellationToken)
    {
        await using var command = source.CreateCommand(
            """
            select d.id, (v.chunk & 1048575)::integer from vector_1 v join document d on d.key = v.document
            where d.rights in (select key from rights where readers && array['all', 'sales-rep'] and companies && array['ALL', 'MERIDIAN'])
            order by (v.numbers <#> @question::vector) + 0 limit @limit
            """);
        command.Parameters.AddWithValue("question", VectorText.Of(question));
        command.Parameters.AddWithValue("limit", limit);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var found = new HashSet<(string, int)>();
        while (await reader.ReadAsync(cancellationToken))
        {
            found.Add((reader.GetString(0), reader.GetInt32(1)));
        }

        return found;
    }

    private async Task LoadVectorsAsync(CancellationToken cancellationToken)
    {
        var keys = new List<long>();
        await using (var command = source.CreateCommand("select key from chunk order by key"))
        await using (var reader = await command.ExecuteReaderAsync(cancellationToken))
        {
            while (await reader.ReadAsync(cancellationToken))
            {
                keys.Add(reader.GetInt64(0));
            }
        }

        await RunAsync("create unlogged table loaded(chunk bigint, numbers real[])", cancellationToken);
        await using (var connection = await source.OpenConnectionAsync(cancellationToken))
        await using (var rows = await connection.BeginBinaryImportAsync("copy loaded from stdin (format binary)", cancellationToken))
        {
            foreach (var key in keys)
            {
                await rows.StartRowAsync(cancellationToken);
                await rows.WriteAsync(key, NpgsqlDbType.Bigint, cancellationToken);
                await rows.WriteAsync(Near(_groups[_random.Next(Groups)]), NpgsqlDbType.Array | NpgsqlDbType.Real, cancellationToken);
            }

            await rows.CompleteAsync(cancellationToken);
        }

        await RunAsync("insert into vector_1 select chunk, chunk >> 20, numbers::vector from loaded", cancellationToken);
        await RunAsync("drop table loaded", cancellationToken);
    }

    private async Task WriteAsync(int number, CancellationToken cancellationToken)
    {
        var document = new StoredDocument
        {
            Collection = "default",
            Source = string.Create(CultureInfo.InvariantCulture, $"/made/{number}"),
            TextHash = "h",
            Label = new DocumentLabel
            {
                Id = string.Create(CultureInfo.InvariantCulture, $"d{number}"),
                Title = "Made",
                Readers = [(number / WordsEvery % 4) switch { 0 => "all", 1 => "sales-rep", 2 => "purchaser", _ => "accountant" }],
                Companies = [(number / WordsEvery % 3) == 0 ? "Meridian" : "all"],
            },
        };
        var cut = new List<Chunk>();
        for (var i = 0; i < ChunksEach; i++)
        {
            // Words by Zipf's law.
            var text = string.Join(' ', Enumerable.Range(0, WordsEach).Select(_ => "w" + ((int)Math.Pow(Vocabulary, _random.NextDouble())).ToString(CultureInfo.InvariantCulture)));
            _bodies.Add(text);
            cut.Add(new Chunk(i, i * 1000, (i * 1000) + text.Length, [], string.Empty) { Text = text });
        }

        await using var writer = await store.BeginAsync(document, cancellationToken);
        await writer.AddAsync([.. cut.Select(c => new StoredPart(c.Ordinal, c.Start, c.Text))], cut, cancellationToken);
        await writer.CommitAsync(document, cancellationToken);
    }

    private float[] Gaussian() => Unit(Enumerable.Range(0, Dimension).Select(_ => Normal()));

    private float[] Near(float[] middle) => Unit(middle.Select(m => m + (Spread * Normal() / Math.Sqrt(Dimension))));

    private double Normal() => Math.Sqrt(-2 * Math.Log(1 - _random.NextDouble())) * Math.Cos(2 * Math.PI * _random.NextDouble());

    private static float[] Unit(IEnumerable<double> numbers)
    {
        double[] all = [.. numbers];
        var length = Math.Sqrt(all.Sum(n => n * n));
        return [.. all.Select(n => (float)(n / length))];
    }

    private async Task RunAsync(string sql, CancellationToken cancellationToken)
    {
#pragma warning disable CA2100 // Constant text of this file.
        await using var command = source.CreateCommand(sql);
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
