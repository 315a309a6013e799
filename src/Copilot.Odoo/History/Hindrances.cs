using Copilot.Contracts;
using Copilot.Odoo.Answers;
using Copilot.Odoo.Sales;

namespace Copilot.Odoo.History;

/// <summary>What is known today to hold up an open order, with the chance that it alone makes the order late: as the list of orders at risk has it.</summary>
internal static class Hindrances
{
    /// <summary>The causes; those of one product's lines name the product, those of the whole order none.</summary>
    public static IReadOnlyList<(int? ProductId, Hindrance Hindrance)> Of(OrderPicture order, DateOnly today)
        => [.. RiskModel.Assess(order, today).Causes.Select(c => (Product(order, c), Of(c))).Where(c => c.Item2 is not null).Select(c => (c.Item1, c.Item2!))];

    // Where everything leaves at once, one short line holds all.
    private static int? Product(OrderPicture order, RiskCause cause) => order.ShipComplete ? null : cause.Shortage?.ProductId;

    private static Hindrance? Of(RiskCause cause) => cause.Kind switch
    {
        RiskKind.Uncovered => new($"{Goods(cause)} are not in stock and no receipt is on the way for them", cause.Probability, Facts(cause)),
        RiskKind.QualityHold => new($"{Goods(cause)} stand in quality hold", cause.Probability, Facts(cause)),
        RiskKind.WaitsForReceipt => Waits(cause),
        RiskKind.CreditHold => new("The order is on credit hold", cause.Probability, []),
        RiskKind.FailedPick => new($"A pick of it failed: {Noted(cause)}", cause.Probability, [FactOf.Text("Note", Noted(cause))]),
        RiskKind.MissingDocument => new($"A document is missing: {Noted(cause)}", cause.Probability, [FactOf.Text("Note", Noted(cause))]),

        // How full the warehouse's days are is learnt from the past; the day that is over is told by itself.
        _ => null,
    };

    private static Hindrance Waits(RiskCause cause)
    {
        var receipt = cause.Receipt!;
        return new Hindrance(
            $"{Goods(cause)} wait for {receipt.Label} from {Phrase.Clean(receipt.Supplier, 80)}, expected {Phrase.Day(receipt.Expected)}",
            cause.Probability,
            [.. Facts(cause), FactOf.Code("Receipt", receipt.Name), FactOf.Code("Purchase order", receipt.Order), FactOf.Code("Supplier", receipt.Supplier), FactOf.Date("Expected", receipt.Expected)]);
    }

    private static string Noted(RiskCause cause) => Phrase.Clean(cause.Trouble!.Summary);

    private static string Goods(RiskCause cause) => $"{Phrase.Quantity(cause.Quantity, cause.Shortage!.Unit)} of {cause.Shortage.Product}";

    private static IReadOnlyList<Fact> Facts(RiskCause cause) => [FactOf.Quantity("Missing", cause.Quantity, cause.Shortage!.Unit), FactOf.Code("Product", cause.Shortage.Product)];
}
