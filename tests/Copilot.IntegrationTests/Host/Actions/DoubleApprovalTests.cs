using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Copilot.Contracts;
using Copilot.Host;
using Copilot.IntegrationTests.Host.Postgres;
using Copilot.Sandbox;
using Copilot.Testing;
using Copilot.Testing.Service;
using Microsoft.Extensions.Logging;
using Xunit;

namespace Copilot.IntegrationTests.Host.Actions;

/// <summary>One proposal approved from several places at the same moment: by REST at two nodes that share PostgreSQL, and in words over the hub. It is done once, and each is told how it stands.</summary>
public sealed class DoubleApprovalTests : IAsyncLifetime
{
    private const string Rep = RoleNames.SalesRep;
    private readonly PostgresUnderTest server = new();
    private readonly TemporaryFolder first = new();
    private readonly TemporaryFolder second = new();
    private readonly CancellationTokenSource limit = new(TimeSpan.FromMinutes(5));
    private readonly DateOnly day = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime).AddDays(40);
    private SandboxServer company = null!;
    private PracticeBooks books = null!;

    public async Task InitializeAsync()
    {
        company = await SandboxServer.StartAsync(new SandboxOptions { Port = 0 }, TimeProvider.System, limit.Token);
        books = new PracticeBooks(company.Address.Port);
        if (server.MissingBecause is null)
        {
            await server.CreateAsync();
        }
    }

    public async Task DisposeAsync()
    {
        books.Dispose();
        await company.DisposeAsync();
        await server.DisposeAsync();
        first.Dispose();
        second.Dispose();
        limit.Dispose();
    }

    [SkippableFact]
    public async Task At_two_nodes_by_REST_and_over_the_hub_it_is_done_once()
    {
        Skip.If(server.MissingBecause is not null, server.MissingBecause);
        await using var one = await StartAsync(first.Path, server.ConnectionString);
        File.Copy(Path.Combine(first.Path, "audit.key"), Path.Combine(second.Path, "audit.key"));
        await using var two = await StartAsync(second.Path, server.ConnectionString);
        await ApproveAtOnceAsync(one, two, 0);
        await ApproveAtOnceAsync(two, one, 1);
    }

    [Fact]
    public async Task At_one_node_by_REST_and_over_the_hub_it_is_done_once()
    {
        await using var only = await StartAsync(first.Path, null);
        await ApproveAtOnceAsync(only, only, 0);
        await ApproveAtOnceAsync(only, only, 1);
    }

    private async Task ApproveAtOnceAsync(CopilotHost here, CopilotHost there, int skip)
    {
        var order = (await books.ReadAsync("sale.order", "[['state','=','sale'],['user_id.login','=','sales-rep'],['commitment_date','!=',false],['amount_total','<',20000],['picking_ids.state','in',['confirmed','waiting']]]", limit.Token, "name"))[skip];
        using var rep = await ClientAsync(here, Rep);
        using var elsewhere = await ClientAsync(there, Rep);
        var turn = await PostAsync(rep, "/api/v1/ask", new { question = string.Create(CultureInfo.InvariantCulture, $"Move the promised date of {order["name"]} to {day:yyyy-MM-dd}") });
        var proposal = Assert.Single(turn["proposals"]!.AsArray())!.AsObject();
        var address = $"/api/v1/proposals/{proposal["id"]}/approve";
        var token = rep.DefaultRequestHeaders.Authorization!.Parameter!;

        var answers = await Task.WhenAll(
            PostAsync(rep, address, new { }),
            PostAsync(elsewhere, address, new { }),
            PostAsync(rep, address, new { comment = "again" }),
            SayAsync(there, token, $"approve {proposal["reference"]}"));

        var seen = await DoneAsync(rep, (string)proposal["id"]!);
        Assert.Equal("done", (string)seen["state"]!);
        Assert.Single(seen["decisions"]!.AsArray());
        Assert.Single(await books.ReadAsync("mail.message", $"[['body','ilike','Reference {proposal["reference"]}. Request']]", limit.Token, "id"));

        // One was taken; the others are told that it is decided, none that it failed.
        Assert.All(answers, a => Assert.True(a["state"] is not null || a.ToJsonString().Contains("decided already", StringComparison.Ordinal) || a["answer"] is not null, a.ToJsonString()));
        Assert.DoesNotContain(answers, a => (string?)a["state"] == "failed");
    }

    private async Task<JsonObject> DoneAsync(HttpClient client, string id)
    {
        while (true)
        {
            var seen = (await client.GetFromJsonAsync<JsonObject>($"/api/v1/proposals/{id}", limit.Token))!;
            if ((string)seen["state"]! is "done" or "failed" or "rejected" or "expired")
            {
                return seen;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System, limit.Token);
        }
    }

    private async Task<JsonObject> SayAsync(CopilotHost at, string token, string words)
    {
        var events = await HubClient.AskAsync(at.Address, token, words, limit.Token);
        return events.Single(e => e["type"] is JsonValue type && type.TryGetValue<string>(out var kind) && kind == "turn")["turn"]!.AsObject();
    }

    private async Task<JsonObject> PostAsync(HttpClient client, string address, object body)
    {
        using var answer = await client.PostAsJsonAsync(address, body, limit.Token);
        return (await answer.Content.ReadFromJsonAsync<JsonObject>(limit.Token))!;
    }

    private async Task<HttpClient> ClientAsync(CopilotHost at, string persona)
    {
        var client = new HttpClient { BaseAddress = at.Address, Timeout = TimeSpan.FromMinutes(2) };
        var session = await PostAsync(client, "/api/v1/demo/session", new { persona });
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", (string)session["token"]!);
        return client;
    }

    private Task<CopilotHost> StartAsync(string data, string? store) => CopilotHost.StartAsync(
        new CopilotHostOptions
        {
            Urls = "http://127.0.0.1:0",
            WorkingFolder = RepositoryRoot.Path,
            ReadEnvironment = false,
            LogLevel = LogLevel.None,
            Settings = new Dictionary<string, string?>
            {
                ["Copilot:Data"] = data,
                ["Copilot:Store"] = store,
                ["Copilot:Odoo:Url"] = company.Address.ToString(),
                ["Copilot:Odoo:Database"] = "distributor",
                ["Copilot:Odoo:Service:Login"] = "admin",
                ["Copilot:Odoo:Service:Secret"] = "admin",
                ["Copilot:Demo:Enabled"] = "true",
                ["Copilot:Demo:Accounts"] = string.Join(',', RoleNames.All.Select(r => $"{r}={r}:{r}")),
            },
        },
        limit.Token);
}
