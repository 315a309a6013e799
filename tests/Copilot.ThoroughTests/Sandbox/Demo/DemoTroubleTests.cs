using Copilot.Sandbox.Demo;
using Xunit;

namespace Copilot.ThoroughTests.Sandbox.Demo;

/// <summary>Whatever day it is, the day's trouble is there and can be found through ordinary fields; all else is healthy.</summary>
public sealed class DemoTroubleTests
{
    private static readonly string[] LeadingCauses = ["stock", "pick failed", "pick not started", "credit hold", "document", "overdue"];

    public static TheoryData<string> Days => DemoCompanies.Days;

    [Theory]
    [MemberData(nameof(Days))]
    public void At_least_twelve_orders_of_company_1_are_at_risk_within_seven_days_for_all_kinds_of_causes(string day)
    {
        var demo = DemoCompanies.On(day);
        var risky = AtRisk(demo).Where(r => r.Order.One("company_id") == 1 && r.Order.Moment("commitment_date") < demo.Now.AddDays(7)).ToList();
        Assert.True(risky.Count >= 12, $"{risky.Count} at risk");
        Assert.Equal(LeadingCauses.Order(), risky.SelectMany(r => r.Causes).Distinct().Order());
        var sofia = demo.Sink.All("res.users").Single(u => u.Text("login") == "sales-rep").Id;
        Assert.True(risky.Count(r => r.Order.One("user_id") == sofia) >= 4);
        Assert.True(risky.Count(r => r.Order.One("user_id") != sofia) >= 4);
    }

    [Theory]
    [MemberData(nameof(Days))]
    public void At_least_three_orders_of_company_2_are_at_risk_within_seven_days(string day)
    {
        var demo = DemoCompanies.On(day);
        Assert.True(AtRisk(demo).Count(r => r.Order.One("company_id") == 2 && r.Order.Moment("commitment_date") < demo.Now.AddDays(7)) >= 3);
    }

    [Theory]
    [MemberData(nameof(Days))]
    public void Only_the_told_orders_are_at_risk_and_sixty_others_are_healthy(string day)
    {
        var demo = DemoCompanies.On(day);
        var risky = AtRisk(demo).Select(r => r.Order.Text("client_order_ref")).ToHashSet();
        Assert.Equal(Told.Order(), risky.Order());
        Assert.True(demo.OpenOrders().Count() - risky.Count >= 60);
    }

    [Theory]
    [MemberData(nameof(Days))]
    public void Healthy_orders_are_covered_even_when_all_of_them_are_allocated(string day)
    {
        var demo = DemoCompanies.On(day);
        var wanted = demo.OpenOrders().Where(o => !Told.Contains(o.Text("client_order_ref")) && o.Text("client_order_ref") != DemoCast.CoveredByReceiptOrder)
            .SelectMany(o => demo.OpenMoves(o).Select(m => (Key: (m.One("product_id"), o.One("warehouse_id")), Open: m.Number("product_uom_qty") - m.Number("quantity"))))
            .GroupBy(x => x.Key);
        Assert.DoesNotContain(wanted, g => g.Sum(x => x.Open) > demo.Free(g.Key.Item1, g.Key.Item2));
    }

    [Theory]
    [MemberData(nameof(Days))]
    public void Healthy_orders_of_the_next_two_business_days_are_already_picked(string day)
    {
        var demo = DemoCompanies.On(day);
        var soon = BusinessCalendar.Shift(demo.Day, 2);
        var healthy = demo.OpenOrders().Where(o => !Told.Contains(o.Text("client_order_ref")) && DateOnly.FromDateTime(o.Moment("commitment_date")) <= soon).ToList();
        Assert.NotEmpty(healthy);
        Assert.DoesNotContain(healthy.SelectMany(demo.OpenMoves), m => !m.Is("picked") || m.Text("state") != "assigned");
    }

    [Theory]
    [MemberData(nameof(Days))]
    public void At_least_eight_receipts_are_late_and_none_of_them_by_chance(string day)
    {
        var demo = DemoCompanies.On(day);
        var late = demo.Sink.All("stock.picking")
            .Where(p => p.Text("picking_type_code") == "incoming" && p.Text("state") == "assigned" && p.Moment("date_deadline") < demo.Now)
            .Select(p => demo.Sink.Get("purchase.order", p.One("purchase_id"))).ToList();
        Assert.Equal(10, late.Count);
        var overdueLines = late.SelectMany(o => demo.LinesOfPurchase[o.Id]).Where(l => l.Number("qty_received") < l.Number("product_qty") && l.Moment("date_planned") < demo.Now);
        Assert.True(overdueLines.Select(l => l.One("order_id")).Distinct().Count() >= 8);
        Assert.DoesNotContain(late, o => !o.Text("partner_ref").Contains('-', StringComparison.Ordinal) || o.Text("partner_ref").StartsWith("AB-", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Days))]
    public void The_gloves_wait_for_the_late_receipt_and_the_bearings_for_none(string day)
    {
        var demo = DemoCompanies.On(day);
        var gloves = demo.Product("GLV-NIT-L").Id;
        var receipt = demo.LinesOfPurchase[demo.Purchase(DemoCast.GlovesReceipt).Id].Single(l => l.One("product_id") == gloves);
        Assert.True(receipt.Moment("date_planned") < demo.Now);
        Assert.Equal(0, receipt.Number("qty_received"));
        Assert.Equal(0, demo.Free(gloves, 1));
        var bearing = demo.Product("BRG-6204-2RS").Id;
        Assert.DoesNotContain(demo.Sink.All("purchase.order.line"), l =>
            l.One("product_id") == bearing && l.Number("qty_received") < l.Number("product_qty")
            && demo.Sink.Get("purchase.order", l.One("order_id")) is var order && order.Text("state") == "purchase"
            && demo.Sink.Get("stock.picking.type", order.One("picking_type_id")).One("warehouse_id") == 1);
    }

