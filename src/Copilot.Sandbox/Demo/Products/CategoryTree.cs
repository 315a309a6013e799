namespace Copilot.Sandbox.Demo.Products;

/// <summary>All / division / family / leaf.</summary>
internal sealed class CategoryTree(Workbench bench)
{
    private readonly Dictionary<string, (int Id, string Path)> known = [];

    public int Leaf(Family family, string leaf)
    {
        var name = $"All / {family.Division} / {family.Name} / {leaf}";
        return Node(name).Id;
    }

    private (int Id, string Path) Node(string completeName)
    {
        if (known.TryGetValue(completeName, out var found))
        {
            return found;
        }

        var cut = completeName.LastIndexOf(" / ", StringComparison.Ordinal);
        var parent = cut < 0 ? default((int Id, string Path)?) : Node(completeName[..cut]);
        var id = bench.Reserve("product.category");
        var path = $"{parent?.Path}{id}/";
        bench.Add("product.category", new()
        {
            ["id"] = id,
            ["name"] = cut < 0 ? completeName : completeName[(cut + 3)..],
            ["complete_name"] = completeName,
            ["parent_id"] = parent?.Id,
            ["parent_path"] = path,
            ["property_cost_method"] = "standard",
            ["property_valuation"] = "periodic",
        });
        return known[completeName] = (id, path);
    }
}
