using Copilot.Forecasting.Models;
using Copilot.Forecasting.Seasons;

namespace Copilot.Forecasting.Engine;

/// <summary>Several fitted models that forecast the same history, side by side.</summary>
internal sealed class Panel
{
    private readonly double? _longSeason;

    private Panel(IReadOnlyList<IFitted> members, double? longSeason)
    {
        Members = members;
        _longSeason = longSeason;
    }

    /// <summary>Gets the models.</summary>
    public IReadOnlyList<IFitted> Members { get; }

    /// <summary>Fits every model that the history carries.</summary>
    /// <param name="models">The models.</param>
    /// <param name="history">The values.</param>
    /// <param name="season">Periods in the short season; 1 for none.</param>
    /// <param name="longSeason">Periods in the long season; null for none.</param>
    /// <param name="cancellationToken">Stops between two models.</param>
    public static Panel Fit(IReadOnlyList<IForecaster> models, ReadOnlySpan<double> history, int season, double? longSeason, CancellationToken cancellationToken)
    {
        var found = longSeason is { } length ? LongSeason.Of(history, length) : null;
        var values = found is { IsFound: true } ? found.Values : history;
        var members = new List<IFitted>(models.Count);
        foreach (var model in models)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (model.Fit(values, season) is { } fitted)
            {
                members.Add(fitted);
            }
        }

        return new Panel(members, found is { IsFound: true } ? longSeason : null);
    }

    /// <summary>Gets a value indicating whether a long season is taken out first.</summary>
    public bool HasLongSeason => _longSeason is not null;

    /// <summary>Forecasts after a history, one row a model.</summary>
    public double[][] Forecast(ReadOnlySpan<double> history, int horizon)
    {
        var found = _longSeason is { } length ? LongSeason.Of(history, length) : null;
        var values = found is { IsFound: true } ? found.Values : history;
        var rows = new double[Members.Count][];
        for (var i = 0; i < rows.Length; i++)
        {
            rows[i] = new double[horizon];
            Members[i].Forecast(values, rows[i]);
            found?.Restore(rows[i]);
        }

        return rows;
    }
}
