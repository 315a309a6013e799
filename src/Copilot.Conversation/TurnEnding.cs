using System.Text.Json.Nodes;
using Copilot.Contracts;
using Copilot.Conversation.Composing;
using Copilot.Conversation.History;
using Copilot.Conversation.Planning;
using Copilot.Conversation.Running;
using Copilot.Conversation.Speaking;
using Microsoft.Extensions.Logging;

namespace Copilot.Conversation;

/// <summary>Ends turns: first the trail, then the store, then the caller. Without the entry no answer leaves.</summary>
internal sealed class TurnEnding(TurnRooms rooms, ConversationOptions options, TimeProvider time, ILogger<TurnEnding> log)
{
    private const int PieceLength = 48;

    /// <summary>Ends with an answer.</summary>
    public async Task AnswerAsync(RunningTurn turn, TurnAnswer answer, CancellationToken cancellationToken)
    {
        var done = Done(turn, answer.Outcome, answer.Written.Markdown, answer.Grounding) with
        {
            Sources = answer.Written.Sources,
            ToolCalls = answer.Written.ToolCalls,
            Cards = [.. answer.Written.Cards.Select(c => CardLabels.In(turn.Request.Caller.Language, c))],
            Proposals = [.. answer.Written.Cards.OfType<ProposalCard>().Select(c => c.Proposal)],
        };
        cancellationToken.ThrowIfCancellationRequested();
        await RecordAsync(turn, done, null, cancellationToken);
        await rooms.Store.FinishAsync(new StoredTurn { Turn = done, Evidence = answer.Written.Evidence, Memo = Kept(turn, MemoOf(turn, done).ToJson()) }, CancellationToken.None);
        Send(turn, done);
    }

    /// <summary>Ends with a refusal of the question itself.</summary>
    public async Task RefuseAsync(RunningTurn turn, string reason, CancellationToken cancellationToken)
    {
        var done = Done(turn, TurnOutcome.Refused, MarkdownText.Escape(turn.Words.Say(reason)), new GroundingReport(true, []));
        cancellationToken.ThrowIfCancellationRequested();
        await RecordAsync(turn, done, null, cancellationToken);
        await rooms.Store.FinishAsync(new StoredTurn { Turn = done, Evidence = new Dictionary<string, Evidence>(), Memo = [] }, CancellationToken.None);
        Send(turn, done);
    }

    /// <summary>Ends with trouble. Never throws: what can't be written is logged, and the caller still hears the end.</summary>
    public async Task FailAsync(RunningTurn turn, string message, string fault)
    {
        message = turn.Words.Say(message);

        // What was shown stays shown, with its sources.
        var shown = turn.Released;
        var text = shown.HasAny ? shown.Text + "\n\n" + MarkdownText.Escape(message) : MarkdownText.Escape(message);
        var done = Done(turn, TurnOutcome.Failed, text, new GroundingReport(shown.HasAny, [])) with
        {
            Sources = [.. shown.Sources.Select(s => AnswerWriter.SourceOf(s.Mark, s.Evidence))],
            ToolCalls = [.. turn.Calls.Select(Bare)],
        };
        var evidence = shown.Sources.ToDictionary(s => s.Mark, s => s.Evidence, StringComparer.Ordinal);
        using var limit = new CancellationTokenSource(options.ClosingTimeout, time);
        await TryAsync(turn, () => RecordAsync(turn, done, fault, limit.Token).WaitAsync(limit.Token));
        if (turn.HasBegun)
        {
            await TryAsync(turn, () => rooms.Store.FinishAsync(new StoredTurn { Turn = done, Evidence = evidence, Memo = [] }, limit.Token).WaitAsync(limit.Token));
        }

        turn.Updates.TryWrite(new TurnFinished(done));
    }

    private async Task RecordAsync(RunningTurn turn, Turn done, string? fault, CancellationToken cancellationToken)
    {
        // A turn that the store refused to begin is not that turn: its id may be another's.
        var content = AuditContent.Finished(done, turn.Verdict, turn.Plan, turn.Calls, turn.Models, fault);
        if (!turn.HasBegun)
        {
            content["refusedTurnId"] = turn.Request.TurnId;
        }

        await rooms.Audit.AppendAsync(
            new AuditEntry
            {
                Tenant = turn.Request.Caller.Tenant,
                Kind = AuditEntryKind.TurnFinished,
                TurnId = turn.HasBegun ? turn.Request.TurnId : null,
                ConversationId = turn.HasBegun ? turn.Request.ConversationId : null,
                CallerId = turn.Request.Caller.Id,
                At = time.GetUtcNow(),
                Content = content,
            },
            cancellationToken);
        turn.IsRecorded = true;
    }

