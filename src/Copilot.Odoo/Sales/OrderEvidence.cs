using Copilot.Contracts;
using Copilot.Odoo.Answers;
using Copilot.Odoo.Warehouse;

namespace Copilot.Odoo.Sales;

/// <summary>Orders, customers, transfers and shortages as evidence.</summary>
internal static class OrderEvidence
{
    private const int MostLines = 40;

    /// <summary>The order with its lines.</summary>
    public static string Add(this AnswerSheet sheet, OrderPicture order)
    {
        var promised = order.Promised is { } p ? $"promised {Phrase.Day(p)}" : "no promised date";
        return sheet.Record(
            "sale.order",
            order.Id,
            $"Sales order {order.Name} — {order.Customer}",
            $"{order.Name} for {order.Customer}, {order.StateWords()}, {Phrase.Money(order.Net, order.Currency)} net, {promised}, warehouse {order.Warehouse}, salesperson {order.Salesperson}",
            order.Row,
            [.. Facts(order), .. order.Lines.Take(MostLines).SelectMany(LineFacts)]);
    }

    /// <summary>The main fields, for a record card too.</summary>
    public static IEnumerable<Fact> Facts(OrderPicture order)
    {
        yield return FactOf.Code("Order", order.Name);
        yield return FactOf.Text("Customer", order.Customer);
        yield return FactOf.Text("State", order.StateWords());
        yield return FactOf.Money("Net amount", order.Net, order.Currency);
        if (order.Promised is { } promised)
        {
            yield return FactOf.Date("Promised ship date", promised);
        }

        if (order.CustomerClass is { } c)
        {
            yield return FactOf.Text("Customer class", c);
        }

        yield return FactOf.Text("Warehouse", order.Warehouse);
        yield return FactOf.Text("Salesperson", order.Salesperson);
        yield return FactOf.Text("Shipping policy", order.ShipComplete ? "everything at once" : "as soon as possible");
        yield return FactOf.Text("Invoicing", InvoiceWords(order));
        if (order.Row.Text("client_order_ref") is { } reference)
        {
            yield return FactOf.Code("Customer's reference", reference);
        }
    }

    /// <summary>A transfer, with the troubles noted on it.</summary>
    public static string Add(this AnswerSheet sheet, OrderPicture order, Transfer transfer)
        => sheet.Record(
            "stock.picking",
            transfer.Id,
            $"Transfer {transfer.Name} — {order.Name}",
            $"{transfer.Name} for {order.Name}: {transfer.StateWords}" + (transfer.Scheduled is { } s ? $", scheduled {Phrase.Day(s)}" : string.Empty),
            transfer.Row,
            [
                FactOf.Code("Transfer", transfer.Name),
                FactOf.Code("Order", order.Name),
                FactOf.Text("State", transfer.StateWords),
                .. transfer.Scheduled is { } day ? [FactOf.Date("Scheduled", day)] : Array.Empty<Fact>(),
                .. transfer.Done is { } done ? [FactOf.Date("Done", done)] : Array.Empty<Fact>(),
                .. transfer.Tracking is { } tracking ? [FactOf.Code("Tracking", tracking)] : Array.Empty<Fact>(),
            ]);

    /// <summary>A noted trouble.</summary>
    public static string Add(this AnswerSheet sheet, OrderPicture order, Trouble trouble)
        => sheet.Record(
            "mail.activity",
            trouble.Row.Id,
            $"{(trouble.Kind == TroubleKind.FailedPick ? "Pick exception" : "Missing document")} — {order.Name}",
            trouble.Summary,
            trouble.Row,
            FactOf.Text("Summary", trouble.Summary),
            FactOf.Code("Order", order.Name));

    /// <summary>The customer with its warning.</summary>
    public static string AddCustomer(this AnswerSheet sheet, OrderPicture order)
        => sheet.Record(
            "res.partner",
            order.CustomerId,
            $"Customer {order.Customer}",
            order.Warning is null ? order.Customer : $"{order.Customer}: {order.Warning}",
            order.CustomerRow,
            FactOf.Text("Customer", order.Customer),
            FactOf.Text("Warning", order.Warning));

    /// <summary>What of a product is missing and where it may come from.</summary>
    public static string Add(this AnswerSheet sheet, OrderPicture order, Shortage shortage)
        => sheet.Calculate(
            $"shortage:{order.Id}:{shortage.ProductId}",
            $"Coverage of {shortage.Product} for {order.Name}",
            CalculationOperation.Model,
            [
                FactOf.Quantity("On quality hold", shortage.OnQualityHold, shortage.Unit),
                .. shortage.Expected.Select(e => FactOf.Quantity($"From receipt {e.Receipt.Name}", e.Quantity, shortage.Unit)),
                FactOf.Quantity("Without any source", shortage.Uncovered, shortage.Unit),
            ],
            FactOf.Quantity("Not on the shelf", shortage.Missing, shortage.Unit),
            "reserved goods stay reserved, then free stock and receipts go to open deliveries in the order of their due dates",
            [
                FactOf.Code("Product", shortage.Product),
                FactOf.Quantity("Without any source", shortage.Uncovered, shortage.Unit),
                FactOf.Quantity("Without source and not on hold", Math.Max(0, shortage.Uncovered - shortage.OnQualityHold), shortage.Unit),
                FactOf.Quantity("On quality hold", Math.Min(shortage.OnQualityHold, shortage.Uncovered), shortage.Unit),
                .. shortage.Expected.Select(e => FactOf.Quantity($"From receipt {e.Receipt.Name}", e.Quantity, shortage.Unit)),
            ]);

    /// <summary>The state in words.</summary>
    public static string StateWords(this OrderPicture order) => order.Row.Text("state") switch
    {
        "draft" => "still a quotation",
        "sent" => "a quotation sent to the customer",
        "cancel" => "cancelled",
        _ when order.Lines.Count > 0 && order.Lines.All(l => l.Open <= 0) => "delivered in full",
        _ when order.Lines.Any(l => l.Delivered > 0) => "partly delivered",
        _ => "confirmed, nothing delivered yet",
    };

    /// <summary>What is invoiced, in words.</summary>
    public static string InvoiceWords(OrderPicture order) => order.Row.Text("invoice_status") switch
    {
        "invoiced" => "fully invoiced",
        "to invoice" => "something is ready to invoice",
        "upselling" => "delivered more than ordered",
        _ => order.Lines.Any(l => l.Invoiced > 0) ? "partly invoiced" : "nothing to invoice yet",
    };

    private static IEnumerable<Fact> LineFacts(OrderLine line) =>
    [
        FactOf.Code("Product", line.Product),
        FactOf.Quantity($"{line.Product} ordered", line.Ordered, line.Unit),
        FactOf.Quantity($"{line.Product} delivered", line.Delivered, line.Unit),
        FactOf.Quantity($"{line.Product} still to deliver", line.Open, line.Unit),
    ];
}
