using System.Runtime.CompilerServices;
using Copilot.Contracts;
using Copilot.Host.Channels;
using Copilot.Testing.Service;

namespace Copilot.ThoroughTests.Host;

/// <summary>A conversation room that says what a test tells it to, and records what it was asked.</summary>
internal sealed class ScriptedRunner(IServiceProvider services) : ITurnRunner
{
    public const string Breaks = "break";
    public const string Waits = "wait";
    public const string Pauses = "pause";
    public const string Halts = "halt";
    public const string Refuses = "refuse";

    /// <summary>Set when a turn that waits was stopped.</summary>
    public TaskCompletionSource Stopped { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Opened by a test for each turn that halts between its first words and the others.</summary>
    public SemaphoreSlim Gate { get; } = new(0);

    /// <summary>What a turn gives in place of its usual end; for tests of how things are shown.</summary>
    public Func<Turn, Turn> Ending { get; set; } = turn => turn;

    /// <summary>Set by a test to let turns that pause go on.</summary>
    public TaskCompletionSource GoOn { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public List<TurnRequest> Asked { get; } = [];

    public async IAsyncEnumerable<TurnUpdate> RunAsync(TurnRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        lock (Asked)
        {
            Asked.Add(request);
        }

        var turns = (ITurnStore)services.GetService(typeof(ITurnStore))!;
        await turns.BeginAsync(request, DateTimeOffset.UnixEpoch, cancellationToken);
        yield return new StatusUpdate("looking at open orders…");
        if (request.Question == Breaks)
        {
            throw new InvalidOperationException("a detail nobody outside should see");
        }

        if (request.Question == Waits)
        {
            await UntilStopped(cancellationToken);
        }

        if (request.Question == Pauses)
        {
            await GoOn.Task.WaitAsync(cancellationToken);
        }

        yield return new TokenUpdate("It is ");
        if (request.Question == Halts)
        {
            await Gate.WaitAsync(cancellationToken);
        }

        yield return new TokenUpdate("late [S1].");
        yield return new SourceUpdate(Some.Source);
        yield return new CardUpdate(Some.Card);
        yield return new ProposalUpdate(Some.Proposal);
        var turn = Ending(Some.Turn(request, request.Question == Refuses ? TurnOutcome.Refused : TurnOutcome.Answered));
        await turns.FinishAsync(new StoredTurn { Turn = turn, Evidence = Some.Evidence, Memo = [] }, cancellationToken);
        yield return new TurnFinished(turn);
    }

    private async Task UntilStopped(CancellationToken cancellationToken)
    {
        var never = new TaskCompletionSource();
        await using var stop = cancellationToken.Register(() => never.TrySetCanceled(cancellationToken));
        try
        {
            await never.Task;
        }
        finally
        {
            Stopped.TrySetResult();
        }
    }
}
