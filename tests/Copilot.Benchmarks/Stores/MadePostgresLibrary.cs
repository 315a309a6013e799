using System.Globalization;
using Copilot.Knowledge.Ingestion;
using Copilot.Knowledge.Ingestion.Chunking;
using Copilot.Knowledge.Stores;
using Copilot.Knowledge.Stores.Postgres;
using Npgsql;

namespace Copilot.Benchmarks.Stores;

/// <summary>
/// A large library on PostgreSQL. A few documents are written through the store with words made by chance; the others are copied from them on the server and have no words.
/// Vectors are those of pieces of real texts (<see cref="MadeTexts"/>), the ones of a document from pieces that follow each other; one in twenty is pure chance and near to nothing.
/// </summary>
internal sealed class MadePostgresLibrary(PostgresKnowledgeStore store, NpgsqlDataSource source, MadeTexts texts, int chunks)
{
    private const int ChunksEach = 20;
    private const int MostWithWords = 100_000;
    private const int WordsEach = 80;
    private const int Vocabulary = 30_000;
    private const int Alone = 20;

    private readonly Random _random = new(7);

    // One document in so many has its words, for the time that takes.
    private readonly int _wordsEvery = Math.Max(1, chunks / MostWithWords);

    public async Task FillAsync(string space, CancellationToken cancellationToken)
    {
        await store.OpenSpaceAsync(new EmbeddingSpace { Id = space, Dimension = texts.Dimension }, cancellationToken);
        for (var number = 0; number < chunks / ChunksEach; number += _wordsEvery)
        {
            await WriteAsync(number, cancellationToken);
        }

        await RunAsync(
            $"""
            insert into document(collection, id, source, live, rights, title, label, text_hash, label_hash, indexed_label, length, chunks, words, tokens, format, language, notes)
            select collection, id || '/' || n, source || '/' || n, true, rights, title, label, text_hash, label_hash, indexed_label, length, chunks, 0, 0, format, language, notes
            from document cross join generate_series(1, {_wordsEvery - 1}) n where live
            """,
            cancellationToken);
        await RunAsync(
            $"""
            insert into chunk select (d.key << 20) + o, 0, 9, null, null, 0, array[]::text[], '', 'a passage', '', '', '', '', ''
            from document d cross join generate_series(0, {ChunksEach - 1}) o where d.id like '%/%'
            """,
            cancellationToken);
        await RunAsync(
            """
            update document set valid_to = case when key % 10 = 3 then date '2026-01-01' end, valid_from = case when key % 20 = 7 then date '2027-01-01' end,
                superseded_on = case when key % 20 = 11 then date '2026-03-01' end
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

    /// <summary>Builds a second index, as the store builds its own but for the distance <c>&lt;=&gt;</c>.</summary>
    public async Task IndexCosineAsync(CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        await RunAsync(connection, "set maintenance_work_mem = '2GB'", cancellationToken);
        await RunAsync(connection, "create index if not exists vector_1_cosine on vector_1 using hnsw (numbers vector_cosine_ops) with (m = 16, ef_construction = 200)", cancellationToken);
    }

    private async Task LoadVectorsAsync(CancellationToken cancellationToken)
    {
        var documents = new List<long>();
        await using (var command = source.CreateCommand("select key from document where live order by key"))
        await using (var reader = await command.ExecuteReaderAsync(cancellationToken))
        {
            while (await reader.ReadAsync(cancellationToken))
            {
                documents.Add(reader.GetInt64(0));
            }
        }

        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        await using var rows = await VectorRows.BeginAsync(connection, texts.Dimension, cancellationToken);
        foreach (var document in documents)
        {
            var vectors = await texts.VectorsAsync(ChunksEach, _random, cancellationToken);
            for (var ordinal = 0; ordinal < ChunksEach; ordinal++)
            {
                var numbers = _random.Next(Alone) == 0 ? Unit(vectors[ordinal].Select(_ => Normal())) : vectors[ordinal];
                await rows.AddAsync(ChunkKey.Of(document, ordinal), numbers, cancellationToken);
            }
        }

        await rows.EndAsync(cancellationToken);
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
                Readers = [(number / _wordsEvery % 100) switch { < 5 => "all", < 50 => "sales-rep", < 75 => "purchaser", < 99 => "accountant", _ => "auditor" }],
                Companies = [(number / _wordsEvery % 3) == 0 ? "Meridian" : "all"],
            },
        };
        var cut = new List<Chunk>();
        for (var i = 0; i < ChunksEach; i++)
        {
            // Words by Zipf's law.
            var text = string.Join(' ', Enumerable.Range(0, WordsEach).Select(_ => "w" + ((int)Math.Pow(Vocabulary, _random.NextDouble())).ToString(CultureInfo.InvariantCulture)));
            cut.Add(new Chunk(i, i * 1000, (i * 1000) + text.Length, [], string.Empty) { Text = text });
        }

        await using var writer = await store.BeginAsync(document, cancellationToken);
        await writer.AddAsync([.. cut.Select(c => new StoredPart(c.Ordinal, c.Start, c.Text))], cut, cancellationToken);
        await writer.CommitAsync(document, cancellationToken);
    }

    private double Normal() => Math.Sqrt(-2 * Math.Log(1 - _random.NextDouble())) * Math.Cos(2 * Math.PI * _random.NextDouble());

    private static float[] Unit(IEnumerable<double> numbers)
    {
        double[] all = [.. numbers];
        var length = Math.Sqrt(all.Sum(n => n * n));
        return [.. all.Select(n => (float)(n / length))];
    }

    private async Task RunAsync(string sql, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        await RunAsync(connection, sql, cancellationToken);
    }

    private static async Task RunAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Constant text of this file.
        command.CommandText = sql;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
