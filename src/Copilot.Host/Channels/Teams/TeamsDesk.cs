using System.Text.Json;
using Copilot.Contracts;
using Copilot.Conversation.Speaking;
using Copilot.Host.Channels.Teams.Answers;
using Copilot.Host.Channels.Teams.People;
using Copilot.Host.Channels.Teams.Store;

namespace Copilot.Host.Channels.Teams;

/// <summary>Does what was acknowledged: greets, links people, asks questions, takes decisions.</summary>
internal sealed class TeamsDesk(
    TeamsTurns turns, CardPresses presses, PeopleDesk people, TeamsThreadStore threads, EarlierTalks talks, TeamsPlaces places, FilesSent files, TeamsSignIn signIn, TeamsHandOver handOver, Connector connector, Faults faults,
    IHostApplicationLifetime lifetime, TimeProvider time)
{
    /// <summary>How long saying goodbye may take when the service ends.</summary>
    public static readonly TimeSpan Farewell = TimeSpan.FromSeconds(3);

    private static readonly string[] StopWords = ["stop", "cancel"];
    private static readonly string[] ContinueWords = ["continue", "continue here", "go on", "history"];
    private static readonly string[] NewWords = ["new", "new topic", "new conversation", "reset"];

    /// <summary>Says whether a message asks to stop what is being done.</summary>
    /// <param name="activity">The activity.</param>
    /// <returns>True when it does.</returns>
    public static bool AsksToStop(TeamsActivity activity) => activity.Type == "message" && Is(TeamsText.Of(activity), StopWords);

    /// <summary>Works on an activity.</summary>
    /// <param name="activity">The activity.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>A task.</returns>
    public async Task WorkAsync(TeamsActivity activity, CancellationToken cancellationToken)
    {
        try
        {
            await places.NoteAsync(activity, cancellationToken);
            await (activity.Type switch
            {
                "message" => MessageAsync(activity, cancellationToken),
                "conversationUpdate" or "installationUpdate" when activity.AddsBot => WelcomeAsync(activity, cancellationToken),
                _ => Task.CompletedTask,
            });
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            using var limit = new CancellationTokenSource(Farewell, time);
            await SayAsync(activity, lifetime.ApplicationStopping.IsCancellationRequested ? TeamsPhrases.Restarting : TeamsPhrases.Stopped, limit.Token);
        }
        catch (CopilotException trouble)
        {
            await SayAsync(activity, MarkedText.Of(Phrases.In(activity.Language, trouble.Message)), cancellationToken);
        }
        catch (Exception fault) when (fault is not TeamsDeliveryException)
        {
            // Whoever wrote is not left without a word; a delivery that failed can't be told, it is logged where it ends.
            await SayAsync(activity, Phrases.In(activity.Language, "I could not do this: something went wrong on our side (id {0}).", faults.Note(fault)), cancellationToken);
        }
    }

    /// <summary>Says that there was nothing to stop.</summary>
    /// <param name="activity">The message.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>A task.</returns>
    public Task NothingToStopAsync(TeamsActivity activity, CancellationToken cancellationToken) => SayAsync(activity, TeamsPhrases.NothingToStop, cancellationToken);

    private static bool Is(string text, string[] words) => words.Contains(text.TrimEnd('.', '!').Trim(), StringComparer.OrdinalIgnoreCase);

    private async Task MessageAsync(TeamsActivity activity, CancellationToken cancellationToken)
    {
        var text = TeamsText.Of(activity);
        var caller = await people.FindAsync(activity, cancellationToken);
        if (PeopleDesk.CodeIn(text) is { } code && activity is { Tenant: not null, From.AadObjectId: not null })
        {
            caller = await people.RedeemAsync(activity, code, cancellationToken);
            await SayAsync(activity, caller is null ? TeamsPhrases.WrongCode : TeamsPhrases.Welcome(caller, activity.Language), cancellationToken, caller);
            return;
        }

        if (caller is null)
        {
            await StrangerAsync(activity, cancellationToken);
        }
        else if (activity.Value.ValueKind == JsonValueKind.Object && text.Length == 0)
        {
            await presses.SubmitAsync(activity, caller, cancellationToken);
        }
        else if (Is(text, ContinueWords))
        {
            await talks.ShowAsync(activity, caller, cancellationToken);
        }
        else if (await places.AlertsAsync(activity, text, cancellationToken) is { } said)
        {
            await SayAsync(activity, said, cancellationToken);
        }
        else if (Is(text, NewWords))
        {
            await threads.GoOnAsync(activity.Conversation!.Id!, caller, null, cancellationToken);
            await SayAsync(activity, TeamsPhrases.NewTopic, cancellationToken);
        }
        else if (!await handOver.TakeAsync(activity, caller, text, cancellationToken))
        {
            await AskAsync(activity, caller, text, cancellationToken);
        }
    }

    private async Task AskAsync(TeamsActivity activity, Caller caller, string text, CancellationToken cancellationToken)
    {
        var (taken, refused) = await files.TakeAsync(activity, caller, cancellationToken);
        if (refused.Count > 0)
        {
            await SayAsync(activity, string.Join("\n\n", refused.Select(MarkedText.Of)), cancellationToken);
        }

        if (text.Length == 0 && taken.Count == 0)
        {
            if (refused.Count == 0)
            {
                await SayAsync(activity, TeamsPhrases.NoQuestion, cancellationToken, caller);
            }

            return;
        }

        await turns.RunAsync(activity, caller, text.Length == 0 ? TeamsPhrases.AboutFile : text, taken, cancellationToken);
    }

    private async Task StrangerAsync(TeamsActivity activity, CancellationToken cancellationToken)
    {
        if (activity is not { Tenant: not null, From.AadObjectId: not null })
        {
            await SayAsync(activity, TeamsPhrases.NoDirectory, cancellationToken);
            return;
        }

        var email = await connector.EmailAsync(TeamsPlace.Of(activity), cancellationToken);
        await people.AskedAsync(activity, email, cancellationToken);

        if (signIn.IsOn && activity.IsPersonal)
        {
            await signIn.AskAsync(activity, cancellationToken);
        }

        // Where others read along, an address is nobody's business.
        await SayAsync(activity, activity.IsPersonal ? TeamsPhrases.NotLinked(activity.From.Name, email, activity.Language) : TeamsPhrases.NotLinkedShort, cancellationToken);
    }

    /// <summary>Greets, once: an installation is told as one and as a new member. Who installs the bot and never writes is found by an administrator all the same, and can then be told of things.</summary>
    private async Task WelcomeAsync(TeamsActivity activity, CancellationToken cancellationToken)
    {
        var caller = activity.IsPersonal ? await people.FindAsync(activity, cancellationToken) : null;
        if (activity.IsPersonal && caller is null && activity is { Tenant: not null, From.AadObjectId: not null })
        {
            await people.AskedAsync(activity, await connector.EmailAsync(TeamsPlace.Of(activity), cancellationToken), cancellationToken);
        }

        if (activity.Type == "conversationUpdate")
        {
            await SayAsync(activity, TeamsPhrases.Welcome(caller, activity.Language), cancellationToken, caller);
        }
    }

    private Task<ConnectorReply> SayAsync(TeamsActivity activity, string text, CancellationToken cancellationToken, Caller? suggestTo = null)
    {
        // Buttons to begin with exist in chats of two only.
        var suggestions = suggestTo is not null && activity.IsPersonal ? TeamsPhrases.Suggestions(suggestTo) : [];
        return connector.SendAsync(TeamsPlace.Of(activity), AnswerMessage.Plain(Phrases.In(activity.Language, text), suggestions, activity.From?.Id), cancellationToken);
    }
}
