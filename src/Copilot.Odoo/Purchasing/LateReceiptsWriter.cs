using System.Text.Json.Nodes;
using Copilot.Contracts;
using Copilot.Odoo.Answers;
using Copilot.Odoo.Client;
using Copilot.Odoo.Names;

namespace Copilot.Odoo.Purchasing;

/// <summary>Writes late purchase lines.</summary>
internal sealed class LateReceiptsWriter(AnswerSheet sheet, ResolvedNames names, NamedDays planned, string show)
{
    private const int OrdersShown = 4;

    private static readonly string[] NameParameters = ["order", "product", "supplier", "warehouse"];

    public ToolResult Write(IReadOnlyList<PurchaseLine> lines, OdooPage page, bool mayStock, int count)
    {
        var shown = lines.Take(count).ToList();
        var overdue = lines.Where(l => l.DaysLate > 0).ToList();
        var about = About();
        var total = sheet.Count(
            "receipts",
            "Purchase lines found",
            lines.Select(l => $"{l.Order} {l.Product}"),
            $"open purchase lines{about}{By}" + (show == "all" ? string.Empty : " that are overdue or likely to be late"),
            [FactOf.Number("Shown", shown.Count), .. planned.Facts, .. NameFacts()]);
        if (lines.Count == 0)
        {
            if (names["order"] is { } closed)
            {
                sheet.Say(FindingRole.Headline, $"Nothing of {closed.Name} is still to come: it has arrived, or it is not confirmed", null, total);
                return sheet.Finish();
            }

            sheet.Say(FindingRole.Headline, show == "all" ? $"Nothing{about} is on order{By}" : $"No open purchase line{about}{By} is {(show == "overdue" ? "overdue" : "overdue or likely to be late")}", null, total);
            return sheet.Finish();
        }

        Headline(lines, overdue, about, total);
        foreach (var line in shown)
        {
            Item(line);
        }

        if (lines.FirstOrDefault(l => l.DaysLate > 0) is { } first)
        {
            var forOrders = first.Waiting.Count > 0 ? $"; {first.Waiting[0].Name} for {first.Waiting[0].Customer} waits for it" : string.Empty;
            sheet.Say(
                FindingRole.Advice,
                $"Purchasing should first get a firm date from {first.Supplier} for {first.Order}{forOrders}",
                null,
                [Add(first), .. first.Waiting.Take(1).Select(o => sheet.Add(o))]);
        }

        Caveats(lines, page, mayStock, shown.Count, total);
        sheet.Show(Table(shown, lines.Count));
        return sheet.Finish(new ListCut(shown.Count, lines.Count));
    }

    private void Headline(IReadOnlyList<PurchaseLine> lines, List<PurchaseLine> overdue, string about, string total)
    {
        var evidence = new List<string> { total, sheet.Count("receipts-overdue", "Overdue purchase lines", overdue.Select(l => $"{l.Order} {l.Product}"), "those whose planned day is over") };
        var waiting = lines.SelectMany(l => l.Waiting).Select(o => o.Name).Distinct().ToList();
        evidence.Add(sheet.Count("receipts-waiting", "Customer orders waiting", waiting, "customer orders whose goods come with these lines"));
        var text = show == "all"
            ? $"{Phrase.Count(lines.Count, "purchase line", "purchase lines")}{about} {(lines.Count == 1 ? "is" : "are")} still to come{By}, {(lines.Count > 1 ? $"{overdue.Count} of them overdue" : overdue.Count == 1 ? "and overdue" : "not overdue")}"
            : overdue.Count == lines.Count
                ? $"{Phrase.Count(lines.Count, "purchase line", "purchase lines")}{about}{(planned.From is not null || planned.To < sheet.Days.Today.AddDays(-1) ? By : string.Empty)} {(lines.Count == 1 ? "is" : "are")} overdue"
                : $"{Phrase.Count(lines.Count, "purchase line", "purchase lines")}{about}{By} {(lines.Count == 1 ? "is" : "are")} late or likely to be: {overdue.Count} overdue, the others from suppliers that are usually late";
        if (waiting.Count > 0)
        {
            text += $"; {Phrase.Count(waiting.Count, "customer order waits", "customer orders wait")} for them";
        }

        sheet.Say(FindingRole.Headline, text, null, evidence);
    }

