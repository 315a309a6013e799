using System.Text.RegularExpressions;
using Copilot.Contracts;
using Copilot.Conversation.Composing;
using Copilot.Conversation.Dates;
using Copilot.Conversation.Mentions;
using Copilot.Conversation.Routing;

namespace Copilot.Conversation.Planning;

/// <summary>Routes the clauses of a question and fills the tools' parameters.</summary>
internal sealed partial class ClausePlanner(IntentRouter router, ConversationOptions options)
{
    private const int MostOffered = 4;

    /// <summary>Plans the clauses.</summary>
    /// <param name="question">The whole question.</param>
    /// <param name="near">What it may point at outside itself.</param>
    /// <param name="input">What the planner may know.</param>
    /// <param name="foreign">Whether the question is not in English: words of the trade are translated and more certainty is asked for.</param>
    public ClauseDecision Plan(Understanding question, List<(SlotKind Kind, string Canonical, string Name)> near, PlanInput input, bool foreign)
    {
        var parts = Clauses(question, near, foreign);
        var steps = new List<PlannedStep>();
        var pending = new List<PlannedStep>();
        PlanReply? reply = null;
        var notes = new List<string>();
        var score = 1.0;
        var before = new List<(SlotKind Kind, string Canonical, string Name)>();
        var spokenOf = string.Empty;
        var goesOn = input.Memo is not null && FollowUp.GoesOn(question);
        foreach (var (clause, same, intents) in parts)
        {
            var things = clause.Mentions.Select(m => (m.Kind, m.Best.Canonical, m.Best.Name)).ToList();
            var top = intents[0];
            score = Math.Min(score, top.Probability);
            if (!router.Knows(top.Label) || top.Probability < (foreign ? options.ForeignConfidence : options.ActConfidence))
            {
                reply ??= Unsure(clause, intents, parts.Count > 1 && steps.Count > 0);
                steps.AddRange(Try(WithSubject(clause, FollowUp.PointsAt(clause), spokenOf), intents, reply, foreign));
                if (reply.Kind == ReplyKind.QuestionBack && parts.Count == 1 && intents.First(i => router.Knows(i.Label)) is { } offered)
                {
                    // "Yes" shall be enough.
                    var would = SlotFiller.Fill(router.Tool(offered.Label), clause, near, FollowUp.PointsAt(clause) is not null, input.Focus is not null);
                    pending.AddRange(would.Missing is null && would.Ambiguous is null ? would.Calls.Select(c => new PlannedStep(router.Tool(offered.Label), c.Arguments, c.About, offered.Probability)) : []);
                }
            }
            else if (!foreign && router.Tool(top.Label).Parameters.All(p => p.Slot != SlotKind.Question) && UnknownName.Of(clause, router) is { } name)
            {
                reply ??= Unknown(name);
            }
            else
            {
                var pointed = FollowUp.PointsAt(clause);
                var surroundings = Surroundings(pointed, before, near, question);
                var searches = router.Tool(top.Label).Name == router.Searcher?.Name;
                var filled = SlotFiller.Fill(router.Tool(top.Label), WithSubject(clause, pointed, spokenOf), surroundings, pointed is not null || (same && things.Count == 0 && !searches) || goesOn, input.Focus is not null);
                if (!searches && !foreign && top.Probability < options.SureConfidence && !router.Writes(top.Label) && MayAskForARule(clause))
                {
                    // "And what are their payment terms": the documents of whom it points at.
                    steps.AddRange(Search(WithSubject(clause, pointed, spokenOf), surroundings, pointed is not null));
                }

                Add(filled, router.Tool(top.Label), top.Probability, steps, pending, ref reply);
                notes.AddRange(Unused(clause, router.Tool(top.Label)));
            }

            before.InsertRange(0, things);
            spokenOf = string.Join(' ', clause.FreeWords.Select(w => w.Text).Where(w => w.Length > 2 && !SlotWords.IsConnective(w)));
        }

        return new ClauseDecision { Steps = steps, Pending = pending, Reply = reply, Notes = notes, Score = score };
    }

