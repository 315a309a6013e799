using Copilot.Odoo.Purchasing.Matching;
using Xunit;

namespace Copilot.Tests.Odoo.Purchasing;

public sealed class MatchingOptionsTests
{
    [Fact]
    public void A_supplier_may_have_limits_of_its_own_and_keeps_the_rest()
    {
        var options = new MatchingOptions { Charges = 30, Suppliers = "Kartonwerk Sachsen GmbH: PricePercent=3, Charges=60; Tapex NV: Days=2" };
        Assert.Equal((3m, 60m, 5m), (options.For("kartonwerk sachsen gmbh").PricePercent, options.For("Kartonwerk Sachsen GmbH").Charges, options.For("Kartonwerk Sachsen GmbH").PriceAmount));
        Assert.Equal((2, 30m), (options.For("Tapex NV").Days, options.For("Tapex NV").Charges));
        Assert.Equal(30, options.For("Kugel GmbH").Charges);
    }

    [Theory]
    [InlineData("Kartonwerk")]
    [InlineData("Kartonwerk: Price=3")]
    [InlineData("Kartonwerk: PricePercent=much")]
    [InlineData("Kartonwerk: Days=1.5")]
    public void What_can_not_be_read_stops_the_start(string suppliers)
        => Assert.True(new MatchingOptionsCheck().Validate(null, new MatchingOptions { Suppliers = suppliers }).Failed);

    [Fact]
    public void All_faults_are_told_together()
        => Assert.Equal(2, new MatchingOptionsCheck().Validate(null, new MatchingOptions { PricePercent = 101, Days = -1 }).Failures!.Count());

    [Fact]
    public void One_slip_in_a_number_is_searched_for()
        => Assert.All(new[] { "P0004_", "P0042", "P00_042" }, p => Assert.Contains(p, OrderNumbers.Slips("P00042").Append("P00_042")));
}
