using Copilot.Contracts;
using Copilot.Testing.Tools;
using Xunit;

namespace Copilot.ThoroughTests.Odoo.Purchasing;

[Collection(PracticeCompanyCollection.Name)]
public sealed class LateReceiptsToolTests(PracticeCompany company) : OdooToolContract(company)
{
    protected override string Name => "odoo.late_receipts";

    protected override IReadOnlyList<string> Samples =>
        ["{}", """{"supplier":"Shenhua Glove Works"}""", """{"show":"overdue","count":50}""", """{"show":"all","warehouse":"LEJ"}""", """{"product":"GLV-NIT-L"}""", """{"order":"P00001"}""", """{"min_amount":500}"""];

    protected override IReadOnlyList<string> Refused => [RoleNames.SalesRep, RoleNames.ServiceAgent, RoleNames.Auditor];

    [Fact]
    public async Task The_planted_late_receipts_are_found_with_the_orders_that_wait()
    {
        var result = await RunAsync(Callers[0], """{"show":"overdue","count":50}""");
        Assert.True(result.Findings.Count(f => f.Role == FindingRole.Item) >= 8);
        Assert.Contains(result.Findings, f => f.Text.StartsWith("Waiting for it: S", StringComparison.Ordinal));
    }

    [Fact]
    public async Task One_purchase_order_is_told_whole()
    {
        var list = await RunAsync(Callers[0], """{"show":"overdue","count":1}""");
        var order = list.Evidence.First(e => e.Record?.Model == "purchase.order.line").Facts.First(f => f.Name == "Purchase order").Value;
        var one = await RunAsync(Callers[0], $$"""{"order":"{{order}}"}""");
        Assert.All(one.Findings.Where(f => f.Role == FindingRole.Item), f => Assert.StartsWith(order, f.Text, StringComparison.Ordinal));
        Assert.Empty(FigureCheck.Unsupported(one));
    }
}
