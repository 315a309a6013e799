namespace Copilot.Knowledge.Retrieval;

/// <summary>One word of a question with everything that counts as it.</summary>
internal sealed record QuestionTerm
{
    /// <summary>A stem that counts so much of a word is the word itself or what was meant by a misspelt one, rather than a synonym.</summary>
    public const double AsGoodAsSaid = 0.75;

    /// <summary>Gets the word as it was asked.</summary>
    public required string Word { get; init; }

    /// <summary>Gets the stems that count as the word, with how much: 1 for the word itself, less for a synonym.</summary>
    public required IReadOnlyDictionary<string, double> Stems { get; init; }

    /// <summary>Gets how much it says about the topic: its rarity, less for words of asking.</summary>
    public required double Weight { get; init; }

    /// <summary>Gets how much it pulls passages up: its rarity for each time it was said; only words of asking pull less. Unlike <see cref="Weight"/> it does not judge what the topic is.</summary>
    public required double Pull { get; init; }

    /// <summary>Gets how often it was said.</summary>
    public int Said { get; init; } = 1;

    /// <summary>Gets a value indicating whether it is a code.</summary>
    public bool IsCode { get; init; }

    /// <summary>Gets a value indicating whether it is part of the name of what is asked about; such words choose between documents and do not count as topic.</summary>
    public bool IsName { get; init; }

    /// <summary>Gets a value indicating whether it was written like a name ("Lyon", "Japan"): a passage without it hardly answers.</summary>
    public bool IsProper { get; init; }
}
