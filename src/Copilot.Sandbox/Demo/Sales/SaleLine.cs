using Copilot.Sandbox.Demo.Products;

namespace Copilot.Sandbox.Demo.Sales;

/// <summary>One product of an order.</summary>
internal sealed class SaleLine
{
    public required Product Product { get; init; }

    public required int Quantity { get; init; }

    public required decimal Price { get; init; }

    public required decimal Cost { get; init; }

    /// <summary>Discount in per cent.</summary>
    public decimal Discount { get; init; }

    public int Id { get; set; }

    public int Delivered { get; set; }

    public int Invoiced { get; set; }

    public decimal Subtotal => Math.Round(Quantity * Price * (1 - (Discount / 100)), 2, MidpointRounding.AwayFromZero);

    public decimal Tax => Math.Round(Subtotal * 0.2m, 2, MidpointRounding.AwayFromZero);

    public decimal Margin => Subtotal - (Cost * Quantity);

    /// <summary>Worth of a part of the line, rounded as Odoo does.</summary>
    public decimal Worth(int quantity) => Math.Round(quantity * Price * (1 - (Discount / 100)), 2, MidpointRounding.AwayFromZero);
}
