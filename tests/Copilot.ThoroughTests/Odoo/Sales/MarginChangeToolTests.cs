using Copilot.Contracts;
using Copilot.Testing.Tools;
using Xunit;

namespace Copilot.ThoroughTests.Odoo.Sales;

[Collection(PracticeCompanyCollection.Name)]
public sealed class MarginChangeToolTests(PracticeCompany company) : OdooToolContract(company)
{
    protected override string Name => "odoo.margin_change";

    protected override IReadOnlyList<string> Samples =>
    [
        """{}""",
        """{"customer":"Nordlicht Logistik GmbH"}""",
        """{"product":"FLM-STR-23"}""",
        """{"from":"2026-01-01","against":"last_year","count":2}""",
    ];

    protected override IReadOnlyList<string> Refused => [RoleNames.WarehouseSupervisor, RoleNames.ServiceAgent, RoleNames.Purchaser, RoleNames.Auditor];

    [Fact]
    public async Task A_representative_sees_no_cost_apart()
    {
        var result = await RunAsync(PracticeCompany.As(RoleNames.SalesRep), """{"customer":"Nordlicht Logistik GmbH"}""");
        Assert.Contains(result.Findings, f => f.Text.Contains("cost and mix together", StringComparison.Ordinal));
        Assert.DoesNotContain(result.Evidence.SelectMany(e => e.Facts), f => f.Name == "cost");
    }

    [Fact]
    public async Task The_parts_make_the_whole()
    {
        var result = await RunAsync(Callers[0], "{}");
        var parts = result.Evidence.Single(e => e.Id == "calc:margin-parts").Calculation!;
        Assert.Equal(4, parts.Inputs.Count);
        Assert.Equal(decimal.Parse(parts.Result.Value, System.Globalization.CultureInfo.InvariantCulture), parts.Inputs.Sum(i => decimal.Parse(i.Value, System.Globalization.CultureInfo.InvariantCulture)));
    }
}
