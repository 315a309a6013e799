using Copilot.Contracts;
using Copilot.Forecasting;
using Copilot.Forecasting.Engine;
using Copilot.Forecasting.Models;
using Copilot.Forecasting.Seasons;
using Xunit;

namespace Copilot.Tests.Forecasting;

public sealed class GrowthTests
{
    [Fact]
    public void A_season_that_grows_with_compound_growth_is_forecast_by_logarithms_and_its_ranges_reach_further_up()
    {
        var values = Compound(60);
        var forecast = new SeriesForecaster().Forecast(new TimeSeries { Id = "s", Values = values[..48], Season = 4 }, 12, CancellationToken.None);
        Assert.EndsWith("on logarithms", forecast.Method, StringComparison.Ordinal);
        Assert.True(forecast.Upper80[11] - forecast.Mean[11] > forecast.Mean[11] - forecast.Lower80[11]);
        Assert.All(forecast.Mean.Zip(values[48..]), p => Assert.InRange(p.First / p.Second, 0.8, 1.25));
    }

    [Fact]
    public void Steady_growth_values_without_a_season_and_values_of_zero_are_not_taken_by_logarithms()
    {
        var chance = new Random(7);
        double[] line = [.. Enumerable.Range(0, 84).Select(t => 100 + (0.8 * t) + (16 * Math.Sin(Math.PI * t / 6)) + (5 * Textbook.Normal(chance)))];
        Assert.False(Growth.Compounds(line, 12));
        Assert.False(Growth.Compounds(Compound(48), 1));
        Assert.False(Growth.Compounds([.. Compound(48)[..47], 0], 4));
    }

    [Fact]
    public void Growth_is_not_believed_for_ever()
    {
        var values = Compound(48);
        var mean = new double[1000];
        new Logged(Plain.Drift).Fit(values, 4)!.Forecast(values, mean);
        Assert.All(mean, m => Assert.InRange(m, values.Min() * values.Min() / values.Max() * 0.999, values.Max() * values.Max() / values.Min() * 1.001));
        Assert.True(mean[47] > values[^1]);
    }

    [Fact]
    public void A_season_of_one_size_on_a_rising_level_is_added_and_one_that_rises_with_it_is_not()
    {
        double[] added = [.. Enumerable.Range(0, 96).Select(t => 100 + t + (20 * Math.Sin(Math.PI * t / 6)))];
        double[] multiplied = [.. Enumerable.Range(0, 96).Select(t => (100 + t) * (1 + (0.2 * Math.Sin(Math.PI * t / 6))))];
        Assert.True(Classical.AddsClearly(added, 12));
        Assert.False(Classical.AddsClearly(multiplied, 12));
    }

    private static double[] Compound(int count)
    {
        var chance = new Random(3);
        return [.. Enumerable.Range(0, count).Select(t => 50 * Math.Exp((0.03 * t) + (0.25 * Math.Cos(Math.PI * t / 2)) + (0.04 * Textbook.Normal(chance))))];
    }
}
