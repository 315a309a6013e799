namespace Copilot.Odoo.Accounting;

/// <summary>What was invoiced to customers in a period, in one currency: net of credit notes where nothing else is said.</summary>
/// <param name="Id">The record or month that it is of; 0 for everything.</param>
/// <param name="Name">What that is called; empty for everything.</param>
/// <param name="Currency">The company's currency; companies with the same one are added up.</param>
/// <param name="Net">Without tax, invoices less credit notes.</param>
/// <param name="WithTax">With tax, invoices less credit notes.</param>
/// <param name="Invoices">How many invoices.</param>
/// <param name="CreditNotes">How many credit notes.</param>
/// <param name="Credited">What the credit notes take off, without tax, positive.</param>
internal sealed record InvoicedSum(int Id, string Name, string Currency, decimal Net, decimal WithTax, int Invoices, int CreditNotes, decimal Credited)
{
    /// <summary>Both together, of the same thing.</summary>
    public InvoicedSum Plus(InvoicedSum other) => this with
    {
        Net = Net + other.Net,
        WithTax = WithTax + other.WithTax,
        Invoices = Invoices + other.Invoices,
        CreditNotes = CreditNotes + other.CreditNotes,
        Credited = Credited + other.Credited,
    };

    /// <summary>The credit notes alone, as amounts of their own.</summary>
    public InvoicedSum Credits() => this with { Net = Credited, WithTax = -WithTax };
}
