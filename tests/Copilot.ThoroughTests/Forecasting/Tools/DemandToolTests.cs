using System.Globalization;
using Copilot.Contracts;
using Copilot.Testing.Tools;
using Copilot.ThoroughTests.Odoo;
using Xunit;

namespace Copilot.ThoroughTests.Forecasting.Tools;

[Collection(PracticeCompanyCollection.Name)]
public sealed class DemandToolTests(PracticeCompany company) : OdooToolContract(company)
{
    protected override string Name => "forecast.demand";

    protected override IReadOnlyList<string> Samples =>
    [
        """{"product":"GLV-NIT-L"}""",
        """{"product":"FLM-STR-23","warehouse":"LYO"}""",
        """{"category":"Disposable Gloves"}""",
        """{"product":"BOX-FCT-S","customer":"Van Houten Chocolade BV"}""",
        """{"warehouse":"RTM"}""",
        """{"category":"Disposable Gloves","by":"product"}""",
        """{"warehouse":"LYO","by":"category"}""",
        """{"category":"Disposable Gloves","by":"warehouse"}""",
        """{"by":"company"}""",
        """{"product":"GLV-NIT-L","by":"customer"}""",
        """{}""",
    ];

    protected override IReadOnlyList<string> Refused => [RoleNames.Auditor];

    [Fact]
    public async Task The_range_holds_the_expected_quantity_and_is_never_below_zero()
    {
        var figure = await FigureAsync("""{"product":"GLV-NIT-L"}""");
        Assert.InRange(figure("Expected"), figure("Lower end"), figure("Upper end"));
        Assert.InRange(figure("Lower end"), figure("Lower end of 95 %"), figure("Expected"));
        Assert.InRange(figure("Upper end"), figure("Expected"), figure("Upper end of 95 %"));
        Assert.True(figure("Lower end of 95 %") >= 0);
    }

    [Fact]
    public async Task Eight_weeks_need_about_twice_as_much_as_four()
    {
        var four = await FigureAsync($$"""{"product":"FLM-STR-23","to":"{{Ahead(27)}}"}""");
        var eight = await FigureAsync($$"""{"product":"FLM-STR-23","to":"{{Ahead(55)}}"}""");
        Assert.InRange(eight("Expected") / four("Expected"), 1.4m, 2.6m);
        Assert.True(eight("Upper end") - eight("Lower end") > four("Upper end") - four("Lower end"));
    }

    [Fact]
    public async Task The_chart_shows_history_and_forecast_on_one_axis_of_weeks()
    {
        var result = await RunAsync(Callers[0], """{"product":"GLV-NIT-L"}""");
        var chart = Assert.Single(result.Cards.OfType<ChartCard>());
        Assert.All(chart.Series, s => Assert.Equal(chart.Labels.Count, s.Values.Count));
        Assert.All(chart.Labels.Zip(chart.Labels.Skip(1)), p => Assert.Equal(7, Day(p.Second).DayNumber - Day(p.First).DayNumber));
        Assert.All(Enumerable.Range(0, chart.Labels.Count), t => Assert.True(chart.Series[0].Values[t] is null != chart.Series[1].Values[t] is null));
    }

