using System.Text.Json.Nodes;
using Copilot.Contracts;
using Copilot.Odoo.Answers;
using Copilot.Odoo.Names;
using Copilot.Odoo.Purchasing;

namespace Copilot.Odoo.Warehouse;

/// <summary>Writes receipts: those that customer orders wait for first.</summary>
internal sealed class ArrivalsWriter(AnswerSheet sheet, ResolvedNames names, string show, DateOnly? from, DateOnly to)
{
    private const int LinesShown = 3;
    private const int OrdersShown = 3;

    private string About
        => (names["receipt"] is { } r ? $" {r.Name}" : string.Empty) + ((names["product"] ?? names["category"]) is { } p ? $" with {p.Code ?? p.Name}" : string.Empty)
        + (names["supplier"] is { } s ? $" from {s.Name}" : string.Empty) + (names["warehouse"] is { } w ? $" at {w.Code ?? w.Name}" : string.Empty);

    private string When => show == "one" ? string.Empty
        : show == "backlog" ? (from is { } f ? $" since {Phrase.Day(f)}" : string.Empty) + $", planned for {Phrase.Day(to)} or before"
        : from == to ? $" on {Phrase.Day(to)}" : $" from {Phrase.Day(from!.Value)} to {Phrase.Day(to)}";

    public ToolResult Write(IReadOnlyList<Arrival> arrivals, int total, int overdue, int count)
    {
        var ordered = show == "came" ? arrivals : [.. arrivals.OrderByDescending(a => a.Waiting.Count > 0).ThenBy(a => a.Waiting.Count > 0 ? a.Waiting[0].Promised : null).ThenBy(a => a.Due).ThenBy(a => a.Id)];
        var shown = ordered.Take(count).ToList();
        var verb = show switch { "came" => "receipts taken in", "backlog" => "open receipts whose day is over", _ => "open receipts expected" };
        var list = sheet.Count(
            "arrivals", "Receipts found", arrivals.Select(a => a.Name), $"{verb}{About}{When}",
            [
                FactOf.Number("Shown", shown.Count), FactOf.Number("Matching in all", total), FactOf.Date("Last day", to), .. from is { } f ? [FactOf.Date("First day", f)] : Array.Empty<Fact>(),
                .. names.Facts,
            ]);
        if (shown.Count == 0)
        {
            sheet.Say(FindingRole.Headline, show switch { "came" => $"Nothing was received{About}{When}", "backlog" => $"Nothing is waiting to be received{About}: no open receipt{When}", _ => $"Nothing is expected{About}{When}" }, null, list);
            Overdue(overdue);
            return sheet.Finish();
        }

        var waiting = arrivals.SelectMany(a => a.Waiting).Select(o => o.Name).Distinct().ToList();
        var evidence = new List<string> { list };
        var text = show switch
        {
            "came" => $"{Phrase.Count(total, "receipt was", "receipts were")} taken in{About}{When}",
            "backlog" => $"{Phrase.Count(total, "receipt is", "receipts are")} still to be received{About}{When}",
            "one" => $"Receipt {arrivals[0].Label} from {arrivals[0].Supplier} {(arrivals[0].Came is { } came ? $"came on {Phrase.Day(came)}" : arrivals[0].Due is { } due ? $"is expected on {Phrase.Day(due)} at {arrivals[0].Place}" : "is open")}",
            _ => $"{Phrase.Count(total, "receipt is", "receipts are")} expected{About}{When}",
        };
        if (show == "one")
        {
            evidence.Add(Add(arrivals[0]));
        }

        if (waiting.Count > 0)
        {
            evidence.Add(sheet.Count("arrivals-waiting", "Customer orders that wait for them", waiting, "customer orders whose goods come with these receipts"));
            text += $"; {Phrase.Count(waiting.Count, "customer order waits", "customer orders wait")} for {(arrivals.Count == 1 ? "it" : "them")}";
        }

        sheet.Say(FindingRole.Headline, text, null, evidence);
        foreach (var arrival in shown)
        {
            Item(arrival);
        }

        if (show is "due" or "backlog" && shown[0].Waiting.Count > 0)
        {
            sheet.Say(FindingRole.Advice, $"Take in {shown[0].Label} first: {shown[0].Waiting[0].Name} waits for it", null, Add(shown[0]), sheet.Add(shown[0].Waiting[0]));
        }

        Overdue(overdue);
        if (shown.Count < total)
        {
            sheet.Say(FindingRole.Caveat, $"The list shows {shown.Count} of {Phrase.Number(total)} receipts", null, list);
        }

        sheet.Show(Table(shown, total));
        return sheet.Finish(new ListCut(shown.Count, total));
    }

