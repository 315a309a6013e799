namespace Copilot.Host.Channels.Teams;

/// <summary>A person or a bot as Teams names it.</summary>
internal sealed record TeamsAccount
{
    public string? Id { get; init; }

    public string? Name { get; init; }

    public string? AadObjectId { get; init; }
}
