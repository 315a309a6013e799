using Copilot.Contracts;
using Copilot.Testing.Tools;
using Xunit;

namespace Copilot.ThoroughTests.Odoo.Purchasing;

[Collection(PracticeCompanyCollection.Name)]
public sealed class SupplierPerformanceToolTests(PracticeCompany company) : OdooToolContract(company)
{
    protected override string Name => "odoo.supplier_performance";

    protected override IReadOnlyList<string> Samples =>
    [
        """{}""",
        """{"rank":"best","count":3}""",
        """{"supplier":"Shenhua Glove Works"}""",
        """{"supplier":"Kartonwerk Sachsen GmbH","warehouse":"RTM"}""",
        """{"supplier":"Rheintal Klebstoffe GmbH","from":"2026-01-01","to":"2026-01-02"}""",
        """{"from":"2031-01-01"}""",
        """{"category":"Disposable Gloves","rank":"best"}""",
        """{"product":"GLV-NIT-L"}""",
    ];

    protected override IReadOnlyList<string> Refused => [RoleNames.SalesRep, RoleNames.ServiceAgent, RoleNames.Auditor];

    [Fact]
    public async Task The_parts_of_the_risk_add_up_to_it()
    {
        var result = await RunAsync(Callers[0], """{"supplier":"Shenhua Glove Works"}""");
        var risk = Assert.Single(result.Evidence, e => e.Id.StartsWith("calc:supplier-risk:", StringComparison.Ordinal)).Calculation!;
        Assert.Equal(CalculationOperation.Sum, risk.Operation);
        Assert.Equal(5, risk.Inputs.Count);
        Assert.Contains(result.Findings, f => f.Role == FindingRole.Headline && f.Text.Contains($"risk is {risk.Result.Value} of 100", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Without_a_right_to_bills_prices_are_not_judged_and_that_is_said()
    {
        var result = await RunAsync(PracticeCompany.As(RoleNames.WarehouseSupervisor), """{"supplier":"Shenhua Glove Works"}""");
        Assert.DoesNotContain(result.Findings, f => f.Text.StartsWith("Price:", StringComparison.Ordinal));
        Assert.Contains(result.Findings, f => f.Role == FindingRole.Caveat && f.Text.Contains("vendor bills", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Named_goods_leave_only_those_who_supply_them()
    {
        var all = await RunAsync(Callers[0], """{"count":50}""");
        var some = await RunAsync(Callers[0], """{"product":"GLV-NIT-L","rank":"best","count":50}""");

        var (every, able) = (Suppliers(all), Suppliers(some));
        Assert.NotEmpty(able);
        Assert.True(able.Count < every.Count, $"{able.Count} of {every.Count}");
        Assert.Subset(every, able);
        Assert.Contains(some.Findings, f => f.Text.StartsWith("Ranked by the share of receipts that came on time", StringComparison.Ordinal) && f.Text.Contains("suppliers of GLV-NIT-L are those", StringComparison.Ordinal));
    }

    private static HashSet<string> Suppliers(ToolResult result) => [.. result.Findings.Where(f => f.Role == FindingRole.Item).Select(f => f.Topic!)];
}
