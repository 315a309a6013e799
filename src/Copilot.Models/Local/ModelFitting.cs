namespace Copilot.Models.Local;

/// <summary>
/// Latent semantic analysis (Deerwester and others, "Indexing by latent semantic analysis", JASIS 41, 1990) with log-entropy weights (Dumais, 1991)
/// and passages of equal length: words that keep the same company get alike vectors. Of the methods measured it helps the ranking by words most.
/// </summary>
internal static class ModelFitting
{
    /// <summary>Fits a model.</summary>
    /// <param name="table">The passages.</param>
    /// <param name="limits">How large the model may get.</param>
    /// <param name="cancellationToken">Stops the fitting.</param>
    /// <returns>The model, or null when there is too little text.</returns>
    public static FittedModel? Fit(PassageTable table, FitLimits limits, CancellationToken cancellationToken)
    {
        if (table.Count < limits.LeastPassages)
        {
            return null;
        }

        var (words, counts) = table.Close();
        if (counts.Count < limits.LeastPassages || words.Count < limits.LeastPassages)
        {
            return null;
        }

        var weights = Weights(counts);
        Weigh(counts, weights);
        var vectors = WordSubspace.Of(counts, limits.Dimension(counts.Count, words.Count), cancellationToken);
        return FittedModel.Of(words, weights, vectors);
    }

    /// <summary>How much a word that occurs so often in a text counts.</summary>
    /// <param name="count">How often; at least 1.</param>
    public static float OfCount(int count) => count == 1 ? 1 : (float)(1 + SteadyLogarithm.Of(count));

    // 1 for a word of a single passage, 0 for one that is spread evenly over all.
    private static float[] Weights(PassageRows counts)
    {
        var totals = new double[counts.Words];
        for (var i = 0; i < counts.Columns.Length; i++)
        {
            totals[counts.Columns[i]] += counts.Values[i];
        }

        var disorder = new double[counts.Words];
        for (var i = 0; i < counts.Columns.Length; i++)
        {
            var share = counts.Values[i] / totals[counts.Columns[i]];
            disorder[counts.Columns[i]] += share * SteadyLogarithm.Of(share);
        }

        var most = SteadyLogarithm.Of(counts.Count);
        return Array.ConvertAll(disorder, sum => (float)Math.Max(0, 1 + (sum / most)));
    }

    private static void Weigh(PassageRows rows, float[] weights)
    {
        for (var row = 0; row < rows.Count; row++)
        {
            var square = 0.0;
            for (var i = rows.Starts[row]; i < rows.Starts[row + 1]; i++)
            {
                var value = OfCount((int)rows.Values[i]) * weights[rows.Columns[i]];
                rows.Values[i] = value;
                square += (double)value * value;
            }

            var length = (float)Math.Sqrt(square);
            for (var i = rows.Starts[row]; i < rows.Starts[row + 1] && length > 0; i++)
            {
                rows.Values[i] /= length;
            }
        }
    }
}
