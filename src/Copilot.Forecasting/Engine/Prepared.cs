namespace Copilot.Forecasting.Engine;

/// <summary>A history made fit for models.</summary>
internal sealed record Prepared
{
    // What lies further back says little about tomorrow, and bounds the work on any input.
    private const int Longest = 3000;
    private const int LeadingZeros = 4;

    /// <summary>Gets the values: finite, without gaps, of size about one.</summary>
    public required double[] Values { get; init; }

    /// <summary>Gets what to multiply forecasts by.</summary>
    public required double Scale { get; init; }

    /// <summary>Gets how many periods at the end have no value.</summary>
    public required int Missing { get; init; }

    /// <summary>Gets a value indicating whether no value was below zero.</summary>
    public required bool NeverNegative { get; init; }

    /// <summary>Gets what was done, in words.</summary>
    public required IReadOnlyList<string> Warnings { get; init; }

    /// <summary>Prepares; null when there is no number at all.</summary>
    /// <param name="raw">The values; not a number, or without end, where none is known.</param>
    public static Prepared? Of(IReadOnlyList<double> raw)
    {
        var (first, last) = (0, raw.Count - 1);
        while (first <= last && !double.IsFinite(raw[first]))
        {
            first++;
        }

        while (last >= first && !double.IsFinite(raw[last]))
        {
            last--;
        }

        if (first > last)
        {
            return null;
        }

        var warnings = new List<string>();
        var missing = raw.Count - 1 - last;
        if (missing > 0)
        {
            warnings.Add($"The last {missing} period(s) have no value; the forecast begins after them.");
        }

        if (last - first + 1 > Longest)
        {
            warnings.Add($"Of {last - first + 1} periods only the last {Longest} are used.");
            first = last - Longest + 1;
        }

        var values = new double[last - first + 1];
        for (var t = 0; t < values.Length; t++)
        {
            values[t] = raw[first + t];
        }

        values = WithoutBeginning(values, warnings);
        Fill(values, warnings);
        var scale = Scaled(values);
        return new Prepared { Values = values, Scale = scale, Missing = missing, NeverNegative = Array.TrueForAll(values, v => v >= 0), Warnings = warnings };
    }

    // Zeros before the first demand, if they are many, are the time before there was any.
    private static double[] WithoutBeginning(double[] values, List<string> warnings)
    {
        var zeros = Array.FindIndex(values, v => v != 0);
        if (zeros < values.Length / LeadingZeros || values.Length - zeros < 8)
        {
            return values;
        }

        var (longest, run) = (0, 0);
        foreach (var value in values.AsSpan(zeros))
        {
            run = value == 0 ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }

        if (zeros <= 2 * longest)
        {
            return values;
        }

        warnings.Add($"The {zeros} zeros before the first value are left out.");
        return values[zeros..];
    }

    private static void Fill(double[] values, List<string> warnings)
    {
        var filled = 0;
        for (var t = 0; t < values.Length; t++)
        {
            if (double.IsFinite(values[t]))
            {
                continue;
            }

            var next = t + 1;
            while (next < values.Length && !double.IsFinite(values[next]))
            {
                next++;
            }

            // The ends are known, so there are neighbours on both sides.
            var (from, to, width) = (values[t - 1], values[Math.Min(next, values.Length - 1)], next - t + 1);
            for (var gap = t; gap < next; gap++)
            {
                var share = (gap - t + 1) / (double)width;
                values[gap] = (from * (1 - share)) + (to * share);
                filled++;
            }
        }

        if (filled > 0)
        {
            warnings.Add($"{filled} period(s) without a value are filled along the line between their neighbours.");
        }
    }

    private static double Scaled(double[] values)
    {
        var most = 0.0;
        foreach (var value in values)
        {
            most = Math.Max(most, Math.Abs(value));
        }

        if (most == 0)
        {
            return 1;
        }

        var sum = 0.0;
        foreach (var value in values)
        {
            sum += Math.Abs(value / most);
        }

        // A power of two changes no digit. The mean becomes about one, so that no search meets numbers it can't tell apart.
        var power = Math.Clamp(Math.ILogB(most) + Math.ILogB(sum / values.Length), -1000, 1000);
        for (var t = 0; t < values.Length; t++)
        {
            values[t] = Math.ScaleB(values[t], -power);
        }

        return Math.ScaleB(1, power);
    }
}
