using Copilot.Forecasting.Models;

namespace Copilot.Forecasting.Smoothing;

/// <summary>The mean of simple, linear and damped smoothing, each estimated by least squares: the benchmark <c>Comb</c> of the M competitions.</summary>
internal sealed class SmoothingAverage : IForecaster
{
    private static readonly EtsForm[] Forms =
    [
        new(false, false, false, EtsSeason.None),
        new(false, true, false, EtsSeason.None),
        new(false, true, true, EtsSeason.None),
    ];

    /// <inheritdoc/>
    public string Name => "mean of simple, linear and damped smoothing";

    /// <inheritdoc/>
    public IFitted? Fit(ReadOnlySpan<double> history, int season)
    {
        var members = new List<IFitted>(Forms.Length);
        foreach (var form in Forms)
        {
            if (new Ets([form]).Fit(history, 1) is { } fitted)
            {
                members.Add(fitted);
            }
        }

        return members.Count > 0 ? new Fitted(Name, members) : null;
    }

    private sealed class Fitted(string name, List<IFitted> members) : IFitted
    {
        public string Name => name;

        public void Forecast(ReadOnlySpan<double> history, Span<double> mean)
        {
            var one = new double[mean.Length];
            mean.Clear();
            foreach (var member in members)
            {
                member.Forecast(history, one);
                for (var h = 0; h < mean.Length; h++)
                {
                    mean[h] += one[h] / members.Count;
                }
            }
        }
    }
}
