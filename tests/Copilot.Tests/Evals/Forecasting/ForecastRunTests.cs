using Copilot.Contracts;
using Copilot.Evals.Forecasting;
using Copilot.Evals.Reports;
using Copilot.Testing.Service;
using Copilot.Tests.Host;
using Xunit;

namespace Copilot.Tests.Evals.Forecasting;

public sealed class ForecastRunTests
{
    private static readonly ForecastScore Good = new()
    {
        Group = "g", Series = 100, Smape = 10, Mase = 1, Owa = 0.9, Within80 = 80, Within95 = 95, Sparse = 0, Rmsse = 0.7, PlainRmsse = 0.71, PlainName = "TSB", SparseBias = 2, AgainstBest = 1.2, AgainstLearnt = 1.05,
    };

    [Fact]
    public void Good_scores_keep_every_gate()
        => Assert.All(ForecastRun.Gates([Good, Good with { Group = ForecastRun.All }]), g => Assert.True(g.Passed, g.Name));

    [Fact]
    public void Each_shortfall_breaks_its_gate()
    {
        Assert.Single(Broken(Good with { Owa = 1.03 }));
        Assert.Single(Broken(Good with { Group = ForecastRun.All, Sparse = 100, Rmsse = 0.72 }));
        Assert.Single(Broken(Good with { Group = ForecastRun.All, Sparse = 100, SparseBias = 11 }));
        Assert.Single(Broken(Good with { Sparse = 100, SparseBias = -11 }));
        Assert.Single(Broken(Good with { AgainstLearnt = 1.3 }));
        Assert.Single(Broken(Good with { Group = ForecastRun.All, Within80 = 84 }));
        Assert.Single(Broken(Good with { Group = ForecastRun.All, Within95 = 91 }));
    }

    [Fact]
    public void Sparse_groups_are_not_judged_by_a_measure_that_rewards_zero()
        => Assert.Empty(Broken(Good with { Sparse = 100, Owa = 5 }));

    [Fact]
    public void Who_learns_the_numbers_of_a_rule_misses_by_a_little_more_than_who_is_told_them()
    {
        foreach (var group in GeneratedSeries.All().Where(s => s.Learnt is not null).GroupBy(s => s.Group))
        {
            double Off(Func<HeldOutSeries, double[]> of) => group.Average(s => of(s).Zip(s.Actual).Average(p => Math.Abs(p.First - p.Second)));
            Assert.InRange(Off(s => s.Learnt!) / Off(s => s.Best!), 0.98, 1.15);
        }
    }

    [Fact]
    public void Made_series_are_the_same_in_every_run_and_their_best_forecast_is_hard_to_beat()
    {
        var (first, second) = (GeneratedSeries.All().ToList(), GeneratedSeries.All().ToList());
        Assert.Equal(first.SelectMany(s => s.Actual), second.SelectMany(s => s.Actual));
        foreach (var group in first.GroupBy(s => s.Group))
        {
            double Off(Func<HeldOutSeries, double> forecast) => group.Average(s => s.Actual.Average(y => Math.Abs(y - forecast(s))));
            var best = group.Average(s => s.Actual.Zip(s.Best!).Average(p => Math.Abs(p.First - p.Second)));
            Assert.True(best <= Off(s => s.History[^1]) + 1e-9, group.Key);
        }
    }

    [Fact]
    public void A_line_that_is_no_series_is_named()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.Join("x.jsonl"), "{\"id\":\"a\",\"freq\":1,\"h\":1,\"train\":[1,2],\"test\":[3]}\n{\"id\":\"b\"}\n");
        Assert.Contains("Line 2", Assert.Throws<CopilotException>(() => HeldOutFile.Read(folder.Join("x.jsonl"))).Message, StringComparison.Ordinal);
    }

    private static IEnumerable<Gate> Broken(ForecastScore score) => ForecastRun.Gates([score]).Where(g => !g.Passed);
}
