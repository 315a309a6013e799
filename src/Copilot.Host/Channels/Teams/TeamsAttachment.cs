using System.Text.Json;

namespace Copilot.Host.Channels.Teams;

/// <summary>Something sent along with a message.</summary>
internal sealed record TeamsAttachment
{
    public string? ContentType { get; init; }

    public string? ContentUrl { get; init; }

    public string? Name { get; init; }

    public JsonElement Content { get; init; }
}
