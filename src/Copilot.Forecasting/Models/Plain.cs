using Copilot.Forecasting.Numerics;

namespace Copilot.Forecasting.Models;

/// <summary>The forecasts that need no estimation: the last value, the last season, the line through both ends, the mean of the last values.</summary>
internal sealed class Plain : IForecaster, IFitted
{
    private readonly PlainKind _kind;
    private readonly int _length;

    private Plain(PlainKind kind, int length, string name)
    {
        _kind = kind;
        _length = length;
        Name = name;
    }

    private enum PlainKind
    {
        Naive,
        Season,
        Drift,
        Mean,
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <summary>The last value goes on.</summary>
    public static Plain Naive { get; } = new(PlainKind.Naive, 1, "naive");

    /// <summary>The line from the first to the last value goes on.</summary>
    public static Plain Drift { get; } = new(PlainKind.Drift, 1, "drift");

    /// <summary>The mean of all values.</summary>
    public static Plain Mean { get; } = new(PlainKind.Mean, int.MaxValue, "mean");

    /// <summary>The last season comes again.</summary>
    public static Plain SeasonalNaive(int season) => new(PlainKind.Season, season, "seasonal naive");

    /// <summary>The mean of the last values.</summary>
    public static Plain MovingAverage(int length) => new(PlainKind.Mean, length, $"moving average of {length}");

    /// <inheritdoc/>
    public IFitted? Fit(ReadOnlySpan<double> history, int season)
        => history.Length == 0 ? null : _kind == PlainKind.Season && season > 1 && season != _length ? SeasonalNaive(season) : this;

    /// <inheritdoc/>
    public void Forecast(ReadOnlySpan<double> history, Span<double> mean)
    {
        var n = history.Length;
        switch (_kind)
        {
            case PlainKind.Season when n >= _length:
                for (var h = 0; h < mean.Length; h++)
                {
                    mean[h] = history[n - _length + (h % _length)];
                }

                break;
            case PlainKind.Drift when n > 1:
                for (var h = 0; h < mean.Length; h++)
                {
                    mean[h] = history[^1] + ((h + 1) * (history[^1] - history[0]) / (n - 1));
                }

                break;
            case PlainKind.Mean:
                mean.Fill(Figures.Mean(history[Math.Max(0, n - _length)..]));
                break;
            default:
                mean.Fill(history[^1]);
                break;
        }
    }
}
