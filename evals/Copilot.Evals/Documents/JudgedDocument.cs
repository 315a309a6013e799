namespace Copilot.Evals.Documents;

/// <summary>A document and what is known to stand in it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">What it is, as the product names it; null when it is not judged.</param>
/// <param name="Fields">Its fields by their names.</param>
/// <param name="Lines">Its lines.</param>
internal sealed record JudgedDocument(string Name, string? Type, IReadOnlyDictionary<string, object> Fields, IReadOnlyList<IReadOnlyDictionary<string, object>> Lines)
{
    /// <summary>Gets where the file is.</summary>
    public required string Path { get; init; }

    /// <summary>Gets a value indicating whether it must be refused.</summary>
    public bool IsBroken { get; init; }
}
