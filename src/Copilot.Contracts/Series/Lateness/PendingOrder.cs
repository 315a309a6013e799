namespace Copilot.Contracts;

/// <summary>An order that is asked about.</summary>
public sealed record PendingOrder
{
    /// <summary>Gets its number.</summary>
    public required string Name { get; init; }

    /// <summary>Gets the customer's name.</summary>
    public required string Customer { get; init; }

    /// <summary>Gets the warehouse's code.</summary>
    public required string Warehouse { get; init; }

    /// <summary>Gets the promised ship date; null when none was promised.</summary>
    public DateOnly? Promised { get; init; }

    /// <summary>Gets a value indicating whether something of it still has to leave.</summary>
    public required bool IsOpen { get; init; }

    /// <summary>Gets its lines that still have to leave.</summary>
    public required IReadOnlyList<PendingLine> Lines { get; init; }

    /// <summary>Gets what holds up the whole order.</summary>
    public IReadOnlyList<Hindrance> Hindrances { get; init; } = [];

    /// <summary>Gets the record, for its source.</summary>
    public required RecordRef Record { get; init; }

    /// <summary>Gets where a person opens it, or null.</summary>
    public string? Uri { get; init; }
}
