namespace Copilot.Evals.Forecasting;

/// <summary>A series whose end is kept back.</summary>
/// <param name="Group">What it is measured together with.</param>
/// <param name="Id">Its name.</param>
/// <param name="Season">Periods in a season; 1 for none.</param>
/// <param name="History">What may be known.</param>
/// <param name="Actual">What came.</param>
/// <param name="Best">What one who knows how the series was made would have said; null for series from the world.</param>
internal sealed record HeldOutSeries(string Group, string Id, int Season, double[] History, double[] Actual, double[]? Best)
{
    /// <summary>Gets what one who knows the form of the rule, and learns its numbers from the history, would have said; null where nobody does.</summary>
    public double[]? Learnt { get; init; }
}
