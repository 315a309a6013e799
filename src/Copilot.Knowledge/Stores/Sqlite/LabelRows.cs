using System.Text.Json;

namespace Copilot.Knowledge.Stores.Sqlite;

/// <summary>A document's label as rows: what it says about itself, its rights and what it replaces.</summary>
internal static class LabelRows
{
    /// <summary>Writes the label in the place of the one before, inside the caller's transaction.</summary>
    public static void Write(SqliteSession session, long key, StoredDocument document)
    {
        var label = document.Label;
        session.Run(
            """
            update document set id = $id, rights = $rights, title = $title, revision = $revision, kind = $kind, valid_from = $from, valid_to = $to,
                label = $label, label_hash = $hash, indexed_label = $indexed, pages = $pages, original = $original, uri = $uri,
                gate_model = $gateModel, gate_id = $gateId, notes = $notes where key = $key
            """,
            ("$key", key),
            ("$id", label.Id),
            ("$rights", Rights(session, document)),
            ("$title", label.Title),
            ("$revision", label.Revision),
            ("$kind", label.Kind),
            ("$from", label.ValidFrom is { } from ? DocumentRows.Iso(from) : null),
            ("$to", label.ValidTo is { } to ? DocumentRows.Iso(to) : null),
            ("$label", JsonSerializer.Serialize(label)),
            ("$hash", label.Hash()),
            ("$indexed", label.IndexedPart()),
            ("$pages", document.Pages),
            ("$original", document.Original),
            ("$uri", document.Uri),
            ("$gateModel", document.Gate?.Model),
            ("$gateId", document.Gate?.Id),
            ("$notes", JsonSerializer.Serialize(document.Notes)));
        session.Run("delete from supersession where document = $key", ("$key", key));
        foreach (var older in label.Supersedes.Distinct(StringComparer.Ordinal))
        {
            session.Run(
                "insert into supersession(collection, older, document, since) values($collection, $older, $key, $since)",
                ("$collection", document.Collection),
                ("$older", older),
                ("$key", key),
                ("$since", DocumentRows.Iso(label.ValidFrom ?? DateOnly.MinValue)));
        }
    }

    /// <summary>The names as they are compared: companies without regard to case.</summary>
    public static string Companies(IEnumerable<string> names) => Set(names.Select(n => n.ToUpperInvariant()));

    /// <summary>Sets of rights are shared: thousands of documents have a handful of them.</summary>
    private static long Rights(SqliteSession session, StoredDocument document)
        => session.Scalar(
            "insert into rights(readers, companies) values($readers, $companies) on conflict do update set readers = excluded.readers returning key",
            ("$readers", Set(document.Label.Readers)),
            ("$companies", Companies(document.Label.Companies)));

    private static string Set(IEnumerable<string> names) => JsonSerializer.Serialize(names.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
}
