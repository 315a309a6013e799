using System.Text.Json.Nodes;
using Copilot.Contracts;
using Copilot.Host.Channels.Teams.Answers;
using Copilot.Host.Channels.Teams.Cards;
using Copilot.Host.Channels.Teams.People;
using Copilot.Host.Channels.Teams.Store;

namespace Copilot.Host.Channels.Teams.Telling;

/// <summary>
/// Keeps Teams in step with proposals, wherever they were made and decided: who may approve one gets a card in the own chat, and every card that shows it is changed. Nodes share the
/// work: what one has taken on no other does, and what could not be sent is tried again.
/// </summary>
internal sealed class ProposalCourier(IProposalFeed feed, TeamsCardStore cards, TeamsPlaceStore places, PeopleDesk people, Connector connector, TeamsPost post) : IDisposable
{
    private const string Round = "proposals";

    private readonly SemaphoreSlim _one = new(1, 1);

    /// <summary>Brings what has happened since the last round of any node.</summary>
    /// <param name="cancellationToken">Stops before the next card.</param>
    /// <returns>How many proposals had changed.</returns>
    /// <exception cref="TeamsDeliveryException">The channel takes nothing just now; the rest waits for the next round.</exception>
    public async Task<int> RoundAsync(CancellationToken cancellationToken)
    {
        await _one.WaitAsync(cancellationToken);
        try
        {
            if (await cards.UpToAsync(Round, cancellationToken) is not { } upTo)
            {
                // What waited before there was a bot is nobody's news.
                await cards.CameToAsync(Round, await feed.LatestAsync(cancellationToken), cancellationToken);
                return 0;
            }

            var news = await feed.AfterAsync(upTo, cancellationToken);
            foreach (var change in news)
            {
                await RefreshAsync(change, cancellationToken);
                await AskApproversAsync(change, cancellationToken);
                await cards.CameToAsync(Round, change.Number, cancellationToken);
            }

            return news.Count;
        }
        finally
        {
            _one.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _one.Dispose();

    /// <summary>Changes every card that shows the proposal as it was.</summary>
    private async Task RefreshAsync(ProposalNews change, CancellationToken cancellationToken)
    {
        HashSet<string> told = [];
        foreach (var card in await cards.BehindAsync(change.ProposalId, change.Number, cancellationToken))
        {
            if (await people.WhoAsync(card.Tenant, card.Person, cancellationToken) is not { } reader
                || await feed.ShowAsync(change.Tenant, change.ProposalId, [reader], cancellationToken) is not [var seen]
                || !await cards.TurnAsync(card.Id, card.Shown, change.Number, cancellationToken))
            {
                continue;
            }

            try
            {
                var reply = await connector.ChangeAsync(card.Place, card.Message!, Message(seen.Proposal, card.Place, card.Locale), cancellationToken);
                if (reply.Passing)
                {
                    throw new TeamsDeliveryException(reply);
                }

                if (reply.Taken && told.Add(card.Place.ConversationId) && OutcomeNote.Of(seen) is { } note)
                {
                    await connector.SendAsync(card.Place, AnswerMessage.Plain(MarkedText.Of(note)), cancellationToken);
                }
            }
            catch
            {
                await cards.TurnAsync(card.Id, change.Number, card.Shown, CancellationToken.None);
                throw;
            }
        }
    }

    /// <summary>Brings the proposal to everybody who may approve it and does not have it yet. Whoever asked for it has it where it was asked.</summary>
    private async Task AskApproversAsync(ProposalNews change, CancellationToken cancellationToken)
    {
        List<(KnownPlace Place, Caller Caller)> reachable = [];
        foreach (var place in await places.OpenAsync(cancellationToken))
        {
            if (await people.WhoAsync(place.Tenant, place.Person, cancellationToken) is { } caller && caller.Tenant == change.Tenant)
            {
                reachable.Add((place, caller));
            }
        }

        // Somebody may have two accounts; what the proposal looks like is asked once a person.
        var seen = (await feed.ShowAsync(change.Tenant, change.ProposalId, [.. reachable.Select(r => r.Caller).DistinctBy(c => c.Id)], cancellationToken))
            .Where(s => s is { IsOwn: false, Proposal: { State: ProposalState.Proposed, MayApprove: true } }).ToDictionary(s => s.Reader.Id, s => s.Proposal, StringComparer.Ordinal);
        foreach (var (place, caller) in reachable)
        {
            if (seen.TryGetValue(caller.Id, out var proposal))
            {
                await AskAsync(place, proposal, change, cancellationToken);
            }
        }
    }

    private async Task AskAsync(KnownPlace place, Proposal proposal, ProposalNews change, CancellationToken cancellationToken)
    {
        var card = new ShownCard { Id = string.Empty, Proposal = proposal.Id, Tenant = place.Tenant, Person = place.Person, Place = place.Place, Locale = place.Locale, Shown = change.Number };
        if (await cards.TakeAsync(card, cancellationToken) is not { } mine)
        {
            return;
        }

        try
        {
            var message = Message(proposal, place.Place, place.Locale);

            // What the notification of a phone shows; the card itself says everything.
            message["summary"] = $"{proposal.RequestedBy} asks for your decision: {proposal.Summary}";
            if (await post.BringAsync(place, message, cancellationToken) is { } sent)
            {
                await cards.BroughtAsync(mine.Id, sent, cancellationToken);
            }
            else
            {
                await cards.ForgetAsync(mine.Id, cancellationToken);
            }
        }
        catch
        {
            await cards.ForgetAsync(mine.Id, CancellationToken.None);
            throw;
        }
    }

    private static JsonObject Message(Proposal proposal, TeamsPlace place, string? locale)
    {
        var message = AnswerMessage.Plain(string.Empty);
        AnswerMessage.Attach(message, ProposalCards.Of(proposal, place.Person.Id, CardFigures.Culture(locale), shared: !place.IsPersonal));
        return message;
    }
}
