using System.Globalization;
using Copilot.Contracts;
using Copilot.Testing.Tools;
using Copilot.ThoroughTests.Odoo;
using Xunit;

namespace Copilot.ThoroughTests.Forecasting.Tools;

[Collection(PracticeCompanyCollection.Name)]
public sealed class ReorderToolTests(PracticeCompany company) : OdooToolContract(company)
{
    protected override string Name => "forecast.reorder";

    protected override IReadOnlyList<string> Samples =>
    [
        """{"product":"GLV-NIT-L"}""",
        """{"product":"FLM-STR-23","warehouse":"RTM","service":98}""",
        """{"product":"BOX-FCT-S","order_cost":20,"holding":30}""",
        """{}""",
    ];

    protected override IReadOnlyList<string> Refused => [RoleNames.SalesRep, RoleNames.ServiceAgent, RoleNames.Auditor];

    [Fact]
    public async Task A_higher_service_level_needs_more_safety_stock()
    {
        var usual = await FactsAsync("""{"product":"GLV-NIT-L","service":90}""", "calc:reorder-point:");
        var high = await FactsAsync("""{"product":"GLV-NIT-L","service":99}""", "calc:reorder-point:");
        Assert.True(high("Safety stock") > usual("Safety stock"));
        Assert.Equal(usual("Demand over the lead time"), high("Demand over the lead time"));
        Assert.InRange(high("Reorder point") - high("Safety stock") - high("Demand over the lead time"), -2, 2);
    }

    [Fact]
    public async Task Costly_orders_are_larger()
    {
        var cheap = await FactsAsync("""{"product":"BOX-FCT-S","order_cost":10}""", "calc:reorder-quantity:");
        var costly = await FactsAsync("""{"product":"BOX-FCT-S","order_cost":1000}""", "calc:reorder-quantity:");
        Assert.True(costly("Order quantity") > cheap("Order quantity"));
    }

    [Fact]
    public async Task The_uncertainty_is_that_of_the_lead_times_and_of_the_forecast()
    {
        var figure = await FactsAsync("""{"product":"GLV-NIT-L"}""", "calc:reorder-point:");
        Assert.InRange(figure("Lead time"), figure("Shortest lead time"), figure("Longest lead time"));
        Assert.InRange(figure("Part of lead times in the uncertainty"), 0, 100);
        Assert.True(figure("Deviation of demand over the lead times") >= figure("Deviation of demand over the mean lead time") - 1);
    }

    [Fact]
    public async Task What_is_ordered_is_a_whole_number_of_the_rules_multiples()
    {
        var order = await RunAsync(Callers[0], """{"product":"GLV-NIT-L","warehouse":"RTM"}""");
        var facts = order.Evidence.Single(e => e.Id.StartsWith("calc:reorder-quantity:", StringComparison.Ordinal)).Facts;
        var rule = Assert.Single(order.Evidence, e => e.Id.StartsWith("calc:stock-rule:", StringComparison.Ordinal));
        Assert.Contains(order.Findings, f => f.EvidenceIds.Contains(rule.Id) && f.Text.StartsWith("The stock rule for ", StringComparison.Ordinal));
        if (facts.FirstOrDefault(f => f.Name == "Multiple") is { } multiple)
        {
            Assert.Equal(0, decimal.Parse(facts.First(f => f.Name == "Order quantity").Value, CultureInfo.InvariantCulture) % decimal.Parse(multiple.Value, CultureInfo.InvariantCulture));
        }
    }

    [Theory]
    [InlineData("""{"product":"GLV-NIT-L","service":20}""")]
    [InlineData("""{"product":"GLV-NIT-L","service":100}""")]
    [InlineData("""{"product":"GLV-NIT-L","order_cost":0}""")]
    [InlineData("""{"product":"GLV-NIT-L","holding":0}""")]
    public async Task Terms_that_make_no_sense_are_told(string arguments)
    {
        var result = await RunAsync(Callers[0], arguments);
        Assert.False(result.Found);
        Assert.Contains("service level", result.Reason, StringComparison.Ordinal);
    }

    private async Task<Func<string, decimal>> FactsAsync(string arguments, string id)
    {
        var result = await RunAsync(Callers[0], arguments);
        var evidence = result.Evidence.Single(e => e.Id.StartsWith(id, StringComparison.Ordinal));
        return name => decimal.Parse(evidence.Facts.First(f => f.Name == name).Value, CultureInfo.InvariantCulture);
    }
}
