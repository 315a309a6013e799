using System.Globalization;
using Copilot.Sandbox.Demo.Products;

namespace Copilot.Sandbox.Demo.Stock;

/// <summary>A warehouse with its places; bins are opened when something is put there.</summary>
internal sealed class Warehouse
{
    private const int FirstRackOffset = 8;
    private readonly LocationBook locations;
    private readonly string[] aisles;
    private readonly Dictionary<string, int> bins = [];
    private readonly Dictionary<int, string> homes = [];

    public Warehouse(LocationBook locations, Catalogue catalogue, int id, string code, string name, int companyId, string[] aisles)
    {
        this.locations = locations;
        this.aisles = aisles;
        (Id, Code, Name, CompanyId) = (id, code, name, companyId);
        View = locations.Add(code, "view", null, companyId, id);
        Stock = locations.Add("Stock", "internal", View, companyId, id);
        Input = locations.Add("Input", "internal", View, companyId, id);
        Output = locations.Add("Output", "internal", View, companyId, id);
        QualityHold = locations.Add(DemoCast.QualityHold, "internal", Stock, companyId, id);
        var position = new int[aisles.Length];
        foreach (var product in catalogue.All.Where(Keeps))
        {
            var aisle = Aisle(product);
            homes[product.Id] = Place(aisle, FirstRackOffset + position[aisle]++);
        }
    }

    public int Id { get; }

    public string Code { get; }

    public string Name { get; }

    public int CompanyId { get; }

    public int View { get; }

    public int Stock { get; }

    public int Input { get; }

    public int Output { get; }

    public int QualityHold { get; }

    public int InType => ((Id - 1) * 3) + 1;

    public int OutType => ((Id - 1) * 3) + 2;

    public int InternalType => ((Id - 1) * 3) + 3;

    public bool Keeps(Product product) => Aisle(product) >= 0;

    /// <summary>The product's own bin, such as <c>LYO/Stock/A-12-03</c>.</summary>
    public int Bin(Product product) => Open(homes[product.Id]);

    /// <summary>A second place for what does not fit into the product's own bin: the same aisle, racks 40 and up.</summary>
    public int Reserve(Product product)
    {
        var home = homes[product.Id];
        var rack = 40 + int.Parse(home.AsSpan(2, 2), CultureInfo.InvariantCulture);
        return Open($"{home[0]}-{rack:D2}{home[4..]}");
    }

    private int Open(string bin)
        => bins.TryGetValue(bin, out var id) ? id : bins[bin] = locations.Add(bin, "internal", Stock, CompanyId, Id);

    private int Aisle(Product product) => Array.FindIndex(aisles, a => a.Contains(product.Family.Code, StringComparison.Ordinal));

    private static string Place(int aisle, int position)
        => string.Create(CultureInfo.InvariantCulture, $"{(char)('A' + aisle)}-{(position / 4) + 1:D2}-{(position % 4) + 1:D2}");
}
