using System.Text.Json.Nodes;
using Copilot.Contracts;
using Copilot.Odoo.Answers;
using Copilot.Odoo.Client;
using Copilot.Odoo.Names;

namespace Copilot.Odoo.Inventory;

/// <summary>Writes products entered twice and conflicts of units.</summary>
internal sealed class DataQualityWriter(AnswerSheet sheet, ResolvedNames names, string show)
{
    private string About => names["category"] is { } c ? $" of {c.Name}" : string.Empty;

    public ToolResult Write(IReadOnlyList<DoubleProducts> doubles, IReadOnlyList<UnitConflict> conflicts, OdooPage products, int count)
    {
        var (shownDoubles, shownConflicts) = (doubles.Take(count).ToList(), conflicts.Take(count).ToList());
        IReadOnlyList<Fact> beside = [FactOf.Number("Products looked at", products.Rows.Count), .. names["category"] is { } c ? [FactOf.Code("Category", c.Name)] : Array.Empty<Fact>()];
        var twice = sheet.Count("doubles", "Groups of products entered twice", doubles.Select(d => string.Join(" and ", d.Products.Select(Label))), $"products{About} of different templates with the same words in the name, reference or barcode", [FactOf.Number("Shown", shownDoubles.Count), .. beside]);
        var units = sheet.Count("unit-conflicts", "Conflicts of units", conflicts.Select(u => $"{Label(u.Product)} {u.Unit} {u.Where}"), $"products{About} traded in another unit than they are stocked in, in the last twelve months", [FactOf.Number("Shown", shownConflicts.Count), .. beside]);
        var parts = new List<string>();
        if (show != "units")
        {
            parts.Add(doubles.Count == 0 ? "no product is entered twice" : $"{Phrase.Count(doubles.Count, "group", "groups")} of products are probably entered twice");
        }

        if (show != "duplicates")
        {
            parts.Add(conflicts.Count == 0 ? "no unit of measure conflicts" : $"{Phrase.Count(conflicts.Count, "product trades", "products trade")} in another unit than the stock unit");
        }

        sheet.Say(FindingRole.Headline, $"Of {Phrase.Number(products.Rows.Count)} products{About}, {Phrase.List(parts)}", null, [.. show == "units" ? Array.Empty<string>() : [twice], .. show == "duplicates" ? Array.Empty<string>() : [units]]);
        foreach (var group in shownDoubles)
        {
            sheet.Say(FindingRole.Item, $"{Phrase.List(group.Products.Select(p => $"{Label(p)} ({p.Text("name")})"))}: {group.Why}", Label(group.Products[0]), group.Products.Select(Add));
        }

        foreach (var conflict in shownConflicts)
        {
            var lines = sheet.Aggregate(
                $"unit-lines:{conflict.Product.Id}:{conflict.Where}:{conflict.Unit}", $"{Label(conflict.Product)} {conflict.Where}", $"{conflict.Lines} in {conflict.Unit}", FactOf.Number(conflict.Where == "in supplier prices" ? "Prices" : "Lines", conflict.Lines), FactOf.Text("Unit", conflict.Unit));
            sheet.Say(
                FindingRole.Item,
                $"{Label(conflict.Product)} ({conflict.Product.Text("name")}) is stocked in {Unit(conflict.Product)} but stands in {conflict.Unit} {conflict.Where} ({(conflict.Where == "in supplier prices" ? Phrase.Count(conflict.Lines, "price", "prices") : Phrase.Count(conflict.Lines, "line", "lines"))})",
                Label(conflict.Product),
                Add(conflict.Product),
                lines);
        }

        if (doubles.Count > 0)
        {
            sheet.Say(FindingRole.Advice, "Keep the product with history, move open orders to it and archive the other", null, twice);
        }

        if (conflicts.Count > 0)
        {
            sheet.Say(FindingRole.Caveat, "Another unit is no fault where both convert into each other; check those where the quantity or the price looks wrong", null, units);
        }

        if (shownDoubles.Count < doubles.Count || shownConflicts.Count < conflicts.Count)
        {
            sheet.Say(FindingRole.Caveat, $"The list shows {shownDoubles.Count} of {doubles.Count} groups and {shownConflicts.Count} of {conflicts.Count} conflicts", null, twice, units);
        }

        if (products.IsCut)
        {
            sheet.Say(FindingRole.Caveat, "There are more products than I can compare at once; name a category", null, twice, units);
        }

        if (shownDoubles.Count + shownConflicts.Count > 0)
        {
            sheet.Show(Table(shownDoubles, shownConflicts, doubles.Count + conflicts.Count));
        }

        return sheet.Finish(new ListCut(shownDoubles.Count + shownConflicts.Count, doubles.Count + conflicts.Count));
    }

    private static string Label(OdooRow product) => product.Text("default_code") ?? ProductLabel.Name(product.Text("display_name"));

    private static string Unit(OdooRow product) => product.Link("uom_id")?.Name ?? "no unit";

    private string Add(OdooRow product)
        => sheet.Record(
            "product.product", product.Id, $"Product {Label(product)} — {product.Text("name")}", $"{Label(product)} {product.Text("name")}, stocked in {Unit(product)}", product,
            FactOf.Code("Product", Label(product)), FactOf.Text("Name", product.Text("name")), FactOf.Text("Unit", Unit(product)));

    private TableCard Table(List<DoubleProducts> doubles, List<UnitConflict> conflicts, int total) => new()
    {
        Title = "Product data to clean",
        Columns = [new("product", "Product", FactKind.Code), new("finding", "Finding", FactKind.Text)],
        Rows =
        [
            .. doubles.Select(d => (IReadOnlyList<JsonValue?>)[JsonValue.Create(string.Join(", ", d.Products.Select(Label))), JsonValue.Create(d.Why)]),
            .. conflicts.Select(c => (IReadOnlyList<JsonValue?>)[JsonValue.Create(Label(c.Product)), JsonValue.Create($"{c.Unit} {c.Where}, stocked in {Unit(c.Product)}")]),
        ],
        TotalRows = total,
        Sources = [.. doubles.SelectMany(d => d.Products).Concat(conflicts.Select(c => c.Product)).Select(Add).Distinct()],
    };
}
