using Copilot.Contracts;
using Copilot.Host.Identity;

namespace Copilot.Host.Channels.Rest;

/// <summary>Sign-in in the browser at the OpenID provider, for the service's own page. Pages of others hand over tokens of their own.</summary>
internal static class SignInEndpoints
{
    private const int MostText = 4096;

    /// <summary>Adds the calls; without a configured client the first answers nothing and the second 404.</summary>
    /// <param name="api">The group under <c>/api/v1</c>.</param>
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/sign-in", WayAsync).AllowAnonymous()
            .WithName("signInWay").WithSummary("Where a browser goes to sign in: the provider's address, the client's id, and the scope; nothing where there is no such way.").Produces<SignInWay>().Produces(204).ProducesProblem(503);
        api.MapPost("/sign-in", RedeemAsync).AllowAnonymous()
            .WithName("signInWithCode").WithSummary("Redeems the code that a browser came back with, by PKCE.").Produces<SessionView>().ProducesProblem(400).ProducesProblem(401).ProducesProblem(404).ProducesProblem(422).ProducesProblem(503);
    }

    private static async Task<IResult> WayAsync(CodeSignIn signIn, CancellationToken cancellationToken)
    {
        if (!signIn.IsOn)
        {
            // Every page asks; a fault here would stand in every browser's log.
            return Results.NoContent();
        }

        var (authorize, client, scope) = await signIn.WayAsync(cancellationToken);
        return Results.Json(new SignInWay(authorize.AbsoluteUri, client, scope), ContractJson.Options);
    }

    private static async Task<IResult> RedeemAsync(SignInCode code, CodeSignIn signIn, AuditNotes audit, HttpContext context, CancellationToken cancellationToken)
    {
        if (!signIn.IsOn)
        {
            return Problems.NothingHere.ToResult(context);
        }

        if (code is not { Code: { Length: > 0 and <= MostText } text, Verifier: { Length: > 0 and <= 128 } verifier, RedirectUri: { Length: > 0 and <= 300 } redirect })
        {
            return Problems.BadBody.ToResult(context);
        }

        if (await signIn.RedeemAsync(text, verifier, redirect, cancellationToken) is not var (token, caller, expires))
        {
            return Problems.SignInRefused.ToResult(context);
        }

        await audit.WriteAsync(caller, AuditEntryKind.SignedIn, new() { ["way"] = "oidc", ["expiresAt"] = expires.ToString("O") }, turnId: null, conversationId: null, cancellationToken);
        return Results.Json(new SessionView(token, caller.Roles.Count > 0 ? caller.Roles[0] : string.Empty, caller.DisplayName, expires), ContractJson.Options);
    }
}
