using Copilot.Contracts;
using Copilot.Forecasting.Cleaning;
using Copilot.Forecasting.Overrides;
using Xunit;

namespace Copilot.Tests.Forecasting.Overrides;

public sealed class PlannedDaysTests
{
    private static readonly double[] Profile = [0.4, 0.3, 0.2, 0.1, 0, 0, 0];
    private static readonly DateOnly Monday = new(2026, 11, 30);

    [Fact]
    public void A_figure_is_spread_over_its_days_by_the_weekdays_and_adds_up()
    {
        var planned = PlannedDays.Of([Figures.Some(Monday.AddDays(1), Monday.AddDays(16), 400)], Profile);
        Assert.Equal(400, Enumerable.Range(0, 30).Sum(i => planned.On(Monday.AddDays(i)) ?? 0), 9);
        Assert.Equal(planned.On(Monday.AddDays(1))!.Value, planned.On(Monday.AddDays(8))!.Value, 9);
        Assert.Equal(1.5, planned.On(Monday.AddDays(1))!.Value / planned.On(Monday.AddDays(2))!.Value, 9);
        Assert.Null(planned.On(Monday));
        Assert.Null(planned.On(Monday.AddDays(17)));
    }

    [Fact]
    public void Days_on_which_nothing_ever_leaves_still_get_their_quantity()
        => Assert.Equal(6, PlannedDays.Of([Figures.Some(Monday.AddDays(5), Monday.AddDays(6), 12)], Profile).On(Monday.AddDays(6))!.Value, 9);

    [Fact]
    public void The_newest_figure_counts_on_the_days_of_several()
    {
        var newest = Figures.Some(Monday, Monday.AddDays(6), 70);
        var older = Figures.Some(Monday, Monday.AddDays(13), 1000);
        var planned = PlannedDays.Of([newest, older], Profile);
        Assert.Equal(28, planned.On(Monday)!.Value, 9);
        Assert.Equal(200, planned.On(Monday.AddDays(7))!.Value, 9);
    }

    [Fact]
    public void A_sum_over_exactly_the_days_of_a_figure_is_that_figure()
    {
        var (demand, forecast) = Figures.Steady(20);
        var planned = demand.With([Figures.Some(demand.Next.AddDays(3), demand.Next.AddDays(24), 400)]);
        Assert.Equal(400, SpanForecast.Of(planned, forecast, demand.Next.AddDays(3), demand.Next.AddDays(24)).Total, 9);
    }

    [Fact]
    public void Days_outside_of_a_figure_keep_their_forecast_and_the_range_its_width()
    {
        var (demand, forecast) = Figures.Steady(20);
        var planned = demand.With([Figures.Some(demand.Next.AddDays(7), demand.Next.AddDays(13), 90)]);
        var (by, with) = (SpanForecast.Of(demand, forecast, demand.Next, demand.Next.AddDays(20)), SpanForecast.Of(planned, forecast, demand.Next, demand.Next.AddDays(20)));
        Assert.Equal(60, by.Total, 9);
        Assert.Equal(130, with.Total, 9);
        Assert.Equal((by.Half80, by.Half95), (with.Half80, with.Half95));
        Assert.Equal(20, SpanForecast.Of(planned, forecast, demand.Next, demand.Next.AddDays(6)).Total, 9);
    }

    [Fact]
    public void Demand_that_nobody_planned_stays_as_it_is()
    {
        var (demand, _) = Figures.Steady(20);
        Assert.Same(demand, demand.With([]));
        Assert.True(demand.Planned.IsEmpty);
    }
}
