namespace Copilot.Forecasting.Arima;

/// <summary>The lag polynomials of a seasonal model, multiplied out.</summary>
internal static class Polynomials
{
    /// <summary>Multiplies (1 − Σ aᵢBⁱ)(1 − Σ AⱼBʲˢ) and gives what is behind the one, with the sign turned.</summary>
    /// <param name="plain">The a.</param>
    /// <param name="seasonal">The A.</param>
    /// <param name="season">s.</param>
    /// <param name="sign">−1 for moving average polynomials, which are written 1 + Σ.</param>
    /// <returns>The weights of lag 1, 2, ….</returns>
    public static double[] Expand(ReadOnlySpan<double> plain, ReadOnlySpan<double> seasonal, int season, int sign)
    {
        var weights = new double[plain.Length + (seasonal.Length * season)];
        for (var i = 0; i < plain.Length; i++)
        {
            weights[i] += plain[i];
        }

        for (var j = 0; j < seasonal.Length; j++)
        {
            var lag = (j + 1) * season;
            weights[lag - 1] += seasonal[j];
            for (var i = 0; i < plain.Length; i++)
            {
                weights[lag + i] -= sign * plain[i] * seasonal[j];
            }
        }

        return weights;
    }

    /// <summary>Whether all roots of 1 − Σ wᵢxⁱ lie outside a circle, by stepping down (Levinson and Durbin backwards).</summary>
    /// <param name="weights">The w.</param>
    /// <param name="radius">The circle's radius, 1 or a little more.</param>
    public static bool IsStable(ReadOnlySpan<double> weights, double radius)
    {
        Span<double> now = stackalloc double[weights.Length];
        Span<double> next = stackalloc double[weights.Length];
        var power = 1.0;
        for (var i = 0; i < weights.Length; i++)
        {
            power *= radius;
            now[i] = weights[i] * power;
        }

        for (var k = weights.Length; k > 0; k--)
        {
            var last = now[k - 1];
            if (Math.Abs(last) >= 1)
            {
                return false;
            }

            for (var i = 0; i < k - 1; i++)
            {
                next[i] = (now[i] + (last * now[k - 2 - i])) / (1 - (last * last));
            }

            next[..(k - 1)].CopyTo(now);
        }

        return true;
    }
}
