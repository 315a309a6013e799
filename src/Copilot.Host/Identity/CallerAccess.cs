using System.Security.Claims;
using Copilot.Contracts;

namespace Copilot.Host.Identity;

/// <summary>From a signed-in principal to the caller whose rights count.</summary>
internal static class CallerAccess
{
    /// <summary>The claim with the caller's id.</summary>
    public const string CallerClaim = "caller";

    /// <summary>Gets the caller of a request that passed authentication.</summary>
    /// <param name="principal">The principal.</param>
    /// <returns>The caller.</returns>
    /// <exception cref="InvalidOperationException">The principal was not made by our handler.</exception>
    public static Caller Caller(this ClaimsPrincipal principal)
    {
        var id = principal.FindFirstValue(CallerClaim);
        var persona = Personas.All.FirstOrDefault(p => "demo:" + p.Name == id);
        return persona?.ToCaller() ?? throw new InvalidOperationException("A request without a caller reached an endpoint.");
    }
}
