using System.Text.RegularExpressions;
using Copilot.Contracts;
using Copilot.Conversation.Composing;
using Copilot.Conversation.Running;
using Copilot.Conversation.Streaming;
using Microsoft.Extensions.Logging;

namespace Copilot.Conversation.Planning.Model;

/// <summary>Answers turns with language models, within their budgets. What it can't answer it leaves to the rules, in the same turn, and says why.</summary>
internal sealed class ModelPlanner(PlannerParts parts, TimeProvider time, ILogger<ModelPlanner> log)
{
    /// <summary>Answers a turn that the rules have read and planned.</summary>
    /// <param name="turn">The turn.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The answer, part of which may have been shown; null when the rules shall answer and nothing was shown.</returns>
    public async Task<TurnAnswer?> AnswerAsync(RunningTurn turn, CancellationToken cancellationToken)
    {
        var planners = parts.Models.Models.For(ModelDuty.Planner);
        if (planners.Count == 0 || turn.Plan!.Reply?.Kind is ReplyKind.Unreadable || (SmallTalk.IsReply(turn.Plan.Reply) && SmallTalk.IsAll(Reading.QuestionText.Of(turn.Request.Question).Folded)))
        {
            return null;
        }

        var trace = new ModelTrace();
        try
        {
            if (await AllowanceAsync(turn, cancellationToken) is not { } allowance)
            {
                return Rules(turn, ModelWords.BudgetUnknown);
            }

            trace.Allowance = allowance;
            if (allowance.Level == AllowanceLevel.None)
            {
                return Rules(turn, allowance.Reason ?? ModelWords.BudgetUnknown);
            }

            var small = allowance.Level == AllowanceLevel.Reduced ? parts.Models.Models.For(ModelDuty.Small) : [];
            var writers = parts.Models.Models.For(ModelDuty.Writer);
            return await ConductAsync(turn, trace, small.Count > 0 ? small : planners, small.Count > 0 ? small : writers.Count > 0 ? writers : planners, cancellationToken);
        }
        finally
        {
            turn.Models = trace.HasAny || trace.Allowance.Level != AllowanceLevel.Full ? trace.Describe() : null;
            turn.Usage = trace.Usage;
            await BookAsync(turn, trace);
        }
    }

    private async Task<TurnAnswer?> ConductAsync(RunningTurn turn, ModelTrace trace, IReadOnlyList<ChatModel> planners, IReadOnlyList<ChatModel> writers, CancellationToken cancellationToken)
    {
        using var late = new CancellationTokenSource(parts.Options.ModelTime, time);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, late.Token);
        await using var release = new AnswerRelease(turn, parts.Rooms.Audit, time, cancellationToken);
        var transcript = new Transcript();
        var voice = new ModelVoice(parts.Models, new ModelReading(parts.Models.Policy, parts.Rooms.Tools, turn), turn, turn.Input!.Names, transcript, trace, time, log);
        var running = new ModelTurn(parts, turn, voice, transcript, trace, release, time);
        var plan = turn.Plan!;
        try
        {
            await running.RunAsync(planners, writers, stop.Token);
        }
        catch (ModelSilence e) when (release.Count == 0)
        {
            return Rules(turn, e.Message);
        }
        catch (ModelSilence)
        {
            return await BrokenAsync(turn, running, null, release, cancellationToken);
        }
        catch (OperationCanceledException) when (late.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            return release.Count == 0 ? Rules(turn, ModelWords.Silent(ChatModelFault.TimedOut)) : await BrokenAsync(turn, running, null, release, cancellationToken);
        }

        var assembled = running.Assembled!;
        if (release.Count == 0 && running.Draft is null)
        {
            return Rules(turn, assembled.PointFell ? ModelWords.NotVerified : ModelWords.NoAnswer, assembled.Unsupported);
        }

        if (running.IsBroken && running.Draft is null)
        {
            return await BrokenAsync(turn, running, assembled, release, cancellationToken);
        }

