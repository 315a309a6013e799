using System.Globalization;
using Copilot.Sandbox.Demo.Customers;
using Copilot.Sandbox.Demo.Masters;
using Copilot.Sandbox.Demo.Products;

namespace Copilot.Sandbox.Demo.Suppliers;

/// <summary>Writes the suppliers and what each charges for which product.</summary>
internal sealed class SupplierBook
{
    private readonly Dictionary<string, Supplier> byName;
    private readonly Dictionary<(int Partner, int Product), decimal> prices = [];
    private readonly Dictionary<int, int> mainOffer = [];

    private SupplierBook(List<Supplier> suppliers)
    {
        All = suppliers;
        byName = suppliers.ToDictionary(s => s.Name);
    }

    public IReadOnlyList<Supplier> All { get; }

    public Supplier this[string name] => byName[name];

    public static SupplierBook Write(Workbench bench, MasterRecords masters, Catalogue catalogue)
    {
        var dice = bench.Dice("suppliers");
        var suppliers = SupplierTable.All.Select((s, i) => Write(bench, masters, dice, s, i + 1)).ToList();
        var book = new SupplierBook(suppliers);
        foreach (var product in catalogue.All)
        {
            book.Offers(bench, dice, product);
        }

        return book;
    }

    /// <summary>Today's price of the supplier for the product.</summary>
    public decimal Price(Supplier supplier, Product product) => prices.GetValueOrDefault((supplier.PartnerId, product.Id), product.Cost);

    public bool Offers(Supplier supplier, Product product) => prices.ContainsKey((supplier.PartnerId, product.Id));

    /// <summary>The first supplier's price record of the product.</summary>
    public int MainOffer(Product product) => mainOffer[product.Id];

    /// <summary>The supplier with the agreement for the product's family.</summary>
    public Supplier Main(Product product) => All.First(s => s.Makes(product.Family.Code));

    private static Supplier Write(Workbench bench, MasterRecords masters, Random dice, Supplier supplier, int number)
    {
        var slug = CustomerNames.Slug(supplier.Name);
        var email = $"sales@{slug}.example";
        var seat = SupplierSeats.Of(supplier.Name);

        // What comes after it was drawn with this draw before it.
        _ = dice.Next(30, 49);
        var partner = bench.Add("res.partner", new()
        {
            ["name"] = supplier.Name,
            ["is_company"] = true,
            ["type"] = "contact",
            ["ref"] = string.Create(CultureInfo.InvariantCulture, $"V{20000 + number}"),
            ["email"] = email,
            ["phone"] = PhoneNumbers.Draw(dice, supplier.Country),
            ["website"] = $"https://www.{slug}.example",
            ["street"] = seat?.Street,
            ["zip"] = seat?.Zip,
            ["vat"] = seat?.Vat,
            ["buyer_id"] = seat is null ? null : masters.Users["purchaser"].User,
            ["city"] = supplier.City,
            ["country_id"] = masters.Countries[supplier.Country],
            ["category_id"] = new[] { masters.PartnerTags["Supplier"] },
            ["property_supplier_payment_term_id"] = masters.Terms[30],
            ["customer_rank"] = 0,
            ["supplier_rank"] = 1,
            ["lang"] = CustomerNames.Language(supplier.Country),
            ["active"] = true,
        });
        return supplier with { PartnerId = partner, Email = email };
    }

    private void Offers(Workbench bench, Random dice, Product product)
    {
        var main = Main(product);
        var others = All.Where(s => s != main && s.Makes(product.Family.Code)).ToList();
        var second = dice.Chance(0.75) ? dice.Pick(others) : null;
        mainOffer[product.Id] = Offer(bench, dice, main, product, product.Cost, 1, 0);
        Offer(bench, dice, main, product, Math.Round(product.Cost * 0.95m, 2), 2, product.UsualQuantity * 20);
        if (second is not null)
        {
            Offer(bench, dice, second, product, Math.Round(product.Cost * (decimal)(1.02 + (0.10 * dice.NextDouble())), 2), 3, 0);
        }
    }

    private int Offer(Workbench bench, Random dice, Supplier supplier, Product product, decimal price, int sequence, int minimum)
    {
        prices.TryAdd((supplier.PartnerId, product.Id), price);
        return bench.Add("product.supplierinfo", new()
        {
            ["partner_id"] = supplier.PartnerId,
            ["product_tmpl_id"] = product.TemplateId,
            ["product_id"] = product.Id,
            ["product_code"] = string.Create(CultureInfo.InvariantCulture, $"{supplier.Name[..2].ToUpperInvariant()}-{dice.Next(10000, 99999)}"),
            ["product_name"] = product.Name,
            ["price"] = (double)price,
            ["currency_id"] = 1,
            ["min_qty"] = (double)minimum,
            ["product_uom_id"] = product.UnitId,
            ["delay"] = supplier.LeadDays,
            ["sequence"] = sequence,
        });
    }
}
