using System.Text.Json;
using Copilot.Contracts;
using Copilot.Host.Channels;
using Copilot.Host.Identity.Tokens;
using Copilot.Host.Settings;

namespace Copilot.Host.Identity;

/// <summary>Knows people by the tokens of the configured OpenID provider, and reads from them who they are, in which role and for which companies.</summary>
internal sealed class OidcPeople : IDisposable
{
    private static readonly string[] Algorithms = ["RS256", "PS256", "ES256"];

    // Made to tell a browser who signed in, to log out, or to prove something else: none opens this service. Access tokens are "at+jwt" or "JWT".
    private static readonly string[] OtherTypes = ["logout+jwt", "dpop+jwt", "secevent+jwt", "token-introspection+jwt"];

    private readonly CopilotSettings _settings;
    private readonly SigningKeys? _keys;
    private readonly TokenCheck? _check;

    /// <summary>Makes the door.</summary>
    /// <param name="settings">The settings; without a provider nobody comes in here.</param>
    /// <param name="line">The line to the provider.</param>
    /// <param name="time">The clock.</param>
    public OidcPeople(CopilotSettings settings, OutsideLine line, TimeProvider time)
    {
        _settings = settings;
        if (settings.Oidc is { } provider)
        {
            _keys = new SigningKeys(line.Http, new Uri(provider.Authority.AbsoluteUri.TrimEnd('/') + "/.well-known/openid-configuration"), time);
            var rules = new TokenRules { Authority = provider.Authority, Audiences = [provider.Audience], Algorithms = Algorithms, OtherTypes = OtherTypes, Skew = TimeSpan.FromMinutes(1) };
            _check = new TokenCheck(_keys, rules, time);
        }
    }

    /// <summary>Reads a token.</summary>
    /// <param name="token">What a client sent. Untrusted.</param>
    /// <param name="cancellationToken">Stops the wait for keys.</param>
    /// <returns>The person and when the token lapses, or null when it is not the provider's, not for this service, or no longer good.</returns>
    public async ValueTask<(Caller Caller, DateTimeOffset ExpiresAt)?> ReadAsync(string token, CancellationToken cancellationToken)
    {
        if (_check is null)
        {
            return null;
        }

        var verdict = await _check.CheckAsync(token, cancellationToken);
        return verdict.Key is not null && verdict.Claims.Word("sub") is { Length: > 0 and <= 255 } subject ? (Read(verdict.Claims, subject), verdict.ExpiresAt) : null;
    }

    /// <inheritdoc/>
    public void Dispose() => _keys?.Dispose();

    private Caller Read(JsonElement claims, string subject)
    {
        var provider = _settings.Oidc!;
        var person = Person(claims);
        var named = claims.Words(provider.RoleClaim);
        var roles = named.Select(value => provider.Roles.GetValueOrDefault(value)).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        return new Caller
        {
            Id = person?.CallerId ?? "oidc:" + subject,
            DisplayName = claims.Word("name") ?? person?.Name ?? claims.Word("preferred_username") ?? subject,

            // What the provider says counts. Only where it says nothing at all, the list of people does; who is in neither has no role, and so no rights.
            Roles = named.Count > 0 || person is null ? roles : [person.Role],
            Language = CallerLanguage.Read(claims.Word("locale")) ?? "en",
            Companies = provider.CompanyClaim is { } claim ? Companies(claims.Words(claim)) : person?.Companies ?? provider.Companies,
        };
    }

    /// <summary>Finds the person in the list. An address that the provider says it has not verified names nobody.</summary>
    private PersonAccount? Person(JsonElement claims)
    {
        var unverified = claims.TryGetProperty("email_verified", out var verified) && verified.ValueKind != JsonValueKind.True;
        var names = unverified ? [claims.Word("upn")] : new[] { claims.Word("email"), claims.Word("upn") };
        return names.OfType<string>().Select(name => _settings.People.FirstOrDefault(p => p.Email.Equals(name, StringComparison.OrdinalIgnoreCase))).FirstOrDefault(p => p is not null);
    }

    private List<CompanyRef> Companies(IReadOnlyList<string> values)
        => [.. _settings.Oidc!.Companies.Where(company => values.Any(value => value == company.Name || value == company.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)))];
}
