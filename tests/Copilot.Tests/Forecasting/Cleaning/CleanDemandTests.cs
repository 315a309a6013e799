using Copilot.Contracts;
using Copilot.Forecasting.Cleaning;
using Xunit;

namespace Copilot.Tests.Forecasting.Cleaning;

public sealed class CleanDemandTests
{
    private static readonly DateOnly Monday = new(2024, 1, 1);

    [Fact]
    public void Deliveries_are_added_up_by_whole_weeks_and_the_week_that_has_begun_is_left_out()
    {
        var demand = CleanDemand.Of(History([(0, 3), (4, 2), (7, 10), (14, 99)], today: 16))!;
        Assert.Equal([5.0, 10.0], demand.Came);
        Assert.Equal(Monday, demand.First);
        Assert.Equal(Monday.AddDays(14), demand.Next);
    }

    [Fact]
    public void A_return_takes_back_what_was_delivered_last_and_never_more_than_there_was()
    {
        var history = History([(0, 10), (7, 4), (14, 6)], today: 21);
        var demand = CleanDemand.Of(history with { Days = [.. history.Days.Select(d => d.Day == Monday.AddDays(14) ? d with { Returned = 13 } : d)] })!;
        Assert.Equal([7.0, 0.0, 0.0], demand.Came);
        Assert.Equal(13, demand.Returned);
    }

    [Fact]
    public void Weeks_without_stock_are_unknown_and_not_zero()
    {
        var history = Steady(40, week => week is 20 or 21 ? 0 : 10) with { Empty = new EmptyDays(true, [.. Enumerable.Range(140, 14).Select(d => Monday.AddDays(d))]) };
        var demand = CleanDemand.Of(history)!;
        Assert.Equal(2, demand.EmptyWeeks);
        Assert.True(double.IsNaN(demand.Usual[20]) && double.IsNaN(demand.Usual[21]));
        Assert.Equal(0, demand.Came[20]);
    }

    [Fact]
    public void A_week_that_sold_as_much_as_others_lost_nothing_to_an_empty_shelf()
    {
        var history = Steady(40, _ => 10) with { Empty = new EmptyDays(true, [.. Enumerable.Range(140, 5).Select(d => Monday.AddDays(d))]) };
        Assert.Equal(0, CleanDemand.Of(history)!.EmptyWeeks);
    }

    [Fact]
    public void Where_the_shelf_was_empty_most_of_the_time_weeks_stay_as_they_are()
    {
        var history = Steady(40, week => week < 20 ? 0.5 : 10) with { Empty = new EmptyDays(true, [.. Enumerable.Range(0, 140).Select(d => Monday.AddDays(d))]) };
        var demand = CleanDemand.Of(history)!;
        Assert.True(demand.MostlyEmpty);
        Assert.All(demand.Usual, v => Assert.True(double.IsFinite(v)));
    }

    [Fact]
    public void A_project_order_is_levelled_and_told()
    {
        var demand = CleanDemand.Of(Steady(60, week => week == 30 ? 500 : 9 + (week % 4)))!;
        var one = Assert.Single(demand.OneOffs);
        Assert.Equal((Monday.AddDays(210), 500.0), (one.Week, one.Was));
        Assert.InRange(demand.Usual[30], 9, 12);
    }

    [Fact]
    public void Demand_that_comes_in_lumps_is_left_as_it_is()
        => Assert.Empty(CleanDemand.Of(Steady(60, week => week % 3 == 0 ? 5 : week == 31 ? 200 : 0))!.OneOffs);

    [Fact]
    public void Weeks_with_special_prices_count_as_usual_ones_and_lift_those_to_come()
    {
        var history = Steady(80, week => week is >= 40 and < 46 ? 30 + (week % 2) : 10 + (week % 3)) with
        {
            Promotions = [new PromotionPeriod(Monday.AddDays(280), Monday.AddDays(321)), new PromotionPeriod(Monday.AddDays(567), Monday.AddDays(573))],
        };
        var demand = CleanDemand.Of(history)!;
        Assert.InRange(demand.Promotions.Factor, 2.5, 3.0);
        Assert.All(demand.Usual, v => Assert.InRange(v, 9, 13));
        Assert.InRange(demand.Promotions.In(Monday.AddDays(567)), 2.5, 3.0);
        Assert.Equal(1, demand.Promotions.In(Monday.AddDays(574)));
    }

    [Fact]
    public void Special_prices_that_changed_nothing_are_not_told_as_an_effect()
    {
        var history = Steady(80, week => 10 + ((week * 7) % 5)) with { Promotions = [new PromotionPeriod(Monday.AddDays(280), Monday.AddDays(321))] };
        Assert.Equal(1, CleanDemand.Of(history)!.Promotions.Factor);
    }

    [Fact]
    public void Without_a_whole_week_there_is_nothing()
    {
        Assert.Null(CleanDemand.Of(History([(2, 5)], today: 4)));
        Assert.Null(CleanDemand.Of(History([], today: 40)));
    }

    [Fact]
    public void The_first_days_looked_at_do_not_make_half_a_week()
    {
        var history = History([(2, 5), (7, 10)], today: 15) with { From = Monday.AddDays(2) };
        Assert.Equal([10.0], CleanDemand.Of(history)!.Came);
    }

    private static DemandHistory Steady(int weeks, Func<int, double> quantity)
        => History([.. Enumerable.Range(0, weeks).Select(w => (w * 7, quantity(w)))], weeks * 7);

    private static DemandHistory History(IReadOnlyList<(int Day, double Quantity)> days, int today) => new()
    {
        Scope = new DemandScope { Product = "P" },
        Unit = "pcs",
        From = Monday.AddDays(-100),
        Today = Monday.AddDays(today),
        Days = [.. days.Where(d => d.Quantity > 0).Select(d => new DemandDay(Monday.AddDays(d.Day), d.Quantity, 0))],
        Products = 1,
    };
}
