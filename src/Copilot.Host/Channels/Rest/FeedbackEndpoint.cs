using System.Security.Claims;
using Copilot.Contracts;
using Copilot.Host.Identity;
using Copilot.Host.Storage;

namespace Copilot.Host.Channels.Rest;

/// <summary><c>POST /api/v1/turns/{turnId}/feedback</c>: a thumb up or down, kept and audited.</summary>
internal static class FeedbackEndpoint
{
    private const int MaxReason = 100;
    private const int MaxComment = 2000;

    /// <summary>Adds the call.</summary>
    /// <param name="api">The group under <c>/api/v1</c>.</param>
    public static void Map(IEndpointRouteBuilder api)
        => api.MapPost("/turns/{turnId}/feedback", RateAsync)
            .WithName("rateTurn").WithSummary("Rates a turn of yours; a second rating replaces the first.")
            .Produces(204).ProducesProblem(400).ProducesProblem(404);

    private static async Task<IResult> RateAsync(
        string turnId,
        FeedbackRequest feedback,
        ClaimsPrincipal user,
        ConversationStore conversations,
        AuditNotes audit,
        HttpContext context,
        CancellationToken cancellationToken)
    {
        if (feedback.Rating is not ("up" or "down") || feedback.Reason?.Length > MaxReason || feedback.Comment?.Length > MaxComment)
        {
            return Problems.BadFeedback.ToResult(context);
        }

        var caller = user.Caller();
        var conversation = await conversations.RateAsync(caller, turnId, feedback.Rating, feedback.Reason, feedback.Comment, cancellationToken);
        if (conversation is null)
        {
            return Problems.NoTurn.ToResult(context);
        }

        await audit.WriteAsync(
            caller,
            AuditEntryKind.Feedback,
            new() { ["rating"] = feedback.Rating, ["reason"] = feedback.Reason, ["comment"] = feedback.Comment },
            turnId,
            conversation,
            cancellationToken);
        return Results.NoContent();
    }
}
