using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Copilot.Contracts;
using Copilot.Conversation.Deciding;
using Copilot.Conversation.Planning.Model;
using Copilot.Conversation.Running;
using Copilot.Conversation.Speaking;
using Microsoft.Extensions.Logging;

namespace Copilot.Conversation;

/// <summary>One turn from question to grounded answer. Thread-safe; turns run beside each other.</summary>
public sealed class TurnPipeline
{
    private readonly TurnStages _stages;
    private readonly ProposalTalk _talk;
    private readonly ModelPlanner? _models;
    private readonly TurnEnding _ending;
    private readonly TimeProvider _time;
    private readonly ILogger<TurnPipeline> _log;

    internal TurnPipeline(TurnStages stages, ProposalTalk talk, ModelPlanner? models, TurnEnding ending, TimeProvider time, ILogger<TurnPipeline> log)
    {
        _stages = stages;
        _talk = talk;
        _models = models;
        _ending = ending;
        _time = time;
        _log = log;
    }

    /// <summary>Runs a turn. The first update comes at once, the last is always a <see cref="TurnFinished"/>; nothing of an answer comes before its audit entry is written.</summary>
    /// <param name="request">The question.</param>
    /// <param name="cancellationToken">Stops the turn at any point; its record then says that it was stopped.</param>
    /// <returns>The updates as they happen.</returns>
    /// <exception cref="OperationCanceledException">The turn was stopped; thrown after the last update.</exception>
    public async IAsyncEnumerable<TurnUpdate> RunAsync(TurnRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var updates = Channel.CreateUnbounded<TurnUpdate>(new UnboundedChannelOptions { SingleReader = true });
        var turn = new RunningTurn(request, updates.Writer, _time.GetUtcNow(), _time.GetTimestamp());
        turn.Say("reading the question…");
        var running = Task.Run(() => ConductAsync(turn, stop.Token), CancellationToken.None);
        try
        {
            // The turn itself ends the stream: also when stopped, it has a last word.
            await foreach (var update in updates.Reader.ReadAllAsync(CancellationToken.None))
            {
                yield return update;
            }

            await running;
        }
        finally
        {
            // A reader that leaves early stops the turn.
            await stop.CancelAsync();
            await running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task ConductAsync(RunningTurn turn, CancellationToken cancellationToken)
    {
        try
        {
            await StagesAsync(turn, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested && !turn.IsRecorded)
        {
            Log.TurnStopped(_log, turn.Request.TurnId);
            await _ending.FailAsync(turn, turn.Released.HasAny ? "This turn was stopped before its answer was whole." : "This turn was stopped before it had an answer.", "stopped by the caller");
            throw;
        }
        catch (CopilotException e)
        {
            Log.TurnTroubled(_log, turn.Request.TurnId, e.GetType().Name);
            await _ending.FailAsync(turn, e.Message, "trouble a person can act on");
        }
        catch (Exception e)
        {
            var id = FaultId.Of(turn.Request.TurnId, "turn");
            Log.TurnBroke(_log, id, turn.Request.TurnId, e.GetType().FullName ?? e.GetType().Name, Log.PlaceOf(e));
            await _ending.FailAsync(turn, Phrases.In(turn.Request.Caller.Language, "I could not answer this (id {0}).", id), $"fault {id}: {e.GetType().Name}");
        }
        finally
        {
            turn.Updates.Complete();
        }
    }

    /// <summary>The table of contents of a turn.</summary>
    private async Task StagesAsync(RunningTurn turn, CancellationToken cancellationToken)
    {
        // Writing the question down and screening it both wait for the disk, and neither for the other.
        var screening = _stages.ScreenAsync(turn, cancellationToken);
        await Task.WhenAll(_stages.BeginAsync(turn, cancellationToken), screening);
        if (await screening is { } refusal)
        {
            await _ending.RefuseAsync(turn, refusal, cancellationToken);
            return;
        }

        turn.Plan = await _stages.PlanAsync(turn, cancellationToken);
        if (await _talk.AnswerAsync(turn, cancellationToken) is { } decided)
        {
            await _ending.AnswerAsync(turn, _stages.Screened(turn, decided), cancellationToken);
            return;
        }

        if (_models is not null && !turn.RulesOnly && await _models.AnswerAsync(turn, cancellationToken) is { } spoken)
        {
            await _ending.AnswerAsync(turn, spoken, cancellationToken);
            return;
        }

        turn.Calls = await _stages.LookUpAsync(turn, cancellationToken);
        var answer = _stages.Answer(turn);
        await _ending.AnswerAsync(turn, answer, cancellationToken);
    }
}