    /// <summary>Ranks the intents of one clause; what it points at counts as mentioned.</summary>
    private IReadOnlyList<RankedIntent> Rank(Understanding clause, Understanding question, List<(SlotKind Kind, string Canonical, string Name)> near, bool foreign)
    {
        var kinds = clause.Mentions.Select(m => (IReadOnlySet<SlotKind>)m.Candidates.Select(c => c.Kind).ToHashSet()).ToList();
        kinds.AddRange(clause.Times.Select(_ => (IReadOnlySet<SlotKind>)new HashSet<SlotKind> { SlotKind.PeriodStart, SlotKind.PeriodEnd, SlotKind.Day }));
        kinds.AddRange(clause.Amounts.Where(a => a.Kind is AmountKind.Money or AmountKind.Plain).Select(_ => (IReadOnlySet<SlotKind>)new HashSet<SlotKind> { SlotKind.Money }));
        var before = question.Mentions.Where(m => m.End <= clause.Start).Reverse().Select(m => m.Kind).Concat(near.Select(t => t.Kind)).ToList();
        var pattern = FollowUp.Resolve(clause.Pattern(), before);
        return ActionWish.Sift(router.Rank(foreign ? English(pattern) : pattern, kinds), clause, router);
    }

    /// <summary>A foreign question in English words of the trade; what neither language of questions knows ("Handschuhe" beside their reference) says nothing to the router.</summary>
    private string English(string pattern)
        => string.Join(' ', LanguageGuess.ToEnglish(pattern).Split(' ').Where(w => w.StartsWith('{') || !w.All(char.IsLetter) || router.IsAskedWith(w)));

    /// <summary>Cuts where both sides stand on their own; where a side does not, or asks for the same, the cut is taken back.</summary>
    private List<(Understanding Clause, bool Same, IReadOnlyList<RankedIntent> Intents)> Clauses(Understanding question, List<(SlotKind Kind, string Canonical, string Name)> near, bool foreign)
    {
        var cut = ClauseSplitter.Split(question).Select(c => (c.Clause, Same: c.SameSentence, Intents: Rank(c.Clause, question, near, foreign))).ToList();
        for (var i = cut.Count - 1; i > 0; i--)
        {
            var (left, right) = (cut[i - 1], cut[i]);
            var tail = FollowUp.AsksWhy(right.Clause) || (right.Same && right.Clause.Mentions.Count == 0 && Content(right.Clause) == 0 && HangsOn().IsMatch(right.Clause.Text.Folded[right.Clause.Start..right.Clause.End])) || (right.Same && right.Clause.Mentions.Count == 0 && right.Clause.FreeWords.Count() <= 3 && FollowUp.PointsAt(right.Clause) is not null);
            var standsAlone = Sure(right.Intents) && Sure(left.Intents) && right.Clause.FreeWords.Count() + right.Clause.Mentions.Count >= 2;
            var hard = !right.Same && right.Clause.FreeWords.Count() >= 3;
            var differs = right.Intents[0].Label != left.Intents[0].Label || (right.Clause.Mentions.Count > 0 && left.Clause.Mentions.Count > 0) || right.Intents[0].Label.StartsWith("knowledge", StringComparison.Ordinal);
            if (TellsTheCase(left.Clause, right.Clause, right.Intents) || (right.Same && SaysHowItIs(left.Clause, right.Clause, right.Intents)))
            {
                // "…, can we do it?" says nothing itself: what was told decides.
                var both = question.Part(left.Clause.Start, right.Clause.End);
                cut[i - 1] = (both, left.Same, Content(right.Clause) == 0 ? Rank(both, question, near, foreign) : right.Intents);
                cut.RemoveAt(i);
                continue;
            }

            if (WhatNow().IsMatch(right.Clause.Text.Folded[right.Clause.Start..right.Clause.End]) && left.Clause.FreeWords.Count() >= 2 && !ActionWish.Asks(left.Clause.Text.Folded[left.Clause.Start..left.Clause.End]))
            {
                var told = question.Part(left.Clause.Start, right.Clause.End);
                cut[i - 1] = (told, left.Same, Rank(told, question, near, foreign));
                cut.RemoveAt(i);
                continue;
            }

            if (right.Same && Condition().IsMatch(left.Clause.Text.Folded[left.Clause.Start..left.Clause.End]))
            {
                var whole = question.Part(left.Clause.Start, right.Clause.End);
                cut[i - 1] = (whole, left.Same, Rank(whole, question, near, foreign));
                cut.RemoveAt(i);
                continue;
            }

            if (!tail && ((standsAlone && differs) || (hard && (differs || Sure(right.Intents) != Sure(left.Intents)))))
            {
                continue;
            }

            var joined = question.Part(left.Clause.Start, right.Clause.End);
            var ranked = Rank(joined, question, near, foreign);

            // Joining must not blur what one side said clearly.
            var clearer = tail && Sure(left.Intents) ? left.Intents
                : Sure(left.Intents) && left.Intents[0].Probability > ranked[0].Probability && !Sure(right.Intents) ? left.Intents
                : Sure(right.Intents) && right.Intents[0].Probability > ranked[0].Probability && !Sure(left.Intents) ? right.Intents : ranked;
            cut[i - 1] = (joined, left.Same, clearer);
            cut.RemoveAt(i);
        }

        return cut;
    }

