using Copilot.Contracts;
using Copilot.Conversation.Planning;
using Copilot.Conversation.Running;

namespace Copilot.Conversation.Composing;

/// <summary>Makes a draft of an answer out of findings: the point first, list entries with their causes, what to do next, limits last.</summary>
internal static class AnswerComposer
{
    private const int ListedBesideTable = 10;
    private const int ListedAlone = 15;
    private const int MostTopicLess = 8;
    private const int MostMarks = 4;
    private const int MostOffered = 5;

    /// <summary>Drafts the answer.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="calls">What came of it.</param>
    /// <param name="abilities">The tools the caller may use, for when there is no answer.</param>
    /// <param name="zone">The caller's time zone.</param>
    /// <param name="words">What is said besides, in the caller's language.</param>
    public static AnswerDraft Draft(Plan plan, IReadOnlyList<ExecutedCall> calls, Func<IReadOnlyList<ToolDefinition>> abilities, TimeZoneInfo zone, OwnWords words)
    {
        // A try that found nothing leaves no trace; one that found an answer makes the planner's doubts needless.
        var tried = calls.Any(c => c.Step.Tentative && Answers(c));
        var answered = calls.Any(Answers);
        var onlyTried = calls.All(c => c.Step.Tentative);
        calls = [.. calls.Where(c => !c.Step.Tentative || Answers(c) || (onlyTried && !answered && HasNearest(c)))];
        var nearest = !tried && calls.Any(c => c.Step.Tentative);
        var sections = calls.Select(c => Proposed(c, Section(c, plan.WantsCauses, words), zone, words)).ToList();
        var own = !tried && !(nearest && plan.Reply?.Kind is ReplyKind.OutOfScope or ReplyKind.Unsure) && plan.Reply is { } reply ? new[] { words.Reply(reply) } : [];
        var offers = plan.Reply?.Kind is ReplyKind.SmallTalk or ReplyKind.OutOfScope or ReplyKind.Write or ReplyKind.Language or ReplyKind.Unreadable && calls.Count == 0;
        var offered = offers ? Offered(plan.Reply!, abilities()) : [];
        return new AnswerDraft(
            calls.Count == 0 ? own : [],
            sections,
            [.. plan.Notes.Select(words.Say), .. calls.Count == 0 ? [] : own],
            [.. offered.Where(t => !t.Writes).Select(t => words.Say(t.Ability)).Distinct()])
        {
            Deeds = [.. offered.Where(t => t.Writes).Select(words.Deed).Distinct()],
        };
    }

    /// <summary>All abilities for who asks for them; after a question that cannot be answered the few that come nearest to it, after something that cannot be done what can.</summary>
    private static IReadOnlyList<ToolDefinition> Offered(PlanReply reply, IReadOnlyList<ToolDefinition> abilities)
    {
        var places = reply.Near.Select((label, i) => (label, i)).ToDictionary(n => n.label, n => n.i, StringComparer.Ordinal);
        return reply.Kind switch
        {
            ReplyKind.OutOfScope or ReplyKind.Language => [.. abilities.Where(t => !t.Writes).OrderBy(t => places.GetValueOrDefault(t.Name, int.MaxValue)).DistinctBy(t => t.Ability).Take(MostOffered)],
            ReplyKind.Write => [.. abilities.Where(t => t.Writes)],
            _ => abilities,
        };
    }

    /// <summary>Says of an action what became of it: the tool's findings say what it would do, not whether it may.</summary>
    private static AnswerSection Proposed(ExecutedCall call, AnswerSection section, TimeZoneInfo zone, OwnWords words)
        => call.Ruling is not { } ruling ? section
            : ruling.Proposal is not { } proposal ? section with { Answers = false, Statements = [Own(FindingRole.Headline, words.Refused(ruling.Reason))] }
            : proposal.State != ProposalState.Proposed
                ? section with { Answers = true, Statements = [Own(FindingRole.Headline, ProposalWords.Of(proposal, zone)) with { EvidenceIds = About(call) }, .. section.Statements.Where(s => s.Role == FindingRole.Caveat)] }
            : section with
            {
                Answers = true,
                Statements =
                [
                    .. section.Statements.Any(s => s.Role == FindingRole.Headline && !s.IsOwn) ? section.Statements : [Own(FindingRole.Headline, proposal.Summary), .. section.Statements.Where(s => !s.IsOwn)],
                    Own(FindingRole.Detail, ProposalWords.Of(proposal, zone)),
                ],
            };

    /// <summary>The records an action is about: who reads that it was done opens them from there.</summary>
    private static IReadOnlyList<string> About(ExecutedCall call)
    {
        var records = call.Result.Action?.Records.Select(r => r.Record).ToHashSet() ?? [];
        return [.. call.Result.Evidence.Where(e => e.Record is { } r && records.Contains(r)).Select(e => e.Id).Take(MostMarks)];
    }

