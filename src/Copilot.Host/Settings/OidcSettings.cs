using Copilot.Contracts;

namespace Copilot.Host.Settings;

/// <summary>Sign-in of people at an OpenID provider.</summary>
internal sealed record OidcSettings
{
    /// <summary>Gets the provider's address, which is also the issuer its tokens name.</summary>
    public required Uri Authority { get; init; }

    /// <summary>Gets the audience that tokens must name.</summary>
    public required string Audience { get; init; }

    /// <summary>Gets who this service is at the provider when people sign in with a browser; null when they don't.</summary>
    public string? ClientId { get; init; }

    /// <summary>Gets the secret that goes with it; null for a public client.</summary>
    public string? ClientSecret { get; init; }

    /// <summary>Gets what a browser asks the provider for.</summary>
    public required string Scope { get; init; }

    /// <summary>Gets the claim with the person's roles or groups.</summary>
    public required string RoleClaim { get; init; }

    /// <summary>Gets which value of that claim means which role here.</summary>
    public required IReadOnlyDictionary<string, string> Roles { get; init; }

    /// <summary>Gets the claim with the companies a person works for, as Odoo's ids or names; null when everybody works for all.</summary>
    public string? CompanyClaim { get; init; }

    /// <summary>Gets all companies, as Odoo knows them.</summary>
    public required IReadOnlyList<CompanyRef> Companies { get; init; }
}
