using System.Security.Claims;
using Copilot.Contracts;
using Copilot.Host.Identity;
using Copilot.Host.Settings;

namespace Copilot.Host.Channels.Teams.People;

/// <summary>Who in Teams is who: codes for oneself, and the list with which administrators link and unlink.</summary>
internal static class PeopleEndpoints
{
    /// <summary>Adds the calls; without a bot there are none.</summary>
    /// <param name="api">The group under <c>/api/v1</c>.</param>
    /// <param name="settings">The settings.</param>
    public static void Map(IEndpointRouteBuilder api, CopilotSettings settings)
    {
        if (settings.Teams is null)
        {
            return;
        }

        api.MapPost("/teams/invitations", InviteAsync)
            .WithName("inviteToTeams").WithSummary("Makes a code with which you link your account in Teams: write to the bot what 'say' holds. Good once, for 15 minutes.")
            .Produces<InvitationView>().ProducesProblem(422);
        var group = api.MapGroup("/teams/people").RequireAuthorization(policy => policy.RequireAuthenticatedUser().RequireRole(RoleNames.OperationsManager));
        group.MapGet(string.Empty, (PeopleDesk desk, CancellationToken cancellationToken) => desk.ListAsync(cancellationToken))
            .WithName("listTeamsPeople").WithSummary("Everybody who wrote to the bot or added it, those who wait for a link first. For operations managers.").Produces<IReadOnlyList<TeamsPerson>>().ProducesProblem(403);
        group.MapPost("/{tenant}/{person}/link", LinkAsync)
            .WithName("linkTeamsPerson").WithSummary("Links somebody who wrote or added the bot, to the person whose address matches or to the one named. For operations managers.")
            .Produces<TeamsPerson>().ProducesProblem(403).ProducesProblem(404).ProducesProblem(422);
        group.MapDelete("/{tenant}/{person}", ForgetAsync)
            .WithName("unlinkTeamsPerson").WithSummary("Ends a link and forgets the request. For operations managers.").Produces(204).ProducesProblem(403).ProducesProblem(404);
    }

    private static async Task<InvitationView> InviteAsync(ClaimsPrincipal user, PeopleDesk desk, CancellationToken cancellationToken)
    {
        var (code, expires) = await desk.InviteAsync(user.Caller(), cancellationToken);
        return new InvitationView(code, "link " + code, expires);
    }

    private static async Task<IResult> LinkAsync(string tenant, string person, LinkRequest link, ClaimsPrincipal user, PeopleDesk desk, HttpContext context, CancellationToken cancellationToken)
        => await desk.ConfirmAsync(user.Caller(), tenant, person, link.Who, cancellationToken) is { } linked ? Results.Json(linked, ContractJson.Options) : Problems.NoTeamsPerson.ToResult(context);

    private static async Task<IResult> ForgetAsync(string tenant, string person, ClaimsPrincipal user, PeopleDesk desk, HttpContext context, CancellationToken cancellationToken)
        => await desk.ForgetAsync(user.Caller(), tenant, person, cancellationToken) ? Results.NoContent() : Problems.NoTeamsPerson.ToResult(context);
}
