using System.Text.Json.Nodes;
using Copilot.Contracts;
using Copilot.Odoo.Answers;
using Copilot.Odoo.Client;
using Copilot.Odoo.Names;

namespace Copilot.Odoo.Inventory;

/// <summary>What the books say lies in a storage location and the ones below it. One round trip, and one more where nothing lies there.</summary>
internal sealed class PlaceContent(IOdooClient client)
{
    /// <summary>The goods, then the place itself where there are none.</summary>
    public const int RoundTrips = 2;

    private const int MostRows = 2000;

    /// <summary>Reads and writes it.</summary>
    /// <param name="context">The turn.</param>
    /// <param name="said">The place as it was said: <c>A-12-03</c>, an aisle's letter, or Odoo's path.</param>
    /// <param name="sites">The warehouses.</param>
    /// <param name="warehouse">The warehouse; null for all.</param>
    /// <param name="category">Only products of this category; null for all.</param>
    /// <param name="count">How many to list.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public async Task<ToolResult> AnswerAsync(ToolContext context, string said, Sites sites, ResolvedName? warehouse, ResolvedName? category, int count, CancellationToken cancellationToken)
    {
        var code = said.Trim().Trim('/');
        var domain = OdooDomain.Where("location_id.usage", "=", "internal").And("quantity", "!=", 0).And(Called(code, warehouse, "location_id.complete_name"));
        domain = category is { } of ? domain.And("product_id.categ_id", "child_of", of.Id) : domain;
        var page = await client.SearchReadAsync(
            context.Caller,
            new OdooQuery
            {
                Model = "stock.quant",
                Domain = domain,
                Fields = ["product_id", "location_id", "lot_id", "quantity", "reserved_quantity", "product_uom_id", "write_date"],
                Order = "location_id, product_id, id",
                Limit = MostRows,
                WithTotal = true,
            },
            cancellationToken);
        bool IsMeant(string? path) => path is not null && Holds(path, code) && (warehouse is null || sites.OfLocation(path) == warehouse.Id);
        var rows = page.Rows.Where(r => IsMeant(r.Link("location_id")?.Name)).ToList();
        var sheet = new AnswerSheet(context, client);
        if (rows.Count > 0)
        {
            return Write(sheet, Phrase.Clean(code, 60), rows, page.IsCut, count);
        }

        var places = await client.SearchReadAsync(
            context.Caller,
            new OdooQuery { Model = "stock.location", Domain = OdooDomain.Where("usage", "=", "internal").And(Called(code, warehouse, "complete_name")), Fields = ["complete_name", "write_date"], Order = "complete_name, id", Limit = MostRows },
            cancellationToken);
        var known = places.Rows.Where(r => IsMeant(r.Text("complete_name"))).ToList();
        return known.Count == 0
            ? new ToolResult { Outcome = ToolOutcome.Ok, Found = false, Reason = $"I found no storage location called {Phrase.Quoted(said)}{(warehouse is { } in_ ? $" in {in_.Code ?? in_.Name}" : string.Empty)} among those you may see." }
            : Empty(sheet, known, category);
    }

    /// <summary>Places that are called so or lie below, by what stands before and behind the name: Odoo's own search for a single letter would find them all.</summary>
    private static OdooDomain Called(string code, ResolvedName? warehouse, string field)
    {
        var plain = code.Replace("%", string.Empty, StringComparison.Ordinal).Replace("\\", string.Empty, StringComparison.Ordinal);
        string[] forms = plain.Contains('/', StringComparison.Ordinal) ? [plain, $"{plain}/%"] : [plain, $"%/{plain}", $"{plain}/%", $"%/{plain}/%", $"%/{plain}-%", $"%/{plain}.%", $"%/{plain} %"];
        var called = forms.Select(f => OdooDomain.Where(field, "=ilike", f)).Aggregate((a, b) => a.Or(b));
        return warehouse?.Code is { } at ? called.And(field, "=ilike", $"{at}/%") : called;
    }

    /// <summary>Whether a path is the place that was said or lies in it: "A" is the aisle of "LYO/Stock/A-12-03".</summary>
    private static bool Holds(string path, string code)
    {
        if (code.Contains('/', StringComparison.Ordinal))
        {
            return path.Equals(code, StringComparison.OrdinalIgnoreCase) || path.StartsWith(code + "/", StringComparison.OrdinalIgnoreCase);
        }

        return path.Split('/').Any(p => p.StartsWith(code, StringComparison.OrdinalIgnoreCase) && (p.Length == code.Length || !char.IsLetterOrDigit(p[code.Length])));
    }

    private static ToolResult Empty(AnswerSheet sheet, List<OdooRow> known, ResolvedName? category)
    {
        var cited = known.Take(10).Select(r => sheet.Record("stock.location", r.Id, $"Storage location {Phrase.Clean(r.Text("complete_name"), 80)}", "Nothing is booked in", r, FactOf.Text("Place", Phrase.Clean(r.Text("complete_name"), 80)))).ToList();
        var what = category is { } of ? $"Nothing of {of.Name}" : "Nothing";
        sheet.Say(
            FindingRole.Headline,
            $"{what} is booked in {Phrase.List(known.Take(3).Select(r => Phrase.Clean(r.Text("complete_name"), 80)))}{(known.Count > 3 ? $" and {known.Count - 3} more places" : string.Empty)}",
            null,
            [.. cited, .. known.Count > 3 ? [sheet.Count("place-empty", "Places more", known.Skip(3).Select(r => Phrase.Clean(r.Text("complete_name"), 80)), "places without goods")] : Array.Empty<string>()]);
        return sheet.Finish();
    }

