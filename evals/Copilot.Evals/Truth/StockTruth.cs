using System.Text.Json.Nodes;
using Copilot.Contracts;

namespace Copilot.Evals.Truth;

/// <summary>Stock from quants and open moves. A place is a warehouse's code, or a company's number for all of its warehouses.</summary>
internal sealed class StockTruth(SandboxRpc sandbox, CompanyDays days)
{
    /// <summary>Gets the providers by name.</summary>
    public IEnumerable<KeyValuePair<string, TruthProvider>> Providers =>
    [
        new("stock.on_hand", (a, t) => SumAsync(a, q => q.Number("quantity"), t)),
        new("stock.reserved", (a, t) => SumAsync(a, q => q.Number("reserved_quantity"), t)),
        new("stock.on_hold", (a, t) => SumAsync(a, q => IsHeld(q) ? q.Number("quantity") : 0, t)),
        new("stock.free", (a, t) => SumAsync(a, q => IsHeld(q) ? 0 : q.Number("quantity") - q.Number("reserved_quantity"), t)),
        new("stock.incoming", IncomingAsync),
        new("stock.next_receipt", NextReceiptAsync),
        new("stock.lots", LotsAsync),
        new("stock.in_place", async (a, t) => TruthValue.Number((await sandbox.ReadAsync("stock.quant", $"[['location_id.complete_name','=','{a[0]}']]", "quantity", t)).Sum(q => q.Number("quantity")))),
        new("stock.first_expiry", FirstExpiryAsync),
    ];

    private static bool IsHeld(JsonObject quant) => quant.LinkName("location_id")!.Contains("Quality Hold", StringComparison.OrdinalIgnoreCase);

    private async Task<TruthValue> SumAsync(IReadOnlyList<string> arguments, Func<JsonObject, decimal> value, CancellationToken cancellationToken)
        => TruthValue.Number((await QuantsAsync(arguments, cancellationToken)).Sum(value));

    private async Task<IReadOnlyList<JsonObject>> QuantsAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        var places = await PlacesAsync(arguments[1], cancellationToken);
        return await sandbox.ReadAsync(
            "stock.quant",
            $"[['product_id.default_code','=','{arguments[0]}'],['location_id.usage','=','internal'],['location_id.warehouse_id','in',{Rows.List(places)}]]",
            "quantity reserved_quantity location_id lot_id expiration_date",
            cancellationToken);
    }

    private async Task<IReadOnlyList<int>> PlacesAsync(string place, CancellationToken cancellationToken)
    {
        var field = place.All(char.IsDigit) ? $"['company_id','=',{place}]" : $"['code','=','{place}']";
        var rows = await sandbox.ReadAsync("stock.warehouse", $"[{field}]", "code", cancellationToken);
        return rows.Count > 0 ? [.. rows.Select(Rows.Id)] : throw new CopilotException($"There is no warehouse or company \"{place}\".");
    }

    private async Task<IReadOnlyList<JsonObject>> ArrivalsAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        var places = await PlacesAsync(arguments[1], cancellationToken);
        return await sandbox.ReadAsync(
            "stock.move",
            $"[['product_id.default_code','=','{arguments[0]}'],['state','not in',['draft','done','cancel']],['picking_type_id.code','=','incoming'],['picking_type_id.warehouse_id','in',{Rows.List(places)}]]",
            "product_uom_qty date",
            cancellationToken);
    }

    private async Task<TruthValue> IncomingAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken)
        => TruthValue.Number((await ArrivalsAsync(arguments, cancellationToken)).Sum(m => m.Number("product_uom_qty")));

    private async Task<TruthValue> NextReceiptAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        var moves = await ArrivalsAsync(arguments, cancellationToken);
        return moves.Count > 0
            ? TruthValue.On(moves.Min(m => days.DayOf(m.Text("date")))!.Value)
            : throw new CopilotException($"Nothing of {arguments[0]} is on its way to {arguments[1]}.");
    }

    private async Task<TruthValue> LotsAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken)
        => TruthValue.All([.. (await QuantsAsync(arguments, cancellationToken)).Where(q => q.Number("quantity") > 0).Select(q => q.LinkName("lot_id")).OfType<string>().Distinct()]);

    private async Task<TruthValue> FirstExpiryAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken)
        => TruthValue.On((await QuantsAsync(arguments, cancellationToken)).Where(q => q.Number("quantity") > 0).Select(q => days.DayOf(q.Text("expiration_date"))).OfType<DateOnly>().Min());
}
