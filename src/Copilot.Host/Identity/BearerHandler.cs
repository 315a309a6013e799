using System.Security.Claims;
using System.Text.Encodings.Web;
using Copilot.Host.Channels;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace Copilot.Host.Identity;

/// <summary>Knows people by their bearer token: in the header everywhere, in the query only where a browser can't set one (WebSockets).</summary>
internal sealed class BearerHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, DemoSessions sessions)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    /// <summary>The scheme's name.</summary>
    public const string Bearer = "Bearer";

    private const int LongestToken = 4096;

    /// <inheritdoc/>
    protected override Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var token = Token();
        if (string.IsNullOrEmpty(token))
        {
            return Task.FromResult(AuthenticateResult.NoResult());
        }

        var session = token.Length <= LongestToken ? sessions.Read(token) : null;
        if (session is not var (persona, expires))
        {
            return Task.FromResult(AuthenticateResult.Fail("The token is not valid, or no longer."));
        }

        var caller = persona.ToCaller();
        Claim[] claims = [new(CallerAccess.CallerClaim, caller.Id), .. caller.Roles.Select(role => new Claim(ClaimTypes.Role, role))];
        var principal = new ClaimsPrincipal(new ClaimsIdentity(claims, Bearer, CallerAccess.CallerClaim, ClaimTypes.Role));
        var properties = new AuthenticationProperties { ExpiresUtc = expires };
        return Task.FromResult(AuthenticateResult.Success(new AuthenticationTicket(principal, properties, Bearer)));
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
