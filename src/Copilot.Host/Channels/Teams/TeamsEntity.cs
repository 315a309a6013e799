namespace Copilot.Host.Channels.Teams;

/// <summary>Something marked in a text; we look at mentions.</summary>
internal sealed record TeamsEntity
{
    public string? Type { get; init; }

    public string? Text { get; init; }

    public TeamsAccount? Mentioned { get; init; }
}
