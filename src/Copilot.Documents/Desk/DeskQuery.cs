namespace Copilot.Documents.Desk;

/// <summary>Which documents of the desk are wanted.</summary>
public sealed record DeskQuery
{
    /// <summary>Gets the state; null for all.</summary>
    public DeskState? State { get; init; }

    /// <summary>Gets words that stand in the file's name, the number or the supplier; null for all. Untrusted.</summary>
    public string? Words { get; init; }

    /// <summary>Gets how many are passed over.</summary>
    public int Skip { get; init; }

    /// <summary>Gets how many are given at most, 1 to 200.</summary>
    public int Top { get; init; } = 50;
}
