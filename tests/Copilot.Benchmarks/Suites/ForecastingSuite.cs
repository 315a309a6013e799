using Copilot.Benchmarks.Bare;
using Copilot.Benchmarks.Harness;
using Copilot.Benchmarks.House;
using Copilot.Contracts;
using Copilot.Forecasting;
using Copilot.Forecasting.Arima;
using Copilot.Forecasting.Models;
using Copilot.Forecasting.Seasons;
using Copilot.Forecasting.Smoothing;
using Copilot.Forecasting.Sparse;
using Copilot.Forecasting.Theta;

namespace Copilot.Benchmarks.Suites;

/// <summary>What a forecast costs: each kind of model on a monthly series, one product with everything, and a whole assortment of weekly series.</summary>
internal sealed class ForecastingSuite : ISuite
{
    private const int Rounds = 40;
    private const int Assortment = 50_000;
    private const int Sample = 2_000;
    private const int Warm = 8;

    private static readonly string[] Asked = ["GLV-NIT-L", "GLV-NIT-M", "FLM-STR-23", "BOX-FCT-S", "TAP-FIL-25", "CLN-DIS-5L", "CCP-GEL-500", "GLV-NBK-L", "BOX-FCT-L", "PPE-MSK-FFP2"];
    private static readonly string[] Places = ["", " in Rotterdam"];

    public string Name => "forecasting";

    public async Task RunAsync(RunningHouse house, Report report, CancellationToken cancellationToken)
    {
        await ChatAsync(house, report, cancellationToken);
        var monthly = Enumerable.Range(0, Rounds).Select(seed => MadeSeries.Monthly(seed, 115)).ToArray();
        foreach (var (name, model) in Models())
        {
            var round = 0;
            var pair = await Pair.RunAsync(
                5,
                Rounds,
                () => Clock.TimeAsync(() => Fit(model, monthly[Math.Abs(round++) % Rounds])),
                () => Clock.TimeAsync(() => Fit(new Ets([new EtsForm(false, false, false, EtsSeason.None)]), monthly[Math.Abs(round) % Rounds])));
            report.Add(pair.ToLine(Name, $"{name}, 115 months", "simple smoothing alone"));
        }

        var forecaster = new SeriesForecaster();
        var samples = new Samples();
        for (var run = -5; run < Rounds; run++)
        {
            var series = new TimeSeries { Id = "one", Values = monthly[Math.Abs(run) % Rounds], Season = 12 };
            var took = await Clock.TimeAsync(() => Task.FromResult(forecaster.Forecast(series, 18, cancellationToken)));
            if (run >= 0)
            {
                samples.Add(took);
            }
        }

        report.Add(Line.Of(Name, "one product, choice and ranges", samples));
        await AssortmentAsync(forecaster, report, cancellationToken);
    }

    private static IEnumerable<(string Name, IForecaster Model)> Models()
        =>
        [
            ("theta", new Adjusted(new DynamicTheta(optimised: true), shrink: true)),
            ("mean of three smoothings", new Adjusted(new SmoothingAverage(), shrink: true)),
            ("ETS, all members", new Ets()),
            ("ARIMA, stepwise", new AutoArima()),
            ("CES", new Adjusted(new ComplexSmoothing(), shrink: true)),
            ("TSB", new Rates(RateKind.TeunterSyntetosBabai)),
        ];

    private static Task Fit(IForecaster model, double[] values)
    {
        var mean = new double[18];
        model.Fit(values, 12)?.Forecast(values, mean);
        return Task.CompletedTask;
    }

    // A whole turn: routing, the history from the business system, the forecast, grounding, the audit entry.
    private async Task ChatAsync(RunningHouse house, Report report, CancellationToken cancellationToken)
    {
        for (var run = 0; run < Warm; run++)
        {
            await house.AskAsync("purchaser", "forecast GLV-NIT-L in Lyon", cancellationToken);
        }

        foreach (var name in new[] { "to be made", "ready" })
        {
            var samples = new Samples();
            foreach (var question in Places.SelectMany(place => Asked.Select(product => $"How many {product} will we need in the next 4 weeks{place}?")))
            {
                var asked = await house.AskAsync("purchaser", question, cancellationToken);
                if (!asked.Turn!.ToolCalls.Select(c => c.Name).SequenceEqual(["forecast.demand"]))
                {
                    throw new InvalidOperationException($"'{question}' called {string.Join(", ", asked.Turn.ToolCalls.Select(c => c.Name))}: the measurement would name the wrong tool.");
                }

                samples.Add(asked.Whole);
            }

            report.Add(Line.Of(Name, $"one product in a chat, its forecast {name}", samples));
        }
    }

    // Processor time does not care how busy the machine is; the whole assortment is reckoned from a sample of it.
    private async Task AssortmentAsync(SeriesForecaster forecaster, Report report, CancellationToken cancellationToken)
    {
        var before = Environment.CpuUsage.TotalTime;
        var wall = Clock.Now;
        var most = 0L;
        var done = 0;
        await foreach (var (_, forecast, _) in forecaster.ForecastAllAsync(SeriesAsync(Sample), 13, Environment.ProcessorCount, cancellationToken))
        {
            done += forecast is null ? 0 : 1;
            most = Math.Max(most, done % 500 == 0 ? GC.GetTotalMemory(forceFullCollection: false) : 0);
        }

        var each = (Environment.CpuUsage.TotalTime - before).TotalMilliseconds / done;
        report.Add(Line.Single(Name, $"a weekly series of 104, of {done}", each, "ms cpu"));
        report.Add(Line.Single(Name, $"the same by the clock, {Environment.ProcessorCount} processors", Clock.Since(wall) / done, "ms"));
        report.Add(Line.Single(Name, $"{Assortment} of them on 2 free processors", each * Assortment / 2 / 60_000, "min"));
        report.Add(Line.Single(Name, "memory held meanwhile, at most", most / 1e6, "MB"));
    }

    private static async IAsyncEnumerable<TimeSeries> SeriesAsync(int count)
    {
        for (var seed = 0; seed < count; seed++)
        {
            yield return new TimeSeries { Id = $"{seed}", Values = MadeSeries.Weekly(seed, 104), Period = PeriodKind.Week };
            await Task.CompletedTask;
        }
    }
}
