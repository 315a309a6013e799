using Copilot.Sandbox.Demo.Suppliers;

namespace Copilot.Sandbox.Demo.Products;

/// <summary>Writes what grows in every product list: a few products entered a second time, and supplier prices in another unit than the stock's.</summary>
internal sealed class DoubleEntries(Workbench bench, Catalogue catalogue)
{
    // Beyond the numbers of the catalogue.
    private const int FirstNumber = 9001;

    // The second name holds the same words in another order or with other signs.
    private static readonly (string Code, string Second, string Name)[] Twice =
    [
        ("FLM-FOA-2", "FOAM-2MM", "Foam wrap, 250 m x 2 mm"),
        ("LBL-COL-BLU", "DOT-BLUE", "Colour dot labels, Blue"),
        ("ADH-HMG-5K", "HOTMELT-5", "Hot-melt sticks 5 kg"),
    ];

    private static readonly (string Code, string Unit)[] OtherUnits = [("PPE-GLS-CLR", "Box"), ("LBL-DT-75", "Box"), ("BOX-TUB-430", "Box")];

    public void Write(IReadOnlyDictionary<string, int> units, SupplierBook suppliers)
    {
        foreach (var (i, (code, second, name)) in Twice.Index())
        {
            Again(catalogue[code], second, name, Ean13.For(FirstNumber + i));
        }

        foreach (var (code, unit) in OtherUnits)
        {
            var product = catalogue[code];
            bench.Add("product.supplierinfo", new(10)
            {
                ["partner_id"] = suppliers.Main(product).PartnerId,
                ["product_tmpl_id"] = product.TemplateId,
                ["product_uom_id"] = units[unit],
                ["price"] = (double)Math.Round(product.Cost * 24, 2),
                ["currency_id"] = 1,
                ["min_qty"] = 10.0,
                ["delay"] = suppliers.Main(product).LeadDays,
                ["sequence"] = 99,
            });
        }
    }

    private void Again(Product product, string code, string name, string barcode)
    {
        Dictionary<string, object?> Values() => new(16)
        {
            ["name"] = name,
            ["default_code"] = code,
            ["barcode"] = barcode,
            ["active"] = true,
            ["type"] = "consu",
            ["is_storable"] = true,
            ["categ_id"] = product.CategoryId,
            ["list_price"] = (double)product.ListPrice,
            ["standard_price"] = (double)product.Cost,
            ["uom_id"] = product.UnitId,
            ["tracking"] = "none",
            ["sale_ok"] = true,
            ["purchase_ok"] = true,
            ["invoice_policy"] = "delivery",
        };
        var template = bench.Add("product.template", Values());
        var values = Values();
        values["product_tmpl_id"] = template;
        values["lst_price"] = (double)product.ListPrice;
        bench.Add("product.product", values);
    }
}
