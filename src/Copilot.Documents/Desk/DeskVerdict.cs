namespace Copilot.Documents.Desk;

/// <summary>What became of a person's change.</summary>
/// <param name="Kind">Whether it was taken.</param>
/// <param name="Document">The document as it stands now; null when there is none that the person may see.</param>
/// <param name="Because">Why it was not taken, for people; null when it was.</param>
public sealed record DeskVerdict(DeskVerdictKind Kind, DeskDocument? Document, string? Because)
{
    /// <summary>Gets what was learned of it, in words.</summary>
    public IReadOnlyList<string> Learned { get; init; } = [];
}
