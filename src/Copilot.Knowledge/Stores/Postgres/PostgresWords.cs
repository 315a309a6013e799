namespace Copilot.Knowledge.Stores.Postgres;

/// <summary>
/// The words leg: the server gives the postings of the terms in documents that pass the filters, and their passages are scored here by BM25 (Robertson and
/// Zaragoza, "The Probabilistic Relevance Framework", 2009), with k1 = 1.2 and b = 0.75 over weighted fields, as in the embedded store.
/// </summary>
internal sealed class PostgresWords(PostgresServer server)
{
    private const double K1 = 1.2;
    private const double B = 0.75;
    private const double CodeWeight = 3;

    // Below this number of holders a word costs nothing to look up, whatever its share.
    private const int CommonFrom = 5_000;
    private const double CommonShare = 0.2;
    private const int ShortQuestion = 2;

    private const string PostingsSql =
        $"""
        select p.document, t.number::integer, p.entries
        from unnest(@terms::text[]) with ordinality t(term, number) join posting p on p.term = t.term collate "C" join document d on d.key = p.document
        where {PassageFilterSql.All}
        """;

    private const string ExcludedSql =
        $"""
        select d.id, d.collection, coalesce({PassageFilterSql.Reader}, false), coalesce({PassageFilterSql.Company}, false), {PassageFilterSql.Valid}, {PassageFilterSql.Current}
        from document d left join rights r on r.key = d.rights
        where d.live and {PassageFilterSql.Chosen}
            and not coalesce({PassageFilterSql.Reader} and {PassageFilterSql.Company} and {PassageFilterSql.Valid} and {PassageFilterSql.Current}, false)
            and d.key in (select p.document from posting p where (p.term = any(@stems) and p.fields & 1 <> 0) or (p.term = any(@codes) and p.fields & 2 <> 0))
        order by d.id, d.collection
        """;

    private static readonly string[] FilterNames = ["reader", "company", "not valid on the day", "superseded"];

    /// <inheritdoc cref="IKnowledgeStore.SearchAsync"/>
    public Task<IReadOnlyList<Candidate>> SearchAsync(StoreQuery query, CancellationToken cancellationToken)
        => query.Limit <= 0
            ? Task.FromResult<IReadOnlyList<Candidate>>([])
            : server.ReadAsync(
                async s =>
                {
                    var (counts, tokens) = await PostgresTerms.CountsAsync(s, query.Stems.Concat(query.Codes), cancellationToken);
                    var terms = Asked(query, counts);
                    if (terms.Count == 0)
                    {
                        return [];
                    }

                    var rows = await s.RowsAsync(
                        PostingsSql,
                        r => (Document: r.GetInt64(0), Term: r.GetInt32(1) - 1, Entries: r.GetFieldValue<byte[]>(2)),
                        [("terms", terms.Select(t => t.Name).ToArray()), .. PassageFilterSql.Values(query.Filter)],
                        cancellationToken);
                    rows.Sort((a, b) => a.Document != b.Document ? a.Document.CompareTo(b.Document) : a.Term.CompareTo(b.Term));
                    return await Score(rows, terms, (double)tokens / Math.Max(1, counts.Chunks), query.Limit).ReadAsync(s, cancellationToken);
                },
                cancellationToken);

    /// <inheritdoc cref="IKnowledgeStore.ExcludedAsync"/>
    public Task<IReadOnlyList<Excluded>> ExcludedAsync(StoreQuery query, CancellationToken cancellationToken)
        => server.AskAsync<IReadOnlyList<Excluded>>(
            async s => await s.RowsAsync(
                ExcludedSql,
                r => new Excluded(r.GetString(0), r.GetString(1), [.. FilterNames.Where((_, i) => !r.GetBoolean(i + 2))]),
                [("stems", query.Stems.Where(PostingBuffer.IsIndexable).ToArray()), ("codes", query.Codes.Where(PostingBuffer.IsIndexable).ToArray()), .. PassageFilterSql.Values(query.Filter)],
                cancellationToken),
            cancellationToken);

    /// <summary>
    /// Leaves out stems that so many chunks hold that they tell nothing beside the others; never a code. A short question keeps all of its words, and so
    /// does every question in a small library, where it costs nothing.
    /// </summary>
    private static List<AskedTerm> Asked(StoreQuery query, TermCounts counts)
    {
        var most = Math.Max(CommonFrom, counts.Chunks * CommonShare);
        var known = query.Stems.Where(counts.ByStem.ContainsKey).Distinct(StringComparer.Ordinal).ToList();
        var telling = known.FindAll(t => counts.ByStem[t] <= most);
        var stems = (known.Count <= ShortQuestion || telling.Count == 0 ? known : telling).ToHashSet(StringComparer.Ordinal);
        var codes = query.Codes.Where(counts.ByStem.ContainsKey).ToHashSet(StringComparer.Ordinal);
        return [.. stems.Union(codes).Order(StringComparer.Ordinal).Select(t => new AskedTerm(t, counts.Weight(t), stems.Contains(t), codes.Contains(t)))];
    }

    // The rows come by document and term, so that sums are made in the same order each time and are the same to the last bit.
    private static TopPassages Score(List<(long Document, int Term, byte[] Entries)> rows, List<AskedTerm> terms, double averageTokens, int limit)
    {
        var best = new TopPassages(limit);
        var (scores, touched) = (new double[64], new List<int>());
        for (var at = 0; at < rows.Count;)
        {
            var document = rows[at].Document;
            for (; at < rows.Count && rows[at].Document == document; at++)
            {
                var (term, bytes, ordinal) = (terms[rows[at].Term], rows[at].Entries, 0);
                for (var next = 0; next < bytes.Length;)
                {
                    var (step, count, isCode, tokens) = PostingBytes.Read(bytes, ref next);
                    ordinal += step;
                    var length = K1 * (1 - B + (B * tokens / averageTokens));
                    var score = (term.AsWord ? Part(count / (double)PostingBytes.CountUnit, length) : 0) + (term.AsCode && isCode ? Part(CodeWeight, length) : 0);
                    if (score == 0)
                    {
                        continue;
                    }

                    if (ordinal >= scores.Length)
                    {
                        Array.Resize(ref scores, Math.Max(ordinal + 1, scores.Length * 2));
                    }

                    if (scores[ordinal] == 0)
                    {
                        touched.Add(ordinal);
                    }

                    scores[ordinal] += term.Weight * score;
                }
            }

            foreach (var ordinal in touched)
            {
                best.Add(ChunkKey.Of(document, ordinal), scores[ordinal]);
                scores[ordinal] = 0;
            }

            touched.Clear();
        }

        return best;
    }

    private static double Part(double count, double length) => count * (K1 + 1) / (count + length);

    private sealed record AskedTerm(string Name, double Weight, bool AsWord, bool AsCode);
}
