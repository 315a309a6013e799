using Copilot.Contracts;
using Copilot.Testing.Tools;
using Xunit;

namespace Copilot.ThoroughTests.Odoo.Warehouse;

[Collection(PracticeCompanyCollection.Name)]
public sealed class WarehouseWorkToolTests(PracticeCompany company) : OdooToolContract(company)
{
    protected override string Name => "odoo.warehouse_work";

    protected override IReadOnlyList<string> Samples =>
    [
        """{}""",
        """{"warehouse":"LYO"}""",
        """{"show":"exceptions","count":50}""",
        """{"show":"documents"}""",
        """{"show":"waves","warehouse":"LYO"}""",
        """{"show":"load","warehouse":"LYO"}""",
        """{"show":"load"}""",
        """{"customer":"Nordlicht Logistik GmbH"}""",
        """{"by":"2020-01-01"}""",
    ];

    protected override IReadOnlyList<string> Refused => [RoleNames.Auditor];

    [Fact]
    public async Task What_is_held_or_failed_is_never_proposed_for_picking()
    {
        var result = await RunAsync(Callers[0], """{"count":50}""");
        Assert.Contains("Pick ", result.Findings[0].Text, StringComparison.Ordinal);
        Assert.DoesNotContain(result.Findings.Where(f => f.Role == FindingRole.Item), f => f.Text.Contains("Baltic Timber", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Failed_picks_and_missing_papers_are_found()
    {
        Assert.Contains((await RunAsync(Callers[0], """{"show":"exceptions","count":50}""")).Findings, f => f.Text.Contains("Bin A-12-03 empty", StringComparison.Ordinal));
        var papers = await RunAsync(Callers[0], """{"show":"documents"}""");
        Assert.Contains("2 orders lack", papers.Findings[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Waves_say_who_picks_them_and_what_is_in_none()
    {
        var result = await RunAsync(Callers[0], """{"show":"waves","warehouse":"LYO","count":50}""");
        Assert.Contains(result.Findings, f => f.Text.StartsWith("WAVE/", StringComparison.Ordinal) && f.Text.Contains("picked by Bram de Wit", StringComparison.Ordinal));
    }
}
