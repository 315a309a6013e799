namespace Copilot.Benchmarks.Harness;

/// <summary>Measured values, in milliseconds unless the line says otherwise.</summary>
internal sealed class Samples
{
    private readonly List<double> _values = [];

    public int Count => _values.Count;

    public double Median => Quantile(0.5);

    public double P95 => Quantile(0.95);

    public double Sum => _values.Sum();

    public void Add(double value) => _values.Add(value);

    /// <summary>The value below which a share of all lies, interpolated between neighbours.</summary>
    public double Quantile(double share)
    {
        if (_values.Count == 0)
        {
            return double.NaN;
        }

        var sorted = _values.Order().ToList();
        var place = share * (sorted.Count - 1);
        var low = (int)Math.Floor(place);
        var high = Math.Min(low + 1, sorted.Count - 1);
        return sorted[low] + ((sorted[high] - sorted[low]) * (place - low));
    }
}
