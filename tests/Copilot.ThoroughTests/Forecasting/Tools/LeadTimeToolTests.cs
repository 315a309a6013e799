using System.Globalization;
using Copilot.Contracts;
using Copilot.Testing.Tools;
using Copilot.ThoroughTests.Odoo;
using Xunit;

namespace Copilot.ThoroughTests.Forecasting.Tools;

[Collection(PracticeCompanyCollection.Name)]
public sealed class LeadTimeToolTests(PracticeCompany company) : OdooToolContract(company)
{
    protected override string Name => "forecast.lead_time";

    protected override IReadOnlyList<string> Samples =>
    [
        """{"supplier":"Shenhua Glove Works"}""",
        """{"product":"GLV-NIT-L"}""",
        """{"product":"BOX-FCT-S"}""",
        """{"supplier":"Shenhua Glove Works","warehouse":"LYO"}""",
        """{}""",
    ];

    protected override IReadOnlyList<string> Refused => [RoleNames.SalesRep, RoleNames.ServiceAgent, RoleNames.Auditor];

    [Fact]
    public async Task The_slow_end_is_not_before_the_middle()
    {
        var result = await RunAsync(Callers[0], Samples[0]);
        var facts = result.Evidence.Single(e => e.Id.StartsWith("calc:lead:", StringComparison.Ordinal)).Facts;
        decimal Of(string name) => decimal.Parse(facts.First(f => f.Name == name).Value, CultureInfo.InvariantCulture);
        Assert.InRange(Of("Half came within"), Of("Fastest"), Of("90 % came within"));
        Assert.InRange(Of("90 % came within"), Of("Half came within"), Of("Slowest"));
        Assert.Equal(Of("Receipts with an agreed day"), Of("Late") + Of("On time"));
    }

    [Fact]
    public async Task A_supplier_that_gets_later_has_longer_lead_times_lately()
    {
        var result = await RunAsync(Callers[0], """{"supplier":"Lombard Fasteners Srl"}""");
        var means = result.Evidence.Single(e => e.Id.StartsWith("calc:lead-trend:", StringComparison.Ordinal)).Calculation!.Inputs.ToDictionary(f => f.Name, f => decimal.Parse(f.Value, CultureInfo.InvariantCulture));
        Assert.True(means["Mean since"] > means["Mean before"]);
        Assert.Contains(result.Findings, f => f.Role == FindingRole.Cause && f.Text.Contains("days on average since", StringComparison.Ordinal));
    }
}
