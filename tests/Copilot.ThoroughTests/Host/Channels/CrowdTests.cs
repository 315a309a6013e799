using Copilot.Contracts;
using Copilot.Host.Channels.Web;
using Copilot.Testing.Approvals;
using Copilot.Testing.Service;
using Copilot.ThoroughTests.Host.Channels.Teams;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Copilot.ThoroughTests.Host.Channels;

/// <summary>Many lines at once: nobody loses an event, whether people ask or only listen. The benchmark <c>connections</c> asks the same of thousands.</summary>
public sealed class CrowdTests : IAsyncLifetime
{
    private const int Idle = 200;
    private const int Active = 20;
    private const int Rounds = 5;
    private const int News = 4;

    private readonly TemporaryFolder folder = new();
    private readonly PracticeErp erp = new() { Amount = 2000 };
    private readonly CancellationTokenSource limit = new(TimeSpan.FromMinutes(2));
    private TeamsHouse house = null!;

    public async Task InitializeAsync() => house = await TeamsHouse.StartAsync(folder, erp);

    public async Task DisposeAsync()
    {
        await house.DisposeAsync();
        limit.Dispose();
        folder.Dispose();
    }

    [Fact]
    public async Task Hundreds_of_lines_lose_no_event_of_an_answer_and_no_news()
    {
        using var client = new HttpClient { BaseAddress = house.Address };
        var (boss, rep) = (await TestHouse.TokenAsync(client, RoleNames.OperationsManager), await TestHouse.TokenAsync(client));
        var idle = await Task.WhenAll(Enumerable.Range(0, Idle).Select(_ => CrowdLine.OpenAsync(house.Address, boss, limit.Token)));
        var active = await Task.WhenAll(Enumerable.Range(0, Active).Select(_ => CrowdLine.OpenAsync(house.Address, rep, limit.Token)));
        try
        {
            var push = house.Services.GetRequiredService<ProposalPush>();
            await push.TellAsync(limit.Token);
            var asking = active.Select(async line =>
            {
                for (var i = 0; i < Rounds; i++)
                {
                    Assert.Equal(7, await line.AskAsync("Where is it?", limit.Token));
                }
            });
            var telling = Task.Run(async () =>
            {
                for (var i = 1; i <= News; i++)
                {
                    await house.ProposeAsync(erp, "web", day: $"2026-12-0{i}");
                    await push.TellAsync(limit.Token);
                }
            });
            await Task.WhenAll(asking.Append(telling));

            // A question after the news: when its answer is there, everything sent before it on the same line is, too.
            await Task.WhenAll(idle.Select(line => line.AskAsync("Anything new?", limit.Token)));
            Assert.All(idle.Concat(active), line => Assert.Equal(((string?)null, 0), (line.Broken, line.Lost)));
            Assert.All(idle, line => Assert.Equal(News, line.Pushed));
        }
        finally
        {
            foreach (var line in idle.Concat(active))
            {
                await line.DisposeAsync();
            }
        }
    }
}
