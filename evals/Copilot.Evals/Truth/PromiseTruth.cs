using System.Globalization;
using System.Text.Json.Nodes;

namespace Copilot.Evals.Truth;

/// <summary>What can be promised, must be reordered, lies long or was counted otherwise: day by day from quants and moves.</summary>
internal sealed class PromiseTruth(SandboxRpc sandbox, CompanyDays days)
{
    private const int Horizon = 400;

    /// <summary>Gets the providers by name; a place is a warehouse's code.</summary>
    public IEnumerable<KeyValuePair<string, TruthProvider>> Providers =>
    [
        new("promise.quantity", PromiseAsync),
        new("reorder.count", async (a, t) => TruthValue.Number((await BelowAsync(a[0], t)).Count)),
        new("reorder.products", async (a, t) => TruthValue.Some([.. (await BelowAsync(a[0], t)).Select(Code)], 4)),
        new("reorder.quantity", ReorderAsync),
        new("aged.count", async (a, t) => TruthValue.Number((await AgedAsync(a[0], t)).Distinct().Count())),
        new("aged.products", async (a, t) => TruthValue.Some([.. (await AgedAsync(a[0], t)).Distinct()], 3)),
        new("variance.count", async (a, t) => TruthValue.Number((await AdjustmentsAsync(a[0], t)).Count)),
        new("variance.losses", async (a, t) => TruthValue.Number((await AdjustmentsAsync(a[0], t)).Count(m => m.LinkName("location_dest_id") == "Virtual Locations/Inventory adjustment"))),
        new("product.doubles", DoublesAsync),
    ];

    private static string Code(JsonObject row) => row.LinkName("product_id")!.Split(']')[0].TrimStart('[');

    /// <summary>Walks through the days: what is free, what comes, what must go; the least from the day on. Arguments: product, place, days from today.</summary>
    private async Task<TruthValue> PromiseAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        var from = arguments.Count > 2 ? int.Parse(arguments[2], CultureInfo.InvariantCulture) : 0;
        var quants = await sandbox.ReadAsync(
            "stock.quant", $"[['product_id.default_code','=','{arguments[0]}'],['location_id.usage','=','internal'],['location_id.warehouse_id.code','=','{arguments[1]}']]", "quantity reserved_quantity location_id", cancellationToken);
        var moves = await sandbox.ReadAsync(
            "stock.move", $"[['product_id.default_code','=','{arguments[0]}'],['state','not in',['done','cancel']],['picking_type_id.warehouse_id.code','=','{arguments[1]}']]",
            "product_uom_qty quantity date date_deadline picking_code", cancellationToken);
        var balance = quants.Where(q => !q.LinkName("location_id")!.Contains("Quality Hold", StringComparison.Ordinal)).Sum(q => q.Number("quantity") - q.Number("reserved_quantity"));
        var changes = new Dictionary<int, decimal>();
        foreach (var move in moves)
        {
            if (move.Text("picking_code") == "incoming")
            {
                var day = days.DayOf(move.Text("date"))!.Value.DayNumber - days.Today.DayNumber;
                if (day >= 0)
                {
                    changes[day] = changes.GetValueOrDefault(day) + move.Number("product_uom_qty");
                }
            }
            else if (move.Text("picking_code") == "outgoing")
            {
                var day = Math.Max(0, days.DayOf(move.Text("date_deadline") ?? move.Text("date"))!.Value.DayNumber - days.Today.DayNumber);
                changes[day] = changes.GetValueOrDefault(day) - (move.Number("product_uom_qty") - move.Number("quantity"));
            }
        }

        var least = decimal.MaxValue;
        for (var day = 0; day <= Horizon; day++)
        {
            balance += changes.GetValueOrDefault(day);
            least = day >= from ? Math.Min(least, balance) : least;
        }

        return TruthValue.Number(Math.Max(0, least));
    }

    private async Task<IReadOnlyList<JsonObject>> BelowAsync(string place, CancellationToken cancellationToken)
    {
        var rules = await sandbox.ReadAsync("stock.warehouse.orderpoint", $"[['warehouse_id.code','in',['{place.Replace("+", "','", StringComparison.Ordinal)}']]]", "product_id qty_forecast product_min_qty qty_to_order", cancellationToken);
        return [.. rules.Where(r => r.Number("qty_forecast") < r.Number("product_min_qty"))];
    }

    private async Task<TruthValue> ReorderAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken)
        => TruthValue.Number((await sandbox.FindAsync("stock.warehouse.orderpoint", $"[['product_id.default_code','=','{arguments[0]}'],['warehouse_id.code','=','{arguments[1]}']]", "qty_to_order", cancellationToken)).Number("qty_to_order"));

    private async Task<IReadOnlyList<string>> AgedAsync(string place, CancellationToken cancellationToken)
    {
        var quants = await sandbox.ReadAsync(
            "stock.quant", $"[['location_id.usage','=','internal'],['location_id.warehouse_id.code','=','{place}'],['quantity','>',0],['in_date','<','{days.StartOf(days.Today.AddDays(-180))}']]", "product_id", cancellationToken);
        return [.. quants.Select(Code)];
    }

    /// <summary>Moves from or to the place of adjustments in the last thirty days.</summary>
    private async Task<IReadOnlyList<JsonObject>> AdjustmentsAsync(string place, CancellationToken cancellationToken)
    {
        var moves = await sandbox.ReadAsync(
            "stock.move", $"['|',['location_id.usage','=','inventory'],['location_dest_id.usage','=','inventory'],['state','=','done'],['date','>=','{days.StartOf(days.Today.AddDays(-30))}']]", "location_id location_dest_id product_id", cancellationToken);
        return [.. moves.Where(m => $"{m.LinkName("location_id")} {m.LinkName("location_dest_id")}".Contains(place + "/", StringComparison.Ordinal))];
    }

    private async Task<TruthValue> DoublesAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        var products = await sandbox.ReadAsync("product.product", "[]", "name default_code product_tmpl_id", cancellationToken);
        var groups = products.GroupBy(p => string.Join(' ', new string([.. p.Text("name")!.ToLowerInvariant().Select(c => char.IsLetterOrDigit(c) ? c : ' ')]).Split(' ', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal)))
            .Where(g => g.Select(p => p.Link("product_tmpl_id")).Distinct().Count() > 1);
        return TruthValue.All([.. groups.SelectMany(g => g).Select(p => p.Text("default_code")!)]);
    }
}
