using System.Globalization;
using System.Text.Json;
using Copilot.Contracts;
using Copilot.Knowledge.Analysis;
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
    public static long Begin(SqliteConnection connection, StoredDocument document)
        => connection.Scalar(
            """
            insert into document(collection, id, source, live, title, label, text_hash, label_hash, indexed_label, length, format, language, notes)
            values($collection, $id, $source, 0, '', '', $hash, '', '', 0, $format, $language, '[]') returning key
            """,
            ("$collection", document.Collection),
            ("$id", document.Label.Id),
            ("$source", document.Source),
            ("$hash", document.TextHash),
            ("$format", document.Format),
            ("$language", document.Language));

    /// <summary>Adds parts and chunks to a document that is being written.</summary>
    public static void Add(SqliteConnection connection, long key, StoredDocument document, IReadOnlyList<StoredPart> parts, IReadOnlyList<Chunk> chunks)
    {
        foreach (var part in parts)
        {
            connection.Run(
                "insert into part values($document, $ordinal, $start, $end, $text, $page, $layout)",
                ("$document", key),
                ("$ordinal", part.Ordinal),
                ("$start", part.Start),
                ("$end", part.Start + part.Text.Length),
                ("$text", part.Text),
                ("$page", part.Page),
                ("$layout", part.Layout is { } layout ? LayoutText.Of(layout) : null));
            connection.Run("update document set length = max(length, $end) where key = $key", ("$end", part.Start + part.Text.Length), ("$key", key));
            WriteWords(connection, part.Text, document.Language);
        }

        foreach (var chunk in chunks)
        {
            WriteChunk(connection, key, document, chunk);
        }
    }

    /// <summary>Puts a document that was written in the place of what its source held before.</summary>
    public static void Commit(SqliteConnection connection, long key, StoredDocument document)
    {
        Remove(connection, document.Collection, document.Source);
        WriteLabel(connection, key, document);
        WriteWords(connection, $"{document.Label.Title} {string.Join(' ', document.Label.About)}", document.Language);
        connection.Run("update document set live = 1 where key = $key", ("$key", key));
    }

    /// <summary>Removes a document that was begun and not committed.</summary>
    public static void Abandon(SqliteConnection connection, long key)
    {
        connection.Run("delete from chunk_fts where rowid in (select k.key from chunk k join document d on d.key = k.document where d.key = $key and not d.live)", ("$key", key));
        connection.Run("delete from document where key = $key and not live", ("$key", key));
    }

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
            Pages = row.IsDBNull(6) ? null : row.GetInt32(6),
            Original = row.Text(7),
            Uri = row.Text(8),
            Gate = row.Text(9) is { } model ? new RecordRef(model, row.GetInt32(10)) : null,
            Notes = JsonSerializer.Deserialize<List<string>>(row.GetString(11))!,
        };

    /// <summary>Writes the label of a document that exists.</summary>
    public static void Relabel(SqliteConnection connection, StoredDocument document)
        => WriteLabel(
            connection,
            connection.Scalar(
                "update document set id = $id where live and collection = $collection and source = $source returning key",
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
                (select k.key from chunk k join document d on d.key = k.document where d.live and d.collection = $collection and d.source = $source)
            """,
            which);
        connection.Run("delete from document where live and collection = $collection and source = $source", which);
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
            update document set id = $id, title = $title, revision = $revision, kind = $kind, owner = $owner, valid_from = $from, valid_to = $to,
                label = $label, label_hash = $hash, indexed_label = $indexed, pages = $pages, original = $original, uri = $uri,
                gate_model = $gateModel, gate_id = $gateId, notes = $notes where key = $key
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
            ("$indexed", label.IndexedPart()),
            ("$id", label.Id),
            ("$pages", document.Pages),
            ("$original", document.Original),
            ("$uri", document.Uri),
            ("$gateModel", document.Gate?.Model),
            ("$gateId", document.Gate?.Id),
            ("$notes", JsonSerializer.Serialize(document.Notes)));
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
    private static void WriteWords(SqliteConnection connection, string text, string language)
    {
        var words = WordSplitter.Split(text, language)
            .Where(w => w.Text.Length >= EditDistance.ShortestWord && w.Text.All(char.IsLetter))
            .DistinctBy(w => (w.Text, w.Stem));
        foreach (var word in words)
        {
            connection.Run("insert or ignore into word values($text, $stem)", ("$text", word.Text), ("$stem", word.Stem));
        }
    }

    private static void WriteChunk(SqliteConnection connection, long document, StoredDocument stored, Chunk chunk)
    {
        var text = chunk.Text;
        var body = WordSplitter.Stems($"{chunk.Lead} {text}", stored.Language);
        var heading = string.Join(" > ", chunk.HeadingPath);
        var key = connection.Scalar(
            """
            insert into chunk(document, ordinal, start, end, headings, lead, text, words, page, box, marks)
            values($document, $ordinal, $start, $end, $headings, $lead, $text, $words, $page, $box, $marks) returning key
            """,
            ("$document", document),
            ("$ordinal", chunk.Ordinal),
            ("$start", chunk.Start),
            ("$end", chunk.End),
            ("$headings", JsonSerializer.Serialize(chunk.HeadingPath)),
            ("$lead", chunk.Lead),
            ("$text", text),
            ("$words", body.Length == 0 ? 0 : body.Count(c => c == ' ') + 1),
            ("$page", chunk.Page),
            ("$box", chunk.Box is { } box ? JsonSerializer.Serialize(box) : null),
            ("$marks", (int)chunk.Marks));
        var codes = CodeWords.Of($"{stored.Label.Title} {string.Join(' ', stored.Label.About)} {heading} {chunk.Lead} {text}")
            .Concat(CodeWords.OfClause(chunk.HeadingPath is [.., var last] ? last : string.Empty, text));
        connection.Run(
            "insert into chunk_fts(rowid, title, headings, about, body, codes) values($key, $title, $headings, $about, $body, $codes)",
            ("$key", key),
            ("$title", WordSplitter.Stems(stored.Label.Title, stored.Language)),
            ("$headings", WordSplitter.Stems(heading, stored.Language)),
            ("$about", WordSplitter.Stems(string.Join(" ", stored.Label.About), stored.Language)),
            ("$body", body),
            ("$codes", string.Join(' ', codes.Distinct(StringComparer.Ordinal))));
    }
}
