namespace Copilot.Contracts;

/// <summary>What in a question fills a parameter.</summary>
public enum SlotKind
{
    /// <summary>The question itself, or its rest without the recognised mentions.</summary>
    Question,

    /// <summary>A customer's name, as the ERP writes it.</summary>
    Customer,

    /// <summary>A supplier's name.</summary>
    Supplier,

    /// <summary>A product's internal reference, or name where it has none.</summary>
    Product,

    /// <summary>A product category's name.</summary>
    Category,

    /// <summary>A warehouse's code.</summary>
    Warehouse,

    /// <summary>A company's name.</summary>
    Company,

    /// <summary>A person's name.</summary>
    Person,

    /// <summary>A sales order's name.</summary>
    SalesOrder,

    /// <summary>A purchase order's name.</summary>
    PurchaseOrder,

    /// <summary>A transfer's name (delivery, receipt, pick).</summary>
    Transfer,

    /// <summary>An invoice's number.</summary>
    Invoice,

    /// <summary>A ticket's number.</summary>
    Ticket,

    /// <summary>A lot or serial number.</summary>
    Lot,

    /// <summary>A storage location: a bin, a shelf, an aisle, or a path of them.</summary>
    Location,

    /// <summary>The first day of a period in the question.</summary>
    PeriodStart,

    /// <summary>The last day of a period in the question.</summary>
    PeriodEnd,

    /// <summary>A single day: "by Friday", "on 3 March".</summary>
    Day,

    /// <summary>A quantity of something.</summary>
    Quantity,

    /// <summary>A sum of money: "over 10,000 €".</summary>
    Money,

    /// <summary>A number of results: "top 5".</summary>
    Count,

    /// <summary>One of the parameter's choices, by its words.</summary>
    Choice,

    /// <summary>Words meant to be written as they are: what stands in quotation marks, or behind "saying", "that says", or a colon.</summary>
    Message,

    /// <summary>Never filled from a question.</summary>
    None,
}
