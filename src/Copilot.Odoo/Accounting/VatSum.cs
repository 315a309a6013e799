namespace Copilot.Odoo.Accounting;

/// <summary>Tax on posted invoices and bills of one company, in its own currency; credit notes deducted.</summary>
/// <param name="CompanyId">The company that files the return.</param>
/// <param name="Company">Its name.</param>
/// <param name="Month">The first day of the month it is of; null for the whole period.</param>
/// <param name="Currency">The company's currency.</param>
/// <param name="Sold">What was invoiced to customers without tax.</param>
/// <param name="SoldTax">The tax on it.</param>
/// <param name="Bought">What suppliers billed without tax.</param>
/// <param name="BoughtTax">The tax on it.</param>
/// <param name="Invoices">How many customer invoices and credit notes.</param>
/// <param name="Bills">How many vendor bills and their credit notes.</param>
internal sealed record VatSum(int CompanyId, string Company, DateOnly? Month, string Currency, decimal Sold, decimal SoldTax, decimal Bought, decimal BoughtTax, int Invoices, int Bills)
{
    /// <summary>Both together, of the same company.</summary>
    public VatSum Plus(VatSum other) => this with
    {
        Sold = Sold + other.Sold,
        SoldTax = SoldTax + other.SoldTax,
        Bought = Bought + other.Bought,
        BoughtTax = BoughtTax + other.BoughtTax,
        Invoices = Invoices + other.Invoices,
        Bills = Bills + other.Bills,
    };
}
