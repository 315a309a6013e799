using System.Globalization;
using Copilot.Contracts;

namespace Copilot.Forecasting.Engine;

/// <summary>Turns an outlook back into the series' own scale and words.</summary>
internal static class ForecastSheet
{
    /// <summary>Writes the forecast.</summary>
    public static SeriesForecast Write(TimeSeries series, Prepared prepared, Outlook outlook, int horizon)
    {
        var mean = new double[horizon];
        double[] low80 = new double[horizon], high80 = new double[horizon], low95 = new double[horizon], high95 = new double[horizon];
        for (var h = 0; h < horizon; h++)
        {
            // Periods without a value at the end are foreseen too, but not asked for.
            var at = h + prepared.Missing;
            var centre = prepared.NeverNegative ? Math.Max(0, outlook.Mean[at]) : outlook.Mean[at];
            mean[h] = Own(centre);
            low80[h] = Own(Floor(centre - outlook.Half80[at].Below));
            high80[h] = Own(centre + outlook.Half80[at].Above);
            low95[h] = Math.Min(low80[h], Own(Floor(centre - outlook.Half95[at].Below)));
            high95[h] = Math.Max(high80[h], Own(centre + outlook.Half95[at].Above));
        }

        return new SeriesForecast
        {
            Series = series.Id,
            Method = outlook.Method,
            Mean = mean,
            Lower80 = low80,
            Upper80 = high80,
            Lower95 = low95,
            Upper95 = high95,
            Period = series.Period,
            Start = series.Start is { } start ? Calendar.Step(start, series.Period, series.Values.Count) : null,
            Season = outlook.Season,
            Unit = series.Unit,
            TimeZone = series.TimeZone,
            Company = series.Company,
            Demand = prepared.NeverNegative ? Demand.Of(prepared.Values) : null,
            Backtest = Figures(outlook, prepared.Scale),
            SumHalf80 = [.. outlook.Sums.Skip(prepared.Missing).Take(horizon).Select(s => Own(s.Half80))],
            SumHalf95 = [.. outlook.Sums.Skip(prepared.Missing).Take(horizon).Select(s => Own(s.Half95))],
            Periods = prepared.Values.Length,
            Warnings = [.. series.Remarks, .. prepared.Warnings, .. outlook.Warnings],
        };

        double Floor(double value) => prepared.NeverNegative ? Math.Max(0, value) : value;
        double Own(double value) => Round(Math.Clamp(value * prepared.Scale, -double.MaxValue, double.MaxValue));
    }

    private static BacktestFigures? Figures(Outlook outlook, double scale)
    {
        var (count, off, naive, bias, came) = (0, 0.0, 0.0, 0.0, 0.0);
        foreach (var (combined, reference, actual) in outlook.Trials)
        {
            for (var h = 0; h < actual.Length; h++)
            {
                off += Math.Abs(combined[h] - actual[h]);
                naive += Math.Abs(reference[h] - actual[h]);
                bias += combined[h] - actual[h];
                came += actual[h];
                count++;
            }
        }

        return count == 0 ? null : new BacktestFigures(outlook.Trials.Count, count, Round(off / count * scale), Round(naive / count * scale), Round(bias / count * scale))
        {
            MeanActual = Round(came / count * scale),
        };
    }

    // Nine digits are more than any forecast knows, and the last ones of a double differ between processors.
    private static double Round(double value)
        => !double.IsFinite(value) || value == 0 ? value : double.Parse(value.ToString("G9", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
}
