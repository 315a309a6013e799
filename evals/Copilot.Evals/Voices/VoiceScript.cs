namespace Copilot.Evals.Voices;

/// <summary>What a scripted model knows of the question it will be asked next.</summary>
internal sealed record VoiceScript
{
    /// <summary>Gets who asks.</summary>
    public required string Persona { get; init; }

    /// <summary>Gets the calls that answer the question.</summary>
    public required IReadOnlyList<VoiceCall> Calls { get; init; }

    /// <summary>Gets the word of the attempt in it, or null.</summary>
    public string? Canary { get; init; }

    /// <summary>Gets the text of the attempt, or null.</summary>
    public string? Planted { get; init; }

    /// <summary>Gets how many turns ago the answer was given that is to be told again, from memory; 0 for a question that is looked up.</summary>
    public int TurnsAgo { get; init; }

    /// <summary>Gets the question's number in its run, from 0; scripts vary with it.</summary>
    public int Number { get; init; }
}
