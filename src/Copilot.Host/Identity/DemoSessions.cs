using System.Security.Cryptography;
using Copilot.Host.Settings;
using Microsoft.AspNetCore.DataProtection;

namespace Copilot.Host.Identity;

/// <summary>Signs people in as a persona and knows them again: short-lived tokens that only this installation can make or read.</summary>
/// <remarks>The protection is ASP.NET Core's (AES-256-CBC with HMAC-SHA-256, rotating keys in the store's folder); the expiry is inside the protected part.</remarks>
internal sealed class DemoSessions(IDataProtectionProvider protection, CopilotSettings settings, TimeProvider time)
{
    private readonly ITimeLimitedDataProtector _protector = protection.CreateProtector("Copilot.DemoSession.v1").ToTimeLimitedDataProtector();

    /// <summary>Gets a value indicating whether there is a demo.</summary>
    public bool Enabled => settings.DemoEnabled;

    /// <summary>Makes a session.</summary>
    /// <param name="persona">Who signs in.</param>
    /// <returns>The token and when it lapses.</returns>
    public (string Token, DateTimeOffset ExpiresAt) Issue(Persona persona)
    {
        var expires = time.GetUtcNow() + settings.DemoSession;
        return (_protector.Protect(persona.Name, expires), expires);
    }

    /// <summary>Reads a token.</summary>
    /// <param name="token">What a client sent. Untrusted.</param>
    /// <returns>The persona and when the session ends, or null when the token is not ours, was changed, has lapsed, or the demo is off.</returns>
    public (Persona Persona, DateTimeOffset ExpiresAt)? Read(string token)
    {
        if (!Enabled)
        {
            return null;
        }

        try
        {
            return Personas.Find(_protector.Unprotect(token, out var expires)) is { } persona ? (persona, expires) : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
