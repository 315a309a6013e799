using System.Text.Json.Nodes;
using Copilot.Contracts;
using Copilot.Odoo.Answers;
using Copilot.Odoo.Client;

namespace Copilot.Odoo.Purchasing.Matching;

/// <summary>Writes one match: the order and why, what differs and what that costs, whether it came before, what to do.</summary>
internal sealed class MatchWriter(AnswerSheet sheet, PurchaseBook book, DocumentWords words, ExtractedDocument document, string self)
{
    private const double SureTwin = 0.85;
    private const int MostDifferences = 8;
    private const int MostRows = 50;
    private const int MostWaiting = 6;

    private readonly string topic = words.Label;

    /// <summary>Writes it.</summary>
    /// <param name="match">The match.</param>
    /// <param name="receipts">The receipts of its orders.</param>
    /// <param name="waiting">The customer orders that wait for lines of the order.</param>
    /// <param name="sender">Who signs a message to the supplier.</param>
    /// <param name="mayWrite">Whether the caller may write on the order.</param>
    /// <returns>The actions that it recommends.</returns>
    public IReadOnlyList<NextStep> Write(DocumentMatch match, IReadOnlyList<OdooRow> receipts, ILookup<int, WaitingOrder> waiting, string sender, bool mayWrite)
    {
        var next = new List<NextStep>();
        var currency = words.CurrencyOver(match);
        var orders = match.Orders.Select(Add).ToList();
        Headline(match, orders, currency);
        Why(match);
        foreach (var (difference, i) in match.Differences.Where(d => !d.Passes).Take(MostDifferences).Select((d, i) => (d, i)))
        {
            Difference(difference, i, currency);
        }

        Hit(HitOrders.Of(match, waiting, book.KnowsPrices));
        Passing(match, currency);
        Standing(match, receipts);
        var letter = MatchAdvice.Letter(match, words, currency, sender);
        foreach (var step in MatchAdvice.Of(match, words, waiting, letter, mayWrite))
        {
            var advice = $"To {step.Summary}, say \"{step.Question}\"";
            sheet.Say(FindingRole.Advice, advice, topic, sheet.Aggregate($"{self}:advice:{next.Count}", "What can be done", advice), orders.Count > 0 ? orders[0] : self);
            next.Add(step);
        }

        if (letter is not null)
        {
            if (!mayWrite)
            {
                sheet.Say(FindingRole.Caveat, MatchAdvice.ByOwnMail, topic, self);
            }

            sheet.Show(letter with { Sources = [self, .. orders] });
        }

        Limits(match);
        if (match.Lines.Count > 0)
        {
            sheet.Show(Table(match, currency, [self, .. orders]));
        }

        return next;
    }

    /// <summary>The day, the amount and where it stands, as far as they were read.</summary>
    private string Over => words.Total is { } total && words.Currency is { } currency && book.KnowsPrices ? $" over {Phrase.Money(total, currency)}" : string.Empty;

