using System.Globalization;
using System.Text.Json;
using Copilot.Knowledge.Analysis;
using Copilot.Knowledge.Ingestion;
using Copilot.Knowledge.Ingestion.Chunking;
using Microsoft.Data.Sqlite;

namespace Copilot.Knowledge.Stores.Sqlite;

/// <summary>A document as rows: writing and removing them, inside the caller's transaction.</summary>
internal static class DocumentRows
{
    /// <summary>Writes a new document with its chunks.</summary>
    public static void Insert(SqliteConnection connection, StoredDocument document, IReadOnlyList<Chunk> chunks)
    {
        var key = connection.Scalar(
            """
            insert into document(collection, id, source, title, label, text_hash, label_hash, indexed_label, text)
            values($collection, $id, $source, '', '', $hash, '', '', $text) returning key
            """,
            ("$collection", document.Collection),
            ("$id", document.Label.Id),
            ("$source", document.Source),
            ("$hash", document.TextHash),
            ("$text", document.Text));
        WriteLabel(connection, key, document);
        foreach (var chunk in chunks)
        {
            WriteChunk(connection, key, document, chunk);
        }

        WriteWords(connection, document);
    }

    /// <summary>Writes the label of a document that exists.</summary>
    public static void Relabel(SqliteConnection connection, StoredDocument document)
        => WriteLabel(
            connection,
            connection.Scalar(
                "update document set id = $id where collection = $collection and source = $source returning key",
                ("$collection", document.Collection),
                ("$source", document.Source),
                ("$id", document.Label.Id)),
            document);

    /// <summary>Removes what a source held.</summary>
    public static void Remove(SqliteConnection connection, string collection, string source)
    {
        (string, object?)[] which = [("$collection", collection), ("$source", source)];
        connection.Run(
            """
            delete from chunk_fts where rowid in
                (select k.key from chunk k join document d on d.key = k.document where d.collection = $collection and d.source = $source)
            """,
            which);
        connection.Run("delete from document where collection = $collection and source = $source", which);
    }

    /// <summary>Notes that something was written, so that other processes drop what they hold in memory.</summary>
    public static void Touch(SqliteConnection connection) => connection.Run("update generation set number = number + 1");

    /// <summary>Writes a day so that it sorts.</summary>
    public static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>Reads a day.</summary>
    public static DateOnly? Day(string? iso) => iso is null ? null : DateOnly.ParseExact(iso, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>Reads a label.</summary>
    public static DocumentLabel Label(string json) => JsonSerializer.Deserialize<DocumentLabel>(json)!;

    private static void WriteLabel(SqliteConnection connection, long key, StoredDocument document)
    {
        var label = document.Label;
        connection.Run(
            """
            update document set title = $title, revision = $revision, kind = $kind, owner = $owner, valid_from = $from, valid_to = $to,
                label = $label, label_hash = $hash, indexed_label = $indexed where key = $key
            """,
            ("$key", key),
            ("$title", label.Title),
            ("$revision", label.Revision),
            ("$kind", label.Kind),
            ("$owner", label.Owner),
            ("$from", label.ValidFrom is { } from ? Iso(from) : null),
            ("$to", label.ValidTo is { } to ? Iso(to) : null),
            ("$label", JsonSerializer.Serialize(label)),
            ("$hash", label.Hash()),
            ("$indexed", label.IndexedPart()));
        connection.Run("delete from reader where document = $key", ("$key", key));
        connection.Run("delete from company where document = $key", ("$key", key));
        connection.Run("delete from supersession where document = $key", ("$key", key));
        foreach (var role in label.Readers.Distinct(StringComparer.Ordinal))
        {
            connection.Run("insert into reader values($key, $role)", ("$key", key), ("$role", role));
        }

        foreach (var company in label.Companies.Distinct(StringComparer.OrdinalIgnoreCase))
        {
            connection.Run("insert into company values($key, $name)", ("$key", key), ("$name", company));
        }

        foreach (var older in label.Supersedes.Distinct(StringComparer.Ordinal))
        {
            connection.Run(
                "insert into supersession values($key, $collection, $older, $since)",
                ("$key", key),
                ("$collection", document.Collection),
                ("$older", older),
                ("$since", Iso(label.ValidFrom ?? DateOnly.MinValue)));
        }
    }

    /// <summary>Keeps the words as they are written: typos are put right against them. Short words and numbers are not guessed at.</summary>
    private static void WriteWords(SqliteConnection connection, StoredDocument document)
    {
        var words = WordSplitter.Split($"{document.Label.Title} {string.Join(' ', document.Label.About)} {document.Text}")
            .Where(w => w.Text.Length >= EditDistance.ShortestWord && w.Text.All(char.IsLetter))
            .DistinctBy(w => w.Text);
        foreach (var word in words)
        {
            connection.Run("insert or ignore into word values($text, $stem)", ("$text", word.Text), ("$stem", word.Stem));
        }
    }

    private static void WriteChunk(SqliteConnection connection, long document, StoredDocument stored, Chunk chunk)
    {
        var text = stored.Text[chunk.Start..chunk.End];
        var body = WordSplitter.Stems($"{chunk.Lead} {text}");
        var heading = string.Join(" > ", chunk.HeadingPath);
        var key = connection.Scalar(
            """
            insert into chunk(document, ordinal, start, end, headings, lead, text, words)
            values($document, $ordinal, $start, $end, $headings, $lead, $text, $words) returning key
            """,
            ("$document", document),
            ("$ordinal", chunk.Ordinal),
            ("$start", chunk.Start),
            ("$end", chunk.End),
            ("$headings", JsonSerializer.Serialize(chunk.HeadingPath)),
            ("$lead", chunk.Lead),
            ("$text", text),
            ("$words", body.Length == 0 ? 0 : body.Count(c => c == ' ') + 1));
        var codes = CodeWords.Of($"{stored.Label.Title} {string.Join(' ', stored.Label.About)} {heading} {chunk.Lead} {text}")
            .Concat(CodeWords.OfClause(chunk.HeadingPath is [.., var last] ? last : string.Empty, text));
        connection.Run(
            "insert into chunk_fts(rowid, title, headings, about, body, codes) values($key, $title, $headings, $about, $body, $codes)",
            ("$key", key),
            ("$title", WordSplitter.Stems(stored.Label.Title)),
            ("$headings", WordSplitter.Stems(heading)),
            ("$about", WordSplitter.Stems(string.Join(" ", stored.Label.About))),
            ("$body", body),
            ("$codes", string.Join(' ', codes.Distinct(StringComparer.Ordinal))));
    }
}
