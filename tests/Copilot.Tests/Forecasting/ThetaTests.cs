using Copilot.Forecasting.Theta;
using Xunit;

namespace Copilot.Tests.Forecasting;

public sealed class ThetaTests
{
    [Fact]
    public void Theta_adds_half_of_the_slope_to_smoothing()
    {
        // Hyndman and Billah (2003): the classical method is simple smoothing with half of the straight line's slope as drift.
        var history = Enumerable.Range(0, 60).Select(t => 100 + (4.0 * t) + (t % 2 == 0 ? 30 : -30)).ToArray();
        var mean = new double[10];
        new DynamicTheta(optimised: false).Fit(history, 1)!.Forecast(history, mean);
        Assert.InRange((mean[9] - mean[0]) / 9, 1.8, 2.2);
    }

    [Fact]
    public void The_optimised_one_takes_the_whole_slope_of_a_clean_line()
    {
        var history = Enumerable.Range(0, 60).Select(t => 100 + (4.0 * t)).ToArray();
        var mean = new double[5];
        new DynamicTheta(optimised: true).Fit(history, 1)!.Forecast(history, mean);
        Assert.InRange(mean[4], 100 + (4 * 63.5), 100 + (4 * 64.5));
    }

    [Fact]
    public void Three_values_are_too_few()
        => Assert.Null(new DynamicTheta(optimised: true).Fit([1, 2, 3], 1));
}
