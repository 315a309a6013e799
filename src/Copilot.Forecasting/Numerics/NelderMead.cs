namespace Copilot.Forecasting.Numerics;

/// <summary>The simplex search of Nelder and Mead (1965) inside a box. It draws nothing by chance: the same function gives the same place.</summary>
internal static class NelderMead
{
    /// <summary>Searches from a start.</summary>
    /// <typeparam name="T">The function's type.</typeparam>
    /// <param name="function">The function.</param>
    /// <param name="at">The start, and the best place found.</param>
    /// <param name="low">The box's lower ends.</param>
    /// <param name="high">The box's upper ends.</param>
    /// <param name="most">How often the function may be asked.</param>
    /// <param name="close">The search ends when the corners' values differ relatively less than this.</param>
    /// <returns>The value found.</returns>
    public static double Minimise<T>(T function, Span<double> at, ReadOnlySpan<double> low, ReadOnlySpan<double> high, int most, double close = 1e-6)
        where T : IObjective
    {
        var n = at.Length;
        var corners = new double[n + 1][];
        var values = new double[n + 1];
        for (var i = 0; i <= n; i++)
        {
            corners[i] = at.ToArray();
            if (i > 0)
            {
                var width = high[i - 1] - low[i - 1];
                var step = Math.Min(0.25 * width, double.IsFinite(width) ? width : 1);
                var x = corners[i][i - 1];
                corners[i][i - 1] = x + step <= high[i - 1] ? x + step : x - step;
            }

            Clamp(corners[i], low, high);
            values[i] = Ask(function, corners[i]);
        }

        var asked = n + 1;
        var centre = new double[n];
        var trial = new double[n];
        var further = new double[n];
        while (asked < most)
        {
            Array.Sort(values, corners);
            if (Math.Abs(values[n] - values[0]) <= close * (Math.Abs(values[0]) + close))
            {
                break;
            }

            Array.Clear(centre);
            for (var i = 0; i < n; i++)
            {
                for (var j = 0; j < n; j++)
                {
                    centre[j] += corners[i][j] / n;
                }
            }

            var worst = corners[n];
            var reflected = Try(function, centre, worst, 1, trial, low, high);
            asked++;
            if (reflected < values[0])
            {
                var expanded = Try(function, centre, worst, 2, further, low, high);
                asked++;
                Take(expanded < reflected ? further : trial, Math.Min(expanded, reflected), corners, values);
            }
            else if (reflected < values[n - 1])
            {
                Take(trial, reflected, corners, values);
            }
            else
            {
                var outside = reflected < values[n];
                var contracted = Try(function, centre, worst, outside ? 0.5 : -0.5, further, low, high);
                asked++;
                if (contracted < Math.Min(reflected, values[n]))
                {
                    Take(further, contracted, corners, values);
                }
                else
                {
                    Shrink(function, corners, values);
                    asked += n;
                }
            }
        }

        Array.Sort(values, corners);
        corners[0].CopyTo(at);
        return values[0];
    }

    private static double Try<T>(T function, double[] centre, double[] worst, double by, double[] into, ReadOnlySpan<double> low, ReadOnlySpan<double> high)
        where T : IObjective
    {
        for (var j = 0; j < centre.Length; j++)
        {
            into[j] = centre[j] + (by * (centre[j] - worst[j]));
        }

        Clamp(into, low, high);
        return Ask(function, into);
    }

    private static void Take(double[] place, double value, double[][] corners, double[] values)
    {
        place.CopyTo(corners[^1], 0);
        values[^1] = value;
    }

    private static void Shrink<T>(T function, double[][] corners, double[] values)
        where T : IObjective
    {
        for (var i = 1; i < corners.Length; i++)
        {
            for (var j = 0; j < corners[i].Length; j++)
            {
                corners[i][j] = 0.5 * (corners[i][j] + corners[0][j]);
            }

            values[i] = Ask(function, corners[i]);
        }
    }

    private static double Ask<T>(T function, double[] at)
        where T : IObjective
    {
        var value = function.Value(at);
        return double.IsNaN(value) ? double.PositiveInfinity : value;
    }

    private static void Clamp(double[] at, ReadOnlySpan<double> low, ReadOnlySpan<double> high)
    {
        for (var j = 0; j < at.Length; j++)
        {
            at[j] = Math.Clamp(at[j], low[j], high[j]);
        }
    }
}
