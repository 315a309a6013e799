using Copilot.Forecasting.Lists;
using Xunit;

namespace Copilot.Tests.Forecasting.Lists;

public sealed class ReconciliationTests
{
    [Fact]
    public void The_gap_is_shared_by_variance_and_the_sum_gives_way_too()
    {
        // A gap of 12 over variances of 1 (the sum), 2 and 3: the parts take 4 and 6, the sum gives way by 2.
        var parts = Reconciliation.Of(112, 1, [(60, 2), (40, 3)]);
        Assert.Equal(64, parts[0], 9);
        Assert.Equal(46, parts[1], 9);
    }

    [Fact]
    public void A_part_that_is_known_exactly_does_not_move()
    {
        var parts = Reconciliation.Of(130, 0, [(60, 0), (40, 5)]);
        Assert.Equal([60.0, 70.0], parts);
    }

    [Fact]
    public void Where_nothing_is_uncertain_the_parts_count()
        => Assert.Equal([1.0, 2.0], Reconciliation.Of(10, 0, [(1, 0), (2, 0)]));

    [Fact]
    public void No_part_falls_below_zero_and_the_others_take_what_it_cannot()
    {
        var parts = Reconciliation.Of(50, 0, [(60, 1), (1, 30), (5, 0)]);
        Assert.Equal([45.0, 0.0, 5.0], parts);
    }

    [Fact]
    public void It_is_the_least_square_solution()
    {
        (double, double)[] parts = [(10, 4), (20, 1), (5, 2)];
        var agreed = Reconciliation.Of(41, 3, parts);
        var least = Cost(agreed);
        for (var i = 0; i < agreed.Length; i++)
        {
            foreach (var step in new[] { -0.01, 0.01 })
            {
                var other = (double[])agreed.Clone();
                other[i] += step;
                Assert.True(Cost(other) > least);
            }
        }

        double Cost(double[] x) => x.Zip(parts, (a, p) => Math.Pow(a - p.Item1, 2) / p.Item2).Sum() + (Math.Pow(x.Sum() - 41, 2) / 3);
    }
}
