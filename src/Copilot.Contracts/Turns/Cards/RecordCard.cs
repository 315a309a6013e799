namespace Copilot.Contracts;

/// <summary>One record with its main fields.</summary>
public sealed record RecordCard : Card
{
    /// <summary>Gets the record.</summary>
    public required RecordRef Record { get; init; }

    /// <summary>Gets its fields, in the order to show them.</summary>
    public required IReadOnlyList<Fact> Fields { get; init; }

    /// <summary>Gets where it opens in the ERP, or null.</summary>
    public string? Uri { get; init; }
}
