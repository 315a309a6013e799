using Copilot.Contracts;
using Copilot.Conversation.Composing;
using Copilot.Conversation.Planning;
using Copilot.Conversation.Reading;

namespace Copilot.Conversation.Deciding;

/// <summary>Lets people decide by words what was just proposed to them, exactly that and nothing else, and list what waits for them.</summary>
internal sealed class ProposalTalk(TurnRooms rooms, RulePlanner planner)
{
    private const int MostListed = 10;

    // Programs speak there; what they say is no person's word.
    private static readonly HashSet<string> Remote = new(StringComparer.Ordinal) { "mcp", "openai" };

    /// <summary>Answers a question that decides proposals.</summary>
    /// <param name="turn">The turn; the rules have read it.</param>
    /// <param name="cancellationToken">Stops it; a decision that was taken stays taken.</param>
    /// <returns>The answer; null when the question is about something else.</returns>
    public async Task<TurnAnswer?> AnswerAsync(RunningTurn turn, CancellationToken cancellationToken)
    {
        if (rooms.Approvals is not { } desk || DecisionWords.Read(QuestionText.Of(turn.Request.Question)) is not { } wish)
        {
            return null;
        }

        if (wish.Kind == DecisionWishKind.List)
        {
            return await ListAsync(turn, desk, cancellationToken);
        }

        var shown = await WaitingAsync(turn, desk, wish, cancellationToken);
        if (shown.Count == 0)
        {
            return wish.IsExplicit && wish.Kind is DecisionWishKind.Approve or DecisionWishKind.Reject
                ? Said(turn, TurnOutcome.Abstained, [TalkWords.NothingShown], [])
                : null;
        }

        if (turn.Verdict!.Signals.Count > 0 || Remote.Contains(turn.Request.Channel))
        {
            return Said(turn, TurnOutcome.Refused, [turn.Verdict.Signals.Count > 0 ? turn.Verdict.Reason ?? TalkWords.NotHere : TalkWords.NotHere], []);
        }

        if (wish.Kind == DecisionWishKind.Unclear)
        {
            return Said(turn, TurnOutcome.Abstained, [TalkWords.Unclear(shown)], shown);
        }

        if (wish.Kind == DecisionWishKind.Change)
        {
            return Change(turn, wish, shown);
        }

        var meant = Meant(wish, shown);
        return meant.Count == 0 ? Said(turn, TurnOutcome.Abstained, [TalkWords.Which(shown)], shown) : await DecideAsync(turn, desk, wish, meant, cancellationToken);
    }

    private static async Task<TurnAnswer> DecideAsync(RunningTurn turn, IApprovalDesk desk, DecisionWish wish, IReadOnlyList<Proposal> meant, CancellationToken cancellationToken)
    {
        turn.Say(wish.Kind == DecisionWishKind.Approve ? "running what was approved…" : "noting the decision…");
        var kind = wish.Kind == DecisionWishKind.Approve ? DecisionKind.Approved : DecisionKind.Rejected;
        var lines = new List<string>();
        var after = new List<Proposal>();
        var taken = false;
        foreach (var proposal in meant)
        {
            var verdict = await desk.DecideAsync(turn.Request.Caller, proposal.Id, new ApprovalDecision(kind, turn.Request.Channel, wish.Words, proposal.Fingerprint), cancellationToken);
            taken |= verdict.Kind == ApprovalVerdictKind.Taken;
            var now = verdict.Proposal ?? proposal;
            after.Add(now);
            var said = verdict.Reason ?? (now.State == ProposalState.Proposed ? "Your approval is noted. " : string.Empty) + ProposalWords.Of(now, Zone(turn));
            lines.Add(meant.Count == 1 ? said : $"{now.Summary} {said}");
        }

        return Said(turn, taken ? TurnOutcome.Answered : TurnOutcome.Refused, lines, after);
    }

