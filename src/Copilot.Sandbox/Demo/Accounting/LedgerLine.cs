using Copilot.Sandbox.Demo.Products;

namespace Copilot.Sandbox.Demo.Accounting;

/// <summary>A product line of an invoice, bill or credit note.</summary>
internal sealed record LedgerLine(Product Product, int Quantity, decimal Price, decimal Discount)
{
    public int? SaleLineId { get; init; }

    public int? PurchaseLineId { get; init; }

    public decimal Subtotal => Math.Round(Quantity * Price * (1 - (Discount / 100)), 2, MidpointRounding.AwayFromZero);

    /// <summary>The tax was forgotten on the document.</summary>
    public bool TaxFree { get; init; }

    public decimal Tax => TaxFree ? 0 : Math.Round(Subtotal * 0.2m, 2, MidpointRounding.AwayFromZero);
}
