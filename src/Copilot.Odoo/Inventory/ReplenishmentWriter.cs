using System.Text.Json.Nodes;
using Copilot.Contracts;
using Copilot.Odoo.Answers;
using Copilot.Odoo.Names;

namespace Copilot.Odoo.Inventory;

/// <summary>Ranks and writes what to reorder: first what is gone, then what runs out before an order could come, then by days left.</summary>
internal sealed class ReplenishmentWriter(AnswerSheet sheet, Sites sites, ResolvedNames names, string show)
{
    private string About
        => (names["product"] is { } p ? $" of {p.Code ?? p.Name}" : string.Empty) + (names["category"] is { } c ? $" of {c.Name}" : string.Empty)
        + (names["supplier"] is { } s ? $" from {s.Name}" : string.Empty) + (names["warehouse"] is { } w ? $" in {w.Code ?? w.Name}" : string.Empty);

    public ToolResult Write(IReadOnlyList<ReorderRule> rules, bool cut, int count)
    {
        var wanted = rules.Where(r => show == "all" || (show == "soon" ? r.RunsOut && r.OnHand >= 0 : r.IsBelow))
            .OrderByDescending(r => r.IsBelow).ThenByDescending(r => r.OnHand <= 0 && r.Sold > 0).ThenByDescending(r => r.RunsOut)
            .ThenBy(r => r.DaysLeft ?? int.MaxValue).ThenByDescending(r => r.PerWeek).ThenBy(r => r.Row.Id)
            .ToList();
        var shown = wanted.Take(count).ToList();
        var what = show switch { "all" => "reordering rules", "soon" => "products that run out before an order could come", _ => "products below their minimum" };
        var counted = sheet.Count(
            "reorder", "Reordering rules found", wanted.Select(Label), $"{what}{About}, one for each product and warehouse, of {Phrase.Count(rules.Count, "rule", "rules")}",
            [FactOf.Number("Shown", shown.Count), FactOf.Number("Rules looked at", rules.Count), .. names.Facts]);
        if (wanted.Count == 0)
        {
            sheet.Say(
                FindingRole.Headline,
                rules.Count == 0 ? $"There is no reordering rule{About} among those you may see, so I can't propose anything"
                    : show == "soon" ? $"Nothing{About} runs out before an order could come" : $"Nothing{About} has to be reordered: the forecast reaches the minimum of every one of {Phrase.Count(rules.Count, "rule", "rules")}",
                null,
                counted);
            return sheet.Finish();
        }

        Headline(wanted, counted);
        foreach (var rule in shown)
        {
            Item(rule, detailed: shown.Count <= 3);
        }

        if (wanted[0] is { IsBelow: true } first)
        {
            sheet.Say(FindingRole.Advice, $"Reorder {first.Product} for {Site(first)} first: {Urgency(first)}", null, [Add(first), .. Cover(first)]);
        }

        if (wanted.Any(r => r.LeadDays is null))
        {
            sheet.Say(FindingRole.Caveat, "Lead times are not known for all of them: no supplier price is kept, or your account may not read them", null, counted);
        }

        if (cut)
        {
            sheet.Say(FindingRole.Caveat, "There are more rules than I can weigh at once; name a warehouse or a category to see all", null, counted);
        }

        if (shown.Count < wanted.Count)
        {
            sheet.Say(FindingRole.Caveat, $"The list shows the {shown.Count} most urgent of {Phrase.Number(wanted.Count)}", null, counted);
        }

        sheet.Show(Table(shown, wanted.Count));
        return sheet.Finish(new ListCut(shown.Count, wanted.Count));
    }

    private void Headline(List<ReorderRule> wanted, string counted)
    {
        var first = wanted[0];
        var evidence = new List<string> { counted, Add(first) };
        var text = show switch
        {
            "all" => $"{Phrase.Count(wanted.Count, "reordering rule", "reordering rules")}{About}, {wanted.Count(r => r.IsBelow)} below the minimum",
            "soon" => $"{Phrase.Count(wanted.Count, "product runs", "products run")} out before an order could come{About}",
            _ => $"{Phrase.Count(wanted.Count, "product is", "products are")} below the minimum{About}, one for each warehouse",
        };
        if (show == "all")
        {
            evidence.Add(sheet.Count("reorder-below", "Rules below the minimum", wanted.Where(r => r.IsBelow).Select(Label), "rules whose forecast is below the minimum"));
        }

        sheet.Say(FindingRole.Headline, $"{text}; first {first.Product} ({first.Name}) for {Site(first)}", null, evidence);
    }

    private void Item(ReorderRule rule, bool detailed)
    {
        var self = Add(rule);
        var evidence = new List<string> { self };
        var text = $"{rule.Product} ({rule.Name}) in {Site(rule)}: ";
        if (rule.Proposed > 0)
        {
            evidence.Add(Proposal(rule));
            text += $"order {Phrase.Quantity(rule.Proposed, rule.Unit)}, ";
        }

        text += $"forecast {Phrase.Number(rule.Forecast)} against a minimum of {Phrase.Number(rule.Minimum)}, {Phrase.Number(rule.OnHand)} on hand";
        evidence.AddRange(Cover(rule));
        text += rule.DaysLeft is { } left ? $", enough for {Phrase.Days(left)}" : ", nothing sold in thirteen weeks";
        text += rule.LeadDays is { } lead ? $"; {rule.Supplier} takes {Phrase.Days(lead)}" : string.Empty;
        sheet.Say(FindingRole.Item, text, rule.Product, evidence);
        if (detailed && rule.Proposed > 0)
        {
            sheet.Say(
                FindingRole.Detail,
                $"How: up to the maximum of {Phrase.Number(Math.Max(rule.Minimum, rule.Maximum))} from a forecast of {Phrase.Number(rule.Forecast)}"
                    + (rule.Multiple > 1 ? $", in multiples of {Phrase.Number(rule.Multiple)}" : string.Empty) + $"; {Phrase.Number(Math.Round(rule.PerWeek, 1))} a week were sold in thirteen weeks",
                rule.Product,
                [self, Proposal(rule), .. Cover(rule)]);
        }
    }

