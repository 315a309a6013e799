using Copilot.Forecasting.Lateness;
using Xunit;

namespace Copilot.Tests.Forecasting.Lateness;

public sealed class LogisticTests
{
    [Fact]
    public void It_finds_the_chances_of_a_known_rule()
    {
        var dice = new Random(11);
        var rows = Enumerable.Range(0, 20_000).Select(_ => new[] { dice.NextDouble() * 2, dice.NextDouble() * 4, 7.0 }).ToList();
        double True(double[] row) => 1 / (1 + Math.Exp(-(-2 + (1.5 * row[0]) - (0.5 * row[1]))));
        var late = rows.ConvertAll(r => dice.NextDouble() < True(r));
        var fit = Logistic.Fit(rows, late);
        foreach (var row in rows.Take(200))
        {
            Assert.InRange(fit.Of(row).Chance - True(row), -0.03, 0.03);
        }

        Assert.Equal(0, fit.Of(rows[0]).Parts[2]);
    }

    [Fact]
    public void Cases_that_a_column_divides_without_rest_stay_finite()
    {
        var rows = Enumerable.Range(0, 100).Select(i => new double[] { i < 50 ? 0 : 1 }).ToList();
        var fit = Logistic.Fit(rows, [.. rows.Select(r => r[0] > 0)]);
        Assert.InRange(fit.Of([1.0]).Chance, 0.8, 1);
        Assert.InRange(fit.Of([0.0]).Chance, 0, 0.2);
        Assert.True(double.IsFinite(fit.Of([1e9]).Chance));
    }
}
