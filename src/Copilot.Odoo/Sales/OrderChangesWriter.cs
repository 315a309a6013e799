using Copilot.Contracts;
using Copilot.Odoo.Answers;
using Copilot.Odoo.Client;
using Copilot.Odoo.Inventory;

namespace Copilot.Odoo.Sales;

/// <summary>Writes an order as it is and what was changed on it.</summary>
internal sealed class OrderChangesWriter(AnswerSheet sheet, OdooRow order, IReadOnlyList<OdooRow> lines, bool seesValues)
{
    private string Number => order.Text("name") ?? string.Empty;

    public ToolResult Write(IReadOnlyList<LoggedChange> all, bool isCut, int count)
    {
        var changed = all.Where(c => c.IsValue).ToList();
        var words = all.Where(c => !c.IsValue).ToList();
        var self = Self();
        var log = sheet.Count("changes", $"Changes of {Number}", changed.Select(c => $"{c.Text} {c.At:O}"), $"values changed in the log of {Number}", FactOf.Number("Notes and mails", words.Count));
        sheet.Say(
            FindingRole.Headline,
            changed.Count == 0
                ? $"The log of {Number} ({Phrase.Clean(order.Link("partner_id")?.Name, 80)}) shows no changed value that you may see; it holds {Phrase.Count(words.Count, "note or mail", "notes and mails")}"
                : $"{Number} of {Phrase.Clean(order.Link("partner_id")?.Name, 80)}: {Phrase.Count(changed.Count, "change is", "changes are")} in its log; it stands at {Money()} net in {Phrase.Count(lines.Count, "line", "lines")} now",
            Number,
            self,
            log,
            sheet.Count("lines", $"Lines of {Number}", lines.Select(l => ProductLabel.Short(l.Link("product_id")?.Name)), "lines with a product"));
        var shown = changed.Concat(words).Take(count).ToList();
        foreach (var change in shown)
        {
            Item(change);
        }

        foreach (var line in lines.Take(count))
        {
            Line(line);
        }

        if (sheet.Days.Of(order.Moment("write_date")) is { } last && order.Link("write_uid") is { } by)
        {
            sheet.Say(FindingRole.Detail, $"The order itself was last saved on {Phrase.Day(last)} by {by.Name}", Number, self);
        }

        if (!seesValues)
        {
            sheet.Say(FindingRole.Caveat, "Odoo shows tracked field values (status, amounts) only to administrators; what the log says in words is complete", null, log);
        }

        if (shown.Count < all.Count || isCut)
        {
            sheet.Say(FindingRole.Caveat, $"The list shows {shown.Count} of {Phrase.Number(all.Count)}{(isCut ? ", and the log is longer than I read" : string.Empty)}", null, sheet.Count("changes-shown", "Shown", shown.Select(s => $"{s.MessageId} {s.Text}"), "those listed"), sheet.Count("changes-all", "All entries", all.Select(s => $"{s.MessageId} {s.Text}"), "entries of the log"));
        }

        return sheet.Finish(new ListCut(shown.Count, all.Count));
    }

    private string Money() => Phrase.Money(order.Number("amount_untaxed"), order.Link("currency_id")?.Name ?? "EUR");

    private string Self()
    {
        var promised = sheet.Days.Of(order.Moment("commitment_date"));
        var saved = sheet.Days.Of(order.Moment("write_date"));
        return sheet.Record(
            "sale.order",
            order.Id,
            $"Sales order {Number} — {Phrase.Clean(order.Link("partner_id")?.Name, 80)}",
            $"{Number}, {order.Link("partner_id")?.Name}: {Money()} net" + (promised is { } p ? $", promised for {Phrase.Day(p)}" : string.Empty),
            order,
            [
                FactOf.Code("Order", Number),
                FactOf.Money("Net amount", order.Number("amount_untaxed"), order.Link("currency_id")?.Name ?? "EUR"),
                .. promised is { } day ? [FactOf.Date("Promised", day)] : Array.Empty<Fact>(),
                .. saved is { } last ? [FactOf.Date("Last saved", last)] : Array.Empty<Fact>(),
                FactOf.Text("Last saved by", order.Link("write_uid")?.Name),
            ]);
    }

    private void Item(LoggedChange change)
    {
        var day = sheet.Days.Of(change.At);
        var text = Phrase.Clean(change.Text, 240);
        var evidence = sheet.Record("mail.message", change.MessageId, $"Log of {Number}, {Phrase.Day(day)}", text, null, FactOf.Date("Date", day), FactOf.Text("Author", change.Author), FactOf.Text("Text", text));
        var same = sheet.Aggregate($"mail.message:text:{change.MessageId}:{(change.IsValue ? "value" : "words")}:{text.Length}", $"Log of {Number}", text, FactOf.Text("Text", text));
        sheet.Say(change.IsValue ? FindingRole.Item : FindingRole.Detail, $"{Phrase.Day(day)}{(change.Author is null ? string.Empty : $", {change.Author}")}: {text}", change.IsValue ? $"{Number} {change.MessageId} {text.Length}" : null, evidence, same);
    }

    private void Line(OdooRow line)
    {
        var product = Phrase.Clean(ProductLabel.Short(line.Link("product_id")?.Name), 60);
        var unit = line.Link("product_uom_id")?.Name ?? string.Empty;
        var currency = order.Link("currency_id")?.Name ?? "EUR";
        var discount = line.Number("discount");
        var evidence = sheet.Aggregate(
            $"sale.order:line:{line.Id}",
            $"{Number}: {product}",
            $"{product}: {Phrase.Quantity(line.Number("product_uom_qty"), unit)} at {Phrase.Money(line.Number("price_unit"), currency)}",
            FactOf.Code("Product", product),
            FactOf.Quantity("Ordered", line.Number("product_uom_qty"), unit),
            FactOf.Quantity("Delivered", line.Number("qty_delivered"), unit),
            FactOf.Money("Price", line.Number("price_unit"), currency),
            FactOf.Percent("Discount", discount),
            FactOf.Money("Net", line.Number("price_subtotal"), currency));
        sheet.Say(
            FindingRole.Detail,
            $"Now {product}: {Phrase.Quantity(line.Number("product_uom_qty"), unit)} at {Phrase.Money(line.Number("price_unit"), currency)}{(discount > 0 ? $" less {Phrase.Percent(Math.Round(discount, 1))}" : string.Empty)}, {Phrase.Money(line.Number("price_subtotal"), currency)} net, {Phrase.Quantity(line.Number("qty_delivered"), unit)} delivered",
            null,
            evidence);
    }
}
