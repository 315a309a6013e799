namespace Copilot.Sandbox.Demo.Stock;

/// <summary>Writes locations with their full names and paths.</summary>
internal sealed class LocationBook(Workbench bench)
{
    private readonly Dictionary<int, (string Name, string Path, string Usage)> known = [];

    public int Add(string name, string usage, int? parent, int? company, int? warehouse)
    {
        var id = bench.Reserve("stock.location");
        var above = parent is { } p ? known[p] : (Name: "", Path: "", Usage: "");
        var full = parent is null ? name : $"{above.Name}/{name}";
        var path = $"{above.Path}{id}/";
        known[id] = (full, path, usage);
        bench.Add("stock.location", new()
        {
            ["id"] = id,
            ["name"] = name,
            ["complete_name"] = full,
            ["usage"] = usage,
            ["location_id"] = parent,
            ["parent_path"] = path,
            ["company_id"] = company,
            ["warehouse_id"] = warehouse,
            ["barcode"] = full.Replace("/", "-", StringComparison.Ordinal).ToUpperInvariant(),
            ["active"] = true,
        });
        return id;
    }

    public string FullName(int location) => known[location].Name;
}