    private void Headline(DocumentMatch match, List<string> orders, string currency)
    {
        var label = Phrase.Capital($"{words.Label}{(words.Supplier is { } s ? $" of {s}" : string.Empty)}{Over}");
        if (MatchAdvice.Twin(match) is not null && match.Twins[0] is var twin)
        {
            sheet.Say(
                FindingRole.Headline,
                $"{label} was most likely entered before, as {twin.Bill.Name}{(twin.Bill.Date is { } d ? $" of {Phrase.Day(d)}" : string.Empty)}: {twin.Reason}",
                topic,
                self,
                Add(twin.Bill));
        }

        if (match.Orders.Count == 0)
        {
            var looked = sheet.Aggregate($"{self}:looked", "Orders looked at", $"{Phrase.Count(book.Orders.Count, "order", "orders")} by number, supplier and articles", FactOf.Number("Orders looked at", book.Orders.Count));
            if (match.State == MatchState.Unclear)
            {
                var told = match.Candidates.Select(c => (c.Order, Id: Add(c.Order), Text: $"{c.Order.Name} ({Phrase.Percent((decimal)c.Confidence * 100)})")).ToList();
                var why = sheet.Aggregate($"{self}:candidates", "Orders that may be meant", string.Join(", ", told.Select(t => t.Text)), match.Candidates.Select(c => FactOf.Percent($"How likely {c.Order.Name} is meant", (decimal)c.Confidence * 100)));
                sheet.Say(FindingRole.Headline, $"{label} fits no order for sure; it may belong to {Phrase.List(told.Select(t => t.Text), "or")}. Name the order, and I compare with it", topic, [self, why, .. told.Select(t => t.Id)]);
            }
            else
            {
                sheet.Say(FindingRole.Headline, $"{label} fits no purchase order among the {Phrase.Number(book.Orders.Count)} I looked at", topic, self, looked);
            }

            return;
        }

        var sure = (decimal)match.Candidates.First(c => c.Order.Id == match.Orders[0].Id).Confidence * 100;
        var compared = sheet.Aggregate($"{self}:match", "How well it fits", $"{words.Label}: {Phrase.List(match.Orders.Select(o => o.Name))}, {Phrase.Percent(sure)} sure", [FactOf.Percent("How sure", sure), .. match.Orders.Select(o => FactOf.Code("Purchase order", o.Name))]);
        var serious = match.Differences.Where(d => !d.Passes).ToList();
        var where = $"{label} {(match.State == MatchState.Sure ? "belongs" : "probably belongs")} to {Phrase.List(match.Orders.Select(o => o.Name))} ({Phrase.Percent(sure)} sure)";
        if (serious.Count == 0)
        {
            sheet.Say(FindingRole.Headline, $"{where} and agrees with {(match.Orders.Count == 1 ? "it" : "them")}", topic, [self, compared, .. orders]);
            return;
        }

        var count = sheet.Count($"{self}:differences", "Differences", serious.Select(d => $"{d.Kind} {d.Subject}"), "differences beyond what is allowed");
        if (book.KnowsPrices && serious.Sum(d => d.Money) is > 0 and var money)
        {
            var sum = sheet.Sum($"{self}:stake", "At stake", serious.Select(d => ($"{d.Kind} {d.Subject}", d.Money)), currency, "money at stake in the differences");
            sheet.Say(FindingRole.Headline, $"{where}: {Phrase.Count(serious.Count, "thing differs", "things differ")}, {Phrase.Money(money, currency)} at stake", topic, [self, compared, count, sum, .. orders]);
        }
        else
        {
            sheet.Say(FindingRole.Headline, $"{where}: {Phrase.Count(serious.Count, "thing differs", "things differ")}", topic, [self, compared, count, .. orders]);
        }
    }

    private void Why(DocumentMatch match)
    {
        if (match.Candidates is [var best, ..] && match.Orders.Count > 0 && best.Reasons.Count > 0)
        {
            var text = $"It fits {best.Order.Name} because {Phrase.List(best.Reasons.Take(4).Select(r => Phrase.Clean(r, 100)))}";
            sheet.Say(FindingRole.Detail, text, topic, sheet.Aggregate($"{self}:why", "Why this order", text, FactOf.Code("Purchase order", best.Order.Name)), Add(best.Order), self);
        }
    }

    private void Difference(MatchDifference d, int index, string currency)
    {
        var text = MatchPhrases.Of(d, words.Kind, currency, book.KnowsPrices);
        var id = sheet.Aggregate($"{self}:difference:{index}", "Comparison", text, MatchPhrases.Facts(d, currency, book.KnowsPrices));
        sheet.Say(FindingRole.Item, text, topic, d.Order is { } order ? [id, self, Add(order)] : [id, self]);
        sheet.Say(FindingRole.Cause, $"Likely cause: {d.Cause}", topic, id);
    }

    /// <summary>The customers' orders that it hits, with what they are worth.</summary>
    private void Hit(IReadOnlyList<(WaitingOrder Order, CustomerHit Hit)> hits)
    {
        if (hits.Count == 0)
        {
            return;
        }

        var ids = hits.Take(MostWaiting).Select(h => Add(h.Order, h.Hit)).ToList();
        var count = sheet.Count($"{self}:waiting", "Customer orders that wait", hits.Select(h => h.Hit.Order), "customer orders that wait for goods which come later or less than ordered");
        var broken = hits.Count(h => h.Hit.IsBroken);
        var which = $"{Phrase.Count(hits.Count, "customer order waits", "customer orders wait")} for goods of it{(broken == 0 ? string.Empty : broken == hits.Count ? ", and no promised day can be kept from this delivery" : $", {Phrase.Number(broken)} of them with a promised day that can't be kept")}";
        var late = broken > 0 && broken < hits.Count ? [sheet.Count($"{self}:broken", "Promises that break", hits.Where(h => h.Hit.IsBroken).Select(h => h.Hit.Order), "customer orders promised before the confirmed day")] : Array.Empty<string>();
        var worth = hits.Where(h => h.Hit.Net is not null).ToList();
        if (worth.Count == hits.Count && worth.Select(h => h.Hit.Currency).Distinct().Count() == 1)
        {
            var sum = sheet.Sum($"{self}:waiting-worth", "Customer orders at stake", worth.Select(h => (h.Hit.Order, h.Hit.Net!.Value)), worth[0].Hit.Currency, "net amounts of the customer orders that wait");
            sheet.Say(FindingRole.Item, $"{which}: {Phrase.Money(worth.Sum(h => h.Hit.Net!.Value), worth[0].Hit.Currency)} net at stake", topic, [self, count, sum, .. late]);
        }
        else
        {
            sheet.Say(FindingRole.Item, which, topic, [self, count, .. late]);
        }

        foreach (var ((_, hit), id) in hits.Zip(ids))
        {
            var net = hit.Net is { } amount ? $", {Phrase.Money(amount, hit.Currency)} net" : string.Empty;
            sheet.Say(
                FindingRole.Detail,
                $"{hit.Order} for {Phrase.Clean(hit.Customer, 60)} waits for it{(hit.Promised is { } p ? $", promised {Phrase.Day(p)}" : string.Empty)}{net}{(hit.IsBroken ? ": that can't be kept from this delivery" : string.Empty)}",
                topic,
                id,
                self);
        }
    }

