using System.Text.Json;
using System.Text.Json.Nodes;
using Copilot.Contracts;
using Copilot.Conversation.Speaking;
using Copilot.Host.Channels.Teams.Answers;
using Copilot.Host.Channels.Teams.Cards;
using Copilot.Host.Identity.Tokens;

namespace Copilot.Host.Channels.Teams;

/// <summary>Decides proposals from their cards, at the same desk as every other channel. Who may is asked there, of the person who pressed.</summary>
internal sealed class TeamsDecisions(IApprovalDesk desk, Connector connector, TimeProvider time)
{
    private const string Channel = "teams";
    private const int MaxComment = 2000;

    // Teams waits some 15 seconds for the answer to a button; what runs longer is shown as running.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(8);

    /// <summary>Takes what a button sent.</summary>
    /// <param name="caller">Who pressed.</param>
    /// <param name="data">What it sent. Untrusted.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The proposal as it stands now for this person, and why the decision was not taken; both null when there is no such proposal.</returns>
    public async Task<(Proposal? Proposal, string? Reason)> DecideAsync(Caller caller, JsonElement data, CancellationToken cancellationToken)
    {
        var kind = data.Word("decision") switch { "approve" => DecisionKind.Approved, "reject" => DecisionKind.Rejected, _ => (DecisionKind?)null };
        if (data.Word("proposal") is not { Length: > 0 and <= 64 } id || kind is null)
        {
            return (null, null);
        }

        var comment = data.Word(ProposalCards.Comment)?.Trim();
        var decision = new ApprovalDecision(kind.Value, Channel, comment is { Length: > MaxComment } ? comment[..MaxComment] : comment is { Length: > 0 } ? comment : null, data.Word("shown"));
        using var limit = new CancellationTokenSource(Patience, time);
        using var wait = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            var verdict = await desk.DecideAsync(caller, id, decision, wait.Token);
            return (verdict.Proposal ?? await desk.FindAsync(caller, id, cancellationToken), verdict.Kind == ApprovalVerdictKind.Taken ? null : verdict.Reason);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // A decision that was taken stays taken; the card says how far it is.
            return (await desk.FindAsync(caller, id, cancellationToken), null);
        }
    }

    /// <summary>Finds the proposal of a card.</summary>
    /// <param name="caller">Who looks.</param>
    /// <param name="data">What the card sent. Untrusted.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The proposal as this person sees it, or null.</returns>
    public async Task<Proposal?> FindAsync(Caller caller, JsonElement data, CancellationToken cancellationToken)
        => data.Word("proposal") is { Length: > 0 and <= 64 } id ? await desk.FindAsync(caller, id, cancellationToken) : null;

    /// <summary>Takes the decision of an older client, whose buttons send messages, and answers with what came of it.</summary>
    /// <param name="activity">The message.</param>
    /// <param name="caller">Who pressed.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>A task.</returns>
    public async Task SubmitAsync(TeamsActivity activity, Caller caller, CancellationToken cancellationToken)
    {
        var place = TeamsPlace.Of(activity);
        if (activity.Value.Word("verb") != ProposalCards.Decide)
        {
            await connector.SendAsync(place, AnswerMessage.Plain(Phrases.In(activity.Language, TeamsPhrases.NoQuestion)), cancellationToken);
            return;
        }

        var (proposal, reason) = await DecideAsync(caller, activity.Value, cancellationToken);
        if (proposal is null || reason is not null)
        {
            await connector.SendAsync(place, AnswerMessage.Plain(MarkedText.Of(Phrases.In(activity.Language, reason ?? Problems.NoProposal.Detail))), cancellationToken);
        }

        if (proposal is not null)
        {
            var known = activity.ReplyToId is { } card ? await ShowAllAsync(place, card, proposal, activity.Locale, cancellationToken) : null;
            if (known is not { Taken: true })
            {
                await connector.SendAsync(place, Message(proposal, place, activity.Locale), cancellationToken);
            }
        }
    }

    /// <summary>Puts the card that everybody sees in step with how the proposal stands.</summary>
    /// <param name="place">Where it is.</param>
    /// <param name="message">The message with the card.</param>
    /// <param name="proposal">The proposal.</param>
    /// <param name="locale">How figures are written.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>What the channel said.</returns>
    public Task<ConnectorReply> ShowAllAsync(TeamsPlace place, string message, Proposal proposal, string? locale, CancellationToken cancellationToken)
        => connector.ChangeAsync(place, message, Message(proposal, place, locale), cancellationToken);

    private static JsonObject Message(Proposal proposal, TeamsPlace place, string? locale)
    {
        var message = AnswerMessage.Plain(string.Empty);
        AnswerMessage.Attach(message, ProposalCards.Of(proposal, place.Person.Id, CardFigures.Culture(locale), shared: !place.IsPersonal));
        return message;
    }
}
