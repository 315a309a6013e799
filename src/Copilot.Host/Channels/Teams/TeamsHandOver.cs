using System.Text.RegularExpressions;
using Copilot.Contracts;
using Copilot.Conversation.Speaking;
using Copilot.Host.Channels.Teams.Answers;
using Copilot.Host.Channels.Teams.Store;

namespace Copilot.Host.Channels.Teams;

/// <summary>Hands a conversation in Teams over to a person, as the button of the web chat does: <c>hand over</c>, <c>hand over to Lena Vogt: call the customer</c>.</summary>
internal sealed partial class TeamsHandOver(HandOver handOver, TeamsThreadStore threads, ProposalMessages proposals, Connector connector)
{
    /// <summary>Hands over when a message says so.</summary>
    /// <param name="activity">The message.</param>
    /// <param name="caller">Whose conversation it is.</param>
    /// <param name="text">What was written, without mentions. Untrusted.</param>
    /// <param name="cancellationToken">Stops the call; what was proposed stays.</param>
    /// <returns>False when the message is about something else.</returns>
    public async Task<bool> TakeAsync(TeamsActivity activity, Caller caller, string text, CancellationToken cancellationToken)
    {
        var wish = Wish().Match(text);
        if (!wish.Success)
        {
            return false;
        }

        var place = TeamsPlace.Of(activity);
        var request = new HandOverRequest(Words(wish, "person"), Words(wish, "note"));
        var (proposal, problem) = await threads.ConversationAsync(place.ConversationId, caller, cancellationToken) is { } conversation
            ? await handOver.ProposeAsync(caller, conversation, request, "teams", cancellationToken)
            : (null, Problems.NothingToHandOver);
        if (proposal is not null)
        {
            await proposals.ShowAsync(activity, caller, proposal, cancellationToken);
        }
        else
        {
            await connector.SendAsync(place, AnswerMessage.Plain(MarkedText.Of(Phrases.In(caller.Language, problem!.Detail))), cancellationToken);
        }

        return true;
    }

    private static string? Words(Match wish, string part) => wish.Groups[part].Value.Trim() is { Length: > 0 } words ? words : null;

    // As long as the same fields of the web chat may be; a longer text is a question.
    [GeneratedRegex(@"^hand (?:this |it )?over(?: to (?<person>[^:\r\n]{1,200}?))?(?:\s*:\s*(?<note>.{1,500}?))?\s*[.!]?$", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex Wish();
}
