using System.Globalization;
using System.Text.Json;
using Copilot.Contracts;
using Copilot.Knowledge.Ingestion;
using Copilot.Knowledge.Ingestion.Chunking;
using Microsoft.Data.Sqlite;

namespace Copilot.Knowledge.Stores.Sqlite;

/// <summary>A document as rows: writing and removing them, inside the caller's transaction.</summary>
internal static class DocumentRows
{
    /// <summary>What <see cref="DocumentOf"/> reads, of <c>document d</c>.</summary>
    public const string Columns =
        "d.collection, d.source, d.label, d.text_hash, d.format, d.language, d.pages, d.original, d.uri, d.gate_model, d.gate_id, d.notes";

    /// <summary>How many columns these are.</summary>
    public const int ColumnCount = 12;

    /// <summary>Writes a document that is not found yet; gives its key.</summary>
    public static long Begin(SqliteSession session, StoredDocument document, string writer)
        => session.Scalar(
            """
            insert into document(collection, id, source, live, writer, title, label, text_hash, label_hash, indexed_label, length, chunks, words, format, language, notes)
            values($collection, $id, $source, 0, $writer, '', '', $hash, '', '', 0, 0, 0, $format, $language, '[]') returning key
            """,
            ("$collection", document.Collection),
            ("$id", document.Label.Id),
            ("$source", document.Source),
            ("$writer", writer),
            ("$hash", document.TextHash),
            ("$format", document.Format),
            ("$language", document.Language));

    /// <summary>Adds parts and chunks to a document that is being written.</summary>
    public static void Add(SqliteSession session, long key, IReadOnlyList<StoredPart> parts, IReadOnlyList<(Chunk Chunk, IndexedChunk Indexed)> chunks)
    {
        foreach (var part in parts)
        {
            session.Run(
                "insert into part(document, ordinal, start, end, page, layout, text) values($document, $ordinal, $start, $end, $page, $layout, $text)",
                ("$document", key),
                ("$ordinal", part.Ordinal),
                ("$start", part.Start),
                ("$end", part.Start + part.Text.Length),
                ("$page", part.Page),
                ("$layout", part.Layout is { } layout ? LayoutText.Of(layout) : null),
                ("$text", part.Text));
        }

        foreach (var (chunk, indexed) in chunks)
        {
            session.Run(
                """
                insert into chunk(key, start, end, words, page, box, marks, path, lead, text, title, headings, about, codes, body)
                values($key, $start, $end, $words, $page, $box, $marks, $path, $lead, $text, $title, $headings, $about, $codes, $body)
                """,
                ("$key", ChunkKey.Of(key, chunk.Ordinal)),
                ("$start", chunk.Start),
                ("$end", chunk.End),
                ("$words", indexed.Words),
                ("$page", chunk.Page),
                ("$box", chunk.Box is { } box ? JsonSerializer.Serialize(box) : null),
                ("$marks", (int)chunk.Marks),
                ("$path", chunk.HeadingPath.Count == 0 ? "[]" : JsonSerializer.Serialize(chunk.HeadingPath)),
                ("$lead", chunk.Lead),
                ("$text", chunk.Text),
                ("$title", indexed.Title),
                ("$headings", indexed.Headings),
                ("$about", indexed.About),
                ("$codes", indexed.Codes),
                ("$body", indexed.Body));
        }

        var changed = session.Run(
            """
            update document set length = max(length, $end), chunks = chunks + $chunks, words = words + $words where key = $key and not live
            """,
            ("$end", parts.Select(p => p.Start + p.Text.Length).DefaultIfEmpty().Max()),
            ("$chunks", chunks.Count),
            ("$words", chunks.Sum(c => (long)c.Indexed.Words)),
            ("$key", key));
        if (changed == 0)
        {
            throw Swept();
        }
    }

    /// <summary>Puts a document that was written in the place of what its source held before.</summary>
    /// <exception cref="CopilotException">Its id belongs to another source.</exception>
    public static void Commit(SqliteSession session, long key, StoredDocument document, IEnumerable<(string Text, string Stem)> words)
    {
        Remove(session, document.Collection, document.Source);
        CheckId(session, document);
        if (session.Run(
            "update document set live = 1, writer = null, text_hash = $hash, format = $format where key = $key and not live",
            ("$hash", document.TextHash),
            ("$format", document.Format),
            ("$key", key)) == 0)
        {
            throw Swept();
        }

        LabelRows.Write(session, key, document);
        var (first, last) = (ChunkKey.First(key), ChunkKey.Last(key));
        session.Run(
            """
            insert into chunk_fts(rowid, title, headings, about, body, codes)
            select key, title, headings, about, body, codes from chunk where key between $first and $last
            """,
            ("$first", first),
            ("$last", last));
        session.Run(
            "insert into unembedded select s.key, c.key from space s cross join chunk c where c.key between $first and $last",
            ("$first", first),
            ("$last", last));
        foreach (var (text, stem) in words)
        {
            session.Run("insert or ignore into word values($text, $stem)", ("$text", text), ("$stem", stem));
        }

        session.Run("update state set chunks = state.chunks + d.chunks, words = state.words + d.words from document d where d.key = $key", ("$key", key));
    }

