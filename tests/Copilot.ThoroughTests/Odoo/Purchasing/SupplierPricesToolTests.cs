using Copilot.Contracts;
using Copilot.Testing.Tools;
using Xunit;

namespace Copilot.ThoroughTests.Odoo.Purchasing;

[Collection(PracticeCompanyCollection.Name)]
public sealed class SupplierPricesToolTests(PracticeCompany company) : OdooToolContract(company)
{
    protected override string Name => "odoo.supplier_prices";

    protected override IReadOnlyList<string> Samples =>
        ["""{"product":"GLV-NIT-L"}""", """{"supplier":"Shenhua Glove Works","count":5}""", """{"product":"GLV-NIT-L","quantity":500}""", """{"product":"GLV-NIT-L","supplier":"Shenhua Glove Works"}"""];

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
    public async Task Without_a_product_or_a_supplier_it_asks()
        => Assert.Contains("Which product or supplier", (await RunAsync(Callers[0], "{}")).QuestionBack, StringComparison.Ordinal);
}
