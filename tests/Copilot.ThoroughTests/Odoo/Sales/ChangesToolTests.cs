using Copilot.Contracts;
using Copilot.Testing.Tools;
using Xunit;

namespace Copilot.ThoroughTests.Odoo.Sales;

[Collection(PracticeCompanyCollection.Name)]
public sealed class ChangesToolTests(PracticeCompany company) : OdooToolContract(company)
{
    protected override string Name => "odoo.changes";

    protected override IReadOnlyList<string> Samples =>
    [
        """{}""",
        """{"product":"FLM-STR-23"}""",
        """{"from":"2026-01-01","count":2}""",
    ];

    protected override IReadOnlyList<string> Refused => [RoleNames.Auditor];

    [Fact]
    public async Task Changed_quantities_of_an_order_are_told_with_who_and_when()
    {
        var risky = await Company.RunAsync(Callers[0], "odoo.order_status", new System.Text.Json.Nodes.JsonObject { ["order"] = "NL-88214" });
        var order = risky.Findings.Select(f => f.Topic).First(t => t is not null)!;
        var result = await RunAsync(Callers[0], $$"""{"order":"{{order}}"}""");
        Assert.Contains(result.Findings, f => f.Text.Contains("Ordered Quantity", StringComparison.Ordinal) && f.Text.Contains("-> 240", StringComparison.Ordinal));
        Assert.Empty(FigureCheck.Unsupported(result));
    }
}