    private static async Task<TurnAnswer> ListAsync(RunningTurn turn, IApprovalDesk desk, CancellationToken cancellationToken)
    {
        var all = await desk.ListAsync(turn.Request.Caller, ProposalState.Proposed, cancellationToken);
        var mine = all.Where(p => p.MayApprove).ToList();
        var others = all.Where(p => !p.MayApprove).ToList();
        var lines = new List<string> { TalkWords.Waiting(mine.Count) };
        lines.AddRange(mine.Take(MostListed).Select((p, i) => $"{i + 1}. {ProposalWords.Line(p, Zone(turn))}"));
        if (mine.Count > MostListed)
        {
            lines.Add(TalkWords.More(mine.Count - MostListed));
        }

        if (others.Count > 0)
        {
            lines.Add(TalkWords.Elsewhere(others.Count));
            lines.AddRange(others.Take(MostListed).Select(p => "- " + ProposalWords.Line(p, Zone(turn))));
        }

        return Said(turn, TurnOutcome.Answered, lines, [.. mine.Take(MostListed)]);
    }

    /// <summary>Nothing is approved in part. What shall be different is read as a new request where the rules can, and proposed anew.</summary>
    private TurnAnswer? Change(RunningTurn turn, DecisionWish wish, IReadOnlyList<Proposal> shown)
    {
        var plan = planner.Plan(turn.Input! with { Question = TalkWords.Different(wish.Words ?? string.Empty) });
        if (plan.Steps.Any(s => s.Tool.Writes))
        {
            turn.Plan = plan with { Notes = [.. plan.Notes, TalkWords.Anew(shown)] };
            turn.RulesOnly = true;
            return null;
        }

        return Said(turn, TurnOutcome.Abstained, [TalkWords.NotInPart(shown)], shown);
    }

    /// <summary>What was shown in this conversation and still waits, as it stands now: for a bare "yes" only what the last answer showed.</summary>
    private static async Task<IReadOnlyList<Proposal>> WaitingAsync(RunningTurn turn, IApprovalDesk desk, DecisionWish wish, CancellationToken cancellationToken)
    {
        foreach (var earlier in turn.Recent.Reverse().Take(wish.IsExplicit ? turn.Recent.Count : 1))
        {
            var waiting = new List<Proposal>();
            foreach (var shown in earlier.Turn.Proposals.Where(p => p.State == ProposalState.Proposed && (wish.Reference is null || p.Reference == wish.Reference)))
            {
                // The fingerprint stays that of what was shown: it is this that is decided.
                if (await desk.FindAsync(turn.Request.Caller, shown.Id, cancellationToken) is { } now)
                {
                    waiting.Add(now with { Fingerprint = shown.Fingerprint });
                }
            }

            if (waiting.Count > 0)
            {
                // What was decided meanwhile is said when it is all there is; beside others it is passed over.
                return waiting.Exists(p => p.State == ProposalState.Proposed) ? waiting.FindAll(p => p.State == ProposalState.Proposed) : waiting;
            }
        }

        // In a terminal each question is a conversation of its own: there a proposal is decided by its name, which nobody guesses.
        return wish.Reference is { } name && turn.Request.Channel == "terminal"
            ? [.. (await desk.ListAsync(turn.Request.Caller, null, cancellationToken)).Where(p => p.Reference == name)]
            : [];
    }

    private static IReadOnlyList<Proposal> Meant(DecisionWish wish, IReadOnlyList<Proposal> shown)
        => wish.All || shown.Count == 1 ? (wish.Place is > 0 ? [] : shown)
            : wish.Place is { } place && (place < 0 ? shown.Count - 1 : place) is var at && at < shown.Count ? [shown[at]] : [];

    private static TimeZoneInfo Zone(RunningTurn turn) => TimeZoneInfo.FindSystemTimeZoneById(turn.Request.Caller.TimeZone);

    private static TurnAnswer Said(RunningTurn turn, TurnOutcome outcome, IReadOnlyList<string> lines, IReadOnlyList<Proposal> proposals)
    {
        // The conversation goes on where it was: a decision speaks of nothing new.
        turn.Plan = new Plan { Memo = (turn.Input?.Memo ?? new Memo()) with { Offers = false }, Score = 1 };
        return new TurnAnswer(
            outcome,
            new WrittenAnswer
            {
                Markdown = string.Join("\n\n", lines.Select(MarkdownText.Escape)),
                Sources = [],
                Evidence = new Dictionary<string, Evidence>(),
                Cards = [.. proposals.Select(p => new ProposalCard { Title = p.Summary, Proposal = p })],
                ToolCalls = [],
            },
            new GroundingReport(true, []));
    }
}
