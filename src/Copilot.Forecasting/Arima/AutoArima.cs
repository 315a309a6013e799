using Copilot.Forecasting.Models;

namespace Copilot.Forecasting.Arima;

/// <summary>Chooses a seasonal ARIMA model step by step, after Hyndman and Khandakar (2008).</summary>
internal sealed class AutoArima : IForecaster
{
    private const int LongestSeason = 24;
    private const int MostOrder = 5;
    private const int MostSeasonal = 2;
    private const int MostModels = 60;

    /// <inheritdoc/>
    public string Name => "ARIMA";

    /// <inheritdoc/>
    public IFitted? Fit(ReadOnlySpan<double> history, int season)
    {
        if (history.Length < 6)
        {
            return null;
        }

        season = season is > 1 and <= LongestSeason && history.Length >= (2 * season) + 5 ? season : 1;
        var seasonal = UnitRoots.Seasonal(history, season);
        var plain = UnitRoots.Plain(seasonal > 0 ? Differences.Take(history, season) : history);
        var differenced = Differences.Take(history, new ArimaOrder(0, plain, 0, 0, seasonal, 0, false, season));
        return new Search(differenced, plain, seasonal, season).Run() is { } best ? new Fitted(best) : null;
    }

    private sealed class Fitted(ArimaFit fit) : IFitted
    {
        public string Name => fit.Order.Name;

        public void Forecast(ReadOnlySpan<double> history, Span<double> mean)
        {
            var order = fit.Order;
            if (history.Length <= order.D + (order.SeasonalD * order.Season))
            {
                mean.Fill(history[^1]);
                return;
            }

            fit.Forecast(Differences.Take(history, order), mean);
            Differences.Undo(history, order, mean);
        }
    }

    private sealed class Search(double[] differenced, int plain, int seasonal, int season)
    {
        private readonly HashSet<ArimaOrder> _tried = [];
        private readonly int _most = Math.Min(MostOrder, differenced.Length / 3);
        private readonly int _mostSeasonal = season > 1 ? Math.Min(MostSeasonal, differenced.Length / 3 / season) : 0;
        private ArimaFit? _best;

        public ArimaFit? Run()
        {
            // A mean of twice differenced values would be a parabola.
            var constant = plain + seasonal <= 1;
            foreach (var (p, q, sp, sq) in ((int, int, int, int)[])[(2, 2, 1, 1), (0, 0, 0, 0), (1, 0, 1, 0), (0, 1, 0, 1)])
            {
                Try(p, q, sp, sq, constant);
            }

            if (constant)
            {
                Try(0, 0, 0, 0, false);
            }

            while (_tried.Count < MostModels && Step())
            {
                // Each step starts from the best model so far.
            }

            return _best;
        }

        private bool Step()
        {
            if (_best is null)
            {
                return false;
            }

            var o = _best.Order;
            foreach (var (dp, dq, dsp, dsq) in ((int, int, int, int)[])
                [(0, 0, -1, 0), (0, 0, 0, -1), (0, 0, 1, 0), (0, 0, 0, 1), (0, 0, -1, -1), (0, 0, 1, 1), (-1, 0, 0, 0), (0, -1, 0, 0), (1, 0, 0, 0), (0, 1, 0, 0), (-1, -1, 0, 0), (1, 1, 0, 0)])
            {
                if (Try(o.P + dp, o.Q + dq, o.SeasonalP + dsp, o.SeasonalQ + dsq, o.Constant))
                {
                    return true;
                }
            }

            return plain + seasonal <= 1 && Try(o.P, o.Q, o.SeasonalP, o.SeasonalQ, !o.Constant);
        }

        private bool Try(int p, int q, int sp, int sq, bool constant)
        {
            (p, q, sp, sq) = (Math.Min(p, _most), Math.Min(q, _most), Math.Min(sp, _mostSeasonal), Math.Min(sq, _mostSeasonal));
            var order = new ArimaOrder(p, plain, q, sp, seasonal, sq, constant, season);
            if (Math.Min(Math.Min(p, q), Math.Min(sp, sq)) < 0 || _tried.Count >= MostModels || !_tried.Add(order))
            {
                return false;
            }

            if (ArimaFit.Of(differenced, order) is not { IsSound: true } fit || (_best is not null && fit.Criterion >= _best.Criterion))
            {
                return false;
            }

            _best = fit;
            return true;
        }
    }
}
