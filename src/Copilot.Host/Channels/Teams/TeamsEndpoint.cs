using Copilot.Contracts;
using Copilot.Host.Channels.Teams.Store;
using Copilot.Host.Settings;
using Copilot.Host.Start;

namespace Copilot.Host.Channels.Teams;

/// <summary><c>POST /api/messages</c>: what happens in Teams. Checked, acknowledged at once, worked on afterwards.</summary>
internal static class TeamsEndpoint
{
    private static readonly string[] Worked = ["message", "conversationUpdate", "installationUpdate"];

    /// <summary>Adds the call. It is open to everybody because the channel signs in with tokens of its own, which are checked here.</summary>
    /// <param name="app">The application.</param>
    public static void Map(IEndpointRouteBuilder app)
        => app.MapPost("/api/messages", (HttpContext context, CopilotSettings settings) => settings.Teams is null
                ? Problems.WriteAsync(context, Problems.NoTeams)
                : TakeAsync(context, context.RequestServices, context.RequestAborted))
            .AllowAnonymous().ExcludeFromDescription();

    private static async Task TakeAsync(HttpContext context, IServiceProvider services, CancellationToken cancellationToken)
    {
        var door = services.GetRequiredService<BotDoor>();
        if (await door.KnockAsync(context.Request.Headers.Authorization.ToString(), cancellationToken) is not { } verdict)
        {
            context.Response.Headers.WWWAuthenticate = "Bearer";
            await Problems.WriteAsync(context, Problems.NotTheChannel);
            return;
        }

        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, cancellationToken);
        if (TeamsActivity.Read(body.GetBuffer().AsSpan(0, (int)body.Length)) is not { } activity)
        {
            await Problems.WriteAsync(context, Problems.BadBody);
            return;
        }

        if (door.Refuses(verdict, activity) is { } refusal)
        {
            await Problems.WriteAsync(context, refusal == StatusCodes.Status401Unauthorized ? Problems.NotTheChannel : Problems.NotThisDirectory);
            return;
        }

        if (!services.GetRequiredService<Readiness>().HasStarted)
        {
            await Problems.WriteAsync(context, Problems.NotReady);
            return;
        }

        if (activity.Type == "invoke")
        {
            await AnswerAsync(context, activity, services.GetRequiredService<TeamsInvokes>(), cancellationToken);
        }
        else if (Worked.Contains(activity.Type))
        {
            await AcknowledgeAsync(context, activity, services, cancellationToken);
        }
    }

    private static async Task AnswerAsync(HttpContext context, TeamsActivity activity, TeamsInvokes invokes, CancellationToken cancellationToken)
    {
        var (status, body) = await invokes.AnswerAsync(activity, cancellationToken);
        context.Response.StatusCode = status;
        if (body is not null)
        {
            await context.Response.WriteAsJsonAsync(body, ContractJson.Options, cancellationToken);
        }
        else
        {
            // Nothing at all, not even the text that errors get elsewhere.
            context.Features.Get<Microsoft.AspNetCore.Diagnostics.IStatusCodePagesFeature>()?.Enabled = false;
        }
    }

    private static async Task AcknowledgeAsync(HttpContext context, TeamsActivity activity, IServiceProvider services, CancellationToken cancellationToken)
    {
        var threads = services.GetRequiredService<TeamsThreadStore>();
        if (activity.Id is not null && !await threads.TakeAsync(activity, cancellationToken))
        {
            return;
        }

        var lanes = services.GetRequiredService<ConversationLanes>();
        var desk = services.GetRequiredService<TeamsDesk>();
        var conversation = activity.Conversation!.Id!;
        var room = TeamsDesk.AsksToStop(activity)
            ? Stop(lanes, desk, activity, conversation)
            : lanes.TryAdd(conversation, stop => desk.WorkAsync(activity, stop));
        if (!room)
        {
            // The channel may bring it again: then it is no repetition.
            await threads.ReleaseAsync(activity, cancellationToken);
            await Problems.WriteAsync(context, Problems.TooMany);
        }
    }

    // What was stopped says so itself.
    private static bool Stop(ConversationLanes lanes, TeamsDesk desk, TeamsActivity activity, string conversation)
        => lanes.Stop(conversation) || lanes.TryAdd(conversation, stop => desk.NothingToStopAsync(activity, stop));
}
