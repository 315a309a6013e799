using System.Security.Claims;
using Copilot.Contracts;
using Copilot.Documents.Desk;
using Copilot.Host.Channels;
using Copilot.Host.Identity;

namespace Copilot.Host.Console.Desk;

/// <summary>What a document of the desk belongs to, in what it differs, and its recommended actions as proposals.</summary>
internal static class DeskMatchEndpoints
{
    private const string Channel = "rest";

    /// <summary>Adds the calls.</summary>
    /// <param name="api">The group under <c>/api/v1</c>.</param>
    public static void Map(IEndpointRouteBuilder api)
    {
        var desk = api.Desk();
        desk.MapGet("/{id}/match", MatchAsync)
            .WithName("matchBusinessDocument").WithSummary("Compares a business document with our purchase orders, receipts and bills, with your own rights: the order, what differs and why, whose orders wait, and what to do.")
            .Produces<DeskMatchView>().ProducesProblem(403).ProducesProblem(404).ProducesProblem(422).ProducesProblem(503);
        desk.MapPost("/{id}/propose", ProposeAsync)
            .WithName("proposeForBusinessDocument").WithSummary("Proposes one of the actions that the comparison of a business document recommends, by its place in the list and its words; the policies say who decides it.")
            .Produces<Proposal>(201).ProducesProblem(400).ProducesProblem(403).ProducesProblem(404).ProducesProblem(409).ProducesProblem(422).ProducesProblem(503);
    }

    private static async Task<IResult> MatchAsync(string id, ClaimsPrincipal user, DocumentDesk desk, DeskDecisions decisions, HttpContext context, CancellationToken cancellationToken)
    {
        if (await desk.OpenAsync(user.Caller(), id, cancellationToken) is not { } detail)
        {
            return Problems.NoBusinessDocument.ToResult(context);
        }

        var (decision, problem) = await decisions.DecideAsync(user.Caller(), detail.Document, cancellationToken);
        return decision is null ? problem!.ToResult(context) : Results.Json(DeskMatchView.Of(decision), ContractJson.Options);
    }

    private static async Task<IResult> ProposeAsync(string id, DeskProposeRequest request, ClaimsPrincipal user, DocumentDesk desk, DeskDecisions decisions, HttpContext context, CancellationToken cancellationToken)
    {
        if (await desk.OpenAsync(user.Caller(), id, cancellationToken) is not { } detail)
        {
            return Problems.NoBusinessDocument.ToResult(context);
        }

        var (proposal, problem) = await decisions.ProposeAsync(user.Caller(), detail.Document, request, Channel, cancellationToken);
        return proposal is null ? problem!.ToResult(context) : Results.Json(proposal, ContractJson.Options, statusCode: StatusCodes.Status201Created);
    }
}
