using System.Globalization;
using System.Text.Json.Nodes;
using Copilot.Contracts;
using Copilot.Odoo.Answers;
using Copilot.Odoo.Sales;

namespace Copilot.Odoo.Warehouse;

/// <summary>Writes deliveries one by one: how many left and how many of them late, then each; or the backorders that are open.</summary>
internal sealed class DeliveriesWriter(AnswerSheet sheet, string about, Period period)
{
    public ToolResult Write(List<Shipment> all, string show, bool isCut, int count)
    {
        var found = show == "late" ? [.. all.Where(s => s.IsLate).OrderByDescending(s => s.DaysLate).ThenBy(s => s.Name, StringComparer.Ordinal)] : all;
        var (judged, late) = (all.Count(s => s.DaysLate is not null), all.Count(s => s.IsLate));
        var list = show == "backorders"
            ? sheet.Aggregate("deliveries:backorders", "Open backorders", $"{Phrase.Count(all.Count, "open delivery is", "open deliveries are")} the rest of an order that left in part", FactOf.Number("Backorders", all.Count), FactOf.Number("Shown", Math.Min(count, all.Count)))
            : sheet.Aggregate(
                "deliveries:left",
                $"Deliveries that left {period.Words}",
                $"{Phrase.Count(all.Count, "delivery", "deliveries")} left {period.Words}; {judged} of them had a promised day, {late} left after it",
                FactOf.Number("Deliveries", all.Count),
                FactOf.Number("With a promised day", judged),
                FactOf.Number("Late", late),
                FactOf.Number("In time", judged - late),
                FactOf.Number("Shown", Math.Min(count, found.Count)),
                FactOf.Date("From", period.From),
                FactOf.Date("To", period.To));
        sheet.Say(FindingRole.Headline, Headline(all, show, judged, late), null, list);
        var shown = found.Take(count).ToList();
        var cited = shown.ConvertAll(Add);
        for (var i = 0; i < shown.Count; i++)
        {
            sheet.Say(FindingRole.Item, Words(shown[i]), shown[i].Name, cited[i]);
        }

        if (isCut)
        {
            sheet.Say(FindingRole.Caveat, "There are more deliveries than are read at once; ask for a shorter period, a customer or a warehouse", null, list);
        }

        if (shown.Count < found.Count)
        {
            sheet.Say(FindingRole.Caveat, $"The list shows {shown.Count} of {Phrase.Number(found.Count)}{(show == "late" ? ", the latest first" : string.Empty)}", null, list);
        }

        if (shown.Count > 0)
        {
            sheet.Show(Table(shown, found.Count, show, [.. cited.SelectMany(c => c)]));
        }

        return sheet.Finish(new ListCut(shown.Count, found.Count));
    }

    private string Headline(List<Shipment> all, string show, int judged, int late)
    {
        if (show == "backorders")
        {
            return all.Count == 0 ? $"No backorder{about} is open among those you may see" : $"{Phrase.Count(all.Count, "backorder", "backorders")}{about} {(all.Count == 1 ? "is" : "are")} open: the rest of orders that left in part";
        }

        if (all.Count == 0)
        {
            return $"No delivery{about} left {period.Words} among those you may see";
        }

        var left = $"{Phrase.Count(all.Count, "delivery", "deliveries")}{about} left {period.Words}";
        return judged == 0 ? left
            : show == "late" ? $"{(late == 0 ? "None" : Phrase.Number(late))} of {Phrase.Count(judged, "delivery", "deliveries")}{about} that left {period.Words} left after the promised day"
            : $"{left}, {Phrase.Number(judged - late)} by the promised day and {Phrase.Number(late)} late";
    }

    private static string Words(Shipment shipment)
    {
        var order = shipment.Order is { } name ? $" ({name} for {shipment.Customer})" : $" for {shipment.Customer}";
        if (shipment.Left is not { } left)
        {
            var ready = shipment.Row.Text("state") == "assigned" ? "all goods reserved" : "waits for stock";
            return $"{shipment.Name}{order}: {ready}{(shipment.Promised is { } day ? $", promised {Phrase.Day(day)}" : string.Empty)}{(shipment.Scheduled is { } planned ? $", scheduled {Phrase.Day(planned)}" : string.Empty)}";
        }

        var kept = shipment.DaysLate switch
        {
            null => string.Empty,
            > 0 => $", promised {Phrase.Day(shipment.Promised!.Value)}, {Phrase.Days(shipment.DaysLate.Value)} late",
            _ => $", promised {Phrase.Day(shipment.Promised!.Value)}, in time",
        };
        return $"{shipment.Name}{order}: left {Phrase.Day(left)}{kept}";
    }

    private List<string> Add(Shipment shipment)
    {
        var record = sheet.Record(
            "stock.picking",
            shipment.Row.Id,
            $"Delivery {shipment.Name} — {shipment.Customer}",
            Words(shipment),
            shipment.Row,
            [
                FactOf.Code("Delivery", shipment.Name), FactOf.Text("Customer", shipment.Customer), .. shipment.Order is { } order ? [FactOf.Code("Order", order)] : Array.Empty<Fact>(),
                .. shipment.Left is { } left ? [FactOf.Date("Left", left)] : Array.Empty<Fact>(), .. shipment.Promised is { } promised ? [FactOf.Date("Promised", promised)] : Array.Empty<Fact>(),
                .. shipment.Scheduled is { } planned ? [FactOf.Date("Scheduled", planned)] : Array.Empty<Fact>(),
            ]);
        return shipment.IsLate
            ? [record, sheet.DaysBetween($"delivery-late:{shipment.Row.Id}", $"Days {shipment.Name} left late", ("the day it left", shipment.Left!.Value), ("promised day", shipment.Promised!.Value))]
            : [record];
    }

    private static TableCard Table(List<Shipment> shown, int total, string show, List<string> sources) => new()
    {
        Title = "Deliveries",
        Columns =
        [
            new("delivery", "Delivery", FactKind.Code), new("order", "Order", FactKind.Code), new("customer", "Customer", FactKind.Text),
            show == "backorders" ? new("scheduled", "Scheduled", FactKind.Date) : new("left", "Left", FactKind.Date), new("promised", "Promised", FactKind.Date),
        ],
        Rows = [.. shown.Select(s => (IReadOnlyList<JsonValue?>)[JsonValue.Create(s.Name), JsonValue.Create(s.Order), JsonValue.Create(s.Customer), Iso(show == "backorders" ? s.Scheduled : s.Left), Iso(s.Promised)])],
        TotalRows = total,
        Sources = sources,
    };

    private static JsonValue? Iso(DateOnly? day) => day is { } d ? JsonValue.Create(d.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)) : null;
}
