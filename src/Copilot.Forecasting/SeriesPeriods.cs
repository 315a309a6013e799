using System.Globalization;
using Copilot.Contracts;
using Copilot.Forecasting.Periods;

namespace Copilot.Forecasting;

/// <summary>Names the periods of a forecast.</summary>
public static class SeriesPeriods
{
    /// <summary>The name of a coming period, such as <c>2024-W07</c>; <c>+3</c> when it has no place in the calendar.</summary>
    /// <param name="forecast">The forecast.</param>
    /// <param name="step">Which, from 0.</param>
    public static string Name(SeriesForecast forecast, int step)
    {
        ArgumentNullException.ThrowIfNull(forecast);
        return forecast.Start is { } start && Engine.Calendar.Step(start, forecast.Period, step) is { } day
            ? PeriodText.Write(day, forecast.Period)
            : string.Create(CultureInfo.InvariantCulture, $"+{step + 1}");
    }
}
