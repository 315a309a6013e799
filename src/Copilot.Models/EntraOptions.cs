namespace Copilot.Models;

/// <summary>Signs in to Azure with Microsoft Entra: as an application with a secret, or as the machine's managed identity. Its text form hides the secrets.</summary>
public sealed record EntraOptions
{
    /// <summary>Gets the directory (tenant); needed for an application.</summary>
    public string? Tenant { get; init; }

    /// <summary>Gets the application, or a user-assigned managed identity; null for the machine's own.</summary>
    public string? Client { get; init; }

    /// <summary>Gets the application's secret; null for a managed identity.</summary>
    public string? Secret { get; init; }

    /// <summary>Gets what the token is for (default <c>https://ai.azure.com/.default</c>); older resources want <c>https://cognitiveservices.azure.com/.default</c>.</summary>
    public string Scope { get; init; } = "https://ai.azure.com/.default";

    /// <summary>Gets where applications get their tokens (default the public cloud's).</summary>
    public Uri Authority { get; init; } = new("https://login.microsoftonline.com");

    /// <summary>Gets where the machine's identity gets its tokens; null takes the address every virtual machine has. App Service and Container Apps give theirs in <c>IDENTITY_ENDPOINT</c>.</summary>
    public Uri? IdentityEndpoint { get; init; }

    /// <summary>Gets the value of <c>IDENTITY_HEADER</c> that belongs to <see cref="IdentityEndpoint"/>.</summary>
    public string? IdentityHeader { get; init; }

    /// <summary>Gets a value indicating whether the machine's identity is used.</summary>
    internal bool IsManaged => Secret is null;

    /// <inheritdoc/>
    public override string ToString() => "Entra (secrets hidden)";
}
