using Copilot.Contracts;

namespace Copilot.Odoo.Exceptions.Cases;

/// <summary>What a scan and people make of a case. Pure.</summary>
internal static class CaseLife
{
    /// <summary>How much graver a case must have become to be news again.</summary>
    private const double Graver = 15;

    /// <summary>How long a case that a person called resolved may still be found before it is open again: what was done takes a while to show.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromHours(4);

    /// <summary>A case that was not there before.</summary>
    public static (KeptCase Case, CaseEvent Event) Begin(string tenant, FoundCase found, double score, DateTimeOffset now)
        => (new KeptCase { Id = Guid.CreateVersion7(now).ToString("N"), Tenant = tenant, Found = found, State = ExceptionState.New, Score = score, FirstSeen = now, LastSeen = now, NewsAt = now, NewsScore = score }, new CaseEvent(now, CaseEvent.Watch, "found"));

    /// <summary>A case that was found again; the event is null when nothing of note happened.</summary>
    public static (KeptCase Case, CaseEvent? Event) Meet(KeptCase kept, FoundCase found, double score, DateTimeOffset now)
    {
        var next = kept with { Found = found, Score = score, LastSeen = now };
        if (kept.IsOpen)
        {
            return score >= kept.NewsScore + Graver ? (next with { NewsAt = now, NewsScore = score }, new CaseEvent(now, CaseEvent.Watch, "worse")) : (next, null);
        }

        // What a person put aside stays aside while it is the same trouble; once it was gone, or is much graver, it is another.
        var again = kept.Gone || (kept.State == ExceptionState.Resolved ? kept.SettledAt + Grace <= now : score >= kept.NewsScore + Graver);
        return again
            ? (next with { State = ExceptionState.New, Gone = false, NewsAt = now, NewsScore = score, Times = kept.Gone ? kept.Times + 1 : kept.Times, Reason = null, SettledBy = null, SettledAt = null, Outcome = null, Proposals = [] }, new CaseEvent(now, CaseEvent.Watch, "found_again"))
            : (next, null);
    }

    /// <summary>A case that a scan of its kind did not find any more.</summary>
    public static (KeptCase Case, CaseEvent? Event) Miss(KeptCase kept, DateTimeOffset now)
        => kept.Gone ? (kept, null)
            : !kept.IsOpen ? (kept with { Gone = true }, null)
            : (kept with
            {
                State = ExceptionState.Resolved, Gone = true, SettledAt = now, Reason = "No longer found.",
                Outcome = kept.Proposals.Any(p => p.State == ProposalState.Done) ? "accepted" : kept.State == ExceptionState.Acting ? "overridden" : "passed",
            }, new CaseEvent(now, CaseEvent.Watch, "gone"));

    /// <summary>The times a case came to an end, each with when it had begun. To dismiss is to say that it was none: that is no end.</summary>
    /// <param name="events">What happened to it, the oldest first.</param>
    public static IEnumerable<(DateTimeOffset Began, DateTimeOffset Ended)> Ends(IEnumerable<CaseEvent> events)
    {
        DateTimeOffset? began = null;
        foreach (var happened in events)
        {
            switch (happened.What)
            {
                case "gone" or "resolved":
                    if (began is { } since)
                    {
                        yield return (since, happened.At);
                    }

                    began = null;
                    break;
                case "dismissed":
                    began = null;
                    break;
                case "found" or "found_again" or "seen" or "acting" or "proposed":
                    began ??= happened.At;
                    break;
                default:
                    break;
            }
        }
    }

    /// <summary>What a person says of it.</summary>
    public static (KeptCase Case, CaseEvent Event) Settle(KeptCase kept, Caller caller, ExceptionState state, string? reason, DateTimeOffset now)
    {
        var over = state is ExceptionState.Resolved or ExceptionState.Dismissed;
        return (kept with
        {
            State = state,
            Reason = reason ?? (over ? null : kept.Reason),
            SettledBy = caller.DisplayName,
            SettledAt = now,
            NewsScore = Math.Max(kept.NewsScore, kept.Score),
            Outcome = !over ? null : kept.Proposals.Any(p => p.State == ProposalState.Done) ? "accepted" : "overridden",
        }, new CaseEvent(now, caller.Id, state.ToString().ToLowerInvariant(), reason));
    }

    /// <summary>An action of it was proposed.</summary>
    public static (KeptCase Case, CaseEvent Event) Propose(KeptCase kept, Caller caller, Proposal proposal, DateTimeOffset now)
        => (kept with
        {
            State = ExceptionState.Acting, SettledBy = caller.DisplayName, SettledAt = now, Reason = null, Outcome = null,
            Proposals = [.. kept.Proposals.Where(p => p.Id != proposal.Id), new CaseProposal(proposal.Id, proposal.Tool, caller, proposal.State)],
        }, new CaseEvent(now, caller.Id, "proposed", proposal.Summary));

    /// <summary>What became of a proposal. One that was turned down leaves the case to somebody again.</summary>
    public static (KeptCase Case, CaseEvent Event) Follow(KeptCase kept, CaseProposal proposal, DateTimeOffset now)
    {
        var proposals = kept.Proposals.Select(p => p.Id == proposal.Id ? proposal : p).ToList();
        var open = kept.State == ExceptionState.Acting && proposals.TrueForAll(p => p.State is ProposalState.Rejected or ProposalState.Expired or ProposalState.Failed);
        return (kept with { Proposals = proposals, State = open ? ExceptionState.Seen : kept.State }, new CaseEvent(now, CaseEvent.Watch, "followed", proposal.State.ToString().ToLowerInvariant()));
    }
}
