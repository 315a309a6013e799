using System.Globalization;
using System.Security.Claims;
using Copilot.Contracts;
using Copilot.Documents.Desk;
using Copilot.Host.Channels;
using Copilot.Host.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Copilot.Host.Console.Desk;

/// <summary><c>POST /api/v1/documents/inbox</c>: lays files on the reading desk. They are read after the answer.</summary>
internal static class InboxEndpoint
{
    private const int MostFiles = 20;
    private const long Slack = 16L << 20;

    /// <summary>Adds the call.</summary>
    /// <param name="api">The group under <c>/api/v1</c>.</param>
    public static void Map(IEndpointRouteBuilder api)
    {
        var limit = api.ServiceProvider.GetRequiredService<DeskIntake>().LargestBytes;
        api.Desk().MapPost("/inbox", TakeAsync)
            .WithMetadata(new RequestSizeLimitAttribute((limit * MostFiles) + Slack))
            .Accepts<IFormFileCollection>("multipart/form-data")
            .WithName("layOnDesk").WithSummary($"Lays up to {MostFiles} business documents, or e-mails with such, of {limit >> 20} MB each on the reading desk of a company (company=, your first by default). They are read later; the same file is kept once.")
            .Produces<InboxView>(202).ProducesProblem(400).ProducesProblem(403).ProducesProblem(413);
    }

    private static async Task<IResult> TakeAsync(ClaimsPrincipal user, DeskIntake intake, DeskNotes notes, HttpContext context, CancellationToken cancellationToken, int? company = null)
    {
        var caller = user.Caller();
        if (caller.Companies.FirstOrDefault(c => company is null || c.Id == company) is not { } mine)
        {
            return Problems.NotYourCompany.ToResult(context);
        }

        var boundary = MediaTypeHeaderValue.TryParse(context.Request.ContentType, out var type) ? HeaderUtilities.RemoveQuotes(type.Boundary).Value : null;
        if (string.IsNullOrEmpty(boundary))
        {
            return Problems.BadUpload.ToResult(context);
        }

        try
        {
            var reports = await ReadAsync(new MultipartReader(boundary, context.Request.Body), intake, (name, content) => new Arrival
            {
                Tenant = caller.Tenant,
                Company = mine.Id,
                File = name,
                Content = content,
                Source = DeskSource.Upload,
                From = caller.DisplayName,
            }, cancellationToken);
            if (reports is null)
            {
                return (Problems.TooManyFiles with { Detail = string.Create(CultureInfo.InvariantCulture, $"Up to {MostFiles} files are taken at once. Send the others in another call.") }).ToResult(context);
            }

            foreach (var received in reports.Select(r => r.Received).OfType<Received>())
            {
                await notes.WriteAsync(caller, received.IsDuplicate ? "came_again" : "arrived", received.Document, cancellationToken);
            }

            return reports.Count == 0 ? Problems.BadUpload.ToResult(context)
                : Results.Json(new InboxView([.. reports.Select(r => new InboxEntry(r.File, r.Received?.Document.Id, r.Received?.Document.State, r.Received?.IsDuplicate ?? false, r.Because))]), ContractJson.Options, statusCode: StatusCodes.Status202Accepted);
        }
        catch (Exception broken) when (broken is InvalidDataException or IOException and not BadHttpRequestException)
        {
            return Problems.BadUpload.ToResult(context);
        }
    }

    private static async Task<List<IntakeReport>?> ReadAsync(MultipartReader reader, DeskIntake intake, Func<string, byte[], Arrival> arrival, CancellationToken cancellationToken)
    {
        var (reports, files) = (new List<IntakeReport>(), 0);
        while (await reader.ReadNextSectionAsync(cancellationToken) is { } section)
        {
            if (!ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var disposition) || !disposition.IsFileDisposition())
            {
                continue;
            }

            if (files++ == MostFiles)
            {
                return null;
            }

            var name = HeaderUtilities.RemoveQuotes(disposition.FileNameStar.HasValue ? disposition.FileNameStar : disposition.FileName).Value ?? string.Empty;
            reports.AddRange(await WholeAsync(section.Body, intake.LargestBytes, cancellationToken) is { } content
                ? await intake.TakeAsync(arrival(name, content), cancellationToken)
                : [new IntakeReport(name, null, $"\"{name}\" is larger than {intake.LargestBytes >> 20} MB; ask the sender to split it.")]);
        }

        return reports;
    }

    /// <summary>Reads a file into memory; null when it is larger than it may be. The rest is read past, so that the files behind it are found.</summary>
    private static async Task<byte[]?> WholeAsync(Stream body, long most, CancellationToken cancellationToken)
    {
        using var content = new MemoryStream();
        var buffer = new byte[64 * 1024];
        var isWhole = true;
        for (var read = await body.ReadAsync(buffer, cancellationToken); read > 0; read = await body.ReadAsync(buffer, cancellationToken))
        {
            isWhole &= content.Length + read <= most;
            if (isWhole)
            {
                content.Write(buffer, 0, read);
            }
        }

        return isWhole ? content.ToArray() : null;
    }
}
