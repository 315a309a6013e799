using Copilot.Contracts;
using Copilot.Forecasting.Cleaning;
using Copilot.Forecasting.Overrides;
using Xunit;

namespace Copilot.Tests.Forecasting.Overrides;

public sealed class AddedValueTests
{
    private static readonly DateOnly Monday = Weeks.Monday(Figures.Today);

    [Fact]
    public void Both_are_held_against_what_came_in_the_period()
    {
        // Two whole weeks of twenty.
        var value = Assert.Single(AddedValue.Of(Figures.History(), [Figures.Some(Monday.AddDays(-14), Monday.AddDays(-1), 50, forecast: 32)]));
        Assert.Equal((40, 10, 8), (value.Came, value.PlannerError, value.ForecastError));
    }

    [Fact]
    public void What_came_back_did_not_come()
    {
        var history = Figures.History();
        var value = Assert.Single(AddedValue.Of(history with { Days = [.. history.Days, new DemandDay(Monday.AddDays(-3), 0, 5)] }, [Figures.Some(Monday.AddDays(-7), Monday.AddDays(-1), 20)]));
        Assert.Equal(15, value.Came);
    }

    [Fact]
    public void A_period_that_is_not_over_is_not_judged()
        => Assert.Empty(AddedValue.Of(Figures.History(), [Figures.Some(Monday, Figures.Today, 50)]));

    [Fact]
    public void A_figure_that_stood_beside_no_forecast_is_not_judged()
        => Assert.Empty(AddedValue.Of(Figures.History(), [Figures.Some(Monday.AddDays(-14), Monday.AddDays(-1), 50, forecast: null)]));

    [Fact]
    public void A_figure_that_a_newer_one_took_days_from_is_not_judged()
    {
        var newest = Figures.Some(Monday.AddDays(-7), Monday.AddDays(-1), 30, "p2");
        var older = Figures.Some(Monday.AddDays(-14), Monday.AddDays(-1), 50);
        Assert.Equal("p2", Assert.Single(AddedValue.Of(Figures.History(), [newest, older])).Figure.Id);
    }
}
