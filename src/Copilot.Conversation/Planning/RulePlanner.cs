using System.Text.Json.Nodes;
using Copilot.Contracts;
using Copilot.Conversation.Mentions;
using Copilot.Conversation.Routing;

namespace Copilot.Conversation.Planning;

/// <summary>Plans a turn without a model: the same question, names and history give the same plan.</summary>
internal sealed class RulePlanner
{
    private const int MostSteps = 6;
    private readonly IntentRouter _router;
    private readonly QuestionReader _reader;
    private readonly ClausePlanner _clauses;
    private readonly FollowUpPlanner _followUps;
    private readonly AttachmentPlanner _attachments;

    /// <summary>Creates the planner.</summary>
    public RulePlanner(IntentRouter router, ConversationOptions options)
    {
        _router = router;
        Finder = new MentionFinder(router.IsAskedWith);
        _reader = new QuestionReader(Finder);
        _clauses = new ClausePlanner(router, options);
        _followUps = new FollowUpPlanner(router, _reader);
        _attachments = new AttachmentPlanner(router.Searcher);
    }

    /// <summary>Gets what recognises names.</summary>
    public MentionFinder Finder { get; }

    /// <summary>Says whether a folded word belongs to the language of questions.</summary>
    public bool IsAskedWith(string word) => _router.IsAskedWith(word);

    /// <summary>Ranks the tools by how well they fit a question, the likeliest first.</summary>
    public IEnumerable<string> Likely(PlanInput input)
    {
        var question = _reader.Read(input.Names, input.Question, input.Today);
        var kinds = question.Mentions.Select(m => (IReadOnlySet<Copilot.Contracts.SlotKind>)m.Candidates.Select(c => c.Kind).ToHashSet()).ToList();
        return _router.Rank(question.Pattern(), kinds).Select(r => r.Label).Where(_router.Knows);
    }

    /// <summary>Plans the turn.</summary>
    public Plan Plan(PlanInput input)
    {
        if (Recommended.Find(input.Memo?.Next ?? [], input.Question) is { } step && _router.Knows(step.Tool))
        {
            return AsRecommended(step, input);
        }

        var plan = PlanQuestion(input);
        if (input.Attachments.Count == 0)
        {
            return plan;
        }

        var over = _attachments.Over(OfPaper(input, plan) ?? plan, input);
        return over with { Memo = over.Memo with { Attachments = input.Attachments } };
    }

    /// <summary>What an earlier answer recommended, as it was prepared then: its words may hold more than a sentence says.</summary>
    private Plan AsRecommended(NextStep step, PlanInput input)
    {
        var call = new PlannedStep(_router.Tool(step.Tool), (JsonObject)JsonNode.Parse(step.Arguments)!, null, 1);
        return new Plan { Steps = [call], Score = 1, Memo = new Memo { Attachments = input.Attachments, Calls = CallsOf([call]) }.After(input.Memo) };
    }

    /// <summary>"Is this right?" beside a file, asked in full; null when it is another question, or the house has no tool that reads files.</summary>
    private Plan? OfPaper(PlanInput input, Plan plan)
    {
        // What was asked of a file before may be asked on without it: "was it signed?".
        var goesOn = input.AttachedNow || (input.Memo?.Calls.Any(c => _router.Knows(c.Tool) && _router.Tool(c.Tool).ReadsAttachments) ?? false);
        if (!goesOn || plan.Steps.Any(s => s.Tool.ReadsAttachments) || PaperQuestion.Of(input.Question) is not var (full, language))
        {
            return null;
        }

        var paper = PlanQuestion(input with { Question = full, Memo = null });
        return !paper.Steps.Any(s => s.Tool.ReadsAttachments) ? null
            : paper with { Notes = language == "en" ? paper.Notes : [.. paper.Notes, LanguageNotes.AnswersInEnglish(language)], Memo = paper.Memo.After(input.Memo) };
    }

    private Plan PlanQuestion(PlanInput input)
    {
        if (_router.WritesWords && MessageReader.Find(input.Question) is var (message, around))
        {
            // Words to be written down are not read as a part of the request; but a colon alone does not make a request of a question.
            var plan = PlanQuestion(input with { Question = around }, message);
            if (plan.Memo.Calls.Any(c => _router.Writes(c.Tool) && _router.Tool(c.Tool).Parameters.Any(p => p.Slot == SlotKind.Message)))
            {
                return plan;
            }
        }

        return PlanQuestion(input, null);
    }

