using System.Text.Json.Nodes;
using Copilot.Contracts;
using Copilot.Odoo.Answers;
using Copilot.Odoo.Client;
using Copilot.Odoo.Purchasing;

namespace Copilot.Odoo.Inventory;

/// <summary>Writes stock of products, receipts on the way, and held goods; lots go to <see cref="LotWriter"/>.</summary>
internal sealed class StockWriter(
    AnswerSheet sheet, StockRequest request, StockPicture stock, IReadOnlyDictionary<int, OdooRow> lots, IReadOnlyDictionary<int, Receipt> receipts)
{
    private const int PlacesShown = 4;

    public ToolResult Write(OdooPage products, int count)
    {
        var all = products.Rows.Select(r => new StockedProduct(r)).ToList();
        if (request.Show is "lots" or "expiring")
        {
            return new LotWriter(sheet, request, stock, lots).Write(all, count);
        }

        var wanted = request.Show switch
        {
            "held" => [.. all.Where(p => stock.OnHold(p.Id, request.WarehouseId) > 0).OrderByDescending(p => stock.OnHold(p.Id, request.WarehouseId))],
            "incoming" => [.. all.Where(p => Next(p) is not null).OrderBy(p => Next(p)!.Due)],
            _ => all,
        };
        var total = request.Show == "available" ? products.Total : wanted.Count;
        var shown = wanted.Take(count).ToList();
        var list = sheet.Count(
            "products",
            "Products found",
            wanted.Select(p => p.Label),
            $"products that match{request.Where}",
            [FactOf.Number("Shown", shown.Count), FactOf.Number("Matching in all", total), FactOf.Date("Until", request.Until), FactOf.Code("Warehouse", request.Names["warehouse"]?.Code)]);
        if (shown.Count == 0)
        {
            var what = request.Show == "held" ? "in quality hold" : request.Show == "incoming" ? $"on the way by {Phrase.Day(request.Until)}" : "to show";
            sheet.Say(FindingRole.Headline, $"Nothing is {what}{request.Where} for what you asked", null, list);
            return sheet.Finish();
        }

        if (shown.Count == 1 && total == 1)
        {
            One(shown[0]);
            return sheet.Finish();
        }

        var free = wanted.Where(p => stock.Free(p.Id, request.WarehouseId) > 0).ToList();
        var freeCount = sheet.Count("products-free", "Products with free stock", free.Select(p => p.Label), $"those with free stock{request.Where}");
        sheet.Say(
            FindingRole.Headline,
            request.Show switch
            {
                "held" => $"{Phrase.Count(total, "product has", "products have")} goods in quality hold{request.Where}",
                "incoming" => $"{Phrase.Count(total, "product is", "products are")} on the way{request.Where} by {Phrase.Day(request.Until)}",
                _ when products.Total > all.Count => $"{Phrase.Count(total, "product matches", "products match")}",
                _ when free.Count == total => $"All {Phrase.Count(total, "matching product", "matching products")} have free stock{request.Where}",
                _ => $"{free.Count} of {Phrase.Count(total, "matching product", "matching products")} {(free.Count == 1 ? "has" : "have")} free stock{request.Where}",
            },
            null,
            list,
            freeCount);
        foreach (var product in shown)
        {
            Item(product);
        }

        if (shown.Count < total)
        {
            sheet.Say(FindingRole.Caveat, $"The list shows {shown.Count} of {Phrase.Number(total)} products; name one for its warehouses and lots", null, list);
        }

        sheet.Show(Table(shown, total));
        return sheet.Finish(new ListCut(shown.Count, total));
    }

    private void One(StockedProduct product)
    {
        var self = Add(product);
        var totals = sheet.AddTotals(product, stock, request);
        var free = stock.Free(product.Id, request.WarehouseId);
        var held = stock.OnHold(product.Id, request.WarehouseId);
        var text = $"{product.Label} ({product.Name}): {Phrase.Quantity(free, product.Unit)} free{request.Where} of {Phrase.Quantity(stock.OnHand(product.Id, request.WarehouseId), product.Unit)} on hand; "
            + $"{Phrase.Quantity(stock.Reserved(product.Id, request.WarehouseId), product.Unit)} reserved"
            + (held > 0 ? $" and {Phrase.Quantity(held, product.Unit)} in quality hold" : string.Empty);
        sheet.Say(FindingRole.Headline, text, product.Label, [self, .. totals]);
        foreach (var site in request.Shown.Where(s => request.WarehouseId is null && stock.OnHand(product.Id, s.Id) != 0))
        {
            sheet.Say(
                FindingRole.Detail,
                $"{site.Name} ({site.Code}): {Phrase.Quantity(stock.Free(product.Id, site.Id), product.Unit)} free of {Phrase.Quantity(stock.OnHand(product.Id, site.Id), product.Unit)} on hand",
                product.Label,
                self);
        }

        Places(product);
        Incoming(product, self);
        var first = stock.Shelves.Where(s => s.ProductId == product.Id && s.Quantity > 0 && request.Covers(s) && s.Lot is { } l && lots.ContainsKey(l.Id))
            .Select(s => (Shelf: s, Expiry: sheet.Days.Of(lots[s.Lot!.Value.Id].Moment("expiration_date")))).Where(l => l.Expiry is not null).OrderBy(l => l.Expiry).FirstOrDefault();
        if (first.Expiry is { } expiry)
        {
            var lot = sheet.AddLot(lots[first.Shelf.Lot!.Value.Id], product, first.Shelf, expiry);
            sheet.Say(FindingRole.Detail, $"The lot that expires first is {first.Shelf.Lot!.Value.Name} in {first.Shelf.Location}, on {Phrase.Day(expiry)}, with {Phrase.Quantity(first.Shelf.Quantity, product.Unit)}", product.Label, lot);
        }

        sheet.Show(Sites(product, self));
    }

    /// <summary>The places with the most of it, as a picker looks for them.</summary>
    private void Places(StockedProduct product)
    {
        var places = stock.Shelves.Where(s => s.ProductId == product.Id && s.Quantity > 0 && (request.WarehouseId is null || s.WarehouseId == request.WarehouseId))
            .GroupBy(s => s.Location).Select(g => (Place: g.Key, Quantity: g.Sum(s => s.Quantity))).OrderByDescending(p => p.Quantity).ThenBy(p => p.Place, StringComparer.Ordinal).ToList();
        if (places.Count == 0)
        {
            return;
        }

        var words = places.Take(PlacesShown).Select(p => $"{p.Place} ({Phrase.Quantity(p.Quantity, product.Unit)})").ToList();
        var more = places.Count > PlacesShown ? $" and {Phrase.Count(places.Count - PlacesShown, "other place", "other places")}" : string.Empty;
        var evidence = sheet.Aggregate(
            $"stock.quant:places:{product.Id}",
            $"Places of {product.Label}",
            $"{product.Label} lies in {Phrase.List(words)}{more}",
            [.. places.Take(PlacesShown).SelectMany(p => new[] { FactOf.Code("Place", p.Place), FactOf.Quantity(p.Place, p.Quantity, product.Unit) }), FactOf.Number("Other places", Math.Max(0, places.Count - PlacesShown))]);
        sheet.Say(FindingRole.Detail, $"It lies in {(more.Length > 0 ? string.Join(", ", words) : Phrase.List(words))}{more}", product.Label, evidence);
    }

    private void Incoming(StockedProduct product, string self)
    {
        var supplies = stock.Supplies.Where(s => s.ProductId == product.Id && (request.WarehouseId is null || s.WarehouseId == request.WarehouseId)).OrderBy(s => s.Due).ToList();
        if (supplies.Count == 0)
        {
            sheet.Say(FindingRole.Detail, $"No receipt of {product.Label} is on the way{request.Where}", product.Label, self);
            return;
        }

        foreach (var supply in supplies.Take(3))
        {
            var (text, evidence) = Coming(product, supply);
            sheet.Say(FindingRole.Detail, text, product.Label, [self, .. evidence]);
        }
    }

    private (string Text, IReadOnlyList<string> Evidence) Coming(StockedProduct product, Supply supply)
    {
        var place = request.Sites.Code(supply.WarehouseId);
        var move = sheet.AddSupply(product, supply, place);
        var text = $"{Phrase.Quantity(supply.Quantity, product.Unit)} come to {place}";
        if (!receipts.TryGetValue(supply.TransferId, out var receipt))
        {
            return ($"{text}, expected {Phrase.Day(supply.Due)}", [move]);
        }

        var late = receipt.Expected < sheet.Days.Today ? $", which was expected {Phrase.Day(receipt.Expected)} and is overdue" : $", expected {Phrase.Day(receipt.Expected)}";
        return ($"{text} with {receipt.Label} from {receipt.Supplier}{late}", [move, sheet.Add(receipt)]);
    }

    private void Item(StockedProduct product)
    {
        var self = Add(product);
        var evidence = new List<string> { self };
        evidence.AddRange(sheet.AddTotals(product, stock, request));
        var text = $"{product.Label} ({product.Name}): {Phrase.Quantity(stock.Free(product.Id, request.WarehouseId), product.Unit)} free of {Phrase.Quantity(stock.OnHand(product.Id, request.WarehouseId), product.Unit)} on hand";
        if (request.Show == "held")
        {
            text = $"{product.Label} ({product.Name}): {Phrase.Quantity(stock.OnHold(product.Id, request.WarehouseId), product.Unit)} in quality hold";
        }
        else if (Next(product) is { } next)
        {
            var (coming, more) = Coming(product, next);
            evidence.AddRange(more);
            text = request.Show == "incoming" ? $"{product.Label} ({product.Name}): {coming}" : $"{text}; {coming}";
        }

        sheet.Say(FindingRole.Item, text, product.Label, evidence);
    }

    private Supply? Next(StockedProduct product)
        => stock.Supplies.Where(s => s.ProductId == product.Id && (request.WarehouseId is null || s.WarehouseId == request.WarehouseId) && (request.Show != "incoming" || s.Due <= request.Until))
            .OrderBy(s => s.Due).FirstOrDefault();

    private string Add(StockedProduct product) => sheet.AddStock(product, stock, request);

    private TableCard Sites(StockedProduct product, string self) => new()
    {
        Title = $"Stock of {product.Label}",
        Columns = [new("warehouse", "Warehouse", FactKind.Code), .. QuantityColumns(product.Unit)],
        Rows = [.. request.Shown.Select(s => (IReadOnlyList<JsonValue?>)[JsonValue.Create(s.Code), .. Quantities(product, s.Id)])],
        Sources = [self],
    };

    private TableCard Table(List<StockedProduct> shown, int total) => new()
    {
        Title = "Stock",
        Columns = [new("product", "Product", FactKind.Code), new("name", "Name", FactKind.Text), .. QuantityColumns(null), new("unit", "Unit", FactKind.Text)],
        Rows = [.. shown.Select(p => (IReadOnlyList<JsonValue?>)[JsonValue.Create(p.Label), JsonValue.Create(p.Name), .. Quantities(p, request.WarehouseId), JsonValue.Create(p.Unit)])],
        TotalRows = total,
        Sources = [.. shown.Select(Add)],
    };

    private static IEnumerable<TableColumn> QuantityColumns(string? unit) =>
    [
        new("onHand", "On hand", FactKind.Quantity, unit), new("reserved", "Reserved", FactKind.Quantity, unit), new("free", "Free", FactKind.Quantity, unit),
        new("held", "Quality hold", FactKind.Quantity, unit), new("incoming", "Incoming", FactKind.Quantity, unit),
    ];

    private IEnumerable<JsonValue?> Quantities(StockedProduct product, int? site) =>
    [
        JsonValue.Create(stock.OnHand(product.Id, site)), JsonValue.Create(stock.Reserved(product.Id, site)), JsonValue.Create(stock.Free(product.Id, site)),
        JsonValue.Create(stock.OnHold(product.Id, site)), JsonValue.Create(stock.Incoming(product.Id, site)),
    ];
}
