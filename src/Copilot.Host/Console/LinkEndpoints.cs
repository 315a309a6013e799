using System.Security.Claims;
using System.Text.Json.Nodes;
using Copilot.Contracts;
using Copilot.Host.Channels;
using Copilot.Host.Identity;
using Copilot.Host.Identity.Accounts;

namespace Copilot.Host.Console;

/// <summary><c>/api/v1/account-link</c>: a person links their own account in Odoo, sees it without its secret, and removes it. Each is in the audit trail.</summary>
internal static class LinkEndpoints
{
    /// <summary>The name of the limit on tries: Odoo locks an address out after a few wrong passwords, and then nobody could sign in through this service.</summary>
    public const string Limit = "account-link";

    private const int LongestText = 256;

    /// <summary>Adds the calls.</summary>
    /// <param name="api">The group under <c>/api/v1</c>.</param>
    public static void Map(IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/account-link");
        group.MapGet("/", SeeAsync).WithName("seeAccountLink").WithSummary("The account in Odoo that you have linked, without its secret.").Produces<LinkView>();
        group.MapPut("/", LinkAsync).RequireRateLimiting(Limit).WithName("linkAccount")
            .WithSummary("Links your own account in Odoo, checked there at once: an API key, or a password of which Odoo makes one.")
            .Produces<LinkView>().ProducesProblem(400).ProducesProblem(403).ProducesProblem(422).ProducesProblem(429).ProducesProblem(503);
        group.MapDelete("/", RemoveAsync).WithName("removeAccountLink").WithSummary("Removes your link. The key itself is deleted in Odoo.").Produces(204);
    }

    private static async Task<IResult> SeeAsync(ClaimsPrincipal user, LinkRules rules, LinkedAccounts accounts, CancellationToken cancellationToken)
    {
        var caller = user.Caller();
        return View(rules.Of(caller), await accounts.SeeAsync(caller, cancellationToken));
    }

    private static async Task<IResult> LinkAsync(LinkRequest request, ClaimsPrincipal user, LinkRules rules, LinkedAccounts accounts, AuditNotes audit, HttpContext context, CancellationToken cancellationToken)
    {
        var caller = user.Caller();
        var view = rules.Of(caller);
        if (!view.MayLink)
        {
            return Problems.NoLinkForPersonas.ToResult(context);
        }

        if (request is not { Kind: "key" or "password", Login: { Length: > 0 and <= LongestText } login, Secret: { Length: > 0 and <= LongestText } secret } || login.Any(char.IsControl) || secret.Any(char.IsControl))
        {
            return Problems.BadLink.ToResult(context);
        }

        ErpIdentity identity;
        try
        {
            identity = await accounts.CheckAsync(caller, new ErpCredential(login.Trim(), secret.Trim()), request.Kind == "password", cancellationToken);
        }
        catch (CopilotException refused) when (!refused.IsTransient)
        {
            await audit.WriteAsync(caller, AuditEntryKind.AccountLinkChanged, new() { ["act"] = "refused", ["login"] = login, ["kind"] = request.Kind }, null, null, cancellationToken);
            throw;
        }

        var companies = new JsonArray([.. identity.Companies.Select(c => JsonValue.Create(c.Id))]);
        await audit.WriteAsync(
            caller, AuditEntryKind.AccountLinkChanged, new() { ["act"] = "linked", ["login"] = identity.Credential.Login, ["kind"] = request.Kind, ["companies"] = companies }, null, null, cancellationToken);
        return View(view, await accounts.KeepAsync(caller, identity, cancellationToken));
    }

    private static async Task<IResult> RemoveAsync(ClaimsPrincipal user, LinkedAccounts accounts, AuditNotes audit, CancellationToken cancellationToken)
    {
        var caller = user.Caller();
        if (await accounts.SeeAsync(caller, cancellationToken) is { } link)
        {
            await audit.WriteAsync(caller, AuditEntryKind.AccountLinkChanged, new() { ["act"] = "removed", ["login"] = link.Login }, null, null, cancellationToken);
            await accounts.RemoveAsync(caller, cancellationToken);
        }

        return Results.NoContent();
    }

    private static IResult View(LinkView view, AccountLink? link) => Results.Json(
        link is null ? view : view with { Linked = true, Login = link.Login, Name = link.Name, Companies = link.Companies, LinkedAt = link.LinkedAt, ExpiresAt = link.ExpiresAt }, ContractJson.Options);
}