    private static bool Answers(ExecutedCall call)
        => call.Result is { Outcome: ToolOutcome.Ok, Found: true, QuestionBack: null } result && result.Findings.Any(f => !string.IsNullOrWhiteSpace(f.Text));

    /// <summary>What comes near an answer is shown where there is no other: people see for themselves.</summary>
    private static bool HasNearest(ExecutedCall call)
        => call.Result is { Outcome: ToolOutcome.Ok, Found: false } result && result.Findings.Any(f => f.EvidenceIds.Count > 0);

    private static AnswerSection Section(ExecutedCall call, bool wantsCauses, OwnWords words)
    {
        var result = call.Result;
        var own = result.Outcome switch
        {
            ToolOutcome.Denied => words.Denied(call.Step.Tool, result.Reason),
            ToolOutcome.Failed or ToolOutcome.TimedOut => words.Failed(call.Step.Tool, result.Reason),
            _ when result.QuestionBack is { } question => question,
            _ => null,
        };
        if (own is not null)
        {
            return new AnswerSection { Call = call, Answers = false, Statements = [Own(FindingRole.Headline, own)] };
        }

        var findings = result.Findings.Where(f => !string.IsNullOrWhiteSpace(f.Text)).ToList();
        if (!result.Found || findings.Count == 0)
        {
            var said = findings.Where(f => f.EvidenceIds.Count > 0).Select(Said).ToList();
            var plain = findings.Where(f => f.EvidenceIds.Count == 0).Select(f => Own(f.Role, f.Text)).ToList();
            return new AnswerSection
            {
                Call = call,
                Answers = false,
                Statements = plain.Count + said.Count > 0 ? [.. plain, .. said] : [Own(FindingRole.Headline, result.Reason ?? words.NotFound(call.Step.Tool, call.Step.About))],
            };
        }

        return new AnswerSection { Call = call, Answers = true, Statements = Ordered(findings, result, wantsCauses, words) };
    }

    private static List<Statement> Ordered(List<Finding> findings, ToolResult result, bool wantsCauses, OwnWords words)
    {
        var support = findings.Where(f => f.Role == FindingRole.Headline).SelectMany(f => f.EvidenceIds).Concat(findings.SelectMany(f => f.EvidenceIds)).Distinct().Take(2).ToList();
        var statements = findings.ConvertAll(f => f.EvidenceIds.Count > 0 ? Said(f) : Said(f) with { EvidenceIds = f.Role is FindingRole.Advice or FindingRole.Caveat ? support : [] });
        var items = statements.FindAll(s => s.Role == FindingRole.Item);
        var topics = ItemTopics.Of(statements);
        var listed = items;
        if (wantsCauses)
        {
            var explained = statements.Where(s => s.Role == FindingRole.Cause).Select(s => s.Topic).ToHashSet();
            listed = items.FindAll(i => explained.Contains(i.Topic)) is { Count: > 0 } some ? some : items;
        }

        var most = result.Cards.OfType<TableCard>().Any() ? ListedBesideTable : ListedAlone;
        var shown = listed.Take(most).ToList();
        var ordered = statements.FindAll(s => s.Role == FindingRole.Headline);
        ordered.AddRange(TopicLess(statements, topics, FindingRole.Detail));
        foreach (var item in shown)
        {
            ordered.Add(item);

            // Several items may share a topic; what is said of it is said once.
            ordered.AddRange(statements.Where(s => s.Role is not (FindingRole.Item or FindingRole.Headline) && s.Topic is not null && s.Topic == item.Topic && topics.Contains(s.Topic) && !ordered.Contains(s)).OrderBy(s => s.Role).ToList());
        }

        if (items.Count > shown.Count)
        {
            var more = items.Count - shown.Count;
            ordered.Add(Own(FindingRole.Detail, result.Cards.OfType<TableCard>().Any() ? words.MoreInTable(more) : words.More(more)));
        }

        ordered.AddRange(TopicLess(statements, topics, FindingRole.Cause));
        if (wantsCauses && !statements.Exists(s => s.Role == FindingRole.Cause))
        {
            ordered.Add(Own(FindingRole.Cause, words.NoCauses));
        }

        ordered.AddRange(TopicLess(statements, topics, FindingRole.Advice));
        ordered.AddRange(TopicLess(statements, topics, FindingRole.Caveat));
        if (result.Cut is { } cut && cut.Total > cut.Shown && !statements.Exists(s => s.Text.Contains(cut.Total.ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal)))
        {
            ordered.Add(Own(FindingRole.Caveat, words.Cut(cut)));
        }

        return ordered;
    }

    private static IEnumerable<Statement> TopicLess(List<Statement> statements, IReadOnlySet<string> topics, FindingRole role)
        => statements.Where(s => s.Role == role && (s.Topic is null || !topics.Contains(s.Topic))).Take(MostTopicLess);

    private static Statement Said(Finding finding) => new(finding.Role, finding.Text.Trim(), finding.EvidenceIds, finding.Topic);

    private static Statement Own(FindingRole role, string text) => new(role, text, [], null) { IsOwn = true };
}
