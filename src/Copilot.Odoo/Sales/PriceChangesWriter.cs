using System.Globalization;
using System.Text.Json.Nodes;
using Copilot.Contracts;
using Copilot.Odoo.Answers;
using Copilot.Odoo.Client;
using Copilot.Odoo.Inventory;

namespace Copilot.Odoo.Sales;

/// <summary>Writes which price rules were changed and by whom. Odoo keeps only the latest change of a rule, and not the value before.</summary>
internal sealed class PriceChangesWriter(AnswerSheet sheet, Period period, string about)
{
    public ToolResult Write(OdooPage rules, int count)
    {
        var changed = rules.Rows.Where(r => r.Moment("write_date") is not null).ToList();
        var shown = changed.Take(count).ToList();
        var days = $"from {Phrase.Day(period.From)} to {Phrase.Day(period.To)}";
        var list = sheet.Count("price-changes", "Price rules changed", changed.Select(r => r.Id.ToString(CultureInfo.InvariantCulture)), $"price rules{about} last changed {days}", FactOf.Date("From", period.From), FactOf.Date("To", period.To), FactOf.Number("Shown", shown.Count), FactOf.Number("In all", rules.Total));
        if (changed.Count == 0)
        {
            sheet.Say(FindingRole.Headline, $"No sales price rule{about} was changed {days} among those you may see", null, list);
        }
        else
        {
            var people = changed.GroupBy(r => r.Link("write_uid")?.Name ?? "somebody").OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).ToList();
            var evidence = people.Select(g => sheet.Count($"price-changes:{g.Key}", $"Changed by {g.Key}", g.Select(r => r.Id.ToString(CultureInfo.InvariantCulture)), $"price rules last changed by {g.Key}")).Prepend(list).ToList();
            sheet.Say(FindingRole.Headline, $"{Phrase.Count(changed.Count, "sales price rule was", "sales price rules were")} changed{about} {days}: {Phrase.List(people.Select(g => $"{Phrase.Number(g.Count())} by {g.Key}"))}", null, evidence);
        }

        foreach (var row in shown)
        {
            Item(row);
        }

        sheet.Say(FindingRole.Caveat, "Odoo keeps who changed a price rule last and when, not the price before; the product's own list price and prices typed on orders are not in this list", null, list);
        if (shown.Count < rules.Total)
        {
            sheet.Say(FindingRole.Caveat, $"The list shows {shown.Count} of {Phrase.Number(rules.Total)}", null, list);
        }

        if (shown.Count > 0)
        {
            sheet.Show(new TableCard
            {
                Title = "Price rules changed",
                Columns = [new("day", "Changed", FactKind.Date), new("by", "By", FactKind.Text), new("list", "Price list", FactKind.Text), new("on", "For", FactKind.Text), new("price", "Now", FactKind.Text)],
                Rows = [.. shown.Select(r => (IReadOnlyList<JsonValue?>)
                [
                    JsonValue.Create(sheet.Days.Of(r.Moment("write_date"))!.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)), JsonValue.Create(r.Link("write_uid")?.Name), JsonValue.Create(Phrase.Clean(r.Link("pricelist_id")?.Name, 80)), JsonValue.Create(On(r)), JsonValue.Create(Price(r)),
                ])],
                TotalRows = rules.Total,
                Sources = [.. shown.Select(Add)],
            });
        }

        return sheet.Finish(new ListCut(shown.Count, rules.Total));
    }

    private void Item(OdooRow row)
    {
        var day = sheet.Days.Of(row.Moment("write_date"))!.Value;
        var created = sheet.Days.Of(row.Moment("create_date"));
        sheet.Say(FindingRole.Item, $"{Phrase.Day(day)}, {row.Link("write_uid")?.Name ?? "somebody"}: {On(row)} in {Phrase.Clean(row.Link("pricelist_id")?.Name, 80)} {(created == day ? "was set to" : "is now")} {Price(row)}", row.Id.ToString(CultureInfo.InvariantCulture), Add(row));
    }

    private static string On(OdooRow row) => row.Text("applied_on") switch
    {
        "0_product_variant" => Phrase.Clean(ProductLabel.Short(row.Link("product_id")?.Name), 60),
        "1_product" => Phrase.Clean(ProductLabel.Short(row.Link("product_tmpl_id")?.Name), 60),
        "2_product_category" => $"the category {Phrase.Clean(row.Link("categ_id")?.Name, 60)}",
        _ => "everything",
    };

    private static string Price(OdooRow row)
    {
        var from = row.Number("min_quantity") > 0 ? $" from {Phrase.Number(row.Number("min_quantity"))}" : string.Empty;
        return row.Text("compute_price") switch
        {
            "fixed" => Phrase.Money(row.Number("fixed_price"), row.Link("currency_id")?.Name ?? "EUR"),
            "percentage" => $"{Phrase.Percent(row.Number("percent_price"))} off",
            _ => $"{Phrase.Percent(row.Number("price_discount"))} off by a formula",
        } + from;
    }

    private string Add(OdooRow row)
    {
        var day = sheet.Days.Of(row.Moment("write_date"))!.Value;
        return sheet.Record(
            "product.pricelist.item",
            row.Id,
            $"Price rule of {Phrase.Clean(row.Link("pricelist_id")?.Name, 80)}",
            $"{On(row)}: {Price(row)}, last changed {Phrase.Day(day)} by {row.Link("write_uid")?.Name}",
            row,
            FactOf.Date("Changed", day),
            FactOf.Text("By", row.Link("write_uid")?.Name),
            FactOf.Code("For", On(row)));
    }
}
