using Xunit;

namespace Copilot.ThoroughTests.Sandbox.Demo;

public sealed class DemoSalesTests
{
    private static readonly string[] Disagreeing = ["HP-3288", "CA-709815"];
    private readonly DemoToday demo = DemoCompanies.WithHistory;

    [Fact]
    public void Order_totals_are_the_sums_of_their_lines()
        => Assert.DoesNotContain(demo.Sink.All("sale.order"), o =>
            !Near(o.Number("amount_untaxed"), demo.LinesOfOrder[o.Id].Sum(l => l.Number("price_subtotal")))
            || !Near(o.Number("amount_tax"), demo.LinesOfOrder[o.Id].Sum(l => l.Number("price_tax")))
            || !Near(o.Number("amount_total"), o.Number("amount_untaxed") + o.Number("amount_tax"))
            || !Near(o.Number("margin"), demo.LinesOfOrder[o.Id].Sum(l => l.Number("margin"))));

    [Fact]
    public void Every_order_has_lines_with_quantities()
        => Assert.DoesNotContain(demo.Sink.All("sale.order"), o => !demo.LinesOfOrder[o.Id].Any() || demo.LinesOfOrder[o.Id].Any(l => l.Number("product_uom_qty") <= 0));

    [Fact]
    public void Line_amounts_follow_from_quantity_price_discount_and_cost()
        => Assert.DoesNotContain(demo.Sink.All("sale.order.line"), l =>
            !Near(l.Number("price_subtotal"), Round(l.Number("product_uom_qty") * l.Number("price_unit") * (1 - (l.Number("discount") / 100))))
            || !Near(l.Number("price_tax"), Round(l.Number("price_subtotal") * 0.2))
            || !Near(l.Number("margin"), l.Number("price_subtotal") - (l.Number("purchase_price") * l.Number("product_uom_qty"))));

    [Fact]
    public void Delivered_quantities_are_what_was_shipped()
        => Assert.DoesNotContain(demo.Sink.All("sale.order.line"), l =>
            !Near(l.Number("qty_delivered"), demo.MovesOfSaleLine[l.Id].Where(m => m.Text("state") == "done").Sum(m => m.Number("quantity"))));

    [Fact]
    public void Delivered_and_still_moving_make_up_the_ordered_quantity()
        => Assert.DoesNotContain(
            demo.Sink.All("sale.order").Where(o => o.Text("state") == "sale").SelectMany(o => demo.LinesOfOrder[o.Id]),
            l => !Near(l.Number("product_uom_qty"), demo.MovesOfSaleLine[l.Id].Sum(m => m.Number("product_uom_qty"))));

    [Fact]
    public void Invoiced_quantities_are_what_the_invoices_say()
        => Assert.DoesNotContain(demo.Sink.All("sale.order.line"), l =>
            !Near(l.Number("qty_invoiced"), demo.InvoiceLinesOfSaleLine[l.Id].Sum(i => i.Number("quantity")))
            || !Near(l.Number("qty_to_invoice"), l.Number("qty_delivered") - l.Number("qty_invoiced")));

    [Fact]
    public void Two_invoices_disagree_with_their_orders_and_no_others()
    {
        var odd = from order in demo.Sink.All("sale.order")
                  from line in demo.LinesOfOrder[order.Id]
                  from invoiced in demo.InvoiceLinesOfSaleLine[line.Id]
                  where !Near(invoiced.Number("price_unit"), line.Number("price_unit")) || line.Number("qty_invoiced") > line.Number("qty_delivered")
                  select order.Text("client_order_ref");
        Assert.Equal(Disagreeing.Order(), odd.Distinct().Order());
    }

