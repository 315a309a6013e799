namespace Copilot.Host.Channels.Teams.Store;

/// <summary>A message in Teams that shows a proposal.</summary>
internal sealed record ShownCard
{
    /// <summary>Gets its key.</summary>
    public required string Id { get; init; }

    /// <summary>Gets the proposal.</summary>
    public required string Proposal { get; init; }

    /// <summary>Gets the message; null while it is being sent.</summary>
    public string? Message { get; init; }

    /// <summary>Gets the directory of the person it was written for.</summary>
    public required string Tenant { get; init; }

    /// <summary>Gets the person's id there: what the card shows is what this person may see.</summary>
    public required string Person { get; init; }

    /// <summary>Gets where it is.</summary>
    public required TeamsPlace Place { get; init; }

    /// <summary>Gets how figures are written on it, or null.</summary>
    public string? Locale { get; init; }

    /// <summary>Gets the number of the latest change that it shows.</summary>
    public long Shown { get; init; }
}
