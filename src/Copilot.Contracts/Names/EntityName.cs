namespace Copilot.Contracts;

/// <summary>One thing that questions may mention.</summary>
public sealed record EntityName
{
    /// <summary>Gets the slot it fills.</summary>
    public required SlotKind Kind { get; init; }

    /// <summary>Gets the record.</summary>
    public required RecordRef Record { get; init; }

    /// <summary>Gets the text to hand to tools: unique within its kind (a code, or the name).</summary>
    public required string Canonical { get; init; }

    /// <summary>Gets the name for people.</summary>
    public required string Name { get; init; }

    /// <summary>Gets other ways to write it: code, barcode, short name, city.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];
}
