using System.Text.Json.Nodes;
using Copilot.Contracts;
using Copilot.Odoo.Answers;
using Copilot.Odoo.Client;
using Copilot.Odoo.Names;

namespace Copilot.Odoo.Purchasing;

/// <summary>Writes purchase orders: one in full, or a list.</summary>
/// <param name="sheet">Where findings and evidence go.</param>
/// <param name="names">What the list is narrowed to.</param>
/// <param name="money">Whether the caller may see what suppliers charge.</param>
internal sealed class PurchaseOrdersWriter(AnswerSheet sheet, ResolvedNames names, bool money)
{
    private const int LinesShown = 8;
    private const int OrdersShown = 4;

    /// <summary>One order in full.</summary>
    public ToolResult One(OrderedPurchase order, IReadOnlyList<OdooRow> receipts, ILookup<int, WaitingOrder> waiting, bool mayStock)
    {
        var self = Add(order);
        var evidence = new List<string> { self };
        var text = $"{order.Name} from {order.Supplier} is {order.StateWords}";
        if (order.Planned is { } planned && order.Lines.Any(l => l.Open > 0) && order.State != "cancel")
        {
            text += $", planned for {Phrase.Day(planned)} in {order.Place}";
            if (order.IsOverdue)
            {
                evidence.Add(sheet.DaysBetween($"purchase-late:{order.Id}", $"Days {order.Name} is late", ("today", sheet.Days.Today), ("planned day", planned)));
                text += $" and {Phrase.Days(sheet.Days.Today.DayNumber - planned.DayNumber)} late";
            }
        }

        sheet.Say(FindingRole.Headline, text, order.Name, evidence);
        if (order.Confirmed is { } confirmed)
        {
            sheet.Say(FindingRole.Detail, $"Confirmed on {Phrase.Day(confirmed)}" + (order.Reference is { } r ? $"; the supplier calls it {r}" : string.Empty), order.Name, self);
        }

        foreach (var line in order.Lines.Take(LinesShown))
        {
            sheet.Say(
                FindingRole.Item,
                $"{line.Product}: {Phrase.Quantity(line.Ordered, line.Unit)} ordered, {Phrase.Number(line.Received)} received, {Phrase.Number(line.Open)} still to come" + (money ? $", {Phrase.Money(line.Net, order.Currency)} net" : string.Empty),
                order.Name,
                Add(order, line));
        }

        foreach (var receipt in receipts.Where(r => r.Text("state") != "cancel"))
        {
            Receipt(order, receipt);
        }

        foreach (var line in order.Lines.Where(l => waiting[l.Row.Id].Any()))
        {
            var shown = waiting[line.Row.Id].OrderBy(o => o.Promised ?? DateOnly.MaxValue).Take(OrdersShown).ToList();
            sheet.Say(
                FindingRole.Detail,
                $"Waiting for {line.Product}: {Phrase.List(shown.Select(o => $"{o.Name} for {o.Customer}{(o.Promised is { } p ? $" (promised {Phrase.Day(p)})" : string.Empty)}"))}{(waiting[line.Row.Id].Count() > OrdersShown ? " and more" : string.Empty)}",
                order.Name,
                [Add(order, line), .. shown.Select(o => sheet.Add(o))]);
        }

        if (money)
        {
            sheet.Say(FindingRole.Detail, $"Worth {Phrase.Money(order.Net, order.Currency)} net; {BillWords(order)}", order.Name, self);
        }

        if (order.Lines.Count > LinesShown)
        {
            var counted = sheet.Count($"purchase-lines:{order.Id}", "Lines", order.Lines.Select(l => l.Product), $"lines of {order.Name}", FactOf.Number("Shown", LinesShown));
            sheet.Say(FindingRole.Caveat, $"The list shows {LinesShown} of {order.Lines.Count} lines", order.Name, counted);
        }

        if (!mayStock)
        {
            sheet.Say(FindingRole.Caveat, "Receipts and waiting customer orders are not shown: your account may not read stock", order.Name, self);
        }

        return sheet.Finish();
    }

