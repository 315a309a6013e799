using System.Collections.Concurrent;

namespace Copilot.Knowledge.Stores.Sqlite;

/// <summary>How common words are, kept in memory until something is written, by whatever process.</summary>
internal sealed class SqliteTerms
{
    private const int MostTerms = 100_000;

    private Known _known = new(-1, 0, 0);

    /// <summary>Counts the chunks, and those that hold each stem.</summary>
    public TermCounts Counts(SqliteSession session, IEnumerable<string> stems)
    {
        var known = Current(session);
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var stem in stems)
        {
            if (counts.ContainsKey(stem))
            {
                continue;
            }

            if (!known.Holders.TryGetValue(stem, out var holders))
            {
                holders = (int)(session.ScalarOrNull("select doc from chunk_words where term = $term", ("$term", stem)) ?? 0);
                if (known.Holders.Count < MostTerms)
                {
                    known.Holders[stem] = holders;
                }
            }

            counts[stem] = holders;
        }

        return new TermCounts(known.Chunks, known.Words, counts);
    }

    /// <summary>Gets the words of the documents.</summary>
    public IReadOnlyList<KnownWord> Vocabulary(SqliteSession session)
    {
        var known = Current(session);
        if (known.Vocabulary is { } ready)
        {
            return ready;
        }

        var holders = session.Rows("select term, doc from chunk_words", r => KeyValuePair.Create(r.GetString(0), r.GetInt32(1))).ToDictionary(StringComparer.Ordinal);
        var words = session.Rows("select text, stem from word", r => new KnownWord(r.GetString(0), r.GetString(1), holders.GetValueOrDefault(r.GetString(1))));
        return known.Vocabulary = [.. words.Where(w => w.Chunks > 0)];
    }

    /// <summary>Gets the languages, most chunks first.</summary>
    public IReadOnlyList<string> Languages(SqliteSession session)
    {
        var known = Current(session);
        return known.Languages ??= session.Rows(
            "select language from document where live and chunks > 0 group by language order by sum(chunks) desc, language",
            r => r.GetString(0));
    }

    private Known Current(SqliteSession session)
    {
        var generation = DocumentRows.Generation(session);
        var known = _known;
        if (known.Generation == generation)
        {
            return known;
        }

        var fresh = new Known(generation, (int)session.Scalar("select chunks from state"), session.Scalar("select words from state"));
        if (generation > known.Generation)
        {
            _known = fresh;
        }

        return fresh;
    }

    private sealed class Known(long generation, int chunks, long words)
    {
        public long Generation => generation;

        public int Chunks => chunks;

        public long Words => words;

        public ConcurrentDictionary<string, int> Holders { get; } = new(StringComparer.Ordinal);

        public IReadOnlyList<KnownWord>? Vocabulary { get; set; }

        public IReadOnlyList<string>? Languages { get; set; }
    }
}
