using System.Security.Claims;
using Copilot.Contracts;
using Copilot.Host.Identity;
using Copilot.Host.Start;
using Copilot.Knowledge;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Copilot.Host.Channels.Rest;

/// <summary><c>POST /api/v1/documents</c> and <c>DELETE …/{attachmentId}</c>: what a person brings along to ask about. Nobody else may read it.</summary>
internal static class DocumentEndpoints
{
    private const int MostFiles = QuestionShape.MostAttachments;
    private const long Megabyte = 1024 * 1024;

    // Room for boundaries, names, and one file too large, so that the answer can name it instead of cutting the line.
    private const long Slack = 64 * Megabyte;

    /// <summary>Adds the calls.</summary>
    /// <param name="api">The group under <c>/api/v1</c>.</param>
    public static void Map(IEndpointRouteBuilder api)
    {
        var limit = ((IEndpointRouteBuilder)api).ServiceProvider.GetRequiredService<KnowledgeOptions>().LargestUploadMegabytes;
        api.MapPost("/documents", UploadAsync)
            .WithMetadata(new RequestSizeLimitAttribute((limit * Megabyte * MostFiles) + Slack))
            .Accepts<IFormFileCollection>("multipart/form-data")
            .WithName("uploadDocuments").WithSummary($"Uploads up to {MostFiles} files of {limit} MB each to ask about. Only you can read them. Each answers with its attachmentId, or why it was refused.")
            .Produces<UploadsView>().ProducesProblem(400).ProducesProblem(413).ProducesProblem(415).ProducesProblem(503).ProducesProblem(507);
        api.MapDelete("/documents/{attachmentId}", ForgetAsync)
            .WithName("forgetDocument").WithSummary("Forgets a document you uploaded. Answers that cite it stay; their source no longer opens.").Produces(204).ProducesProblem(404);
    }

    private static async Task<IResult> UploadAsync(
        ClaimsPrincipal user, UploadCounter counter, Readiness readiness, HttpContext context, CancellationToken cancellationToken)
    {
        if (!readiness.HasStarted)
        {
            return Problems.NotReady.ToResult(context);
        }

        var boundary = MediaTypeHeaderValue.TryParse(context.Request.ContentType, out var type) ? HeaderUtilities.RemoveQuotes(type.Boundary).Value : null;
        if (string.IsNullOrEmpty(boundary))
        {
            return Problems.BadUpload.ToResult(context);
        }

        try
        {
            var taken = await TakeAsync(new MultipartReader(boundary, context.Request.Body), user.Caller(), counter, cancellationToken);
            return taken is null ? Problems.TooManyFiles.ToResult(context)
                : taken.Count == 0 ? Problems.BadUpload.ToResult(context)
                : taken.TrueForAll(file => file.IsForWantOfRoom) ? Problems.NoRoom.ToResult(context)
                : Results.Json(new UploadsView(taken), ContractJson.Options);
        }
        catch (Exception broken) when (broken is InvalidDataException or IOException and not BadHttpRequestException)
        {
            return Problems.BadUpload.ToResult(context);
        }
    }

    private static async Task<List<UploadView>?> TakeAsync(MultipartReader reader, Caller caller, UploadCounter counter, CancellationToken cancellationToken)
    {
        var taken = new List<UploadView>();
        while (await reader.ReadNextSectionAsync(cancellationToken) is { } section)
        {
            if (!ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var disposition) || !disposition.IsFileDisposition())
            {
                continue;
            }

            if (taken.Count == MostFiles)
            {
                return null;
            }

            var name = HeaderUtilities.RemoveQuotes(disposition.FileNameStar.HasValue ? disposition.FileNameStar : disposition.FileName).Value ?? string.Empty;
            taken.Add(await counter.TakeAsync(section.Body, name, caller, cancellationToken));
        }

        return taken;
    }

    private static async Task<IResult> ForgetAsync(string attachmentId, ClaimsPrincipal user, KnowledgeIntake intake, HttpContext context, CancellationToken cancellationToken)
        => await intake.ForgetUploadAsync(user.Caller(), attachmentId, cancellationToken) ? Results.NoContent() : Problems.NoAttachment.ToResult(context);
}
