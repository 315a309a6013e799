using Copilot.Contracts;
using Copilot.Forecasting.Numerics;

namespace Copilot.Forecasting.Engine;

/// <summary>Sorts demand into classes after Syntetos, Boylan and Croston (2005).</summary>
internal static class Demand
{
    private const double LongInterval = 1.32;
    private const double Uneven = 0.49;

    /// <summary>The class; null when some values are below zero or all are zero.</summary>
    public static DemandClass? Of(ReadOnlySpan<double> values)
    {
        var sizes = new List<double>();
        foreach (var value in values)
        {
            if (value < 0)
            {
                return null;
            }

            if (value > 0)
            {
                sizes.Add(value);
            }
        }

        if (sizes.Count == 0)
        {
            return null;
        }

        var interval = (double)values.Length / sizes.Count;
        var all = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(sizes);
        var mean = Figures.Mean(all);
        var uneven = Figures.Variance(all) / (mean * mean) >= Uneven;
        return interval >= LongInterval ? uneven ? DemandClass.Lumpy : DemandClass.Intermittent : uneven ? DemandClass.Erratic : DemandClass.Smooth;
    }
}
