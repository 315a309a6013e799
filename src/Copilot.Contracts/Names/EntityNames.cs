namespace Copilot.Contracts;

/// <summary>A snapshot of names. Reference equality says that nothing changed.</summary>
public sealed class EntityNames
{
    /// <summary>Gets the things that are found by name.</summary>
    public required IReadOnlyList<EntityName> Entities { get; init; }

    /// <summary>Gets how document numbers look, so that "order 42" can become S00042.</summary>
    public required IReadOnlyList<NumberPattern> Numbers { get; init; }

    /// <summary>Gets the names of natural persons in the books, colleagues and contacts alike, for hiding them from models; no question is understood by them.</summary>
    public IReadOnlyList<string> People { get; init; } = [];
}