    private void Passing(DocumentMatch match, string currency)
    {
        var small = match.Differences.Where(d => d.Passes).ToList();
        if (small.Count == 0)
        {
            return;
        }

        var count = sheet.Count($"{self}:small", "Differences that pass", small.Select(d => $"{d.Kind} {d.Subject}"), "differences within what is allowed for this supplier");
        if (book.KnowsPrices && small.Sum(d => d.Money) is > 0 and var money)
        {
            sheet.Say(FindingRole.Detail, $"{Phrase.Count(small.Count, "small difference passes", "small differences pass")}, {Phrase.Money(money, currency)} in all", topic, count, sheet.Sum($"{self}:small-money", "Money that passes", small.Select(d => ($"{d.Kind} {d.Subject}", d.Money)), currency, "differences within what is allowed"));
        }
        else
        {
            sheet.Say(FindingRole.Detail, Phrase.Count(small.Count, "small difference passes", "small differences pass"), topic, count);
        }
    }

    /// <summary>What came so far, and what stays open after this.</summary>
    private void Standing(DocumentMatch match, IReadOnlyList<OdooRow> receipts)
    {
        if (match.Orders.Count == 0)
        {
            return;
        }

        if (receipts is [var last, ..] && last.Moment("date_done") is { } done && last.Text("name") is { } name)
        {
            var day = sheet.Days.Of(done);
            var id = sheet.Record("stock.picking", last.Id, $"Receipt {name}", $"Receipt {name} of {Phrase.Day(day)}", last, FactOf.Code("Receipt", name), FactOf.Date("Received", day));
            var all = sheet.Count($"{self}:receipts", "Receipts", receipts.Select(r => r.Text("name") ?? "?"), "receipts of the order that are done");
            sheet.Say(FindingRole.Detail, $"{Phrase.Count(receipts.Count, "receipt is", "receipts are")} booked, the latest {name} on {Phrase.Day(day)}", topic, id, all);
        }

        var billing = document.Type is BusinessDocumentType.Invoice;
        var open = match.Orders.SelectMany(o => o.Lines).Where(l => billing ? l.Quantity > l.Billed : l.Open > 0).ToList();
        var left = open.Where(l => match.Lines.Where(m => m.Line?.Id == l.Id).Sum(m => m.Quantity ?? 0) < (billing ? l.Quantity - l.Billed : l.Open)).ToList();
        if (left.Count > 0 && document.Type is not (BusinessDocumentType.OrderConfirmation or BusinessDocumentType.CreditNote))
        {
            var id = sheet.Count($"{self}:left", "Lines left", left.Select(l => l.Code ?? l.Name), billing ? "order lines that are not fully billed after it" : "order lines that are not fully delivered after it");
            sheet.Say(FindingRole.Detail, $"After it {Phrase.Count(left.Count, "line", "lines")} of the order {(left.Count == 1 ? "is" : "are")} still to be {(billing ? "billed" : "delivered")} in full", topic, id, self);
        }
    }

    private void Limits(DocumentMatch match)
    {
        foreach (var twin in match.Twins.Where(t => t.Confidence < SureTwin).Take(2))
        {
            sheet.Say(FindingRole.Caveat, $"It may have been entered before as {twin.Bill.Name}: {twin.Reason}", topic, self, Add(twin.Bill));
        }

        if (document.NeedsReview)
        {
            sheet.Say(FindingRole.Caveat, "Not everything in the document was read for sure; look at it before you decide", topic, self);
        }

        if (!book.KnowsBills && document.Type is (BusinessDocumentType.Invoice or BusinessDocumentType.CreditNote))
        {
            sheet.Say(FindingRole.Caveat, "Whether it was entered before I could not check: bills are not among what you may see", topic, self);
        }

        if (!book.KnowsPrices && match.Orders.Count > 0)
        {
            sheet.Say(FindingRole.Caveat, "Prices were not compared: they are not among what you may see", topic, self);
        }
    }

