namespace Copilot.Contracts;

/// <summary>A snapshot of names. Reference equality says that nothing changed.</summary>
public sealed class EntityNames
{
    /// <summary>Gets the things that are found by name.</summary>
    public required IReadOnlyList<EntityName> Entities { get; init; }

    /// <summary>Gets how document numbers look, so that "order 42" can become S00042.</summary>
    public required IReadOnlyList<NumberPattern> Numbers { get; init; }
}
