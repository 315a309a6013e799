using System.Security.Claims;
using Copilot.Contracts;
using Copilot.Host.Identity;

namespace Copilot.Host.Channels.Rest;

/// <summary><c>GET /api/v1/me</c>: who the token belongs to, for clients that were handed one.</summary>
internal static class MeEndpoint
{
    /// <summary>Adds the call.</summary>
    /// <param name="api">The group under <c>/api/v1</c>.</param>
    public static void Map(IEndpointRouteBuilder api)
        => api.MapGet("/me", Read).WithName("me").WithSummary("Who is signed in: name, roles, companies, language.").Produces<MeView>().ProducesProblem(401);

    private static IResult Read(ClaimsPrincipal user, EndpointDataSource routes)
    {
        var caller = user.Caller();
        return Results.Json(
            new MeView(caller.Id, caller.DisplayName, caller.Roles, [.. caller.Companies.Select(company => company.Name)], caller.Language, HasExceptions(routes)), ContractJson.Options);
    }

    private static bool HasExceptions(EndpointDataSource routes)
        => routes.Endpoints.OfType<RouteEndpoint>().Any(route => string.Equals(route.RoutePattern.RawText?.TrimEnd('/'), "/api/v1/exceptions", StringComparison.OrdinalIgnoreCase));
}
