namespace Copilot.Contracts;

/// <summary>What a business document is.</summary>
public enum BusinessDocumentType
{
    /// <summary>None of those below.</summary>
    Other,

    /// <summary>An invoice, also a corrected or self-billed one.</summary>
    Invoice,

    /// <summary>A credit note.</summary>
    CreditNote,

    /// <summary>A purchase order, or a change to one.</summary>
    PurchaseOrder,

    /// <summary>A supplier's answer to an order.</summary>
    OrderConfirmation,

    /// <summary>A delivery note or despatch advice.</summary>
    DeliveryNote,

    /// <summary>A bill of lading.</summary>
    BillOfLading,

    /// <summary>A proof of delivery.</summary>
    ProofOfDelivery,

    /// <summary>A packing slip.</summary>
    PackingSlip,

    /// <summary>A statement of account.</summary>
    Statement,
}
