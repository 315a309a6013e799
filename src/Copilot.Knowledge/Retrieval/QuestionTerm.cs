namespace Copilot.Knowledge.Retrieval;

/// <summary>One word of a question with everything that counts as it.</summary>
internal sealed record QuestionTerm
{
    /// <summary>Gets the word as it was asked.</summary>
    public required string Word { get; init; }

    /// <summary>Gets the stems that count as the word, with how much: 1 for the word itself, less for a synonym.</summary>
    public required IReadOnlyDictionary<string, double> Stems { get; init; }

    /// <summary>Gets how much it says about the topic: its rarity, less for words of asking.</summary>
    public required double Weight { get; init; }

    /// <summary>Gets a value indicating whether it is a code.</summary>
    public bool IsCode { get; init; }

    /// <summary>Gets a value indicating whether it is part of the name of what is asked about; such words choose between documents and do not count as topic.</summary>
    public bool IsName { get; init; }

    /// <summary>Gets a value indicating whether it was written like a name ("Lyon", "Japan"): a passage without it hardly answers.</summary>
    public bool IsProper { get; init; }
}
