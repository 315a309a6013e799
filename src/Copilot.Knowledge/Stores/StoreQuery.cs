namespace Copilot.Knowledge.Stores;

/// <summary>What the words leg is to find.</summary>
internal sealed record StoreQuery
{
    /// <summary>Gets the stems to look for; any of them may match.</summary>
    public required IReadOnlyList<string> Stems { get; init; }

    /// <summary>Gets the codes to look for.</summary>
    public IReadOnlyList<string> Codes { get; init; } = [];

    /// <summary>Gets what may be found.</summary>
    public required PassageFilter Filter { get; init; }

    /// <summary>Gets how many candidates are wanted at most.</summary>
    public required int Limit { get; init; }
}
