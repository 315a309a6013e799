using Copilot.Forecasting.Engine;
using Copilot.Forecasting.Models;
using Copilot.Forecasting.Seasons;
using Xunit;

namespace Copilot.Tests.Forecasting;

public sealed class SeasonsTests
{
    [Fact]
    public void The_seasonal_factors_of_air_passengers_are_those_of_r()
    {
        // decompose(AirPassengers, type = "multiplicative")$figure of R: January to December.
        double[] expected = [0.9102304, 0.8836253, 1.0073663, 0.9759060, 0.9813780, 1.1127758, 1.2265555, 1.2199110, 1.0604919, 0.9217572, 0.8011781, 0.8988244];
        Assert.All(Classical.Figure(Textbook.AirPassengers, 12, multiplicative: true).Zip(expected), p => Assert.Equal(p.Second, p.First, 4));
    }

    [Fact]
    public void Stl_gives_back_a_line_and_a_season_that_were_put_together()
    {
        double[] season = [4, -1, -6, 3];
        var history = Enumerable.Range(0, 48).Select(t => 50 + (0.5 * t) + season[t % 4]).ToArray();
        var parts = Stl.Of(history, 4, 13);
        Assert.All(Enumerable.Range(0, 48), t => Assert.Equal(season[t % 4], parts.Season[t], 6));
        Assert.All(Enumerable.Range(0, 48), t => Assert.Equal(50 + (0.5 * t), parts.Trend[t], 6));
    }

    [Fact]
    public void A_model_on_what_stl_leaves_puts_the_last_season_back()
    {
        var history = Enumerable.Range(0, 72).Select(t => 100 + ((1 + (t / 24.0)) * 10 * Math.Sin(2 * Math.PI * t / 12))).ToArray();
        var mean = new double[12];
        new StlAdjusted(Plain.Mean).Fit(history, 12)!.Forecast(history, mean);
        Assert.InRange(mean.Max(), 130, 142);
        Assert.Equal(3, Array.IndexOf(mean, mean.Max()));
    }

    [Fact]
    public void Plain_forecasts_are_what_their_names_say()
    {
        double[] history = [1, 2, 3, 5];
        double[] Of(IForecaster model)
        {
            var mean = new double[3];
            model.Fit(history, 2)!.Forecast(history, mean);
            return mean;
        }

        Assert.Equal([5, 5, 5], Of(Plain.Naive));
        Assert.Equal([3, 5, 3], Of(Plain.SeasonalNaive(2)));
        Assert.Equal(5 + (4.0 / 3), Of(Plain.Drift)[0], 12);
        Assert.Equal([4, 4, 4], Of(Plain.MovingAverage(2)));
        Assert.Equal([2.75, 2.75, 2.75], Of(Plain.Mean));
    }

    [Fact]
    public void Loess_leaves_a_straight_line_as_it_is()
    {
        var line = Enumerable.Range(0, 30).Select(t => 3 - (0.25 * t)).ToArray();
        var smooth = Loess.Smooth(line, 7, -1, 32);
        Assert.All(Enumerable.Range(0, 32), i => Assert.Equal(3 - (0.25 * (i - 1)), smooth[i], 9));
    }

    [Fact]
    public void A_yearly_wave_in_weeks_is_found_and_put_back()
    {
        var history = Enumerable.Range(0, 156).Select(t => 100 * Math.Exp(0.3 * Math.Sin(2 * Math.PI * t / 52.18))).ToArray();
        var season = LongSeason.Of(history, 52.18);
        Assert.True(season.IsFound);
        double[] mean = [.. Enumerable.Repeat(season.Values[^1], 26)];
        season.Restore(mean);
        Assert.All(Enumerable.Range(0, 26), h => Assert.InRange(mean[h] / (100 * Math.Exp(0.3 * Math.Sin(2 * Math.PI * (156 + h) / 52.18))), 0.93, 1.07));
    }

    [Fact]
    public void Random_walks_seldom_pass_for_a_season()
    {
        var found = 0;
        for (var seed = 0; seed < 60; seed++)
        {
            var chance = new Random(seed);
            var walk = new double[160];
            walk[0] = 100;
            for (var t = 1; t < walk.Length; t++)
            {
                walk[t] = walk[t - 1] + Textbook.Normal(chance);
            }

            found += LongSeason.Of(walk, 52.18).IsFound ? 1 : 0;
        }

        Assert.InRange(found, 0, 6);
    }

    [Fact]
    public void A_peak_that_comes_every_year_in_the_same_week_is_found()
    {
        var chance = new Random(2);
        var history = Enumerable.Range(0, 260).Select(t => 100 + (5 * Textbook.Normal(chance)) + (t % 52 == 50 ? 80 : 0)).ToArray();
        var mean = new double[52];
        mean.AsSpan().Fill(100);
        LongSeason.Of(history, 52).Restore(mean);
        Assert.Equal(50, Array.IndexOf(mean, mean.Max()));
        Assert.True(mean[50] > 150);
    }

    [Fact]
    public void The_season_of_numbered_periods_is_found()
    {
        Assert.Equal(12, SeasonFinder.Of(Textbook.AirPassengers));
        Assert.Equal(1, SeasonFinder.Of(Textbook.Noise(8, 144, 100, 5)));
        Assert.Equal(4, SeasonFinder.Of([.. Enumerable.Range(0, 48).Select(t => (t % 4 * 10) + (0.01 * t * t))]));
    }

    [Fact]
    public void Two_seasons_are_too_few_for_the_test()
        => Assert.False(SeasonalTest.Shows(Textbook.AirPassengers.AsSpan(0, 35), 12));
}
