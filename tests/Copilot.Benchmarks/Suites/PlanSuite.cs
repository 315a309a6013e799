using Copilot.Benchmarks.Harness;
using Copilot.Benchmarks.House;
using Copilot.Conversation;
using Microsoft.Extensions.DependencyInjection;

namespace Copilot.Benchmarks.Suites;

/// <summary>What planning costs: finding the names in a question and choosing tools. No tool runs.</summary>
internal sealed class PlanSuite : ISuite
{
    private const int Runs = 60;

    public string Name => "plan";

    public async Task RunAsync(RunningHouse house, Report report, CancellationToken cancellationToken)
    {
        var preview = house.Services.GetRequiredService<RoutePreview>();
        foreach (var question in await EverydayQuestion.AllAsync(house, cancellationToken))
        {
            var samples = new Samples();
            for (var run = -10; run < Runs; run++)
            {
                var took = await Clock.TimeAsync(() => preview.DecideAsync(RunningHouse.As(question.Role), question.Text, cancellationToken));
                if (run >= 0)
                {
                    samples.Add(took);
                }
            }

            report.Add(Line.Of(Name, question.Tool, samples));
        }
    }
}
