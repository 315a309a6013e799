namespace Copilot.Knowledge.Stores.Sqlite;

/// <summary>The words leg of the embedded store: FTS5 scores, in one pass over its matches, and only the few winners are read.</summary>
internal sealed class SqliteWords(SqliteTerms terms, PermittedCache permitted, SqliteLimits limits)
{
    // Weights of title, headings, about, body, codes: a title says more than a sentence, a code that was asked for most of all.
    private const string ScoresSql = "select rowid, bm25(chunk_fts, 2.0, 2.0, 1.5, 1.0, 3.0) from chunk_fts where chunk_fts match $match";

    private const double CommonShare = 0.2;
    private const int ShortQuestion = 2;

    private const string ExcludedSql =
        $"""
        select d.key, d.id, d.collection, (select {KnowledgeSchema.ReaderFilter} from rights r where r.key = d.rights),
            (select {KnowledgeSchema.CompanyFilter} from rights r where r.key = d.rights), {KnowledgeSchema.DayFilter}, not {KnowledgeSchema.Superseded}
        from document d where d.live and {KnowledgeSchema.CollectionFilter} and not ({KnowledgeSchema.Filters})
        order by d.id, d.collection
        """;

    private static readonly string[] FilterNames = ["reader", "company", "not valid on the day", "superseded"];

    /// <summary>Finds passages, best first.</summary>
    public IReadOnlyList<Candidate> Search(SqliteSession session, StoreQuery query)
    {
        var documents = permitted.Of(session, query.Filter);
        if (documents.Count == 0 || query.Limit <= 0 || MatchOf(Telling(session, query), query.Codes) is not { } match)
        {
            return [];
        }

        var best = new BestPassages(query.Limit);
        session.Each(
            ScoresSql,
            r =>
            {
                var key = r.GetInt64(0);
                if (documents.Contains(ChunkKey.DocumentOf(key)))
                {
                    best.Add(key, -r.GetDouble(1));
                }
            },
            ("$match", match));
        return best.Read(session, (c, score) => c with { Bm25 = score });
    }

    /// <summary>Says which documents matched but did not pass the filters.</summary>
    public static IReadOnlyList<Excluded> Excluded(SqliteSession session, StoreQuery query)
    {
        if (MatchOf(query.Stems, query.Codes) is not { } match)
        {
            return [];
        }

        var matched = new HashSet<long>();
        session.Each("select rowid from chunk_fts where chunk_fts match $match", r => matched.Add(ChunkKey.DocumentOf(r.GetInt64(0))), ("$match", match));
        var only = query.Filter.Only?.ToHashSet();
        var except = query.Filter.Except.ToHashSet();
        return
        [
            .. session.Rows(
                    ExcludedSql,
                    r => (Key: r.GetInt64(0), Excluded: new Excluded(r.GetString(1), r.GetString(2), [.. FilterNames.Where((_, i) => !r.GetBoolean(i + 3))])),
                    PermittedCache.Values(query.Filter))
                .Where(e => matched.Contains(e.Key))
                .Select(e => e.Excluded)
                .Where(e => new DocumentKey(e.Collection, e.DocumentId) is var key && only?.Contains(key) != false && !except.Contains(key)),
        ];
    }

    /// <summary>
    /// Leaves out stems that so many chunks hold that they tell nothing beside the others. A short question keeps all of its words, and so does every
    /// question in a small library, where it costs nothing.
    /// </summary>
    private List<string> Telling(SqliteSession session, StoreQuery query)
    {
        var counts = terms.Counts(session, query.Stems);
        var most = Math.Max(limits.CommonFrom, counts.Chunks * CommonShare);
        var known = counts.ByStem.Where(c => c.Value > 0).ToList();
        var telling = known.FindAll(c => c.Value <= most);
        return [.. (known.Count <= ShortQuestion || telling.Count == 0 ? known : telling).Select(c => c.Key)];
    }

    private static string? MatchOf(IReadOnlyList<string> stems, IReadOnlyList<string> codes)
    {
        var parts = new List<string>(2);
        if (Alternatives(stems) is { Length: > 0 } words)
        {
            parts.Add($"{{title headings about body}} : ({words})");
        }

        if (Alternatives(codes) is { Length: > 0 } wanted)
        {
            parts.Add($"codes : ({wanted})");
        }

        return parts.Count == 0 ? null : string.Join(" OR ", parts);
    }

    private static string Alternatives(IReadOnlyList<string> terms)
        => string.Join(" OR ", terms.Where(IsIndexable).Distinct(StringComparer.Ordinal).Select(t => $"\"{t}\""));

    // What the index holds has no spaces and no quotes; anything else matches nothing and is not handed to the engine's own language.
    private static bool IsIndexable(string term) => term.Length > 0 && term.All(c => c >= 128 ? !char.IsSurrogate(c) : char.IsAsciiLetterOrDigit(c));
}
