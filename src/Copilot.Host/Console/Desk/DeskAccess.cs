using Copilot.Contracts;

namespace Copilot.Host.Console.Desk;

/// <summary>Who works at the reading desk.</summary>
internal static class DeskAccess
{
    /// <summary>Lets those who keep the books, buy, or run operations pass, and nobody else.</summary>
    /// <param name="api">The group under <c>/api/v1</c>.</param>
    /// <returns>The group under <c>/api/v1/documents</c>.</returns>
    public static RouteGroupBuilder Desk(this IEndpointRouteBuilder api)
        => api.MapGroup("/documents").RequireAuthorization(policy => policy.RequireAuthenticatedUser().RequireRole(RoleNames.Accountant, RoleNames.Purchaser, RoleNames.OperationsManager));
}
