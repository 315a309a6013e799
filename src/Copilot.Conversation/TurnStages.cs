using System.Text.Json.Nodes;
using Copilot.Contracts;
using Copilot.Conversation.Composing;
using Copilot.Conversation.Drafting;
using Copilot.Conversation.Grounding;
using Copilot.Conversation.Planning;
using Copilot.Conversation.Running;
using Copilot.Conversation.Speaking;
using Microsoft.Extensions.Logging;

namespace Copilot.Conversation;

/// <summary>The stages of a turn, in the order in which the pipeline calls them.</summary>
internal sealed class TurnStages(TurnRooms rooms, RulePlanner planner, PermittedCalls permitted, ConversationOptions options, TimeProvider time, ILogger<TurnStages> log)
{
    /// <summary>Records that a question was accepted: first the turn's row, then the trail.</summary>
    public async Task BeginAsync(RunningTurn turn, CancellationToken cancellationToken)
    {
        await rooms.Store.BeginAsync(turn.Request, turn.StartedAt, cancellationToken);
        turn.HasBegun = true;
        await rooms.Audit.AppendAsync(
            new AuditEntry
            {
                Tenant = turn.Request.Caller.Tenant,
                Kind = AuditEntryKind.TurnStarted,
                TurnId = turn.Request.TurnId,
                ConversationId = turn.Request.ConversationId,
                CallerId = turn.Request.Caller.Id,
                At = turn.StartedAt,
                Content = AuditContent.Started(turn.Request),
            },
            cancellationToken);
    }

    /// <summary>Screens the question.</summary>
    /// <returns>Why the turn may not go on, or null.</returns>
    public async Task<string?> ScreenAsync(RunningTurn turn, CancellationToken cancellationToken)
    {
        turn.Verdict = await rooms.Guard.ScreenQuestionAsync(turn.Request, cancellationToken);
        if (!turn.Verdict.Allowed)
        {
            return turn.Verdict.Reason ?? "I can't take up this question.";
        }

        return turn.Request.Question.Length > options.MaxQuestionLength
            ? Phrases.In(turn.Request.Caller.Language, "This question is too long: {0:N0} characters, at most {1:N0}. Please shorten it.", turn.Request.Question.Length, options.MaxQuestionLength)
            : null;
    }

    /// <summary>Reads the question against the names the caller may see and what the conversation spoke of, and plans.</summary>
    public async Task<Plan> PlanAsync(RunningTurn turn, CancellationToken cancellationToken)
    {
        var namesTask = NamesAsync(turn, cancellationToken);
        var recentTask = rooms.Store.RecentAsync(turn.Request.Caller, turn.Request.ConversationId, options.HistoryTurns, cancellationToken);
        await Task.WhenAll(namesTask, recentTask);
        turn.Recent = await recentTask;
        var memo = turn.Recent.Select(t => Memo.From(t.Memo)).LastOrDefault(m => m is not null);
        if (turn.Attachments.Count == 0)
        {
            turn.Attachments = memo?.Attachments ?? [];
        }

        turn.Input = new PlanInput
        {
            Question = turn.Request.Question,
            Names = await namesTask,
            Today = turn.Context().Today,
            Focus = turn.Request.Focus,
            Attachments = turn.Attachments,
            AttachedNow = turn.Request.Attachments.Count > 0,
            Memo = memo,
        };
        var plan = planner.Plan(turn.Input);
        turn.Draft = WritesWords(plan) ? null : DraftRequest.Of(turn.Request.Question, plan);
        return turn.Draft is { } kind ? planner.Plan(turn.Input with { Question = DraftRequest.Matter(turn.Request.Question, kind) }) : plan;
    }

    /// <summary>"Write a note on it saying …" brings its words along; there is nothing to draft.</summary>
    private static bool WritesWords(Plan plan)
        => plan.Steps.Any(s => s.Tool.Writes && s.Tool.Parameters.Any(p => p.Slot == SlotKind.Message && s.Arguments.ContainsKey(p.Name)));

    /// <summary>Lets the guard see an answer that was not composed here.</summary>
    public TurnAnswer Screened(RunningTurn turn, TurnAnswer answer)
        => answer with { Written = answer.Written with { Markdown = rooms.Guard.ScreenAnswer(turn.Request, answer.Written.Markdown) } };

    /// <summary>Asks for a permit for each call and runs what was permitted: reads beside each other, writes one by one.</summary>
    public Task<IReadOnlyList<ExecutedCall>> LookUpAsync(RunningTurn turn, CancellationToken cancellationToken) => LookUpAsync(turn, turn.Plan!.Steps, cancellationToken);

