using System.Collections.Concurrent;
using System.Text.Json;

namespace Copilot.Knowledge.Stores.Sqlite;

/// <summary>Works out which documents a filter lets through: once for each filter until something is written, by whatever process.</summary>
internal sealed class PermittedCache
{
    private const int MostFilters = 64;

    private Known _known = new(-1);

    /// <summary>Gets the documents, as the caller's transaction sees them.</summary>
    public PermittedDocuments Of(SqliteSession session, PassageFilter filter)
    {
        var all = OfReader(session, filter);
        if (filter.Only is null && filter.Except.Count == 0)
        {
            return all;
        }

        return filter.Only is { } only
            ? new PermittedDocuments([.. Keys(session, only).Except(Keys(session, filter.Except)).Where(all.Contains)])
            : new PermittedDocuments([.. Compute(session, filter).Except(Keys(session, filter.Except))]);
    }

    /// <summary>The values of the parameters that <see cref="KnowledgeSchema.Filters"/> names.</summary>
    public static (string Name, object? Value)[] Values(PassageFilter filter) =>
    [
        ("$names", JsonSerializer.Serialize(filter.Reader.Names)),
        ("$companies", LabelRows.Companies(filter.Reader.Companies)),
        ("$day", DocumentRows.Iso(filter.Day)),
        ("$collection", filter.Collection),
    ];

    private PermittedDocuments OfReader(SqliteSession session, PassageFilter filter)
    {
        var generation = DocumentRows.Generation(session);
        var known = _known;
        if (known.Generation != generation || known.Filters.Count > MostFilters)
        {
            // What an older transaction sees is not kept in the place of what is newer.
            var fresh = new Known(generation);
            if (generation >= known.Generation)
            {
                _known = fresh;
            }

            known = fresh;
        }

        var key = JsonSerializer.Serialize(new { filter.Reader, filter.Day, filter.Collection });
        return known.Filters.TryGetValue(key, out var documents) ? documents : known.Filters[key] = new PermittedDocuments(Compute(session, filter));
    }

    private static IReadOnlyList<long> Compute(SqliteSession session, PassageFilter filter)
        => session.Rows($"select d.key from document d where {KnowledgeSchema.Filters}", r => r.GetInt64(0), Values(filter));

    private static HashSet<long> Keys(SqliteSession session, IReadOnlyList<DocumentKey> documents)
        => documents.Distinct().SelectMany(d => session.Rows(
            "select key from document where live and collection = $collection and id = $id",
            r => r.GetInt64(0),
            ("$collection", d.Collection),
            ("$id", d.Id))).ToHashSet();

    private sealed record Known(long Generation)
    {
        public ConcurrentDictionary<string, PermittedDocuments> Filters { get; } = new(StringComparer.Ordinal);
    }
}
