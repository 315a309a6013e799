using System.Text.Json;
using Copilot.Contracts;
using Copilot.Conversation.Speaking;
using Copilot.Host.Channels.Teams.Answers;
using Copilot.Host.Channels.Teams.Cards;
using Copilot.Host.Channels.Teams.Store;
using Copilot.Host.Identity.Tokens;
using Copilot.Host.Storage;

namespace Copilot.Host.Channels.Teams;

/// <summary>Goes on in Teams with a conversation that was begun elsewhere: in the web chat, in the sidebar, or in another chat here.</summary>
internal sealed class EarlierTalks(ConversationStore conversations, TeamsThreadStore threads, Connector connector)
{
    /// <summary>Shows the person's latest conversations.</summary>
    /// <param name="activity">The message.</param>
    /// <param name="caller">Whose they are.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>A task.</returns>
    public async Task ShowAsync(TeamsActivity activity, Caller caller, CancellationToken cancellationToken)
    {
        var place = TeamsPlace.Of(activity);
        if (!place.IsPersonal)
        {
            // What somebody asked elsewhere is nobody's business here.
            await connector.SendAsync(place, AnswerMessage.Plain(Phrases.In(activity.Language, TeamsPhrases.ContinueAlone)), cancellationToken);
            return;
        }

        var own = await conversations.ListAsync(caller, null, cancellationToken);
        if (own.Count == 0)
        {
            await connector.SendAsync(place, AnswerMessage.Plain(Phrases.In(activity.Language, TeamsPhrases.NoConversations)), cancellationToken);
            return;
        }

        var message = AnswerMessage.Plain(string.Empty);
        AnswerMessage.Attach(message, ConversationCards.Of(own, await threads.ConversationAsync(place.ConversationId, caller, cancellationToken), CardFigures.Culture(activity.Locale)));
        await connector.SendAsync(place, message, cancellationToken);
    }

    /// <summary>Goes on with a conversation.</summary>
    /// <param name="activity">What was pressed.</param>
    /// <param name="caller">Who pressed.</param>
    /// <param name="data">What the button carries. Untrusted.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>What to tell.</returns>
    public async Task<string> ContinueAsync(TeamsActivity activity, Caller caller, JsonElement data, CancellationToken cancellationToken)
    {
        if (data.Word("conversation") is not { Length: > 0 and <= 64 } id || await conversations.FindAsync(caller, id, cancellationToken) is not { } found)
        {
            return Problems.NoConversation.Detail;
        }

        await threads.GoOnAsync(activity.Conversation!.Id!, caller, found.Id, cancellationToken);
        return $"We go on with \"{found.Title}\". Ask your next question.";
    }
}
