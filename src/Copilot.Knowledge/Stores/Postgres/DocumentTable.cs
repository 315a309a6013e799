using System.Text.Json;
using Copilot.Contracts;
using Copilot.Knowledge.Ingestion;
using Copilot.Knowledge.Ingestion.Chunking;
using Npgsql;

namespace Copilot.Knowledge.Stores.Postgres;

/// <summary>A document as rows: writing and removing them, inside the caller's transaction.</summary>
internal static class DocumentTable
{
    /// <summary>What <see cref="DocumentOf"/> reads, of <c>document d</c>.</summary>
    public const string Columns =
        "d.collection, d.source, d.label, d.text_hash, d.format, d.language, d.pages, d.original, d.uri, d.gate_model, d.gate_id, d.notes";

    /// <summary>How many columns these are.</summary>
    public const int ColumnCount = 12;

    /// <summary>Finds a document by where it came from.</summary>
    public const string BySource = "d.live and d.collection = @collection and left(d.source, 500) = left(@source, 500) and d.source = @source";

    /// <summary>Finds a document by its id.</summary>
    public const string ById = "d.live and d.collection = @collection and left(d.id, 500) = left(@id, 500) and d.id = @id";

    private const string BeginSql =
        """
        insert into document(collection, id, source, live, writer, title, label, text_hash, label_hash, indexed_label, length, chunks, words, tokens, format, language, notes)
        values(@collection, @id, @source, false, @writer, '', '', @hash, '', '', 0, 0, 0, 0, @format, @language, '[]') returning key
        """;

    private const string PartsSql = "copy part(document, ordinal, first, past, page, layout, text) from stdin (format binary)";

    private const string ChunksSql =
        "copy chunk(key, first, past, page, box, marks, path, lead, text, title, headings, about, codes, body) from stdin (format binary)";

    // What a document's postings are named after stands in its chunks: the index over postings begins with the term.
    private const string PostingsSql =
        """
        with named as (
            select distinct u.term from chunk c cross join lateral unnest(string_to_array(concat_ws(' ', c.title, c.headings, c.about, c.body, c.codes), ' ')) u(term)
            where c.key between @first and @last),
        gone as (delete from posting p using named n where p.term = n.term collate "C" and p.document = @key returning p.term, p.holders)
        """;

    /// <summary>Writes a document that is not found yet; gives its key.</summary>
    public static async Task<long> BeginAsync(PostgresSession session, StoredDocument document, long writer, CancellationToken cancellationToken)
        => await session.ScalarAsync<long>(
            BeginSql,
            [
                ("collection", document.Collection), ("id", document.Label.Id), ("source", document.Source), ("writer", writer), ("hash", document.TextHash),
                ("format", document.Format), ("language", document.Language),
            ],
            cancellationToken) ?? throw new InvalidOperationException("The server gave no key.");

    /// <summary>Adds parts and chunks to a document that is being written.</summary>
    public static async Task AddAsync(
        PostgresSession session, long key, IReadOnlyList<StoredPart> parts, IReadOnlyList<(Chunk Chunk, IndexedChunk Indexed)> chunks, CancellationToken cancellationToken)
    {
        var end = parts.Select(p => p.Start + p.Text.Length).DefaultIfEmpty().Max();
        var changed = await session.RunAsync(
            "update document set length = greatest(length, @end), chunks = chunks + @chunks, words = words + @words, tokens = tokens + @tokens where key = @key and not live",
            [
                ("end", end), ("chunks", chunks.Count), ("words", chunks.Sum(c => (long)c.Indexed.Words)),
                ("tokens", chunks.Sum(c => (long)PostingBuffer.TokensOf(c.Indexed))), ("key", key),
            ],
            cancellationToken);
        if (changed == 0)
        {
            throw Swept();
        }

        if (parts.Count > 0)
        {
            await session.CopyAsync(PartsSql, parts, (row, part) => WriteAsync(row, key, part), cancellationToken);
        }

        if (chunks.Count > 0)
        {
            await session.CopyAsync(ChunksSql, chunks, (row, chunk) => WriteAsync(row, key, chunk.Chunk, chunk.Indexed), cancellationToken);
        }
    }

