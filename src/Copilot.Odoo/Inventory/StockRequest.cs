using Copilot.Odoo.Answers;
using Copilot.Odoo.Names;

namespace Copilot.Odoo.Inventory;

/// <summary>What of stock is asked for.</summary>
internal sealed class StockRequest(ToolArguments arguments, ResolvedNames names, Sites sites, DateOnly today, int expiryDays)
{
    public ResolvedNames Names { get; } = names;

    public Sites Sites { get; } = sites;

    /// <summary>What to show. When the lots of one product expire is asked for all of them, unless a day is named.</summary>
    public string Show { get; } = arguments.Text("show") switch
    {
        "expiring" when (arguments.Text("product") is not null || names["lot"] is not null) && arguments.Day("until") is null && arguments.Day("to") is null => "lots",
        "expired" => "expiring",
        { } show => show,
        null => names["lot"] is null ? "available" : "lots",
    };

    /// <summary>The last day of interest for receipts and expiry.</summary>
    public DateOnly Until { get; } = arguments.Text("show") == "expired" ? today.AddDays(-1) : arguments.Day("until") ?? arguments.Day("to") ?? today.AddDays(expiryDays);

    public int? WarehouseId => Names["warehouse"]?.Id;

    /// <summary>The warehouses to show.</summary>
    public IEnumerable<Site> Shown => Sites.All.Where(s => WarehouseId is null || s.Id == WarehouseId);

    /// <summary>" in LYO", or nothing.</summary>
    public string Where => Names["warehouse"] is { } w ? $" in {w.Code ?? w.Name}" : string.Empty;

    public bool Covers(Shelf shelf)
        => (WarehouseId is null || shelf.WarehouseId == WarehouseId) && (Names["lot"] is null || shelf.Lot?.Id == Names["lot"]!.Id);
}
