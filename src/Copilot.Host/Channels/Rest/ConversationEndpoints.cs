using System.Security.Claims;
using Copilot.Contracts;
using Copilot.Host.Identity;
using Copilot.Host.Start;
using Copilot.Host.Storage;

namespace Copilot.Host.Channels.Rest;

/// <summary>The caller's own conversations.</summary>
internal static class ConversationEndpoints
{
    /// <summary>Adds the calls.</summary>
    /// <param name="api">The group under <c>/api/v1</c>.</param>
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/conversations", ListAsync)
            .WithName("listConversations").WithSummary("Your conversations, last used first, at most 200.").Produces<IReadOnlyList<ConversationSummary>>();
        api.MapGet("/conversations/{id}", ReadAsync)
            .WithName("readConversation").WithSummary("One conversation of yours with its turns.").Produces<ConversationView>().ProducesProblem(404);
        api.MapDelete("/conversations/{id}", DeleteAsync)
            .WithName("deleteConversation").WithSummary("Deletes a conversation of yours, with the uploads that only it asked about. The audit trail stays.").Produces(204).ProducesProblem(404);
    }

    private static async Task<IResult> ListAsync(ClaimsPrincipal user, ConversationStore conversations, CancellationToken cancellationToken)
        => Results.Json(await conversations.ListAsync(user.Caller(), cancellationToken), ContractJson.Options);

    private static async Task<IResult> ReadAsync(
        string id, ClaimsPrincipal user, ConversationStore conversations, HttpContext context, CancellationToken cancellationToken)
    {
        var caller = user.Caller();
        return await conversations.FindAsync(caller, id, cancellationToken) is { } found
            ? Results.Json(
                new ConversationView(found.Id, found.Title, found.StartedAt, found.UpdatedAt, await conversations.TurnsAsync(caller, id, cancellationToken)),
                ContractJson.Options)
            : Problems.NoConversation.ToResult(context);
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
