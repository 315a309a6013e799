using Copilot.Forecasting.Measures;
using Xunit;

namespace Copilot.Tests.Forecasting;

public sealed class MeasuresTests
{
    [Fact]
    public void Smape_is_200_times_the_error_over_the_sum()
        => Assert.Equal(((200.0 * 10 / 210) + (200.0 * 20 / 380)) / 2, ForecastMeasures.Smape([110, 180], [100, 200]), 12);

    [Fact]
    public void Smape_of_two_zeros_is_zero_and_of_one_zero_200()
        => Assert.Equal(100, ForecastMeasures.Smape([0, 5], [0, 0]), 12);

    [Fact]
    public void Mase_of_the_naive_forecast_within_the_history_is_one()
    {
        // The errors 2 and 2 against mean changes of 2.
        Assert.Equal(1, ForecastMeasures.Mase([9, 9], [11, 7], [1, 3, 5, 7, 9], 1), 12);
        Assert.Equal(0.5, ForecastMeasures.Mase([9, 9], [11, 7], [1, 3, 5, 7, 9], 2), 12);
    }

    [Fact]
    public void Mase_of_a_history_that_never_changes_is_no_number()
        => Assert.True(double.IsNaN(ForecastMeasures.Mase([1], [2], [3, 3, 3], 1)));

    [Fact]
    public void Rmsse_is_scaled_by_the_squared_changes()
        => Assert.Equal(Math.Sqrt(((4 + 16) / 2.0) / ((1 + 9) / 2.0)), ForecastMeasures.Rmsse([2, 4], [4, 0], [0, 1, 4]), 12);

    [Fact]
    public void Owa_of_the_m4_winner_comes_from_its_published_figures()
        => Assert.Equal(0.821, ForecastMeasures.Owa(11.374, 1.536, 13.564, 1.912), 3);

    [Fact]
    public void Pinball_weighs_both_sides_by_the_share()
    {
        Assert.Equal(0.9 * 2, ForecastMeasures.Pinball([10], [12], 0.9), 12);
        Assert.Equal(0.1 * 2, ForecastMeasures.Pinball([10], [8], 0.9), 12);
    }

    [Fact]
    public void Coverage_counts_the_ends_as_within()
        => Assert.Equal(0.75, ForecastMeasures.Coverage([0, 0, 0, 0], [1, 1, 1, 1], [0, 1, 0.5, 1.01]), 12);

    [Fact]
    public void Bias_above_zero_is_too_much()
        => Assert.Equal(1.5, ForecastMeasures.Bias([3, 4], [1, 3]), 12);

    [Fact]
    public void Rows_of_different_length_are_not_compared()
        => Assert.Throws<ArgumentException>(() => ForecastMeasures.Smape([1, 2], [1]));

    [Fact]
    public void Naive2_repeats_the_last_season_of_a_purely_seasonal_history()
    {
        double[] season = [10, 20, 30, 40];
        var history = Enumerable.Range(0, 24).Select(t => season[t % 4]).ToArray();
        var expected = new double[] { 10, 20, 30, 40, 10 };
        Assert.All(NaiveReference.Naive2(history, 4, 5).Zip(expected), p => Assert.Equal(p.Second, p.First, 9));
    }

    [Fact]
    public void Naive2_is_the_last_value_where_no_season_shows()
        => Assert.Equal([7, 7], NaiveReference.Naive2([3, 9, 4, 8, 7], 1, 2));
}
