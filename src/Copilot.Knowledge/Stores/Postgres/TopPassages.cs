using System.Runtime.InteropServices;

namespace Copilot.Knowledge.Stores.Postgres;

/// <summary>
/// Keeps the best of many scored passages. Which of equals go first is settled by the order of their documents, not by that in which they came: so all
/// that score like the last one are kept until the end.
/// </summary>
internal sealed class TopPassages(int limit)
{
    private const int Slack = 256;
    private const string NamesSql = "select key, id, collection from document where key = any(@keys)";

    private readonly List<(long Key, double Score)> _kept = [];
    private double _least = double.NegativeInfinity;
    private int _full = (2 * limit) + Slack;

    /// <summary>Takes a passage.</summary>
    public void Add(long key, double score)
    {
        if (score < _least)
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

    /// <summary>Reads the best, best first.</summary>
    public async Task<IReadOnlyList<Candidate>> ReadAsync(PostgresSession session, CancellationToken cancellationToken)
    {
        Prune();
        var chosen = _kept;
        if (_kept.Count > limit)
        {
            var equal = _kept.FindAll(k => k.Score <= _least);
            chosen = _kept.FindAll(k => k.Score > _least);
            chosen.AddRange((await InOrderAsync(session, equal, cancellationToken)).Take(limit - chosen.Count));
        }

        var scores = chosen.ToDictionary(c => c.Key, c => c.Score);
        var found = await PassageTable.OfAsync(session, [.. scores.Keys], cancellationToken);
        return InOrder(found.Select(f => f.Candidate with { Bm25 = scores[f.Key] }), c => c.Bm25);
    }

    /// <summary>Puts passages in order: best first, equals by document, collection and ordinal.</summary>
    public static IReadOnlyList<Candidate> InOrder(IEnumerable<Candidate> found, Func<Candidate, double> score)
        =>
        [
            .. found.OrderByDescending(score).ThenBy(c => c.DocumentId, StringComparer.Ordinal)
                .ThenBy(c => c.Collection, StringComparer.Ordinal).ThenBy(c => c.Ordinal),
        ];

    private static async Task<IEnumerable<(long Key, double Score)>> InOrderAsync(PostgresSession session, List<(long Key, double Score)> equal, CancellationToken cancellationToken)
    {
        long[] documents = [.. equal.Select(e => ChunkKey.DocumentOf(e.Key)).Distinct()];
        var rows = await session.RowsAsync(NamesSql, r => (Key: r.GetInt64(0), Id: r.GetString(1), Collection: r.GetString(2)), [("keys", documents)], cancellationToken);
        var names = rows.ToDictionary(r => r.Key);
        return equal.OrderBy(e => names[ChunkKey.DocumentOf(e.Key)].Id, StringComparer.Ordinal)
            .ThenBy(e => names[ChunkKey.DocumentOf(e.Key)].Collection, StringComparer.Ordinal).ThenBy(e => e.Key);
    }

    private void Prune()
    {
        if (_kept.Count < limit)
        {
            return;
        }

        _kept.Sort((a, b) => b.Score.CompareTo(a.Score));
        _least = _kept[limit - 1].Score;
        var end = limit;
        while (end < _kept.Count && _kept[end].Score == _least)
        {
            end++;
        }

        CollectionsMarshal.SetCount(_kept, end);
    }
}
