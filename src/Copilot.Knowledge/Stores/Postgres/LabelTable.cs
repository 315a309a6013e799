using System.Security.Cryptography;
using System.Text.Json;

namespace Copilot.Knowledge.Stores.Postgres;

/// <summary>A document's label as rows: what it says about itself, its rights and what it replaces.</summary>
internal static class LabelTable
{
    private const string WriteSql =
        """
        update document set id = @id, rights = @rights, title = @title, revision = @revision, kind = @kind, valid_from = @from::date, valid_to = @to::date,
            label = @label, label_hash = @hash, indexed_label = @indexed, pages = @pages::integer, original = @original, uri = @uri,
            gate_model = @gate_model, gate_id = @gate_id::integer, notes = @notes where key = @key
        """;

    // Set rights only once: thousands of documents have a handful of them.
    private const string RightsSql =
        "insert into rights(hash, readers, companies) values(@hash, @readers, @companies) on conflict (hash) do update set hash = excluded.hash returning key";

    private const string SupersededSql =
        """
        update document d set superseded_on = (
            select min(s.since) from supersession s where s.collection = d.collection and left(s.older, 500) = left(d.id, 500) and s.older = d.id and s.document <> d.key)
        where d.live and d.collection = @collection and left(d.id, 500) = any(select left(i, 500) from unnest(@ids) i) and d.id = any(@ids)
        """;

    /// <summary>Writes the label in the place of the one before.</summary>
    public static async Task WriteAsync(PostgresSession session, long key, StoredDocument document, CancellationToken cancellationToken)
    {
        var label = document.Label;
        await session.RunAsync(
            WriteSql,
            [
                ("key", key), ("id", label.Id), ("rights", await RightsAsync(session, document, cancellationToken)), ("title", label.Title), ("revision", label.Revision),
                ("kind", label.Kind), ("from", label.ValidFrom), ("to", label.ValidTo), ("label", JsonSerializer.Serialize(label)), ("hash", label.Hash()),
                ("indexed", label.IndexedPart()), ("pages", document.Pages), ("original", document.Original), ("uri", document.Uri),
                ("gate_model", document.Gate?.Model), ("gate_id", document.Gate?.Id), ("notes", JsonSerializer.Serialize(document.Notes)),
            ],
            cancellationToken);
        var before = await DropAsync(session, key, cancellationToken);
        string[] older = [.. label.Supersedes.Distinct(StringComparer.Ordinal)];
        await session.RunAsync(
            "insert into supersession(collection, older, document, since) select @collection, o, @key, @since from unnest(@older) o",
            [("collection", document.Collection), ("older", older), ("key", key), ("since", label.ValidFrom ?? DateOnly.MinValue)],
            cancellationToken);
        await JudgeAsync(session, document.Collection, [label.Id, .. before, .. older], cancellationToken);
    }

    /// <summary>Gives back the places that a document took which is no more.</summary>
    public static async Task GiveBackAsync(PostgresSession session, long key, string collection, CancellationToken cancellationToken)
    {
        if (await DropAsync(session, key, cancellationToken) is { Count: > 0 } older)
        {
            await JudgeAsync(session, collection, [.. older], cancellationToken);
        }
    }

    private static Task<List<string>> DropAsync(PostgresSession session, long key, CancellationToken cancellationToken)
        => session.RowsAsync("delete from supersession where document = @key returning older", r => r.GetString(0), [("key", key)], cancellationToken);

    private static Task<int> JudgeAsync(PostgresSession session, string collection, string[] ids, CancellationToken cancellationToken)
        => session.RunAsync(SupersededSql, [("collection", collection), ("ids", ids)], cancellationToken);

    private static async Task<long?> RightsAsync(PostgresSession session, StoredDocument document, CancellationToken cancellationToken)
    {
        var (readers, companies) = (PassageFilterSql.Set(document.Label.Readers), PassageFilterSql.Companies(document.Label.Companies));
        var hash = Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(new[] { readers, companies })));
        return await session.ScalarAsync<long>(RightsSql, [("hash", hash), ("readers", readers), ("companies", companies)], cancellationToken);
    }
}