    /// <summary>A list of orders.</summary>
    public ToolResult List(IReadOnlyList<OrderedPurchase> orders, int total, string show, (DateOnly? From, DateOnly? To) window, int unconfirmed, int count)
    {
        var shown = orders.Take(count).ToList();
        var about = About() + Window(window);
        var kind = show switch { "unconfirmed" => ("purchase order is not confirmed", "purchase orders are not confirmed"), "all" => ("purchase order is known", "purchase orders are known"), _ => ("confirmed purchase order is still to come", "confirmed purchase orders are still to come") };
        var counted = sheet.Count(
            "purchases",
            "Purchase orders found",
            orders.Select(o => o.Name),
            $"{(show == "unconfirmed" ? "purchase orders in draft, sent or waiting for approval" : show == "all" ? "purchase orders that are not cancelled" : "confirmed purchase orders with goods to come")}{about}",
            [FactOf.Number("Shown", shown.Count), FactOf.Number("Matching in all", total), .. Facts(window)]);
        if (shown.Count == 0)
        {
            sheet.Say(FindingRole.Headline, show switch { "unconfirmed" => $"Every purchase order{about} is confirmed", "all" => $"There is no purchase order{about}", _ => $"No confirmed purchase order{about} is still to come" }, null, counted);
            Others(unconfirmed);
            return sheet.Finish();
        }

        var overdue = orders.Where(o => o.IsOverdue).ToList();
        var evidence = new List<string> { counted };
        var text = $"{Phrase.Count(total, kind.Item1, kind.Item2)}{about}";
        if (show == "open" && total == orders.Count)
        {
            evidence.Add(sheet.Count("purchases-overdue", "Overdue purchase orders", overdue.Select(o => o.Name), "those whose planned day is over"));
            text += overdue.Count == 0 ? ", none of them overdue" : $", {overdue.Count} of them overdue";
        }
        else if (show == "unconfirmed" && total == orders.Count)
        {
            foreach (var (state, words) in new[] { ("to approve", "waiting for approval"), ("sent", "sent and not answered"), ("draft", "not sent") })
            {
                var those = orders.Where(o => o.State == state).ToList();
                evidence.Add(sheet.Count($"purchases-{state.Replace(' ', '-')}", $"Purchase orders {words}", those.Select(o => o.Name), $"those in the state {state}"));
                text += those.Count > 0 ? $"{(text.Contains(':', StringComparison.Ordinal) ? "," : ":")} {those.Count} {words}" : string.Empty;
            }
        }

        if (money && total == orders.Count)
        {
            var worth = orders.GroupBy(o => o.Currency).OrderByDescending(g => g.Sum(o => o.Net)).Select(g =>
            {
                evidence.Add(sheet.Sum($"purchases-worth:{g.Key}", $"Worth {g.Key}", g.Select(o => (o.Name, o.Net)), g.Key, "net amounts of the whole orders"));
                return Phrase.Money(g.Sum(o => Math.Round(o.Net, 2)), g.Key);
            }).ToList();
            text += $"; these orders are worth {Phrase.List(worth)} net in all";
        }

        sheet.Say(FindingRole.Headline, text, null, evidence);
        foreach (var order in shown)
        {
            Item(order);
        }

        if (show == "unconfirmed" && orders.FirstOrDefault(o => o.State == "to approve") is { } first)
        {
            sheet.Say(FindingRole.Advice, $"Whoever approves purchases should decide on {first.Name} from {first.Supplier} first: it is planned{(first.Planned is { } p ? $" for {Phrase.Day(p)}" : string.Empty)} and nothing was ordered yet", null, Add(first));
        }

        Others(unconfirmed);
        if (shown.Count < total)
        {
            sheet.Say(FindingRole.Caveat, $"The list shows {shown.Count} of {Phrase.Number(total)} purchase orders", null, counted);
        }

        sheet.Show(Table(shown, total));
        return sheet.Finish(new ListCut(shown.Count, total));
    }

