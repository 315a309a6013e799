using System.Security.Claims;
using Copilot.Contracts;
using Copilot.Host.Identity;
using Microsoft.Net.Http.Headers;

namespace Copilot.Host.Channels.Rest;

/// <summary><c>GET /api/v1/sources/{turnId}/{sourceId}</c>: what stands behind a mark, opened with the reader's rights of this moment; and the original's pages and bytes.</summary>
internal static class SourceEndpoint
{
    private const int DotsPerInch = 110;

    /// <summary>Adds the calls.</summary>
    /// <param name="api">The group under <c>/api/v1</c>.</param>
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/sources/{turnId}/{sourceId}", OpenAsync)
            .WithName("openSource")
            .WithSummary("Opens a source of a turn of yours: the passage in its document, the record, or the calculation with its inputs.")
            .Produces<SourceView>().ProducesProblem(404);
        api.MapGet("/sources/{turnId}/{sourceId}/pages/{page:int}", DrawAsync)
            .WithName("drawSourcePage")
            .WithSummary("Draws a page of the original behind a source, as a PNG picture of 110 dots per inch.")
            .Produces(200, contentType: "image/png").ProducesProblem(403).ProducesProblem(404);
        api.MapGet("/sources/{turnId}/{sourceId}/original", DownloadAsync)
            .WithName("downloadSource")
            .WithSummary("Gives the original file behind a source.")
            .Produces(200, contentType: "application/octet-stream").ProducesProblem(403).ProducesProblem(404);
    }

    private static async Task<IResult> OpenAsync(
        string turnId, string sourceId, ClaimsPrincipal user, SourceDesk desk, IFigureRights figures, AuditNotes audit, HttpContext context, CancellationToken cancellationToken)
    {
        var caller = user.Caller();
        if (await desk.FindAsync(caller, turnId, sourceId, cancellationToken) is not { } cited)
        {
            return await desk.MissingAsync(caller, turnId, context, cancellationToken);
        }

        if (await cited.Opener.OpenAsync(caller, cited.Evidence, cancellationToken) is not { } view)
        {
            return Problems.NoSource.ToResult(context);
        }

        await audit.WriteAsync(
            caller,
            AuditEntryKind.SourceOpened,
            new() { ["source"] = sourceId, ["evidence"] = cited.Evidence.Id, ["version"] = view.Version },
            turnId,
            cited.ConversationId,
            cancellationToken);

        var shown = ScreenedSource.Of(view, text => figures.Screen(caller, text));
        if (shown.HasOriginal && await WithheldOriginal.IsAsync(caller, cited, figures, cancellationToken))
        {
            shown = shown with { HasOriginal = false, Notes = [.. shown.Notes, WithheldOriginal.Note] };
        }

        return Results.Json(shown, ContractJson.Options);
    }

    private static async Task<IResult> DrawAsync(
        string turnId, string sourceId, int page, ClaimsPrincipal user, SourceDesk desk, IFigureRights figures, IEnumerable<IPageRenderer> renderers, HttpContext context, CancellationToken cancellationToken)
    {
        var caller = user.Caller();
        if (await desk.FindAsync(caller, turnId, sourceId, cancellationToken) is not { } cited
            || await cited.Opener.OriginalAsync(caller, cited.Evidence, cancellationToken) is not { } original
            || renderers.FirstOrDefault(r => r.Draws(original.Format)) is not { } renderer)
        {
            return Problems.NoSource.ToResult(context);
        }

        if (await WithheldOriginal.IsAsync(caller, cited, figures, cancellationToken))
        {
            return Problems.OriginalWithheld.ToResult(context);
        }

        try
        {
            return Results.Bytes(await renderer.DrawAsync(original.File, page, DotsPerInch, cancellationToken), "image/png");
        }
        catch (CopilotException told)
        {
            return new Problem(404, "no-page", "The page can't be drawn", told.Message).ToResult(context);
        }
    }

    private static async Task<IResult> DownloadAsync(
        string turnId, string sourceId, ClaimsPrincipal user, SourceDesk desk, IFigureRights figures, AuditNotes audit, HttpContext context, CancellationToken cancellationToken)
    {
        var caller = user.Caller();
        if (await desk.FindAsync(caller, turnId, sourceId, cancellationToken) is not { } cited || await cited.Opener.OriginalAsync(caller, cited.Evidence, cancellationToken) is not { } original)
        {
            return Problems.NoSource.ToResult(context);
        }

        if (await WithheldOriginal.IsAsync(caller, cited, figures, cancellationToken))
        {
            return Problems.OriginalWithheld.ToResult(context);
        }

        await audit.WriteAsync(caller, AuditEntryKind.SourceOpened, new() { ["source"] = sourceId, ["original"] = original.File.Name }, turnId, null, cancellationToken);

        // Never shown in the browser: a document may hold scripts.
        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName(original.File.Name);
        context.Response.Headers.ContentDisposition = disposition.ToString();
        return Results.File(original.File.Path, "application/octet-stream");
    }
}
