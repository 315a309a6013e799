using Xunit;

namespace Copilot.ThoroughTests.Sandbox.Demo;

public sealed class DemoStockTests
{
    private readonly DemoToday demo = DemoCompanies.WithHistory;

    [Fact]
    public void Reserved_stock_is_exactly_what_open_transfers_have_reserved()
    {
        var internalPlaces = demo.Sink.All("stock.location").Where(l => l.Text("usage") == "internal").Select(l => l.Id).ToHashSet();
        var reserved = demo.Sink.All("stock.move.line")
            .Where(l => l.Text("state") is not ("done" or "cancel") && internalPlaces.Contains(l.One("location_id")))
            .GroupBy(l => (l.One("product_id"), l.One("location_id"), l.Maybe("lot_id")))
            .ToDictionary(g => g.Key, g => g.Sum(l => l.Number("quantity")));
        var held = demo.Sink.All("stock.quant").Where(q => q.Number("reserved_quantity") != 0)
            .ToDictionary(q => (q.One("product_id"), q.One("location_id"), q.Maybe("lot_id")), q => q.Number("reserved_quantity"));
        Assert.Equal(reserved.OrderBy(r => r.Key), held.OrderBy(h => h.Key));
    }

    [Fact]
    public void Nothing_is_reserved_that_is_not_there()
        => Assert.DoesNotContain(demo.Sink.All("stock.quant"), q => q.Number("quantity") <= 0 || q.Number("reserved_quantity") > q.Number("quantity"));

    [Fact]
    public void An_open_move_reserves_the_sum_of_its_move_lines()
        => Assert.DoesNotContain(
            demo.Sink.All("stock.move").Where(m => m.Maybe("sale_line_id") is not null && m.Text("state") is not ("done" or "cancel")),
            m => Math.Abs(m.Number("quantity") - demo.MoveLinesOfMove[m.Id].Sum(l => l.Number("quantity"))) > 0.001);

    [Fact]
    public void Move_states_tell_how_much_is_reserved()
        => Assert.DoesNotContain(
            demo.Sink.All("stock.move").Where(m => m.Maybe("sale_line_id") is not null && m.Text("state") is not ("done" or "cancel")),
            m => m.Text("state") != (m.Number("quantity") == m.Number("product_uom_qty") ? "assigned" : m.Number("quantity") > 0 ? "partially_available" : "confirmed"));

    [Fact]
    public void Products_with_lots_are_stored_and_moved_in_lots_and_others_are_not()
    {
        var tracked = demo.Sink.All("product.product").Where(p => p.Text("tracking") == "lot").Select(p => p.Id).ToHashSet();
        Assert.NotEmpty(tracked);
        Assert.DoesNotContain(demo.Sink.All("stock.quant").Concat(demo.Sink.All("stock.move.line")), q => tracked.Contains(q.One("product_id")) != q.Maybe("lot_id") is not null);
        Assert.DoesNotContain(demo.Sink.All("stock.quant").Where(q => q.Maybe("lot_id") is not null), q => demo.Sink.Get("stock.lot", q.Maybe("lot_id")!.Value).One("product_id") != q.One("product_id"));
    }

    [Fact]
    public void Adhesives_and_chemicals_expire_and_some_lots_soon()
    {
        var expiring = demo.Sink.All("stock.quant").Where(q => q["expiration_date"] is DateTime).Select(q => q.Moment("expiration_date")).ToList();
        Assert.Contains(expiring, e => e < demo.Now.AddDays(90));
        Assert.DoesNotContain(expiring, e => e < demo.Now);
    }

    [Fact]
    public void Shipments_of_the_last_ninety_days_can_be_traced()
        => Assert.DoesNotContain(
            demo.Sink.All("stock.move").Where(m => m.Maybe("sale_line_id") is not null && m.Text("state") == "done" && m.Moment("date") > demo.Now.AddDays(-89)),
            m => Math.Abs(demo.MoveLinesOfMove[m.Id].Sum(l => l.Number("quantity")) - m.Number("quantity")) > 0.001);

    [Fact]
    public void Masks_live_in_the_bin_that_the_failed_pick_names()
        => Assert.Contains(demo.Sink.All("stock.quant").Where(q => q.One("product_id") == demo.Product("PPE-MSK-FFP2").Id), q =>
            demo.Sink.Get("stock.location", q.One("location_id")).Text("complete_name") == "LYO/Stock/A-12-03");

    [Fact]
    public void Stock_is_kept_in_places_of_its_own_company()
        => Assert.DoesNotContain(demo.Sink.All("stock.quant"), q =>
            demo.Sink.Get("stock.location", q.One("location_id")).One("company_id") != q.One("company_id")
            || demo.Sink.Get("stock.warehouse", q.One("warehouse_id")).One("company_id") != q.One("company_id"));

    [Fact]
    public void Substitutes_name_products_that_exist()
    {
        var notes = demo.Sink.All("product.template").Select(t => t.Text("description")).Where(d => d.Contains("Substitutes: ", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(notes);
        foreach (var code in notes.SelectMany(n => n.Split("Substitutes: ")[1].Split('\n')[0].Split(", ")))
        {
            Assert.NotEqual(0, demo.Product(code).Id);
        }
    }

    [Theory]
    [InlineData("GLV-NIT-L", "Nitrile gloves, large, box of 100")]
    [InlineData("GLV-NIT-M", "Nitrile gloves, medium, box of 100")]
    [InlineData("ADH-EPX-50", "Epoxy adhesive 50 ml, two-part")]
    [InlineData("CLN-DEG-5L", "Industrial degreaser 5 L")]
    [InlineData("BRG-6204-2RS", "Deep groove ball bearing 6204-2RS")]
    [InlineData("FST-HEX-M8", "Hex bolt M8x40, zinc, box of 200")]
    [InlineData("TAP-PP48-66", "PP packing tape 48 mm x 66 m")]
    [InlineData("BOX-DW-400", "Double-wall carton 400x300x300")]
    [InlineData("FLM-STR-23", "Stretch film 23 micron, 500 mm")]
    [InlineData("LBL-TT-100", "Thermal transfer label 100x150")]
    [InlineData("CCP-EPS-12", "EPS cool box 12 L")]
    [InlineData("CCP-GEL-500", "Gel pack 500 g")]
    [InlineData("PPE-MSK-FFP2", "FFP2 mask, box of 20")]
    public void The_products_that_documents_name_are_there(string code, string name)
        => Assert.Equal(name, demo.Product(code).Text("name"));
}
