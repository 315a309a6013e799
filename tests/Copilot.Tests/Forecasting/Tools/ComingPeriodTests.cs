using Copilot.Forecasting.Tools;
using Xunit;

namespace Copilot.Tests.Forecasting.Tools;

public sealed class ComingPeriodTests
{
    private static readonly DateOnly Today = new(2026, 11, 21);

    [Theory]
    [InlineData("2025-12-31", "2026-12-31")]
    [InlineData("2026-03-31", "2027-03-31")]
    [InlineData("2026-12-31", "2026-12-31")]
    [InlineData("2026-11-20", "2026-11-20")]
    [InlineData("2024-12-31", "2024-12-31")]
    public void A_last_day_that_is_over_means_the_next_one_within_half_a_year(string said, string meant)
        => Assert.Equal(DateOnly.Parse(meant, System.Globalization.CultureInfo.InvariantCulture), ComingPeriod.Next(DateOnly.Parse(said, System.Globalization.CultureInfo.InvariantCulture), Today));

    [Fact]
    public void A_period_begins_today_at_the_earliest()
        => Assert.Equal(new ComingPeriod(Today, new DateOnly(2026, 11, 30), false), ComingPeriod.Of(new DateOnly(2026, 11, 1), new DateOnly(2026, 11, 30), Today, 28).Period);

    [Fact]
    public void Months_that_are_over_mean_the_next_ones()
        => Assert.Equal(new ComingPeriod(new DateOnly(2027, 1, 1), new DateOnly(2027, 1, 31), true), ComingPeriod.Of(new DateOnly(2026, 1, 1), new DateOnly(2026, 1, 31), Today, 28).Period);

    [Theory]
    [InlineData("2026-11-21", "2025-12-31", "2026-12-31")]
    [InlineData("2026-11-21", "2026-08-31", "2027-08-31")]
    [InlineData("2026-12-01", "2026-01-31", "2027-01-31")]
    public void What_begins_in_days_to_come_ends_in_days_to_come(string from, string said, string meant)
    {
        var period = ComingPeriod.Of(Day(from), Day(said), Today, 28).Period;
        Assert.Equal((Day(from), Day(meant)), (period!.From, period.To));
    }

    [Fact]
    public void A_period_that_is_over_on_both_ends_is_told_as_such()
        => Assert.Contains("days to come", ComingPeriod.Of(Day("2026-11-02"), Day("2026-11-13"), Today, 28).Fault, StringComparison.Ordinal);

    private static DateOnly Day(string text) => DateOnly.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    [Fact]
    public void A_day_beyond_a_year_is_refused()
        => Assert.Contains("further", ComingPeriod.Of(null, Today.AddDays(367), Today, 28).Fault, StringComparison.Ordinal);
}
