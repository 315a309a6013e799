using System.Text.Json.Nodes;
using Copilot.Benchmarks.Harness;
using Copilot.Benchmarks.House;
using Copilot.Contracts;
using Copilot.Knowledge;
using Microsoft.Extensions.DependencyInjection;

namespace Copilot.Benchmarks.Suites;

/// <summary>Searching the documents, against the store's own part of it.</summary>
internal sealed class KnowledgeSuite : ISuite
{
    private const int Rounds = 20;

    private static readonly string[] Questions =
    [
        "How many days does a customer have to return goods?",
        "Who may release goods worth €6,000 from quality hold?",
        "What penalty does Nordlicht get for late deliveries?",
        "restocking charge wrong order",
        "are parial deliverys ok for brakwater?",
        "How long are gloves stored?",
    ];

    public string Name => "knowledge";

    public async Task RunAsync(RunningHouse house, Report report, CancellationToken cancellationToken)
    {
        await SearchAsync(house, report, cancellationToken);
        await ToolAsync(house, report, cancellationToken);
    }

    private static async Task AgainAsync(IReadOnlyList<Func<Task>> calls)
    {
        foreach (var call in calls)
        {
            await call();
        }
    }

    private async Task ToolAsync(RunningHouse house, Report report, CancellationToken cancellationToken)
    {
        var tool = house.Services.GetServices<ITool>().Single(t => t.Definition.Name == "knowledge.search");
        var caller = RunningHouse.As(RoleNames.OperationsManager);
        async Task AnswerAsync(string text)
        {
            var call = new ToolCall { Id = "benchmark/1", Tool = tool.Definition.Name, Arguments = new JsonObject { ["question"] = text } };
            var context = new ToolContext { Caller = caller, TurnId = "benchmark", Question = text, Now = TimeProvider.System.GetUtcNow() };
            await tool.RunAsync(context, call, new ToolPermit(call.Id, call.Tool, call.ArgumentsHash(), caller.Id), cancellationToken);
        }

        var calls = new List<Func<Task>>();
        foreach (var text in Questions)
        {
            calls.AddRange(await house.Knowledge.RecordAsync(() => AnswerAsync(text)));
        }

        var (whole, store) = await Work.CompareAsync(
            9,
            3,
            async () =>
            {
                foreach (var text in Questions)
                {
                    await AnswerAsync(text);
                }
            },
            () => AgainAsync(calls));
        report.Add(Line.Single(Name, "knowledge.search, search and answer", whole / Questions.Length, "ms cpu") with
        {
            Count = 9 * 3 * Questions.Length,
            Reference = "the same store calls alone",
            ReferenceMedian = store / Questions.Length,
            Adds = (whole - store) / Questions.Length,
            Ratio = whole / store,
        });
    }

    private async Task SearchAsync(RunningHouse house, Report report, CancellationToken cancellationToken)
    {
        var search = house.Services.GetRequiredService<KnowledgeSearch>();
        var caller = RunningHouse.As(RoleNames.OperationsManager);
        var (all, bare) = (new Samples(), new Samples());
        var ratios = new Samples();
        foreach (var text in Questions)
        {
            var query = new KnowledgeQuery { Text = text, Caller = caller };
            var calls = await house.Knowledge.RecordAsync(() => search.SearchAsync(query, cancellationToken));
            for (var round = -5; round < Rounds; round++)
            {
                var took = await Clock.TimeAsync(() => search.SearchAsync(query, cancellationToken));
                var store = await Clock.TimeAsync(() => AgainAsync(calls));
                if (round >= 0)
                {
                    all.Add(took);
                    bare.Add(store);
                    ratios.Add(took / store);
                }
            }
        }

        report.Add(Line.Of(Name, "search, ten passages", all) with { Reference = "the same store calls alone", ReferenceMedian = bare.Median, Adds = all.Median - bare.Median, Ratio = ratios.Median });
    }
}
