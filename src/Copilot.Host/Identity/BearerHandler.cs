using System.Text.Encodings.Web;
using Copilot.Contracts;
using Copilot.Host.Channels;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace Copilot.Host.Identity;

/// <summary>Knows people by their bearer token: in the header everywhere, in the query only where a browser can't set one (WebSockets).</summary>
internal sealed class BearerHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, DemoSessions sessions, SidebarSessions visits, OidcPeople people)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    /// <summary>The scheme's name.</summary>
    public const string Bearer = "Bearer";

    private const int LongestSession = SidebarSessions.Longest;

    /// <inheritdoc/>
    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var token = Token();
        if (string.IsNullOrEmpty(token))
        {
            return AuthenticateResult.NoResult();
        }

        if (await WhoAsync(token) is not var (caller, expires))
        {
            return AuthenticateResult.Fail("The token is not valid, or no longer.");
        }

        caller = caller with { Language = CallerLanguage.Asked(Request) ?? caller.Language };
        return AuthenticateResult.Success(new AuthenticationTicket(caller.ToPrincipal(Bearer), new AuthenticationProperties { ExpiresUtc = expires }, Bearer));
    }

    private async ValueTask<(Caller Caller, DateTimeOffset ExpiresAt)?> WhoAsync(string token)
    {
        // Sessions of ours have no dots in them, signed tokens two.
        if (token.Contains('.', StringComparison.Ordinal))
        {
            return await people.ReadAsync(token, Context.RequestAborted);
        }

        return token.Length > LongestSession ? null : sessions.Read(token) is var (persona, expires) ? (persona.ToCaller(), expires) : visits.Read(token);
    }

    /// <inheritdoc/>
    protected override async Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        var result = await HandleAuthenticateOnceSafeAsync();
        Response.Headers.WWWAuthenticate = result.Failure is null ? Bearer : Bearer + " error=\"invalid_token\"";
        await Problems.WriteAsync(Context, result.Failure is null ? Problems.NotSignedIn : Problems.SessionOver);
    }

    /// <inheritdoc/>
    protected override Task HandleForbiddenAsync(AuthenticationProperties properties) => Problems.WriteAsync(Context, Problems.NotForYou);

    private string? Token()
    {
        var header = Request.Headers.Authorization.ToString();
        if (header.StartsWith(Bearer + " ", StringComparison.OrdinalIgnoreCase))
        {
            return header[(Bearer.Length + 1)..].Trim();
        }

        return Request.Path.StartsWithSegments("/hubs") ? Request.Query["access_token"].ToString() : null;
    }
}