    private Plan PlanQuestion(PlanInput input, string? message)
    {
        var question = _reader.Read(input.Names, input.Question, input.Today) with { Message = message };
        if (input.Memo is { } last)
        {
            question = _followUps.WithChosen(question, last, input);
        }

        var memo = MemoOf(question);
        if (question.Text.Words.Count == 0)
        {
            return Reply(ReplyKind.Unreadable, string.Empty, memo.After(input.Memo), 1);
        }

        if (SmallTalk.IsAll(question.Text.Folded) && !(input.Memo is { Offers: true } && FollowUp.Agrees(question)))
        {
            return Reply(SmallTalk.KindOf(question.Text.Folded), string.Empty, memo.After(input.Memo) with { Calls = input.Memo?.Calls ?? [], Topics = input.Memo?.Topics ?? [] }, 1);
        }

        if (WriteRequest.VerbOf(question.Text.Folded) is { } verb)
        {
            var wish = Fresh(question, memo, input);
            return wish.Memo.Calls.Any(c => _router.Writes(c.Tool)) ? wish with { Steps = [.. wish.Steps.Where(s => !s.Tentative)] } : Reply(ReplyKind.Write, verb, memo.After(input.Memo), 1);
        }

        if (input.Memo is { } earlier && _followUps.Plan(question, earlier, input) is { } followUp)
        {
            return followUp with { Memo = memo.After(earlier) with { Calls = CallsOf(followUp.Steps) } };
        }

        return Fresh(question, memo, input);
    }

    private Plan Fresh(Understanding question, Memo memo, PlanInput input)
    {
        var language = LanguageGuess.OfQuestion(question.FreeWords);
        var decision = _clauses.Plan(question, Near(question, input), input, language != "en");
        var remembered = memo.After(input.Memo) with { Calls = CallsOf(decision.Steps.Count > 0 ? decision.Steps : decision.Pending), Offers = decision.Steps.Count == 0 && decision.Pending.Count > 0 };
        if (decision.Steps.Count == 0 && language != "en" && decision.Reply?.Kind != ReplyKind.QuestionBack)
        {
            return new Plan { Reply = new PlanReply(ReplyKind.Language, language) { Near = decision.Reply?.Near ?? [] }, Memo = remembered, Score = decision.Score };
        }

        var why = decision.Steps.Count > 0 && question.Text.Words.Any(w => w.Text is "why" or "cause" or "causes" or "reason" or "reasons");
        return new Plan
        {
            Steps = [.. decision.Steps.Take(MostSteps)],
            Reply = decision.Reply,
            Notes = [.. decision.Steps.Count > 0 ? decision.Notes : [], .. language != "en" ? [LanguageNotes.AnswersInEnglish(language)] : decision.Steps.Count > MostSteps ? (string[])["I looked up the first parts of your question; ask again for the rest."] : []],
            WantsCauses = why,
            Score = decision.Score,
            Memo = remembered,
        };
    }

    /// <summary>What the question may point at: what is in view first, then what the conversation spoke of.</summary>
    private static List<(SlotKind Kind, string Canonical, string Name)> Near(Understanding question, PlanInput input)
    {
        var near = new List<(SlotKind, string, string)>();
        if (input.Focus is { } focus)
        {
            near.AddRange(input.Names.Entities.Where(e => e.Record == focus).Select(e => (e.Kind, e.Canonical, e.Name)));
        }

        near.AddRange(input.Memo?.Things ?? []);
        return near;
    }

    private static Memo MemoOf(Understanding question)
        => new() { Things = [.. question.Mentions.Select(m => (m.Kind, m.Best.Canonical, m.Best.Name))] };

    private static IReadOnlyList<(string Tool, JsonObject Arguments)> CallsOf(IEnumerable<PlannedStep> steps)
        => [.. steps.Take(MostSteps).Select(s => (s.Tool.Name, s.Arguments))];

    private static Plan Reply(ReplyKind kind, string text, Memo memo, double score)
        => new() { Reply = new PlanReply(kind, text), Memo = memo, Score = score };
}
