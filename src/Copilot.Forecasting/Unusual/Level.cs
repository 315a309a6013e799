namespace Copilot.Forecasting.Unusual;

/// <summary>The middle of a group's figures and how far they are off it as a rule.</summary>
internal sealed class Level
{
    // Prices that never change have no spread; less than half a per cent off is no matter.
    private const double Narrowest = 0.005;
    private const double Normal = 1.4826;
    private readonly double[] _figures;
    private readonly double[] _sorted;
    private readonly double _width;

    /// <summary>Takes the figures.</summary>
    /// <param name="figures">At least two.</param>
    public Level(double[] figures)
    {
        _figures = figures;
        _sorted = [.. figures.Order()];
        Middle = Median(_sorted);
        _width = Width(_sorted, Middle);
    }

    /// <summary>Gets the median.</summary>
    public double Middle { get; }

    /// <summary>Gets how many there are.</summary>
    public int Count => _sorted.Length;

    /// <summary>How far a new figure is off, in usual deviations.</summary>
    public double Score(double figure) => Math.Abs(figure - Middle) / _width;

    /// <summary>How far each of the figures, in their order, is off the others, as if it were the new one.</summary>
    public IEnumerable<double> Scores()
    {
        foreach (var figure in _figures)
        {
            var at = Array.BinarySearch(_sorted, figure);
            double[] others = [.. _sorted.AsSpan(0, at), .. _sorted.AsSpan(at + 1)];
            var middle = Median(others);
            yield return Math.Abs(figure - middle) / Width(others, middle);
        }
    }

    /// <summary>The middle of sorted figures.</summary>
    public static double Median(double[] sorted) => sorted.Length % 2 == 1 ? sorted[sorted.Length / 2] : (sorted[(sorted.Length / 2) - 1] + sorted[sorted.Length / 2]) / 2;

    private static double Width(double[] sorted, double middle) => Math.Max(Narrowest, Normal * Median([.. sorted.Select(f => Math.Abs(f - middle)).Order()]));
}
