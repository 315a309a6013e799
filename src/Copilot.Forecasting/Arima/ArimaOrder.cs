namespace Copilot.Forecasting.Arima;

/// <summary>The orders of a seasonal ARIMA model.</summary>
/// <param name="P">Autoregressive terms.</param>
/// <param name="D">Differences.</param>
/// <param name="Q">Moving average terms.</param>
/// <param name="SeasonalP">Seasonal autoregressive terms.</param>
/// <param name="SeasonalD">Seasonal differences.</param>
/// <param name="SeasonalQ">Seasonal moving average terms.</param>
/// <param name="Constant">Whether the differenced values have a mean of their own.</param>
/// <param name="Season">Periods in a season; 1 for none.</param>
internal sealed record ArimaOrder(int P, int D, int Q, int SeasonalP, int SeasonalD, int SeasonalQ, bool Constant, int Season)
{
    /// <summary>Gets the number of coefficients.</summary>
    public int Coefficients => P + Q + SeasonalP + SeasonalQ + (Constant ? 1 : 0);

    /// <summary>Gets the name, such as <c>ARIMA(0,1,1)(0,1,1)[12]</c>.</summary>
    public string Name
        => $"ARIMA({P},{D},{Q}){(Season > 1 ? $"({SeasonalP},{SeasonalD},{SeasonalQ})[{Season}]" : string.Empty)}{(!Constant ? string.Empty : D + SeasonalD > 0 ? " with drift" : " with mean")}";
}