    [Fact]
    public void Delivery_and_invoice_states_tell_what_happened()
    {
        foreach (var order in demo.Sink.All("sale.order"))
        {
            var pickings = demo.PickingsOfOrder[order.Id].Where(p => p.Text("state") != "cancel").ToList();
            var delivery = pickings.Count == 0 ? "" : pickings.TrueForAll(p => p.Text("state") == "done") ? "full" : pickings.Exists(p => p.Text("state") == "done") ? "partial" : "pending";
            Assert.Equal(delivery, order.Text("delivery_status"));
            var lines = demo.LinesOfOrder[order.Id].ToList();
            var invoice = order.Text("state") != "sale" ? "no"
                : lines.Exists(l => l.Number("qty_to_invoice") != 0) ? "to invoice"
                : lines.TrueForAll(l => l.Number("qty_invoiced") >= l.Number("product_uom_qty")) ? "invoiced" : "no";
            Assert.Equal(invoice, order.Text("invoice_status"));
        }
    }

    [Fact]
    public void Nothing_that_happened_is_later_than_now()
    {
        Assert.DoesNotContain(demo.Sink.All("sale.order"), o => o.Moment("date_order") > demo.Now || o.Moment("write_date") > demo.Now);
        Assert.DoesNotContain(demo.Sink.All("stock.picking"), p => p["date_done"] is DateTime done && done > demo.Now);
        Assert.DoesNotContain(demo.Sink.All("account.move"), m => m.Day("invoice_date") > demo.Day);
        Assert.DoesNotContain(demo.Sink.All("mail.message"), m => m.Moment("date") > demo.Now);
        Assert.DoesNotContain(demo.Sink.All("helpdesk.ticket"), t => t.Moment("create_date") > demo.Now);
    }

    [Fact]
    public void Orders_are_placed_shipped_and_promised_on_business_days()
    {
        Assert.DoesNotContain(demo.Sink.All("sale.order"), o => Weekend(o.Moment("date_order")) || (o["commitment_date"] is DateTime promised && Weekend(promised)));
        Assert.DoesNotContain(demo.Sink.All("stock.picking"), p => p["date_done"] is DateTime done && Weekend(done));
    }

    [Fact]
    public void Nothing_is_shipped_before_it_was_ordered()
        => Assert.DoesNotContain(
            demo.Sink.All("sale.order").SelectMany(o => demo.PickingsOfOrder[o.Id].Select(p => (o, p))),
            x => x.p["date_done"] is DateTime done && done < x.o.Moment("date_order"));

    [Fact]
    public void Cartons_sell_better_in_autumn_than_in_spring()
    {
        var cartons = demo.Sink.All("product.product").Where(p => p.Text("default_code").StartsWith("BOX", StringComparison.Ordinal)).Select(p => p.Id).ToHashSet();
        var year = demo.Sink.All("sale.order").Where(o => o.Moment("date_order") > demo.Now.AddDays(-400) && o.Moment("date_order") < demo.Now.AddDays(-35));
        var byMonth = year.SelectMany(o => demo.LinesOfOrder[o.Id].Where(l => cartons.Contains(l.One("product_id"))).Select(l => (o.Moment("date_order").Month, Quantity: l.Number("product_uom_qty"))))
            .GroupBy(x => x.Month).ToDictionary(g => g.Key, g => g.Sum(x => x.Quantity));
        Assert.True(byMonth[11] + byMonth[12] > 1.25 * (byMonth[4] + byMonth[5]));
    }

    [Fact]
    public void Most_months_pass_without_a_sale_of_a_typical_bearing()
    {
        var bearing = demo.Sink.All("product.product").Where(p => p.Text("default_code").StartsWith("BRG", StringComparison.Ordinal)).Select(p => p.Id).ToHashSet();
        var months = demo.Sink.All("sale.order").SelectMany(o => demo.LinesOfOrder[o.Id].Where(l => bearing.Contains(l.One("product_id"))).Select(l => (Product: l.One("product_id"), o.Moment("date_order").Year, o.Moment("date_order").Month)))
            .GroupBy(x => x.Product).Select(g => g.Distinct().Count()).Order().ToList();
        Assert.True(months[months.Count / 2] < 16, $"a typical bearing sells in {months[months.Count / 2]} of 24 months");
    }

    private static bool Weekend(DateTime moment) => moment.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;

    private static bool Near(double a, double b) => Math.Abs(a - b) < 0.005;

    private static double Round(double value) => (double)Math.Round((decimal)Math.Round(value, 6), 2, MidpointRounding.AwayFromZero);
}