    [Fact]
    public async Task A_month_that_is_over_means_the_next_one()
    {
        var today = DateOnly.FromDateTime(Company.Now.UtcDateTime);
        var month = new DateOnly(today.Year, today.Month, 1).AddMonths(-3);
        var result = await RunAsync(Callers[0], $$"""{"product":"GLV-NIT-L","from":"{{month:yyyy-MM-dd}}","to":"{{month.AddMonths(1).AddDays(-1):yyyy-MM-dd}}"}""");
        var facts = result.Evidence.Single(e => e.Id.StartsWith("calc:demand:", StringComparison.Ordinal)).Facts;
        Assert.Equal(month.AddYears(1), Day(facts.First(f => f.Name == "From").Value));
        Assert.Equal(month.AddYears(1).AddMonths(1).AddDays(-1), Day(facts.First(f => f.Name == "To").Value));
        Assert.Contains(result.Findings, f => f.Text.StartsWith("The months named are over", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_period_that_is_over_is_no_forecast()
    {
        var result = await RunAsync(Callers[0], $$"""{"product":"GLV-NIT-L","from":"{{Ahead(-33)}}","to":"{{Ahead(-30)}}"}""");
        Assert.False(result.Found);
        Assert.Contains("days to come", result.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_name_it_asks_what_to_forecast()
        => Assert.NotNull((await RunAsync(Callers[0], "{}")).QuestionBack);

    [Fact]
    public async Task A_forecast_ends_in_what_to_do()
    {
        var result = await RunAsync(Callers[0], Samples[0]);
        Assert.Contains(result.Findings, f => f.Role == FindingRole.Advice);
        Assert.Contains(result.Findings, f => f.Text.Contains("earlier days", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Parts_add_up_to_the_whole()
    {
        var result = await RunAsync(Callers[0], """{"category":"Disposable Gloves","by":"product"}""");
        var rows = result.Cards.OfType<TableCard>().Single().Rows.Select(r => r[1]!.GetValue<decimal>()).ToList();
        Assert.True(rows.Count > 2);
        var whole = decimal.Parse(result.Evidence.Single(e => e.Id.StartsWith("calc:breakdown:", StringComparison.Ordinal)).Facts.First(f => f.Name == "Expected").Value, CultureInfo.InvariantCulture);
        Assert.InRange(whole, rows.Sum() - (rows.Count * 0.5m) - 0.5m, rows.Sum() + (rows.Count * 0.5m) + 0.5m);
    }

    [Theory]
    [InlineData("product")]
    [InlineData("category")]
    [InlineData("customer")]
    [InlineData("company")]
    public async Task However_the_same_demand_is_parted_its_sum_is_the_same(string by)
    {
        var places = await WholeAsync("""{"category":"Disposable Gloves","by":"warehouse"}""");
        Assert.Equal(places, await WholeAsync($$"""{"category":"Disposable Gloves","by":"{{by}}"}"""));
    }

    [Fact]
    public async Task A_product_is_parted_by_warehouses_whose_forecasts_add_up()
    {
        var result = await RunAsync(Callers[0], """{"product":"GLV-NIT-L","by":"warehouse"}""");
        var rows = result.Cards.OfType<TableCard>().Single().Rows;
        Assert.Contains(rows, r => r[0]!.GetValue<string>() == "RTM");
        Assert.True(rows.Count > 1);
        var whole = decimal.Parse(result.Evidence.Single(e => e.Id.StartsWith("calc:breakdown:", StringComparison.Ordinal)).Facts.First(f => f.Name == "Expected").Value, CultureInfo.InvariantCulture);
        Assert.InRange(whole, rows.Sum(r => r[1]!.GetValue<decimal>()) - 2, rows.Sum(r => r[1]!.GetValue<decimal>()) + 2);
    }

    [Fact]
    public async Task A_company_tells_its_warehouses()
    {
        var result = await RunAsync(Callers[0], """{"by":"company"}""");
        Assert.Contains(result.Findings, f => f.Role == FindingRole.Item && f.Text.Contains("; of it LYO ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task One_product_has_no_categories_as_its_parts()
        => Assert.NotEmpty((await RunAsync(Callers[0], """{"product":"GLV-NIT-L","by":"category"}""")).Cards.OfType<ChartCard>());

    private async Task<decimal> WholeAsync(string arguments)
        => decimal.Parse((await RunAsync(Callers[0], arguments)).Evidence.Single(e => e.Id.StartsWith("calc:breakdown:", StringComparison.Ordinal)).Facts.First(f => f.Name == "Expected").Value, CultureInfo.InvariantCulture);

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private string Ahead(int days) => DateOnly.FromDateTime(Company.Now.UtcDateTime).AddDays(days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private async Task<Func<string, decimal>> FigureAsync(string arguments)
    {
        var result = await RunAsync(Callers[0], arguments);
        var facts = result.Evidence.Single(e => e.Id.StartsWith("calc:demand:", StringComparison.Ordinal)).Facts;
        return name => decimal.Parse(facts.Single(f => f.Name == name).Value, CultureInfo.InvariantCulture);
    }
}
