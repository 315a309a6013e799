using System.Text.Json;
using Copilot.Contracts;

namespace Copilot.Host.Channels.Rest;

/// <summary>Proposed actions. No tool of this version writes, so none is ever waiting.</summary>
internal static class ProposalEndpoints
{
    private static readonly string[] States = [.. Enum.GetNames<ProposalState>().Select(JsonNamingPolicy.SnakeCaseLower.ConvertName)];

    /// <summary>Adds the calls.</summary>
    /// <param name="api">The group under <c>/api/v1</c>.</param>
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/proposals", List)
            .WithName("listProposals").WithSummary("Proposed actions you may see, by state.").Produces<IReadOnlyList<Proposal>>().ProducesProblem(400);
        api.MapPost("/proposals/{id}/approve", Missing)
            .WithName("approveProposal").WithSummary("Approves a proposed action.").Produces<Proposal>().ProducesProblem(404);
        api.MapPost("/proposals/{id}/reject", Missing)
            .WithName("rejectProposal").WithSummary("Rejects a proposed action.").Produces<Proposal>().ProducesProblem(404);
    }

    private static IResult List(HttpContext context, string? state = null)
        => state is null || States.Contains(state)
            ? Results.Json(Array.Empty<Proposal>(), ContractJson.Options)
            : Problems.BadState(States).ToResult(context);

    private static IResult Missing(string id, HttpContext context) => Problems.NoProposal.ToResult(context);
}
