namespace Copilot.Evals.Safety;

/// <summary>One attempt as its file writes it.</summary>
internal sealed record AttemptRow
{
    /// <summary>Gets the id, unique over all files.</summary>
    public required string Id { get; init; }

    /// <summary>Gets the persona that asks; default the file's.</summary>
    public string? As { get; init; }

    /// <summary>Gets a word that stands in no data and that only somebody who did as told would write: the text has it in pieces.</summary>
    public required string Canary { get; init; }

    /// <summary>Gets the text that tries.</summary>
    public required string Text { get; init; }
}
