using Copilot.Forecasting.Numerics;
using Xunit;

namespace Copilot.Tests.Forecasting;

/// <summary>Against the tables in Abramowitz and Stegun, Handbook of Mathematical Functions, chapter 26.</summary>
public sealed class DistributionsTests
{
    [Theory]
    [InlineData(0.5, 0)]
    [InlineData(0.9, 1.2815515655446)]
    [InlineData(0.975, 1.9599639845401)]
    [InlineData(0.001, -3.0902323061678)]
    public void Normal_quantiles_are_those_of_the_table(double share, double z)
        => Assert.Equal(z, Distributions.NormalQuantile(share), 9);

    [Theory]
    [InlineData(0, 0.5)]
    [InlineData(1, 0.8413447460685)]
    [InlineData(-2, 0.0227501319482)]
    [InlineData(8, 1)]
    public void Normal_shares_are_those_of_the_table(double z, double share)
        => Assert.Equal(share, Distributions.NormalShare(z), 10);

    [Theory]
    [InlineData(0.9, 2, 1.886)]
    [InlineData(0.975, 2, 4.303)]
    [InlineData(0.9, 4, 1.533)]
    [InlineData(0.975, 5, 2.571)]
    [InlineData(0.975, 10, 2.228)]
    [InlineData(0.025, 30, -2.042)]
    public void Student_quantiles_are_those_of_the_table(double share, double freedom, double t)
        => Assert.Equal(t, Distributions.StudentQuantile(share, freedom), 2);
}
