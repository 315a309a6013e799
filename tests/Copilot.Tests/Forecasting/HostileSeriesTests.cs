using Copilot.Contracts;
using Copilot.Forecasting;
using Xunit;

namespace Copilot.Tests.Forecasting;

public sealed class HostileSeriesTests
{
    private readonly SeriesForecaster _forecaster = new();

    [Fact]
    public void A_constant_goes_on_without_width_and_says_why()
    {
        var forecast = Of([.. Enumerable.Repeat(5.0, 40)], 3, 12);
        Assert.Equal([5, 5, 5], forecast.Mean);
        Assert.Equal([5, 5, 5], forecast.Upper95);
        Assert.Contains(forecast.Warnings, w => w.Contains("the same", StringComparison.Ordinal));
    }

    [Fact]
    public void Zeros_go_on_as_zeros() => Assert.Equal([0, 0], Of([0, 0, 0, 0, 0, 0, 0, 0, 0], 2, 1).Mean);

    [Fact]
    public void One_value_goes_on_and_says_that_nothing_more_is_known()
    {
        var forecast = Of([42], 4, 12);
        Assert.Equal([42, 42, 42, 42], forecast.Mean);
        Assert.Contains("only one value", Assert.Single(forecast.Warnings), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(7)]
    [InlineData(9)]
    [InlineData(13)]
    [InlineData(25)]
    public void Short_histories_get_a_finite_forecast(int count)
        => AllFinite(Of(Textbook.Noise(count, count, 10, 3), 18, 12));

    [Fact]
    public void Nothing_but_unknown_values_is_refused_by_name()
        => Assert.Contains("s holds no number", Assert.Throws<CopilotException>(() => Of([double.NaN, double.PositiveInfinity], 2, 1)).Message, StringComparison.Ordinal);

    [Fact]
    public void Gaps_are_filled_and_told()
    {
        var values = Textbook.AirPassengers;
        values[40] = double.NaN;
        values[41] = double.NaN;
        values[90] = double.PositiveInfinity;
        var forecast = Of(values, 12, 12);
        Assert.Contains(forecast.Warnings, w => w.StartsWith("3 period(s) without a value are filled", StringComparison.Ordinal));
        Assert.All(forecast.Mean.Zip(Of(Textbook.AirPassengers, 12, 12).Mean), p => Assert.InRange(p.First / p.Second, 0.93, 1.07));
    }

    [Fact]
    public void Unknown_values_at_the_end_are_foreseen_over()
    {
        var line = Enumerable.Range(0, 40).Select(t => 10.0 + t).Concat([double.NaN, double.NaN]).ToArray();
        var forecast = Of(line, 2, 1);
        Assert.InRange(forecast.Mean[0], 51.3, 52.7);
        Assert.Contains(forecast.Warnings, w => w.StartsWith("The last 2 period(s)", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(1e-300)]
    [InlineData(1e-9)]
    [InlineData(1e12)]
    [InlineData(1e300)]
    public void The_size_of_the_unit_does_not_matter(double unit)
    {
        var plain = Of(Textbook.AirPassengers, 6, 12);
        var scaled = Of([.. Textbook.AirPassengers.Select(v => v * unit)], 6, 12);
        AllFinite(scaled);
        Assert.All(scaled.Mean.Zip(plain.Mean), p => Assert.InRange(p.First / unit / p.Second, 0.995, 1.005));
    }

    [Fact]
    public void The_largest_numbers_stay_numbers()
        => AllFinite(Of([double.MaxValue, 1, double.MaxValue, -double.MaxValue, 3, double.MaxValue, 8, 2, 1, double.MaxValue, 5, 5], 6, 1));

    [Fact]
    public void One_giant_among_small_values_stays_finite()
        => AllFinite(Of([.. Enumerable.Range(0, 60).Select(t => t == 30 ? 1e18 : 5 + (t % 7))], 12, 12));

    [Fact]
    public void Ten_million_values_are_cut_to_what_matters()
    {
        var forecast = Of([.. Enumerable.Range(0, 10_000_000).Select(t => 100.0 + (t % 7))], 7, 7);
        Assert.Contains(forecast.Warnings, w => w.StartsWith("Of 10000000 periods only the last", StringComparison.Ordinal));
        Assert.All(forecast.Mean.Select((f, h) => f - (100 + ((10_000_000 + h) % 7))), off => Assert.InRange(off, -0.5, 0.5));
    }

    [Fact]
    public void Zeros_before_the_first_demand_are_left_out()
    {
        double[] values = [.. Enumerable.Repeat(0.0, 30), .. Textbook.Noise(4, 30, 50, 5)];
        var forecast = Of(values, 4, 1);
        Assert.Equal(30, forecast.Periods);
        Assert.InRange(forecast.Mean[0], 42, 58);
    }

    [Fact]
    public void A_jump_in_level_is_followed()
    {
        double[] values = [.. Textbook.Noise(1, 40, 100, 2), .. Textbook.Noise(2, 20, 300, 2)];
        Assert.InRange(Of(values, 3, 1).Mean[0], 270, 340);
    }

    [Fact]
    public void A_season_that_is_none_is_refused()
        => Assert.Contains("season", Assert.Throws<CopilotException>(() => Of([1, 2, 3], 2, double.NaN)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData(24)]
    [InlineData(52.18)]
    [InlineData(168)]
    [InlineData(365.25)]
    [InlineData(100000)]
    public void Seasons_longer_than_the_history_do_no_harm(double season)
        => AllFinite(Of(Textbook.Noise(3, 60, 20, 4), 8, season));

    private static void AllFinite(SeriesForecast forecast)
        => Assert.All(forecast.Mean.Concat(forecast.Lower80).Concat(forecast.Upper80).Concat(forecast.Lower95).Concat(forecast.Upper95), v => Assert.True(double.IsFinite(v)));

    private SeriesForecast Of(double[] values, int horizon, double? season)
        => _forecaster.Forecast(new TimeSeries { Id = "s", Values = values, Season = season }, horizon, CancellationToken.None);
}
