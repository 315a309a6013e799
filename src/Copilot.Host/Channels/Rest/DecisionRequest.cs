namespace Copilot.Host.Channels.Rest;

/// <summary>What somebody says with a decision. Untrusted.</summary>
internal sealed record DecisionRequest
{
    /// <summary>Gets why, at most 2,000 characters, or null.</summary>
    public string? Comment { get; init; }

    /// <summary>Gets the fingerprint of what was shown, so that nothing else is decided; null when the client does not know it.</summary>
    public string? Fingerprint { get; init; }
}
