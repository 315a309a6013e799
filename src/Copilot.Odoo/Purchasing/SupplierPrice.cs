using Copilot.Odoo.Answers;
using Copilot.Odoo.Client;
using Copilot.Odoo.Inventory;

namespace Copilot.Odoo.Purchasing;

/// <summary>What a supplier asks for a product from some quantity on, as the vendor price list says.</summary>
internal sealed record SupplierPrice
{
    public required OdooRow Row { get; init; }

    public required (int Id, string Name) Supplier { get; init; }

    /// <summary>The template the price is for.</summary>
    public required int Template { get; init; }

    public required string Product { get; init; }

    /// <summary>For one unit, after the discount of the line.</summary>
    public required decimal Price { get; init; }

    public required string Currency { get; init; }

    public required string Unit { get; init; }

    /// <summary>The smallest quantity it holds for.</summary>
    public required decimal LeastQuantity { get; init; }

    /// <summary>Days from order to receipt that Odoo reckons with.</summary>
    public required int Delay { get; init; }

    /// <summary>The last day it holds; null when it is open.</summary>
    public required DateOnly? Until { get; init; }

    /// <summary>Reads one line; null without supplier or product.</summary>
    public static SupplierPrice? From(OdooRow row) => row.Link("partner_id") is not { } supplier || row.Link("product_tmpl_id") is not { } template ? null : new SupplierPrice
    {
        Row = row,
        Supplier = (supplier.Id, Phrase.Clean(supplier.Name, 80)),
        Template = template.Id,
        Product = ProductLabel.Short(row.Link("product_id")?.Name ?? template.Name),
        Price = row.Number("price") * (1 - (row.Number("discount") / 100)),
        Currency = row.Link("currency_id")?.Name ?? "EUR",
        Unit = Phrase.Clean(row.Link("product_uom_id")?.Name, 20),
        LeastQuantity = row.Number("min_qty"),
        Delay = row.Whole("delay"),
        Until = row.Date("date_end"),
    };
}
