using Copilot.Sandbox.Demo.Products;

namespace Copilot.Sandbox.Demo.Purchasing;

/// <summary>One product of a purchase order.</summary>
internal sealed class PurchaseLine
{
    public required Product Product { get; init; }

    public required int Quantity { get; init; }

    public required decimal Price { get; init; }

    public int Received { get; init; }

    public int Billed { get; set; }

    public int Id { get; set; }

    public decimal Subtotal => Math.Round(Quantity * Price, 2);

    public decimal Tax => Math.Round(Subtotal * 0.2m, 2, MidpointRounding.AwayFromZero);
}
