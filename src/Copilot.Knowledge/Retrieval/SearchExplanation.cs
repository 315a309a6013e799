namespace Copilot.Knowledge;

/// <summary>How a result came about. For operators, never for the person whose rights were applied: it names documents that were filtered.</summary>
public sealed record SearchExplanation
{
    /// <summary>Gets the words that were looked for, each with its stem, weight and the other words that count for it.</summary>
    public required IReadOnlyList<string> Words { get; init; }

    /// <summary>Gets the passages found, best first.</summary>
    public required IReadOnlyList<KnowledgeHit> Hits { get; init; }

    /// <summary>Gets passages left out because a better one says nearly the same, as "document#passage".</summary>
    public required IReadOnlyList<string> Duplicates { get; init; }

    /// <summary>Gets the documents that matched the words but were filtered, each with every reason.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<string>> Filtered { get; init; }
}
