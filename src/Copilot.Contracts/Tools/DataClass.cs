namespace Copilot.Contracts;

/// <summary>Kinds of data, the unit in which the policy grants roles access.</summary>
public enum DataClass
{
    /// <summary>SOPs, agreements and other documents; each has its own readers besides.</summary>
    Knowledge,

    /// <summary>Quotations, sales orders, customers.</summary>
    Sales,

    /// <summary>Stock, transfers, lots.</summary>
    Stock,

    /// <summary>Purchase orders, receipts, suppliers.</summary>
    Purchasing,

    /// <summary>Invoices, payments, credit.</summary>
    Receivables,

    /// <summary>Tickets.</summary>
    Service,
}
