namespace Copilot.Host.Channels.Teams;

/// <summary>A conversation in Teams. Its id is a word without parts: never taken apart, never made up.</summary>
internal sealed record TeamsConversation
{
    public string? Id { get; init; }

    public string? ConversationType { get; init; }

    public string? TenantId { get; init; }
}
