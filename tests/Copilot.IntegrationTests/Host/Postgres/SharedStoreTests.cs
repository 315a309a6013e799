using System.Diagnostics;
using System.Globalization;
using System.Net;
using Copilot.Contracts;
using Copilot.Governance.Audit;
using Copilot.Host;
using Copilot.Host.Start;
using Copilot.Host.Storage;
using Copilot.Host.Storage.Postgres;
using Copilot.Testing;
using Copilot.Testing.Service;
using Copilot.Testing.Storage;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Xunit;
using Xunit.Abstractions;

namespace Copilot.IntegrationTests.Host.Postgres;

/// <summary>Nodes that share a real PostgreSQL: whole houses with the practice company, nothing scripted.</summary>
public sealed class SharedStoreTests(ITestOutputHelper output) : IAsyncLifetime
{
    private static readonly string[] Roles = ["sales-rep", "warehouse-supervisor", "service-agent", "operations-manager"];

    private readonly PostgresUnderTest server = new();
    private readonly TemporaryFolder first = new();
    private readonly TemporaryFolder second = new();
    private readonly CancellationTokenSource limit = new(TimeSpan.FromMinutes(5));

    private string Store
    {
        get
        {
            Skip.If(server.MissingBecause is not null, server.MissingBecause);
            return server.ConnectionString;
        }
    }

    public Task InitializeAsync() => server.MissingBecause is null ? server.CreateAsync() : Task.CompletedTask;

    public async Task DisposeAsync()
    {
        await server.DisposeAsync();
        first.Dispose();
        second.Dispose();
        limit.Dispose();
    }

