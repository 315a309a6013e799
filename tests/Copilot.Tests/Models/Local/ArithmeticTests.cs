using Copilot.Models.Local;
using Xunit;

namespace Copilot.Tests.Models.Local;

public sealed class ArithmeticTests
{
    [Theory]
    [InlineData(1e-300)]
    [InlineData(0.001)]
    [InlineData(0.7071)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(1234567)]
    public void The_steady_logarithm_agrees_with_the_library_to_fourteen_digits(double number)
        => Assert.InRange(SteadyLogarithm.Of(number) - Math.Log(number), -1e-14 * Math.Max(1, Math.Abs(Math.Log(number))), 1e-14 * Math.Max(1, Math.Abs(Math.Log(number))));

    [Fact]
    public void Eigenvectors_are_perpendicular_and_the_largest_value_comes_first()
    {
        double[] square = [2, 1, 0, 1, 3, 1, 0, 1, 4];
        var vectors = SymmetricEigen.VectorsOf((double[])square.Clone(), 3, default);
        var values = Enumerable.Range(0, 3).Select(j => Quotient(square, vectors, j)).ToArray();
        Assert.Equal([3 + Math.Sqrt(3), 3, 3 - Math.Sqrt(3)], values, (a, b) => Math.Abs(a - b) < 1e-9);
    }

    [Fact]
    public void Orthonormal_columns_are_perpendicular_even_when_two_were_nearly_the_same()
    {
        var chance = new Random(5);
        var rows = new DenseRows(500, 20);
        for (var i = 0; i < rows.Count; i++)
        {
            foreach (ref var number in rows.Row(i))
            {
                number = (float)chance.NextDouble();
            }

            rows.Row(i)[19] = rows.Row(i)[0] + (1e-3f * (float)chance.NextDouble());
        }

        rows.Orthonormalise(default);
        var products = rows.ColumnProducts(default);
        for (var i = 0; i < 20; i++)
        {
            for (var j = 0; j < 20; j++)
            {
                Assert.Equal(i == j ? 1 : 0, products[(i * 20) + j], 3);
            }
        }
    }

    [Fact]
    public void The_subspace_of_a_table_of_low_rank_is_found_exactly()
    {
        // Two kinds of passages, four words: the first two directions hold all there is.
        var passages = new PassageRows(4, [0, 2, 4, 6, 8], [0, 1, 2, 3, 0, 1, 2, 3], [1, 1, 2, 2, 1, 1, 2, 2]);
        var words = WordSubspace.Of(passages, 2, default);
        Assert.Equal(Math.Sqrt(0.5), Math.Abs(words.Row(2)[0]), 4);
        Assert.Equal(Math.Sqrt(0.5), Math.Abs(words.Row(0)[1]), 4);
        Assert.Equal(0, words.Row(0)[0], 4);
    }

    private static double Quotient(double[] square, double[] vectors, int column)
    {
        var sum = 0.0;
        for (var i = 0; i < 3; i++)
        {
            for (var j = 0; j < 3; j++)
            {
                sum += vectors[(i * 3) + column] * square[(i * 3) + j] * vectors[(j * 3) + column];
            }
        }

        return sum;
    }
}
