using Copilot.Contracts;
using Copilot.Forecasting;
using Copilot.Forecasting.Accuracy;
using Copilot.Forecasting.Tools;
using Xunit;

namespace Copilot.Tests.Forecasting.Accuracy;

public sealed class AccuracyCheckTests
{
    private static readonly DateOnly Today = new(2026, 6, 17);
    private static readonly DateOnly Monday = new(2026, 6, 15);
    private readonly AccuracyCheck _check = new(new KeptForecasts(new SeriesForecaster()));

    [Fact]
    public void Demand_that_never_changes_is_forecast_without_error()
    {
        var (figures, _) = _check.Of(Weekly(_ => 20), CancellationToken.None)!.Value;
        Assert.Equal((0, 0, 0, 1, 12), (figures.Error, figures.Naive, figures.Bias, figures.Within, figures.Weeks));
    }

    [Fact]
    public void Demand_that_goes_up_and_down_is_forecast_better_than_by_the_last_week()
    {
        var dice = new Random(3);
        var values = Enumerable.Range(0, 140).Select(_ => 100.0 + dice.Next(-30, 31)).ToArray();
        var (figures, _) = _check.Of(Weekly(t => values[t]), CancellationToken.None)!.Value;
        Assert.InRange(figures.Error, 0.05, 0.3);
        Assert.True(figures.Gain > 0, $"{figures.Gain:0.00}");
        Assert.InRange(figures.Naive, figures.Error, 0.6);
    }

    [Fact]
    public void The_naive_error_is_that_of_the_last_week_before_each_four_weeks()
    {
        // Twelve weeks of 30 after 10 before: only the first Monday's guess is off, by two thirds.
        var (figures, _) = _check.Of(Weekly(t => t >= 128 ? 30 : 10), CancellationToken.None)!.Value;
        Assert.Equal(20.0 * 4 / 12 / 30, figures.Naive, 6);
        Assert.True(figures.Bias < 0);
    }

    [Fact]
    public void The_week_that_has_begun_is_not_judged()
    {
        var without = _check.Of(Weekly(_ => 20), CancellationToken.None)!.Value.Figures;
        var history = Weekly(_ => 20);
        var with = _check.Of(history with { Days = [.. history.Days, new DemandDay(Monday.AddDays(1), 5000, 0)] }, CancellationToken.None)!.Value.Figures;
        Assert.Equal(without, with);
    }

    [Fact]
    public void A_history_of_a_few_weeks_is_not_judged()
        => Assert.Null(_check.Of(Weekly(_ => 20, weeks: 18), CancellationToken.None));

    [Fact]
    public void Several_products_count_alike_whatever_their_units()
    {
        var one = new PastForecasts { Products = 1, Weeks = 12, Error = 0.2, Naive = 0.4, Bias = 0.1, Within = 0.75, Scaled = 0.8 };
        var both = PastForecasts.Of([one, one with { Weeks = 4, Error = 0.4, Bias = -0.3, Within = 1 }]);
        Assert.Equal((2, 16), (both.Products, both.Weeks));
        Assert.Equal(0.3, both.Error, 9);
        Assert.Equal(-0.1, both.Bias, 9);
        Assert.Equal(13.0 / 16, both.Within, 9);
        Assert.Equal(0.25, both.Gain, 9);
    }

    private static DemandHistory Weekly(Func<int, double> value, int weeks = 140) => new()
    {
        Scope = new DemandScope { Product = "P" },
        Unit = "pcs",
        From = Today.AddDays(-1095),
        Today = Today,
        Products = 1,
        Days = [.. Enumerable.Range(0, weeks).Select(t => new DemandDay(Monday.AddDays(-7 * (weeks - t)).AddDays(2), value(t), 0))],
    };
}
