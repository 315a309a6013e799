using Copilot.Knowledge.Analysis;
using Xunit;

namespace Copilot.Tests.Knowledge.Analysis;

public sealed class EditDistanceTests
{
    [Theory]
    [InlineData("return", "return", 0)]
    [InlineData("retrun", "return", 1)]
    [InlineData("retun", "return", 1)]
    [InlineData("returnn", "return", 1)]
    [InlineData("penatly", "penalty", 1)]
    [InlineData("hazrdos", "hazardous", 2)]
    public void Small_slips_are_counted(string a, string b, int distance) => Assert.Equal(distance, EditDistance.Within(a, b, 2));

    [Theory]
    [InlineData("stock", "return")]
    [InlineData("a", "abcd")]
    public void Beyond_the_limit_there_is_no_distance(string a, string b) => Assert.Null(EditDistance.Within(a, b, 2));
}
