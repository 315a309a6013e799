using Copilot.Forecasting.Smoothing;
using Xunit;

namespace Copilot.Tests.Forecasting;

public sealed class SmoothingTests
{
    [Fact]
    public void Air_passengers_need_factors_for_their_season()
    {
        var fitted = new Ets().Fit(Textbook.AirPassengers, 12);
        Assert.NotNull(fitted);

        // R's ets() chooses ETS(M,Ad,M) with φ at its upper end, where damping and not damping differ little.
        Assert.Matches(@"^ETS\(M,Ad?,M\)$", fitted.Name);
    }

    [Fact]
    public void The_last_year_of_air_passengers_is_foreseen_within_five_percent()
    {
        var all = Textbook.AirPassengers;
        var mean = new double[12];
        new Ets().Fit(all.AsSpan(0, 132), 12)!.Forecast(all.AsSpan(0, 132), mean);
        Assert.InRange(mean.Zip(all[132..], (f, y) => Math.Abs(f - y) / y).Average(), 0, 0.05);
    }

    [Fact]
    public void Linear_smoothing_of_australian_air_traffic_goes_on_as_in_the_textbook()
    {
        // The book, with α 0.8 and β* 0.2, ends in 2004 at a level of 41.9 with a slope of 1.8: 43.76, 45.59, 47.43, 49.27, 51.10.
        double[] book = [43.76, 45.59, 47.43, 49.27, 51.10];
        var filter = new EtsFilter(new EtsForm(false, true, false, EtsSeason.None), Textbook.AustralianAir, 1);
        var mean = new double[5];
        filter.Forecast([0.8, 0.2], mean);

        // The first state comes from the history run backwards and not from the book, and still shows a little after 15 years.
        Assert.All(mean.Zip(book), p => Assert.InRange(p.First, p.Second - 0.35, p.Second + 0.35));
    }

    [Fact]
    public void A_straight_line_goes_on()
    {
        var history = Enumerable.Range(0, 30).Select(t => 10 + (2.0 * t)).ToArray();
        var mean = new double[3];
        new Ets([new EtsForm(false, true, false, EtsSeason.None)]).Fit(history, 1)!.Forecast(history, mean);
        Assert.All(mean.Select((f, h) => f - (10 + (2.0 * (30 + h)))), off => Assert.InRange(off, -0.01, 0.01));
    }

    [Fact]
    public void A_damped_trend_fades()
    {
        var history = Enumerable.Range(0, 40).Select(t => 100 + (3.0 * t)).ToArray();
        var mean = new double[60];
        new Ets([new EtsForm(false, true, true, EtsSeason.None)]).Fit(history, 1)!.Forecast(history, mean);
        Assert.True(mean[59] - mean[58] < 0.5 * (mean[1] - mean[0]));
    }

    [Fact]
    public void Factors_are_never_used_where_a_value_is_not_above_zero()
    {
        var history = Textbook.AirPassengers;
        history[70] = 0;
        Assert.DoesNotContain("M", new Ets().Fit(history, 12)!.Name, StringComparison.Ordinal);
    }

    [Fact]
    public void Noise_around_a_mean_gets_no_trend_and_little_smoothing()
    {
        var history = Textbook.Noise(3, 200, 50, 2);
        var mean = new double[20];
        var fitted = new Ets().Fit(history, 1)!;
        fitted.Forecast(history, mean);
        Assert.EndsWith(",N,N)", fitted.Name, StringComparison.Ordinal);
        Assert.InRange(mean[0], 49, 51);
        Assert.Equal(mean[0], mean[19], 9);
    }

    [Fact]
    public void Complex_smoothing_follows_a_trend_it_was_never_told_of()
    {
        var history = Enumerable.Range(0, 60).Select(t => 20 + (1.5 * t)).ToArray();
        var mean = new double[6];
        new ComplexSmoothing().Fit(history, 1)!.Forecast(history, mean);
        Assert.InRange(mean[5], 20 + (1.5 * 62), 20 + (1.5 * 70));
    }
}
