using Copilot.Sandbox.Demo.Products;
using Copilot.Sandbox.Demo.Stock;

namespace Copilot.Sandbox.Demo.Customers;

/// <summary>A customer as sales, warehouse and accounting know it.</summary>
internal sealed class Customer
{
    public required int PartnerId { get; init; }

    public required string Name { get; init; }

    /// <summary>A, B or C.</summary>
    public required char Class { get; init; }

    public required int CompanyId { get; init; }

    public required int UserId { get; init; }

    public required int UserPartnerId { get; init; }

    public required int TermDays { get; init; }

    public required int PricelistId { get; init; }

    /// <summary>Share off the list price that the customer's price list gives on everything.</summary>
    public required decimal Discount { get; init; }

    public required Warehouse Warehouse { get; init; }

    public required int DeliveryId { get; init; }

    public required int ContactId { get; init; }

    public required string Email { get; init; }

    /// <summary>How often it orders, compared with the others.</summary>
    public required double Weight { get; init; }

    /// <summary>How much it orders, compared with a middling customer.</summary>
    public required double Size { get; init; }

    /// <summary>Days from due date to payment, on average; negative pays early.</summary>
    public required int PaysAfter { get; init; }

    public required IReadOnlyList<Product> Assortment { get; init; }

    /// <summary>Cumulated popularity over the assortment.</summary>
    public required double[] Preference { get; init; }

    /// <summary>Takes complete deliveries only.</summary>
    public bool ShipComplete => Name == DemoCast.Brackwater;
}
