using Copilot.Contracts;
using Copilot.Forecasting;
using Xunit;

namespace Copilot.Tests.Forecasting;

public sealed class SeriesTableTests
{
    [Theory]
    [InlineData(PeriodKind.Day, "2024-02-28", "2024-02-29", "2024-03-01")]
    [InlineData(PeriodKind.Week, "2024-W51", "2024-W52", "2025-W01")]
    [InlineData(PeriodKind.Week, "2020W52", "2020W53", "2021W1")]
    [InlineData(PeriodKind.Week, "2024-01-03", "2024-01-10", "2024-01-17")]
    [InlineData(PeriodKind.Month, "2024-11", "2024-12", "2025-01")]
    [InlineData(PeriodKind.Month, "2024-01-31", "2024-02-29", "2024-03-31")]
    [InlineData(PeriodKind.Quarter, "2023Q3", "2023-Q4", "2024Q1")]
    [InlineData(PeriodKind.Quarter, "2023-06-30", "2023-09-30", "2023-12-31")]
    [InlineData(PeriodKind.Year, "2022", "2023", "2024")]
    [InlineData(PeriodKind.Year, "2022-12-31", "2023-12-31", "2024-12-31")]
    [InlineData(PeriodKind.Hour, "2024-03-05T22:00", "2024-03-05 23:00", "2024-03-06T00:00")]
    [InlineData(PeriodKind.Step, "7", "8", "9")]
    public void Periods_are_recognised_and_follow_each_other(PeriodKind kind, string first, string second, string third)
    {
        var series = Take((first, 1), (second, 2), (third, 3));
        Assert.Equal(kind, series.Period);
        Assert.Equal([1, 2, 3], series.Values);
    }

    [Theory]
    [InlineData("soon")]
    [InlineData("2024-13")]
    [InlineData("2024-W54")]
    [InlineData("2023-W53")]
    [InlineData("2024Q5")]
    [InlineData("2024-02-30")]
    [InlineData("")]
    [InlineData("0000-01")]
    public void What_is_no_period_is_not_added(string period) => Assert.False(new SeriesTable().TryAdd("s", period, 1));

    [Fact]
    public void A_single_hole_is_a_value_nobody_knows()
    {
        var series = Take(("2024-01", 1), ("2024-02", 2), ("2024-04", 4), ("2024-05", 5), ("2024-06", 6), ("2024-07", 7));
        Assert.Equal([1, 2, double.NaN, 4, 5, 6, 7], series.Values);
    }

    [Fact]
    public void A_table_that_never_writes_zero_leaves_zeros_out()
    {
        var series = Take(("2024-01", 1), ("2024-04", 4), ("2024-06", 6));
        Assert.Equal([1, 0, 0, 4, 0, 6], series.Values);
        Assert.Contains(series.Remarks, r => r.Contains("count as zero", StringComparison.Ordinal));
    }

    [Fact]
    public void Rows_in_any_order_are_sorted_and_told()
    {
        var series = Take(("2024-03", 3), ("2024-01", 1), ("2024-02", 2));
        Assert.Equal([1, 2, 3], series.Values);
        Assert.Contains(series.Remarks, r => r.Contains("sorted", StringComparison.Ordinal));
    }

    [Fact]
    public void The_same_row_twice_counts_once_and_parts_of_a_period_are_added()
    {
        var series = Take(("2024-01", 5), ("2024-01", 5), ("2024-02", 2), ("2024-02", 3), ("2024-03", 7));
        Assert.Equal([5, 5, 7], series.Values);
        Assert.Equal(2, series.Remarks.Count);
    }

    [Fact]
    public void Different_kinds_of_periods_in_one_series_are_refused_by_name()
    {
        var table = new SeriesTable();
        Assert.True(table.TryAdd("bolts", "2024-01", 1));
        Assert.True(table.TryAdd("bolts", "2024-W07", 1));
        var trouble = Assert.Throws<CopilotException>(() => table.Take("bolts", null));
        Assert.Contains("bolts", trouble.Message, StringComparison.Ordinal);
        Assert.Contains("month, week", trouble.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_wrong_date_far_away_is_refused_and_not_spread_out()
        => Assert.Contains("probably wrong", Assert.Throws<CopilotException>(() => Take(("1", 1), ("2", 2), ("90000000000", 3))).Message, StringComparison.Ordinal);

    [Fact]
    public void Numbers_at_the_end_of_the_line_do_not_run_over()
        => Assert.Throws<CopilotException>(() => Take(("-9223372036854775807", 1), ("9223372036854775807", 2)));

    [Fact]
    public void Series_are_named_in_the_order_in_which_they_came()
    {
        var table = new SeriesTable();
        Assert.True(table.TryAdd("b", "1", 1) && table.TryAdd("a", "1", 1) && table.TryAdd("b", "2", 1));
        Assert.Equal(["b", "a"], table.Names);
    }

    [Theory]
    [InlineData("2024-11", "2024-12", "2025-01")]
    [InlineData("2024-W51", "2024-W52", "2025-W01")]
    [InlineData("2024Q3", "2024Q4", "2025Q1")]
    [InlineData("2023", "2024", "2025")]
    [InlineData("2024-12-30", "2024-12-31", "2025-01-01")]
    [InlineData("7", "8", "+1")]
    public void Coming_periods_are_named_like_the_known_ones(string first, string second, string next)
    {
        var forecast = new SeriesForecaster().Forecast(Take((first, 1), (second, 2)), 1, CancellationToken.None);
        Assert.Equal(next, SeriesPeriods.Name(forecast, 0));
    }

    private static TimeSeries Take(params (string Period, double Value)[] rows)
    {
        var table = new SeriesTable();
        foreach (var (period, value) in rows)
        {
            Assert.True(table.TryAdd("s", period, value));
        }

        return table.Take("s", null);
    }
}
