namespace Copilot.Governance.Approvals.Telling;

/// <summary>The days that are looked at.</summary>
/// <param name="From">The first; null for all there are.</param>
/// <param name="To">The last.</param>
internal sealed record ProposalWindow(DateOnly? From, DateOnly To)
{
    private const int StandardDays = 30;

    /// <summary>The days asked for; a month when nothing narrows the question, all of them when something does or when it is about what waits.</summary>
    public static ProposalWindow Of(ProposalQuery query, DateOnly today)
    {
        var to = query.To is { } said && said < today ? said : today;
        var narrowed = query.Subjects.Count > 0 || query.Person is not null || query.State == "waiting";
        return new ProposalWindow(query.From ?? (narrowed || query.To is not null ? null : today.AddDays(1 - StandardDays)), to);
    }

    /// <summary>Whether something on a day counts.</summary>
    public bool Holds(DateOnly day) => (From is null || day >= From) && day <= To;

    /// <summary>" from Mon 2 Nov 2026 to Sun 22 Nov 2026"; empty when all days count.</summary>
    public string Days => From is { } from ? $" from {ProposalText.Day(from)} to {ProposalText.Day(To)}" : string.Empty;

    /// <summary>What was asked for, behind "proposals".</summary>
    public string Words(ProposalQuery query)
        => (query.State switch
        {
            "approved" => "was approved",
            "rejected" => "was rejected or withdrawn",
            "waiting" => "waits for a decision",
            "done" => "was done",
            "failed" => "was tried and not done",
            "lapsed" => "lapsed",
            _ => "was made or decided",
        }) + (query.State == "waiting" ? string.Empty : Days)
        + (query.Action is { } action ? $" (kind: {action.Replace('_', ' ')})" : string.Empty)
        + (query.Subjects.Count > 0 ? $" about {ProposalText.Clean(string.Join(" and ", query.Subjects), 120)}" : string.Empty)
        + (query.Person is { } person ? $" with {ProposalText.Clean(person, 60)}" : string.Empty)
        + (query.IsMine ? " by or through you" : string.Empty);
}
