using Copilot.Contracts;
using Copilot.Forecasting;
using Copilot.Forecasting.Cleaning;
using Xunit;

namespace Copilot.Tests.Forecasting.Cleaning;

public sealed class SpanForecastTests
{
    private static readonly DateOnly Monday = new(2024, 1, 1);

    [Fact]
    public void Steady_demand_is_expected_to_go_on_by_the_share_of_weekdays()
    {
        var (demand, forecast) = Steady(60, 8);
        Assert.Equal(50, SpanForecast.Of(demand, forecast, Monday.AddDays(420), Monday.AddDays(426)).Total, 6);
        Assert.Equal(30, SpanForecast.Of(demand, forecast, Monday.AddDays(422), Monday.AddDays(426)).Total, 6);
        Assert.Equal(100, SpanForecast.Of(demand, forecast, Monday.AddDays(425), Monday.AddDays(438)).Total, 6);
        Assert.Equal(0, SpanForecast.Of(demand, forecast, Monday.AddDays(425), Monday.AddDays(426)).Total, 6);
    }

    [Fact]
    public void Sums_of_noise_vary_with_the_root_of_their_length_and_hold_about_four_of_five()
    {
        var dice = new Random(11);
        double Noise() => Enumerable.Range(0, 12).Sum(_ => dice.NextDouble()) - 6;
        var (held, told, ratio) = (0, 0, 0.0);
        for (var i = 0; i < 60; i++)
        {
            var values = Enumerable.Range(0, 112).Select(_ => 100 + (10 * Noise())).ToArray();
            var forecast = new SeriesForecaster().Forecast(new TimeSeries { Id = "noise", Values = values[..104], Period = PeriodKind.Week, Season = 1 }, 8, CancellationToken.None);
            Assert.Equal(8, forecast.SumHalf80.Count);
            held += Math.Abs(values[104..].Sum() - forecast.Mean.Sum()) <= forecast.SumHalf80[7] ? 1 : 0;
            told++;
            ratio += forecast.SumHalf80[7] / forecast.SumHalf80[0] / 60;
        }

        // By chance alone the ratio would be √8; that the level itself is not known exactly adds to it.
        Assert.InRange(ratio, 2.2, 5);
        Assert.InRange(held / (double)told, 0.65, 0.97);
    }

    private static (CleanDemand Demand, SeriesForecast Forecast) Steady(int weeks, int horizon)
    {
        var history = new DemandHistory
        {
            Scope = new DemandScope { Product = "P" }, Unit = "pcs", From = Monday.AddDays(-100), Today = Monday.AddDays(weeks * 7), Products = 1,
            Days = [.. Enumerable.Range(0, weeks * 7).Where(d => d % 7 < 5).Select(d => new DemandDay(Monday.AddDays(d), 10, 0))],
        };
        var demand = CleanDemand.Of(history)!;
        return (demand, new SeriesForecaster().Forecast(demand.Series(history, "P"), horizon, CancellationToken.None));
    }
}