        await release.CompleteAsync();
        turn.Plan = PlanOf(turn, plan, running.Marks);
        return Written(turn, running, assembled, running.IsCut ? [ModelWords.TooLong] : []);
    }

    /// <summary>Keeps what was shown; the rules add what they know besides, else it is said that this may not be all.</summary>
    private async Task<TurnAnswer> BrokenAsync(RunningTurn turn, ModelTurn running, AssembledAnswer? assembled, AnswerRelease release, CancellationToken cancellationToken)
    {
        await release.CompleteAsync();
        var read = turn.Plan!;
        var rest = await parts.Rest.WriteAsync(turn, running.Pool, running.Marks, cancellationToken);
        turn.Plan = PlanOf(turn, read, running.Marks);
        assembled ??= new AssembledAnswer(running.Marks.Cited.Count > 0, true, false, [], 0);
        return Written(turn, running, assembled with { IsGrounded = assembled.IsGrounded || rest is not null }, [rest is null ? ModelWords.BrokeOff : ModelWords.RestByRules], rest);
    }

    private TurnAnswer? Rules(RunningTurn turn, string reason, IReadOnlyList<string>? unsupported = null)
    {
        Log.RulesAnswer(log, turn.Request.TurnId, reason);
        var said = turn.Words.Say(reason);
        turn.Degraded = turn.Degraded is { } lesser ? lesser + " " + said : said;
        turn.CutBefore = unsupported ?? [];
        return null;
    }

    private static TurnAnswer Written(RunningTurn turn, ModelTurn running, AssembledAnswer assembled, IReadOnlyList<string> notes, string? rest = null)
    {
        turn.Planner = PlannerKind.Model;
        var shown = turn.Released.Text;
        var marks = running.Marks;
        var opening = running.Draft is { } draft ? turn.Words.DraftReady + " " + string.Concat(draft.Sources.Select(marks.Cite).Select(m => $"[{m}]")) : string.Empty;
        var closing = new List<string>(rest is null ? notes : []);
        if (assembled.Claims > 0)
        {
            closing.Add(ModelWords.Cut(turn.Request.Caller.Language, assembled.Claims));
        }

        closing.AddRange(turn.Calls.GroupBy(c => c.Step.Tool.Name).Where(g => g.All(c => c.Result.Outcome != ToolOutcome.Ok))
            .Select(g => g.Last()).Select(c => c.Result.Outcome == ToolOutcome.Denied ? turn.Words.Denied(c.Step.Tool, c.Result.Reason) : turn.Words.Failed(c.Step.Tool, c.Result.Reason)));
        var answering = turn.Calls.Where(c => c.Result.Evidence.Any(e => marks.MarkOf(e.Id) is not null)).ToList();
        closing.AddRange(answering.Select(c => c.Result.Cut).OfType<ListCut>().Where(c => c.Total > c.Shown && !Says(shown, c.Total)).Distinct().Select(turn.Words.Cut));
        // What a reader must know of any answer does not hang on whether a model finds it worth saying.
        closing.AddRange(answering.Select(c => c.Result.Withheld).OfType<string>().Where(w => !shown.Contains(w.TrimEnd('.'), StringComparison.OrdinalIgnoreCase)).Distinct());
        if (CompaniesCovered.Of(turn.Request.Caller, marks.Cited.Select(c => c.Evidence), [shown, rest ?? string.Empty]) is { } covered)
        {
            closing.Add(covered);
        }

        closing.AddRange(turn.Calls.Select(c => c.Ruling).OfType<ProposalVerdict>().Select(r => r.Proposal is { } p
            ? $"{p.Summary} {ProposalWords.Of(p, TimeZoneInfo.FindSystemTimeZoneById(turn.Request.Caller.TimeZone))}" : turn.Words.Refused(r.Reason)));
        if (running.LostActions)
        {
            closing.Add(ModelWords.NoActions);
        }

        if (turn.Degraded is { } lesser)
        {
            closing.Add(lesser);
        }

        if (notes.FirstOrDefault(n => n is ModelWords.BrokeOff or ModelWords.RestByRules) is { } broke)
        {
            var said = turn.Words.Say(broke);
            turn.Degraded = turn.Degraded is { } also ? also + " " + said : said;
        }

        List<Card> cards = [.. running.Draft is { } card ? [card] : (Card[])[], .. answering.SelectMany(c => c.Result.Cards)];
        cards = [.. cards.ConvertAll(c => AnswerWriter.WithMarks(c, marks)), .. AnswerWriter.Proposals(turn.Calls)];
        var blocks = closing.Distinct().Select(c => MarkdownText.Escape(turn.Words.Say(c))).ToList();
        blocks = [.. new[] { opening, rest is null ? string.Empty : MarkdownText.Escape(turn.Words.Say(ModelWords.RestByRules)), rest ?? string.Empty }.Where(b => b.Length > 0), .. blocks];
        return new TurnAnswer(
            OutcomeOf(turn, assembled),
            new WrittenAnswer
            {
                Markdown = shown + (shown.Length > 0 && blocks.Count > 0 ? "\n\n" : string.Empty) + string.Join("\n\n", blocks),
                Sources = [.. marks.Cited.Select(c => AnswerWriter.SourceOf(c.Mark, c.Evidence))],
                Evidence = marks.Cited.ToDictionary(c => c.Mark, c => c.Evidence, StringComparer.Ordinal),
                Cards = cards,
                ToolCalls = [.. turn.Calls.Select(c => AnswerWriter.RecordOf(c, marks))],
            },
            new GroundingReport(true, [.. turn.CutBefore, .. assembled.Unsupported]));
    }

    private static TurnOutcome OutcomeOf(RunningTurn turn, AssembledAnswer assembled)
    {
        var outcomes = turn.Calls.Select(c => c.Result.Outcome).ToList();
        return assembled.IsGrounded || turn.Calls.Any(c => c.Ruling?.Proposal is not null) ? TurnOutcome.Answered
            : outcomes.Count > 0 && outcomes.TrueForAll(o => o == ToolOutcome.Denied) ? TurnOutcome.Refused
            : outcomes.Count > 0 && outcomes.TrueForAll(o => o is ToolOutcome.Failed or ToolOutcome.TimedOut) ? TurnOutcome.Failed
            : TurnOutcome.Abstained;
    }

    /// <summary>The plan as it was carried out. A follow-up can lean on what the answer stands on, and on nothing else that the model happened to look up.</summary>
    private static Plan PlanOf(RunningTurn turn, Plan read, SourceMarks marks) => read with
    {
        Steps = [.. turn.Calls.Select(c => c.Step)],
        Reply = null,
        Notes = [],
        Memo = read.Memo with { Calls = [.. turn.Calls.Where(c => c.Result.Found && c.Result.Evidence.Any(e => marks.MarkOf(e.Id) is not null)).Select(c => (c.Step.Tool.Name, c.Step.Arguments))], Offers = false },
    };

    private async Task<ModelAllowance?> AllowanceAsync(RunningTurn turn, CancellationToken cancellationToken)
    {
        if (parts.Models.Budget is not { } budget)
        {
            return new ModelAllowance(AllowanceLevel.Full, null);
        }

        try
        {
            return await budget.AllowanceAsync(turn.Request, cancellationToken);
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            // Money is not spent on a guess.
            Log.AllowanceNotRead(log, FaultId.Of(turn.Request.TurnId, "allowance"), turn.Request.TurnId, e.GetType().FullName ?? e.GetType().Name);
            return null;
        }
    }

    private async Task BookAsync(RunningTurn turn, ModelTrace trace)
    {
        if (parts.Models.Budget is not { } budget || !trace.HasAny)
        {
            return;
        }

        using var limit = new CancellationTokenSource(parts.Options.ClosingTimeout, time);
        try
        {
            await budget.SpendAsync(turn.Request, trace.Usage, limit.Token).WaitAsync(limit.Token);
        }
        catch (Exception e)
        {
            // The answer is the caller's all the same.
            Log.NotBooked(log, FaultId.Of(turn.Request.TurnId, "booking"), turn.Request.TurnId, e.GetType().FullName ?? e.GetType().Name);
        }
    }

    private static bool Says(string text, int number) => Regex.IsMatch(text, string.Create(System.Globalization.CultureInfo.InvariantCulture, $@"(?<!\d){number}(?!\d)"));
}
