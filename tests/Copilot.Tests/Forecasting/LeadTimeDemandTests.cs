using Copilot.Forecasting.Numerics;
using Copilot.Forecasting.Planning;
using Xunit;

namespace Copilot.Tests.Forecasting;

public sealed class LeadTimeDemandTests
{
    // P(1, x) = 1 − e⁻ˣ; P(½, ½) = erf(√½); P(2, 3) = 1 − 4e⁻³; the others are sums of Poisson terms, as P(n, x) = 1 − Σ e⁻ˣ xᵏ / k! for whole n.
    [Theory]
    [InlineData(1, 1, 0.632120558828558)]
    [InlineData(0.5, 0.5, 0.682689492137086)]
    [InlineData(2, 3, 0.800851726528544)]
    [InlineData(10, 10, 0.542070285528147)]
    [InlineData(100, 100, 0.513298798279148)]
    [InlineData(3, 0.1, 0.000154653070264671)]
    public void Shares_of_the_gamma_distribution_are_those_of_the_tables(double shape, double value, double share)
        => Assert.Equal(share, Distributions.GammaShare(shape, value), 9);

    [Fact]
    public void A_large_shape_goes_over_into_the_approximation_without_a_step()
    {
        foreach (var off in (double[])[-2, -1, 0, 1, 2])
        {
            Assert.InRange(Distributions.GammaShare(9_999.9, 9_999.9 + (off * 100)) - Distributions.GammaShare(10_000.1, 10_000.1 + (off * 100)), -1e-4, 1e-4);
        }
    }

    [Fact]
    public void With_even_demand_and_one_lead_time_it_is_the_textbook_reorder_point()
    {
        // Chopra and Meindl: 2,500 a week with 500, two weeks of lead time, 90 % service: 5,000 and 906.
        var until = new LeadTimeDemand([(1, 5000, 707.10678)]);
        Assert.InRange(until.Enough(0.9), 5_906, 5_926);
        Assert.Equal(0.1, until.Above(until.Enough(0.9)), 6);
    }

    [Fact]
    public void Mean_and_deviation_are_those_of_the_mixture()
    {
        // By the law of total variance: ½·(10² + 20²) + ½·(100 − 150)² + ½·(200 − 150)².
        var until = new LeadTimeDemand([(3, 100, 10), (3, 200, 20)]);
        Assert.Equal(150, until.Mean, 9);
        Assert.Equal(Math.Sqrt(250 + 2500), until.Deviation, 9);
    }

    [Fact]
    public void A_lead_time_that_is_long_one_time_in_five_sets_the_reorder_point_of_a_high_service_level()
    {
        var steady = new LeadTimeDemand([(1, 100, 10)]);
        var slow = new LeadTimeDemand([(4, 100, 10), (1, 300, 17)]);
        Assert.InRange(slow.Enough(0.5), 100, 110);
        Assert.True(slow.Enough(0.95) > 300);
        Assert.True(steady.Enough(0.95) < 120);
    }

    [Fact]
    public void Without_any_uncertainty_the_expected_demand_is_enough()
        => Assert.Equal(40, new LeadTimeDemand([(1, 40, 0)]).Enough(0.95), 4);

    [Fact]
    public void Seldom_demand_needs_more_than_the_normal_distribution_says()
    {
        var (mean, deviation) = (2.0, 4.0);
        Assert.True(new LeadTimeDemand([(1, mean, deviation)]).Enough(0.98) > mean + StockFigures.SafetyStock(deviation, 0.98));
    }

    [Theory]
    [InlineData(0.001, 5)]
    [InlineData(1e9, 1e8)]
    [InlineData(0, 3)]
    public void Odd_sizes_give_a_finite_answer_that_grows_with_the_service_level(double mean, double deviation)
    {
        var until = new LeadTimeDemand([(1, mean, deviation)]);
        var (low, high) = (until.Enough(0.5), until.Enough(0.999));
        Assert.True(double.IsFinite(high) && high >= low && low >= 0);
    }
}
