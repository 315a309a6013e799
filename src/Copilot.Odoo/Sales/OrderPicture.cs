using Copilot.Odoo.Client;
using Copilot.Odoo.Purchasing;
using Copilot.Odoo.Warehouse;

namespace Copilot.Odoo.Sales;

/// <summary>A sales order with all that decides when it leaves.</summary>
internal sealed record OrderPicture
{
    public required OdooRow Row { get; init; }

    public required string Name { get; init; }

    public required int CustomerId { get; init; }

    public required string Customer { get; init; }

    /// <summary>A, B, C or what the tags say; null without such a tag.</summary>
    public string? CustomerClass { get; init; }

    /// <summary>The warning on the customer, shown in Odoo when an order is taken.</summary>
    public string? Warning { get; init; }

    public OdooRow? CustomerRow { get; init; }

    /// <summary>The promised ship date.</summary>
    public DateOnly? Promised { get; init; }

    public required decimal Net { get; init; }

    public required string Currency { get; init; }

    public string Warehouse { get; init; } = string.Empty;

    public string Salesperson { get; init; } = string.Empty;

    /// <summary>Whether everything leaves at once.</summary>
    public bool ShipComplete { get; init; }

    public bool CreditHold { get; init; }

    public IReadOnlyList<OrderLine> Lines { get; init; } = [];

    public IReadOnlyList<Transfer> Transfers { get; init; } = [];

    public IReadOnlyList<Trouble> Troubles { get; init; } = [];

    public IReadOnlyList<Shortage> Shortages { get; init; } = [];

    public int Id => Row.Id;

    public bool IsConfirmed { get; init; }

    /// <summary>Confirmed, with goods or a transfer still to go.</summary>
    public bool IsOpen { get; init; }

    public IEnumerable<Transfer> OpenDeliveries => Transfers.Where(t => t.IsOpen && t.Code != "incoming");
}

/// <summary>A line with goods or services.</summary>
internal sealed record OrderLine(int Id, int ProductId, string Product, decimal Ordered, decimal Delivered, decimal Invoiced, string Unit, decimal Net)
{
    public decimal Open => Math.Max(0, Ordered - Delivered);
}

/// <summary>Goods of an order that are not on the shelf.</summary>
internal sealed record Shortage(int ProductId, string Product, string Unit, decimal Missing, decimal Uncovered, decimal OnQualityHold, IReadOnlyList<ExpectedPart> Expected);

/// <summary>A part of a shortage that comes with a receipt.</summary>
internal sealed record ExpectedPart(decimal Quantity, Receipt Receipt);
