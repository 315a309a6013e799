using System.Text.Json.Nodes;
using System.Threading.Channels;
using Copilot.Contracts;
using Copilot.Conversation.Planning;
using Copilot.Conversation.Running;
using Microsoft.Extensions.Logging;

namespace Copilot.Conversation;

/// <summary>Turns of one call that the caller's own program chose: begun, permitted, run, grounded and written to the trail as any other turn. Thread-safe.</summary>
public sealed class ToolTurns
{
    private readonly TurnRooms _rooms;
    private readonly TurnStages _stages;
    private readonly TurnEnding _ending;
    private readonly TimeProvider _time;
    private readonly ILogger<ToolTurns> _log;

    internal ToolTurns(TurnRooms rooms, TurnStages stages, TurnEnding ending, TimeProvider time, ILogger<ToolTurns> log)
    {
        _rooms = rooms;
        _stages = stages;
        _ending = ending;
        _time = time;
        _log = log;
    }

    /// <summary>Gets the tools that a caller may use, by name; found by asking the guard for permits that are never used.</summary>
    /// <param name="caller">Who would call.</param>
    /// <param name="channel">The channel.</param>
    /// <returns>The tools.</returns>
    public IReadOnlyList<ToolDefinition> Offered(Caller caller, string channel)
    {
        ArgumentNullException.ThrowIfNull(caller);
        var asked = new TurnRequest { TurnId = "offer", ConversationId = "offer", Question = "-", Caller = caller, Channel = channel };
        return [.. _rooms.Tools.Where(t => !t.Definition.Writes || (t is IActionTool && _rooms.Proposals is not null)).Select(t => t.Definition).Where(d => MayUse(asked, d)).OrderBy(d => d.Name, StringComparer.Ordinal)];
    }

    /// <summary>Runs one call. Trouble, refusals and time limits are turns too: the answer says what happened.</summary>
    /// <param name="request">The turn; its question says what was called, for people who read it later.</param>
    /// <param name="tool">The tool's name.</param>
    /// <param name="arguments">Its arguments. Untrusted.</param>
    /// <param name="cancellationToken">Stops the turn; its record then says that it was stopped.</param>
    /// <returns>The finished turn; its record is written.</returns>
    /// <exception cref="CopilotException">There is no such tool; no turn was begun.</exception>
    public async Task<Turn> RunAsync(TurnRequest request, string tool, JsonObject arguments, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(arguments);
        var definition = _rooms.Tools.Select(t => t.Definition).FirstOrDefault(d => d.Name == tool)
            ?? throw new CopilotException($"There is no tool '{tool}'.");
        var updates = Channel.CreateUnbounded<TurnUpdate>(new UnboundedChannelOptions { SingleReader = true });
        var turn = new RunningTurn(request, updates.Writer, _time.GetUtcNow(), _time.GetTimestamp())
        {
            Plan = new Plan { Steps = [new PlannedStep(definition, arguments, null, 1)], Score = 1, Memo = new Memo { Attachments = request.Attachments } },
        };
        await ConductAsync(turn, cancellationToken);
        while (updates.Reader.TryRead(out var update))
        {
            if (update is TurnFinished finished)
            {
                return finished.Turn;
            }
        }

        throw new InvalidOperationException("A turn of one call ended without its last update.");
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
            await _ending.FailAsync(turn, "This call was stopped before it had a result.", "stopped by the caller");
            throw;
        }
        catch (CopilotException e)
        {
            Log.TurnTroubled(_log, turn.Request.TurnId, e.GetType().Name);
            await _ending.FailAsync(turn, e.Message, "trouble a person can act on");
        }
        catch (Exception e)
        {
            var id = FaultId.Of(turn.Request.TurnId, "call");
            Log.TurnBroke(_log, id, turn.Request.TurnId, e.GetType().FullName ?? e.GetType().Name, Log.PlaceOf(e));
            await _ending.FailAsync(turn, $"I could not do this (id {id}).", $"fault {id}: {e.GetType().Name}");
        }
    }

    private async Task StagesAsync(RunningTurn turn, CancellationToken cancellationToken)
    {
        await _stages.BeginAsync(turn, cancellationToken);
        if (await _stages.ScreenAsync(turn, cancellationToken) is { } refusal)
        {
            await _ending.RefuseAsync(turn, refusal, cancellationToken);
            return;
        }

        turn.Calls = await _stages.LookUpAsync(turn, cancellationToken);
        await _ending.AnswerAsync(turn, _stages.Answer(turn), cancellationToken);
    }

    private bool MayUse(TurnRequest asked, ToolDefinition tool)
    {
        var call = new ToolCall { Id = "offer", Tool = tool.Name, Arguments = PermittedCalls.LeastArguments(tool) };
        return _rooms.Guard.RequestPermit(asked, tool, call, new GuardVerdict { Allowed = true }).Permit is not null;
    }
}
