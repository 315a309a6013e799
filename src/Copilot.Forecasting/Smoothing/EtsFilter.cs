using Copilot.Forecasting.Numerics;
using Copilot.Forecasting.Seasons;

namespace Copilot.Forecasting.Smoothing;

/// <summary>
/// Runs a member of the smoothing family over a history. Models with additive and relative errors share the recursions
/// (Hyndman et al. 2008, tables 2.2 and 2.3); they differ in how errors are weighed. The first state comes from running the history backwards.
/// </summary>
internal sealed class EtsFilter : IObjective
{
    private const double Bad = 1e100;

    private readonly EtsForm _form;
    private readonly double[] _history;
    private readonly int _season;
    private readonly double[] _firstSeason;
    private readonly double[] _seasonal;
    private readonly double _firstLevel;
    private readonly double _firstSlope;
    private double _level;
    private double _slope;

    /// <summary>Prepares a run.</summary>
    /// <param name="form">The member.</param>
    /// <param name="history">The values; two seasons at least when it has one.</param>
    /// <param name="season">Periods in a season.</param>
    public EtsFilter(EtsForm form, double[] history, int season)
    {
        _form = form;
        _history = history;
        _season = form.Season == EtsSeason.None ? 1 : season;
        _firstSeason = form.Season == EtsSeason.None ? [0.0] : Classical.Figure(history, season, form.Season == EtsSeason.Factors);
        for (var i = 0; form.Season == EtsSeason.Factors && i < _firstSeason.Length; i++)
        {
            _firstSeason[i] = Math.Max(_firstSeason[i], 0.01);
        }

        _seasonal = new double[_firstSeason.Length];
        var begin = new double[Math.Min(history.Length, Math.Max(10, 2 * _season))];
        for (var t = 0; t < begin.Length; t++)
        {
            begin[t] = form.Season == EtsSeason.Factors ? history[t] / _firstSeason[t % _season] : history[t] - _firstSeason[t % _season];
        }

        var line = Figures.Line(begin);
        (_firstLevel, _firstSlope) = form.Trend ? (line.Level - line.Slope, line.Slope) : (Figures.Mean(begin), 0);
    }

    /// <summary>The member's parameters as a point of a box: α, β/α, γ/(1 − α), φ, those that it has.</summary>
    public static (double[] Start, double[] Low, double[] High) Box(EtsForm form)
    {
        List<double> start = [form.Season == EtsSeason.None ? 0.4 : 0.2], low = [0.0001], high = [0.9999];
        if (form.Trend)
        {
            start.Add(0.1);
            low.Add(0.0001);
            high.Add(0.9999);
        }

        if (form.Season != EtsSeason.None)
        {
            start.Add(0.1);
            low.Add(0.0001);
            high.Add(0.9999);
        }

        if (form.Damped)
        {
            start.Add(0.95);
            low.Add(0.8);
            high.Add(0.98);
        }

        return ([.. start], [.. low], [.. high]);
    }

    /// <summary>Minus twice the logarithm of the likelihood, up to a constant.</summary>
    public double Value(ReadOnlySpan<double> at)
    {
        var (alpha, beta, gamma, phi) = Split(at);
        _level = _firstLevel;
        _slope = _firstSlope;
        _firstSeason.CopyTo(_seasonal, 0);
        Pass(alpha, beta, gamma, phi, backwards: false);
        _slope = -_slope;
        Pass(alpha, beta, gamma, phi, backwards: true);
        _level += phi * _slope;
        _slope = -_slope;
        return Pass(alpha, beta, gamma, phi, backwards: false);
    }

    /// <summary>Goes on after the history; <see cref="Value"/> must have run with the same parameters.</summary>
    public void Forecast(ReadOnlySpan<double> at, Span<double> mean)
    {
        Value(at);
        var (_, _, _, phi) = Split(at);
        var (level, slope) = (_level, _slope);
        for (var h = 0; h < mean.Length; h++)
        {
            level += phi * slope;
            slope *= phi;
            var place = _seasonal[(_history.Length + h) % _season];
            mean[h] = _form.Season switch
            {
                EtsSeason.Additive => level + place,
                EtsSeason.Factors => level * place,
                _ => level,
            };
        }
    }

    private (double Alpha, double Beta, double Gamma, double Phi) Split(ReadOnlySpan<double> at)
    {
        var next = 1;
        var alpha = at[0];
        var beta = _form.Trend ? alpha * at[next++] : 0;
        var gamma = _form.Season == EtsSeason.None ? 0 : (1 - alpha) * at[next++];
        return (alpha, beta, gamma, _form.Damped ? at[next] : _form.Trend ? 1 : 0);
    }

    private double Pass(double alpha, double beta, double gamma, double phi, bool backwards)
    {
        var history = _history;
        var seasonal = _seasonal;
        var (level, slope) = (_level, _slope);
        double squares = 0, logs = 0, product = 1;
        var kind = _form.Season;
        var relative = _form.RelativeError;
        var n = history.Length;
        var place = backwards ? (n - 1) % _season : 0;
        for (var i = 0; i < n; i++)
        {
            var t = backwards ? n - 1 - i : i;
            var sum = level + (phi * slope);
            var part = seasonal[place];
            var mean = kind == EtsSeason.None ? sum : kind == EtsSeason.Additive ? sum + part : sum * part;
            var error = history[t] - mean;
            if (relative)
            {
                if (mean <= 0)
                {
                    return Bad;
                }

                var share = error / mean;
                squares += share * share;

                // The logarithm of a product, taken before it leaves the range of numbers.
                product *= mean;
                if (product is > 1e200 or < 1e-200)
                {
                    logs += Math.Log(product);
                    product = 1;
                }
            }
            else
            {
                squares += error * error;
            }

            if (kind == EtsSeason.Factors)
            {
                if (part <= 1e-8 || sum <= 1e-12)
                {
                    return Bad;
                }

                level = sum + (alpha * error / part);
                slope = (phi * slope) + (beta * error / part);
                seasonal[place] = part + (gamma * error / sum);
            }
            else
            {
                level = sum + (alpha * error);
                slope = (phi * slope) + (beta * error);
                seasonal[place] = part + (gamma * error);
            }

            place = backwards ? place == 0 ? _season - 1 : place - 1 : place == _season - 1 ? 0 : place + 1;
        }

        (_level, _slope) = (level, slope);
        return (n * Math.Log(Math.Max(squares, 1e-30))) + (relative ? 2 * (logs + Math.Log(product)) : 0);
    }
}
