using Copilot.Odoo.Names;
using Xunit;

namespace Copilot.Tests.Odoo.Names;

public sealed class NumberPatternsTests
{
    [Theory]
    [InlineData("S00042", "S", 5)]
    [InlineData("LYO/OUT/00042", "LYO/OUT/", 5)]
    [InlineData("INV/2026/00042", "INV/2026/", 5)]
    [InlineData("1042", "", 4)]
    public void Prefix_and_digits_are_told_apart(string number, string prefix, int padding) => Assert.Equal((prefix, padding), NumberPatterns.Split(number));

    [Theory]
    [InlineData("New")]
    [InlineData("S00042-B")]
    [InlineData("")]
    public void What_does_not_end_in_digits_is_no_number(string number) => Assert.Null(NumberPatterns.Split(number));
}