    private static ToolResult Write(AnswerSheet sheet, string code, List<OdooRow> rows, bool isCut, int count)
    {
        var goods = rows.ConvertAll(r => (
            Row: r,
            Product: ProductLabel.Short(r.Link("product_id")?.Name),
            Name: Phrase.Clean(r.Link("product_id")?.Name, 100),
            Place: Phrase.Clean(r.Link("location_id")?.Name, 80),
            Lot: r.Link("lot_id")?.Name is { } lot ? Phrase.Clean(lot, 60) : null,
            Quantity: r.Number("quantity"),
            Reserved: r.Number("reserved_quantity"),
            Unit: Phrase.Clean(r.Link("product_uom_id")?.Name, 20)));
        var places = goods.Select(g => g.Place).Distinct(StringComparer.Ordinal).ToList();
        var products = goods.Select(g => g.Product).Distinct(StringComparer.Ordinal).ToList();
        var evidence = new List<string>
        {
            sheet.Count("place-places", "Places with goods", places, $"places of {code} where goods are booked in"),
            sheet.Count("place-products", "Products in them", products, "products booked in there", FactOf.Text("Place", code)),
        };
        var shown = goods.Take(count).ToList();
        var cited = shown.ConvertAll(g => sheet.Record(
            "stock.quant",
            g.Row.Id,
            $"{g.Product} in {g.Place}",
            $"{g.Name}: {Phrase.Quantity(g.Quantity, g.Unit)} in {g.Place}, {Phrase.Quantity(g.Reserved, g.Unit)} reserved",
            g.Row,
            FactOf.Code("Product", g.Product),
            FactOf.Text("Name", g.Name),
            FactOf.Text("Place", g.Place),
            FactOf.Quantity("On hand", g.Quantity, g.Unit),
            FactOf.Quantity("Reserved", g.Reserved, g.Unit),
            FactOf.Code("Lot", g.Lot)));
        string What(int i) => $"{Phrase.Quantity(shown[i].Quantity, shown[i].Unit)} of {shown[i].Product}{(shown[i].Lot is { } lot ? $", lot {lot}" : string.Empty)}{(shown[i].Reserved > 0 ? $", {Phrase.Quantity(shown[i].Reserved, shown[i].Unit)} of it reserved" : string.Empty)}";
        if (goods.Count == 1)
        {
            sheet.Say(FindingRole.Headline, $"{goods[0].Place} holds {What(0)}, as booked", null, cited[0]);
            sheet.Say(FindingRole.Detail, $"{goods[0].Product} is {goods[0].Name}", null, cited[0]);
        }
        else
        {
            sheet.Say(
                FindingRole.Headline,
                places.Count == 1
                    ? $"{places[0]} holds {Phrase.Count(products.Count, "product", "products")}, as booked"
                    : $"{Phrase.Count(places.Count, "place", "places")} of {code} hold {Phrase.Count(products.Count, "product", "products")}, as booked",
                null,
                [.. evidence, cited[0]]);
            for (var i = 0; i < shown.Count; i++)
            {
                sheet.Say(FindingRole.Item, places.Count == 1 ? What(i) : $"{shown[i].Place}: {What(i)}", shown[i].Product, cited[i]);
            }
        }

        if (isCut)
        {
            sheet.Say(FindingRole.Caveat, "More goods lie there than are read at once; name a warehouse or a smaller place for all of them", null, evidence);
        }

        if (shown.Count < goods.Count)
        {
            sheet.Say(FindingRole.Caveat, $"The list shows {shown.Count} of {Phrase.Number(goods.Count)}", null, sheet.Aggregate("place-shown", "Shown", $"{shown.Count} of {goods.Count}", FactOf.Number("Shown", shown.Count), FactOf.Number("Of", goods.Count)));
        }

        sheet.Show(new TableCard
        {
            Title = "Stock by location",
            Columns = [new("product", "Product", FactKind.Code), new("location", "Location", FactKind.Text), new("lot", "Lot", FactKind.Code), new("onHand", "On hand", FactKind.Quantity), new("reserved", "Reserved", FactKind.Quantity), new("unit", "Unit", FactKind.Text)],
            Rows = [.. shown.Select(g => (IReadOnlyList<JsonValue?>)[JsonValue.Create(g.Product), JsonValue.Create(g.Place), JsonValue.Create(g.Lot), JsonValue.Create(g.Quantity), JsonValue.Create(g.Reserved), JsonValue.Create(g.Unit)])],
            TotalRows = goods.Count,
            Sources = cited,
        });
        return sheet.Finish(new ListCut(shown.Count, goods.Count));
    }
}
