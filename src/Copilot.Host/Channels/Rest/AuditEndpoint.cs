using Copilot.Contracts;
using Copilot.Governance.Audit;

namespace Copilot.Host.Channels.Rest;

/// <summary><c>GET /api/v1/audit/turns/{turnId}</c>: the whole record of a turn, for those who audit.</summary>
internal static class AuditEndpoint
{
    /// <summary>Adds the call.</summary>
    /// <param name="api">The group under <c>/api/v1</c>.</param>
    public static void Map(IEndpointRouteBuilder api)
        => api.MapGet("/audit/turns/{turnId}", ReadAsync)
            .RequireAuthorization(policy => policy.RequireAuthenticatedUser().RequireRole(RoleNames.Auditor, RoleNames.OperationsManager))
            .WithName("readAudit").WithSummary("Every audit entry of a turn, in order.")
            .Produces<AuditView>().ProducesProblem(403).ProducesProblem(404);

    private static async Task<IResult> ReadAsync(string turnId, AuditReader audit, HttpContext context, CancellationToken cancellationToken)
        => await audit.ReadTurnAsync(turnId, cancellationToken) is { Count: > 0 } entries
            ? Results.Json(new AuditView(turnId, entries), ContractJson.Options)
            : Problems.NoAudit.ToResult(context);
}
