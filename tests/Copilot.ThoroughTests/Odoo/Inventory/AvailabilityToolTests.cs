using Copilot.Contracts;
using Copilot.Testing.Tools;
using Xunit;

namespace Copilot.ThoroughTests.Odoo.Inventory;

[Collection(PracticeCompanyCollection.Name)]
public sealed class AvailabilityToolTests(PracticeCompany company) : OdooToolContract(company)
{
    protected override string Name => "odoo.availability";

    protected override IReadOnlyList<string> Samples =>
    [
        """{"product":"GLV-NIT-L"}""",
        """{"product":"FLM-STR-23","quantity":200,"warehouse":"LYO"}""",
        """{"product":"GLV-NIT-L","quantity":100000}""",
        """{"product":"TAP-PP48-66","quantity":50,"by":"2035-01-01"}""",
        """{"product":"BRG-6204-2RS","warehouse":"LYO","quantity":0}""",
        """{"product":"stretch film 500 mm"}""",
        """{"product":"GLV-NIT-L","by":"2020-01-01"}""",
        """{"product":"gloves"}""",
    ];

    protected override IReadOnlyList<string> Refused => [RoleNames.Auditor];

    [Fact]
    public async Task A_quantity_is_answered_with_yes_or_no_and_the_figure()
    {
        var yes = await RunAsync(Callers[0], """{"product":"FLM-STR-20","quantity":1,"warehouse":"LYO"}""");
        var no = await RunAsync(Callers[0], """{"product":"FLM-STR-20","quantity":1000000,"warehouse":"LYO"}""");
        Assert.StartsWith("Yes: ", yes.Findings[0].Text, StringComparison.Ordinal);
        Assert.StartsWith("No: only ", no.Findings[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Overdue_receipts_count_nothing_and_are_said()
    {
        var result = await RunAsync(Callers[0], """{"product":"GLV-NIT-L","warehouse":"LYO","quantity":10}""");
        Assert.StartsWith("No: only 0 ", result.Findings[0].Text, StringComparison.Ordinal);
        Assert.Contains(result.Findings, f => f.Role == FindingRole.Caveat && f.Text.Contains("overdue from suppliers", StringComparison.Ordinal));
    }
}