    /// <summary>Says how many are not confirmed yet, beside those that are.</summary>
    public void Others(int unconfirmed)
    {
        if (unconfirmed > 0)
        {
            var evidence = sheet.Aggregate("purchases-unconfirmed", "Purchase orders not confirmed", $"{Phrase.Count(unconfirmed, "purchase order", "purchase orders")} in draft, sent or waiting for approval", FactOf.Number("Not confirmed", unconfirmed));
            sheet.Say(FindingRole.Detail, $"Besides, {Phrase.Count(unconfirmed, "purchase order is", "purchase orders are")} not confirmed yet", null, evidence);
        }
    }

    /// <summary>One order in a line.</summary>
    public void Item(OrderedPurchase order)
    {
        var evidence = new List<string> { Add(order) };
        var text = $"{order.Name} from {order.Supplier} for {order.Place}: {order.StateWords}" + (order.Planned is { } planned ? $", planned {Phrase.Day(planned)}" : string.Empty);
        if (order.IsOverdue)
        {
            evidence.Add(sheet.DaysBetween($"purchase-late:{order.Id}", $"Days {order.Name} is late", ("today", sheet.Days.Today), ("planned day", order.Planned!.Value)));
            text += $", {Phrase.Days(sheet.Days.Today.DayNumber - order.Planned!.Value.DayNumber)} late";
        }

        var coming = order.Lines.Where(l => l.Open > 0).Take(2).ToList();
        evidence.AddRange(coming.Select(l => Add(order, l)));
        text += coming.Count == 0 ? string.Empty
            : $": {Phrase.List(coming.Select(l => $"{Phrase.Quantity(l.Open, l.Unit)} of {l.Product}"))}" + (order.Lines.Count(l => l.Open > 0) > coming.Count ? " and more" : string.Empty);
        text += money ? $"; {Phrase.Money(order.Net, order.Currency)} net" : string.Empty;
        sheet.Say(FindingRole.Item, text, order.Name, evidence);
    }

    private void Receipt(OrderedPurchase order, OdooRow receipt)
    {
        var name = receipt.Text("name") ?? string.Empty;
        var done = sheet.Days.Of(receipt.Moment("date_done"));
        var due = sheet.Days.Of(receipt.Moment("scheduled_date"));
        var text = receipt.Text("state") == "done" && done is { } d ? $"Receipt {name} came on {Phrase.Day(d)}" : $"Receipt {name} is open" + (due is { } e ? $", expected {Phrase.Day(e)}" : string.Empty);
        var evidence = sheet.Record(
            "stock.picking", receipt.Id, $"Receipt {name} — {order.Supplier}", text, receipt,
            [
                FactOf.Code("Receipt", name), FactOf.Code("Purchase order", order.Name),
                .. done is { } day ? [FactOf.Date("Came", day)] : Array.Empty<Fact>(),
                .. due is { } expected ? [FactOf.Date("Expected", expected)] : Array.Empty<Fact>(),
            ]);
        sheet.Say(FindingRole.Detail, text, order.Name, evidence);
    }

    /// <summary>The order as evidence.</summary>
    public string Add(OrderedPurchase order)
        => sheet.Record(
            "purchase.order",
            order.Id,
            $"Purchase order {order.Name} — {order.Supplier}",
            $"{order.Name} from {order.Supplier} is {order.StateWords}" + (order.Planned is { } p ? $", planned {Phrase.Day(p)}" : string.Empty),
            order.Row,
            [
                FactOf.Code("Purchase order", order.Name),
                FactOf.Text("Supplier", order.Supplier),
                FactOf.Text("State", order.StateWords),
                FactOf.Text("Goes to", order.Place),
                .. order.Reference is { } r ? [FactOf.Code("Supplier's reference", r)] : Array.Empty<Fact>(),
                .. order.Ordered is { } o ? [FactOf.Date("Ordered", o)] : Array.Empty<Fact>(),
                .. order.Confirmed is { } c ? [FactOf.Date("Confirmed", c)] : Array.Empty<Fact>(),
                .. order.Planned is { } planned ? [FactOf.Date("Planned", planned)] : Array.Empty<Fact>(),
                .. money ? [FactOf.Money("Net", order.Net, order.Currency)] : Array.Empty<Fact>(),
            ]);

