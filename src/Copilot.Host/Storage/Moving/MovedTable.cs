namespace Copilot.Host.Storage.Moving;

/// <summary>What a move noted of a table.</summary>
internal sealed record MovedTable
{
    /// <summary>Gets the hash the table had in the source when its move began.</summary>
    public required string SourceHash { get; init; }

    /// <summary>Gets the key of the last row that was moved, as a JSON array; null before the first.</summary>
    public string? Place { get; init; }

    /// <summary>Gets how many rows were moved.</summary>
    public long Moved { get; init; }
}
