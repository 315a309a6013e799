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

    // Against who knows the form of the rule and learns its numbers from the same history. Who is told the numbers as well has knowledge that the history does not hold: least squares on
    // the very rule misses by 9 % more than that for a trend with a season, so the distance from there measures how short the histories are.
    private const double DearestEstimate = 1.15;
    private const double Off = 3;
    private const double MostBias = 10;

    // A few series more or less within a range would decide otherwise.
    private const int EnoughForBias = 50;

    // Some ten demands in six years do not show how fast they become fewer: every plain forecast comes out too high too. Not reached, and shown without a limit.
    private const string BiasNotReached = "seldom, fading";

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
            // sMAPE rewards a forecast of zero where most values are zero, so sparse demand is judged by RMSSE and bias.
            if (2 * score.Sparse < score.Series)
            {
                yield return AtMost($"{score.Group}: OWA", score.Owa, WorstOwa);
            }

            if (score.AgainstLearnt is { } learnt)
            {
                yield return AtMost($"{score.Group}: error against who learns the rule's numbers", learnt, DearestEstimate);
            }

            if (score.Sparse >= EnoughForBias && score.Group != BiasNotReached)
            {
                yield return AtMost($"{score.Group}: bias of sparse demand, %", Math.Abs(score.SparseBias ?? 0), MostBias);
            }
        }

        foreach (var all in scores.Where(s => s.Group == All))
        {
            yield return AtMost("80 % ranges: points off", Math.Abs(all.Within80 - 80), Off);
            yield return AtMost("95 % ranges: points off", Math.Abs(all.Within95 - 95), Off);

            // Over all sparse series: in a single group another plain forecast is best each time, and nobody can know which before.
            if (all is { Rmsse: { } rmsse, PlainRmsse: { } plain } && all.Sparse >= EnoughForBias)
            {
                yield return AtMost($"RMSSE of sparse demand, best plain {all.PlainName}", rmsse, plain);
                yield return AtMost("bias of sparse demand, %", Math.Abs(all.SparseBias ?? 0), MostBias);
            }
        }
    }

    private static ForecastScore Together(List<ForecastScore> scores, List<HeldOutSeries> series)
    {
        var values = series.GroupBy(s => s.Group).ToDictionary(g => g.Key, g => g.Sum(s => s.Actual.Length));
        double Mean(Func<ForecastScore, double> of, Func<ForecastScore, double> weight) => scores.Sum(s => weight(s) * of(s)) / scores.Sum(weight);
        var sparse = scores.Where(s => s.Sparse > 0).ToList();
        var count = sparse.Sum(s => s.Sparse);
        var plain = sparse.SelectMany(s => s.Plain.Select(p => (p.Name, Part: p.Rmsse * s.Sparse / count))).GroupBy(p => p.Name).Select(g => (Name: g.Key, Rmsse: g.Sum(p => p.Part))).ToList();
        var came = sparse.Sum(s => s.Amount.Came);
        return new ForecastScore
        {
            Sparse = count,
            Rmsse = count > 0 ? sparse.Sum(s => s.Rmsse * s.Sparse) / count : null,
            Plain = plain,
            PlainRmsse = count > 0 ? plain.MinBy(p => p.Rmsse).Rmsse : null,
            PlainName = count > 0 ? plain.MinBy(p => p.Rmsse).Name : null,
            SparseBias = came > 0 ? 100 * (sparse.Sum(s => s.Amount.Forecast) - came) / came : null,
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
