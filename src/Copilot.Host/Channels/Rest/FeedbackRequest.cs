namespace Copilot.Host.Channels.Rest;

/// <summary>What somebody thinks of a turn. Untrusted.</summary>
internal sealed record FeedbackRequest
{
    /// <summary>Gets <c>up</c> or <c>down</c>.</summary>
    public string? Rating { get; init; }

    /// <summary>Gets a short reason, at most 100 characters, or null.</summary>
    public string? Reason { get; init; }

    /// <summary>Gets free text, at most 2,000 characters, or null.</summary>
    public string? Comment { get; init; }
}
