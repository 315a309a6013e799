using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using Copilot.Host;
using Copilot.Host.Commands;
using Copilot.Testing;
using Copilot.Testing.Service;
using Microsoft.Extensions.Logging;
using Xunit;
using Xunit.Abstractions;

namespace Copilot.IntegrationTests.Host;

/// <summary>
/// The service is killed as <c>kill -9</c> does, at a random moment in the middle of turns, again and again on the same store.
/// The practice company runs in another process, so that the killed one starts quickly and the ERP outlives it, as it does in an
/// installation.
/// </summary>
public abstract class KillContract(ITestOutputHelper output, int kills)
{
    private const int Askers = 8;
    private const int Seed = 20260731;
    private static readonly string[] Roles = ["sales-rep", "warehouse-supervisor", "service-agent", "operations-manager"];

    /// <summary>The store, by key below <c>Copilot</c>; none for the embedded one.</summary>
    protected virtual (string Key, string Value)? Store => null;

    /// <summary>Why there is no such store here, or null.</summary>
    protected virtual string? MissingBecause => null;

    [SkippableFact]
    public async Task After_kills_in_the_middle_of_turns_the_trail_is_whole_and_every_turn_has_its_end()
    {
        Skip.If(MissingBecause is not null, MissingBecause);
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(9.5));
        using var folder = new TemporaryFolder();
        using var companyFolder = new TemporaryFolder();
        var port = CopilotProcess.FreePort();
        await using var company = await CopilotProcess.ServeAsync(CopilotProgram.WithPracticeCompany(companyFolder.Path, port), limit.Token);
        var program = CopilotProgram.WithPracticeCompany(folder.Path)
            .With("Odoo__Url", $"http://127.0.0.1:{port}").With("Odoo__Database", "distributor")
            .With("Odoo__Service__Login", "admin").With("Odoo__Service__Secret", "admin")
            .With("Demo__Enabled", "true").With("Demo__Accounts", string.Join(',', Roles.Select(r => $"{r}={r}:{r}")));
        program = Store is { } store ? program.With(store.Key, store.Value) : program;
        var chance = new Random(Seed);
        var ledger = new KillLedger();
        var watch = Stopwatch.StartNew();
        for (var round = 0; round < kills; round++)
        {
            await RoundAsync(program, round, TimeSpan.FromMilliseconds(chance.Next(800)), ledger, limit.Token);

            // Before anything is repaired: what the dead process left behind must already be whole.
            await VerifyAsync(folder.Path, limit.Token);
        }

        await using (var last = await CopilotProcess.ServeAsync(program, limit.Token))
        {
            var verified = await program.RunAsync(limit.Token, "audit", "verify");
            Assert.True(verified.ExitCode == 0 && verified.Output.Contains("whole", StringComparison.Ordinal), verified.Output + verified.Error);
            await ConversationsAreClosedAsync(last, limit.Token);
        }

        var trail = await TrailAsync(program, limit.Token);
        ledger.HoldAgainst(trail, kills);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{kills} kills in {watch.Elapsed.TotalSeconds:F0} s; {ledger.Summary(trail)}"));
    }

    private static async Task RoundAsync(CopilotProgram program, int round, TimeSpan moment, KillLedger ledger, CancellationToken cancellationToken)
    {
        await using var service = await CopilotProcess.ServeAsync(program, cancellationToken);

        // Every other round waits for a first whole answer, so that warm services are killed as well as those at their first question.
        var signal = new KillSignal(round % 2 == 0 ? "status" : "turn");
        var askers = Enumerable.Range(0, Askers).Select(n => AskUntilDeadAsync(service.Address, round, n, signal, ledger, cancellationToken)).ToList();
        await signal.Heard.WaitAsync(cancellationToken);
        await Task.Delay(moment, TimeProvider.System, cancellationToken);
        await service.KillAsync(cancellationToken);
        await Task.WhenAll(askers);
    }

    private static async Task AskUntilDeadAsync(
        Uri address, int round, int asker, KillSignal signal, KillLedger ledger, CancellationToken cancellationToken)
    {
        try
        {
            using var client = await CopilotClient.SignInAsync(address, Roles[asker % Roles.Length], cancellationToken);
            for (var n = 0; ; n++)
            {
                // Each question names another order, so that it can be found again in the trail without the turn's id.
                var question = string.Create(CultureInfo.InvariantCulture, $"Where is order S{(round * 1000) + (asker * 100) + n:D5}, and which orders are at risk this week?");
                ledger.Asked(question);
                await foreach (var update in client.EventsAsync(question, cancellationToken))
                {
                    ledger.Saw(question, update);
                    signal.Note(update);
                }
            }
        }
        catch (Exception broken) when (broken is IOException or HttpRequestException { StatusCode: null })
        {
            // The service was killed: that is the test. A status is an answer, and not the one that was wanted.
        }
    }

    /// <summary>The verb <c>audit verify</c> inside this process: fifty starts of the program would take a minute more.</summary>
    private async Task VerifyAsync(string data, CancellationToken cancellationToken)
    {
        using var said = new StringWriter();
        var house = new CopilotHostOptions
        {
            ReadEnvironment = false,
            WorkingFolder = RepositoryRoot.Path,
            LogLevel = LogLevel.Error,
            Settings = new Dictionary<string, string?> { ["Copilot:Data"] = data, ["Copilot:Store"] = Store?.Value },
        };
        var code = await CopilotCommands.RunAsync(["audit", "verify"], new Terminal { Out = said, Error = said, House = house }, cancellationToken);
        Assert.True(code == 0 && said.ToString().Contains("whole", StringComparison.Ordinal), said.ToString());
    }

    private static async Task<IReadOnlyList<JsonObject>> TrailAsync(CopilotProgram program, CancellationToken cancellationToken)
    {
        var exported = await program.RunAsync(cancellationToken, "audit", "export");
        Assert.Equal(0, exported.ExitCode);
        return [.. exported.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!.AsObject())];
    }

    private static async Task ConversationsAreClosedAsync(CopilotProcess service, CancellationToken cancellationToken)
    {
        var seen = new ConcurrentBag<string>();
        foreach (var role in Roles)
        {
            using var client = await CopilotClient.SignInAsync(service.Address, role, cancellationToken);
            foreach (var conversation in (await client.ReadAsync("/api/v1/conversations", cancellationToken)).EnumerateArray())
            {
                var whole = await client.ReadAsync("/api/v1/conversations/" + conversation.GetProperty("id").GetString(), cancellationToken);
                foreach (var turn in whole.GetProperty("turns").EnumerateArray())
                {
                    Assert.NotEqual(string.Empty, turn.GetProperty("answer").GetString());
                    seen.Add(turn.GetProperty("answer").GetString()!);
                }
            }
        }

        Assert.Contains(seen, answer => answer.Contains("interrupted", StringComparison.Ordinal));
        Assert.Contains(seen, answer => !answer.Contains("interrupted", StringComparison.Ordinal));
    }
}
