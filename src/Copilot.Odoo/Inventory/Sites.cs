using Copilot.Odoo.Client;

namespace Copilot.Odoo.Inventory;

/// <summary>A warehouse.</summary>
internal sealed record Site(int Id, string Code, string Name, string Company);

/// <summary>A kind of operation of a warehouse: incoming, outgoing, internal.</summary>
internal sealed record OperationType(int Id, string Code, int WarehouseId);

/// <summary>The warehouses the caller may see.</summary>
internal sealed class Sites(IEnumerable<OdooRow> warehouses, IEnumerable<OdooRow> types)
{
    private readonly Dictionary<int, OperationType> operations = types
        .Select(t => new OperationType(t.Id, t.Text("code") ?? string.Empty, t.Link("warehouse_id")?.Id ?? 0))
        .ToDictionary(t => t.Id);

    public IReadOnlyList<Site> All { get; } =
        [.. warehouses.Select(w => new Site(w.Id, w.Text("code") ?? string.Empty, w.Text("name") ?? string.Empty, w.Link("company_id")?.Name ?? string.Empty))];

    public IReadOnlyList<int> DeliveriesAndReceipts => [.. operations.Values.Where(t => t.Code is "incoming" or "outgoing").Select(t => t.Id)];

    public OperationType? TypeOf(int? id) => id is { } i ? operations.GetValueOrDefault(i) : null;

    public IReadOnlyList<int> TypesOf(string code, int? warehouseId = null)
        => [.. operations.Values.Where(t => t.Code == code && (warehouseId is null || t.WarehouseId == warehouseId)).Select(t => t.Id)];

    /// <summary>The code of a warehouse, for people.</summary>
    public string Code(int id) => All.FirstOrDefault(s => s.Id == id)?.Code ?? "?";

    /// <summary>The warehouse a location lies in: Odoo names the topmost location after the warehouse's code. 0 when it is none of these.</summary>
    public int OfLocation(string path) => All.FirstOrDefault(s => path == s.Code || path.StartsWith(s.Code + "/", StringComparison.Ordinal))?.Id ?? 0;
}