    /// <summary>Whether the left clause tells a case and the right one asks for the rule that holds then: "the bill came in twice, what happens?"</summary>
    private bool TellsTheCase(Understanding left, Understanding right, IReadOnlyList<RankedIntent> intents)
        => Sure(intents) && intents[0].Label == router.Searcher?.Name && right.Mentions.Count == 0 && ActionWish.Asks(right.Text.Folded[right.Start..right.End])
            && Content(right) <= 1
            && !ActionWish.Asks(left.Text.Folded[left.Start..left.End]) && WriteRequest.VerbOf(left.Text.Folded[left.Start..left.End]) is null && left.FreeWords.Count() >= 3;

    /// <summary>Whether the left clause says how things are and the right one asks for it: "we are out of X, what else fits?"</summary>
    private bool SaysHowItIs(Understanding left, Understanding right, IReadOnlyList<RankedIntent> intents)
        => Sure(intents) && !router.Writes(intents[0].Label) && left.Mentions.Count > 0 && right.Mentions.Count == 0
            && ActionWish.Asks(right.Text.Folded[right.Start..right.End]) && !ActionWish.Asks(left.Text.Folded[left.Start..left.End]) && Statement().IsMatch(left.Text.Folded[left.Start..left.End]);

    private bool Sure(IReadOnlyList<RankedIntent> intents) => router.Knows(intents[0].Label) && intents[0].Probability >= options.ActConfidence;

    /// <summary>Says what was named and could not be used: a list that looks narrowed and is not would mislead.</summary>
    private static IEnumerable<string> Unused(Understanding clause, ToolDefinition tool)
    {
        var takes = tool.Parameters.Select(p => p.Slot).ToHashSet();
        if (takes.Contains(SlotKind.Question))
        {
            return [];
        }

        var named = clause.Mentions.Where(m => !m.Candidates.Any(c => takes.Contains(c.Kind)) && !(m.Kind == SlotKind.Category && clause.Mentions.Any(o => o.Kind == SlotKind.Product))).Select(m => m.Candidates.Count == 1 ? m.Best.Canonical : clause.Text.Text[m.Start..m.End])
            .Concat(takes.Contains(SlotKind.Money) ? [] : clause.Amounts.Where(a => a.Kind is AmountKind.Money or AmountKind.Plain).Select(a => clause.Text.Text[a.Start..a.End]))
            .Concat(takes.Contains(SlotKind.PeriodStart) || takes.Contains(SlotKind.PeriodEnd) || takes.Contains(SlotKind.Day) ? [] : clause.Times.Where(t => tool.Writes || !Present().IsMatch(clause.Text.Folded[t.Start..t.End])).Select(t => clause.Text.Text[t.Start..t.End]));
        named = named.Concat(Ages().Matches(clause.Text.Folded[clause.Start..clause.End]).Where(m => !clause.Times.Any(t => t.Start < clause.Start + m.Index + m.Length && clause.Start + m.Index < t.End)).Select(m => m.Value));
        return named.Select(n => tool.Writes ? $"I had no use for “{n}” in this." : $"I could not narrow this by “{n}”.");
    }

    /// <summary>What has no period speaks of how things are now: "what needs my attention today" is not narrowed further.</summary>
    [GeneratedRegex(@"^(?:as of |until )?(?:today|now|heute|vandaag|oggi|hoy|aujourd'hui)$")]
    private static partial Regex Present();

