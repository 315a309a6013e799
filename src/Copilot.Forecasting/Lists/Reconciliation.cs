namespace Copilot.Forecasting.Lists;

/// <summary>
/// Makes the forecasts of parts and of their sum agree: least squares with the variance of each as its weight (Wickramasuriya, Athanasopoulos and Hyndman 2019, minimum trace with a diagonal covariance). What is
/// known well is moved least.
/// </summary>
internal static class Reconciliation
{
    /// <summary>Reconciles a sum with its parts; parts are never below zero.</summary>
    /// <param name="total">The forecast of the sum.</param>
    /// <param name="variance">Its variance.</param>
    /// <param name="parts">The forecasts of the parts and their variances.</param>
    /// <returns>The parts; their sum is the reconciled total.</returns>
    public static double[] Of(double total, double variance, IReadOnlyList<(double Expected, double Variance)> parts)
    {
        var isFree = Enumerable.Repeat(true, parts.Count).ToArray();
        while (true)
        {
            var (expected, spread) = (0.0, variance);
            for (var i = 0; i < parts.Count; i++)
            {
                expected += isFree[i] ? parts[i].Expected : 0;
                spread += isFree[i] ? parts[i].Variance : 0;
            }

            var step = spread > 0 ? (total - expected) / spread : 0;
            var agreed = parts.Select((p, i) => isFree[i] ? p.Expected + (p.Variance * step) : 0).ToArray();
            if (Array.TrueForAll(agreed, a => a >= 0))
            {
                return agreed;
            }

            // What would fall below zero stays at zero, and the others are agreed anew.
            for (var i = 0; i < agreed.Length; i++)
            {
                isFree[i] &= agreed[i] >= 0;
            }
        }
    }
}
