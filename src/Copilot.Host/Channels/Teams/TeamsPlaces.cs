using Copilot.Host.Channels.Teams.Store;
using Copilot.Host.Channels.Teams.Telling;

namespace Copilot.Host.Channels.Teams;

/// <summary>Remembers where people can be written to, and what they want to be told there.</summary>
internal sealed class TeamsPlaces(TeamsPlaceStore store)
{
    /// <summary>Notes what an activity says about where a person is: only the person's own chat counts, where nobody reads along.</summary>
    /// <param name="activity">The activity; it passed the door.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>A task.</returns>
    public async Task NoteAsync(TeamsActivity activity, CancellationToken cancellationToken)
    {
        if (!activity.IsPersonal || activity is not { Tenant: { } tenant, From: { AadObjectId: { } person, Id: not null } })
        {
            return;
        }

        if (activity is { Type: "installationUpdate", Action: "remove" })
        {
            await store.CloseAsync(tenant, person, "the bot was removed", cancellationToken);
        }
        else if (activity.Type == "message" || activity.AddsBot)
        {
            // Somebody who left, too, is news of a conversation; that opens no chat.
            await store.KeepAsync(tenant, person, TeamsPlace.Of(activity), activity.Locale, cancellationToken);
        }
    }

    /// <summary>Takes what somebody says about being told of exceptions.</summary>
    /// <param name="activity">The message.</param>
    /// <param name="text">Its text, without mentions.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The answer; null when the message is about something else.</returns>
    public async Task<string?> AlertsAsync(TeamsActivity activity, string text, CancellationToken cancellationToken)
    {
        if (!AlertWish.TryRead(text, out var threshold))
        {
            return null;
        }

        if (!activity.IsPersonal || activity is not { Tenant: { } tenant, From.AadObjectId: { } person })
        {
            return TeamsPhrases.AlertsElsewhere;
        }

        await store.WishAsync(tenant, person, threshold, cancellationToken);
        return threshold switch
        {
            null => TeamsPhrases.AlertsOn,
            AlertWish.Off => TeamsPhrases.AlertsOff,
            _ => $"I tell you of new exceptions that concern your role and have {threshold} or more of 100.",
        };
    }
}
