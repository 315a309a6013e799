namespace Copilot.Forecasting.Smoothing;

/// <summary>A member of the exponential smoothing family, by the names of Hyndman, Koehler, Ord and Snyder (2008).</summary>
/// <param name="RelativeError">Errors are proportional to the level (M), not of one size (A).</param>
/// <param name="Trend">Whether there is a trend.</param>
/// <param name="Damped">Whether the trend fades.</param>
/// <param name="Season">How the season enters.</param>
internal sealed record EtsForm(bool RelativeError, bool Trend, bool Damped, EtsSeason Season)
{
    /// <summary>Gets the name, such as <c>ETS(A,Ad,M)</c>.</summary>
    public string Name => $"ETS({(RelativeError ? "M" : "A")},{(!Trend ? "N" : Damped ? "Ad" : "A")},{(Season == EtsSeason.None ? "N" : Season == EtsSeason.Additive ? "A" : "M")})";

    /// <summary>The number of smoothing parameters.</summary>
    public int Parameters => 1 + (Trend ? 1 : 0) + (Season == EtsSeason.None ? 0 : 1) + (Damped ? 1 : 0);

    /// <summary>The members whose forecasts stay finite: additive errors with factors for seasons are left out, as their variance does not exist near zero.</summary>
    /// <param name="seasonal">Whether the history carries a season.</param>
    /// <param name="positive">Whether all values are above zero, which factors need.</param>
    public static IEnumerable<EtsForm> Stable(bool seasonal, bool positive)
    {
        foreach (var season in seasonal ? (EtsSeason[])[EtsSeason.None, EtsSeason.Additive, EtsSeason.Factors] : [EtsSeason.None])
        {
            foreach (var (trend, damped) in ((bool, bool)[])[(false, false), (true, false), (true, true)])
            {
                if (season != EtsSeason.Factors)
                {
                    yield return new EtsForm(false, trend, damped, season);
                }

                if (positive)
                {
                    yield return new EtsForm(true, trend, damped, season);
                }
            }
        }
    }
}
