using System.Security.Claims;
using Copilot.Contracts;
using Copilot.Host.Channels;
using Copilot.Host.Identity;
using Copilot.Knowledge;

namespace Copilot.Host.Console;

/// <summary>What operators see of the library: documents, how they were cut, and what a role would find. Every look is in the audit trail.</summary>
internal static class KnowledgeEndpoints
{
    private const int PageSize = 50;

    /// <summary>Adds the calls.</summary>
    /// <param name="api">The group under <c>/api/v1</c>.</param>
    public static void Map(IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/knowledge").RequireAuthorization(policy => policy.RequireAuthenticatedUser().RequireRole(RoleNames.OperationsManager, RoleNames.Auditor));
        group.MapGet("/documents", ListAsync)
            .WithName("listDocuments").WithSummary("The documents of the library, by collection and id, with readers, validity and remarks. For operators.")
            .Produces<CatalogPage<CatalogDocument>>().ProducesProblem(403);
        group.MapGet("/documents/{collection}/{**id}", PassagesAsync)
            .WithName("listPassages").WithSummary("A document's passages as they were cut. For operators.")
            .Produces<DocumentView>().ProducesProblem(403).ProducesProblem(404);
        group.MapGet("/find", FindAsync)
            .WithName("findAsRole").WithSummary("What a role would find for a query, with each leg's rank and score, and why other documents were filtered. For operators.")
            .Produces<SearchExplanation>().ProducesProblem(400).ProducesProblem(403);
    }

    private static async Task<IResult> ListAsync(
        ClaimsPrincipal user, KnowledgeCatalog catalog, AuditNotes audit, CancellationToken cancellationToken, string? collection = null, string? words = null, int skip = 0, int top = PageSize)
    {
        var page = await catalog.ListAsync(Empty(collection), Empty(words), skip, top, cancellationToken);
        await audit.WriteAsync(
            user.Caller(), AuditEntryKind.KnowledgeViewed, new() { ["view"] = "documents", ["collection"] = collection, ["words"] = words, ["skip"] = skip }, null, null, cancellationToken);
        return Results.Json(page, ContractJson.Options);
    }

    private static async Task<IResult> PassagesAsync(
        string collection, string id, ClaimsPrincipal user, KnowledgeCatalog catalog, AuditNotes audit, HttpContext context, CancellationToken cancellationToken, int skip = 0, int top = PageSize)
    {
        if (await catalog.PassagesAsync(collection, id, skip, top, cancellationToken) is not var (document, passages))
        {
            return Problems.NoDocument.ToResult(context);
        }

        await audit.WriteAsync(
            user.Caller(), AuditEntryKind.KnowledgeViewed, new() { ["view"] = "passages", ["collection"] = collection, ["document"] = id, ["skip"] = skip }, null, null, cancellationToken);
        return Results.Json(new DocumentView(document, passages), ContractJson.Options);
    }

    private static async Task<IResult> FindAsync(
        ClaimsPrincipal user, KnowledgeSearch search, AuditNotes audit, HttpContext context, CancellationToken cancellationToken, string? query = null, string? role = null, string? asOf = null, int top = 10)
    {
        var operatorSelf = user.Caller();
        if (string.IsNullOrWhiteSpace(query) || query.Length > QuestionShape.MaxLength || !RoleNames.All.Contains(role, StringComparer.Ordinal))
        {
            return Problems.BadFind.ToResult(context);
        }

        DateOnly? day = null;
        if (!string.IsNullOrEmpty(asOf))
        {
            if (!DateOnly.TryParseExact(asOf, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.None, out var parsed))
            {
                return Problems.BadFind.ToResult(context);
            }

            day = parsed;
        }

        // The role's rights in the operator's own companies; records behind documents are asked in the operator's name.
        var caller = operatorSelf with { Roles = [role!] };
        var explained = await search.ExplainAsync(
            new KnowledgeQuery { Text = query, Caller = caller, AsOf = day, Top = Math.Clamp(top, 1, 50) }, operatorSelf, cancellationToken);
        await audit.WriteAsync(operatorSelf, AuditEntryKind.KnowledgeViewed, new() { ["view"] = "find", ["query"] = query, ["role"] = role }, null, null, cancellationToken);
        return Results.Json(explained, ContractJson.Options);
    }

    private static string? Empty(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
