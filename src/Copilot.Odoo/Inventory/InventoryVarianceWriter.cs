using System.Text.Json.Nodes;
using Copilot.Contracts;
using Copilot.Odoo.Answers;
using Copilot.Odoo.Names;

namespace Copilot.Odoo.Inventory;

/// <summary>Writes stock adjustments: net and in each direction, who booked them, the largest first.</summary>
internal sealed class InventoryVarianceWriter(AnswerSheet sheet, ResolvedNames names, string show, DateOnly from, DateOnly to)
{
    private const int PeopleShown = 4;

    private string About
        => (names["product"] is { } p ? $" of {p.Code ?? p.Name}" : string.Empty) + (names["category"] is { } c ? $" of {c.Name}" : string.Empty)
        + (names["warehouse"] is { } w ? $" in {w.Code ?? w.Name}" : string.Empty) + (names["person"] is { } person ? $" by {person.Name}" : string.Empty)
        + (from == to ? $" on {Phrase.Day(from)}" : $" from {Phrase.Day(from)} to {Phrase.Day(to)}");

    public ToolResult Write(IReadOnlyList<StockAdjustment> all, bool cut, int count)
    {
        var wanted = all.Where(a => show == "all" || (show == "losses" ? a.Quantity < 0 : a.Quantity > 0))
            .OrderByDescending(a => Math.Abs(a.Value ?? a.Quantity)).ThenByDescending(a => a.Day).ThenBy(a => a.Row.Id).ToList();
        var shown = wanted.Take(count).ToList();
        var kind = show switch { "losses" => ("loss", "losses"), "gains" => ("gain", "gains"), _ => ("adjustment", "adjustments") };
        var counted = sheet.Count(
            "adjustments", "Adjustments found", wanted.Select(a => $"{a.Product.Label} {a.Row.Id}"), $"{kind.Item2} booked by counts or scrapping{About}",
            [FactOf.Number("Shown", shown.Count), FactOf.Date("First day", from), FactOf.Date("Last day", to), .. names.Facts]);
        if (wanted.Count == 0)
        {
            sheet.Say(FindingRole.Headline, $"No {kind.Item1} was booked{About}", null, counted);
            return sheet.Finish();
        }

        Headline(wanted, kind, counted);
        foreach (var adjustment in shown)
        {
            Item(adjustment);
        }

        People(wanted);
        if (wanted[0].Cost is null)
        {
            sheet.Say(FindingRole.Caveat, "Values are not shown and the list is ranked by quantity: your account may not see cost", null, counted);
        }

        if (cut)
        {
            sheet.Say(FindingRole.Caveat, "More adjustments match than I can weigh at once; narrow the period or the product", null, counted);
        }

        if (shown.Count < wanted.Count)
        {
            sheet.Say(FindingRole.Caveat, $"The list shows the {shown.Count} largest of {Phrase.Number(wanted.Count)}", null, counted);
        }

        sheet.Show(Table(shown, wanted.Count));
        return sheet.Finish(new ListCut(shown.Count, wanted.Count));
    }

    private void Headline(List<StockAdjustment> wanted, (string One, string Many) kind, string counted)
    {
        var evidence = new List<string> { counted };
        var text = $"{Phrase.Count(wanted.Count, kind.One, kind.Many)} {(wanted.Count == 1 ? "was" : "were")} booked{About}";
        if (show == "all")
        {
            var losses = wanted.Where(a => a.Quantity < 0).ToList();
            evidence.Add(sheet.Count("adjustments-lost", "Losses", losses.Select(a => $"{a.Product.Label} {a.Row.Id}"), "adjustments that booked goods out", FactOf.Number("Gains", wanted.Count - losses.Count)));
            text += $": {Phrase.Count(losses.Count, "loss", "losses")} and {Phrase.Count(wanted.Count - losses.Count, "gain", "gains")}";
        }

        foreach (var currency in wanted.Where(a => a.Value is not null).GroupBy(a => a.Currency))
        {
            var net = sheet.Sum($"adjustments-{currency.Key}", "Net value at cost", currency.Select(a => ($"{a.Product.Label} {a.Row.Id}", a.Value!.Value)), currency.Key, "quantity times the product's cost today, losses below zero, added up");
            evidence.Add(net);
            text += $", {Phrase.Money(currency.Sum(a => a.Value!.Value), currency.Key)} net at cost";
        }

        sheet.Say(FindingRole.Headline, text, null, evidence);
    }

