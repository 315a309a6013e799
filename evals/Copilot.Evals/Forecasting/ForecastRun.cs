using Copilot.Evals.Reports;
using Copilot.Evals.Running;

namespace Copilot.Evals.Forecasting;

/// <summary>The suite <c>forecasting</c>: series made by known rules, or collections that are named.</summary>
internal static class ForecastRun
{
    /// <summary>The name of all series of a run together.</summary>
    public const string All = "all series";

    // Never worse than Naive2 by more than this on any group.
    private const double WorstOwa = 1.02;

    // Who knows how a series was made still makes this error; estimating costs a little more.
    private const double DearestEstimate = 1.15;
    private const double Off = 3;
    private const double MostBias = 10;

    // A few series more or less within a range would decide otherwise.
    private const int EnoughForBias = 50;

    /// <summary>Runs it.</summary>
    public static IReadOnlyList<ForecastScore> Run(IReadOnlyList<string> files, IProgress<EvalProgress> progress, CancellationToken cancellationToken)
    {
        var series = files.Count > 0 ? files.SelectMany(HeldOutFile.Read).ToList() : [.. GeneratedSeries.All()];
        var done = 0;
        var scores = series.GroupBy(s => s.Group)
            .Select(g => ForecastExam.Run(g.Key, [.. g], () => progress.Report(new EvalProgress(++done, series.Count, g.Key)), cancellationToken)).ToList();
        return [.. scores, Together(scores, series)];
    }

    /// <summary>The limits.</summary>
    public static IEnumerable<Gate> Gates(IReadOnlyList<ForecastScore> scores)
    {
        foreach (var score in scores.Where(s => s.Group != All))
        {
            yield return AtMost($"{score.Group}: OWA", score.Owa, WorstOwa);
            if (score.AgainstBest is { } best)
            {
                yield return AtMost($"{score.Group}: error against who knows the rule", best, DearestEstimate);
            }

            if (score is { Rmsse: { } rmsse, PlainRmsse: { } plain } && score.Sparse >= EnoughForBias)
            {
                yield return AtMost($"{score.Group}: RMSSE of sparse demand, best plain {score.PlainName}", rmsse, plain);
                yield return AtMost($"{score.Group}: bias of sparse demand, %", Math.Abs(score.SparseBias ?? 0), MostBias);
            }
        }

        foreach (var all in scores.Where(s => s.Group == All))
        {
            yield return AtMost("80 % ranges: points off", Math.Abs(all.Within80 - 80), Off);
            yield return AtMost("95 % ranges: points off", Math.Abs(all.Within95 - 95), Off);
        }
    }

    private static ForecastScore Together(List<ForecastScore> scores, List<HeldOutSeries> series)
    {
        var values = series.GroupBy(s => s.Group).ToDictionary(g => g.Key, g => g.Sum(s => s.Actual.Length));
        double Mean(Func<ForecastScore, double> of, Func<ForecastScore, double> weight) => scores.Sum(s => weight(s) * of(s)) / scores.Sum(weight);
        return new ForecastScore
        {
            Group = All,
            Series = series.Count,
            Smape = Mean(s => s.Smape, s => s.Series),
            Mase = Mean(s => s.Mase, s => s.Series),
            Owa = Mean(s => s.Owa, s => s.Series),
            Within80 = Mean(s => s.Within80, s => values[s.Group]),
            Within95 = Mean(s => s.Within95, s => values[s.Group]),
        };
    }

    private static Gate AtMost(string name, double found, double limit) => new(name, Math.Round((decimal)found, 3), Math.Round((decimal)limit, 3), found <= limit);
}
