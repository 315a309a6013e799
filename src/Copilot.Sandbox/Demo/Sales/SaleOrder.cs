using Copilot.Sandbox.Demo.Customers;
using Copilot.Sandbox.Demo.Stock;

namespace Copilot.Sandbox.Demo.Sales;

/// <summary>An order while the company is planned; it becomes records once its deliveries and invoices are known.</summary>
internal sealed class SaleOrder
{
    public required Customer Customer { get; init; }

    public required Warehouse Warehouse { get; init; }

    public required DateTime Ordered { get; init; }

    /// <summary>The promised ship date.</summary>
    public required DateTime Promised { get; init; }

    /// <summary>draft, sent, sale or cancel.</summary>
    public string State { get; init; } = "sale";

    /// <summary>The customer's own order number.</summary>
    public required string Reference { get; init; }

    public List<SaleLine> Lines { get; } = [];

    public List<Delivery> Deliveries { get; } = [];

    public List<int> InvoiceIds { get; } = [];

    /// <summary>Part of today's trouble; its stock is told line by line.</summary>
    public bool Trouble { get; init; }

    public bool OnCreditHold { get; init; }

    public string? Note { get; set; }

    public int Id { get; set; }

    public string Name { get; set; } = "";

    public bool ShipComplete => Customer.ShipComplete;

    public bool Open => State == "sale" && Deliveries.Exists(d => d.Open);
}
