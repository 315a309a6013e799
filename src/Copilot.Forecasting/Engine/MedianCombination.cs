using Copilot.Forecasting.Numerics;

namespace Copilot.Forecasting.Engine;

/// <summary>The middle of several forecasts. One wild model can't pull it away (Petropoulos and Svetunkov 2020).</summary>
internal static class MedianCombination
{
    /// <summary>Combines rows of forecasts; what is not a number is left out.</summary>
    /// <param name="rows">One row a model.</param>
    /// <param name="horizon">Their length.</param>
    public static double[] Of(double[][] rows, int horizon)
    {
        var middle = new double[horizon];
        Span<double> one = stackalloc double[rows.Length];
        for (var h = 0; h < horizon; h++)
        {
            var count = 0;
            foreach (var row in rows)
            {
                if (double.IsFinite(row[h]))
                {
                    one[count++] = row[h];
                }
            }

            middle[h] = Figures.Median(one[..count]);
        }

        return middle;
    }
}
