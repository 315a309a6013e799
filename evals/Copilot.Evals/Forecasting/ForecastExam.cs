using Copilot.Contracts;
using Copilot.Forecasting;
using Copilot.Forecasting.Measures;

namespace Copilot.Evals.Forecasting;

/// <summary>Forecasts one group of series and compares with what came.</summary>
internal static class ForecastExam
{
    /// <summary>Runs.</summary>
    /// <param name="group">The group's name.</param>
    /// <param name="series">Its series.</param>
    /// <param name="step">Told after each series.</param>
    /// <param name="cancellationToken">Stops between two series.</param>
    public static ForecastScore Run(string group, IReadOnlyList<HeldOutSeries> series, Action step, CancellationToken cancellationToken)
    {
        var forecaster = new SeriesForecaster();
        var pairs = new List<(HeldOutSeries Held, SeriesForecast Forecast)>(series.Count);
        foreach (var held in series)
        {
            pairs.Add((held, forecaster.Forecast(Known(held), held.Actual.Length, cancellationToken)));
            step();
        }

        var naive = pairs.ConvertAll(p => NaiveReference.Naive2(p.Held.History, p.Held.Season, p.Held.Actual.Length));
        var (smape, naiveSmape) = (pairs.Average(p => ForecastMeasures.Smape([.. p.Forecast.Mean], p.Held.Actual)), pairs.Zip(naive).Average(p => ForecastMeasures.Smape(p.Second, p.First.Held.Actual)));
        var (mase, naiveMase) = (Mase(pairs.Select(p => (p.Held, p.Forecast.Mean.ToArray()))), Mase(pairs.Zip(naive).Select(p => (p.First.Held, p.Second))));
        return Sparse(pairs) with
        {
            Group = group,
            Series = pairs.Count,
            Smape = smape,
            Mase = mase,
            Owa = ForecastMeasures.Owa(smape, mase, naiveSmape, naiveMase),
            Within80 = Within(pairs, f => f.Lower80, f => f.Upper80),
            Within95 = Within(pairs, f => f.Lower95, f => f.Upper95),
            AgainstBest = pairs.TrueForAll(p => p.Held.Best is not null)
                ? pairs.Average(p => ForecastMeasures.MeanAbsolute([.. p.Forecast.Mean], p.Held.Actual)) / pairs.Average(p => ForecastMeasures.MeanAbsolute(p.Held.Best, p.Held.Actual))
                : null,
            AgainstLearnt = pairs.TrueForAll(p => p.Held.Learnt is not null)
                ? pairs.Average(p => ForecastMeasures.MeanAbsolute([.. p.Forecast.Mean], p.Held.Actual)) / pairs.Average(p => ForecastMeasures.MeanAbsolute(p.Held.Learnt, p.Held.Actual))
                : null,
        };
    }

    private static TimeSeries Known(HeldOutSeries held)
        => new() { Id = held.Id, Values = held.History, Season = held.Season, Period = held.Season is >= 52 and <= 53 ? PeriodKind.Week : PeriodKind.Step };

    // A history shorter than a season, or one that never changes, has no scale.
    private static double Mase(IEnumerable<(HeldOutSeries Held, double[] Forecast)> pairs)
        => pairs.Select(p => ForecastMeasures.Mase(p.Forecast, p.Held.Actual, p.Held.History, p.Held.History.Length > p.Held.Season ? p.Held.Season : 1)).Where(double.IsFinite).DefaultIfEmpty(1).Average();

    private static double Within(List<(HeldOutSeries Held, SeriesForecast Forecast)> pairs, Func<SeriesForecast, IReadOnlyList<double>> lower, Func<SeriesForecast, IReadOnlyList<double>> upper)
        => 100 * pairs.Sum(p => p.Held.Actual.Length * ForecastMeasures.Coverage([.. lower(p.Forecast)], [.. upper(p.Forecast)], p.Held.Actual)) / pairs.Sum(p => p.Held.Actual.Length);

    private static ForecastScore Sparse(List<(HeldOutSeries Held, SeriesForecast Forecast)> pairs)
    {
        var none = new ForecastScore { Group = string.Empty, Series = 0, Smape = 0, Mase = 0, Owa = 0, Within80 = 0, Within95 = 0 };
        var sparse = pairs.Where(p => p.Forecast.Demand is DemandClass.Intermittent or DemandClass.Lumpy).ToList();
        if (sparse.Count == 0)
        {
            return none;
        }

        var plain = PlainSparse.All().Select(m => (m.Name, Rmsse: sparse.Average(p => ForecastMeasures.Rmsse([.. Enumerable.Repeat(m.Rate(p.Held.History), p.Held.Actual.Length)], p.Held.Actual, p.Held.History)))).ToList();

        // Where the rule is known, what it expects: the few pieces of sixty series come out several in a hundred off it by luck alone.
        var came = sparse.Sum(p => (p.Held.Best ?? p.Held.Actual).Sum());
        return none with
        {
            Sparse = sparse.Count,
            Rmsse = sparse.Average(p => ForecastMeasures.Rmsse([.. p.Forecast.Mean], p.Held.Actual, p.Held.History)),
            PlainRmsse = plain.MinBy(m => m.Rmsse).Rmsse,
            PlainName = plain.MinBy(m => m.Rmsse).Name,
            SparseBias = came > 0 ? 100 * (sparse.Sum(p => p.Forecast.Mean.Sum()) - came) / came : null,
            Plain = plain,
            Amount = (sparse.Sum(p => p.Forecast.Mean.Sum()), came),
        };
    }
}