    private string Add(OrderedPurchase order, OrderedLine line)
        => sheet.Record(
            "purchase.order.line",
            line.Row.Id,
            $"Purchase order {order.Name} — {line.Product}",
            $"{order.Name}: {Phrase.Quantity(line.Ordered, line.Unit)} of {line.Product} ordered, {Phrase.Number(line.Received)} received, {Phrase.Number(line.Open)} still to come",
            line.Row,
            [
                FactOf.Code("Purchase order", order.Name),
                FactOf.Code("Product", line.Product),
                FactOf.Quantity("Ordered", line.Ordered, line.Unit),
                FactOf.Quantity("Received", line.Received, line.Unit),
                FactOf.Quantity("Still to come", line.Open, line.Unit),
                .. money ? [FactOf.Money("Net", line.Net, order.Currency)] : Array.Empty<Fact>(),
            ]);

    private static string BillWords(OrderedPurchase order)
    {
        var (billed, ordered) = (order.Lines.Sum(l => l.Billed), order.Lines.Sum(l => l.Ordered));
        return billed == 0 ? "nothing is billed yet" : billed < ordered ? "billed in part" : "fully billed";
    }

    private string About()
        => (names["product"] is { } p ? $" with {p.Code ?? p.Name}" : string.Empty)
        + (names["supplier"] is { } s ? $" from {s.Name}" : string.Empty)
        + (names["company"] is { } c ? $" of {c.Name}" : string.Empty)
        + (names["warehouse"] is { } w ? $" for {w.Code ?? w.Name}" : string.Empty);

    private static string Window((DateOnly? From, DateOnly? To) window) => window switch
    {
        ({ } a, { } b) when a == b => $" planned for {Phrase.Day(a)}",
        ({ } a, { } b) => $" planned from {Phrase.Day(a)} to {Phrase.Day(b)}",
        ({ } a, null) => $" planned from {Phrase.Day(a)} on",
        (null, { } b) => $" planned by {Phrase.Day(b)}",
        _ => string.Empty,
    };

    private IEnumerable<Fact> Facts((DateOnly? From, DateOnly? To) window)
        => names.Facts
            .Concat(new[] { ("First planned day", window.From), ("Last planned day", window.To) }.Where(d => d.Item2 is not null).Select(d => FactOf.Date(d.Item1, d.Item2!.Value)));

    private TableCard Table(List<OrderedPurchase> shown, int total) => new()
    {
        Title = "Purchase orders",
        Columns =
        [
            new("order", "Purchase order", FactKind.Code), new("supplier", "Supplier", FactKind.Text), new("place", "Goes to", FactKind.Text), new("state", "State", FactKind.Text), new("planned", "Planned", FactKind.Date),
            .. money ? [new TableColumn("net", "Net", FactKind.Money, shown[0].Currency)] : Array.Empty<TableColumn>(),
        ],
        Rows = [.. shown.Select(o => (IReadOnlyList<JsonValue?>)
        [
            JsonValue.Create(o.Name), JsonValue.Create(o.Supplier), JsonValue.Create(o.Place), JsonValue.Create(o.StateWords), o.Planned is { } p ? JsonValue.Create(FactOf.Date("d", p).Value) : null,
            .. money ? [JsonValue.Create(o.Net)] : Array.Empty<JsonValue?>(),
        ])],
        TotalRows = total,
        Sources = [.. shown.Select(o => $"purchase.order:{o.Id}")],
    };
}
