namespace Copilot.Contracts;

/// <summary>Figures of the business over time.</summary>
public sealed record ObservedBook
{
    /// <summary>Gets the figures.</summary>
    public required IReadOnlyList<Observed> Figures { get; init; }

    /// <summary>Gets what the question is narrowed to, in words with a leading space, or nothing.</summary>
    public string Narrowed { get; init; } = string.Empty;

    /// <summary>Gets the names of <see cref="Narrowed"/>.</summary>
    public IReadOnlyList<Fact> Names { get; init; } = [];

    /// <summary>Gets what was left out, as whole sentences.</summary>
    public IReadOnlyList<string> Remarks { get; init; } = [];
}
