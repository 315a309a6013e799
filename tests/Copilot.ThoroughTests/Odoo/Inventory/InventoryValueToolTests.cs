using Copilot.Contracts;
using Copilot.Testing.Tools;
using Xunit;

namespace Copilot.ThoroughTests.Odoo.Inventory;

[Collection(PracticeCompanyCollection.Name)]
public sealed class InventoryValueToolTests(PracticeCompany company) : OdooToolContract(company)
{
    protected override string Name => "odoo.inventory_value";

    protected override IReadOnlyList<string> Samples =>
    [
        """{}""",
        """{"group":"category","count":50}""",
        """{"group":"product"}""",
        """{"group":"company"}""",
        """{"warehouse":"LYO"}""",
        """{"category":"Packing Tapes","group":"product"}""",
        """{"product":"GLV-NIT-L"}""",
        """{"to":"2020-01-31"}""",
    ];

    protected override IReadOnlyList<string> Refused => [RoleNames.Auditor];

    [Theory]
    [InlineData("warehouse")]
    [InlineData("category")]
    [InlineData("product")]
    [InlineData("company")]
    public async Task However_it_is_split_the_whole_is_the_same(string group)
    {
        var whole = Total(await RunAsync(Callers[0], "{}"));

        Assert.NotEqual(0, whole);
        Assert.Equal(whole, Total(await RunAsync(Callers[0], $$"""{"group":"{{group}}"}""")));
    }

    [Fact]
    public async Task The_warehouses_make_up_the_whole()
    {
        var parts = 0m;
        foreach (var warehouse in new[] { "LYO", "RTM", "LEJ" })
        {
            parts += Total(await RunAsync(Callers[0], $$"""{"warehouse":"{{warehouse}}"}"""));
        }

        var result = await RunAsync(Callers[0], "{}");
        var listed = result.Evidence.Single(e => e.Id == "calc:inventory-value:EUR").Calculation!.Inputs;
        var known = listed.Where(i => i.Name is "LYO" or "RTM" or "LEJ").Sum(i => decimal.Parse(i.Value, System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(known, parts);
        Assert.Equal(Total(result), listed.Sum(i => decimal.Parse(i.Value, System.Globalization.CultureInfo.InvariantCulture)));
    }

    [Fact]
    public async Task Quantities_remain_for_those_who_may_not_see_cost()
    {
        var result = await RunAsync(PracticeCompany.As(RoleNames.WarehouseSupervisor), "{}");

        Assert.DoesNotContain(result.Findings, f => f.Text.Contains('€', StringComparison.Ordinal));
        Assert.DoesNotContain(result.Evidence.SelectMany(e => e.Facts), f => f.Kind == FactKind.Money);
        Assert.Contains("on hand now", result.Findings[0].Text, StringComparison.Ordinal);
        Assert.Contains(result.Findings, f => f.Role == FindingRole.Caveat && f.Text.Contains("may not see cost", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_earlier_day_gets_the_value_of_now_and_is_told_so()
    {
        var result = await RunAsync(Callers[0], """{"to":"2020-01-31"}""");

        Assert.Contains(result.Findings, f => f.Role == FindingRole.Caveat && f.Text.Contains("not as it was on Fri 31 Jan 2020", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_it_counts_is_said_with_it()
        => Assert.Contains((await RunAsync(Callers[0], "{}")).Findings, f => f.Text.StartsWith("Stock value means: quantity on hand", StringComparison.Ordinal));

    private static decimal Total(ToolResult result)
        => decimal.Parse(result.Evidence.Single(e => e.Id == "calc:inventory-value:EUR").Calculation!.Result.Value, System.Globalization.CultureInfo.InvariantCulture);
}
