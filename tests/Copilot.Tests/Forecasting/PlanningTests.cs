using Copilot.Contracts;
using Copilot.Forecasting.Planning;
using Xunit;

namespace Copilot.Tests.Forecasting;

/// <summary>Against the worked examples of Chopra and Meindl, Supply Chain Management, chapters on cycle and safety inventory.</summary>
public sealed class PlanningTests
{
    [Fact]
    public void A_reorder_point_of_6000_serves_92_percent_of_the_cycles()
    {
        // 2,500 a week with 500, two weeks of lead time.
        var deviation = StockFigures.DeviationOverLeadTime(2500, 500, 2, 0);
        Assert.Equal(707, deviation, 0);
        Assert.Equal(0.92, 1 - StockFigures.StockoutChance(6000, 5000, deviation), 2);
    }

    [Fact]
    public void Of_10000_a_cycle_25_are_short_and_99_75_percent_are_served()
    {
        var shortage = StockFigures.ExpectedShort(6000, 5000, StockFigures.DeviationOverLeadTime(2500, 500, 2, 0));
        Assert.Equal(25, shortage, 0);
        Assert.Equal(0.9975, StockFigures.FillRate(shortage, 10_000), 4);
    }

    [Fact]
    public void Ninety_percent_service_needs_906()
        => Assert.Equal(906, StockFigures.SafetyStock(StockFigures.DeviationOverLeadTime(2500, 500, 2, 0), 0.9), 0);

    [Fact]
    public void A_lead_time_that_varies_by_seven_days_needs_22491()
        => Assert.InRange(StockFigures.SafetyStock(StockFigures.DeviationOverLeadTime(2500, 500, 7, 7), 0.9), 22_486, 22_496);

    [Fact]
    public void The_reorder_point_is_demand_over_the_lead_time_and_the_safety_stock()
        => Assert.Equal(6000, StockFigures.ReorderPoint(2500, 2, 1000), 9);

    [Fact]
    public void Twelve_thousand_computers_a_year_are_ordered_980_at_a_time()
        => Assert.Equal(980, OrderQuantity.Economic(12_000, 4000, 0.2 * 500), 0);

    [Fact]
    public void The_drug_store_orders_10000_for_the_lowest_price()
    {
        var terms = new OrderTerms { Prices = [new(0, 3.00), new(5000, 2.96), new(10_000, 2.92)] };
        var (quantity, price, cost) = OrderQuantity.Best(120_000, 100, 0.2, terms);
        Assert.Equal(10_000, quantity, 6);
        Assert.Equal(2.92, price);
        Assert.Equal(354_520, cost, 4);
    }

    [Fact]
    public void Pallets_and_minimum_are_kept_and_the_cheaper_neighbour_is_taken()
    {
        // Unbound 980: of 960 and 1,200 the first is cheaper.
        var terms = new OrderTerms { Prices = [new(0, 500)], Multiple = 240, Least = 300 };
        Assert.Equal(960, OrderQuantity.Best(12_000, 4000, 0.2, terms).Quantity, 6);
        Assert.Equal(480, OrderQuantity.Best(10, 40, 0.2, terms).Quantity, 6);
    }

    [Fact]
    public void Without_variation_a_stock_is_enough_or_it_is_not()
    {
        Assert.Equal(0, StockFigures.StockoutChance(10, 10, 0));
        Assert.Equal(1, StockFigures.StockoutChance(9, 10, 0));
        Assert.Equal(1, StockFigures.ExpectedShort(9, 10, 0));
    }

    [Theory]
    [InlineData(0.49)]
    [InlineData(1)]
    [InlineData(double.NaN)]
    public void A_service_level_out_of_range_is_refused(double service)
        => Assert.Contains("99.99", Assert.Throws<CopilotException>(() => StockFigures.SafetyStock(10, service)).Message, StringComparison.Ordinal);

    [Fact]
    public void Figures_below_zero_are_refused_by_name()
        => Assert.Contains("lead time", Assert.Throws<CopilotException>(() => StockFigures.DeviationOverLeadTime(1, 1, -1, 0)).Message, StringComparison.Ordinal);

    [Fact]
    public void Lead_times_tell_how_long_and_how_surely()
    {
        var times = new LeadTimes([4, 6, 5, 9, 6]);
        Assert.Equal(6, times.Mean, 9);
        Assert.Equal(Math.Sqrt(3.5), times.Deviation, 9);
        Assert.Equal(6, times.Within(0.5), 9);
        Assert.Equal(5.0 / 7, times.OnTime(6), 9);
        Assert.True(new LeadTimes([3, 3, 3]).OnTime(3) < 0.9);
        Assert.Throws<CopilotException>(() => new LeadTimes([]));
    }
}
