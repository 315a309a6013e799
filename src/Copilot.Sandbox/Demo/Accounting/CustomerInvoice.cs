using Copilot.Sandbox.Demo.Sales;

namespace Copilot.Sandbox.Demo.Accounting;

/// <summary>An invoice for what one delivery brought.</summary>
internal sealed class CustomerInvoice
{
    public required SaleOrder Order { get; init; }

    public required DateOnly Date { get; init; }

    public DateOnly Due => Date.AddDays(Order.Customer.TermDays);

    public List<(SaleLine Line, int Quantity, decimal Price)> Lines { get; } = [];

    /// <summary>Share of the total still to be paid: 0 paid, 1 nothing paid.</summary>
    public decimal OpenShare { get; init; }

    /// <summary>When the customer paid, or paid a part; null when nothing came yet.</summary>
    public DateOnly? PaidOn { get; init; }

    public int Id { get; set; }

    public string Name { get; set; } = "";
}
