namespace Copilot.Host.Channels.Teams.Store;

/// <summary>Where somebody can be written to without having asked: the person's own chat with the bot.</summary>
internal sealed record KnownPlace
{
    /// <summary>Gets the directory.</summary>
    public required string Tenant { get; init; }

    /// <summary>Gets the person's id there.</summary>
    public required string Person { get; init; }

    /// <summary>Gets the place.</summary>
    public required TeamsPlace Place { get; init; }

    /// <summary>Gets the language of the person's client, or null.</summary>
    public string? Locale { get; init; }

    /// <summary>Gets when the chat was closed to us, UTC; null while it is open.</summary>
    public DateTimeOffset? ClosedAt { get; init; }

    /// <summary>Gets the least score the person wants to be told of: <c>off</c> for nothing, or a number; null for what the role has.</summary>
    public string? Threshold { get; init; }

    /// <summary>Gets up to when the person was told of exceptions.</summary>
    public required DateTimeOffset NewsUpTo { get; init; }

    /// <summary>Gets when the person was last told of any; null when never.</summary>
    public DateTimeOffset? ToldAt { get; init; }
}
