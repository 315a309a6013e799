using Copilot.Contracts;
using Copilot.Testing.Tools;
using Xunit;

namespace Copilot.ThoroughTests.Odoo.Inventory;

[Collection(PracticeCompanyCollection.Name)]
public sealed class AgedStockToolTests(PracticeCompany company) : OdooToolContract(company)
{
    protected override string Name => "odoo.aged_stock";

    protected override IReadOnlyList<string> Samples =>
    [
        """{}""",
        """{"show":"excess"}""",
        """{"show":"dead","count":50}""",
        """{"warehouse":"LYO","since":"2026-01-01"}""",
        """{"category":"Packing Tapes","show":"excess"}""",
        """{"product":"GLV-CHM-11"}""",
        """{"product":"GLV-NIT-L"}""",
    ];

    protected override IReadOnlyList<string> Refused => [RoleNames.Auditor];

    [Fact]
    public async Task What_nobody_buys_any_more_is_found()
    {
        var result = await RunAsync(Callers[0], """{"count":50}""");
        Assert.Contains(result.Findings, f => f.Role == FindingRole.Item && f.Text.StartsWith("GLV-CHM-11 ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Cost_stays_with_those_who_may_see_it()
    {
        var result = await RunAsync(PracticeCompany.As(RoleNames.WarehouseSupervisor), "{}");
        Assert.DoesNotContain(result.Findings, f => f.Text.Contains('€', StringComparison.Ordinal));
        Assert.Contains(result.Findings, f => f.Role == FindingRole.Caveat && f.Text.Contains("may not see cost", StringComparison.Ordinal));
    }
}
