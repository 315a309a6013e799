using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Copilot.Contracts;
using Copilot.Host.Storage;

namespace Copilot.Host.Channels;

/// <summary>Hands a conversation over to a person: proposes a to-do in the business system, on the record that was last spoken of, with what was asked and answered.</summary>
internal sealed partial class HandOver(ConversationStore conversations, TurnStore turns, ActionProposals actions)
{
    private const string Tool = "odoo.schedule_activity";
    private const int MostTurns = 10;
    private const int LongestAnswer = 240;
    private const int LongestReason = 1500;

    // What a to-do can be planned on.
    private static readonly string[] Models = ["helpdesk.ticket", "sale.order", "purchase.order", "stock.picking", "account.move", "res.partner", "product.product", "product.template"];

    /// <summary>Proposes the to-do.</summary>
    /// <param name="caller">Whose conversation it is.</param>
    /// <param name="conversation">The conversation. Untrusted.</param>
    /// <param name="wish">To whom, and what is to be done. Untrusted.</param>
    /// <param name="channel">The channel.</param>
    /// <param name="cancellationToken">Stops the call; what was proposed stays.</param>
    /// <returns>The proposal, or why there is none.</returns>
    public async Task<(Proposal? Proposal, Problem? Problem)> ProposeAsync(Caller caller, string conversation, HandOverRequest wish, string channel, CancellationToken cancellationToken)
    {
        if (await conversations.FindAsync(caller, conversation, cancellationToken) is null)
        {
            return (null, Problems.NoConversation);
        }

        var said = await conversations.TurnsAsync(caller, conversation, null, MostTurns, cancellationToken);
        if (said.Count == 0 || await SubjectAsync(caller, said, cancellationToken) is not { } subject)
        {
            return (null, Problems.NothingToHandOver);
        }

        var note = wish.Note?.Trim() is { Length: > 0 } words ? words : $"Take over: {said[^1].Question}";
        var arguments = new JsonObject { ["message"] = note };
        if (wish.Person?.Trim() is { Length: > 0 } person)
        {
            arguments["person"] = person;
        }

        return await actions.ProposeAsync(
            caller, new ActionAsk(Tool, arguments, note, Transcript(said)) { ConversationId = conversation, Focus = subject }, channel, cancellationToken);
    }

    /// <summary>The record that was last spoken of: the first that the newest answer with any stands on.</summary>
    private async Task<RecordRef?> SubjectAsync(Caller caller, IReadOnlyList<Turn> said, CancellationToken cancellationToken)
    {
        foreach (var turn in said.Reverse())
        {
            if (await turns.FindAsync(caller, turn.TurnId, cancellationToken) is { } stored
                && turn.Sources.Select(s => stored.Evidence.GetValueOrDefault(s.Id)?.Record).FirstOrDefault(r => r is not null && Models.Contains(r.Model)) is { } record)
            {
                return record;
            }
        }

        return null;
    }

    // The newest first: whoever takes over reads what is open before how it came to that.
    private static string Transcript(IReadOnlyList<Turn> said)
    {
        var lines = said.Reverse().Select(turn => $"Asked: {Line(turn.Question)} Answered: {Line(turn.Answer)}");
        var whole = "Handed over from a conversation with the copilot. " + string.Join(" ", lines);
        return whole.Length <= LongestReason ? whole : whole[..(LongestReason - 1)] + "…";
    }

    private static string Line(string text)
    {
        var plain = Spaces().Replace(Marks().Replace(text, string.Empty), " ").Trim();
        return plain.Length <= LongestAnswer ? plain : plain[..(LongestAnswer - 1)] + "…";
    }

    [GeneratedRegex(@"\s*\[S\d+\]|[*_`#|]")]
    private static partial Regex Marks();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
