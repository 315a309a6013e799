using Copilot.Forecasting.Arima;
using Xunit;

namespace Copilot.Tests.Forecasting;

public sealed class ArimaTests
{
    [Fact]
    public void The_airline_model_has_the_coefficients_of_box_and_jenkins()
    {
        // Box, Jenkins, Reinsel and Ljung, section 9.2: θ 0.40 and Θ 0.61 by least squares, residual variance 0.00134, standard errors 0.08 and 0.07; the signs are turned here.
        var logs = Textbook.AirPassengers.Select(v => Math.Log(v)).ToArray();
        var order = new ArimaOrder(0, 1, 1, 0, 1, 1, false, 12);
        var fit = ArimaFit.Of(Differences.Take(logs, order), order)!;
        Assert.InRange(fit.Coefficients[0], -0.45, -0.33);
        Assert.InRange(fit.Coefficients[1], -0.68, -0.52);
        Assert.InRange(fit.Variance, 0.0012, 0.0015);
    }

    [Fact]
    public void The_coefficient_of_a_drawn_autoregression_is_found_again()
    {
        var chance = new Random(5);
        var values = new double[2000];
        for (var t = 1; t < values.Length; t++)
        {
            values[t] = (0.7 * values[t - 1]) + Textbook.Normal(chance);
        }

        var fit = ArimaFit.Of(values, new ArimaOrder(1, 0, 0, 0, 0, 0, false, 1))!;
        Assert.InRange(fit.Coefficients[0], 0.66, 0.74);
        Assert.InRange(fit.Variance, 0.93, 1.07);
    }

    [Fact]
    public void A_forecast_of_a_first_order_autoregression_falls_back_to_the_mean()
    {
        var fit = ArimaFit.Of([.. Enumerable.Range(0, 200).Select(t => 5 + Math.Pow(0.5, t % 10))], new ArimaOrder(1, 0, 0, 0, 0, 0, true, 1))!;
        var mean = new double[50];
        fit.Forecast([5, 5, 9], mean);
        Assert.Equal(fit.Coefficients[1] + (fit.Coefficients[0] * (9 - fit.Coefficients[1])), mean[0], 9);
        Assert.Equal(fit.Coefficients[1], mean[49], 3);
    }

    [Fact]
    public void A_random_walk_is_differenced_and_noise_is_not()
    {
        var chance = new Random(9);
        var walk = new double[300];
        for (var t = 1; t < walk.Length; t++)
        {
            walk[t] = walk[t - 1] + Textbook.Normal(chance);
        }

        Assert.Equal(1, UnitRoots.Plain(walk));
        Assert.Equal(0, UnitRoots.Plain(Textbook.Noise(4, 300, 10, 1)));
    }

    [Fact]
    public void The_season_of_air_passengers_is_strong_and_noise_has_none()
    {
        Assert.Equal(1, UnitRoots.Seasonal(Textbook.AirPassengers, 12));
        Assert.Equal(0, UnitRoots.Seasonal(Textbook.Noise(4, 144, 10, 1), 12));
    }

    [Fact]
    public void Differences_are_undone_exactly()
    {
        var order = new ArimaOrder(0, 1, 0, 0, 1, 0, false, 4);
        double[] all = [3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5, 8, 9, 7, 9, 3];
        var future = Differences.Take(all, order)[^6..];
        Differences.Undo(all.AsSpan(0, 10), order, future);
        Assert.All(future.Zip(all[10..]), p => Assert.Equal(p.Second, p.First, 9));
    }

    [Fact]
    public void Stability_is_seen_without_computing_roots()
    {
        Assert.True(Polynomials.IsStable([0.99], 1));
        Assert.False(Polynomials.IsStable([1.01], 1));
        Assert.True(Polynomials.IsStable([1.2, -0.5], 1));
        Assert.False(Polynomials.IsStable([0.6, 0.5], 1));
    }

    [Fact]
    public void Polynomials_multiply()
        => Assert.Equal([0.5, 0, 0, 0.4, -0.2], Polynomials.Expand([0.5], [0.4], 4, 1).Select(w => Math.Round(w, 12)));

    [Fact]
    public void The_last_year_of_air_passengers_is_foreseen_within_six_percent()
    {
        var all = Textbook.AirPassengers;
        var mean = new double[12];
        new AutoArima().Fit(all.AsSpan(0, 132), 12)!.Forecast(all.AsSpan(0, 132), mean);
        Assert.InRange(mean.Zip(all[132..], (f, y) => Math.Abs(f - y) / y).Average(), 0, 0.06);
    }
}