    private void Overdue(int overdue)
    {
        if (overdue > 0)
        {
            var evidence = sheet.Aggregate("arrivals-overdue", "Receipts that should have come before", $"{Phrase.Count(overdue, "open receipt", "open receipts")}{About} planned for a day before today", FactOf.Number("Overdue", overdue));
            sheet.Say(FindingRole.Detail, $"Besides, {Phrase.Count(overdue, "receipt", "receipts")}{About} should have come on an earlier day and may arrive too", null, evidence);
        }
    }

    private void Item(Arrival arrival)
    {
        var evidence = new List<string> { Add(arrival) };
        var text = $"{arrival.Label} from {arrival.Supplier} at {arrival.Place}";
        if (arrival.Came is { } came)
        {
            text += $", came on {Phrase.Day(came)}";
        }
        else if (arrival.Due is { } due)
        {
            text += $", planned {Phrase.Day(due)}";
            if (due < sheet.Days.Today)
            {
                evidence.Add(sheet.DaysBetween($"arrival-late:{arrival.Id}", $"Days {arrival.Name} is late", ("today", sheet.Days.Today), ("planned day", due)));
                text += $", {Phrase.Days(sheet.Days.Today.DayNumber - due.DayNumber)} late";
            }
        }

        var lines = arrival.Lines.Take(LinesShown).ToList();
        text += lines.Count == 0 ? string.Empty : $": {Phrase.List(lines.Select(l => $"{Phrase.Quantity(l.Quantity, l.Unit)} of {l.Product}"))}" + (arrival.Lines.Count > LinesShown ? " and more" : string.Empty);
        sheet.Say(FindingRole.Item, text, arrival.Name, evidence);
        if (arrival.Waiting.Count > 0)
        {
            var orders = arrival.Waiting.Take(OrdersShown).ToList();
            sheet.Say(
                FindingRole.Detail,
                $"Waiting for {arrival.Name}: {Phrase.List(orders.Select(o => $"{o.Name} for {o.Customer}{(o.Promised is { } day ? $" (due {Phrase.Day(day)})" : string.Empty)}"))}{(arrival.Waiting.Count > OrdersShown ? " and more" : string.Empty)}",
                arrival.Name,
                [Add(arrival), .. orders.Select(o => sheet.Add(o))]);
        }
    }

    private string Add(Arrival arrival)
        => sheet.Record(
            "stock.picking",
            arrival.Id,
            $"Receipt {arrival.Name} — {arrival.Supplier}",
            $"{arrival.Label} from {arrival.Supplier} at {arrival.Place}: {Phrase.List(arrival.Lines.Select(l => $"{Phrase.Quantity(l.Quantity, l.Unit)} of {l.Product}"))}",
            arrival.Row,
            [
                FactOf.Code("Receipt", arrival.Name),
                FactOf.Code("Purchase order", arrival.Origin ?? arrival.Name),
                FactOf.Text("Supplier", arrival.Supplier),
                FactOf.Code("Warehouse", arrival.Place),
                .. arrival.Due is { } due ? [FactOf.Date("Planned", due)] : Array.Empty<Fact>(),
                .. arrival.Came is { } came ? [FactOf.Date("Came", came)] : Array.Empty<Fact>(),
                .. arrival.Lines.Take(LinesShown).SelectMany(l => new[] { FactOf.Code("Product", l.Product), FactOf.Quantity($"Quantity of {l.Product}", l.Quantity, l.Unit) }),
            ]);

    private static TableCard Table(List<Arrival> shown, int total) => new()
    {
        Title = "Receipts",
        Columns =
        [
            new("receipt", "Receipt", FactKind.Code), new("purchase", "Purchase order", FactKind.Code), new("supplier", "Supplier", FactKind.Text), new("warehouse", "Warehouse", FactKind.Code),
            new("planned", "Planned", FactKind.Date), new("goods", "Goods", FactKind.Text), new("waiting", "Waiting orders", FactKind.Text),
        ],
        Rows = [.. shown.Select(a => (IReadOnlyList<JsonValue?>)
        [
            JsonValue.Create(a.Name), JsonValue.Create(a.Origin), JsonValue.Create(a.Supplier), JsonValue.Create(a.Place), a.Due is { } d ? JsonValue.Create(FactOf.Date("d", d).Value) : null,
            JsonValue.Create(string.Join(", ", a.Lines.Take(6).Select(l => $"{Phrase.Quantity(l.Quantity, l.Unit)} {l.Product}"))), JsonValue.Create(string.Join(", ", a.Waiting.Select(o => o.Name).Take(6))),
        ])],
        TotalRows = total,
        Sources = [.. shown.Select(a => $"stock.picking:{a.Id}")],
    };
}
