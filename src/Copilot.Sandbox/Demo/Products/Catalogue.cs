using System.Globalization;
using Copilot.Sandbox.Demo.Masters;

namespace Copilot.Sandbox.Demo.Products;

/// <summary>Writes categories and products and keeps them for the other departments.</summary>
internal sealed class Catalogue
{
    private readonly Dictionary<string, Product> byCode;

    private Catalogue(List<Product> products)
    {
        All = products;
        byCode = products.ToDictionary(p => p.Code);
    }

    public IReadOnlyList<Product> All { get; }

    public Product this[string code] => byCode[code];

    public static Catalogue Write(Workbench bench, MasterRecords masters)
    {
        var dice = bench.Dice("products");
        var categories = new CategoryTree(bench);
        var products = new List<Product>(320);
        foreach (var row in $"{ProductTable.Industrial}\n{ProductTable.Packaging}".Split('\n'))
        {
            var cells = row.Split('|');
            foreach (var variant in cells[7].Split(';'))
            {
                products.Add(Write(bench, masters, categories, dice, cells, variant, products.Count + 1));
            }
        }

        return new Catalogue(products);
    }

    private static Product Write(
        Workbench bench, MasterRecords masters, CategoryTree categories, Random dice, string[] cells, string variant, int number)
    {
        var parts = variant.Split('=');
        var words = parts[1].Split('*');
        var factor = words.Length > 1 ? decimal.Parse(words[1], CultureInfo.InvariantCulture) : 1m;
        var code = cells[0].EndsWith('+') ? cells[0][..^1] + parts[0] : $"{cells[0]}-{parts[0]}";
        var family = Family.Of(code);
        var price = Math.Round(decimal.Parse(cells[4], CultureInfo.InvariantCulture) * factor, 2);
        var dead = ProductTable.DeadStock.Contains(code);
        var product = new Product
        {
            Id = number,
            TemplateId = number,
            Code = code,
            Name = string.Format(CultureInfo.InvariantCulture, cells[1], words[0]),
            Family = family,
            CategoryId = categories.Leaf(family, cells[2]),
            UnitId = masters.Units[cells[3]],
            ListPrice = price,
            Cost = Math.Round(price * decimal.Parse(cells[5], CultureInfo.InvariantCulture), 2),
            Popularity = dead ? 0 : family.Weekly * Math.Exp(0.8 * dice.Normal()),
            UsualQuantity = Usual(price),
        };
        var weight = Math.Round(double.Parse(cells[6], CultureInfo.InvariantCulture) * (double)factor, 3);
        var barcode = Ean13.For(number);
        bench.Add("product.template", Values(masters, product, barcode, weight, template: true));
        bench.Add("product.product", Values(masters, product, barcode, weight, template: false));
        return product;
    }

    private static Dictionary<string, object?> Values(MasterRecords masters, Product product, string barcode, double weight, bool template)
    {
        var values = new Dictionary<string, object?>(32)
        {
            ["id"] = product.Id,
            ["name"] = product.Name,
            ["default_code"] = product.Code,
            ["barcode"] = barcode,
            ["active"] = true,
            ["type"] = "consu",
            ["is_storable"] = true,
            ["categ_id"] = product.CategoryId,
            ["list_price"] = (double)product.ListPrice,
            ["standard_price"] = (double)product.Cost,
            ["uom_id"] = product.UnitId,
            ["tracking"] = product.Lots ? "lot" : "none",
            ["use_expiration_date"] = product.Expires,
            ["weight"] = weight,
            ["sale_ok"] = true,
            ["purchase_ok"] = true,
            ["taxes_id"] = new[] { MasterRecords.SaleTax(1), MasterRecords.SaleTax(2) },
            ["invoice_policy"] = "delivery",
            ["sale_delay"] = 3,
            ["description_sale"] = product.Hazardous ? "Dangerous goods: transport declaration required." : null,
        };
        if (template)
        {
            values["description"] = Note(product);
            values["purchase_method"] = "receive";
            values["supplier_taxes_id"] = new[] { MasterRecords.PurchaseTax(1), MasterRecords.PurchaseTax(2) };
            values["expiration_time"] = product.Expires ? product.Family.ShelfMonths * 30 : 0;
        }
        else
        {
            values["product_tmpl_id"] = product.TemplateId;
            values["lst_price"] = (double)product.ListPrice;
        }

        return values;
    }

    private static string? Note(Product product)
        => ProductTable.Substitutes.TryGetValue(product.Code, out var others) ? $"Ask before replacing.\nSubstitutes: {others}" : null;

    /// <summary>About 180 EUR a line, in numbers people order in.</summary>
    private static int Usual(decimal price)
    {
        var plain = (double)(180m / price);
        return plain switch
        {
            < 1 => 1,
            < 12 => (int)Math.Round(plain),
            < 60 => (int)Math.Round(plain / 5) * 5,
            _ => Math.Min(200, (int)Math.Round(plain / 10) * 10),
        };
    }
}
