using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Copilot.Host.Channels.Helpdesk.Store;
using Copilot.Host.Identity.Tokens;
using Copilot.Host.Settings;

namespace Copilot.Host.Channels.Helpdesk;

/// <summary>
/// Checks the tokens with which Odoo vouches for its users: JWTs (RFC 7519) after the advice of RFC 8725. One algorithm, one type, keys by name and compared in
/// constant time, issuer, audience and database as configured, at most a minute long, and good once: on whichever node one arrives first.
/// </summary>
internal sealed class OdooDoor(CopilotSettings settings, SidebarStore store, TimeProvider time)
{
    /// <summary>The longest a token may be good for.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    /// <summary>By how much the clocks may differ.</summary>
    public static readonly TimeSpan Skew = TimeSpan.FromSeconds(30);

    private const string Algorithm = "HS256";
    private const string Type = "copilot-sidebar+jwt";
    private const string Issuer = "odoo";

    /// <summary>Checks a token and uses it up.</summary>
    /// <param name="text">The token. Untrusted.</param>
    /// <param name="cancellationToken">Stops the wait for the store.</param>
    /// <returns>Who it is, or why it is refused.</returns>
    public async Task<OdooVerdict> CheckAsync(string? text, CancellationToken cancellationToken)
    {
        if (settings.Sidebar is not { } sidebar || string.IsNullOrEmpty(text) || SignedToken.Read(text) is not { } token)
        {
            return OdooVerdict.Refused("unreadable");
        }

        if (token.Algorithm != Algorithm || token.Type != Type)
        {
            return OdooVerdict.Refused("algorithm");
        }

        if (!sidebar.Keys.TryGetValue(token.KeyId, out var key))
        {
            return OdooVerdict.Refused("key");
        }

        if (!CryptographicOperations.FixedTimeEquals(HMACSHA256.HashData(Encoding.UTF8.GetBytes(key), token.Signed), token.Signature))
        {
            return OdooVerdict.Refused("signature");
        }

        if (Unfit(token.Claims, sidebar) is { } fault)
        {
            return OdooVerdict.Refused(fault);
        }

        var once = token.Claims.Word("jti");
        if (once is not { Length: >= 16 and <= 64 } || !once.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_'))
        {
            return OdooVerdict.Refused("id");
        }

        if (VisitorClaims.Read(token.Claims, key, once) is not { } visitor)
        {
            return OdooVerdict.Refused("claims");
        }

        // Last, so that a token with a fault is not used up by whoever found it.
        return await store.TakeAsync(once, token.Claims.Moment("exp")!.Value + Skew, cancellationToken) ? new OdooVerdict(visitor, null) : OdooVerdict.Refused("used");
    }

    private string? Unfit(JsonElement claims, SidebarSettings sidebar)
    {
        if (claims.Word("iss") != Issuer)
        {
            return "issuer";
        }

        if (claims.Word("aud") != sidebar.Audience)
        {
            return "audience";
        }

        if (claims.Word("db") != settings.OdooDatabase)
        {
            return "database";
        }

        var now = time.GetUtcNow();
        if (claims.Moment("exp") is not { } expires || claims.Moment("iat") is not { } issued || expires <= issued || expires - issued > Longest)
        {
            return "lifetime";
        }

        return expires + Skew <= now ? "expired" : issued - Skew > now ? "not yet valid" : null;
    }
}
