using Copilot.Contracts;

namespace Copilot.Host.Identity.Tokens;

/// <summary>
/// Checks signed tokens after RFC 7519 and the advice of RFC 8725: algorithms from a list and bound to the key, keys only from the issuer's own address,
/// audience, issuer and times always; encrypted tokens are not read at all.
/// </summary>
/// <param name="keys">The issuer's keys.</param>
/// <param name="rules">What a token must say.</param>
/// <param name="time">The clock.</param>
internal sealed class TokenCheck(SigningKeys keys, TokenRules rules, TimeProvider time)
{
    /// <summary>Checks a token.</summary>
    /// <param name="text">The token. Untrusted.</param>
    /// <param name="cancellationToken">Stops the wait for keys.</param>
    /// <returns>Its claims, or why it is refused.</returns>
    /// <exception cref="CopilotException">The issuer's keys can't be read just now.</exception>
    public async ValueTask<TokenVerdict> CheckAsync(string text, CancellationToken cancellationToken)
    {
        if (SignedToken.Read(text) is not { } token)
        {
            return TokenVerdict.Refused("unreadable");
        }

        if (!rules.Algorithms.Contains(token.Algorithm, StringComparer.Ordinal))
        {
            return TokenVerdict.Refused("algorithm");
        }

        if (token.Type is { } type && rules.OtherTypes.Contains(type, StringComparer.OrdinalIgnoreCase))
        {
            return TokenVerdict.Refused("type");
        }

        // Who it claims to be from is looked at first: tokens of others make nobody fetch keys.
        if (rules.Issuer is not null && token.Claims.Word("iss") != rules.Issuer)
        {
            return TokenVerdict.Refused("issuer");
        }

        var ring = await keys.WithAsync(token.KeyId, cancellationToken);
        if (!ring.Keys.TryGetValue(token.KeyId, out var key))
        {
            return TokenVerdict.Refused("key");
        }

        return key.Signed(token) ? Judge(token, key, ring.Issuer) : TokenVerdict.Refused("signature");
    }

    private TokenVerdict Judge(SignedToken token, SigningKey key, string? named)
    {
        var issuer = rules.Issuer ?? named;
        if (issuer is null || token.Claims.Word("iss") != issuer || (rules.Authority is { } authority && issuer.TrimEnd('/') != authority.AbsoluteUri.TrimEnd('/')))
        {
            return TokenVerdict.Refused("issuer");
        }

        if (!token.Claims.Words("aud").Any(audience => rules.Audiences.Contains(audience, StringComparer.Ordinal)))
        {
            return TokenVerdict.Refused("audience");
        }

        var now = time.GetUtcNow();
        if (token.Claims.Moment("exp") is not { } expires || expires + rules.Skew <= now)
        {
            return TokenVerdict.Refused("expired");
        }

        if (token.Claims.TryGetProperty("nbf", out _) && !(token.Claims.Moment("nbf") is { } from && from - rules.Skew <= now))
        {
            return TokenVerdict.Refused("not yet valid");
        }

        return new TokenVerdict(token.Claims, key, expires, null);
    }
}
