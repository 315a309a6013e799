using System.Security.Claims;
using Copilot.Contracts;
using Copilot.Documents.Desk.Memory;
using Copilot.Host.Channels;
using Copilot.Host.Identity;

namespace Copilot.Host.Console.Desk;

/// <summary>What corrections taught: listed with reasons, and forgotten when asked.</summary>
internal static class LessonEndpoints
{
    /// <summary>Adds the calls.</summary>
    /// <param name="api">The group under <c>/api/v1</c>.</param>
    public static void Map(IEndpointRouteBuilder api)
    {
        var desk = api.Desk();
        desk.MapGet("/lessons", ListAsync)
            .WithName("listLessons").WithSummary("What confirmed corrections taught about suppliers' documents in your companies, each with its explanation.")
            .Produces<IReadOnlyList<Lesson>>().ProducesProblem(403);
        desk.MapDelete("/lessons/{id}", ForgetAsync)
            .WithName("forgetLesson").WithSummary("Forgets a lesson; documents that were read with it stay as they are.").Produces(204).ProducesProblem(403).ProducesProblem(404);
    }

    private static async Task<IResult> ListAsync(ClaimsPrincipal user, SupplierMemory memory, CancellationToken cancellationToken)
        => Results.Json(await memory.ListAsync(user.Caller(), cancellationToken), ContractJson.Options);

    private static async Task<IResult> ForgetAsync(string id, ClaimsPrincipal user, SupplierMemory memory, DeskNotes notes, HttpContext context, CancellationToken cancellationToken)
    {
        if (await memory.ForgetAsync(user.Caller(), id, cancellationToken) is not { } lesson)
        {
            return Problems.NoLesson.ToResult(context);
        }

        await notes.ForgottenAsync(user.Caller(), lesson.Explanation, lesson.SupplierName, cancellationToken);
        return Results.NoContent();
    }
}