    [GeneratedRegex(@"^\W*(?:(?:and|but|so)\s+)?(?:if|suppose|supposing|assuming|in case|provided)\b")]
    private static partial Regex Condition();

    [GeneratedRegex(@"^\W*(?:(?:and|but|so)\s+)?(?:(?:(?:the|a|an|our|my|this|one) )?(?:customer|client|buyer|caller|supplier|driver|carrier)s? (?:want|need|ask|say|claim|call|order|wait|complain|would like|report|refuse)(?:s|ed)?\b|(?:we|i|they|he|she|it|there|somebody|someone|(?:the|a|our|my|this) \w+)(?:'re|'s|'m|\s+(?:are|is|am|have|has|had|was|were|ran|run|just|now))\b)")]
    private static partial Regex Statement();

    /// <summary>"… and up to how much" asks on; it is no question of its own.</summary>
    [GeneratedRegex(@"^\W*(?:and\s+)?(?:after|by|until|till|within|from|at|to|up\s+to|for|in|since)\s+(?:how|what|which|when|whom)\b")]
    private static partial Regex HangsOn();

    /// <summary>"…, what's next?" asks what to do in the case just told, and nothing by itself.</summary>
    [GeneratedRegex(@"^\W*(?:and |so |but )?(?:what'?s next|what (?:is|comes) next|(?:so )?what now|now what|what (?:do|shall|should|can|must) (?:i|we) do(?: now| next| then| about (?:it|that|this))?|what to do(?: now| next)?|how (?:do|should|shall) (?:i|we) (?:proceed|go on|handle (?:it|that|this))|how to (?:proceed|go on))\W*$")]
    private static partial Regex WhatNow();

    [GeneratedRegex(@"\b(?:more|older|longer) than (?:\d+|an?|one|two|three|four|five|six) (?:days?|weeks?|months?)\b")]
    private static partial Regex Ages();

    private static void Add(FilledSlots filled, ToolDefinition tool, double probability, List<PlannedStep> steps, List<PlannedStep> pending, ref PlanReply? reply)
    {
        var made = filled.Calls.Select(c => new PlannedStep(tool, c.Arguments, c.About, probability)).ToList();
        if (filled.Ambiguous is { } unclear)
        {
            var offered = string.Join(", ", unclear.Candidates.Take(MostOffered).Select(c => c.Name == c.Canonical ? c.Name : $"{c.Canonical} ({c.Name})"));
            var more = unclear.Candidates.Count > MostOffered ? ", or another" : string.Empty;
            reply ??= new PlanReply(ReplyKind.QuestionBack, $"Which {SlotWords.Noun(unclear.Kind)} do you mean: {offered}{more}?");
            pending.AddRange(made);
        }
        else if (filled.Missing is { } missing)
        {
            reply ??= new PlanReply(ReplyKind.QuestionBack, missing == SlotKind.Message ? "What shall it say? Write the words, or put them behind a colon or in quotation marks."
                : missing == SlotKind.Choice && tool.Writes ? $"What exactly shall I do? I can {AbilityWords.Deed(tool)}."
                : missing == SlotKind.Choice ? $"What exactly should I look up: I can tell you {tool.Ability}." : $"Which {SlotWords.Noun(missing)} do you mean?");
            pending.AddRange(made);
        }
        else
        {
            steps.AddRange(made.Where(m => !steps.Exists(s => s.Tool.Name == m.Tool.Name && System.Text.Json.Nodes.JsonNode.DeepEquals(s.Arguments, m.Arguments))));
        }
    }

    /// <summary>
    /// Documents answer questions in words that no list of examples foresees: an unsure clause is searched for, and the search itself says
    /// whether it found an answer. A single order or ticket is not looked for in documents.
    /// </summary>
    private IEnumerable<PlannedStep> Try(Understanding clause, IReadOnlyList<RankedIntent> intents, PlanReply reply, bool foreign)
    {
        return foreign || IsElsewhere(intents[0]) || SmallTalk.IsReply(reply) ? [] : Search(clause, [], false);
    }

    /// <summary>What sounds like a look-up may ask for a rule ("do we work on Saturdays in Lyon?"): the documents are tried first, and say whether they hold an answer.</summary>
    private static bool MayAskForARule(Understanding clause)
        => ActionWish.Asks(clause.Text.Folded[clause.Start..clause.End]) && clause.Mentions.Count + Content(clause) >= 2;

