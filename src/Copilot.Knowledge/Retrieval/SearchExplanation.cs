namespace Copilot.Knowledge;

/// <summary>How a result came about.</summary>
public sealed record SearchExplanation
{
    /// <summary>Gets the words that were looked for, each with its stem, weight and the other words that count for it.</summary>
    public required IReadOnlyList<string> Words { get; init; }

    /// <summary>Gets the day whose documents were looked at.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>Gets why the vectors were not asked, or null when they were.</summary>
    public string? WithoutVectors { get; init; }

    /// <summary>Gets where was searched, with the reason when the index outside the store was not asked; null where there is no such index.</summary>
    public string? Index { get; init; }

    /// <summary>Gets the passages found, best first, each with its rank and score in each leg.</summary>
    public required IReadOnlyList<KnowledgeHit> Hits { get; init; }

    /// <summary>Gets passages left out because a better one says nearly the same, as "document#passage".</summary>
    public required IReadOnlyList<string> Duplicates { get; init; }

    /// <summary>
    /// Gets the documents that matched the words but were filtered, each with every reason; null unless an operator asked, because it names
    /// what the reader may not see.
    /// </summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>>? Filtered { get; init; }
}
