namespace Copilot.Contracts;

/// <summary>Kinds of figures that can be unusual.</summary>
public enum ObservedKind
{
    /// <summary>The quantity of a sales order line.</summary>
    OrderQuantity,

    /// <summary>The price of a sales order line, less its discount.</summary>
    SalesPrice,

    /// <summary>The price of a purchase order line.</summary>
    PurchasePrice,

    /// <summary>What goods that a count or a scrapping booked in or out are worth, at cost.</summary>
    Adjustment,

    /// <summary>The net amount of a customer's invoice.</summary>
    CustomerInvoice,

    /// <summary>The net amount of a supplier's bill.</summary>
    SupplierBill,

    /// <summary>The quantity that a count or a scrapping booked in or out, for those who may not see what goods cost.</summary>
    AdjustedQuantity,
}