    private async Task TryAsync(RunningTurn turn, Func<Task> write)
    {
        try
        {
            await write();
        }
        catch (Exception e)
        {
            Log.EndNotWritten(log, FaultId.Of(turn.Request.TurnId, "end"), turn.Request.TurnId, e.GetType().FullName ?? e.GetType().Name);
        }
    }

    private static void Send(RunningTurn turn, Turn done)
    {
        // What was shown while the answer was being written is not sent again.
        var shown = turn.Released.Sources.Select(s => s.Mark).ToHashSet(StringComparer.Ordinal);
        foreach (var source in done.Sources.Where(s => !shown.Contains(s.Id)))
        {
            turn.Updates.TryWrite(new SourceUpdate(source));
        }

        foreach (var piece in Pieces(done.Answer[turn.Released.Text.Length..]))
        {
            turn.Updates.TryWrite(new TokenUpdate(piece));
        }

        foreach (var card in done.Cards)
        {
            turn.Updates.TryWrite(new CardUpdate(card));
        }

        foreach (var proposal in done.Proposals)
        {
            turn.Updates.TryWrite(new ProposalUpdate(proposal));
        }

        turn.Updates.TryWrite(new TurnFinished(done));
    }

    /// <summary>Cuts the answer after words, so that marks and escapes stay whole.</summary>
    private static IEnumerable<string> Pieces(string answer)
    {
        for (var start = 0; start < answer.Length;)
        {
            var end = Math.Min(answer.Length, start + PieceLength);
            while (end < answer.Length && !char.IsWhiteSpace(answer[end - 1]))
            {
                end++;
            }

            yield return answer[start..end];
            start = end;
        }
    }

    private static Memo MemoOf(RunningTurn turn, Turn done)
    {
        var findings = turn.Calls.Where(c => c.Result.Found).SelectMany(c => c.Result.Findings).Where(f => f.Role == FindingRole.Item).ToList();
        var ids = findings.SelectMany(f => f.EvidenceIds).ToHashSet(StringComparer.Ordinal);
        var sums = turn.Calls.SelectMany(c => c.Result.Evidence).Where(e => e.Kind == EvidenceKind.Record && ids.Contains(e.Id))
            .Select(e => e.Facts.Where(f => f.Kind == FactKind.Money).Select(f => decimal.TryParse(f.Value, System.Globalization.CultureInfo.InvariantCulture, out var v) ? v : 0).DefaultIfEmpty(0).Max())
            .Where(v => v > 0);
        var next = turn.Calls.Where(c => c.Result.Outcome == ToolOutcome.Ok).SelectMany(c => c.Result.Next).ToList();
        var listed = next.Count > 0 ? turn.Plan!.Memo with { Next = next } : turn.Plan!.Memo;

        // Without a list of its own the turn keeps the one before: "and the second?".
        return findings.Count == 0 ? listed : listed with { Topics = [.. findings.Select(f => f.Topic).OfType<string>().Distinct()], Sums = [.. sums] };
    }

    /// <summary>What was written in short of earlier turns is kept for the turns to come.</summary>
    private static JsonObject Kept(RunningTurn turn, JsonObject memo)
    {
        if (turn.Summaries.Count > 0)
        {
            memo[HistorySummary.Key] = new JsonObject(turn.Summaries.Select(s => KeyValuePair.Create(s.Key, (JsonNode?)s.Value)));
        }

        return memo;
    }

    private static ToolCallRecord Bare(ExecutedCall call) => new()
    {
        Name = call.Call.Tool,
        Arguments = (JsonObject)call.Call.Arguments.DeepClone(),
        Outcome = call.Result.Outcome,
        DurationMs = call.DurationMs,
    };

    private Turn Done(RunningTurn turn, TurnOutcome outcome, string answer, GroundingReport grounding) => new()
    {
        TurnId = turn.Request.TurnId,
        ConversationId = turn.Request.ConversationId,
        Question = turn.Request.Question,
        Answer = answer,
        Outcome = outcome,
        Planner = turn.Planner,
        Usage = turn.Usage,
        Degraded = turn.Degraded,
        Grounding = grounding,
        StartedAt = turn.StartedAt,
        DurationMs = (long)time.GetElapsedTime(turn.Stamp).TotalMilliseconds,
    };
}
