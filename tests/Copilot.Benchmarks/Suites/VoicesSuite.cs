using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Copilot.Benchmarks.Bare;
using Copilot.Benchmarks.Harness;
using Copilot.Benchmarks.House;
using Copilot.Contracts;
using Copilot.Conversation;
using Copilot.Testing.Service;
using Microsoft.Extensions.DependencyInjection;

namespace Copilot.Benchmarks.Suites;

/// <summary>What the house adds to a model: time to the first sentence, throughput of many streams, memory of an open turn.</summary>
internal sealed class VoicesSuite : ISuite
{
    private const string Question = "How many GLV-NIT-L do we have free in Lyon?";
    private const int Warm = 30;
    private const int Rounds = 61;
    private const int Streams = 200;
    private static readonly TimeSpan[] Paces = [TimeSpan.Zero, TimeSpan.FromMilliseconds(20)];

    public string Name => "voices";

    public async Task RunAsync(RunningHouse house, Report report, CancellationToken cancellationToken)
    {
        await using var voice = await ScriptedVoice.StartAsync(cancellationToken);
        await using var voiced = await RunningHouse.StartAsync(Checkout.Path, voice.Settings, cancellationToken);
        var first = await voiced.AskAsync(RoleNames.SalesRep, Question, cancellationToken);
        if (first.Turn is not { Planner: PlannerKind.Model, Outcome: TurnOutcome.Answered })
        {
            throw new InvalidOperationException($"The model did not answer: {first.Turn?.Degraded} {first.Turn?.Answer}");
        }

        using var direct = new DirectVoice(voice, voice.Bodies);
        await SentenceAsync(voiced, direct, report, cancellationToken);
        var (app, bare) = await BareHub.StartAsync(direct, cancellationToken);
        await using (app)
        {
            foreach (var pace in Paces)
            {
                voice.Pace = pace;
                await CrowdAsync(voiced, bare, pace, report, cancellationToken);
            }
        }

        voice.Pace = TimeSpan.FromMilliseconds(500);
        await MemoryAsync(voiced, report, cancellationToken);
    }

    private async Task SentenceAsync(RunningHouse house, DirectVoice direct, Report report, CancellationToken cancellationToken)
    {
        var tools = new Samples();
        var pair = await Pair.RunAsync(
            Warm,
            Rounds,
            async () =>
            {
                var asked = await house.AskAsync(RoleNames.SalesRep, Question, cancellationToken);
                var own = asked.Turn!.ToolCalls.Max(c => (double)c.DurationMs);
                tools.Add(own);
                return asked.Words!.Value - own;
            },
            () => Clock.TimeAsync(() => direct.ReadSentenceAsync(cancellationToken)));
        report.Add(pair.ToLine(Name, "first sentence, without the tool's time", "same requests straight at the model"));
        report.Add(Line.Of(Name, "the tool's own time", tools));
    }

    private async Task CrowdAsync(RunningHouse house, Uri bare, TimeSpan pace, Report report, CancellationToken cancellationToken)
    {
        using var http = new HttpClient { BaseAddress = house.Address };
        using var signedIn = await http.PostAsJsonAsync("/api/v1/demo/session", new { persona = RoleNames.SalesRep }, cancellationToken);
        var token = (await signedIn.Content.ReadFromJsonAsync<JsonObject>(cancellationToken))!["token"]!.ToString();
        await ManyAsync(house.Address, token, 20, cancellationToken);
        await ManyAsync(bare, "none", 20, cancellationToken);
        var (work, least) = (new Samples(), new Samples());
        var pair = await Pair.RunAsync(
            0,
            5,
            () => WorkAsync(work, () => ManyAsync(house.Address, token, Streams, cancellationToken)),
            () => WorkAsync(least, () => ManyAsync(bare, "none", Streams, cancellationToken)));
        var name = pace == TimeSpan.Zero ? "as fast as it can" : $"{pace.TotalMilliseconds:0} ms a word";
        report.Add(pair.ToLine(Name, $"{Streams} streams at once, {name}", "bare hub that passes the model on"));
        report.Add(Line.Single(Name, $"throughput of the bare hub, {name}", 100 / pair.Ratios.Median, "%"));

        // What a busy machine can't blur; the readers, the model and the practice company in this process are part of both.
        report.Add(Line.Of(Name, $"processor time of a stream, {name}", work) with { Unit = "ms cpu", Reference = "bare hub that passes the model on", ReferenceMedian = least.Median, Adds = work.Median - least.Median, Ratio = work.Median / least.Median });
    }

    /// <summary>Notes the processor time of a stream besides.</summary>
    private static async Task<double> WorkAsync(Samples samples, Func<Task<double>> streams)
    {
        var before = Environment.CpuUsage.TotalTime;
        var took = await streams();
        samples.Add((Environment.CpuUsage.TotalTime - before).TotalMilliseconds / Streams);
        return took;
    }

    /// <summary>Milliseconds until all streams are at their end.</summary>
    private static Task<double> ManyAsync(Uri service, string token, int streams, CancellationToken cancellationToken)
        => Clock.TimeAsync(async () =>
        {
            var all = await Task.WhenAll(Enumerable.Range(0, streams).Select(_ => Task.Run(() => HubClient.AskAsync(service, token, Question, cancellationToken), cancellationToken)));
            if (all.Any(events => !events.Any(e => e["type"]?.ToString() == "token")))
            {
                throw new InvalidOperationException("A stream had no text.");
            }

            // With the day's budget used up the rules would answer, which is another thing to measure.
            if (all.SelectMany(events => events).FirstOrDefault(e => e["type"]?.ToString() == "turn" && e["turn"]?["planner"]?.ToString() == "rules") is { } silent)
            {
                throw new InvalidOperationException($"A stream was not the model's: {silent["turn"]!["degraded"]} {silent["turn"]!["outcome"]}: {silent["turn"]!["answer"]}");
            }
        });

    /// <summary>An open turn whose answer is being written: its model says a word every half second.</summary>
    private async Task MemoryAsync(RunningHouse house, Report report, CancellationToken cancellationToken)
    {
        var pipeline = house.Services.GetRequiredService<TurnPipeline>();
        var before = Held();
        var open = new List<IAsyncEnumerator<TurnUpdate>>();
        for (var i = 0; i < Streams; i++)
        {
            var request = new TurnRequest
            {
                TurnId = Guid.NewGuid().ToString("N"),
                ConversationId = Guid.NewGuid().ToString("N"),
                Question = Question,
                Caller = RunningHouse.As(RoleNames.SalesRep),
                Channel = "benchmark",
            };
            var updates = pipeline.RunAsync(request, cancellationToken).GetAsyncEnumerator(cancellationToken);
            open.Add(updates);
            await updates.MoveNextAsync();
        }

        await Task.Delay(TimeSpan.FromSeconds(5), TimeProvider.System, cancellationToken);
        report.Add(Line.Single(Name, "memory of an open turn, both ends of its line to the model included", (Held() - before) / 1024.0 / Streams, "kB") with { Count = Streams });
        foreach (var updates in open)
        {
            await updates.DisposeAsync();
        }
    }

    private static long Held()
    {
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: true, compacting: true);
        GC.WaitForPendingFinalizers();
        return GC.GetTotalMemory(forceFullCollection: true);
    }
}