    /// <summary>Puts a document that was written in the place of what its source held before.</summary>
    /// <exception cref="CopilotException">Its id belongs to another source.</exception>
    public static async Task CommitAsync(PostgresSession session, long key, StoredDocument document, CancellationToken cancellationToken)
    {
        await RemoveAsync(session, document.Collection, document.Source, cancellationToken);
        await CheckIdAsync(session, document, cancellationToken);
        if (await session.RunAsync(
            "update document set live = true, writer = null, text_hash = @hash, format = @format where key = @key and not live",
            [("hash", document.TextHash), ("format", document.Format), ("key", key)],
            cancellationToken) == 0)
        {
            throw Swept();
        }

        await LabelTable.WriteAsync(session, key, document, cancellationToken);
        await session.RunAsync(
            "insert into unembedded select s.key, c.key from space s cross join chunk c where c.key between @first and @last",
            [("first", ChunkKey.First(key)), ("last", ChunkKey.Last(key))],
            cancellationToken);
        await session.RunAsync(
            """
            update state set generation = generation + 1, chunks = state.chunks + d.chunks, words = state.words + d.words, tokens = state.tokens + d.tokens
            from document d where d.key = @key
            """,
            [("key", key)],
            cancellationToken);
    }

    /// <summary>Removes a document that was begun and not committed.</summary>
    public static async Task AbandonAsync(PostgresSession session, long key, CancellationToken cancellationToken)
    {
        if (await session.RunAsync("delete from document where key = @key and not live", [("key", key)], cancellationToken) > 0)
        {
            await session.RunAsync($"{PostingsSql} select 1", Range(key), cancellationToken);
            await RemoveContentAsync(session, key, cancellationToken);
        }
    }

    /// <summary>Removes what writers that died left behind, a transaction for each document.</summary>
    public static async Task SweepAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        var session = new PostgresSession(connection);
        foreach (var key in await session.RowsAsync($"select d.key from document d where not d.live and not {PostgresWriterMark.Lives("d.writer")}", r => r.GetInt64(0), [], cancellationToken))
        {
            await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
            await AbandonAsync(session, key, cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }
    }

    /// <summary>Removes what a source held.</summary>
    public static async Task RemoveAsync(PostgresSession session, string collection, string source, CancellationToken cancellationToken)
    {
        // The row goes first: who saves vectors of its chunks at this moment holds it, and is waited for.
        var held = await session.RowsAsync(
            $"delete from document d where {BySource} returning d.key, d.chunks, d.words, d.tokens",
            r => (Key: r.GetInt64(0), Chunks: r.GetInt32(1), Words: r.GetInt64(2), Tokens: r.GetInt64(3)),
            [("collection", collection), ("source", source)],
            cancellationToken);
        foreach (var (key, chunks, words, tokens) in held)
        {
            await session.RunAsync(
                $"""
                {PostingsSql}, less as (select g.term, sum(g.holders)::integer holders from gone g group by g.term)
                update term t set holders = t.holders - l.holders from less l where t.term = l.term
                """,
                Range(key),
                cancellationToken);
            await session.RunAsync(
                "delete from unembedded where chunk between @first and @last and space in (select key from space)",
                [("first", ChunkKey.First(key)), ("last", ChunkKey.Last(key))],
                cancellationToken);
            foreach (var space in await session.RowsAsync("select key from space", r => r.GetInt32(0), [], cancellationToken))
            {
                await session.RunAsync($"delete from vector_{space} where document = @key", [("key", key)], cancellationToken);
            }

            await LabelTable.GiveBackAsync(session, key, collection, cancellationToken);
            await RemoveContentAsync(session, key, cancellationToken);
            await session.RunAsync(
                "update state set generation = generation + 1, chunks = chunks - @chunks, words = words - @words, tokens = tokens - @tokens",
                [("chunks", chunks), ("words", words), ("tokens", tokens)],
                cancellationToken);
        }
    }

