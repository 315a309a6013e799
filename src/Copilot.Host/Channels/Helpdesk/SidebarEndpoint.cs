using Copilot.Contracts;
using Copilot.Host.Identity;
using Copilot.Host.Settings;

namespace Copilot.Host.Channels.Helpdesk;

/// <summary><c>POST /api/v1/sidebar/session</c>: exchanges a token that Odoo signed for a session of the same person here.</summary>
internal static class SidebarEndpoint
{
    /// <summary>The call's address.</summary>
    public const string Path = "/sidebar/session";

    /// <summary>Adds the call; without a sidebar it leads nowhere.</summary>
    /// <param name="api">The group under <c>/api/v1</c>.</param>
    public static void Map(IEndpointRouteBuilder api)
        => api.MapPost(Path, SignInAsync)
            .AllowAnonymous()
            .WithName("signInFromOdoo").WithSummary("Signs in with a token that the addon in Odoo signed: good once, for a minute. For the sidebar.")
            .Produces<SidebarView>().ProducesProblem(400).ProducesProblem(401).ProducesProblem(404);

    private static async Task<IResult> SignInAsync(
        SidebarSignIn signIn, CopilotSettings settings, OdooDoor door, SidebarArrival arrival, ILogger<OdooDoor> logger, HttpContext context, CancellationToken cancellationToken)
    {
        if (settings.Sidebar is null)
        {
            return Problems.NothingHere.ToResult(context);
        }

        var verdict = await door.CheckAsync(signIn.Token, cancellationToken);
        if (verdict.Visitor is not { } visitor)
        {
            Log.SidebarRefused(logger, verdict.Fault!);
            return Problems.NotFromOdoo(verdict.Fault!).ToResult(context);
        }

        return Results.Json(await arrival.WelcomeAsync(visitor, cancellationToken), ContractJson.Options);
    }
}