    private string Add(ReorderRule rule)
        => sheet.Record(
            "stock.warehouse.orderpoint",
            rule.Row.Id,
            $"Reordering rule of {rule.Product} in {Site(rule)}",
            $"{rule.Product} {rule.Name} in {Site(rule)}: minimum {Phrase.Number(rule.Minimum)}, maximum {Phrase.Number(rule.Maximum)}, on hand {Phrase.Number(rule.OnHand)}, forecast {Phrase.Number(rule.Forecast)}",
            rule.Row,
            [
                FactOf.Code("Product", rule.Product),
                FactOf.Text("Name", rule.Name),
                FactOf.Code("Warehouse", Site(rule)),
                FactOf.Quantity("On hand", rule.OnHand, rule.Unit),
                FactOf.Quantity("Forecast", rule.Forecast, rule.Unit),
                FactOf.Quantity("Minimum", rule.Minimum, rule.Unit),
                FactOf.Quantity("Maximum", rule.Maximum, rule.Unit),
                .. rule.LeadDays is { } lead ? [FactOf.Days("Lead time", lead), FactOf.Text("Supplier", rule.Supplier)] : Array.Empty<Fact>(),
            ]);

    private string Proposal(ReorderRule rule)
    {
        var upTo = Math.Max(rule.Minimum, rule.Maximum);
        var whole = rule.Multiple <= 0 || rule.Proposed == upTo - rule.Forecast;
        return sheet.Calculate(
            $"reorder:{rule.Row.Id}",
            $"Proposed order of {rule.Product} for {Site(rule)}",
            whole ? CalculationOperation.Difference : CalculationOperation.Model,
            [FactOf.Quantity("Up to", upTo, rule.Unit), FactOf.Quantity("Forecast", rule.Forecast, rule.Unit), .. whole ? Array.Empty<Fact>() : [FactOf.Quantity("Multiple", rule.Multiple, rule.Unit)]],
            FactOf.Quantity("Proposed", rule.Proposed, rule.Unit),
            "the maximum (or the minimum where it is larger) less the forecast" + (whole ? string.Empty : ", rounded up to whole multiples"),
            FactOf.Quantity("Up to", upTo, rule.Unit),
            FactOf.Quantity("Multiple", rule.Multiple, rule.Unit));
    }

    /// <summary>Demand a week, and how long the stock lasts.</summary>
    private IEnumerable<string> Cover(ReorderRule rule)
    {
        if (rule.DaysLeft is not { } left)
        {
            return [sheet.Aggregate($"sold:{rule.Row.Id}", $"Sales of {rule.Product} in {Site(rule)}", "nothing left for customers in the last thirteen weeks", FactOf.Quantity("Sold", 0, rule.Unit), FactOf.Number("Weeks of sale looked at", 13))];
        }

        return
        [
            sheet.Calculate(
                $"cover:{rule.Row.Id}", $"Days that {rule.Product} lasts in {Site(rule)}", CalculationOperation.Model, [FactOf.Quantity("On hand", rule.OnHand, rule.Unit), FactOf.Quantity("Sold in thirteen weeks", rule.Sold, rule.Unit)],
                FactOf.Days("Days left", left), $"stock on hand divided by the sale of a day, {Phrase.Number(rule.Sold)} in {rule.SoldDays} days",
                FactOf.Quantity("Sold a week", Math.Round(rule.PerWeek, 1), rule.Unit),
                FactOf.Number("Weeks of sale looked at", 13)),
        ];
    }

    private static string Urgency(ReorderRule rule)
        => rule.OnHand <= 0 ? "nothing is left on the shelf"
            : rule.RunsOut ? $"it lasts {Phrase.Days(rule.DaysLeft!.Value)} and an order takes {Phrase.Days(rule.LeadDays!.Value)}"
            : rule.DaysLeft is { } left ? $"it lasts {Phrase.Days(left)}" : "its forecast is below the minimum";

    private string Site(ReorderRule rule) => sites.Code(rule.WarehouseId);

    private string Label(ReorderRule rule) => $"{rule.Product} {Site(rule)}";

    private TableCard Table(List<ReorderRule> shown, int total) => new()
    {
        Title = "Reorder proposals",
        Columns =
        [
            new("product", "Product", FactKind.Code), new("warehouse", "Warehouse", FactKind.Code), new("order", "Order", FactKind.Quantity), new("unit", "Unit", FactKind.Text), new("onHand", "On hand", FactKind.Quantity),
            new("forecast", "Forecast", FactKind.Quantity), new("minimum", "Minimum", FactKind.Quantity), new("week", "Sold a week", FactKind.Quantity), new("left", "Days left", FactKind.Days), new("lead", "Lead time", FactKind.Days),
        ],
        Rows = [.. shown.Select(r => (IReadOnlyList<JsonValue?>)
        [
            JsonValue.Create(r.Product), JsonValue.Create(Site(r)), JsonValue.Create(r.Proposed), JsonValue.Create(r.Unit), JsonValue.Create(r.OnHand), JsonValue.Create(r.Forecast), JsonValue.Create(r.Minimum),
            JsonValue.Create(Math.Round(r.PerWeek, 1)), r.DaysLeft is { } d ? JsonValue.Create(d) : null, r.LeadDays is { } l ? JsonValue.Create(l) : null,
        ])],
        TotalRows = total,
        Sources = [.. shown.Select(Add)],
    };
}
