namespace Copilot.Contracts;

/// <summary>A customer, contacts and addresses with their company.</summary>
public sealed record Buyer
{
    /// <summary>Gets the customer's record.</summary>
    public required RecordRef Record { get; init; }

    /// <summary>Gets the name.</summary>
    public required string Name { get; init; }

    /// <summary>Gets the currency of <see cref="BuyingDay.Net"/>: the one in which most orders are.</summary>
    public required string Currency { get; init; }

    /// <summary>Gets the days with confirmed orders, oldest first, each once.</summary>
    public required IReadOnlyList<BuyingDay> Days { get; init; }

    /// <summary>Gets where a person opens the record, or null.</summary>
    public string? Uri { get; init; }

    /// <summary>Gets a value indicating whether the question is about it; others are only compared with.</summary>
    public bool IsAsked { get; init; } = true;
}
