using System.Security.Claims;
using System.Text.Json;
using Copilot.Contracts;
using Copilot.Host.Identity;

namespace Copilot.Host.Channels.Rest;

/// <summary>Proposed actions: what one may see, and decides. A decision is in the audit trail before its answer leaves.</summary>
internal static class ProposalEndpoints
{
    private const string Channel = "rest";
    private const int MaxComment = 2000;

    private static readonly Dictionary<string, ProposalState> States = Enum.GetValues<ProposalState>().ToDictionary(s => JsonNamingPolicy.SnakeCaseLower.ConvertName(s.ToString()), s => s);

    /// <summary>Adds the calls.</summary>
    /// <param name="api">The group under <c>/api/v1</c>.</param>
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/proposals", ListAsync)
            .WithName("listProposals").WithSummary("Proposed actions you may see, by state, newest first: your own, those you may decide or have decided, all for auditors.")
            .Produces<IReadOnlyList<Proposal>>().ProducesProblem(400);
        api.MapGet("/proposals/{id}", ShowAsync)
            .WithName("showProposal").WithSummary("One proposed action, with what it would change, who decided, and what came of it.").Produces<Proposal>().ProducesProblem(404);
        api.MapPost("/proposals/{id}/approve", ApproveAsync)
            .WithName("approveProposal").WithSummary("Approves a proposed action. With the last approval it runs; the answer waits for that a while.")
            .Produces<Proposal>().ProducesProblem(403).ProducesProblem(404).ProducesProblem(409);
        api.MapPost("/proposals/{id}/reject", RejectAsync)
            .WithName("rejectProposal").WithSummary("Rejects a proposed action, or withdraws one of your own.")
            .Produces<Proposal>().ProducesProblem(403).ProducesProblem(404).ProducesProblem(409);
        api.MapPost("/proposals/{id}/undo", UndoAsync)
            .WithName("undoProposal").WithSummary("Proposes to take back what a proposal has done; the answer is the new proposal.")
            .Produces<Proposal>(201).ProducesProblem(403).ProducesProblem(404).ProducesProblem(409).ProducesProblem(422);
    }

    private static async Task<IResult> ListAsync(ClaimsPrincipal user, IApprovalDesk desk, HttpContext context, CancellationToken cancellationToken, string? state = null)
        => state is null || States.ContainsKey(state)
            ? Results.Json(await desk.ListAsync(user.Caller(), state is null ? null : States[state], cancellationToken), ContractJson.Options)
            : Problems.BadState(States.Keys).ToResult(context);

    private static async Task<IResult> ShowAsync(string id, ClaimsPrincipal user, IApprovalDesk desk, HttpContext context, CancellationToken cancellationToken)
        => await desk.FindAsync(user.Caller(), id, cancellationToken) is { } proposal ? Results.Json(proposal, ContractJson.Options) : Problems.NoProposal.ToResult(context);

    private static Task<IResult> ApproveAsync(string id, ClaimsPrincipal user, IApprovalDesk desk, HttpContext context, CancellationToken cancellationToken)
        => DecideAsync(id, DecisionKind.Approved, user.Caller(), desk, context, cancellationToken);

    private static Task<IResult> RejectAsync(string id, ClaimsPrincipal user, IApprovalDesk desk, HttpContext context, CancellationToken cancellationToken)
        => DecideAsync(id, DecisionKind.Rejected, user.Caller(), desk, context, cancellationToken);

    private static async Task<IResult> DecideAsync(string id, DecisionKind kind, Caller caller, IApprovalDesk desk, HttpContext context, CancellationToken cancellationToken)
    {
        if (await ReadAsync(context.Request, cancellationToken) is not { } body)
        {
            return Problems.BadBody.ToResult(context);
        }

        return body.Comment?.Length > MaxComment
            ? Problems.BadDecision.ToResult(context)
            : Answer(await desk.DecideAsync(caller, id, new ApprovalDecision(kind, Channel, body.Comment, body.Fingerprint), cancellationToken), StatusCodes.Status200OK, context);
    }

    private static async Task<IResult> UndoAsync(string id, ClaimsPrincipal user, IApprovalDesk desk, HttpContext context, CancellationToken cancellationToken)
        => Answer(await desk.UndoAsync(user.Caller(), id, Channel, cancellationToken), StatusCodes.Status201Created, context);

    /// <summary>Reads what was said with a decision. Nothing at all is fine; something that can't be read is not taken for nothing.</summary>
    private static async Task<DecisionRequest?> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (request.ContentLength == 0 || (request.ContentLength is null && !request.Headers.ContainsKey("Transfer-Encoding")))
        {
            return new DecisionRequest();
        }

        if (!request.HasJsonContentType())
        {
            return null;
        }

        try
        {
            return await request.ReadFromJsonAsync<DecisionRequest>(ContractJson.Options, cancellationToken) ?? new DecisionRequest();
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static IResult Answer(ApprovalVerdict verdict, int success, HttpContext context) => verdict.Kind switch
    {
        ApprovalVerdictKind.Taken => Results.Json(verdict.Proposal, ContractJson.Options, statusCode: success),
        ApprovalVerdictKind.NotFound => Problems.NoProposal.ToResult(context),
        ApprovalVerdictKind.NotYours => Problems.NotYourDecision(verdict.Reason!).ToResult(context),
        ApprovalVerdictKind.TooLate => Problems.DecidedAlready(verdict.Reason!).ToResult(context),
        ApprovalVerdictKind.Expired => Problems.Lapsed(verdict.Reason!).ToResult(context),
        _ => Problems.Trouble(verdict.Reason!, transient: false).ToResult(context),
    };
}