    private void Item(PurchaseLine line)
    {
        var evidence = new List<string> { Add(line) };
        var text = $"{line.Order} from {line.Supplier}: {Phrase.Quantity(line.Open, line.Unit)} of {line.Product}, planned {Phrase.Day(line.Planned)}";
        if (line.DaysLate > 0)
        {
            evidence.Add(sheet.DaysBetween($"receipt-late:{line.Row.Id}", $"Days {line.Order} {line.Product} is late", ("today", sheet.Days.Today), ("planned day", line.Planned)));
            text += $", {Phrase.Days(line.DaysLate)} late";
        }
        else if (line.LikelyLate)
        {
            evidence.Add(sheet.AddPunctuality(line.History, 0));
            text += $", likely late: {line.History.Punctuality(0)}, by {Phrase.Days(line.History.UsualDelay)} as a rule";
        }

        sheet.Say(FindingRole.Item, text, $"{line.Order} {line.Product}", evidence);
        if (line.Waiting.Count > 0)
        {
            var waiting = line.Waiting.Take(OrdersShown).ToList();
            var more = line.Waiting.Count > OrdersShown ? " and more" : string.Empty;
            sheet.Say(
                FindingRole.Detail,
                $"Waiting for it: {Phrase.List(waiting.Select(o => $"{o.Name} for {o.Customer}{(o.Promised is { } p ? $" (promised {Phrase.Day(p)})" : string.Empty)}"))}{more}",
                $"{line.Order} {line.Product}",
                [Add(line), .. waiting.Select(o => sheet.Add(o))]);
        }
    }

    private void Caveats(IReadOnlyList<PurchaseLine> lines, OdooPage page, bool mayStock, int shown, string total)
    {
        if (shown < lines.Count)
        {
            sheet.Say(FindingRole.Caveat, $"The list shows {shown} of {lines.Count} lines", null, total);
        }

        if (page.IsCut)
        {
            sheet.Say(FindingRole.Caveat, "More open lines match than I can weigh at once; narrow the supplier, the product or the period to see all", null, total);
        }

        if (!mayStock)
        {
            sheet.Say(FindingRole.Caveat, "Waiting customer orders and the suppliers' punctuality are not shown: your account may not read stock", null, total);
        }
    }

    private string Add(PurchaseLine line)
        => sheet.Record(
            "purchase.order.line",
            line.Row.Id,
            $"Purchase order {line.Order} — {line.Product}",
            $"{line.Order} from {line.Supplier}: {Phrase.Quantity(line.Open, line.Unit)} of {line.Product} still to come, planned {Phrase.Day(line.Planned)}",
            line.Row,
            FactOf.Code("Purchase order", line.Order),
            FactOf.Text("Supplier", line.Supplier),
            FactOf.Code("Product", line.Product),
            FactOf.Quantity("Still to come", line.Open, line.Unit),
            FactOf.Date("Planned", line.Planned),
            FactOf.Money("Open value", line.OpenValue, line.Currency));

    /// <summary>" planned by …", or nothing when one purchase order is asked for.</summary>
    private string By => names["order"] is null ? planned.Words : string.Empty;

    private string About()
        => (names["order"] is { } o ? $" of {o.Name}" : string.Empty)
        + (names["product"] is { } p ? $" of {p.Code ?? p.Name}" : string.Empty)
        + (names["supplier"] is { } s ? $" from {s.Name}" : string.Empty)
        + (names["warehouse"] is { } w ? $" for {w.Code ?? w.Name}" : string.Empty);

    private IEnumerable<Fact> NameFacts()
        => NameParameters.Where(n => names[n] is not null).Select(n => FactOf.Code(n, names[n]!.Code ?? names[n]!.Name));

    private static TableCard Table(List<PurchaseLine> shown, int total) => new()
    {
        Title = "Late receipts",
        Columns =
        [
            new("order", "Purchase order", FactKind.Code), new("supplier", "Supplier", FactKind.Text), new("product", "Product", FactKind.Code), new("open", "Still to come", FactKind.Quantity),
            new("unit", "Unit", FactKind.Text), new("planned", "Planned", FactKind.Date), new("daysLate", "Days late", FactKind.Days), new("waiting", "Waiting orders", FactKind.Text),
        ],
        Rows = [.. shown.Select(l => (IReadOnlyList<JsonValue?>)
        [
            JsonValue.Create(l.Order), JsonValue.Create(l.Supplier), JsonValue.Create(l.Product), JsonValue.Create(l.Open), JsonValue.Create(l.Unit), JsonValue.Create(FactOf.Date("d", l.Planned).Value),
            JsonValue.Create(Math.Max(0, l.DaysLate)), JsonValue.Create(string.Join(", ", l.Waiting.Select(o => o.Name).Take(6))),
        ])],
        TotalRows = total,
        Sources = [.. shown.Select(l => $"purchase.order.line:{l.Row.Id}")],
    };
}
