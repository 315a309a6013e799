using Copilot.Contracts;
using Copilot.Forecasting.Engine;
using Copilot.Forecasting.Sparse;
using Xunit;

namespace Copilot.Tests.Forecasting;

public sealed class SparseTests
{
    // Sizes 3 and 6 with intervals of 2 and 3: worked by hand.
    private static readonly double[] Few = [0, 3, 0, 0, 6];

    [Fact]
    public void Croston_smooths_sizes_and_intervals_apart()
    {
        // Start: size 4.5, interval 5/2. With α 0.1: size 4.35 then 4.515, interval 2.45 then 2.505.
        Assert.Equal(4.515 / 2.505, Rate(RateKind.Croston), 9);
    }

    [Fact]
    public void Syntetos_and_boylan_take_half_of_the_smoothing_off()
        => Assert.Equal(0.95 * 4.515 / 2.505, Rate(RateKind.SyntetosBoylan), 9);

    [Fact]
    public void The_rate_of_teunter_falls_while_nothing_comes()
    {
        var model = new Rates(RateKind.TeunterSyntetosBabai, 0.1);
        var mean = new double[1];
        model.Fit(Few, 1)!.Forecast(Few, mean);
        var before = mean[0];
        model.Fit(Few, 1)!.Forecast([.. Few, 0, 0, 0, 0], mean);
        Assert.True(mean[0] < before * 0.8);
    }

    [Fact]
    public void Croston_does_not_change_while_nothing_comes_but_for_its_start()
    {
        double[] even = [2, 0, 2, 0, 2, 0, 2, 0];
        var mean = new double[1];
        new Rates(RateKind.Croston, 0.1).Fit(even, 1)!.Forecast(even, mean);
        Assert.Equal(1, mean[0], 1);
    }

    [Theory]
    [InlineData(new double[] { 10, 11, 9, 10, 10, 11, 9 }, DemandClass.Smooth)]
    [InlineData(new double[] { 1, 30, 2, 1, 40, 1, 2 }, DemandClass.Erratic)]
    [InlineData(new double[] { 0, 0, 5, 0, 5, 0, 0, 5 }, DemandClass.Intermittent)]
    [InlineData(new double[] { 0, 0, 1, 0, 40, 0, 0, 2 }, DemandClass.Lumpy)]
    public void Demand_is_sorted_by_how_often_and_how_evenly_it_comes(double[] history, DemandClass expected)
        => Assert.Equal(expected, Demand.Of(history));

    [Fact]
    public void A_long_silence_makes_an_end_probable_and_a_short_one_does_not()
    {
        var often = Enumerable.Range(0, 40).Select(t => t % 2 == 0 ? 5.0 : 0).ToList();
        Assert.True(Ending.Alive([.. often, 0]) > 0.9);
        Assert.True(Ending.Alive([.. often, .. Enumerable.Repeat(0.0, 14)]) < 0.05);
        Assert.Equal(0, Ending.Alive([0, 0, 0]));
    }

    private static double Rate(RateKind kind)
    {
        var mean = new double[1];
        new Rates(kind, 0.1).Fit(Few, 1)!.Forecast(Few, mean);
        return mean[0];
    }
}
