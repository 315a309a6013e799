namespace Copilot.Knowledge.Stores;

/// <summary>What to find, with the filters that hold before anything is ranked.</summary>
internal sealed record StoreQuery
{
    /// <summary>Gets the stems to look for; any of them may match.</summary>
    public required IReadOnlyList<string> Stems { get; init; }

    /// <summary>Gets the codes to look for.</summary>
    public IReadOnlyList<string> Codes { get; init; } = [];

    /// <summary>Gets whose rights hold.</summary>
    public required Reader Reader { get; init; }

    /// <summary>Gets the day on which the documents must hold.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>Gets the collection, or null for all.</summary>
    public string? Collection { get; init; }

    /// <summary>Gets how many candidates are wanted at most.</summary>
    public required int Limit { get; init; }
}
