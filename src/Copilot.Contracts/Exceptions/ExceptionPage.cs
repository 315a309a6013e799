namespace Copilot.Contracts;

/// <summary>The cases a person may see, the most pressing first.</summary>
/// <param name="Exceptions">The cases.</param>
/// <param name="ScannedAt">When the business system was last looked through, UTC; null when never.</param>
/// <param name="Stale">What is wrong with the watch, for people; null when nothing is.</param>
public sealed record ExceptionPage(IReadOnlyList<ExceptionCase> Exceptions, DateTimeOffset? ScannedAt, string? Stale)
{
    /// <summary>Gets how many there are that the person may see; more than the list holds when it was cut.</summary>
    public int Total { get; init; } = Exceptions.Count;
}
