namespace Copilot.Host.Identity.Tokens;

/// <summary>What a token must say to be taken.</summary>
internal sealed record TokenRules
{
    /// <summary>Gets who must have signed it; null for the issuer that the metadata name, which must then be <see cref="Authority"/>.</summary>
    public string? Issuer { get; init; }

    /// <summary>Gets the address of the provider, with <see cref="Issuer"/> null.</summary>
    public Uri? Authority { get; init; }

    /// <summary>Gets the audiences of which it must name one.</summary>
    public required IReadOnlyList<string> Audiences { get; init; }

    /// <summary>Gets the algorithms; never <c>none</c>, never one with a shared secret.</summary>
    public required IReadOnlyList<string> Algorithms { get; init; }

    /// <summary>Gets types that are refused although everything else is right, because they are made for something else.</summary>
    public IReadOnlyList<string> OtherTypes { get; init; } = [];

    /// <summary>Gets by how much clocks may differ.</summary>
    public TimeSpan Skew { get; init; } = TimeSpan.FromMinutes(5);
}
