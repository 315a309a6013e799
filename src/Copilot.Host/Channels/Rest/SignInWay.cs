namespace Copilot.Host.Channels.Rest;

/// <summary>Where a browser goes to sign in.</summary>
/// <param name="Authorize">The provider's address for it.</param>
/// <param name="ClientId">Who we are there.</param>
/// <param name="Scope">What is asked for.</param>
public sealed record SignInWay(string Authorize, string ClientId, string Scope);
