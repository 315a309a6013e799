namespace Copilot.Host.Channels.Teams.People;

/// <summary>Whom an administrator links somebody to.</summary>
public sealed record LinkRequest
{
    /// <summary>Gets the id of the caller, <c>person:ADDRESS</c>; null for the person of the list whose address matches.</summary>
    public string? Who { get; init; }
}
