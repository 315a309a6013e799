using Copilot.Contracts;

namespace Copilot.Host.Channels.Teams.Telling;

/// <summary>What somebody is told whose proposal others have brought to an end: a card that changes by itself is not noticed.</summary>
internal static class OutcomeNote
{
    /// <summary>Writes the note.</summary>
    /// <param name="seen">The proposal as the reader sees it.</param>
    /// <returns>The text; null when there is nothing to tell.</returns>
    public static string? Of(SeenProposal seen)
    {
        var proposal = seen.Proposal;
        var last = proposal.Decisions.Count > 0 ? proposal.Decisions[^1] : null;

        // Whoever decided it alone was there.
        if (!seen.IsOwn || (last is not null && last.By == proposal.RequestedBy))
        {
            return null;
        }

        var why = last?.Comment is { Length: > 0 } comment ? $": {comment}" : ".";
        return proposal.State switch
        {
            ProposalState.Done => $"{proposal.Reference} was approved by {last?.By ?? "the rules"} and is done. {proposal.Outcome?.Summary ?? proposal.Summary}",
            ProposalState.Failed => $"{proposal.Reference} was approved by {last?.By ?? "the rules"}, but it did not work. {proposal.Outcome?.Summary}".TrimEnd(),
            ProposalState.Rejected => $"{proposal.Reference} was rejected by {last?.By}{why}",
            ProposalState.Expired => $"{proposal.Reference} has lapsed without a decision; nothing was done. {proposal.Summary}",
            _ => null,
        };
    }
}
