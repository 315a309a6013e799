using System.Security.Claims;
using Copilot.Contracts;
using Copilot.Host.Identity;
using Copilot.Host.Start;
using Copilot.Host.Storage;

namespace Copilot.Host.Channels.Rest;

/// <summary>The caller's own conversations.</summary>
internal static class ConversationEndpoints
{
    private const string Channel = "rest";
    private const int MaxPerson = 200;
    private const int MaxNote = 500;

    /// <summary>Adds the calls.</summary>
    /// <param name="api">The group under <c>/api/v1</c>.</param>
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/conversations", ListAsync)
            .WithName("listConversations").WithSummary("Your conversations, last used first, at most 200; with search those in whose questions all its words occur.").Produces<IReadOnlyList<ConversationSummary>>();
        api.MapGet("/conversations/{id}", ReadAsync)
            .WithName("readConversation").WithSummary("One conversation of yours with its turns: all, or the last ones, or those before a turn.").Produces<ConversationView>().ProducesProblem(404);
        api.MapPost("/conversations/{id}/hand-over", HandOverAsync)
            .WithName("handOverConversation").WithSummary("Proposes a to-do for a person on the record that a conversation of yours last spoke of, with what was asked and answered.")
            .Produces<Proposal>(201).ProducesProblem(400).ProducesProblem(403).ProducesProblem(404).ProducesProblem(422);
        api.MapDelete("/conversations/{id}", DeleteAsync)
            .WithName("deleteConversation").WithSummary("Deletes a conversation of yours, with the uploads that only it asked about. The audit trail stays.").Produces(204).ProducesProblem(404);
    }

    private static async Task<IResult> ListAsync(string? search, ClaimsPrincipal user, ConversationStore conversations, CancellationToken cancellationToken)
        => Results.Json(await conversations.ListAsync(user.Caller(), search, cancellationToken), ContractJson.Options);

    private static async Task<IResult> ReadAsync(
        string id, string? before, int? last, ClaimsPrincipal user, ConversationStore conversations, HttpContext context, CancellationToken cancellationToken)
    {
        var caller = user.Caller();
        return last is < 1
            ? Problems.BadLast.ToResult(context)
            : await conversations.FindAsync(caller, id, cancellationToken) is { } found
            ? Results.Json(
                new ConversationView(found.Id, found.Title, found.StartedAt, found.UpdatedAt, await conversations.TurnsAsync(caller, id, before, last, cancellationToken)),
                ContractJson.Options)
            : Problems.NoConversation.ToResult(context);
    }

    private static async Task<IResult> HandOverAsync(string id, HandOverRequest request, ClaimsPrincipal user, HandOver desk, HttpContext context, CancellationToken cancellationToken)
    {
        if (request.Person?.Length > MaxPerson || request.Note?.Length > MaxNote)
        {
            return Problems.BadHandOver.ToResult(context);
        }

        var (proposal, problem) = await desk.ProposeAsync(user.Caller(), id, request, Channel, cancellationToken);
        return proposal is null ? problem!.ToResult(context) : Results.Json(proposal, ContractJson.Options, statusCode: StatusCodes.Status201Created);
    }

    private static async Task<IResult> DeleteAsync(
        string id, ClaimsPrincipal user, ConversationStore conversations, KnowledgeIntake intake, AuditNotes audit, HttpContext context, CancellationToken cancellationToken)
    {
        var caller = user.Caller();
        if (await conversations.FindAsync(caller, id, cancellationToken) is null)
        {
            return Problems.NoConversation.ToResult(context);
        }

        await audit.WriteAsync(caller, AuditEntryKind.ConversationDeleted, [], turnId: null, id, cancellationToken);
        foreach (var attachment in await conversations.OwnAttachmentsAsync(caller, id, cancellationToken))
        {
            await intake.ForgetUploadAsync(caller, attachment, cancellationToken);
        }

        await conversations.DeleteAsync(caller, id, cancellationToken);
        return Results.NoContent();
    }
}
