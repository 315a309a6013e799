using System.Globalization;
using System.Text.RegularExpressions;
using Copilot.Contracts;
using Copilot.Testing.Tools;
using Xunit;

namespace Copilot.ThoroughTests.Odoo.Sales;

[Collection(PracticeCompanyCollection.Name)]
public sealed class OrdersAtRiskToolTests(PracticeCompany company) : OdooToolContract(company)
{
    protected override string Name => "odoo.orders_at_risk";

    protected override IReadOnlyList<string> Samples =>
    [
        "{}", """{"count":50}""", """{"scope":"mine"}""", """{"show":"late"}""", """{"warehouse":"LYO","count":3}""", """{"customer":"Nordlicht"}""",
        """{"product":"GLV-NIT-L"}""", """{"salesperson":"Marc Lefevre"}""", """{"min_amount":1000}""", """{"customer":"Brackwater Marine Ltd"}""",
    ];

    protected override IReadOnlyList<string> Refused => [RoleNames.Auditor];

    [Fact]
    public async Task The_planted_troubles_are_found_with_their_causes()
    {
        var result = await RunAsync(Callers[0], """{"count":50}""");
        var text = string.Join('\n', result.Findings.Select(f => f.Text));
        Assert.Contains("of GLV-NIT-L wait for P", text, StringComparison.Ordinal);
        Assert.Contains("Shenhua Glove Works", text, StringComparison.Ordinal);
        Assert.Contains("of BRG-6204-2RS are not in stock and no receipt is on the way", text, StringComparison.Ordinal);
        Assert.Contains("The pick on ", text, StringComparison.Ordinal);
        Assert.Contains("is ready but not picked yet", text, StringComparison.Ordinal);
        Assert.Contains("The order is on credit hold", text, StringComparison.Ordinal);
        Assert.Contains("Dangerous goods declaration missing", text, StringComparison.Ordinal);
        Assert.Contains("stand in quality hold", text, StringComparison.Ordinal);
        Assert.Contains("Brackwater Marine Ltd takes no partial deliveries", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sales_rep_sees_risks_of_own_customers_only()
    {
        var mine = await RunAsync(PracticeCompany.As(RoleNames.SalesRep), """{"count":50}""");
        var all = await RunAsync(Callers[0], """{"count":50}""");
        Assert.InRange(Items(mine).Count, 4, Items(all).Count - 1);
        Assert.DoesNotContain(mine.Findings, f => f.Text.Contains("Van Houten", StringComparison.Ordinal) || f.Text.Contains("Kessler", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_cut_list_says_how_many_there_are()
    {
        var result = await RunAsync(Callers[0], """{"count":2}""");
        Assert.Equal(2, Items(result).Count);
        Assert.Equal(2, result.Cut!.Shown);
        Assert.Contains(result.Findings, f => f.Role == FindingRole.Caveat && f.Text.Contains($"2 most pressing of {result.Cut.Total}", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_late_since_a_day_leaves_out_what_was_due_before_it_and_says_so()
    {
        var all = Items(await RunAsync(Callers[0], """{"show":"late","count":50}"""));
        var since = all.Max(i => Promised(i.Text));
        var some = await RunAsync(Callers[0], $$"""{"show":"late","count":50,"from":"{{since:yyyy-MM-dd}}"}""");

        Assert.Equal(all.Count(i => Promised(i.Text) == since), Items(some).Count);
        Assert.Contains($" due {(since == Yesterday ? "on" : "from")} {since.ToString("ddd d MMM yyyy", CultureInfo.InvariantCulture)}", some.Findings[0].Text, StringComparison.Ordinal);
    }

    private DateOnly Yesterday => new ToolContext { Caller = Callers[0], TurnId = "t", Question = "q", Now = Company.Now }.Today.AddDays(-1);

    private static DateOnly Promised(string item) => DateOnly.ParseExact(Regex.Match(item, @"promised (\w{3} \d+ \w{3} \d{4})").Groups[1].Value, "ddd d MMM yyyy", CultureInfo.InvariantCulture);

    [Fact]
    public async Task A_period_that_ends_before_it_begins_is_refused()
        => Assert.Equal(ToolOutcome.Failed, (await RunAsync(Callers[0], """{"from":"2026-12-01","to":"2026-11-01"}""")).Outcome);

    [Fact]
    public async Task A_period_that_ends_today_goes_on_for_a_week_and_says_so()
    {
        var today = ContextOf(Callers[0]).Today;
        var result = await RunAsync(Callers[0], $$"""{"from":"{{today.AddDays(-6):yyyy-MM-dd}}","to":"{{today:yyyy-MM-dd}}"}""");
        Assert.Contains(result.Findings, f => f.Role == FindingRole.Caveat && f.Text.StartsWith("The period you named ends", StringComparison.Ordinal));
        Assert.Contains(Items(result), f => f.Text.Contains("likely to ship late", StringComparison.Ordinal));
        Assert.Empty(FigureCheck.Unsupported(result));
    }

    [Fact]
    public async Task Nothing_at_risk_is_an_answer_not_a_gap()
    {
        var result = await RunAsync(Callers[0], """{"min_amount":99999999}""");
        Assert.True(result.Found);
        Assert.StartsWith("There are no open orders", result.Findings[0].Text, StringComparison.Ordinal);
    }

    private static List<Finding> Items(ToolResult result) => [.. result.Findings.Where(f => f.Role == FindingRole.Item)];
}
