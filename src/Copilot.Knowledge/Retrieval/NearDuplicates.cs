namespace Copilot.Knowledge.Retrieval;

/// <summary>
/// Leaves out passages that say almost word for word what a better one says. Two that differ in a number, or in whom they are about, are
/// never the same: "30 days" for one customer and "45 days" for another share all other words.
/// </summary>
internal static class NearDuplicates
{
    private const double Alike = 0.85;
    private const int ShingleLength = 4;

    /// <summary>Splits a ranked list into passages to keep and passages that repeat one of them.</summary>
    public static (List<RankedPassage> Kept, List<RankedPassage> Repeated) Split(IEnumerable<RankedPassage> ranked, int wanted)
    {
        var kept = new List<RankedPassage>();
        var repeated = new List<RankedPassage>();
        var known = new List<(HashSet<string> Shingles, HashSet<string> Numbers, IReadOnlyList<string> About)>();
        foreach (var passage in ranked)
        {
            if (kept.Count == wanted)
            {
                break;
            }

            var own = Shingles(passage.Candidate.BodyStems);
            var numbers = passage.Candidate.BodyStems.Split(' ').Where(w => w.Any(char.IsDigit)).ToHashSet(StringComparer.Ordinal);
            var about = passage.Candidate.About;
            if (known.Exists(k => numbers.SetEquals(k.Numbers) && about.SequenceEqual(k.About, StringComparer.Ordinal) && Likeness(k.Shingles, own) >= Alike))
            {
                repeated.Add(passage);
                continue;
            }

            kept.Add(passage);
            known.Add((own, numbers, about));
        }

        return (kept, repeated);
    }

    private static HashSet<string> Shingles(string stems)
    {
        var words = stems.Split(' ');
        var shingles = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i <= Math.Max(0, words.Length - ShingleLength); i++)
        {
            shingles.Add(string.Join(' ', words, i, Math.Min(ShingleLength, words.Length - i)));
        }

        return shingles;
    }

    private static double Likeness(HashSet<string> a, HashSet<string> b)
    {
        var common = a.Count(b.Contains);
        return (double)common / (a.Count + b.Count - common);
    }
}
