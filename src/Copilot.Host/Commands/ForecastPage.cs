using System.Globalization;
using System.Text;
using Copilot.Contracts;
using Copilot.Forecasting;

namespace Copilot.Host.Commands;

/// <summary>Writes a forecast for people: what is expected, the ranges, what it rests on and how wrong it was.</summary>
internal static class ForecastPage
{
    /// <summary>Writes one series.</summary>
    /// <param name="forecast">Its forecast.</param>
    /// <returns>Lines for a terminal, with an empty one at the end.</returns>
    public static string Write(SeriesForecast forecast)
    {
        var page = new StringBuilder();
        page.AppendLine(TerminalText.Clean(forecast.Series.ReplaceLineEndings(" ")));
        page.AppendLine(CultureInfo.InvariantCulture, $"  {forecast.Method}{(forecast.Periods > 0 ? $", from {forecast.Periods} periods" : string.Empty)}");
        if (forecast.Backtest is { } tried)
        {
            page.AppendLine(CultureInfo.InvariantCulture, $"  tried on its own past from {tried.Origins} earlier periods: {Number(tried.MeanError)} off on average; repeating the last value{(forecast.Season > 1 ? " with its season" : string.Empty)}: {Number(tried.NaiveError)}");
        }

        foreach (var warning in forecast.Warnings)
        {
            page.AppendLine(TerminalText.Clean("  ! " + warning));
        }

        if (forecast.Mean.Count > 0)
        {
            page.AppendLine(CultureInfo.InvariantCulture, $"  {"period",-12}{"expected",14}  {"4 of 5 lie within",29}  {"19 of 20 lie within",29}");
        }

        for (var h = 0; h < forecast.Mean.Count; h++)
        {
            var period = SeriesPeriods.Name(forecast, h);
            page.AppendLine(CultureInfo.InvariantCulture, $"  {period,-12}{Number(forecast.Mean[h]),14}  {Number(forecast.Lower80[h]),13} – {Number(forecast.Upper80[h]),13}  {Number(forecast.Lower95[h]),13} – {Number(forecast.Upper95[h]),13}");
        }

        return page.ToString();
    }

    private static string Number(double value)
    {
        var size = Math.Abs(value);
        return value == 0 ? "0"
            : size is >= 1e9 or < 1e-3 ? value.ToString("0.###e+0", CultureInfo.InvariantCulture)
            : value.ToString(size >= 1000 ? "0" : size >= 100 ? "0.#" : size >= 1 ? "0.##" : "0.####", CultureInfo.InvariantCulture);
    }
}
