using System.Globalization;
using Copilot.Contracts;
using Copilot.Testing.Tools;
using Copilot.ThoroughTests.Odoo;
using Xunit;

namespace Copilot.ThoroughTests.Forecasting.Tools;

[Collection(PracticeCompanyCollection.Name)]
public sealed class OutlookToolTests(PracticeCompany company) : OdooToolContract(company)
{
    protected override string Name => "forecast.outlook";

    protected override IReadOnlyList<string> Samples =>
    [
        """{"warehouse":"RTM"}""",
        """{"list":"growth","count":5}""",
        """{"list":"decline","category":"Disposable Gloves"}""",
        """{"list":"demand","warehouse":"LYO","count":3}""",
        """{"supplier":"Shenhua Glove Works"}""",
        """{}""",
    ];

    protected override IReadOnlyList<string> Refused => [RoleNames.Auditor];

    [Fact]
    public async Task What_runs_out_first_stands_first_and_lies_in_the_period()
    {
        var result = await RunAsync(Callers[0], $$"""{"to":"{{Ahead(40)}}","count":50}""");
        var days = Table(result).Rows.Select(r => r[2]?.GetValue<string>()).OfType<string>().ToList();
        Assert.NotEmpty(days);
        Assert.Equal(days.Order(StringComparer.Ordinal), days);
        Assert.True(string.CompareOrdinal(days[^1], Ahead(40)) <= 0);
    }

    [Fact]
    public async Task A_product_of_the_list_runs_out_on_the_day_that_it_does_when_asked_for_alone()
    {
        var list = await RunAsync(Callers[0], $$"""{"warehouse":"RTM","to":"{{Ahead(40)}}","count":50}""");
        var row = Table(list).Rows.First(r => r[2] is not null);
        var alone = await Company.RunAsync(Callers[0], "forecast.stockout_risk", new() { ["product"] = row[0]!.GetValue<string>(), ["warehouse"] = "RTM", ["to"] = Ahead(40) });
        var facts = alone.Evidence.Single(e => e.Id.StartsWith("calc:stockout:", StringComparison.Ordinal)).Facts;
        Assert.Equal(row[4]!.GetValue<decimal>(), decimal.Parse(facts.Single(f => f.Name == "Usable on hand").Value, CultureInfo.InvariantCulture));
        Assert.Equal(row[2]!.GetValue<string>(), facts.Single(f => f.Name == "Expected to run out").Value);
    }

    [Fact]
    public async Task A_cut_list_says_so()
    {
        var result = await RunAsync(Callers[0], """{"list":"demand","count":2}""");
        Assert.Equal(2, Table(result).Rows.Count);
        Assert.True(result.Cut!.Total > 2);
        Assert.Contains(result.Findings, f => f.Role == FindingRole.Caveat && f.Text.StartsWith("The list shows 2 of", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Growth_and_decline_are_sorted_and_of_one_sign()
    {
        var growth = Table(await RunAsync(Callers[0], """{"list":"growth","count":50}""")).Rows.Select(r => r[5]!.GetValue<decimal>()).ToList();
        var decline = Table(await RunAsync(Callers[0], """{"list":"decline","count":50}""")).Rows.Select(r => r[5]!.GetValue<decimal>()).ToList();
        Assert.All(growth, g => Assert.True(g >= 0));
        Assert.All(decline, g => Assert.True(g <= 0));
        Assert.Equal(growth.OrderDescending(), growth);
        Assert.Equal(decline.Order(), decline);
    }

    [Fact]
    public async Task What_a_supplier_offers_is_not_told_to_who_may_not_see_purchases()
    {
        var refused = await Company.RunAsync(PracticeCompany.As(RoleNames.SalesRep), Name, new() { ["supplier"] = "Shenhua Glove Works" });
        Assert.Equal(ToolOutcome.Denied, refused.Outcome);
        Assert.True((await RunAsync(PracticeCompany.As(RoleNames.Purchaser), """{"supplier":"Shenhua Glove Works"}""")).Found);
    }

    private static TableCard Table(ToolResult result) => Assert.Single(result.Cards.OfType<TableCard>());

    private string Ahead(int days) => DateOnly.FromDateTime(Company.Now.UtcDateTime).AddDays(days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
