namespace Copilot.Forecasting.Customers;

/// <summary>How long customers who go on buying are silent on any day, in units of their usual gap.</summary>
/// <param name="gaps">Gaps in such units, ascending; at least one.</param>
internal sealed class Silences(double[] gaps)
{
    private readonly double _sum = gaps.Sum();

    /// <summary>
    /// The probability of a silence at least as long: the share of all time that lies at least so far behind an order. It is never less than one gap of all and one more, as nothing longer than the longest was seen.
    /// </summary>
    /// <param name="silence">Days since the last order by the usual gap.</param>
    public double Chance(double silence)
    {
        var beyond = 0.0;
        for (var i = gaps.Length - 1; i >= 0 && gaps[i] > silence; i--)
        {
            beyond += gaps[i] - silence;
        }

        var mean = _sum / gaps.Length;
        return Math.Min(1, (beyond + mean) / (_sum + mean));
    }
}
