using Copilot.Contracts;

namespace Copilot.Governance.Approvals.Telling;

/// <summary>Finds the proposals that a question is about.</summary>
internal sealed class ProposalFilter(ToolContext context, ProposalQuery query, ProposalWindow window)
{
    private readonly TimeZoneInfo zone = TimeZoneInfo.FindSystemTimeZoneById(context.Caller.TimeZone);

    /// <summary>Those that match, the newest event first.</summary>
    public IReadOnlyList<KeptProposal> Of(IEnumerable<KeptProposal> proposals)
        => [.. proposals.Where(p => IsKind(p) && IsAbout(p) && IsWhose(p) && When(p) is { } at && window.Holds(Day(at))).OrderByDescending(p => When(p)).ThenBy(p => p.Reference, StringComparer.Ordinal)];

    private static bool Names(string? text, string name) => text?.Contains(name, StringComparison.OrdinalIgnoreCase) ?? false;

    private static DateTimeOffset? Last(KeptProposal proposal, DecisionKind kind) => proposal.Decisions.Where(d => d.Said.Kind == kind).Select(d => (DateTimeOffset?)d.Said.At).Max();

    /// <summary>When what was asked for happened to it; null when it did not.</summary>
    private DateTimeOffset? When(KeptProposal proposal)
    {
        var lapsed = proposal.State == ProposalState.Expired || (proposal.State == ProposalState.Proposed && context.Now >= proposal.ExpiresAt);
        return query.State switch
        {
            "approved" => Last(proposal, DecisionKind.Approved),
            "rejected" => Last(proposal, DecisionKind.Rejected),
            "waiting" => proposal.State == ProposalState.Proposed && !lapsed ? proposal.RequestedAt : null,
            "done" => proposal.State == ProposalState.Done ? proposal.Outcome?.At ?? proposal.RequestedAt : null,
            "failed" => proposal.State == ProposalState.Failed ? proposal.Outcome?.At ?? proposal.RequestedAt : null,
            "lapsed" => lapsed ? proposal.ExpiresAt : null,
            _ => proposal.Decisions.Select(d => d.Said.At).Append(proposal.RequestedAt).Max(),
        };
    }

    private bool IsKind(KeptProposal proposal) => query.Action is null || ActionNames.ToolsOf(query.Action).Contains(proposal.Draft.Tool);

    /// <summary>Whether it names all that was named: in its sentence, its records or its values.</summary>
    private bool IsAbout(KeptProposal proposal)
        => query.Subjects.All(s => Names(proposal.Draft.Summary, s) || proposal.Draft.Records.Any(r => Names(r.Name, s)) || proposal.Draft.Changes.Any(c => Names(c.Old, s) || Names(c.New, s))
            || proposal.Evidence.Any(e => Names(e.Title, s) || e.Facts.Any(f => Names(f.Value, s))));

    private bool IsWhose(KeptProposal proposal)
        => (!query.IsMine || proposal.Requester.Id == context.Caller.Id || proposal.Decisions.Any(d => d.By.Id == context.Caller.Id))
        && (query.Person is not { } person || Names(proposal.Requester.DisplayName, person) || proposal.Decisions.Any(d => Names(d.Said.By, person)));

    private DateOnly Day(DateTimeOffset at) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, zone).DateTime);
}
