using System.Numerics.Tensors;
using Copilot.Knowledge.Stores.Sqlite;
using Xunit;

namespace Copilot.Tests.Knowledge.Stores.Sqlite;

public sealed class VectorCodeTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(31)]
    [InlineData(256)]
    [InlineData(1000)]
    public void The_product_of_codes_lies_within_its_error_of_the_true_one(int dimension)
    {
        var random = new Random(dimension);
        for (var round = 0; round < 200; round++)
        {
            var (a, b) = (Vector(random, dimension, round), Vector(random, dimension, round));
            var codes = new sbyte[VectorCode.LengthOf(dimension)];
            var (scale, lost) = VectorCode.Write(b, codes);
            var question = VectorCode.Ask(a);

            var coded = VectorCode.Dot(question.Codes, codes) * question.Scale * scale;

            var error = question.ErrorWith(TensorPrimitives.Norm<float>(b), lost);
            Assert.InRange(Math.Abs(TensorPrimitives.Dot<float>(a, b) - coded), 0, error);
            Assert.True(error < 0.1f, $"An error of {error} tells nothing apart.");
        }
    }

    [Fact]
    public void Every_processor_counts_the_same()
    {
        var random = new Random(1);
        for (var length = 32; length <= 8192; length *= 4)
        {
            var codes = Enumerable.Range(0, length).Select(_ => (sbyte)random.Next(-127, 128)).ToArray();
            var question = Enumerable.Range(0, length).Select(_ => (short)random.Next(-2047, 2048)).ToArray();
            var expected = codes.Zip(question, (c, q) => c * q).Sum();

            Assert.Equal(expected, VectorCode.Dot(question, codes));
            Assert.Equal(expected, VectorCode.DotAnywhere(question, codes));
        }
    }

    [Fact]
    public void A_vector_of_zeros_is_near_to_nothing()
    {
        var codes = new sbyte[32];

        Assert.Equal((0f, 0f), VectorCode.Write(new float[8], codes));
        Assert.Equal(0, VectorCode.Dot(VectorCode.Ask(new float[8]).Codes, codes));
    }

    private static float[] Vector(Random random, int dimension, int shape)
    {
        // Some vectors have one large number, which leaves little room for the others.
        var vector = Enumerable.Range(0, dimension).Select(i => (float)(random.NextDouble() - 0.5) * (shape % 3 == 0 && i == 0 ? 20 : 1)).ToArray();
        var length = TensorPrimitives.Norm<float>(vector);
        return [.. vector.Select(v => v / length)];
    }
}
