using System.Security.Claims;
using System.Text.Json;
using Copilot.Contracts;

namespace Copilot.Host.Identity;

/// <summary>From a signed-in principal to the caller whose rights count, and back.</summary>
internal static class CallerAccess
{
    /// <summary>The claim with the caller's id.</summary>
    public const string CallerClaim = "caller";

    private const string WholeClaim = "caller-whole";

    /// <summary>Makes the principal of a caller; only our own handlers do.</summary>
    /// <param name="caller">The caller.</param>
    /// <param name="scheme">How the caller signed in.</param>
    /// <returns>The principal.</returns>
    public static ClaimsPrincipal ToPrincipal(this Caller caller, string scheme)
    {
        Claim[] claims =
        [
            new(CallerClaim, caller.Id),
            new(WholeClaim, JsonSerializer.Serialize(caller, ContractJson.Options)),
            .. caller.Roles.Select(role => new Claim(ClaimTypes.Role, role)),
        ];
        return new ClaimsPrincipal(new ClaimsIdentity(claims, scheme, CallerClaim, ClaimTypes.Role));
    }

    /// <summary>Gets the caller of a request that passed authentication.</summary>
    /// <param name="principal">The principal.</param>
    /// <returns>The caller.</returns>
    /// <exception cref="InvalidOperationException">The principal was not made by our handler.</exception>
    public static Caller Caller(this ClaimsPrincipal principal)
        => principal.FindFirstValue(WholeClaim) is { } whole
            ? JsonSerializer.Deserialize<Caller>(whole, ContractJson.Options)!
            : throw new InvalidOperationException("A request without a caller reached an endpoint.");
}