    /// <summary>The same for steps that are not the whole plan.</summary>
    public async Task<IReadOnlyList<ExecutedCall>> LookUpAsync(RunningTurn turn, IReadOnlyList<PlannedStep> steps, CancellationToken cancellationToken)
    {
        var made = turn.Calls;
        var reads = new List<Task<ExecutedCall>>();
        for (var i = 0; i < steps.Count; i++)
        {
            var call = new ToolCall { Id = $"{turn.Request.TurnId}/{i + 1}", Tool = steps[i].Tool.Name, Arguments = (JsonObject)JsonNode.Parse(steps[i].Arguments.ToJsonString())! };
            var step = steps[i];
            if (made.FirstOrDefault(c => c.Step.Tool.Name == step.Tool.Name && (c.Ruling is not null || (!step.Tool.Writes && JsonNode.DeepEquals(c.Call.Arguments, step.Arguments)))) is { } same)
            {
                // A model made this very call in this turn before the rules took over; what it proposed in this turn is not proposed twice in other words.
                reads.Add(Task.FromResult(same with { Step = step }));
                continue;
            }

            var running = permitted.RunAsync(turn, step, call, cancellationToken);
            if (step.Tool.Writes)
            {
                await running;
            }

            reads.Add(running);
        }

        var needed = await Task.WhenAll(reads);
        return EvidenceScope.Apart([.. made.Where(m => !needed.Any(n => n.Call.Id == m.Call.Id)), .. needed]);
    }

    /// <summary>Composes the answer, holds it to its evidence, writes it, and lets the guard see it.</summary>
    public TurnAnswer Answer(RunningTurn turn)
    {
        var (draft, evidence) = Grounded(turn, turn.Plan!);
        var card = turn.Draft is { } kind ? RuleDraft.Of(kind, draft.Sections, turn.Request.Caller.DisplayName, turn.Request.Focus is not null) : null;
        if (card is not null)
        {
            draft = draft with { Opening = [turn.Words.DraftReady, .. draft.Opening], Cards = [card] };
        }

        if (ScopeOf(turn, draft) is { } scope)
        {
            draft = draft with { Closing = [.. draft.Closing, scope] };
        }

        if (turn.Degraded is { } lesser)
        {
            draft = draft with { Closing = [.. draft.Closing, lesser] };
        }

        if (draft.Unsupported.Count > 0)
        {
            Log.SentencesCut(log, draft.Unsupported.Count, turn.Request.TurnId);
        }

        var written = AnswerWriter.Write(draft, turn.Calls, evidence, turn.Words);
        return new TurnAnswer(
            OutcomeOf(draft),
            written with { Markdown = rooms.Guard.ScreenAnswer(turn.Request, written.Markdown) },
            new GroundingReport(true, [.. turn.CutBefore, .. draft.Unsupported]));
    }

    /// <summary>Composes what the rules say to a plan and holds it to its evidence.</summary>
    public (AnswerDraft Draft, IReadOnlyDictionary<string, Evidence> Evidence) Grounded(RunningTurn turn, Plan plan)
    {
        var evidence = SourceMarks.Gather(turn.Calls.SelectMany(c => c.Result.Evidence));
        var zone = TimeZoneInfo.FindSystemTimeZoneById(turn.Request.Caller.TimeZone);
        var draft = AnswerComposer.Draft(plan, Planned(turn, plan), () => permitted.Allowed(turn, turn.Verdict!), zone, turn.Words);
        return (GroundedDraft.Of(draft, new CitationCheck(evidence, zone), turn.Words), evidence);
    }

    /// <summary>The calls that the rules planned. What a model looked up before it fell silent answers what the model made of the question, which nobody checked.</summary>
    private static IReadOnlyList<ExecutedCall> Planned(RunningTurn turn, Plan plan)
        => [.. turn.Calls.Where(c => plan.Steps.Contains(c.Step))];

    /// <summary>For which companies an answer out of the business system holds, when there are several and the answer does not say it itself.</summary>
    private static string? ScopeOf(RunningTurn turn, AnswerDraft draft)
    {
        var answering = draft.Sections.Where(s => s.Answers).ToList();
        return CompaniesCovered.Of(turn.Request.Caller, answering.SelectMany(s => s.Call.Result.Evidence), answering.SelectMany(s => s.Statements).SelectMany(s => s.Sentences).Select(s => s.Text));
    }

    private static TurnOutcome OutcomeOf(AnswerDraft draft)
    {
        var outcomes = draft.Sections.Select(s => s.Call.Result.Outcome).ToList();
        return draft.Sections.Any(s => s.Answers) ? TurnOutcome.Answered
            : outcomes.Count > 0 && outcomes.TrueForAll(o => o == ToolOutcome.Denied) ? TurnOutcome.Refused
            : outcomes.Count > 0 && outcomes.TrueForAll(o => o is ToolOutcome.Failed or ToolOutcome.TimedOut) ? TurnOutcome.Failed
            : TurnOutcome.Abstained;
    }

    private async Task<EntityNames> NamesAsync(RunningTurn turn, CancellationToken cancellationToken)
    {
        // Procedures can still be searched while the business system is away; the answer says so.
        try
        {
            return await rooms.Catalog.GetAsync(turn.Request.Caller, cancellationToken).WaitAsync(options.ToolTimeout, time, cancellationToken);
        }
        catch (CopilotException e)
        {
            Log.TurnTroubled(log, turn.Request.TurnId, e.GetType().Name);
            turn.Degraded = turn.Words.WithoutNames + " " + e.Message;
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            var id = FaultId.Of(turn.Request.TurnId, "names");
            Log.NamesNotRead(log, id, turn.Request.TurnId, e.GetType().FullName ?? e.GetType().Name, Log.PlaceOf(e));
            turn.Degraded = $"{turn.Words.WithoutNames} (id {id})";
        }

        return new EntityNames { Entities = [], Numbers = [] };
    }
}
