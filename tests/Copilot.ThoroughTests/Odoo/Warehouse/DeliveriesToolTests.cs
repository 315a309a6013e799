using Copilot.Contracts;
using Copilot.Testing.Tools;
using Xunit;

namespace Copilot.ThoroughTests.Odoo.Warehouse;

[Collection(PracticeCompanyCollection.Name)]
public sealed class DeliveriesToolTests(PracticeCompany company) : OdooToolContract(company)
{
    protected override string Name => "odoo.deliveries";

    protected override IReadOnlyList<string> Samples =>
    [
        "{}",
        """{"from":"2026-11-01"}""",
        """{"from":"2026-10-01","show":"late","count":50}""",
        """{"show":"backorders"}""",
        """{"from":"2026-10-01","customer":"Nordlicht Logistik GmbH"}""",
        """{"from":"2026-11-01","warehouse":"LYO","scope":"mine"}""",
        """{"from":"2026-11-01","salesperson":"Jonas Brandt"}""",
        """{"on":"1999-01-01"}""",
    ];

    protected override IReadOnlyList<string> Refused => [RoleNames.Auditor];

    private static Caller Manager => PracticeCompany.As(RoleNames.OperationsManager);

    [Fact]
    public async Task In_time_and_late_make_those_with_a_promised_day_and_the_late_ones_are_listed_by_how_late()
    {
        var all = await RunAsync(Manager, """{"from":"2026-10-01"}""");
        var late = await RunAsync(Manager, """{"from":"2026-10-01","show":"late","count":50}""");
        var facts = all.Evidence.Single(e => e.Id == "deliveries:left").Facts.Where(f => f.Kind == FactKind.Number).ToDictionary(f => f.Name, f => int.Parse(f.Value, System.Globalization.CultureInfo.InvariantCulture));
        var days = late.Findings.Where(f => f.Role == FindingRole.Item).Select(f => int.Parse(System.Text.RegularExpressions.Regex.Match(f.Text, @"(\d+) days? late").Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture)).ToList();

        Assert.True(facts["Late"] > 0);
        Assert.Equal(facts["With a promised day"], facts["Late"] + facts["In time"]);
        Assert.Equal(Math.Min(50, facts["Late"]), days.Count);
        Assert.Equal(days.OrderDescending(), days);
    }

    [Fact]
    public async Task A_customer_s_deliveries_are_its_own()
        => Assert.All(
            (await RunAsync(Manager, """{"from":"2026-10-01","customer":"Nordlicht Logistik GmbH","count":50}""")).Findings.Where(f => f.Role == FindingRole.Item),
            f => Assert.Contains("Nordlicht Logistik GmbH", f.Text, StringComparison.Ordinal));

    [Fact]
    public async Task Each_backorder_is_open_and_the_rest_of_an_order()
    {
        var result = await RunAsync(Manager, """{"show":"backorders"}""");

        Assert.Contains("open: the rest of orders that left in part", result.Findings[0].Text, StringComparison.Ordinal);
        Assert.All(result.Findings.Where(f => f.Role == FindingRole.Item), f => Assert.DoesNotContain("left ", f.Text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_day_to_come_is_told_what_can_be_looked_up_for_it()
        => Assert.Contains("is still to come: only what has left can be listed", (await RunAsync(Manager, """{"on":"2099-01-05"}""")).Reason, StringComparison.Ordinal);
}
