using Copilot.Contracts;
using Copilot.Testing.Tools;
using Xunit;

namespace Copilot.ThoroughTests.Odoo.Purchasing;

[Collection(PracticeCompanyCollection.Name)]
public sealed class PurchaseOrdersToolTests(PracticeCompany company) : OdooToolContract(company)
{
    protected override string Name => "odoo.purchase_orders";

    protected override IReadOnlyList<string> Samples =>
    [
        """{}""",
        """{"show":"unconfirmed"}""",
        """{"show":"all","count":50}""",
        """{"supplier":"Shenhua Glove Works"}""",
        """{"warehouse":"LEJ","show":"unconfirmed"}""",
        """{"order":"SGW-90417"}""",
        """{"order":"P00001"}""",
        """{"product":"GLV-NIT-L","min_amount":100}""",
        """{"on":"2026-01-01"}""",
    ];

    protected override IReadOnlyList<string> Refused => [RoleNames.SalesRep, RoleNames.ServiceAgent, RoleNames.Auditor];

    [Fact]
    public async Task Orders_that_nobody_confirmed_are_told_by_what_they_wait_for()
    {
        var result = await RunAsync(Callers[0], """{"show":"unconfirmed"}""");
        var text = string.Join('\n', result.Findings.Select(f => f.Text));
        Assert.Contains("3 purchase orders are not confirmed: 1 waiting for approval, 1 sent and not answered, 1 not sent", text, StringComparison.Ordinal);
        Assert.All(new[] { "Delta Chem", "Kugel", "Tapex" }, s => Assert.Contains(s, text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task One_order_names_the_customer_orders_that_wait_for_it()
    {
        var result = await RunAsync(Callers[0], """{"order":"SGW-90417"}""");
        Assert.Contains(result.Findings, f => f.Role == FindingRole.Headline && f.Text.Contains("Shenhua", StringComparison.Ordinal) && f.Text.Contains(" late", StringComparison.Ordinal));
        Assert.Contains(result.Findings, f => f.Text.StartsWith("Waiting for GLV-NIT-L: S", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_suppliers_charge_stays_with_those_who_may_see_it()
    {
        var supervisor = await RunAsync(PracticeCompany.As(RoleNames.WarehouseSupervisor), """{"count":50}""");
        Assert.DoesNotContain(supervisor.Evidence.SelectMany(e => e.Facts), f => f.Kind == FactKind.Money);
        Assert.DoesNotContain(supervisor.Findings, f => f.Text.Contains('€', StringComparison.Ordinal));
        var purchaser = await RunAsync(PracticeCompany.As(RoleNames.Purchaser), """{"count":50}""");
        Assert.Contains(purchaser.Findings, f => f.Text.Contains('€', StringComparison.Ordinal));
    }
}
