using System.Security.Claims;
using System.Text.Json.Nodes;
using Copilot.Contracts;
using Copilot.Host.Identity;

namespace Copilot.Host.Channels.Exceptions;

/// <summary>Exceptions over REST: what one may see, where it stands, and what could be done.</summary>
internal static class ExceptionEndpoints
{
    private const string Channel = "rest";
    private const int MaxReason = 500;

    private static readonly string[] Lists = ["open", "all"];

    private static readonly Dictionary<string, ExceptionState> States = Enum.GetValues<ExceptionState>().Where(s => s != ExceptionState.New).ToDictionary(s => s.ToString().ToLowerInvariant(), s => s);

    /// <summary>Adds the calls.</summary>
    /// <param name="api">The group under <c>/api/v1</c>.</param>
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/exceptions", ListAsync)
            .WithName("listExceptions").WithSummary("The exceptions you may see, the most pressing first: state=open (the default) or all; and whether the watch over them works.")
            .Produces<ExceptionList>().ProducesProblem(400).ProducesProblem(503);
        api.MapPost("/exceptions/{id}/state", SettleAsync)
            .WithName("settleException").WithSummary("Says where an exception stands: seen, acting, resolved, or dismissed with a reason.")
            .Produces<ExceptionCase>().ProducesProblem(400).ProducesProblem(404);
        api.MapPost("/exceptions/{id}/propose", ProposeAsync)
            .WithName("proposeForException").WithSummary("Proposes one of an exception's actions, by its place in the list; the policies say who decides it.")
            .Produces<Proposal>(201).ProducesProblem(400).ProducesProblem(403).ProducesProblem(404).ProducesProblem(422);
    }

    private static async Task<IResult> ListAsync(ClaimsPrincipal user, IExceptionDesk desk, HttpContext context, CancellationToken cancellationToken, string state = "open")
    {
        if (!Lists.Contains(state))
        {
            return Problems.BadState(Lists).ToResult(context);
        }

        var caller = user.Caller();
        var page = await desk.ListAsync(caller, state == "all", cancellationToken);
        var told = page.Exceptions.Select(e => ExceptionWords.In(caller.Language, e));
        return Results.Json(new ExceptionList([.. told], page.ScannedAt, ExceptionWords.Stale(caller.Language, page.Stale)), ContractJson.Options);
    }

    private static async Task<IResult> SettleAsync(string id, StateRequest request, ClaimsPrincipal user, IExceptionDesk desk, AuditNotes audit, HttpContext context, CancellationToken cancellationToken)
    {
        if (request.State is not { } word || !States.TryGetValue(word, out var state))
        {
            return Problems.BadState(States.Keys).ToResult(context);
        }

        if (request.Reason?.Length > MaxReason || (state == ExceptionState.Dismissed && string.IsNullOrWhiteSpace(request.Reason)))
        {
            return Problems.BadReason.ToResult(context);
        }

        var caller = user.Caller();
        if (await desk.SettleAsync(caller, id, state, request.Reason, cancellationToken) is not { } settled)
        {
            return Problems.NoException.ToResult(context);
        }

        await audit.WriteAsync(caller, AuditEntryKind.ExceptionSettled, new JsonObject { ["exception"] = settled.Id, ["kind"] = settled.Kind, ["title"] = settled.Title, ["state"] = word, ["reason"] = settled.Reason }, null, null, cancellationToken);
        return Results.Json(ExceptionWords.In(caller.Language, settled), ContractJson.Options);
    }

    private static async Task<IResult> ProposeAsync(string id, ProposeRequest request, ClaimsPrincipal user, ExceptionProposals proposals, HttpContext context, CancellationToken cancellationToken)
    {
        var (proposal, problem) = await proposals.ProposeAsync(user.Caller(), id, request.Action ?? -1, Channel, cancellationToken);
        return proposal is null ? problem!.ToResult(context) : Results.Json(proposal, ContractJson.Options, statusCode: StatusCodes.Status201Created);
    }
}
