using System.Runtime.CompilerServices;
using System.Text.Json;
using Copilot.Contracts;
using Copilot.Forecasting;
using Xunit;

namespace Copilot.Tests.Forecasting;

public sealed class SeriesForecasterTests
{
    private readonly SeriesForecaster _forecaster = new();

    [Fact]
    public void Air_passengers_are_forecast_better_than_last_years_months()
    {
        var all = Textbook.AirPassengers;
        var forecast = Of(all[..132], 12, 12);
        var off = forecast.Mean.Zip(all[132..], (f, y) => Math.Abs(f - y)).Average();
        var seasonal = all[120..132].Zip(all[132..], (f, y) => Math.Abs(f - y)).Average();
        Assert.True(off < 0.5 * seasonal, $"{off} against {seasonal}");
        Assert.StartsWith("combination of ETS(", forecast.Method, StringComparison.Ordinal);
        Assert.True(forecast.Backtest!.MeanError < forecast.Backtest.NaiveError);
        Assert.Empty(forecast.Warnings);
    }

    [Fact]
    public void Ranges_lie_around_the_forecast_one_within_the_other_and_widen()
    {
        var forecast = Of(Textbook.AirPassengers, 24, 12);
        for (var h = 0; h < 24; h++)
        {
            Assert.True(forecast.Lower95[h] < forecast.Lower80[h] && forecast.Lower80[h] < forecast.Mean[h]);
            Assert.True(forecast.Mean[h] < forecast.Upper80[h] && forecast.Upper80[h] < forecast.Upper95[h]);
        }

        Assert.True(forecast.Upper80[23] - forecast.Lower80[23] > forecast.Upper80[0] - forecast.Lower80[0]);
    }

    [Fact]
    public void Ranges_of_drawn_series_hold_what_they_promise()
    {
        double count = 0, four = 0, nineteen = 0;
        for (var seed = 0; seed < 80; seed++)
        {
            var chance = new Random(seed);
            var level = 100.0;
            var values = new double[72];
            for (var t = 0; t < values.Length; t++)
            {
                level += 2 * Textbook.Normal(chance);
                values[t] = level + (10 * Math.Sin(2 * Math.PI * t / 12)) + (4 * Textbook.Normal(chance));
            }

            var forecast = Of(values[..60], 12, 12);
            for (var h = 0; h < 12; h++)
            {
                count++;
                four += values[60 + h] >= forecast.Lower80[h] && values[60 + h] <= forecast.Upper80[h] ? 1 : 0;
                nineteen += values[60 + h] >= forecast.Lower95[h] && values[60 + h] <= forecast.Upper95[h] ? 1 : 0;
            }
        }

        Assert.InRange(four / count, 0.74, 0.89);
        Assert.InRange(nineteen / count, 0.91, 0.996);
    }

    [Fact]
    public void Demand_never_goes_below_zero()
    {
        var forecast = Of([9, 8, 8, 7, 6, 6, 5, 4, 4, 3, 2, 2, 1, 1, 0, 0], 12, 1);
        Assert.All(forecast.Mean.Concat(forecast.Lower80).Concat(forecast.Lower95), v => Assert.True(v >= 0));
    }

    [Fact]
    public void A_history_with_values_below_zero_may_go_on_below()
    {
        var forecast = Of([.. Enumerable.Range(0, 30).Select(t => 20 - (2.0 * t))], 5, 1);
        Assert.True(forecast.Mean[4] < -40);
        Assert.Null(forecast.Demand);
    }

    [Fact]
    public void Sparse_demand_is_a_rate_and_says_so()
    {
        var chance = new Random(1);
        double[] values = [.. Enumerable.Range(0, 104).Select(_ => chance.NextDouble() < 0.25 ? Math.Round(1 + (3 * chance.NextDouble())) : 0)];
        var forecast = Of(values, 8, 1);
        Assert.InRange(forecast.Mean[0], 0.5 * values.Average(), 1.6 * values.Average());
        Assert.Contains(forecast.Demand!.Value, (DemandClass[])[DemandClass.Intermittent, DemandClass.Lumpy]);
        Assert.Contains(forecast.Warnings, w => w.Contains("rate", StringComparison.Ordinal));
        Assert.All(forecast.Lower80, v => Assert.Equal(0, v));
    }

    [Fact]
    public void The_same_series_gives_the_same_bytes_alone_and_in_a_crowd()
    {
        var alone = JsonSerializer.Serialize(Of(Textbook.AirPassengers, 18, 12), ContractJson.Options);
        var crowd = new string[16];
        Parallel.For(0, crowd.Length, i => crowd[i] = JsonSerializer.Serialize(Of(Textbook.AirPassengers, 18, 12), ContractJson.Options));
        Assert.All(crowd, c => Assert.Equal(alone, c));
    }

    [Fact]
    public async Task Many_series_come_back_in_their_order_and_a_bad_one_does_not_stop_them()
    {
        var done = new List<(string Name, string? Fault)>();
        await foreach (var (series, forecast, fault) in _forecaster.ForecastAllAsync(ManyAsync(40), 3, 4, TestContextToken()))
        {
            Assert.Equal(fault is null, forecast is not null);
            done.Add((series.Id, fault));
        }

        Assert.Equal(Enumerable.Range(0, 40).Select(i => $"s{i}"), done.Select(d => d.Name));
        Assert.Equal("s7", Assert.Single(done, d => d.Fault is not null).Name);
    }

    [Fact]
    public async Task Few_series_are_read_ahead_of_the_work()
    {
        var read = 0;
        await foreach (var (series, _, _) in _forecaster.ForecastAllAsync(CountedAsync(), 2, 2, TestContextToken()))
        {
            Assert.True(read - int.Parse(series.Id, System.Globalization.CultureInfo.InvariantCulture) <= 9);
        }

        async IAsyncEnumerable<TimeSeries> CountedAsync()
        {
            for (var i = 0; i < 60; i++)
            {
                read++;
                yield return new TimeSeries { Id = i.ToString(System.Globalization.CultureInfo.InvariantCulture), Values = [1, 2, 3] };
                await Task.CompletedTask;
            }
        }
    }

    [Fact]
    public void A_cancelled_forecast_stops()
        => Assert.Throws<OperationCanceledException>(() => _forecaster.Forecast(new TimeSeries { Id = "s", Values = Textbook.AirPassengers, Season = 12 }, 12, new CancellationToken(canceled: true)));

    [Theory]
    [InlineData(0)]
    [InlineData(-3)]
    [InlineData(1001)]
    public void A_horizon_out_of_range_is_refused_with_the_range(int horizon)
        => Assert.Contains("1 to 1000", Assert.Throws<CopilotException>(() => Of([1, 2, 3], horizon, 1)).Message, StringComparison.Ordinal);

    private static CancellationToken TestContextToken() => CancellationToken.None;

    private static async IAsyncEnumerable<TimeSeries> ManyAsync(int count, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        for (var i = 0; i < count; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return new TimeSeries { Id = $"s{i}", Values = i == 7 ? [double.NaN] : Textbook.Noise(i, 40, 100, 10), Season = 1 };
            await Task.CompletedTask;
        }
    }

    private SeriesForecast Of(double[] values, int horizon, double? season)
        => _forecaster.Forecast(new TimeSeries { Id = "s", Values = values, Season = season }, horizon, CancellationToken.None);
}
