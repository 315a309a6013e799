using Copilot.Contracts;
using Copilot.Host.Channels.Teams.Answers;
using Copilot.Host.Channels.Teams.Cards;
using Copilot.Host.Channels.Teams.Store;

namespace Copilot.Host.Channels.Teams;

/// <summary>Shows proposals where they were asked for, and remembers the messages, so that they are changed when something happens to the proposal.</summary>
internal sealed class ProposalMessages(Connector connector, TeamsCardStore cards, IProposalFeed feed)
{
    /// <summary>Shows a proposal.</summary>
    /// <param name="activity">What the person did.</param>
    /// <param name="caller">The person.</param>
    /// <param name="proposal">The proposal as the person saw it when it was made.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>A task.</returns>
    public async Task ShowAsync(TeamsActivity activity, Caller caller, Proposal proposal, CancellationToken cancellationToken)
    {
        // The number first: a change between the two is shown twice, and none is missed.
        var number = await feed.LatestAsync(cancellationToken);
        var now = await feed.ShowAsync(caller.Tenant, proposal.Id, [caller], cancellationToken) is [var seen] ? seen.Proposal : proposal;
        var place = TeamsPlace.Of(activity);
        var message = AnswerMessage.Plain(string.Empty);
        AnswerMessage.Attach(message, ProposalCards.Of(now, place.Person.Id, CardFigures.Culture(activity.Locale), shared: !place.IsPersonal));
        if ((await connector.SendAsync(place, message, cancellationToken)).Id is { } sent && activity is { Tenant: { } tenant, From.AadObjectId: { } person })
        {
            await cards.KnowAsync(
                new ShownCard { Id = string.Empty, Proposal = proposal.Id, Message = sent, Tenant = tenant, Person = person, Place = place, Locale = activity.Locale, Shown = number }, cancellationToken);
        }
    }
}
