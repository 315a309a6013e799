namespace Copilot.Knowledge.Analysis;

/// <summary>How many letters differ between two words: inserted, left out, changed or two neighbours swapped (Damerau, restricted).</summary>
internal static class EditDistance
{
    /// <summary>Words shorter than this have too many neighbours to guess at.</summary>
    public const int ShortestWord = 5;

    /// <summary>Gets the distance, or null when it is above the limit.</summary>
    public static int? Within(string a, string b, int limit)
    {
        if (Math.Abs(a.Length - b.Length) > limit)
        {
            return null;
        }

        var before = new int[b.Length + 1];
        var last = new int[b.Length + 1];
        var row = new int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++)
        {
            last[j] = j;
        }

        for (var i = 1; i <= a.Length; i++)
        {
            row[0] = i;
            var best = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var change = a[i - 1] == b[j - 1] ? 0 : 1;
                row[j] = Math.Min(Math.Min(row[j - 1], last[j]) + 1, last[j - 1] + change);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    row[j] = Math.Min(row[j], before[j - 2] + 1);
                }

                best = Math.Min(best, row[j]);
            }

            if (best > limit)
            {
                return null;
            }

            (before, last, row) = (last, row, before);
        }

        return last[b.Length] <= limit ? last[b.Length] : null;
    }
}
