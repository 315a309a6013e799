using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Copilot.Contracts;
using Copilot.Governance.Audit;
using Copilot.Host;
using Copilot.Testing;
using Copilot.Testing.Service;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Xunit;

namespace Copilot.ThoroughTests.Host;

/// <summary>The real rooms joined: sandbox, ERP client, library, planner, audit. Nothing is scripted.</summary>
public sealed class WholeHouseTests : IAsyncLifetime
{
    private readonly TemporaryFolder folder = new();
    private CopilotHost? house;

    public async Task InitializeAsync() => house = await CopilotHost.StartAsync(
        new CopilotHostOptions
        {
            Urls = "http://127.0.0.1:0",
            WorkingFolder = RepositoryRoot.Path,
            ReadEnvironment = false,
            LogLevel = LogLevel.None,
            Settings = new Dictionary<string, string?> { ["Copilot:Data"] = folder.Path, ["Copilot:Sandbox:Port"] = "0" },
        },
        CancellationToken.None);

    public async Task DisposeAsync()
    {
        await house!.DisposeAsync();
        folder.Dispose();
    }

    [Fact]
    public async Task A_question_about_an_agreement_is_answered_audited_and_its_sources_open()
    {
        using var client = new HttpClient { BaseAddress = house!.Address };
        client.DefaultRequestHeaders.Add("Authorization", "Bearer " + await TestHouse.TokenAsync(client, RoleNames.OperationsManager));
        Assert.Equal("ready", (await client.GetFromJsonAsync<JsonObject>("/readyz"))!["status"]!.ToString());

        using var response = await client.PostAsJsonAsync("/api/v1/ask", new { question = "What penalty does the agreement with Nordlicht Logistik name for late delivery?" });
        var turn = (await response.Content.ReadFromJsonAsync<JsonObject>())!;

        Assert.Equal("answered", turn["outcome"]!.ToString());
        Assert.Contains("[S1]", turn["answer"]!.ToString());
        foreach (var source in turn["sources"]!.AsArray())
        {
            var view = await client.GetFromJsonAsync<JsonObject>($"/api/v1/sources/{turn["turnId"]}/{source!["id"]}");
            Assert.NotEmpty(view!["title"]!.ToString());
        }

        var audit = house.Services.GetRequiredService<AuditReader>();
        Assert.Contains(AuditEntryKind.TurnFinished, (await audit.ReadTurnAsync(turn["turnId"]!.ToString(), CancellationToken.None)).Select(entry => entry.Kind));
        Assert.True((await audit.VerifyAsync(CancellationToken.None)).IsWhole);
        var whole = await client.GetFromJsonAsync<JsonObject>($"/api/v1/audit/turns/{turn["turnId"]}");
        Assert.True(whole!["entries"]!.AsArray().Count >= 2);
    }
}
