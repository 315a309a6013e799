using Xunit;

namespace Copilot.ThoroughTests.Sandbox.Demo;

public sealed class DemoLedgerTests
{
    private readonly DemoToday demo = DemoCompanies.WithHistory;

    [Fact]
    public void Invoice_totals_are_the_sums_of_their_lines()
    {
        var lines = demo.Sink.All("account.move.line").ToLookup(l => l.One("move_id"));
        Assert.DoesNotContain(demo.Sink.All("account.move"), m =>
            !Near(m.Number("amount_untaxed"), lines[m.Id].Sum(l => l.Number("price_subtotal")))
            || !Near(m.Number("amount_total"), lines[m.Id].Sum(l => l.Number("price_total")))
            || !Near(m.Number("amount_tax"), m.Number("amount_total") - m.Number("amount_untaxed")));
    }

    [Fact]
    public void Payment_states_tell_what_is_still_due()
        => Assert.DoesNotContain(demo.Sink.All("account.move"), m =>
            m.Text("payment_state") != (Near(m.Number("amount_residual"), 0) ? "paid" : Near(m.Number("amount_residual"), m.Number("amount_total")) ? "not_paid" : "partial"));

    [Fact]
    public void Due_dates_follow_the_payment_terms()
    {
        var days = demo.Sink.All("account.payment.term.line").ToDictionary(l => l.One("payment_id"), l => l.One("nb_days"));
        Assert.DoesNotContain(
            demo.Sink.All("account.move").Where(m => m.Maybe("invoice_payment_term_id") is not null),
            m => m.Day("invoice_date").AddDays(days[m.One("invoice_payment_term_id")]) != m.Day("invoice_date_due"));
    }

    [Fact]
    public void Invoices_and_orders_know_each_other()
    {
        var invoices = demo.Sink.All("sale.order").SelectMany(o => o.Many("invoice_ids").Select(i => (Order: o, Invoice: demo.Sink.Get("account.move", i))));
        Assert.DoesNotContain(invoices, x => x.Invoice.Text("invoice_origin") != x.Order.Text("name") || x.Invoice.One("partner_id") != x.Order.One("partner_id"));
    }

    [Fact]
    public void Purchases_are_received_and_billed_as_their_lines_say()
    {
        var moves = demo.Sink.All("stock.move").Where(m => m.Maybe("purchase_line_id") is not null).ToLookup(m => m.One("purchase_line_id"));
        var billed = demo.Sink.All("account.move.line").Where(l => l.Maybe("purchase_line_id") is not null).ToLookup(l => l.One("purchase_line_id"));
        Assert.DoesNotContain(demo.Sink.All("purchase.order.line").Where(l => l.Text("state") == "purchase"), l =>
            !Near(l.Number("qty_received"), moves[l.Id].Where(m => m.Text("state") == "done").Sum(m => m.Number("quantity")))
            || !Near(l.Number("product_qty"), moves[l.Id].Sum(m => m.Number("product_uom_qty")))
            || !Near(l.Number("qty_invoiced"), billed[l.Id].Sum(b => b.Number("quantity"))));
    }

    [Fact]
    public void Purchase_totals_are_the_sums_of_their_lines()
        => Assert.DoesNotContain(demo.Sink.All("purchase.order"), o =>
            !Near(o.Number("amount_untaxed"), demo.LinesOfPurchase[o.Id].Sum(l => l.Number("price_subtotal")))
            || !Near(o.Number("amount_total"), demo.LinesOfPurchase[o.Id].Sum(l => l.Number("price_total"))));

    [Fact]
    public void Some_bills_ask_more_than_ordered()
    {
        var odd = demo.Sink.All("account.move.line").Where(l => l.Maybe("purchase_line_id") is { } line
            && l.Number("price_unit") > demo.Sink.Get("purchase.order.line", line).Number("price_unit") + 0.001);
        Assert.InRange(odd.Select(l => l.One("move_id")).Distinct().Count(), 3, 6);
    }

    [Fact]
    public void Suppliers_keep_their_dates_as_they_are_known_to()
    {
        Assert.True(LateShare("Shenhua Glove Works") > 0.4);
        Assert.True(LateShare("Rheintal Klebstoffe GmbH") < 0.15);
        Assert.True(LateShare("Kartonwerk Sachsen GmbH") < 0.15);
        Assert.True(LateShare("Lombard Fasteners Srl", recent: true) > LateShare("Lombard Fasteners Srl", recent: false));
    }

    [Fact]
    public void Nordlicht_buys_enough_for_its_yearly_rebate()
    {
        var partner = demo.Partner("Nordlicht Logistik GmbH").Id;
        var year = demo.Sink.All("account.move").Where(m => m.One("partner_id") == partner && m.Text("move_type") == "out_invoice" && m.Day("invoice_date") > demo.Day.AddDays(-365));
        Assert.InRange(year.Sum(m => m.Number("amount_untaxed")), 250_000, 900_000);
    }

    private double LateShare(string supplier, bool? recent = null)
    {
        var partner = demo.Partner(supplier).Id;
        var middle = demo.Now.AddDays(-365);
        var receipts = demo.Sink.All("stock.picking")
            .Where(p => p.Text("picking_type_code") == "incoming" && p.Text("state") == "done" && p.One("partner_id") == partner
                && (recent is null || p.Moment("date_deadline") > middle == recent)).ToList();
        return receipts.Count(p => p.Moment("date_done") > p.Moment("date_deadline")) / (double)receipts.Count;
    }

    private static bool Near(double a, double b) => Math.Abs(a - b) < 0.005;
}
