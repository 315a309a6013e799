namespace Copilot.Host.Console;

/// <summary>A file to be read again. Untrusted.</summary>
internal sealed record RetryRequest
{
    /// <summary>Gets the collection.</summary>
    public string? Collection { get; init; }

    /// <summary>Gets the file, as it stands among the failures.</summary>
    public string? File { get; init; }
}
