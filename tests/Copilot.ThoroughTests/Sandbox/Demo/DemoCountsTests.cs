using Xunit;

namespace Copilot.ThoroughTests.Sandbox.Demo;

public sealed class DemoCountsTests
{
    private readonly DemoToday demo = DemoCompanies.WithHistory;

    [Fact]
    public void The_same_seed_and_day_give_the_same_records()
        => Assert.Equal(DemoCompanies.Build("2026-11-18", DemoCompanies.Seed, history: true).Sink.Fingerprint(), demo.Sink.Fingerprint());

    [Fact]
    public void Another_seed_gives_another_history()
        => Assert.NotEqual(
            DemoCompanies.Build("2026-11-18", DemoCompanies.Seed + 1, history: false).Sink.Fingerprint(), DemoCompanies.On("2026-11-18").Sink.Fingerprint());

    [Fact]
    public void Another_day_gives_another_history()
        => Assert.NotEqual(DemoCompanies.On("2026-11-21").Sink.Fingerprint(), DemoCompanies.On("2026-11-18").Sink.Fingerprint());

    [Theory]
    [InlineData("res.company", 2, 2)]
    [InlineData("stock.warehouse", 3, 3)]
    [InlineData("product.product", 280, 320)]
    [InlineData("sale.order.line", 12000, 20000)]
    [InlineData("stock.move", 12000, 25000)]
    [InlineData("account.move.line", 12000, 25000)]
    [InlineData("purchase.order", 700, 1400)]
    [InlineData("helpdesk.ticket", 150, 300)]
    [InlineData("stock.warehouse.orderpoint", 200, 800)]
    public void There_is_as_much_of_everything_as_promised(string model, int least, int most)
        => Assert.InRange(demo.Sink.Count(model), least, most);

    [Fact]
    public void Forty_suppliers_and_a_hundred_and_twenty_customers()
    {
        Assert.Equal(40, demo.Sink.All("res.partner").Count(p => p["supplier_rank"] is 1));
        Assert.Equal(120, demo.Sink.All("res.partner").Count(p => p["customer_rank"] is 1));
    }

    [Fact]
    public void Each_supplier_has_at_least_twelve_receipts_to_judge_it_by()
    {
        var receipts = demo.Sink.All("stock.picking")
            .Where(p => p.Text("picking_type_code") == "incoming" && p.Text("state") == "done").ToLookup(p => p.One("partner_id"));
        Assert.DoesNotContain(demo.Sink.All("res.partner").Where(p => p["supplier_rank"] is 1), s => receipts[s.Id].Count() < 12);
    }

    [Fact]
    public void Names_numbers_codes_and_barcodes_are_unique()
    {
        AssertUnique(demo.Sink.All("res.partner").Where(p => p["is_company"] is true), "name");
        AssertUnique(demo.Sink.All("product.product"), "default_code");
        AssertUnique(demo.Sink.All("product.product"), "barcode");
        AssertUnique(demo.Sink.All("sale.order"), "name");
        AssertUnique(demo.Sink.All("sale.order"), "client_order_ref");
        AssertUnique(demo.Sink.All("purchase.order"), "name");
        AssertUnique(demo.Sink.All("stock.picking"), "name");
        AssertUnique(demo.Sink.All("account.move"), "name");
        AssertUnique(demo.Sink.All("stock.lot"), "name");
        AssertUnique(demo.Sink.All("helpdesk.ticket"), "ticket_ref");
        AssertUnique(demo.Sink.All("stock.location"), "complete_name");
        AssertUnique(demo.Sink.All("res.users"), "login");
    }

    [Fact]
    public void Barcodes_have_the_right_check_digit()
        => Assert.DoesNotContain(demo.Sink.All("product.product").Select(p => p.Text("barcode")), code =>
            code.Length != 13 || code.Select((c, i) => (c - '0') * (i % 2 == 0 ? 1 : 3)).Sum() % 10 != 0);

    [Fact]
    public void Every_reference_points_to_a_record_that_is_there()
    {
        var links = new Dictionary<string, string>
        {
            ["partner_id"] = "res.partner", ["product_id"] = "product.product", ["product_tmpl_id"] = "product.template", ["company_id"] = "res.company",
            ["user_id"] = "res.users", ["warehouse_id"] = "stock.warehouse", ["lot_id"] = "stock.lot", ["picking_id"] = "stock.picking",
            ["sale_line_id"] = "sale.order.line", ["purchase_line_id"] = "purchase.order.line", ["pricelist_id"] = "product.pricelist",
            ["picking_type_id"] = "stock.picking.type", ["categ_id"] = "product.category", ["country_id"] = "res.country", ["carrier_id"] = "delivery.carrier",
            ["location_dest_id"] = "stock.location", ["sale_order_id"] = "sale.order", ["team_id"] = "", ["reversed_entry_id"] = "account.move", ["backorder_id"] = "stock.picking",
        };
        var lost = from model in demo.Sink.Models
                   from record in demo.Sink.All(model)
                   from value in record.Values
                   where value.Value is int && links.TryGetValue(value.Key, out var target) && target.Length > 0 && !demo.Sink.Has(target, (int)value.Value)
                   select $"{model} {record.Id} {value.Key}={value.Value}";
        Assert.Empty(lost.Take(5));
    }

    private static void AssertUnique(IEnumerable<Rec> records, string field)
        => Assert.Empty(records.GroupBy(r => r.Text(field)).Where(g => g.Count() > 1 || g.Key.Length == 0).Select(g => g.Key).Take(5));
}