    private void Item(StockAdjustment adjustment)
    {
        var evidence = new List<string> { Add(adjustment) };
        var unit = adjustment.Product.Unit;
        var text = $"{adjustment.Product.Label} ({adjustment.Product.Name}) in {adjustment.Place}: {Phrase.Quantity(Math.Abs(adjustment.Quantity), unit)} {(adjustment.Quantity < 0 ? "missing" : "more than booked")} on {Phrase.Day(adjustment.Day)}, booked by {adjustment.Person}"
            + (adjustment.Reason.Length > 0 ? $" ({adjustment.Reason})" : string.Empty);
        if (adjustment.Value is { } value)
        {
            evidence.Add(sheet.Calculate(
                $"adjustment-value:{adjustment.Row.Id}", $"Value of the adjustment of {adjustment.Product.Label}", CalculationOperation.Product, [FactOf.Quantity("Quantity", Math.Abs(adjustment.Quantity), unit), FactOf.Money("Cost", adjustment.Cost!.Value, adjustment.Currency)],
                FactOf.Money("Value", Math.Abs(value), adjustment.Currency), "quantity times the product's cost today"));
            text += $", worth {Phrase.Money(Math.Abs(value), adjustment.Currency)}";
        }

        sheet.Say(FindingRole.Item, text, adjustment.Product.Label, evidence);
    }

    private void People(List<StockAdjustment> wanted)
    {
        var people = wanted.GroupBy(a => a.Person).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).Take(PeopleShown).ToList();
        var evidence = people.Select(g => sheet.Count($"adjustments-by:{g.Key}", $"Adjustments booked by {g.Key}", g.Select(a => $"{a.Product.Label} {a.Row.Id}"), $"those that {g.Key} booked")).ToList();
        sheet.Say(FindingRole.Detail, $"Booked by {Phrase.List(people.Select(g => $"{g.Key} ({g.Count()})"))}", null, evidence);
    }

    private string Add(StockAdjustment adjustment)
        => sheet.Record(
            "stock.move",
            adjustment.Row.Id,
            $"Adjustment of {adjustment.Product.Label} — {adjustment.Place}",
            $"{adjustment.Product.Label} {adjustment.Product.Name} in {adjustment.Place}: {Phrase.Quantity(adjustment.Quantity, adjustment.Product.Unit)} on {Phrase.Day(adjustment.Day)}, booked by {adjustment.Person} {adjustment.Reason}",
            adjustment.Row,
            FactOf.Code("Product", adjustment.Product.Label),
            FactOf.Text("Name", adjustment.Product.Name),
            FactOf.Text("Place", adjustment.Place),
            FactOf.Quantity("Quantity", Math.Abs(adjustment.Quantity), adjustment.Product.Unit),
            FactOf.Date("Day", adjustment.Day),
            FactOf.Text("Person", adjustment.Person),
            FactOf.Text("Reason", adjustment.Reason));

    private TableCard Table(List<StockAdjustment> shown, int total) => new()
    {
        Title = "Adjustments",
        Columns =
        [
            new("day", "Day", FactKind.Date), new("product", "Product", FactKind.Code), new("place", "Place", FactKind.Text), new("quantity", "Quantity", FactKind.Quantity), new("unit", "Unit", FactKind.Text), new("person", "Booked by", FactKind.Text),
            .. shown[0].Cost is null ? Array.Empty<TableColumn>() : [new TableColumn("value", "Value at cost", FactKind.Money, shown[0].Currency)],
        ],
        Rows = [.. shown.Select(a => (IReadOnlyList<JsonValue?>)
        [
            JsonValue.Create(FactOf.Date("d", a.Day).Value), JsonValue.Create(a.Product.Label), JsonValue.Create(a.Place), JsonValue.Create(a.Quantity), JsonValue.Create(a.Product.Unit), JsonValue.Create(a.Person),
            .. shown[0].Cost is null ? Array.Empty<JsonValue?>() : [JsonValue.Create(a.Value ?? 0)],
        ])],
        TotalRows = total,
        Sources = [.. shown.Select(Add)],
    };
}
