using Copilot.Odoo.Client;

namespace Copilot.Odoo.Sales;

/// <summary>A price and how it comes about.</summary>
internal sealed record PriceFound
{
    public required OdooRow Product { get; init; }

    public OdooRow? Customer { get; init; }

    public required decimal Quantity { get; init; }

    public required decimal ListPrice { get; init; }

    /// <summary>What a unit costs; null when the account may not read it.</summary>
    public required decimal? Cost { get; init; }

    /// <summary>The customer's price list; null without a customer, or when lists are not used.</summary>
    public string? PriceList { get; init; }

    /// <summary>All rules of that list that fit the product today, for any quantity, in Odoo's order.</summary>
    public required IReadOnlyList<PriceRule> Rules { get; init; }

    /// <summary>The rule that holds, then the rule of the list it starts from, and so on.</summary>
    public required IReadOnlyList<PriceRule> Steps { get; init; }

    /// <summary>The price of one unit before tax; null when it stands on something the account may not read, or on too many lists.</summary>
    public decimal? Price { get; init; }

    public string Currency => Steps.Count > 0 && Steps[0].Row.Link("currency_id") is { } own ? own.Name : Product.Link("currency_id")?.Name ?? "EUR";

    public string Unit => Product.Link("uom_id")?.Name ?? string.Empty;

    /// <summary>The next quantity from which a better rule of the same kind holds, with its price; null when there is none.</summary>
    public PriceRule? NextBreak => Rules.Where(r => r.MinQuantity > Quantity && r.Compute == "fixed" && r.Row.Number("fixed_price") < Price).MinBy(r => r.MinQuantity);
}
