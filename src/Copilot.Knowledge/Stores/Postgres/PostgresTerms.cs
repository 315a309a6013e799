using System.Collections.Concurrent;

namespace Copilot.Knowledge.Stores.Postgres;

/// <summary>How common words are. Counts are asked for each time; the long lists are kept in memory until something is written, by whatever process.</summary>
internal sealed class PostgresTerms(PostgresServer server)
{
    private const string CountsSql = "select s.chunks, s.words, s.tokens, t.term, t.holders from state s left join term t on t.term = any(@terms) and t.holders > 0";

    private readonly ConcurrentDictionary<string, (long Generation, object List)> _lists = new(StringComparer.Ordinal);

    /// <summary>Counts the chunks, and those that hold each term.</summary>
    /// <returns>The counts, and how many terms all chunks have together in all fields.</returns>
    public static async Task<(TermCounts Counts, long Tokens)> CountsAsync(PostgresSession session, IEnumerable<string> terms, CancellationToken cancellationToken)
    {
        var (chunks, words, tokens) = (0L, 0L, 0L);
        var holders = new Dictionary<string, int>(StringComparer.Ordinal);
        string[] asked = [.. terms.Where(PostingBuffer.IsIndexable).Distinct(StringComparer.Ordinal)];
        await session.RowsAsync(
            CountsSql,
            r =>
            {
                (chunks, words, tokens) = (r.GetInt64(0), r.GetInt64(1), r.GetInt64(2));
                return r.IsDBNull(3) || (holders[r.GetString(3)] = r.GetInt32(4)) >= 0;
            },
            [("terms", asked)],
            cancellationToken);
        return (new TermCounts((int)chunks, words, holders), tokens);
    }

    /// <summary>Gets the words of the documents.</summary>
    public Task<IReadOnlyList<KnownWord>> VocabularyAsync(CancellationToken cancellationToken)
        => ListAsync(
            "words",
            "select w.text, w.stem, t.holders from word w join term t on t.term = w.stem where t.holders > 0",
            r => new KnownWord(r.GetString(0), r.GetString(1), r.GetInt32(2)),
            cancellationToken);

    /// <summary>Gets the languages, most chunks first.</summary>
    public Task<IReadOnlyList<string>> LanguagesAsync(CancellationToken cancellationToken)
        => ListAsync(
            "languages",
            "select language from document where live and chunks > 0 group by language order by sum(chunks) desc, language",
            r => r.GetString(0),
            cancellationToken);

    private Task<IReadOnlyList<T>> ListAsync<T>(string name, string sql, Func<Npgsql.NpgsqlDataReader, T> read, CancellationToken cancellationToken)
        => server.ReadAsync(
            async s =>
            {
                var generation = await s.ScalarAsync<long>("select generation from state", [], cancellationToken) ?? 0;
                if (_lists.TryGetValue(name, out var known) && known.Generation == generation)
                {
                    return (IReadOnlyList<T>)known.List;
                }

                var list = await s.RowsAsync(sql, read, [], cancellationToken);
                _lists[name] = (generation, list);
                return list;
            },
            cancellationToken);
}
