using System.Text.Json.Nodes;
using Copilot.Contracts;
using Copilot.Odoo.Answers;
using Copilot.Odoo.Client;
using Copilot.Odoo.Names;

namespace Copilot.Odoo.Inventory;

/// <summary>Where the books hold less than nothing: goods left a place that had not been booked in there. One round trip.</summary>
internal sealed class NegativeStock(IOdooClient client)
{
    /// <summary>The places.</summary>
    public const int RoundTrips = 1;

    private const int MostPlaces = 2000;

    /// <summary>Reads and writes them, the most below nothing first.</summary>
    /// <param name="context">The turn.</param>
    /// <param name="sites">The warehouses.</param>
    /// <param name="warehouse">The warehouse; null for all.</param>
    /// <param name="products">The products; null for all.</param>
    /// <param name="count">How many to list.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public async Task<ToolResult> AnswerAsync(ToolContext context, Sites sites, ResolvedName? warehouse, OdooDomain? products, int count, CancellationToken cancellationToken)
    {
        var domain = OdooDomain.Where("location_id.usage", "=", "internal").And("quantity", "<", 0);
        domain = products is null ? domain : domain.And(products);
        var page = await client.SearchReadAsync(
            context.Caller,
            new OdooQuery
            {
                Model = "stock.quant",
                Domain = domain,
                Fields = ["product_id", "location_id", "lot_id", "quantity", "product_uom_id", "write_date"],
                Order = "quantity, id",
                Limit = MostPlaces,
                WithTotal = true,
            },
            cancellationToken);
        var rows = page.Rows.Where(r => warehouse is null || sites.OfLocation(r.Link("location_id")?.Name ?? string.Empty) == warehouse.Id).ToList();
        return Write(new AnswerSheet(context, client), warehouse is { } of ? $" in {of.Code ?? of.Name}" : string.Empty, rows, page.IsCut, count);
    }

    private static ToolResult Write(AnswerSheet sheet, string where, IReadOnlyList<OdooRow> rows, bool isCut, int count)
    {
        var places = rows.Select(r => (Row: r, Product: ProductLabel.Short(r.Link("product_id")?.Name), Place: Phrase.Clean(r.Link("location_id")?.Name, 80), Lot: r.Link("lot_id")?.Name, Quantity: r.Number("quantity"), Unit: Phrase.Clean(r.Link("product_uom_id")?.Name, 20))).ToList();
        var list = sheet.Count("negative-places", "Places below nothing", places.Select(p => $"{p.Product} {p.Place}"), $"places{where} whose booked quantity is below nothing, among those you may see");
        if (places.Count == 0)
        {
            sheet.Say(FindingRole.Headline, $"No place{where} has negative stock", null, list);
            return sheet.Finish();
        }

        var products = sheet.Count("negative-products", "Products below nothing", places.Select(p => p.Product).Distinct(StringComparer.Ordinal), "products in these places");
        sheet.Say(FindingRole.Headline, $"{Phrase.Count(places.Count, "place has", "places have")} negative stock{where}, of {Phrase.Count(places.Select(p => p.Product).Distinct(StringComparer.Ordinal).Count(), "product", "products")}", null, list, products);
        var shown = places.Take(count).ToList();
        var cited = new List<string>();
        foreach (var place in shown)
        {
            var said = $"{Phrase.Quantity(place.Quantity, place.Unit)} in {place.Place}{(place.Lot is { } lot ? $", lot {lot}" : string.Empty)}";
            cited.Add(sheet.Record(
                "stock.quant", place.Row.Id, $"{place.Product} in {place.Place}", $"{place.Product}: {said}", place.Row,
                FactOf.Code("Product", place.Product), FactOf.Text("Place", place.Place), FactOf.Quantity("On hand", place.Quantity, place.Unit), FactOf.Code("Lot", place.Lot)));
            sheet.Say(FindingRole.Item, $"{place.Product}: {said}", place.Product, cited[^1]);
        }

        sheet.Say(FindingRole.Advice, $"Count {shown[0].Product} in {shown[0].Place} first: goods left that were not booked in there, or a receipt is still to be booked", null, cited[0]);
        if (isCut)
        {
            sheet.Say(FindingRole.Caveat, "More places are below nothing than are read at once; name a product or a category for all of its", null, list);
        }

        if (shown.Count < places.Count)
        {
            sheet.Say(FindingRole.Caveat, $"The list shows {shown.Count} of {Phrase.Number(places.Count)}", null, list, sheet.Aggregate("negative-shown", "Shown", $"{shown.Count} of {places.Count}", FactOf.Number("Shown", shown.Count), FactOf.Number("Of", places.Count)));
        }

        sheet.Show(new TableCard
        {
            Title = "Negative stock",
            Columns = [new("product", "Product", FactKind.Code), new("location", "Location", FactKind.Text), new("lot", "Lot", FactKind.Code), new("onHand", "On hand", FactKind.Quantity), new("unit", "Unit", FactKind.Text)],
            Rows = [.. shown.Select(p => (IReadOnlyList<JsonValue?>)[JsonValue.Create(p.Product), JsonValue.Create(p.Place), JsonValue.Create(p.Lot), JsonValue.Create(p.Quantity), JsonValue.Create(p.Unit)])],
            TotalRows = places.Count,
            Sources = cited,
        });
        return sheet.Finish(new ListCut(shown.Count, places.Count));
    }
}
