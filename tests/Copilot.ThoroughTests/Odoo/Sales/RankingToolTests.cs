using Copilot.Contracts;
using Copilot.Testing.Tools;
using Xunit;

namespace Copilot.ThoroughTests.Odoo.Sales;

[Collection(PracticeCompanyCollection.Name)]
public sealed class RankingToolTests(PracticeCompany company) : OdooToolContract(company)
{
    protected override string Name => "odoo.ranking";

    protected override IReadOnlyList<string> Samples =>
    [
        """{}""",
        """{"of":"products"}""",
        """{"of":"products","by":"quantity","count":3}""",
        """{"of":"suppliers"}""",
        """{"by":"margin"}""",
        """{"of":"salespeople","by":"orders"}""",
        """{"end":"bottom"}""",
        """{"of":"products","customer":"Nordlicht Logistik GmbH","from":"2026-01-01"}""",
        """{"company":"Meridian Packaging"}""",
        """{"scope":"mine"}""",
        """{"of":"suppliers","by":"margin"}""",
    ];

    protected override IReadOnlyList<string> Refused => [RoleNames.Auditor];

    [Fact]
    public async Task Shares_are_of_all_and_the_largest_comes_first()
    {
        var result = await RunAsync(Callers[0], """{"count":3}""");
        var amounts = result.Evidence.Where(e => e.Id.StartsWith("sale.order:customers:", StringComparison.Ordinal)).Select(e => decimal.Parse(e.Facts.Single(f => f.Name == "revenue").Value, System.Globalization.CultureInfo.InvariantCulture)).ToList();
        Assert.Equal(3, amounts.Count);
        Assert.Equal(amounts.OrderDescending(), amounts);
    }

    [Fact]
    public async Task A_warehouse_does_not_rank_by_margin()
        => Assert.Equal(ToolOutcome.Denied, (await RunAsync(PracticeCompany.As(RoleNames.WarehouseSupervisor), """{"by":"margin"}""")).Outcome);

    [Fact]
    public async Task Several_companies_are_named()
        => Assert.Contains("Meridian Industrial Supply and Meridian Packaging", (await RunAsync(Callers[0], "{}")).Findings[0].Text, StringComparison.Ordinal);
}
