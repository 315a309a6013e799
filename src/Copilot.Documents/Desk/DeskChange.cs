namespace Copilot.Documents.Desk;

/// <summary>What a person changes in a document. Untrusted.</summary>
public sealed record DeskChange
{
    /// <summary>Gets the version that the person saw.</summary>
    public int? Version { get; init; }

    /// <summary>Gets the values that are to be others.</summary>
    public IReadOnlyList<FieldCorrection> Fields { get; init; } = [];

    /// <summary>Gets all lines as they are to be; null leaves them as they are.</summary>
    public IReadOnlyList<LineCorrection>? Lines { get; init; }

    /// <summary>Gets a value indicating whether it is confirmed although checks fail.</summary>
    public bool Despite { get; init; }

    /// <summary>Gets why it is rejected.</summary>
    public string? Reason { get; init; }
}
