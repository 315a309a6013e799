using Copilot.Contracts;
using Copilot.Testing.Tools;
using Xunit;

namespace Copilot.ThoroughTests.Odoo.Purchasing;

[Collection(PracticeCompanyCollection.Name)]
public sealed class SupplierSummaryToolTests(PracticeCompany company) : OdooToolContract(company)
{
    protected override string Name => "odoo.supplier_summary";

    protected override IReadOnlyList<string> Samples => ["""{"supplier":"Shenhua Glove Works"}""", """{"supplier":"Kartonwerk Sachsen GmbH"}""", """{"supplier":"Rheintal Klebstoffe GmbH"}""", "{}"];

    protected override IReadOnlyList<string> Refused => [RoleNames.SalesRep, RoleNames.ServiceAgent, RoleNames.Auditor];

    [Fact]
    public async Task It_says_what_is_to_come_what_of_it_is_overdue_who_waits_and_how_reliable_the_supplier_is()
    {
        var result = await RunAsync(PracticeCompany.As(RoleNames.Purchaser), Samples[0]);
        var headline = Assert.Single(result.Findings, f => f.Role == FindingRole.Headline).Text;

        Assert.StartsWith("Shenhua Glove Works", headline, StringComparison.Ordinal);
        Assert.Matches(@"\d+ purchase orders? (is|are) still to come", headline);
        Assert.Contains(result.Findings, f => f.Text.StartsWith("Waiting for its goods: S", StringComparison.Ordinal));
        Assert.Contains(result.Findings, f => f.Text.Contains("in the last year came on time", StringComparison.Ordinal));
        Assert.Contains(result.Evidence, e => e.Record?.Model == "purchase.order");
        Assert.DoesNotContain(result.Findings, f => f.Text.Contains(" ordered €", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_the_orders_are_worth_is_for_who_may_see_purchase_prices()
    {
        Assert.Contains((await RunAsync(PracticeCompany.As(RoleNames.Purchaser), Samples[0])).Findings, f => f.Text.Contains(" net in all", StringComparison.Ordinal));
        var floor = await RunAsync(PracticeCompany.As(RoleNames.WarehouseSupervisor), Samples[0]);

        Assert.DoesNotContain(floor.Findings, f => f.Text.Contains(" net in all", StringComparison.Ordinal));
        Assert.Contains(floor.Findings, f => f.Role == FindingRole.Caveat && f.Text.Contains("may not read purchase prices", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Without_a_name_and_a_supplier_in_view_it_asks()
        => Assert.Contains("Which supplier", (await RunAsync(PracticeCompany.As(RoleNames.Purchaser), "{}")).QuestionBack, StringComparison.Ordinal);
}
