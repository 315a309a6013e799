using System.Security.Claims;
using System.Text.Json.Nodes;
using Copilot.Contracts;
using Copilot.Host.Identity;

namespace Copilot.Host.Channels.Rest;

/// <summary><c>POST /api/v1/notes</c>: what somebody has read and wants to stand on a record, as an internal note. On the way of every change: screened, with the person's own rights, by the policies, in the audit trail.</summary>
internal static class NoteEndpoint
{
    private const string Channel = "rest";
    private const string Tool = "odoo.post_note";
    private const int Longest = 4000;

    /// <summary>Adds the call.</summary>
    /// <param name="api">The group under <c>/api/v1</c>.</param>
    public static void Map(IEndpointRouteBuilder api)
        => api.MapPost("/notes", ProposeAsync)
            .WithName("proposeNote").WithSummary("Proposes an internal note on a record. The policies say whether it is posted at once or waits for somebody.")
            .Produces<Proposal>(201).ProducesProblem(400).ProducesProblem(403).ProducesProblem(422);

    private static async Task<IResult> ProposeAsync(NoteRequest request, ClaimsPrincipal user, ActionProposals actions, HttpContext context, CancellationToken cancellationToken)
    {
        if (request.Record is not { } record
            || request.Message?.Trim() is not { Length: > 0 and <= Longest } message
            || QuestionShape.Fault(new AskRequest { Question = message, Focus = record }) is not null)
        {
            return Problems.BadNote.ToResult(context);
        }

        var ask = new ActionAsk(Tool, new JsonObject { ["message"] = message }, $"Put a note on the record in view: {message}", "Read and confirmed by the one who asks") { Focus = record };
        var (proposal, problem) = await actions.ProposeAsync(user.Caller(), ask, Channel, cancellationToken);
        return proposal is null ? problem!.ToResult(context) : Results.Json(proposal, ContractJson.Options, statusCode: StatusCodes.Status201Created);
    }
}
