using Copilot.Knowledge.Stores;

namespace Copilot.Knowledge.Retrieval;

/// <summary>What the vector leg found, with cosines made into scores from 0 to 1.</summary>
internal sealed class VectorList
{
    private readonly Dictionary<(DocumentKey, int), (int Rank, double Cosine, double Score)> _found = [];
    private readonly double _best;

    /// <summary>Reads the list.</summary>
    /// <param name="nearest">The candidates, best first.</param>
    /// <param name="full">Whether there are further ones below; then the last one's cosine is what any passage has, and counts as nothing.</param>
    public VectorList(IReadOnlyList<Candidate> nearest, bool full)
    {
        var floor = full && nearest.Count > 0 ? Math.Clamp(nearest[^1].Cosine ?? 0, 0, 0.999) : 0;
        foreach (var candidate in nearest)
        {
            var cosine = candidate.Cosine ?? 0;
            var score = Math.Max(0, (cosine - floor) / (1 - floor));
            _found.TryAdd((candidate.Document, candidate.Ordinal), (_found.Count + 1, cosine, score));
            _best = Math.Max(_best, score);
        }
    }

    /// <summary>Gets the rank from 1, the cosine and the score of a passage, or null when the leg did not give it.</summary>
    public (int Rank, double Cosine, double Score)? Of((DocumentKey, int) passage) => _found.TryGetValue(passage, out var found) ? found : null;

    /// <summary>Gets how well the leg thinks of passages, beside what it thinks of its own best: 0 to 1.</summary>
    public double Agreement(IEnumerable<(DocumentKey, int)> passages)
    {
        var scores = passages.Select(p => Of(p)?.Score ?? 0).ToList();
        return _best <= 0 || scores.Count == 0 ? 0 : scores.Average() / _best;
    }
}
