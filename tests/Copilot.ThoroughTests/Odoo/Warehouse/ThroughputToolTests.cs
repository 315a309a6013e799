using Copilot.Contracts;
using Copilot.Testing.Tools;
using Xunit;

namespace Copilot.ThoroughTests.Odoo.Warehouse;

[Collection(PracticeCompanyCollection.Name)]
public sealed class ThroughputToolTests(PracticeCompany company) : OdooToolContract(company)
{
    protected override string Name => "odoo.throughput";

    protected override IReadOnlyList<string> Samples =>
    [
        """{}""",
        """{"from":"2026-10-01","to":"2026-10-31"}""",
        """{"kind":"deliveries","warehouse":"RTM","from":"2026-10-01","to":"2026-10-31"}""",
        """{"kind":"receipts","from":"2026-01-01"}""",
        """{"on":"1999-01-01"}""",
        """{"group":"person","from":"2026-10-01","to":"2026-10-31"}""",
        """{"group":"person","kind":"receipts","from":"2026-10-01","to":"2026-10-31"}""",
        """{"group":"person","on":"1999-01-01"}""",
    ];

    protected override IReadOnlyList<string> Refused => [RoleNames.Auditor];

    [Fact]
    public async Task The_warehouses_add_up_to_the_whole()
    {
        var result = await RunAsync(Callers[0], """{"kind":"deliveries","from":"2026-10-01","to":"2026-10-31"}""");
        int Deliveries(string id) => int.Parse(result.Evidence.Single(e => e.Id == id).Facts.Single(f => f.Name == "deliveries").Value, System.Globalization.CultureInfo.InvariantCulture);
        var sites = result.Findings.Where(f => f.Role == FindingRole.Item).Select(f => f.Topic!).ToList();

        Assert.NotEmpty(sites);
        Assert.Equal(Deliveries("throughput:now:all"), sites.Sum(s => Deliveries($"throughput:now:{s}")));
    }

    [Fact]
    public async Task People_and_what_nobody_answers_for_add_up_to_the_whole()
    {
        var result = await RunAsync(Callers[0], """{"group":"person","from":"2026-10-01","to":"2026-10-31"}""");
        int Transfers(Evidence e) => int.Parse(e.Facts.Single(f => f.Name == "Transfers").Value, System.Globalization.CultureInfo.InvariantCulture);
        var all = Transfers(result.Evidence.Single(e => e.Id == "throughput:now:person:all"));

        Assert.Equal(all, result.Evidence.Where(e => e.Id.StartsWith("throughput:now:person:", StringComparison.Ordinal) && !e.Id.EndsWith(":all", StringComparison.Ordinal)).Sum(Transfers));
    }

    [Fact]
    public async Task A_day_is_compared_with_the_same_weekday_of_the_week_before()
        => Assert.Contains("on Fri 9 Oct 2026", (await RunAsync(Callers[0], """{"on":"2026-10-16"}""")).Findings[0].Text, StringComparison.Ordinal);

    [Fact]
    public async Task What_is_still_to_come_is_not_counted()
    {
        var result = await RunAsync(Callers[0], """{"on":"2099-01-01"}""");

        Assert.Equal(ToolOutcome.Failed, result.Outcome);
        Assert.Contains("is still to come", result.Reason, StringComparison.Ordinal);
    }
}
