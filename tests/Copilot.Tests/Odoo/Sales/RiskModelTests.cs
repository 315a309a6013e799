using System.Text.Json;
using Copilot.Odoo.Client;
using Copilot.Odoo.Purchasing;
using Copilot.Odoo.Sales;
using Copilot.Odoo.Warehouse;
using Xunit;

namespace Copilot.Tests.Odoo.Sales;

public sealed class RiskModelTests
{
    private static readonly DateOnly Today = new(2026, 11, 20);
    private static readonly OdooRow Row = new(new Dictionary<string, JsonElement> { ["id"] = JsonSerializer.SerializeToElement(1), ["state"] = JsonSerializer.SerializeToElement("sale") });

    [Fact]
    public void Every_further_cause_can_only_raise_the_chance()
    {
        var random = new Random(3);
        for (var i = 0; i < 200; i++)
        {
            var causes = Enumerable.Range(0, random.Next(0, 5)).Select(_ => random.NextDouble()).ToList();
            var chance = RiskModel.Combine(causes);
            Assert.InRange(chance, 0, 1);
            Assert.True(RiskModel.Combine([.. causes, random.NextDouble()]) >= chance);
        }
    }

    [Fact]
    public void Without_a_cause_there_is_no_risk() => Assert.Equal(0, RiskModel.Assess(Order(5), Today).Probability);

    [Fact]
    public void A_promise_that_has_passed_is_certain() => Assert.Equal(1, RiskModel.Assess(Order(-1), Today).Probability);

    [Fact]
    public void Goods_without_a_source_make_an_order_very_likely_late()
        => Assert.InRange(RiskModel.Assess(Short(5, uncovered: 10), Today).Probability, 0.9, 0.99);

    [Fact]
    public void A_receipt_expected_after_the_promise_makes_it_very_likely_late()
        => Assert.InRange(RiskModel.ReceiptLate(Receipt(agreed: 8, expected: 8), Today.AddDays(5), Today), 0.9, 0.99);

    [Fact]
    public void A_receipt_in_time_is_as_risky_as_its_supplier_was()
    {
        // Two of ten receipts came more than three days late.
        var receipt = Receipt(agreed: 2, expected: 2, [0, 0, 0, 0, 1, 1, 2, 3, 4, 9]);
        Assert.Equal(0.2, RiskModel.ReceiptLate(receipt, Today.AddDays(5), Today), 3);
    }

    [Fact]
    public void More_slack_is_never_more_risk()
    {
        var receipt = Receipt(agreed: 1, expected: 1, [0, 1, 2, 3, 4, 5, 6, 7]);
        var chances = Enumerable.Range(1, 12).Select(d => RiskModel.ReceiptLate(receipt, Today.AddDays(d), Today)).ToList();
        Assert.Equal(chances.OrderDescending(), chances);
    }

    [Fact]
    public void A_receipt_that_is_overdue_is_compared_with_receipts_at_least_as_late()
    {
        // Of the three receipts that were four or more days late, all came more than six days late.
        var receipt = Receipt(agreed: -4, expected: -4, [0, 0, 0, 0, 0, 0, 7, 8, 9]);
        Assert.Equal(0.95, RiskModel.ReceiptLate(receipt, Today.AddDays(2), Today), 3);
    }

    [Fact]
    public void Few_receipts_tell_nothing()
        => Assert.Equal(0.5, RiskModel.ReceiptLate(Receipt(agreed: 2, expected: 2, [9, 9]), Today.AddDays(5), Today), 3);

    [Fact]
    public void A_failed_pick_weighs_more_the_closer_the_day()
    {
        double Chance(int days) => RiskModel.Assess(Order(days) with { Troubles = [new Trouble(Row, TroubleKind.FailedPick, "Bin empty", "sale.order", 1)] }, Today).Probability;
        Assert.True(Chance(0) > Chance(3) && Chance(3) > Chance(10));
    }

    [Fact]
    public void An_unstarted_pick_counts_only_from_the_day_before()
    {
        OrderPicture With(int days) => Order(days) with { Transfers = [new Transfer(Row, "LYO/OUT/00001", "assigned", "outgoing", null, null, null)] };
        Assert.Equal(RiskKind.NotPicked, Assert.Single(RiskModel.Assess(With(1), Today).Causes).Kind);
        Assert.Empty(RiskModel.Assess(With(4), Today).Causes);
    }

    [Fact]
    public void Held_goods_explain_a_shortage_as_far_as_they_reach()
    {
        var causes = RiskModel.Assess(Short(5, uncovered: 10, held: 4), Today).Causes;
        Assert.Equal([(RiskKind.Uncovered, 6m), (RiskKind.QualityHold, 4m)], causes.Select(c => (c.Kind, c.Quantity)));
    }

    [Fact]
    public void Shipping_complete_explains_but_does_not_add_risk()
    {
        var order = Short(5, uncovered: 10);
        Assert.Equal(RiskModel.Assess(order, Today).Probability, RiskModel.Assess(order with { ShipComplete = true }, Today).Probability);
        Assert.Contains(RiskModel.Assess(order with { ShipComplete = true }, Today).Causes, c => c.Kind == RiskKind.ShipComplete);
    }

    [Fact]
    public void The_ranking_weighs_amount_class_and_lateness()
    {
        var order = Short(5, uncovered: 10) with { Net = 1000 };
        var score = RiskModel.Assess(order, Today).Score;
        Assert.True(RiskModel.Assess(order with { Net = 2000 }, Today).Score > score);
        Assert.True(RiskModel.Assess(order with { CustomerClass = "A" }, Today).Score > RiskModel.Assess(order with { CustomerClass = "B" }, Today).Score);
        Assert.True(RiskModel.Assess(order with { Promised = Today.AddDays(-4) }, Today).Score > score);
    }

    private static OrderPicture Order(int days) => new()
    {
        Row = Row, Name = "S00001", CustomerId = 1, Customer = "A customer", Net = 100, Currency = "EUR", Promised = Today.AddDays(days),
    };

    private static OrderPicture Short(int days, decimal uncovered, decimal held = 0)
        => Order(days) with { Shortages = [new Shortage(1, "GLV", "Box", uncovered, uncovered, held, [])] };

    private static Receipt Receipt(int agreed, int expected, int[]? delays = null)
        => new(Row, "LYO/IN/00001", "P00001", 1, "A supplier", Today.AddDays(agreed), Today.AddDays(expected), new SupplierHistory(1, "A supplier", delays ?? [0, 0, 0, 0, 0]));
}
