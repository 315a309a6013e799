using Copilot.Contracts;
using Copilot.Governance.Policies.Actions;
using Copilot.Governance.Policies.Rulebook;

namespace Copilot.Governance.Approvals;

/// <summary>Says who may approve what: holders of a role, those who stand in for them, the requester where the rules allow it. Each approval is another person's.</summary>
internal sealed class Approvers(PolicyFile policies)
{
    private readonly ActionRules rules = policies.Actions;

    /// <summary>Whether somebody could give any of the approvals, decided already or not; such a person may see the proposal.</summary>
    public bool Concerns(KeptProposal proposal, Caller caller, DateTimeOffset now) => proposal.Need.Slots.Any(s => Fills(s, proposal, proposal.Need, caller, now) is { May: true });

    /// <summary>Whether an approval of this person would bring the proposal further.</summary>
    /// <returns>Whether, and for whom the person stands in.</returns>
    public (bool May, string? OnBehalfOf) May(KeptProposal proposal, Caller caller, DateTimeOffset now)
    {
        if (proposal.Approvals.Any(a => a.By.Id == caller.Id))
        {
            return (false, null);
        }

        var before = Given(proposal, proposal.Need);
        if (Most(proposal, proposal.Need, [.. proposal.Approvals.Select(a => (a.By, a.Said.At)), (caller, now)]) <= before)
        {
            return (false, null);
        }

        return (true, proposal.Need.Slots.Select(s => Fills(s, proposal, proposal.Need, caller, now)).First(f => f.May).OnBehalfOf);
    }

    /// <summary>How many of the approvals are given.</summary>
    /// <param name="proposal">The proposal with its decisions.</param>
    /// <param name="need">What it takes; at execution what the rules of today say.</param>
    public int Given(KeptProposal proposal, ActionNeed need) => Most(proposal, need, [.. proposal.Approvals.Select(a => (a.By, a.Said.At))]);

    /// <summary>The approvals that are still open.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Open(KeptProposal proposal)
    {
        var given = proposal.Approvals.Select(a => (a.By, a.Said.At)).ToList();
        var all = Most(proposal, proposal.Need, given);

        // A slot without which as many approvals fit is open.
        var open = new List<IReadOnlyList<string>>();
        var left = proposal.Need.Slots.ToList();
        foreach (var slot in proposal.Need.Slots)
        {
            var without = left.ToList();
            without.Remove(slot);
            if (Most(proposal, proposal.Need with { Slots = without }, given) == all)
            {
                open.Add(slot);
                left = without;
            }
        }

        return open;
    }

    private int Most(KeptProposal proposal, ActionNeed need, IReadOnlyList<(Caller By, DateTimeOffset At)> people)
        => Most([.. people.DistinctBy(p => p.By.Id).Select(p => need.Slots.Select(s => Fills(s, proposal, need, p.By, p.At).May).ToArray())], 0, new bool[need.Slots.Count]);

    /// <summary>The most approvals that people can give, each one at most; there are few of both.</summary>
    private static int Most(bool[][] fits, int person, bool[] taken)
    {
        if (person == fits.Length)
        {
            return 0;
        }

        var most = Most(fits, person + 1, taken);
        for (var slot = 0; slot < taken.Length; slot++)
        {
            if (fits[person][slot] && !taken[slot])
            {
                taken[slot] = true;
                most = Math.Max(most, 1 + Most(fits, person + 1, taken));
                taken[slot] = false;
            }
        }

        return most;
    }

    private (bool May, string? OnBehalfOf) Fills(IReadOnlyList<string> slot, KeptProposal proposal, ActionNeed need, Caller caller, DateTimeOffset at)
    {
        if (caller.Tenant != proposal.Tenant || (proposal.Draft.Company is { } company && !caller.Companies.Any(c => string.Equals(c.Name, company, StringComparison.OrdinalIgnoreCase))))
        {
            return (false, null);
        }

        var own = caller.Id == proposal.Requester.Id;
        if (slot.Contains(ActionNeed.Requester))
        {
            return (own, null);
        }

        if (own && !need.OwnCounts)
        {
            return (false, null);
        }

        if (caller.Roles.Any(slot.Contains))
        {
            return (true, null);
        }

        var day = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, TimeZoneInfo.FindSystemTimeZoneById(caller.TimeZone)).DateTime);
        var stands = slot.SelectMany(role => StandsInFor(role, caller.Id, day)).FirstOrDefault(who => who != proposal.Requester.Id || need.OwnCounts);
        return (stands is not null, stands);
    }

    /// <summary>The holders of a role that somebody stands in for on a day; each link of the chain must be open. There are no circles: the file was read.</summary>
    private IEnumerable<string> StandsInFor(string role, string who, DateOnly day)
        => rules.Delegations
            .Where(d => d.Role == role && d.To == who && (d.Always || rules.Absences.Any(a => a.Who == d.Of && a.From <= day && day <= a.To)))
            .SelectMany(d => rules.Delegations.Any(up => up.Role == role && up.To == d.Of) ? StandsInFor(role, d.Of, day) : [d.Of]);
}
