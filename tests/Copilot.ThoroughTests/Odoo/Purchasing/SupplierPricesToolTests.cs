using Copilot.Contracts;
using Copilot.Testing.Tools;
using Xunit;

namespace Copilot.ThoroughTests.Odoo.Purchasing;

[Collection(PracticeCompanyCollection.Name)]
public sealed class SupplierPricesToolTests(PracticeCompany company) : OdooToolContract(company)
{
    protected override string Name => "odoo.supplier_prices";

    protected override IReadOnlyList<string> Samples =>
        ["""{"product":"GLV-NIT-L"}""", """{"supplier":"Shenhua Glove Works","count":5}""", """{"product":"GLV-NIT-L","quantity":500}""", """{"product":"GLV-NIT-L","supplier":"Shenhua Glove Works"}""",
            """{"show":"raised"}""", """{"show":"lowered","from":"2026-01-01"}""", """{"show":"raised","product":"ADH-EPX-50"}""", """{"show":"raised","category":"Stretch Film","group":"supplier"}""", """{"category":"Stretch Film"}"""];

    protected override IReadOnlyList<string> Refused => [RoleNames.SalesRep, RoleNames.WarehouseSupervisor, RoleNames.ServiceAgent, RoleNames.Accountant, RoleNames.Auditor];

    [Fact]
    public async Task Suppliers_of_a_product_are_told_with_price_quantity_and_lead_time()
    {
        var result = await RunAsync(Callers[0], """{"product":"GLV-NIT-L"}""");
        Assert.Contains(result.Findings, f => f.Role == FindingRole.Headline && f.Text.Contains("GLV-NIT-L", StringComparison.Ordinal));
        Assert.Contains(result.Findings, f => f.Role == FindingRole.Item && f.Text.Contains("to deliver", StringComparison.Ordinal) && f.Text.Contains("last bought at", StringComparison.Ordinal));
        Assert.Empty(FigureCheck.Unsupported(result));
    }

    [Fact]
    public async Task What_rose_is_told_by_supplier_with_what_it_cost_and_the_orders_that_show_it()
    {
        var result = await RunAsync(Callers[0], """{"show":"raised"}""");

        Assert.Contains(result.Findings, f => f.Role == FindingRole.Headline && f.Text.Contains("purchase prices", StringComparison.Ordinal) && f.Text.Contains("more", StringComparison.Ordinal));
        var items = result.Findings.Where(f => f.Role == FindingRole.Item).ToList();
        Assert.All(items, i => Assert.Equal(2, i.EvidenceIds.Count(e => e.StartsWith("purchase.order.line:", StringComparison.Ordinal))));
        Assert.Contains(items, i => i.Text.Contains("LBL-TT-100", StringComparison.Ordinal));
        Assert.Empty(FigureCheck.Unsupported(result));
    }

    [Fact]
    public async Task A_category_lists_what_its_suppliers_ask()
    {
        var result = await RunAsync(Callers[0], """{"category":"Stretch Film","count":20}""");

        Assert.Contains(result.Findings, f => f.Role == FindingRole.Item && f.Text.StartsWith("FLM-STR-23 from Polska Folia", StringComparison.Ordinal));
        Assert.DoesNotContain(result.Findings, f => f.Text.Contains("GLV-", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Without_a_product_or_a_supplier_it_asks()
        => Assert.Contains("Which product or supplier", (await RunAsync(Callers[0], "{}")).QuestionBack, StringComparison.Ordinal);
}