    [Theory]
    [MemberData(nameof(Days))]
    public void Baltic_is_on_hold_for_three_overdue_invoices_and_Dorne_disputes_one(string day)
    {
        var demo = DemoCompanies.On(day);
        var baltic = demo.Partner(DemoCast.Baltic);
        Assert.Contains("Credit hold", baltic.Text("sale_warn_msg"), StringComparison.Ordinal);
        var open = demo.Sink.All("account.move").Where(m => m.One("partner_id") == baltic.Id && m.Text("move_type") == "out_invoice" && m.Number("amount_residual") > 0).ToList();
        Assert.Equal(3, open.Count(m => m.Day("invoice_date_due") < demo.Day.AddDays(-30)));
        Assert.True(open.Sum(m => m.Number("amount_residual")) > baltic.Number("credit_limit"));
        var disputed = demo.Sink.Get("account.move", demo.Order(DemoCast.DisputedOrder).Many("invoice_ids").Single());
        Assert.Equal("not_paid", disputed.Text("payment_state"));
        Assert.True(disputed.Day("invoice_date_due") < demo.Day);
        Assert.Contains("Disputed", disputed.Text("narration"), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Days))]
    public void One_open_ticket_is_past_its_deadline(string day)
    {
        var demo = DemoCompanies.On(day);
        var folded = demo.Sink.All("helpdesk.stage").Where(s => s.Is("fold")).Select(s => s.Id).ToHashSet();
        var open = demo.Sink.All("helpdesk.ticket").Where(t => !folded.Contains(t.One("stage_id"))).ToList();
        Assert.InRange(open.Count, 20, 30);
        Assert.Equal("1042", open.Single(t => t.Moment("sla_deadline") < demo.Now).Text("ticket_ref"));
        Assert.Contains(open, t => t.Text("description").Contains("Ignore your rules", StringComparison.Ordinal));
        Assert.Contains(open, t => t.Text("description").Contains("<script>", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Days))]
    public void Gel_packs_lie_in_quality_hold_only(string day)
    {
        var demo = DemoCompanies.On(day);
        var quants = demo.Sink.All("stock.quant").Where(q => q.One("product_id") == demo.Product("CCP-GEL-500").Id && q.One("warehouse_id") == 1).ToList();
        Assert.NotEmpty(quants);
        Assert.True(quants.TrueForAll(q => demo.IsHold(q.One("location_id"))));
    }

    private static IEnumerable<string> Told =>
    [
        DemoCast.GlovesOrder, DemoCast.GlovesSecondOrder, DemoCast.GlovesThirdOrder, DemoCast.BeyondTheWeekOrder, DemoCast.BearingOrder, DemoCast.BearingSecondOrder,
        DemoCast.FailedPickOrder, DemoCast.UnstartedPickOrder, DemoCast.UnstartedSecondOrder, DemoCast.CreditHoldOrder, DemoCast.CreditHoldOverdueOrder,
        DemoCast.MissingDocumentOrder, DemoCast.MissingDocumentSecondOrder, DemoCast.ShipCompleteOrder, DemoCast.QualityHoldOrder, DemoCast.CartonOrder,
        DemoCast.EpoxyOverdueOrder, DemoCast.FilmBackorder, DemoCast.LeipzigFilmOrder, DemoCast.LeipzigUnstartedOrder, DemoCast.CoolBoxOrder, DemoCast.LeipzigFailedPickOrder,
        DemoCast.CoveredByReceiptOrder,
    ];

    /// <summary>A plain reading of the fields, written apart from any tool: what would keep an open order from shipping in time.</summary>
    private static List<(Rec Order, List<string> Causes)> AtRisk(DemoToday demo)
    {
        var hold = demo.Sink.All("crm.tag").Single(t => t.Text("name") == "Credit hold").Id;
        var types = demo.Sink.All("mail.activity.type").ToDictionary(t => t.Id, t => t.Text("name"));
        var activities = demo.Sink.All("mail.activity").ToLookup(a => (a.Text("res_model"), a.One("res_id")), a => types[a.One("activity_type_id")]);
        var tomorrow = BusinessCalendar.Shift(demo.Day, 1);
        var risky = new List<(Rec, List<string>)>();
        foreach (var order in demo.OpenOrders())
        {
            var causes = new List<string>();
            var open = demo.PickingsOfOrder[order.Id].Where(p => p.Text("state") is not ("done" or "cancel")).ToList();
            var told = activities[("sale.order", order.Id)].Concat(open.SelectMany(p => activities[("stock.picking", p.Id)])).ToList();
            var due = DateOnly.FromDateTime(order.Moment("commitment_date"));
            void When(bool applies, string cause)
            {
                if (applies)
                {
                    causes.Add(cause);
                }
            }

            When(demo.OpenMoves(order).Any(m => demo.Uncovered(order, m) > 0), "stock");
            When(told.Contains(DemoCast.PickException), "pick failed");
            When(told.Contains(DemoCast.DocumentMissing), "document");
            When(order.Many("tag_ids").Contains(hold), "credit hold");
            When(order.Moment("commitment_date") < demo.Now, "overdue");
            When(due >= demo.Day && due <= tomorrow && open.Exists(p => p.Text("state") == "assigned" && p["user_id"] is null), "pick not started");
            if (causes.Count > 0)
            {
                risky.Add((order, causes));
            }
        }

        return risky;
    }
}
