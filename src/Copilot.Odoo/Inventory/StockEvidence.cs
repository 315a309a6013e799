using Copilot.Contracts;
using Copilot.Odoo.Answers;
using Copilot.Odoo.Client;

namespace Copilot.Odoo.Inventory;

/// <summary>Stock, lots and receipts of a product as evidence.</summary>
internal static class StockEvidence
{
    /// <summary>The product with its quantities by warehouse.</summary>
    public static string AddStock(this AnswerSheet sheet, StockedProduct product, StockPicture stock, StockRequest request)
        => sheet.Record(
            "product.product",
            product.Id,
            $"Stock of {product.Label} — {product.Name}",
            $"{product.Label} {product.Name}: " + string.Join("; ", request.Shown.Select(s => $"{s.Code} {Phrase.Quantity(stock.OnHand(product.Id, s.Id), product.Unit)} on hand, {Phrase.Quantity(stock.Free(product.Id, s.Id), product.Unit)} free")),
            product.Row,
            [
                FactOf.Code("Product", product.Label),
                FactOf.Text("Name", product.Name),
                .. product.Row.Has("lst_price") ? [FactOf.Money("List price", product.Row.Number("lst_price"), product.Row.Link("currency_id")?.Name ?? "EUR")] : Array.Empty<Fact>(),
                .. request.Shown.SelectMany(s => new[]
                {
                    FactOf.Code("Warehouse", s.Code),
                    FactOf.Text("Warehouse name", s.Name),
                    FactOf.Quantity($"On hand in {s.Code}", stock.OnHand(product.Id, s.Id), product.Unit),
                    FactOf.Quantity($"Reserved in {s.Code}", stock.Reserved(product.Id, s.Id), product.Unit),
                    FactOf.Quantity($"In quality hold in {s.Code}", stock.OnHold(product.Id, s.Id), product.Unit),
                    FactOf.Quantity($"Free in {s.Code}", stock.Free(product.Id, s.Id), product.Unit),
                    FactOf.Quantity($"Incoming to {s.Code}", stock.Incoming(product.Id, s.Id), product.Unit),
                }),
            ]);

    /// <summary>The totals over the warehouses asked for: on hand, reserved, held, free.</summary>
    public static IReadOnlyList<string> AddTotals(this AnswerSheet sheet, StockedProduct product, StockPicture stock, StockRequest request)
    {
        string Total(string id, string title, Func<int, int?, decimal> figure)
        {
            var inputs = request.Shown.Select(s => FactOf.Quantity(s.Code, figure(product.Id, s.Id), product.Unit)).ToList();
            return sheet.Calculate(
                $"stock-{id}:{product.Id}",
                $"{product.Label} {title}",
                CalculationOperation.Sum,
                inputs,
                FactOf.Quantity(title, request.Shown.Sum(s => figure(product.Id, s.Id)), product.Unit),
                $"{title} by warehouse, added up");
        }

        return
        [
            Total("on-hand", "on hand", (p, s) => stock.OnHand(p, s)),
            Total("free", "free", (p, s) => stock.Free(p, s)),
            Total("reserved", "reserved", (p, s) => stock.Reserved(p, s)),
            Total("held", "in quality hold", (p, s) => stock.OnHold(p, s)),
        ];
    }

    /// <summary>A line of an open receipt.</summary>
    public static string AddSupply(this AnswerSheet sheet, StockedProduct product, Supply supply, string warehouse)
        => sheet.Record(
            "stock.move",
            supply.MoveId,
            $"Receipt line of {product.Label}",
            $"{Phrase.Quantity(supply.Quantity, product.Unit)} of {product.Label} to {warehouse}, expected {Phrase.Day(supply.Due)}",
            null,
            FactOf.Code("Product", product.Label),
            FactOf.Code("Warehouse", warehouse),
            FactOf.Quantity("Quantity", supply.Quantity, product.Unit),
            FactOf.Date("Expected", supply.Due));

    /// <summary>A lot in a place.</summary>
    public static string AddLot(this AnswerSheet sheet, OdooRow lot, StockedProduct product, Shelf shelf, DateOnly? expiry)
        => sheet.Record(
            "stock.lot",
            lot.Id,
            $"Lot {lot.Text("name")} — {product.Label}",
            $"Lot {lot.Text("name")} of {product.Label} {product.Name} in {shelf.Location}: {Phrase.Quantity(shelf.Quantity, product.Unit)}" + (expiry is { } e ? $", expires {Phrase.Day(e)}" : string.Empty),
            lot,
            [
                FactOf.Code("Lot", lot.Text("name")),
                FactOf.Code("Product", product.Label),
                FactOf.Text("Name", product.Name),
                FactOf.Text("Place", shelf.Location),
                FactOf.Quantity("Quantity", shelf.Quantity, product.Unit),
                FactOf.Quantity("Reserved", shelf.Reserved, product.Unit),
                .. expiry is { } day ? [FactOf.Date("Expires", day)] : Array.Empty<Fact>(),
            ]);
}
