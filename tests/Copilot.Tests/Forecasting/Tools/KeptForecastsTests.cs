using Copilot.Contracts;
using Copilot.Forecasting;
using Copilot.Forecasting.Tools;
using Xunit;

namespace Copilot.Tests.Forecasting.Tools;

public sealed class KeptForecastsTests
{
    private readonly KeptForecasts _kept = new(new SeriesForecaster());

    [Fact]
    public void The_same_values_are_forecast_once()
    {
        var first = _kept.Forecast(Of(1), 4, CancellationToken.None);
        Assert.Same(first, _kept.Forecast(Of(1), 4, CancellationToken.None));
        Assert.Equal(1, _kept.Count);
    }

    [Fact]
    public void One_more_delivery_or_a_longer_reach_is_another_forecast()
    {
        var first = _kept.Forecast(Of(1), 4, CancellationToken.None);
        Assert.NotSame(first, _kept.Forecast(Of(2), 4, CancellationToken.None));
        Assert.NotSame(first, _kept.Forecast(Of(1), 14, CancellationToken.None));
        Assert.Equal(3, _kept.Count);
    }

    [Fact]
    public void Questions_about_some_weeks_share_one_forecast_and_agree()
    {
        var four = _kept.Forecast(Of(1), 4, CancellationToken.None);
        Assert.Same(four, _kept.Forecast(Of(1), 13, CancellationToken.None));
        Assert.Equal(13, four.Mean.Count);
        Assert.Equal(26, _kept.Forecast(Of(1), 14, CancellationToken.None).Mean.Count);
        Assert.Equal(60, _kept.Forecast(Of(1), 60, CancellationToken.None).Mean.Count);
    }

    [Fact]
    public void The_same_values_under_another_name_are_not_forecast_again()
    {
        var first = _kept.Forecast(Of(1), 4, CancellationToken.None);
        var other = _kept.Forecast(Of(1) with { Id = "another" }, 4, CancellationToken.None);
        Assert.Equal("another", other.Series);
        Assert.Same(first.Mean, other.Mean);
        Assert.Equal(1, _kept.Count);
    }

    private static TimeSeries Of(double last) => new() { Id = "p", Values = [3, 5, 4, 6, 5, 7, 4, 5, last], Period = PeriodKind.Week, Season = 1 };
}
