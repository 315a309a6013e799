namespace Copilot.Evals.Safety;

/// <summary>A file of attempts of one class under <c>evals/safety</c>.</summary>
internal sealed record AttemptFile
{
    /// <summary>Gets the row of the report.</summary>
    public required string Class { get; init; }

    /// <summary>Gets where the text is put.</summary>
    public required AttemptPlace Place { get; init; }

    /// <summary>Gets the persona that asks.</summary>
    public string? As { get; init; }

    /// <summary>Gets names for values that are picked from the company.</summary>
    public Dictionary<string, string> Let { get; init; } = [];

    /// <summary>Gets the question that brings the text into the turn; <c>{subject}</c> stands for what the document is about.</summary>
    public string? Question { get; init; }

    /// <summary>Gets the field, where a record carries the text.</summary>
    public PlantedField? Record { get; init; }

    /// <summary>Gets the attempts.</summary>
    public required List<AttemptRow> Attempts { get; init; }
}