    /// <summary>Writes the label of a document that exists; one that is gone stays gone.</summary>
    /// <exception cref="CopilotException">Its id belongs to another source.</exception>
    public static async Task RelabelAsync(PostgresSession session, StoredDocument document, CancellationToken cancellationToken)
    {
        var key = await session.ScalarAsync<long>($"select d.key from document d where {BySource}", [("collection", document.Collection), ("source", document.Source)], cancellationToken);
        if (key is { } found)
        {
            await CheckIdAsync(session, document, cancellationToken);
            await LabelTable.WriteAsync(session, found, document, cancellationToken);
            await TouchAsync(session, cancellationToken);
        }
    }

    /// <summary>Notes that something was written, so that all processes drop what they hold in memory.</summary>
    public static Task TouchAsync(PostgresSession session, CancellationToken cancellationToken) => session.RunAsync("update state set generation = generation + 1", [], cancellationToken);

    /// <summary>Reads a document.</summary>
    public static StoredDocument DocumentOf(NpgsqlDataReader row)
        => new()
        {
            Collection = row.GetString(0),
            Source = row.GetString(1),
            Label = Label(row.GetString(2)),
            TextHash = row.GetString(3),
            Format = row.GetString(4),
            Language = row.GetString(5),
            Pages = row.Number(6),
            Original = row.Text(7),
            Uri = row.Text(8),
            Gate = row.Text(9) is { } model ? new RecordRef(model, row.GetInt32(10)) : null,
            Notes = JsonSerializer.Deserialize<List<string>>(row.GetString(11))!,
        };

    /// <summary>Reads a label.</summary>
    public static DocumentLabel Label(string json) => JsonSerializer.Deserialize<DocumentLabel>(json)!;

    /// <summary>What was being written is gone.</summary>
    public static CopilotException Swept()
        => new("What was being written was removed in between, because the line to PostgreSQL was lost; take the document in again.") { IsTransient = true };

    private static (string Name, object? Value)[] Range(long key) => [("key", key), ("first", ChunkKey.First(key)), ("last", ChunkKey.Last(key))];

    private static async Task RemoveContentAsync(PostgresSession session, long key, CancellationToken cancellationToken)
    {
        await session.RunAsync("delete from part where document = @key", [("key", key)], cancellationToken);
        await session.RunAsync("delete from chunk where key between @first and @last", [("first", ChunkKey.First(key)), ("last", ChunkKey.Last(key))], cancellationToken);
    }

    private static async Task CheckIdAsync(PostgresSession session, StoredDocument document, CancellationToken cancellationToken)
    {
        var owner = await session.RowsAsync(
            $"select d.source from document d where {ById} and d.source <> @source",
            r => r.GetString(0),
            [("collection", document.Collection), ("id", document.Label.Id), ("source", document.Source)],
            cancellationToken);
        if (owner is [var other, ..])
        {
            throw new CopilotException($"The id \"{document.Label.Id}\" already belongs to {Path.GetFileName(other)}; give this document an \"id:\" of its own.");
        }
    }

    private static async Task WriteAsync(PostgresCopy row, long key, StoredPart part)
    {
        await row.LongAsync(key);
        await row.NumberAsync(part.Ordinal);
        await row.NumberAsync(part.Start);
        await row.NumberAsync(part.Start + part.Text.Length);
        await row.NumberAsync(part.Page);
        await row.TextAsync(part.Layout is { } layout ? LayoutText.Of(layout) : null);
        await row.TextAsync(part.Text);
    }

    private static async Task WriteAsync(PostgresCopy row, long key, Chunk chunk, IndexedChunk indexed)
    {
        await row.LongAsync(ChunkKey.Of(key, chunk.Ordinal));
        await row.NumberAsync(chunk.Start);
        await row.NumberAsync(chunk.End);
        await row.NumberAsync(chunk.Page);
        await row.FractionsAsync(chunk.Box);
        await row.NumberAsync((int)chunk.Marks);
        await row.TextsAsync(chunk.HeadingPath);
        await row.TextAsync(chunk.Lead);
        await row.TextAsync(chunk.Text);
        await row.TextAsync(indexed.Title);
        await row.TextAsync(indexed.Headings);
        await row.TextAsync(indexed.About);
        await row.TextAsync(indexed.Codes);
        await row.TextAsync(indexed.Body);
    }
}
