using System.Security.Claims;
using Copilot.Contracts;
using Copilot.Documents.Desk;
using Copilot.Host.Channels;
using Copilot.Host.Identity;

namespace Copilot.Host.Console.Desk;

/// <summary>The reading desk over REST: the documents of one's companies, and what a person decides about them.</summary>
internal static class DeskEndpoints
{
    private const int LongestWords = 200;

    private static readonly Dictionary<string, DeskState> States = new(StringComparer.Ordinal)
    {
        ["new"] = DeskState.New,
        ["needs_review"] = DeskState.NeedsReview,
        ["read"] = DeskState.Read,
        ["reviewed"] = DeskState.Reviewed,
        ["rejected"] = DeskState.Rejected,
        ["failed"] = DeskState.Failed,
    };

    /// <summary>Adds the calls.</summary>
    /// <param name="api">The group under <c>/api/v1</c>.</param>
    public static void Map(IEndpointRouteBuilder api)
    {
        var desk = api.Desk();
        desk.MapGet(string.Empty, ListAsync)
            .WithName("listBusinessDocuments").WithSummary("The business documents of your companies, those that wait for a person first; state= and words= choose among them. For accountants, purchasers and operations managers.")
            .Produces<DeskList>().ProducesProblem(400).ProducesProblem(403);
        desk.MapGet("/{id}", OpenAsync)
            .WithName("openBusinessDocument").WithSummary("A business document: what was read, what was corrected, its history, and which one waits next.")
            .Produces<DeskDetail>().ProducesProblem(403).ProducesProblem(404);
        Act(desk, "correct", "Corrects values of a business document: typed, or picked on the page with page and box.", (d, c, i, b, t) => d.CorrectAsync(c, i, b, t), "corrected");
        Act(desk, "confirm", "Confirms a business document, with the last corrections; despite=true when checks fail and the document itself is wrong. What was corrected is learned.", (d, c, i, b, t) => d.ConfirmAsync(c, i, b, t), "confirmed");
        Act(desk, "reject", "Rejects a business document, with a reason.", (d, c, i, b, t) => d.RejectAsync(c, i, b, t), "rejected");
        Act(desk, "reopen", "Takes a business document up again: one that failed is read once more, one that was decided is open again.", (d, c, i, b, t) => d.ReopenAsync(c, i, b, t), "reopened");
    }

    private static async Task<IResult> ListAsync(ClaimsPrincipal user, DocumentDesk desk, HttpContext context, CancellationToken cancellationToken, string? state = null, string? words = null, int skip = 0, int top = 50)
    {
        DeskState? wanted = null;
        if (!string.IsNullOrEmpty(state))
        {
            if (!States.TryGetValue(state, out var known))
            {
                return Problems.BadState(States.Keys).ToResult(context);
            }

            wanted = known;
        }

        var list = await desk.ListAsync(user.Caller(), new DeskQuery { State = wanted, Words = words is { Length: > LongestWords } ? words[..LongestWords] : words, Skip = skip, Top = top }, cancellationToken);
        return Results.Json(list, ContractJson.Options);
    }

    private static async Task<IResult> OpenAsync(string id, ClaimsPrincipal user, DocumentDesk desk, DeskNotes notes, HttpContext context, CancellationToken cancellationToken)
    {
        if (await desk.OpenAsync(user.Caller(), id, cancellationToken) is not { } detail)
        {
            return Problems.NoBusinessDocument.ToResult(context);
        }

        await notes.WriteAsync(user.Caller(), "opened", detail.Document, cancellationToken);
        return Results.Json(detail, ContractJson.Options);
    }

    private static void Act(RouteGroupBuilder desk, string verb, string summary, Func<DocumentDesk, Caller, string, DeskChange, CancellationToken, Task<DeskVerdict>> act, string done)
        => desk.MapPost($"/{{id}}/{verb}", async (string id, DeskChange change, ClaimsPrincipal user, DocumentDesk documents, DeskNotes notes, HttpContext context, CancellationToken cancellationToken) =>
        {
            var verdict = await act(documents, user.Caller(), id, change, cancellationToken);
            if (verdict.Kind != DeskVerdictKind.Done)
            {
                return Problem(verdict).ToResult(context);
            }

            await notes.WriteAsync(user.Caller(), done, verdict.Document!, cancellationToken);
            return Results.Json(new DeskAnswer(verdict.Document!, verdict.Learned), ContractJson.Options);
        })
        .WithName(verb + "BusinessDocument").WithSummary(summary)
        .Produces<DeskAnswer>().ProducesProblem(400).ProducesProblem(403).ProducesProblem(404).ProducesProblem(409).ProducesProblem(422);

    private static Problem Problem(DeskVerdict verdict) => verdict.Kind switch
    {
        DeskVerdictKind.Missing => Problems.NoBusinessDocument,
        DeskVerdictKind.Late => new Problem(409, "changed-meanwhile", "Not as you saw it", verdict.Because!),
        DeskVerdictKind.Contradicted => new Problem(422, "contradicted", "Checks fail", verdict.Because!),
        _ => new Problem(400, "bad-correction", "The change can't be taken", verdict.Because!),
    };
}
