using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Copilot.Contracts;
using Copilot.Host;
using Copilot.Host.Commands;
using Copilot.Knowledge.Stores.Sqlite;
using Copilot.Sandbox;
using Copilot.Testing;
using Copilot.Testing.Odoo.Faults;
using Copilot.Testing.Service;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using Xunit;

namespace Copilot.IntegrationTests.Host.Actions;

/// <summary>The practice company here, a door before it, and the program as another process with a store of its own: so that each can break alone.</summary>
internal sealed class ActionHome : IAsyncDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly SandboxServer company;
    private readonly CancellationToken limit;
    private CopilotProcess? service;

    private ActionHome(SandboxServer company, CancellationToken limit)
    {
        SqliteLibrary.Use();
        (this.company, this.limit) = (company, limit);
        Door = new TroubledDoor(company.Address);
        Books = new PracticeBooks(company.Address.Port);
    }

    public TroubledDoor Door { get; }

    /// <summary>What is true, read beside the door.</summary>
    public PracticeBooks Books { get; }

    public static async Task<ActionHome> OpenAsync(CancellationToken limit) => new(await SandboxServer.StartAsync(new SandboxOptions { Port = 0 }, TimeProvider.System, limit), limit);

    /// <summary>Starts the program, after a kill as at first.</summary>
    public async Task StartAsync()
    {
        Door.Mend();
        service = await CopilotProcess.ServeAsync(Program, limit);
    }

    /// <summary>Ends the program as <c>kill -9</c> does, and looks whether what it left behind is whole.</summary>
    public async Task KillAsync()
    {
        await service!.KillAsync(limit);
        await service.DisposeAsync();
        service = null;
        using var said = new StringWriter();
        var house = new CopilotHostOptions { ReadEnvironment = false, WorkingFolder = RepositoryRoot.Path, LogLevel = LogLevel.Error, Settings = new Dictionary<string, string?> { ["Copilot:Data"] = folder.Path } };
        var code = await CopilotCommands.RunAsync(["audit", "verify"], new Terminal { Out = said, Error = said, House = house }, limit);
        Assert.True(code == 0 && said.ToString().Contains("whole", StringComparison.Ordinal), said.ToString());
    }

    /// <summary>Asks for something and gives the one proposal of the answer.</summary>
    public async Task<JsonObject> ProposeAsync(string persona, string question)
    {
        using var client = await ClientAsync(persona);
        using var answer = await client.PostAsJsonAsync("/api/v1/ask", new { question }, limit);
        var turn = (await answer.Content.ReadFromJsonAsync<JsonObject>(limit))!;
        return turn["proposals"] is JsonArray { Count: 1 } proposals ? proposals[0]!.AsObject() : throw new InvalidOperationException($"No proposal: {turn["answer"]}");
    }

    /// <summary>Approves; the call ends with an answer or with the program.</summary>
    public async Task ApproveAsync(string persona, JsonObject proposal)
    {
        using var client = await ClientAsync(persona);
        try
        {
            using var answer = await client.PostAsJsonAsync($"/api/v1/proposals/{proposal["id"]}/approve", new { }, limit);
        }
        catch (HttpRequestException)
        {
            // The program was killed under it: that is the test.
        }
    }

    public async Task<JsonObject> SeeAsync(string persona, JsonObject proposal)
    {
        using var client = await ClientAsync(persona);
        return (await client.GetFromJsonAsync<JsonObject>($"/api/v1/proposals/{proposal["id"]}", limit))!;
    }

    /// <summary>Waits until a proposal has come to one of these states, as the one who asked sees it.</summary>
    public async Task<JsonObject> UntilAsync(string persona, JsonObject proposal, params string[] states)
    {
        using var client = await ClientAsync(persona);
        while (true)
        {
            var seen = (await client.GetFromJsonAsync<JsonObject>($"/api/v1/proposals/{proposal["id"]}", limit))!;
            if (states.Contains((string)seen["state"]!))
            {
                return seen;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(200), TimeProvider.System, limit);
        }
    }

    /// <summary>How often the reference of a proposal stands in the chatter.</summary>
    public async Task<int> TracesAsync(JsonObject proposal)
        => (await Books.ReadAsync("mail.message", $"[['body','ilike','Reference {proposal["reference"]}. Request']]", limit, "id")).Count;

    /// <summary>Runs a statement on the store of the program.</summary>
    public async Task OnStoreAsync(string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(folder.Path, "copilot.db")};Pooling=False;Default Timeout=30");
        await connection.OpenAsync(limit);
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The statements are the tests' own.
        command.CommandText = sql;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync(limit);
    }

    /// <summary>Puts the beginning of what runs back by more than anything can be on its way.</summary>
    public Task AgeAsync(JsonObject proposal)
        => OnStoreAsync($"update proposal set due_at = null, kept = json_remove(json_set(kept, '$.beganAt', strftime('%Y-%m-%dT%H:%M:%SZ', 'now', '-10 minutes')), '$.dueAt') where id = '{proposal["id"]}'");

    public async ValueTask DisposeAsync()
    {
        if (service is not null)
        {
            await service.DisposeAsync();
        }

        Books.Dispose();
        await Door.DisposeAsync();
        await company.DisposeAsync();
        folder.Dispose();
    }

    private CopilotProgram Program => CopilotProgram.WithPracticeCompany(folder.Path)
        .With("Odoo__Url", Door.Address.ToString()).With("Odoo__Database", "distributor")
        .With("Odoo__Service__Login", "admin").With("Odoo__Service__Secret", "admin")
        .With("Demo__Enabled", "true").With("Demo__Accounts", string.Join(',', RoleNames.All.Select(r => $"{r}={r}:{r}")));

    private async Task<HttpClient> ClientAsync(string persona)
    {
        var client = new HttpClient { BaseAddress = service!.Address, Timeout = TimeSpan.FromMinutes(2) };
        using var signedIn = await client.PostAsJsonAsync("/api/v1/demo/session", new { persona }, limit);
        signedIn.EnsureSuccessStatusCode();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", (string)(await signedIn.Content.ReadFromJsonAsync<JsonObject>(limit))!["token"]!);
        return client;
    }
}
