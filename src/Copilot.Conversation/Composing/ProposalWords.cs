using System.Globalization;
using Copilot.Contracts;

namespace Copilot.Conversation.Composing;

/// <summary>What the composer says of a proposal: how it stands, and what somebody can do about it. It repeats what the proposal holds and claims nothing else of the business.</summary>
internal static class ProposalWords
{
    /// <summary>Says how a proposal stands.</summary>
    /// <param name="proposal">The proposal as the caller sees it.</param>
    /// <param name="zone">The caller's time zone.</param>
    public static string Of(Proposal proposal, TimeZoneInfo zone) => proposal.State switch
    {
        ProposalState.Proposed when proposal.MayApprove => $"Nothing is changed yet. Say “approve” or “no”, or use the buttons, until {Moment(proposal.ExpiresAt, zone)} ({proposal.Reference}).",
        ProposalState.Proposed => $"Nothing is changed yet: {Waits(proposal)} until {Moment(proposal.ExpiresAt, zone)} ({proposal.Reference}).{(proposal.MayReject ? " Say “withdraw it” to take it back." : string.Empty)}",
        ProposalState.Approved when proposal.Outcome is { } outcome => $"Not done yet: {Sentence(outcome.Summary)} It is tried again by itself ({proposal.Reference}).",
        ProposalState.Approved => $"It is approved and about to run ({proposal.Reference}).",
        ProposalState.Executing when proposal.Outcome is { } outcome => $"{Sentence(outcome.Summary)} It is looked up by itself and not repeated before that is known ({proposal.Reference}).",
        ProposalState.Executing => $"It is being done; what came of it will stand under {proposal.Reference}.",
        ProposalState.Done => $"{Led("Done", proposal.Outcome?.Summary ?? proposal.Summary)} ({proposal.Reference}){(proposal.CanUndo ? " It can be taken back with the button “Undo”, as a proposal of its own." : string.Empty)}",
        ProposalState.Failed when proposal.Outcome is { Kind: ActionOutcomeKind.Partly } partly => $"Only a part was done: {Sentence(partly.Summary)}{Steps(partly.Steps)} ({proposal.Reference})",
        ProposalState.Failed when proposal.Outcome is { Kind: ActionOutcomeKind.Unknown } unknown => $"It is not known whether this was done: {Sentence(unknown.Summary)}",
        ProposalState.Failed => $"{Led("Not done", proposal.Outcome?.Summary ?? "it could not be done")} ({proposal.Reference})",
        ProposalState.Rejected => $"It is rejected and nothing was changed ({proposal.Reference}).",
        ProposalState.Expired => $"It has lapsed and nothing was changed ({proposal.Reference}).",
        _ => throw new ArgumentOutOfRangeException(nameof(proposal), proposal.State, "Unknown state."),
    };

    /// <summary>Says in one line what a proposal is, for a list.</summary>
    public static string Line(Proposal proposal, TimeZoneInfo zone)
    {
        var money = proposal.Exposure.Amount == 0 ? string.Empty : string.Create(CultureInfo.InvariantCulture, $", {proposal.Exposure.Amount:N2} {proposal.Exposure.Currency} at stake");
        return $"{Sentence(proposal.Summary)} Asked for by {proposal.RequestedBy}{money}, waits until {Moment(proposal.ExpiresAt, zone)} ({proposal.Reference}).";
    }

    /// <summary>Names roles for people: "an operations manager or an accountant".</summary>
    public static string Roles(IReadOnlyList<string> roles)
        => string.Join(" or ", roles.Select(r => (r.Length > 0 && r[0] is 'a' or 'e' or 'i' or 'o' or 'u' ? "an " : "a ") + r.Replace('-', ' ')));

    private static string Waits(Proposal proposal)
        => proposal.ApproverRoles is ["requester"] ? $"{proposal.RequestedBy}, who asked for it, has to confirm it"
            : proposal.ApprovalsMissing > 1 ? $"{Number(proposal.ApprovalsMissing)} people have to approve it ({Roles(proposal.ApproverRoles)})"
            : proposal.ApproverRoles.Count > 0 ? $"{Roles(proposal.ApproverRoles)} has to approve it"
            : "somebody else has to approve it";

    private static string Steps(IReadOnlyList<ActionStep> steps)
        => steps.Count == 0 ? string.Empty
            : $" Done: {Listed(steps.Where(s => s.Done))}. Not done: {Listed(steps.Where(s => !s.Done))}.";

    private static string Listed(IEnumerable<ActionStep> steps) => string.Join("; ", steps.Select(s => s.Text.TrimEnd('.'))) is { Length: > 0 } text ? text : "nothing";

    private static string Number(int count) => count == 2 ? "two" : count.ToString(CultureInfo.InvariantCulture);

    private static string Moment(DateTimeOffset at, TimeZoneInfo zone) => TimeZoneInfo.ConvertTime(at, zone).ToString("ddd d MMM yyyy HH:mm", CultureInfo.InvariantCulture);

    /// <summary>Begins with how it ended, unless the tool's own words do.</summary>
    private static string Led(string word, string text) => Sentence(text.TrimStart().StartsWith(word, StringComparison.OrdinalIgnoreCase) ? text : $"{word}: {text.TrimStart()}");

    private static string Sentence(string text)
    {
        var trimmed = text.Trim();
        return trimmed.Length == 0 || trimmed[^1] is '.' or '!' or '?' ? trimmed : trimmed + ".";
    }
}
