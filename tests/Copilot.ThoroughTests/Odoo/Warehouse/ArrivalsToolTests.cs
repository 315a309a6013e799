using Copilot.Contracts;
using Copilot.Testing.Tools;
using Xunit;

namespace Copilot.ThoroughTests.Odoo.Warehouse;

[Collection(PracticeCompanyCollection.Name)]
public sealed class ArrivalsToolTests(PracticeCompany company) : OdooToolContract(company)
{
    protected override string Name => "odoo.arrivals";

    protected override IReadOnlyList<string> Samples =>
    [
        """{}""",
        """{"warehouse":"LYO"}""",
        """{"show":"backlog","count":50}""",
        """{"show":"came","from":"2026-01-01","count":5}""",
        """{"from":"2026-01-01","to":"2035-01-01","count":50}""",
        """{"supplier":"Shenhua Glove Works","show":"backlog"}""",
        """{"product":"GLV-NIT-L","show":"backlog"}""",
        """{"receipt":"LYO/IN/00001"}""",
        """{"on":"2035-01-01"}""",
    ];

    protected override IReadOnlyList<string> Refused => [RoleNames.Auditor];

    [Fact]
    public async Task The_backlog_begins_with_what_customers_wait_for()
    {
        var result = await RunAsync(Callers[0], """{"show":"backlog","warehouse":"LYO","count":50}""");
        Assert.Contains("still to be received", result.Findings[0].Text, StringComparison.Ordinal);
        Assert.Contains(result.Findings, f => f.Text.StartsWith("Waiting for LYO/IN/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_question_for_today_also_says_what_should_have_come_before()
    {
        var result = await RunAsync(Callers[0], """{"warehouse":"LYO"}""");
        Assert.Contains(result.Findings, f => f.Text.Contains("should have come on an earlier day", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Orders_of_colleagues_stay_hidden_from_a_salesperson()
    {
        var all = await RunAsync(Callers[0], """{"show":"backlog","count":50}""");
        var own = await RunAsync(PracticeCompany.As(RoleNames.SalesRep), """{"show":"backlog","count":50}""");
        static HashSet<string> Orders(ToolResult result) => [.. result.Evidence.Where(e => e.Record?.Model == "sale.order").Select(e => e.Id)];
        Assert.ProperSubset(Orders(all), Orders(own));
    }
}
