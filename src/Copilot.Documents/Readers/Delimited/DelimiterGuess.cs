namespace Copilot.Documents.Readers.Delimited;

/// <summary>Finds the sign between the cells of a table in text: the one that cuts most lines into the same number of cells.</summary>
internal static class DelimiterGuess
{
    private const int MostLines = 60;

    /// <summary>Guesses the sign.</summary>
    /// <param name="sample">The start of the file.</param>
    /// <param name="preferred">The sign that its name promises; wins when two do equally well.</param>
    public static char Of(ReadOnlySpan<char> sample, char preferred)
    {
        var best = preferred;
        var bestScore = Score(sample, preferred) * 1.05;
        foreach (var candidate in (ReadOnlySpan<char>)[',', ';', '\t', '|'])
        {
            if (Score(sample, candidate) is var score && score > bestScore)
            {
                (best, bestScore) = (candidate, score);
            }
        }

        return best;
    }

    private static double Score(ReadOnlySpan<char> sample, char delimiter)
    {
        var counts = new Dictionary<int, int>();
        int lines = 0, cells = 1;
        var quoted = false;
        var blank = true;
        for (var i = 0; i <= sample.Length && lines < MostLines; i++)
        {
            var c = i < sample.Length ? sample[i] : '\n';
            if (c == '"' && (quoted || blank || sample[i - 1] == delimiter || sample[i - 1] == '"'))
            {
                quoted = !quoted;
            }
            else if (c == delimiter && !quoted)
            {
                cells++;
            }
            else if (c == '\n' && (!quoted || i == sample.Length))
            {
                if (!blank)
                {
                    counts[cells] = counts.GetValueOrDefault(cells) + 1;
                    lines++;
                }

                (cells, blank) = (1, true);
                continue;
            }

            blank &= c is '\r' or '\n';
        }

        // The last line may be cut off by the end of the sample; one line in so many does no harm.
        var widest = counts.Where(c => c.Key > 1).Select(c => (Share: (double)c.Value / lines, c.Key)).DefaultIfEmpty((Share: 0, Key: 1)).MaxBy(c => c.Share * c.Share * Math.Min(c.Key, 8));
        return widest.Share * widest.Share * (1 + (0.02 * Math.Min(widest.Key, 50)));
    }
}