    private TableCard Table(DocumentMatch match, string currency, IReadOnlyList<string> sources)
    {
        var billing = document.Type is (BusinessDocumentType.Invoice or BusinessDocumentType.CreditNote) && book.KnowsPrices;
        return new TableCard
        {
            Title = $"{Phrase.Capital(words.Label)} against the order",
            Columns =
            [
                new("article", "Article", FactKind.Text), new("order", "Order", FactKind.Code), new("ordered", "Ordered", FactKind.Number), new("received", "Received", FactKind.Number), new("billed", "Billed before", FactKind.Number), new("document", "In the document", FactKind.Number),
                .. billing ? [new TableColumn("agreed", "Agreed price", FactKind.Money, currency), new TableColumn("price", "Price in the document", FactKind.Money, currency), new TableColumn("difference", "Difference", FactKind.Money, currency)] : Array.Empty<TableColumn>(),
            ],
            Rows = [.. match.Lines.Take(MostRows).Select(l => Row(l, match, billing))],
            TotalRows = match.Lines.Count,
            Sources = sources,
        };
    }

    private static IReadOnlyList<JsonValue?> Row(MatchedLine l, DocumentMatch match, bool billing) =>
    [
        JsonValue.Create(Phrase.Clean(l.Line is { } known ? known.Code is null ? known.Name : $"{known.Code} {known.Name}" : l.Read.Description ?? l.Read.Sku ?? "?", 80)),
        l.Order is { } order ? JsonValue.Create(order.Name) : null,
        Number(l.Line?.Quantity),
        Number(l.Line?.Received),
        Number(l.Line?.Billed),
        Number(l.Line is null ? l.Read.Quantity : l.Quantity),
        .. billing
            ? [Number(l.Line?.Price), Number(l.Price is { } p ? Math.Round(p, 4) : null), Number(match.Differences.Where(d => d.Index == l.Index).Select(d => (decimal?)(d.CostsUs ? d.Money : -d.Money)).Sum())]
            : Array.Empty<JsonValue?>(),
    ];

    private static JsonValue? Number(decimal? value) => value is { } v ? JsonValue.Create(v) : null;

    private string Add(LedgerOrder order)
        => sheet.Record(
            "purchase.order",
            order.Id,
            $"Purchase order {order.Name} — {order.Supplier.Name}",
            $"{order.Name} at {order.Supplier.Name}" + (order.Ordered is { } o ? $", ordered {Phrase.Day(o)}" : string.Empty) + (order.Planned is { } p ? $", planned for {Phrase.Day(p)}" : string.Empty),
            null,
            [
                FactOf.Code("Purchase order", order.Name), FactOf.Text("Supplier", order.Supplier.Name),
                .. order.Ordered is { } ordered ? [FactOf.Date("Ordered", ordered)] : Array.Empty<Fact>(),
                .. order.Planned is { } planned ? [FactOf.Date("Planned", planned)] : Array.Empty<Fact>(),
                .. book.KnowsPrices ? [FactOf.Money("Net", order.Net, order.Currency)] : Array.Empty<Fact>(),
            ]);

    private string Add(WaitingOrder order, CustomerHit hit)
        => hit.Net is not { } net ? sheet.Add(order)
            : sheet.Record(
                "sale.order",
                order.Id,
                $"Sales order {order.Name} — {order.Customer}",
                $"{order.Name} for {order.Customer}, {Phrase.Money(net, hit.Currency)} net" + (order.Promised is { } p ? $", promised {Phrase.Day(p)}" : string.Empty),
                order.Row,
                [FactOf.Code("Order", order.Name), FactOf.Text("Customer", order.Customer), FactOf.Money("Net amount", net, hit.Currency), .. order.Promised is { } day ? [FactOf.Date("Promised ship date", day)] : Array.Empty<Fact>()]);

    private string Add(LedgerBill bill)
        => sheet.Record(
            "account.move",
            bill.Id,
            $"{(bill.IsCreditNote ? "Credit note" : "Bill")} {bill.Name}",
            $"{bill.Name}, the supplier's number {bill.Reference ?? "unknown"}, {Phrase.Money(bill.Total, bill.Currency)}" + (bill.Date is { } d ? $", {Phrase.Day(d)}" : string.Empty),
            null,
            [FactOf.Code("Number", bill.Name), FactOf.Code("Supplier's number", bill.Reference), FactOf.Money("Total", bill.Total, bill.Currency), .. bill.Date is { } day ? [FactOf.Date("Date", day)] : Array.Empty<Fact>()]);
}
