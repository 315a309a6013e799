using System.Security.Claims;
using Copilot.Contracts;
using Copilot.Documents.Desk;
using Copilot.Documents.Extraction.Edi.Acknowledging;
using Copilot.Host.Channels;
using Copilot.Host.Identity;
using Microsoft.Net.Http.Headers;

namespace Copilot.Host.Console.Desk;

/// <summary>The pages of a business document: as a picture, as words, and the file itself.</summary>
internal static class DeskPageEndpoints
{
    private const int DotsPerInch = 110;

    /// <summary>Adds the calls.</summary>
    /// <param name="api">The group under <c>/api/v1</c>.</param>
    public static void Map(IEndpointRouteBuilder api)
    {
        var desk = api.Desk();
        desk.MapGet("/{id}/pages/{page:int}", DrawAsync)
            .WithName("drawBusinessDocumentPage").WithSummary("Draws a page of a business document, as a PNG picture of 110 dots per inch.")
            .Produces(200, contentType: "image/png").ProducesProblem(403).ProducesProblem(404);
        desk.MapGet("/{id}/pages/{page:int}/words", WordsAsync)
            .WithName("listBusinessDocumentWords").WithSummary("The words of a page with their places, in points from its top left.")
            .Produces<IReadOnlyList<DeskWord>>().ProducesProblem(403).ProducesProblem(404);
        desk.MapGet("/{id}/original", DownloadAsync)
            .WithName("downloadBusinessDocument").WithSummary("Gives the file of a business document as it arrived.")
            .Produces(200, contentType: "application/octet-stream").ProducesProblem(403).ProducesProblem(404);
        desk.MapGet("/{id}/acknowledgement", AnswerAsync)
            .WithName("acknowledgeBusinessDocument").WithSummary("Gives the answer to an X12 or EDIFACT file as a file: 997 or CONTRL, accepted or rejected with the faults.")
            .Produces(200, contentType: "application/octet-stream").ProducesProblem(403).ProducesProblem(404).ProducesProblem(422);
    }

    private static async Task<IResult> DrawAsync(string id, int page, ClaimsPrincipal user, DeskPages pages, HttpContext context, CancellationToken cancellationToken)
    {
        try
        {
            return await pages.DrawAsync(user.Caller(), id, page, DotsPerInch, cancellationToken) is { } picture ? Results.Bytes(picture, "image/png") : Problems.NoBusinessDocument.ToResult(context);
        }
        catch (CopilotException told)
        {
            return new Problem(404, "no-page", "The page can't be drawn", told.Message).ToResult(context);
        }
    }

    private static async Task<IResult> WordsAsync(string id, int page, ClaimsPrincipal user, DeskPages pages, HttpContext context, CancellationToken cancellationToken)
        => await pages.WordsAsync(user.Caller(), id, page, cancellationToken) is { } words ? Results.Json(words, ContractJson.Options) : Problems.NoBusinessDocument.ToResult(context);

    private static async Task<IResult> DownloadAsync(string id, ClaimsPrincipal user, DeskPages pages, DocumentDesk desk, DeskNotes notes, HttpContext context, CancellationToken cancellationToken)
    {
        var caller = user.Caller();
        if (await desk.OpenAsync(caller, id, cancellationToken) is not { } detail || await pages.OriginalAsync(caller, id, cancellationToken) is not var (name, content))
        {
            return Problems.NoBusinessDocument.ToResult(context);
        }

        await notes.WriteAsync(caller, "opened", detail.Document, cancellationToken);
        return Attached(context, name, content);
    }

    private static async Task<IResult> AnswerAsync(string id, ClaimsPrincipal user, DeskPages pages, DocumentDesk desk, EdiAcknowledger acknowledger, DeskNotes notes, HttpContext context, CancellationToken cancellationToken)
    {
        var caller = user.Caller();
        if (await desk.OpenAsync(caller, id, cancellationToken) is not { } detail || await pages.OriginalAsync(caller, id, cancellationToken) is not var (name, content))
        {
            return Problems.NoBusinessDocument.ToResult(context);
        }

        try
        {
            if (acknowledger.Acknowledge(content, name, cancellationToken) is not [var answer, ..])
            {
                return Problems.Trouble("Only X12 and EDIFACT files are answered, and not with answers to answers.", transient: false).ToResult(context);
            }

            await notes.WriteAsync(caller, "acknowledged", detail.Document, cancellationToken);
            return Attached(context, answer.FileName, answer.Content);
        }
        catch (CopilotException broken)
        {
            return Problems.Trouble(broken.Message, transient: false).ToResult(context);
        }
    }

    // Never shown in the browser: a document may hold scripts.
    private static IResult Attached(HttpContext context, string name, byte[] content)
    {
        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName(name);
        context.Response.Headers.ContentDisposition = disposition.ToString();
        return Results.Bytes(content, "application/octet-stream");
    }
}
