using System.Text.Json;
using Copilot.Contracts;
using Copilot.Host.Channels;
using Copilot.Host.Identity.Tokens;
using Copilot.Host.Settings;

namespace Copilot.Host.Identity;

/// <summary>
/// Sign-in in the browser at the configured OpenID provider: authorization code with PKCE (RFC 6749, 4.1; RFC 7636). The browser goes to the provider and comes back with a code; the code is
/// redeemed here, so that the page speaks to nobody but this service, and a secret, where the provider wants one, stays here.
/// </summary>
internal sealed class CodeSignIn(CopilotSettings settings, OutsideLine line, OidcPeople people)
{
    /// <summary>Gets a value indicating whether people can sign in so.</summary>
    public bool IsOn => settings.Oidc?.ClientId is not null;

    /// <summary>Gets where the browser goes, with what the provider has to know of us.</summary>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The address, the client's id, and the scope.</returns>
    /// <exception cref="CopilotException">The provider can't be asked.</exception>
    public async Task<(Uri Authorize, string ClientId, string Scope)> WayAsync(CancellationToken cancellationToken)
        => (await EndpointAsync("authorization_endpoint", cancellationToken), settings.Oidc!.ClientId!, settings.Oidc.Scope);

    /// <summary>Redeems a code.</summary>
    /// <param name="code">The code. Untrusted.</param>
    /// <param name="verifier">What proves that it is the browser that began. Untrusted.</param>
    /// <param name="redirect">Where the browser came back to. Untrusted; the provider compares it.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The token, whose it is, and when it lapses; null when the provider does not take the code.</returns>
    /// <exception cref="CopilotException">The provider can't be asked, or what it gives is not for this service.</exception>
    public async Task<(string Token, Caller Caller, DateTimeOffset ExpiresAt)?> RedeemAsync(string code, string verifier, string redirect, CancellationToken cancellationToken)
    {
        var fields = new Dictionary<string, string>
        {
            ["grant_type"] = "authorization_code",
            ["client_id"] = settings.Oidc!.ClientId!,
            ["code"] = code,
            ["code_verifier"] = verifier,
            ["redirect_uri"] = redirect,
        };
        if (settings.Oidc.ClientSecret is { } secret)
        {
            fields["client_secret"] = secret;
        }

        var endpoint = await EndpointAsync("token_endpoint", cancellationToken);
        using var form = new FormUrlEncodedContent(fields);
        string? token;
        try
        {
            using var response = await line.Http.PostAsync(endpoint, form, cancellationToken);
            if (!response.IsSuccessStatusCode)
            {
                return (int)response.StatusCode < 500 ? null : throw Away(null);
            }

            using var answer = JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync(cancellationToken));
            token = answer.RootElement.Word("access_token");
        }
        catch (Exception away) when (away is HttpRequestException or JsonException || (away is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            throw Away(away);
        }

        return token is not null && await people.ReadAsync(token, cancellationToken) is var (caller, expires)
            ? (token, caller, expires)
            : throw new CopilotException($"{settings.Oidc.Authority.Host} signed you in, but its access token is not for this service. An administrator has to check Copilot__Oidc__Audience and Copilot__Oidc__Scope.");
    }

    private async Task<Uri> EndpointAsync(string name, CancellationToken cancellationToken)
    {
        try
        {
            using var response = await line.Http.GetAsync(new Uri(settings.Oidc!.Authority.AbsoluteUri.TrimEnd('/') + "/.well-known/openid-configuration"), cancellationToken);
            response.EnsureSuccessStatusCode();
            using var description = JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync(cancellationToken));

            // As with its keys: https, or this machine when the provider is on it.
            return Uri.TryCreate(description.RootElement.Word(name), UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttps || (address.IsLoopback && settings.Oidc.Authority.IsLoopback))
                ? address
                : throw new JsonException($"The metadata name no {name} that can be used.");
        }
        catch (Exception away) when (away is HttpRequestException or JsonException || (away is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            throw Away(away);
        }
    }

    private CopilotException Away(Exception? why)
        => new($"Nobody can sign in at {settings.Oidc!.Authority.Host} just now: it does not answer as it should. Try again in a moment.", why) { IsTransient = true };
}
