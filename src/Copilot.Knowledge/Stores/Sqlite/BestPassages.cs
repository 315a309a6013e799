using System.Runtime.InteropServices;

namespace Copilot.Knowledge.Stores.Sqlite;

/// <summary>
/// Keeps the best of many scored passages. Which of equals go first is settled by the order of their documents, not by that in which they came: so all
/// that score like the last one are kept until the end.
/// </summary>
internal sealed class BestPassages(int limit)
{
    private const int Slack = 256;

    private readonly List<(long Key, double Score)> _kept = [];
    private int _full = (2 * limit) + Slack;

    /// <summary>Gets the score below which a passage is of no use.</summary>
    public double Least { get; private set; } = double.NegativeInfinity;

    /// <summary>Takes a passage.</summary>
    public void Add(long key, double score)
    {
        if (score < Least)
        {
            return;
        }

        _kept.Add((key, score));
        if (_kept.Count >= _full)
        {
            Prune();
            _full = (2 * _kept.Count) + Slack;
        }
    }

    /// <summary>Reads the best, best first; equals by document, collection and ordinal.</summary>
    public IReadOnlyList<Candidate> Read(SqliteSession session, Func<Candidate, double, Candidate> scored)
    {
        if (limit <= 0)
        {
            return [];
        }

        Prune();
        var above = _kept.FindAll(k => k.Score > Least);
        var equal = _kept.FindAll(k => k.Score <= Least);
        var chosen = above.Count + equal.Count <= limit
            ? _kept
            : [.. above, .. InOrder(session, equal).Take(limit - above.Count)];
        var scores = chosen.ToDictionary(c => c.Key, c => c.Score);
        return
        [
            .. PassageRows.Of(session, [.. scores.Keys.Order()]).Select(c => scored(c.Candidate, scores[c.Key]))
                .OrderByDescending(c => c.Bm25).ThenByDescending(c => c.Cosine)
                .ThenBy(c => c.DocumentId, StringComparer.Ordinal).ThenBy(c => c.Collection, StringComparer.Ordinal).ThenBy(c => c.Ordinal),
        ];
    }

    private static IEnumerable<(long Key, double Score)> InOrder(SqliteSession session, List<(long Key, double Score)> equal)
    {
        var names = equal.Select(e => ChunkKey.DocumentOf(e.Key)).Distinct().ToDictionary(
            d => d,
            d => session.Rows("select id, collection from document where key = $key", r => (Id: r.GetString(0), Collection: r.GetString(1)), ("$key", d))[0]);
        return equal.OrderBy(e => names[ChunkKey.DocumentOf(e.Key)].Id, StringComparer.Ordinal)
            .ThenBy(e => names[ChunkKey.DocumentOf(e.Key)].Collection, StringComparer.Ordinal).ThenBy(e => e.Key);
    }

    private void Prune()
    {
        if (_kept.Count < limit || limit <= 0)
        {
            return;
        }

        _kept.Sort((a, b) => b.Score.CompareTo(a.Score));
        Least = _kept[limit - 1].Score;
        var end = limit;
        while (end < _kept.Count && _kept[end].Score == Least)
        {
            end++;
        }

        CollectionsMarshal.SetCount(_kept, end);
    }
}