    private static int Content(Understanding clause) => clause.FreeWords.Count(w => w.Text.Length > 2 && !SlotWords.IsConnective(w.Text));

    private IEnumerable<PlannedStep> Search(Understanding clause, IReadOnlyList<(SlotKind Kind, string Canonical, string Name)> near, bool borrows)
    {
        if (router.Searcher is not { } searcher || clause.Mentions.Any(m => m.Candidates.All(c => c.Kind is >= SlotKind.SalesOrder and <= SlotKind.Lot)))
        {
            return [];
        }

        var filled = SlotFiller.Fill(searcher, clause, near, borrows, false);
        return filled.Ambiguous is null && filled.Missing is null ? filled.Calls.Take(1).Select(c => new PlannedStep(searcher, c.Arguments, c.About, 0) { Tentative = true }) : [];
    }

    private bool IsElsewhere(RankedIntent top) => top.Label is RoutingFiles.OutOfScope or RoutingFiles.SmallTalk && top.Probability >= options.ActConfidence;

    private PlanReply Unsure(Understanding clause, IReadOnlyList<RankedIntent> intents, bool beside)
    {
        if (beside)
        {
            return new PlanReply(ReplyKind.Unsure, clause.Clause);
        }

        // The documents are tried anyway, so they are not offered.
        var tools = intents.Where(i => router.Knows(i.Label) && i.Label != router.Searcher?.Name && i.Probability >= options.AskConfidence).Take(2).ToList();
        return (intents[0].Label, tools.Count) switch
        {
            (RoutingFiles.SmallTalk, _) when intents[0].Probability >= options.ActConfidence => new PlanReply(SmallTalk.KindOf(clause.Text.Folded)),
            (RoutingFiles.OutOfScope, _) when intents[0].Probability >= options.ActConfidence => Nothing(intents),
            _ when UnknownName.Of(clause, router) is { } name => Unknown(name),
            (_, 2) => new PlanReply(ReplyKind.QuestionBack, router.Writes(tools[0].Label) || router.Writes(tools[1].Label)
                ? $"Do you want {AbilityWords.Meant(router.Tool(tools[0].Label))}, or {AbilityWords.Meant(router.Tool(tools[1].Label))}?"
                : $"Do you want to know {router.Tool(tools[0].Label).Ability}, or {router.Tool(tools[1].Label).Ability}?"),
            (_, 1) => new PlanReply(ReplyKind.QuestionBack, $"Do you want {AbilityWords.Meant(router.Tool(tools[0].Label))}? Please say it in other words, with the order, product or customer it is about."),
            _ => Nothing(intents),
        };
    }

    private PlanReply Nothing(IReadOnlyList<RankedIntent> intents) => new(ReplyKind.OutOfScope) { Near = [.. intents.Where(i => router.Knows(i.Label)).Select(i => i.Label)] };

    private static PlanReply Unknown(string name)
        => new(ReplyKind.QuestionBack, $"I find no customer, supplier, product or document called “{name}” among those you may see. Whom or what do you mean?");

    private static List<(SlotKind Kind, string Canonical, string Name)> Surroundings(
        IReadOnlyList<string>? pointed, List<(SlotKind Kind, string Canonical, string Name)> before, List<(SlotKind Kind, string Canonical, string Name)> near, Understanding question)
    {
        var all = before.Concat(question.Mentions.Select(m => (m.Kind, m.Best.Canonical, m.Best.Name))).Concat(near).Distinct().ToList();
        if (pointed is { Count: > 0 })
        {
            var kinds = pointed.SelectMany(SlotWords.Pointed).ToHashSet();
            return kinds.Count == 0 ? all : [.. all.Where(t => kinds.Contains(t.Kind)), .. all.Where(t => !kinds.Contains(t.Kind))];
        }

        return all;
    }

    /// <summary>A clause for searching documents keeps the words of the clause before it: "which substitutes are there, and how large may the difference be".</summary>
    private static Understanding WithSubject(Understanding clause, IReadOnlyList<string>? pointed, string spokenOf)
        => pointed is null && clause.Mentions.Count == 0 && spokenOf.Length > 0 ? clause with { Subject = spokenOf } : clause;
}
