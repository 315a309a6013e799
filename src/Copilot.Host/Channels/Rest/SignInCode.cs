namespace Copilot.Host.Channels.Rest;

/// <summary>What a browser came back with.</summary>
/// <param name="Code">The provider's code.</param>
/// <param name="Verifier">The PKCE verifier with which the browser began.</param>
/// <param name="RedirectUri">Where it came back to.</param>
internal sealed record SignInCode(string? Code, string? Verifier, string? RedirectUri);