    /// <summary>Removes a document that was begun and not committed.</summary>
    public static void Abandon(SqliteSession session, long key)
    {
        if (session.Run("delete from document where key = $key and not live", ("$key", key)) > 0)
        {
            RemoveContent(session, key);
        }
    }

    /// <summary>Removes what writers that died left behind, a transaction for each document.</summary>
    public static void Sweep(SqliteSession session, string database)
    {
        WriterMark.Sweep(database);
        var dead = session.Rows("select key, writer from document where not live", r => (Key: r.GetInt64(0), Writer: r.GetString(1)))
            .Where(d => !WriterMark.Lives(database, d.Writer));
        foreach (var (key, _) in dead)
        {
            session.Run("begin immediate");
            Abandon(session, key);
            session.Run("commit");
        }
    }

    /// <summary>Writes the label of a document that exists; one that is gone stays gone.</summary>
    /// <exception cref="CopilotException">Its id belongs to another source.</exception>
    public static void Relabel(SqliteSession session, StoredDocument document)
    {
        if (KeyOf(session, document.Collection, document.Source) is { } key)
        {
            CheckId(session, document);
            LabelRows.Write(session, key, document);
        }
    }

    /// <summary>Removes what a source held.</summary>
    public static void Remove(SqliteSession session, string collection, string source)
    {
        if (KeyOf(session, collection, source) is not { } key)
        {
            return;
        }

        var (first, last) = (ChunkKey.First(key), ChunkKey.Last(key));
        session.Run(
            """
            insert into chunk_fts(chunk_fts, rowid, title, headings, about, body, codes)
            select 'delete', key, title, headings, about, body, codes from chunk where key between $first and $last
            """,
            ("$first", first),
            ("$last", last));
        session.Run("delete from unembedded where chunk between $first and $last and space in (select key from space)", ("$first", first), ("$last", last));
        session.Run("delete from vector where chunk between $first and $last and space in (select key from space)", ("$first", first), ("$last", last));
        session.Run("delete from supersession where document = $key", ("$key", key));
        session.Run("update state set chunks = state.chunks - d.chunks, words = state.words - d.words from document d where d.key = $key", ("$key", key));
        session.Run("delete from document where key = $key", ("$key", key));
        RemoveContent(session, key);
    }

    /// <summary>Notes that something was written, so that all processes drop what they hold in memory.</summary>
    public static void Touch(SqliteSession session) => session.Run("update state set generation = generation + 1");

    /// <summary>Gets how often something was written.</summary>
    public static long Generation(SqliteSession session) => session.Scalar("select generation from state");

    /// <summary>Reads a document.</summary>
    public static StoredDocument DocumentOf(SqliteDataReader row)
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

    /// <summary>Writes a day so that it sorts.</summary>
    public static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>Reads a day.</summary>
    public static DateOnly? Day(string? iso) => iso is null ? null : DateOnly.ParseExact(iso, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>Reads a label.</summary>
    public static DocumentLabel Label(string json) => JsonSerializer.Deserialize<DocumentLabel>(json)!;

    private static void RemoveContent(SqliteSession session, long key)
    {
        session.Run("delete from part where document = $key", ("$key", key));
        session.Run("delete from chunk where key between $first and $last", ("$first", ChunkKey.First(key)), ("$last", ChunkKey.Last(key)));
    }

    private static long? KeyOf(SqliteSession session, string collection, string source)
        => session.ScalarOrNull("select key from document where live and collection = $collection and source = $source", ("$collection", collection), ("$source", source));

    private static void CheckId(SqliteSession session, StoredDocument document)
    {
        var owner = session.Rows(
            "select source from document where live and collection = $collection and id = $id and source <> $source",
            r => r.GetString(0),
            ("$collection", document.Collection),
            ("$id", document.Label.Id),
            ("$source", document.Source));
        if (owner is [var other, ..])
        {
            throw new CopilotException($"The id \"{document.Label.Id}\" already belongs to {Path.GetFileName(other)}; give this document an \"id:\" of its own.");
        }
    }

    private static CopilotException Swept()
        => new("What was being written was removed in between, as if its writer had died; take the document in again, and keep the data folder on a disk of this machine.");
}
