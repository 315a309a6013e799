namespace Copilot.Contracts;

/// <summary>What a document says that helps to find its purchase order. Untrusted words.</summary>
public sealed record PurchaseQuestion
{
    /// <summary>Gets numbers that may be those of our orders, as they are written.</summary>
    public required IReadOnlyList<string> References { get; init; }

    /// <summary>Gets the supplier's name, or null.</summary>
    public string? Supplier { get; init; }

    /// <summary>Gets the supplier's tax number, or null.</summary>
    public string? Vat { get; init; }

    /// <summary>Gets the bank account to pay to, or null.</summary>
    public string? Iban { get; init; }

    /// <summary>Gets numbers of articles: the supplier's, ours, barcodes.</summary>
    public required IReadOnlyList<string> Codes { get; init; }

    /// <summary>Gets a value indicating whether it asks for money, so that bills are looked at for duplicates.</summary>
    public bool IsBill { get; init; }
}
