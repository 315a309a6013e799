using Copilot.Contracts;
using Copilot.Forecasting;
using Copilot.Forecasting.Cleaning;
using Xunit;

namespace Copilot.Tests.Forecasting.Cleaning;

public sealed class DaysOffEffectTests
{
    private const int Known = 120;
    private static readonly DateOnly Monday = new(2024, 1, 1);
    private static readonly double[] Working = [0.2, 0.2, 0.2, 0.2, 0.2, 0, 0];

    // A day off in every seventh week, two in every 35th, some to come.
    private static readonly ClosedDay[] Off = [.. Enumerable.Range(1, 20).SelectMany(i => Enumerable.Range(0, i % 5 == 0 ? 2 : 1).Select(d => new ClosedDay(Monday.AddDays((i * 49) + d), 1, $"Feast {i}")))];

    [Fact]
    public void What_weeks_with_days_off_miss_is_found()
    {
        var effect = DaysOffEffect.Of(Monday, Values(missing: 0.8), Off, Working);
        Assert.InRange(effect.Missing, 0.65, 0.95);
        Assert.InRange(effect.Weeks, 8, 17);
        Assert.InRange(effect.In(Monday.AddDays(49)), 1 - (0.2 * 0.95), 1 - (0.2 * 0.65));
        Assert.Equal(1, effect.In(Monday.AddDays(56)));
    }

    [Fact]
    public void Where_the_other_days_make_up_for_it_nothing_is_taken_off()
    {
        var effect = DaysOffEffect.Of(Monday, Values(missing: 0), Off, Working);
        Assert.Equal((0.0, 1.0), (effect.Missing, effect.In(Monday.AddDays(49))));
        Assert.True(effect.Weeks > 8);
    }

    [Fact]
    public void From_a_few_days_off_nothing_is_concluded()
    {
        var effect = DaysOffEffect.Of(Monday, Values(missing: 1), Off[..5], Working);
        Assert.Equal((0.0, 0), (effect.Missing, effect.Weeks));
    }

    [Fact]
    public void A_holiday_on_a_day_without_deliveries_changes_nothing()
    {
        ClosedDay[] saturdays = [.. Off.Select(d => d with { Day = Weeks.Monday(d.Day).AddDays(5) })];
        var effect = DaysOffEffect.Of(Monday, Values(missing: 1), saturdays, Working);
        Assert.Equal(0, effect.Weeks);
        Assert.Empty(effect.Between(Monday, Monday.AddDays(2000)));
    }

    [Fact]
    public void Where_half_of_the_companies_are_closed_half_is_missing()
    {
        var effect = DaysOffEffect.Of(Monday, Values(missing: 0.8, share: 0.5), [.. Off.Select(d => d with { Share = 0.5 })], Working);
        Assert.InRange(effect.Missing, 0.5, 1);
    }

    [Fact]
    public void Days_off_to_come_lower_the_forecast_of_their_weeks_and_only_these()
    {
        var today = Monday.AddDays(Known * 7);
        var values = Values(missing: 0.8);
        var history = new DemandHistory
        {
            Scope = new DemandScope { Product = "A" }, Unit = "pcs", From = Monday.AddDays(-30), Today = today, Products = 1, Closed = [.. Off, new ClosedDay(today.AddDays(1), 1, "Feast"), new ClosedDay(today.AddDays(2), 1, "Feast")],
            Days = [.. Enumerable.Range(0, Known).SelectMany(t => Enumerable.Range(0, 5).Select(d => new DemandDay(Monday.AddDays((7 * t) + d), values[t] / 5, 0)))],
        };
        var demand = CleanDemand.Of(history)!;
        var forecast = new SeriesForecaster().Forecast(demand.Series(history, "A"), 13, default);
        var first = SpanForecast.Of(demand, forecast, today, today.AddDays(6));
        var second = SpanForecast.Of(demand, forecast, today.AddDays(7), today.AddDays(13));
        Assert.InRange(first.Total / second.Total, 0.6, 0.76);
        Assert.InRange(second.Total, 95, 105);
    }

    private static double[] Values(double missing, double share = 1)
        => [.. Enumerable.Range(0, Known).Select(t => (100 + (3 * Math.Sin(t * 1.7))) * (1 - (missing * share * 0.2 * Off.Count(d => Weeks.Monday(d.Day) == Monday.AddDays(7 * t)))))];
}
