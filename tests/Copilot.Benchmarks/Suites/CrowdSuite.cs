using Copilot.Benchmarks.Harness;
using Copilot.Benchmarks.House;
using Copilot.Contracts;
using Copilot.Conversation;
using Microsoft.Extensions.DependencyInjection;

namespace Copilot.Benchmarks.Suites;

/// <summary>200 turns at once against the same turns one at a time, and what an open turn holds in memory.</summary>
internal sealed class CrowdSuite : ISuite
{
    private const int Turns = 200;

    public string Name => "crowd";

    public async Task RunAsync(RunningHouse house, Report report, CancellationToken cancellationToken)
    {
        var questions = await EverydayQuestion.AllAsync(house, cancellationToken);
        foreach (var question in questions)
        {
            await house.AskAsync(question.Role, question.Text, cancellationToken);
        }

        var alone = new Samples();
        var started = Clock.Now;
        foreach (var question in Many(questions))
        {
            alone.Add((await house.AskAsync(question.Role, question.Text, cancellationToken)).Whole);
        }

        var oneByOne = Clock.Since(started);
        var launched = Clock.Now;
        var crowd = await Task.WhenAll(Many(questions).Select(q => Task.Run(() => house.AskAsync(q.Role, q.Text, launched, cancellationToken), cancellationToken)));
        var together = Clock.Since(launched);
        if (crowd.FirstOrDefault(a => a.Turn!.Outcome == TurnOutcome.Failed) is { } failed)
        {
            throw new InvalidOperationException($"A turn failed in the crowd: {failed.Turn!.Answer}");
        }

        Tell(report, alone, oneByOne, crowd, together);
        await MemoryAsync(house, questions, report, cancellationToken);
    }

    private static IEnumerable<EverydayQuestion> Many(IReadOnlyList<EverydayQuestion> questions)
        => Enumerable.Range(0, Turns).Select(i => questions[i % questions.Count]);

    private static long Held()
    {
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: true, compacting: true);
        GC.WaitForPendingFinalizers();
        return GC.GetTotalMemory(forceFullCollection: true);
    }

    private void Tell(Report report, Samples alone, double oneByOne, AskedTurn[] crowd, double together)
    {
        var (first, whole) = (new Samples(), new Samples());
        foreach (var asked in crowd)
        {
            first.Add(asked.First!.Value);
            whole.Add(asked.Whole);
        }

        report.Add(Line.Of(Name, "200 one at a time, each", alone));
        report.Add(Line.Of(Name, "200 at once, first event", first));
        report.Add(Line.Of(Name, "200 at once, whole answer", whole) with { Reference = "all 200 one at a time", ReferenceMedian = oneByOne, Ratio = whole.P95 / oneByOne });
        report.Add(Line.Single(Name, "turns a second, 200 at once", Turns * 1000 / together, "1/s") with
        {
            Reference = "one at a time",
            ReferenceMedian = Turns * 1000 / oneByOne,
            Ratio = oneByOne / together,
        });
    }

    /// <summary>The most an open turn can hold: it has its answer, and the reader has taken only the first event.</summary>
    private async Task MemoryAsync(RunningHouse house, IReadOnlyList<EverydayQuestion> questions, Report report, CancellationToken cancellationToken)
    {
        var pipeline = house.Services.GetRequiredService<TurnPipeline>();
        var before = Held();
        var open = new List<IAsyncEnumerator<TurnUpdate>>();
        foreach (var question in Many(questions))
        {
            var request = new TurnRequest
            {
                TurnId = Guid.NewGuid().ToString("N"),
                ConversationId = Guid.NewGuid().ToString("N"),
                Question = question.Text,
                Caller = RunningHouse.As(question.Role),
                Channel = "benchmark",
            };
            var updates = pipeline.RunAsync(request, cancellationToken).GetAsyncEnumerator(cancellationToken);
            open.Add(updates);
            await updates.MoveNextAsync();
        }

        await Task.Delay(TimeSpan.FromSeconds(6), cancellationToken);
        var after = Held();
        report.Add(Line.Single(Name, "memory of an open turn, answer unread", (after - before) / 1024.0 / Turns, "kB") with { Count = Turns });
        foreach (var updates in open)
        {
            await updates.DisposeAsync();
        }
    }
}
