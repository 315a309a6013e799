using System.Text.Json.Nodes;
using Copilot.Contracts;

namespace Copilot.Evals.Truth;

/// <summary>What forecasts rest on, added up again from the single movements: recent demand, usable stock, and how long purchases took.</summary>
internal sealed class ForecastTruth(SandboxRpc sandbox, CompanyDays days)
{
    private const int RecentWeeks = 13;
    private const int ArrivalDays = 2 * 365;

    /// <summary>Gets the providers by name. Products by reference; a place is a warehouse's code; whose lead time it is: a product's reference, with a supplier's name behind it if wanted, or a supplier's name.</summary>
    public IEnumerable<KeyValuePair<string, TruthProvider>> Providers =>
    [
        new("forecast.recent", RecentAsync),
        new("forecast.usable", UsableAsync),
        new("outlook.products", ProductsAsync),
        new("lead.half", (a, t) => WithinAsync(a, 0.5, t)),
        new("lead.slow", (a, t) => WithinAsync(a, 0.9, t)),
        new("lead.receipts", async (a, t) => TruthValue.Number((await ArrivalsAsync(a, t)).Count)),
        new("lead.on_time", async (a, t) => TruthValue.Number((await ArrivalsAsync(a, t)).Count(r => r.Agreed is { } agreed && r.Came <= agreed))),
    ];

    private static decimal Shown(decimal value) => Math.Round(value, Math.Abs(value) < 10 ? 1 : 0, MidpointRounding.AwayFromZero);

    /// <summary>What went to customers a week, in the thirteen whole weeks before this one.</summary>
    private async Task<TruthValue> RecentAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        var monday = days.Today;
        while (monday.DayOfWeek != DayOfWeek.Monday)
        {
            monday = monday.AddDays(-1);
        }

        var from = monday.AddDays(-7 * RecentWeeks);
        var place = arguments.Count > 1 ? $",['picking_type_id.warehouse_id.code','=','{arguments[1]}']" : string.Empty;
        var moves = await sandbox.ReadAsync(
            "stock.move",
            $"[['product_id.default_code','=','{arguments[0]}'],['state','=','done'],['location_dest_id.usage','=','customer'],['date','>=','{days.StartOf(from)}'],['date','<','{days.StartOf(monday)}']{place}]",
            "product_qty date",
            cancellationToken);
        return TruthValue.Number(Shown(moves.Sum(m => m.Number("product_qty")) / RecentWeeks));
    }

    /// <summary>How many products left for customers in whole weeks of the last three years, in a place or everywhere.</summary>
    private async Task<TruthValue> ProductsAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        var monday = days.Today.AddDays(-(((int)days.Today.DayOfWeek + 6) % 7));
        var place = arguments.Count > 0 && arguments[0].Length > 0 ? $",['picking_type_id.warehouse_id.code','=','{arguments[0]}']" : string.Empty;
        var moves = await sandbox.ReadAsync(
            "stock.move",
            $"[['state','=','done'],['location_id.usage','=','internal'],['location_dest_id.usage','=','customer'],['date','>=','{days.StartOf(days.Today.AddDays(-3 * 365))}'],['date','<','{days.StartOf(monday)}']{place}]",
            "product_id",
            cancellationToken);
        return TruthValue.Number(moves.Select(m => m.Link("product_id")).Distinct().Count());
    }

    private async Task<TruthValue> UsableAsync(IReadOnlyList<string> arguments, CancellationToken cancellationToken)
    {
        var place = arguments.Count > 1 ? $",['location_id.warehouse_id.code','=','{arguments[1]}']" : string.Empty;
        var quants = await sandbox.ReadAsync("stock.quant", $"[['product_id.default_code','=','{arguments[0]}'],['location_id.usage','=','internal']{place}]", "quantity location_id", cancellationToken);
        return TruthValue.Number(Shown(quants.Where(q => !q.LinkName("location_id")!.Contains("Quality Hold", StringComparison.OrdinalIgnoreCase)).Sum(q => q.Number("quantity"))));
    }

    private async Task<TruthValue> WithinAsync(IReadOnlyList<string> whose, double share, CancellationToken cancellationToken)
    {
        var sorted = (await ArrivalsAsync(whose, cancellationToken)).Select(a => (double)(a.Came.DayNumber - a.Ordered.DayNumber)).Order().ToList();
        if (sorted.Count == 0)
        {
            throw new CopilotException($"Nothing of \"{whose[0]}\" came.");
        }

        // Between neighbours along the line, as spreadsheets do it (PERCENTILE.INC).
        var place = share * (sorted.Count - 1);
        var below = (int)place;
        var value = sorted[below] + ((place - below) * (sorted[Math.Min(below + 1, sorted.Count - 1)] - sorted[below]));
        return TruthValue.Number(Shown((decimal)value));
    }

    private async Task<IReadOnlyList<(string Order, DateOnly Ordered, DateOnly? Agreed, DateOnly Came)>> ArrivalsAsync(IReadOnlyList<string> whose, CancellationToken cancellationToken)
    {
        var orders = (await sandbox.ReadAsync("purchase.order", "[['state','in',['purchase','done']]]", "name partner_id date_approve", cancellationToken)).ToDictionary(Rows.Id);
        var lines = (await sandbox.ReadAsync("purchase.order.line", "[]", "order_id", cancellationToken)).ToDictionary(Rows.Id);
        var products = await sandbox.ReadAsync("product.product", $"[['default_code','=','{whose[0]}']]", "name", cancellationToken);
        var only = products.Count > 0 ? $",['product_id','=',{products[0].Id()}]" : string.Empty;
        IReadOnlyList<JsonObject> moves = await sandbox.ReadAsync(
            "stock.move", $"[['state','=','done'],['purchase_line_id','!=',false],['date','>=','{days.StartOf(days.Today.AddDays(-ArrivalDays))}']{only}]", "purchase_line_id date date_deadline", cancellationToken);
        var found = new HashSet<(string, DateOnly, DateOnly?, DateOnly)>();
        foreach (var move in moves)
        {
            var order = orders.GetValueOrDefault(lines.GetValueOrDefault(move.Link("purchase_line_id") ?? 0)?.Link("order_id") ?? 0);
            if (order is not null && (products.Count > 0 ? whose.Count < 2 || order.LinkName("partner_id") == whose[1] : order.LinkName("partner_id") == whose[0]) && days.DayOf(order.Text("date_approve")) is { } ordered && days.DayOf(move.Text("date")) is { } came && came >= ordered)
            {
                found.Add((order.Text("name")!, ordered, days.DayOf(move.Text("date_deadline")), came));
            }
        }

        return [.. found];
    }
}
