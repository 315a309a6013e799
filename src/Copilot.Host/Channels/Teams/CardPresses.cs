using System.Text.Json;
using System.Text.Json.Nodes;
using Copilot.Contracts;
using Copilot.Conversation.Speaking;
using Copilot.Host.Channels.Teams.Answers;
using Copilot.Host.Channels.Teams.Cards;
using Copilot.Host.Channels.Teams.Store;
using Copilot.Host.Channels.Teams.Telling;
using Copilot.Host.Identity.Tokens;

namespace Copilot.Host.Channels.Teams;

/// <summary>Does what the buttons of our cards say, for the one who pressed.</summary>
internal sealed class CardPresses(TeamsDecisions decisions, ExceptionPresses exceptions, EarlierTalks talks, TeamsCardStore cards, TeamsTelling telling, Connector connector)
{
    private const string MessageType = "application/vnd.microsoft.activity.message";

    private static readonly string[] Verbs = [ProposalCards.Decide, ProposalCards.Refresh, ExceptionCards.Settle, ExceptionCards.Propose, ConversationCards.Continue];

    /// <summary>Says whether a verb is one of ours.</summary>
    /// <param name="verb">The verb. Untrusted.</param>
    /// <returns>True when it is.</returns>
    public static bool Knows(string? verb) => Verbs.Contains(verb);

    /// <summary>Writes an answer that Teams shows as a short message.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The answer.</returns>
    public static JsonObject Said(string text) => new() { ["statusCode"] = StatusCodes.Status200OK, ["type"] = MessageType, ["value"] = text };

    /// <summary>Answers a pressed button.</summary>
    /// <param name="activity">What was pressed.</param>
    /// <param name="caller">Who pressed.</param>
    /// <param name="verb">One of our verbs.</param>
    /// <param name="data">What the button carries. Untrusted.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The body of the answer.</returns>
    public async Task<JsonObject> AnswerAsync(TeamsActivity activity, Caller caller, string verb, JsonElement data, CancellationToken cancellationToken)
    {
        switch (verb)
        {
            case ProposalCards.Refresh:
                return await decisions.FindAsync(caller, data, cancellationToken) is { } current ? Card(current, activity) : Said(Phrases.In(activity.Language, Problems.NoProposal.Detail));
            case ProposalCards.Decide:
                return await DecideAsync(activity, caller, data, cancellationToken);
            default:
                try
                {
                    return Said(await DoAsync(activity, caller, verb, data, cancellationToken));
                }
                catch (CopilotException trouble)
                {
                    return Said(Phrases.In(activity.Language, trouble.Message));
                }
        }
    }

    /// <summary>Takes the button of an older client, which sends a message, and answers with one.</summary>
    /// <param name="activity">The message.</param>
    /// <param name="caller">Who pressed.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>A task.</returns>
    public async Task SubmitAsync(TeamsActivity activity, Caller caller, CancellationToken cancellationToken)
    {
        var verb = activity.Value.Word("verb");
        if (verb == ProposalCards.Decide || !Knows(verb))
        {
            await decisions.SubmitAsync(activity, caller, cancellationToken);
            telling.Ring();
            return;
        }

        var text = await DoAsync(activity, caller, verb!, activity.Value, cancellationToken);
        await connector.SendAsync(TeamsPlace.Of(activity), AnswerMessage.Plain(MarkedText.Of(text)), cancellationToken);
    }

    private Task<string> DoAsync(TeamsActivity activity, Caller caller, string verb, JsonElement data, CancellationToken cancellationToken) => verb switch
    {
        ExceptionCards.Settle => exceptions.SettleAsync(caller, data, cancellationToken),
        ExceptionCards.Propose => exceptions.ProposeAsync(activity, caller, data, cancellationToken),
        ConversationCards.Continue => talks.ContinueAsync(activity, caller, data, cancellationToken),
        _ => Task.FromResult(Phrases.In(activity.Language, TeamsPhrases.NoQuestion)),
    };

    private async Task<JsonObject> DecideAsync(TeamsActivity activity, Caller caller, JsonElement data, CancellationToken cancellationToken)
    {
        var (proposal, reason) = await decisions.DecideAsync(caller, data, cancellationToken);
        if (proposal is null || reason is not null)
        {
            return Said(Phrases.In(activity.Language, reason ?? Problems.NoProposal.Detail));
        }

        if (activity is { ReplyToId: { } message, Tenant: { } tenant, From.AadObjectId: { } person })
        {
            // The answer changes the card for the one who pressed; the round that is rung for changes it for everybody, wherever it is shown.
            var place = TeamsPlace.Of(activity);
            await cards.KnowAsync(new ShownCard { Id = string.Empty, Proposal = proposal.Id, Message = message, Tenant = tenant, Person = person, Place = place, Locale = activity.Locale }, cancellationToken);
        }

        telling.Ring();
        return Card(proposal, activity);
    }

    private static JsonObject Card(Proposal proposal, TeamsActivity activity) => new()
    {
        ["statusCode"] = StatusCodes.Status200OK,
        ["type"] = AdaptiveCard.ContentType,
        ["value"] = ProposalCards.Of(proposal, activity.From?.Id, CardFigures.Culture(activity.Locale), shared: false),
    };
}
