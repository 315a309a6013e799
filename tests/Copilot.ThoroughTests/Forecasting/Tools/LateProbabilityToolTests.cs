using System.Globalization;
using Copilot.Contracts;
using Copilot.Testing.Tools;
using Copilot.ThoroughTests.Odoo;
using Xunit;

namespace Copilot.ThoroughTests.Forecasting.Tools;

[Collection(PracticeCompanyCollection.Name)]
public sealed class LateProbabilityToolTests(PracticeCompany company) : OdooToolContract(company)
{
    protected override string Name => "forecast.late_probability";

    protected override IReadOnlyList<string> Samples =>
    [
        "{}",
        """{"customer":"Nordlicht"}""",
        """{"warehouse":"LYO","count":3}""",
        """{"order":"NL-88214"}""",
        """{"order":"S99999"}""",
    ];

    protected override IReadOnlyList<string> Refused => [RoleNames.Auditor];

    [Fact]
    public async Task Orders_are_listed_by_chance_and_the_expected_number_is_their_sum()
    {
        var result = await RunAsync(Callers[0], """{"count":50,"warehouse":"LYO"}""");
        var chances = result.Evidence.Where(e => e.Id.StartsWith("calc:late:S", StringComparison.Ordinal)).Select(e => decimal.Parse(e.Calculation!.Result.Value, CultureInfo.InvariantCulture)).ToList();
        Assert.Equal(chances.OrderDescending(), chances);
        Assert.All(chances, c => Assert.InRange(c, 1, 99));
        Assert.DoesNotContain(result.Findings, f => f.Text.Contains("; lYO", StringComparison.Ordinal));
        var sum = result.Evidence.Single(e => e.Id == "calc:late:expected");
        Assert.InRange(decimal.Parse(sum.Calculation!.Result.Value, CultureInfo.InvariantCulture) - (chances.Sum() / 100), -1, 1.5m);
    }

    [Fact]
    public async Task An_order_whose_goods_have_no_source_is_almost_certainly_late_and_says_why()
    {
        var list = await RunAsync(Callers[0], """{"count":50}""");
        var worst = list.Findings.First(f => f.Role == FindingRole.Item);
        Assert.Contains("%", worst.Text, StringComparison.Ordinal);
        Assert.Contains(list.Findings, f => f.Role == FindingRole.Item && f.Text.Contains("are not in stock and no receipt is on the way", StringComparison.Ordinal));
        var name = list.Evidence.First(e => e.Id.StartsWith("calc:late:S", StringComparison.Ordinal)).Id["calc:late:".Length..];
        var one = await RunAsync(Callers[0], $$"""{"order":"{{name}}"}""");
        Assert.True(decimal.Parse(one.Evidence.Single(e => e.Id == $"calc:late:{name}").Calculation!.Result.Value, CultureInfo.InvariantCulture) > 60);
        Assert.Contains(one.Findings, f => f.Role == FindingRole.Advice);
    }

    [Fact]
    public async Task It_tells_how_good_it_was_on_lines_that_were_kept_back()
    {
        var result = await RunAsync(Callers[0], "{}");
        Assert.Contains(result.Findings, f => f.Text.Contains("kept back", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_order_that_is_over_its_day_is_late_and_gets_no_chance()
    {
        var late = await Company.RunAsync(Callers[0], "odoo.orders_at_risk", new System.Text.Json.Nodes.JsonObject { ["show"] = "late" });
        var name = late.Findings.First(f => f.Role == FindingRole.Item).Topic!;
        var result = await RunAsync(Callers[0], $$"""{"order":"{{name}}"}""");
        Assert.Contains("late already", result.Findings[0].Text, StringComparison.Ordinal);
        Assert.DoesNotContain(result.Evidence, e => e.Id.StartsWith("calc:late:", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_period_that_is_over_is_no_matter_of_chance()
        => Assert.Contains("is over", (await RunAsync(Callers[0], """{"to":"2020-01-01"}""")).Reason, StringComparison.Ordinal);
}