    [SkippableFact]
    public async Task Eight_askers_at_two_nodes_make_one_whole_trail_and_find_their_things_at_both()
    {
        await using var one = await StartAsync(first.Path);
        CopyKey();
        await using var two = await StartAsync(second.Path);
        var watch = Stopwatch.StartNew();

        var turns = await Task.WhenAll(Enumerable.Range(0, 8).Select(n => AskAsync(n % 2 == 0 ? one : two, n)));

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{turns.Sum(t => t.Count)} turns by 8 askers at 2 nodes in {watch.Elapsed.TotalSeconds:F1} s"));
        foreach (var house in new[] { one, two })
        {
            var check = await house.Services.GetRequiredService<AuditReader>().VerifyAsync(limit.Token);
            Assert.True(check.IsWhole, check.FirstFault?.What);
            Assert.True(check.Entries >= 2 * turns.Sum(t => t.Count));
        }

        // What was asked here opens there, with the token that was given here.
        using var client = await CopilotClient.SignInAsync(one.Address, Roles[0], limit.Token);
        var mine = turns[0][0];
        using var there = new HttpClient { BaseAddress = two.Address };
        there.DefaultRequestHeaders.Add("Authorization", "Bearer " + client.Token);
        var conversation = await there.GetStringAsync(new Uri("/api/v1/conversations/" + mine.ConversationId, UriKind.Relative), limit.Token);
        Assert.Contains(mine.TurnId, conversation);
        using var stranger = await CopilotClient.SignInAsync(two.Address, Roles[1], limit.Token);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync("/api/v1/conversations/" + mine.ConversationId, limit.Token)).Status);
    }

    [SkippableFact]
    public async Task Turns_of_a_node_that_was_killed_are_closed_by_the_other_while_it_serves()
    {
        await using var alive = await StartAsync(first.Path);
        CopyKey();
        await using (var killed = await CopilotProcess.ServeAsync(CopilotProgram.WithPracticeCompany(second.Path).With("Store", Store), limit.Token))
        {
            using var client = await CopilotClient.SignInAsync(killed.Address, Roles[3], limit.Token);
            await BeginAsync(client, alive);
            await killed.KillAsync(limit.Token);
        }

        var watch = alive.Services.GetServices<IHostedService>().OfType<StoreWatch>().Single();
        await UntilGoneAsync(alive);
        await watch.LookAsync(limit.Token);

        var ends = new Dictionary<string, int>();
        await foreach (var entry in alive.Services.GetRequiredService<AuditReader>().ExportAsync(null, null, limit.Token))
        {
            if (entry.Kind is AuditEntryKind.TurnStarted or AuditEntryKind.TurnInterrupted or AuditEntryKind.TurnFinished)
            {
                ends[entry.TurnId!] = ends.GetValueOrDefault(entry.TurnId!) + (entry.Kind == AuditEntryKind.TurnStarted ? 0 : 1);
            }
        }

        Assert.NotEmpty(ends);
        Assert.All(ends.Values, count => Assert.Equal(1, count));
        Assert.Empty(await alive.Services.GetRequiredService<TurnStore>().OrphansAsync(limit.Token));
        Assert.Empty(await alive.Services.GetRequiredService<INodes>().DiedAsync(limit.Token));
        Assert.True((await alive.Services.GetRequiredService<AuditReader>().VerifyAsync(limit.Token)).IsWhole);
    }

    [SkippableFact]
    public async Task A_node_without_the_right_key_does_not_start_and_says_where_to_get_it()
    {
        await using var one = await StartAsync(first.Path);

        var trouble = await Assert.ThrowsAsync<CopilotException>(() => StartAsync(second.Path));

        Assert.Contains("Copy the key file of the first node", trouble.Message);
    }

    [SkippableFact]
    public async Task Nodes_that_start_at_once_on_an_empty_database_all_start()
    {
        var key = Path.Combine(first.Path, "audit.key");
        var houses = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Task.Run(
            () => CopilotHost.StartAsync(Options(first.Path) with { Listen = false, Prepare = HouseParts.None }, limit.Token))));
        foreach (var house in houses)
        {
            await house.DisposeAsync();
        }

        Assert.True(File.Exists(key));
    }

    [SkippableFact]
    public async Task The_service_goes_on_after_its_lines_were_cut()
    {
        await using var house = await StartAsync(first.Path);
        using var client = await CopilotClient.SignInAsync(house.Address, Roles[3], limit.Token);
        await client.AskAsync("Where is S00042?", null, limit.Token);

        await server.CutAsync();
        var turn = await client.AskAsync("Which orders are at risk this week?", null, limit.Token);

        Assert.NotEqual(TurnOutcome.Failed, turn.Outcome);
        Assert.True((await house.Services.GetRequiredService<AuditReader>().VerifyAsync(limit.Token)).IsWhole);
    }

    [SkippableFact]
    public async Task Sign_in_keys_lie_in_the_database_only_encrypted()
    {
        await using var house = await StartAsync(first.Path);
        using var client = await CopilotClient.SignInAsync(house.Address, Roles[0], limit.Token);

        var kept = await house.Services.GetRequiredService<IStoreDatabase>().ReadAsync(c => c.Query<string>("select sealed from sign_in_key").ToList(), limit.Token);

        Assert.NotEmpty(kept);
        Assert.All(kept, text => Assert.DoesNotContain("masterKey", System.Text.Encoding.UTF8.GetString(Convert.FromBase64String(text))));
        Assert.False(Directory.Exists(Path.Combine(first.Path, "keys")));
    }

    // Until the turn is on record; what the client sees first may come before that.
    private async Task BeginAsync(CopilotClient client, CopilotHost alive)
    {
        await using var updates = client.EventsAsync("Which orders are at risk this week, and why?", CancellationToken.None).GetAsyncEnumerator();
        Assert.True(await updates.MoveNextAsync());
        var database = alive.Services.GetRequiredService<IStoreDatabase>();
        while (await database.ReadAsync(c => c.ExecuteScalar<long>("select count(*) from audit_entry where kind = 'turn_started'"), limit.Token) == 0)
        {
            await Task.Yield();
        }
    }

    // The server notices a dead process when it reads the end of its line: at once, but not in the same instant.
    private async Task UntilGoneAsync(CopilotHost alive)
    {
        while ((await alive.Services.GetRequiredService<INodes>().DiedAsync(limit.Token)).Count == 0)
        {
            await Task.Yield();
        }
    }

    private async Task<IReadOnlyList<Turn>> AskAsync(CopilotHost house, int asker)
    {
        using var client = await CopilotClient.SignInAsync(house.Address, Roles[asker % Roles.Length], limit.Token);
        var turns = new List<Turn>();
        string? conversation = null;
        for (var n = 0; n < 10; n++)
        {
            var turn = await client.AskAsync(string.Create(CultureInfo.InvariantCulture, $"Where is order S{(asker * 10) + n + 1:D5}?"), conversation, limit.Token);
            Assert.NotEqual(TurnOutcome.Failed, turn.Outcome);
            conversation = turn.ConversationId;
            turns.Add(turn);
        }

        return turns;
    }

    private void CopyKey() => File.Copy(Path.Combine(first.Path, "audit.key"), Path.Combine(second.Path, "audit.key"));

    private Task<CopilotHost> StartAsync(string data) => CopilotHost.StartAsync(Options(data), limit.Token);

    private CopilotHostOptions Options(string data) => new()
    {
        Urls = "http://127.0.0.1:0",
        WorkingFolder = RepositoryRoot.Path,
        ReadEnvironment = false,
        LogLevel = LogLevel.None,
        Settings = new Dictionary<string, string?> { ["Copilot:Data"] = data, ["Copilot:Store"] = Store, ["Copilot:Sandbox:Port"] = "0" },
    };
}
