using Copilot.Sandbox.Store;

namespace Copilot.ThoroughTests.Sandbox.Demo;

/// <summary>Keeps records in memory, numbered as the engine does; without <paramref name="history"/> only what is still open.</summary>
internal sealed class RecordingSink(bool history) : IRecordSink
{
    private readonly Dictionary<string, SortedDictionary<int, Dictionary<string, object?>>> tables = [];

    private readonly Dictionary<string, int> last = [];

    public IReadOnlyCollection<string> Models => tables.Keys;

    public int Add(string model, Dictionary<string, object?> values)
    {
        if (!tables.TryGetValue(model, out var table))
        {
            table = tables[model] = [];
        }

        var id = values.TryGetValue("id", out var given) ? (int)given! : last.GetValueOrDefault(model) + 1;
        last[model] = Math.Max(id, last.GetValueOrDefault(model));
        values["id"] = id;
        if (history || StillOpen(model, values))
        {
            table.Add(id, values);
        }

        return id;
    }

    public IEnumerable<Rec> All(string model) => tables[model].Values.Select(v => new Rec(v));

    public Rec Get(string model, int id) => new(tables[model][id]);

    public bool Has(string model, int id) => tables.TryGetValue(model, out var table) && table.ContainsKey(id);

    public int Count(string model) => tables[model].Count;

    private static bool StillOpen(string model, Dictionary<string, object?> values)
        => model switch
        {
            "account.move.line" => false,
            "stock.move" or "stock.move.line" or "stock.picking" => values["state"] is not ("done" or "cancel"),
            "sale.order.line" => (double)values["qty_delivered"]! < (double)values["product_uom_qty"]!,
            "purchase.order.line" => (double)values["qty_received"]! < (double)values["product_qty"]!,
            _ => true,
        };

    /// <summary>One hash over every record and value, in order; equal only within one run of the tests.</summary>
    public (int Records, int Hash) Fingerprint()
    {
        var hash = default(HashCode);
        foreach (var (model, table) in tables.OrderBy(t => t.Key, StringComparer.Ordinal))
        {
            hash.Add(model);
            foreach (var (name, value) in table.Values.SelectMany(v => v))
            {
                hash.Add(name);
                hash.Add(value is int[] many ? many.Aggregate(17, HashCode.Combine) : value?.GetHashCode() ?? 0);
            }
        }

        return (tables.Values.Sum(t => t.Count), hash.ToHashCode());
    }
}
