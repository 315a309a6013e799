using System.Security.Cryptography;
using System.Text.Json;
using Copilot.Contracts;
using Copilot.Host.Settings;
using Microsoft.AspNetCore.DataProtection;

namespace Copilot.Host.Identity;

/// <summary>Sessions of people who came from Odoo: short-lived tokens that only this installation can make or read, with the person's rights as they were when it was made.</summary>
internal sealed class SidebarSessions(IDataProtectionProvider protection, CopilotSettings settings, TimeProvider time)
{
    /// <summary>The longest token, in characters: it also has to fit into the address of a WebSocket.</summary>
    public const int Longest = 4096;

    private readonly ITimeLimitedDataProtector _protector = protection.CreateProtector("Copilot.SidebarSession.v1").ToTimeLimitedDataProtector();

    /// <summary>Makes a session.</summary>
    /// <param name="caller">Who signs in.</param>
    /// <returns>The token and when it lapses.</returns>
    /// <exception cref="CopilotException">The person works in more companies than a token can name.</exception>
    public (string Token, DateTimeOffset ExpiresAt) Issue(Caller caller)
    {
        var expires = time.GetUtcNow() + settings.Sidebar!.Session;
        var token = _protector.Protect(JsonSerializer.Serialize(caller, ContractJson.Options), expires);
        return token.Length <= Longest
            ? (token, expires)
            : throw new CopilotException($"The user has {caller.Companies.Count} companies in Odoo, more than a session of the sidebar can name. Take away in Odoo those that the user does not work in.");
    }

    /// <summary>Reads a token.</summary>
    /// <param name="token">What a client sent. Untrusted.</param>
    /// <returns>The caller and when the session ends, or null when the token is not ours, was changed, has lapsed, or there is no sidebar.</returns>
    public (Caller Caller, DateTimeOffset ExpiresAt)? Read(string token)
    {
        if (settings.Sidebar is null)
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize<Caller>(_protector.Unprotect(token, out var expires), ContractJson.Options) is { } caller && expires > time.GetUtcNow() ? (caller, expires) : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
