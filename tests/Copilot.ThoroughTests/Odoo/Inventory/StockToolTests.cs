using Copilot.Contracts;
using Copilot.Odoo.Client;
using Copilot.Testing.Tools;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Copilot.ThoroughTests.Odoo.Inventory;

[Collection(PracticeCompanyCollection.Name)]
public sealed class StockToolTests(PracticeCompany company) : OdooToolContract(company)
{
    protected override string Name => "odoo.stock";

    protected override IReadOnlyList<string> Samples =>
    [
        """{"product":"GLV-NIT-L"}""", """{"words":"gloves"}""", """{"category":"Tapes","warehouse":"RTM"}""", """{"show":"expiring"}""", """{"show":"held"}""", """{"show":"incoming","warehouse":"LYO"}""",
        """{"product":"ADH-EPX-25","show":"lots"}""", """{"product":"CCP-GEL-500"}""", """{"lot":"L2607-008","show":"sent"}""", "{}",
        """{"show":"out"}""", """{"show":"out","warehouse":"LYO","count":2}""", """{"show":"out","category":"Tapes"}""",
        """{"location":"A-12-03"}""", """{"location":"LYO/Stock/A-12-03"}""", """{"location":"A","warehouse":"LYO","count":3}""", """{"location":"Z-99-77"}""", """{"location":"%"}""", """{"location":"A\\\\"}""",
    ];

    protected override IReadOnlyList<string> Refused => [RoleNames.Auditor];

    [Fact]
    public async Task The_next_receipt_of_a_short_product_is_named_with_its_supplier()
    {
        var result = await RunAsync(PracticeCompany.As(RoleNames.WarehouseSupervisor), Samples[0]);
        Assert.Contains(result.Findings, f => f.Text.Contains("from Shenhua Glove Works", StringComparison.Ordinal) && f.Text.Contains("is overdue", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Held_goods_are_not_free()
    {
        var result = await RunAsync(Callers[0], """{"product":"CCP-GEL-500","warehouse":"LYO"}""");
        Assert.Contains("in quality hold", result.Findings[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bin_holds_what_its_quants_say_and_no_neighbour_of_a_longer_name()
    {
        var result = await RunAsync(PracticeCompany.As(RoleNames.WarehouseSupervisor), """{"location":"LYO/Stock/A-12-03"}""");

        Assert.Contains("LYO/Stock/A-12-03 holds 24 Box of PPE-MSK-FFP2", result.Findings[0].Text, StringComparison.Ordinal);
        Assert.All(result.Evidence.Where(e => e.Id.StartsWith("stock.quant", StringComparison.Ordinal)), e => Assert.Equal("LYO/Stock/A-12-03", e.Facts.Single(f => f.Name == "Place").Value));
    }

    [Fact]
    public async Task An_aisle_holds_the_bins_of_its_letter_only()
    {
        var result = await RunAsync(PracticeCompany.As(RoleNames.WarehouseSupervisor), """{"location":"A","warehouse":"LYO","count":50}""");

        Assert.NotEmpty(result.Evidence);
        Assert.All(result.Evidence.Where(e => e.Id.StartsWith("stock.quant", StringComparison.Ordinal)), e => Assert.StartsWith("LYO/Stock/A-", e.Facts.Single(f => f.Name == "Place").Value, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_place_that_is_not_there_is_no_empty_one()
        => Assert.Contains("no storage location called \"Z-99-77\"", (await RunAsync(Callers[0], """{"location":"Z-99-77"}""")).Reason, StringComparison.Ordinal);

    [Fact]
    public async Task A_question_without_a_product_is_asked_back()
        => Assert.Equal("Which product or category do you mean?", (await RunAsync(Callers[0], "{}")).QuestionBack);

    [Fact]
    public async Task Everybody_who_got_a_lot_is_named_with_the_delivery()
    {
        var sent = (await Company.Services.GetRequiredService<IOdooClient>().SearchReadAsync(
            Callers[0],
            new OdooQuery { Model = "stock.move.line", Domain = OdooDomain.Where("lot_id", "!=", null).And("state", "=", "done"), Fields = ["lot_id", "picking_id", "quantity"], Limit = 5000 },
            CancellationToken.None)).Rows.GroupBy(r => r.Link("lot_id")!.Value.Name).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).First();
        var result = await RunAsync(Callers[0], $$"""{"lot":"{{sent.Key}}","show":"sent"}""");
        var transfers = sent.Select(r => r.Link("picking_id")!.Value.Name).Distinct().ToList();
        Assert.True(transfers.Count > 1);
        Assert.Contains($"{transfers.Count} deliveries, {sent.Sum(r => r.Number("quantity")):0}", result.Findings[0].Text, StringComparison.Ordinal);
        Assert.All(transfers.Take(10), t => Assert.Contains(result.Findings, f => f.Text.Contains(t, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Without_a_lot_it_is_asked_for()
        => Assert.Equal("Which lot do you mean?", (await RunAsync(Callers[0], """{"show":"sent"}""")).QuestionBack);

    [Fact]
    public async Task A_product_is_said_with_its_places()
    {
        var result = await RunAsync(PracticeCompany.As(RoleNames.WarehouseSupervisor), """{"product":"CCP-PCM-5C"}""");
        Assert.Contains(result.Findings, f => f.Text.Contains("It lies in LYO/Stock/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_out_of_stock_has_nothing_free_in_that_warehouse_and_goods_in_quality_hold_are_said()
    {
        var caller = PracticeCompany.As(RoleNames.OperationsManager);
        var items = (await RunAsync(caller, """{"show":"out","count":50}""")).Findings.Where(f => f.Role == FindingRole.Item).ToList();

        Assert.Contains(items, f => f.Text.Contains("lie there in quality hold", StringComparison.Ordinal));
        foreach (var item in items.Where(f => !f.Text.Contains("quality hold", StringComparison.Ordinal)))
        {
            var warehouse = System.Text.RegularExpressions.Regex.Match(item.Text, @"\) in (\w+)").Groups[1].Value;
            var stock = await RunAsync(caller, $$"""{"product":"{{item.Topic}}","warehouse":"{{warehouse}}"}""");
            Assert.Matches(@": 0 \w+ free in " + warehouse + @" of 0 \w+ on hand", stock.Findings[0].Text);
        }
    }
}
