using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Copilot.Contracts;
using Copilot.Host;
using Copilot.Testing.Approvals;
using Copilot.Testing.Service;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Copilot.ThoroughTests.Host.Channels;

/// <summary>Proposals over HTTP with the real lock: who sees, who decides, and what the errors say.</summary>
public sealed class ProposalEndpointsTests : IAsyncLifetime
{
    private readonly TemporaryFolder folder = new();
    private readonly PracticeErp erp = new() { Amount = 2000 };
    private CopilotHost? house;

    public async Task InitializeAsync()
    {
        var policies = folder.Join("policies.yaml");
        await File.WriteAllTextAsync(policies, $$"""
            version: 1
            grants: { sales-rep: [sales], operations-manager: [sales], accountant: [sales] }
            models: { cloud: { may_read: [], hide: [] }, in-house: { may_read: [], hide: [] } }
            actions:
              {{ActionHouse.Rules}}
            """);
        var options = TestHouse.Options(folder, ("Governance:Policies", policies));
        house = await CopilotHost.StartAsync(options with { Configure = s => { options.Configure!(s); s.AddSingleton<ITool>(new PracticeAction(erp)); } }, CancellationToken.None);
    }

    public async Task DisposeAsync()
    {
        await house!.DisposeAsync();
        folder.Dispose();
    }

    [Fact]
    public async Task The_right_person_sees_and_approves_it_and_it_runs()
    {
        var proposal = await ProposeAsync();
        using var rep = await AsAsync(RoleNames.SalesRep);
        using var boss = await AsAsync(RoleNames.OperationsManager);
        var seen = (await boss.GetFromJsonAsync<JsonArray>("/api/v1/proposals?state=proposed"))!.Single()!;
        Assert.Equal((proposal.Id, true, "operations-manager"), ((string)seen["id"]!, (bool)seen["mayApprove"]!, (string)seen["approverRole"]!));
        Assert.Equal("2026-11-27", (string)seen["changes"]![0]!["old"]!);
        await ProblemAsync(await rep.PostAsJsonAsync($"/api/v1/proposals/{proposal.Id}/approve", new { }), HttpStatusCode.Forbidden, "not-yours");
        await ProblemAsync(await boss.PostAsJsonAsync($"/api/v1/proposals/{proposal.Id}/approve", new { fingerprint = new string('0', 64) }), HttpStatusCode.Conflict, "already-decided");
        Assert.Empty(erp.Written);

        using var answer = await boss.PostAsJsonAsync($"/api/v1/proposals/{proposal.Id}/approve", new { comment = "fine", fingerprint = proposal.Fingerprint });
        var done = (await answer.Content.ReadFromJsonAsync<JsonObject>())!;
        Assert.Equal((HttpStatusCode.OK, "done", "fine", "done"), (answer.StatusCode, (string)done["state"]!, (string)done["decisions"]![0]!["comment"]!, (string)done["outcome"]!["kind"]!));
        Assert.Single(erp.Written);
        await ProblemAsync(await boss.PostAsync($"/api/v1/proposals/{proposal.Id}/reject", null), HttpStatusCode.Conflict, "already-decided");

        using var undone = await boss.PostAsync($"/api/v1/proposals/{proposal.Id}/undo", null);
        Assert.Equal(HttpStatusCode.Created, undone.StatusCode);
        Assert.Equal(proposal.Id, (string)(await undone.Content.ReadFromJsonAsync<JsonObject>())!["undoOf"]!);
    }

    [Fact]
    public async Task To_others_it_does_not_exist_and_auditors_may_look_only()
    {
        var proposal = await ProposeAsync();
        using var books = await AsAsync(RoleNames.Accountant);
        using var auditor = await AsAsync(RoleNames.Auditor);
        Assert.Equal("[]", await books.GetStringAsync("/api/v1/proposals"));
        await ProblemAsync(await books.GetAsync($"/api/v1/proposals/{proposal.Id}"), HttpStatusCode.NotFound, "no-proposal");
        await ProblemAsync(await books.PostAsJsonAsync($"/api/v1/proposals/{proposal.Id}/approve", new { }), HttpStatusCode.NotFound, "no-proposal");
        Assert.Equal(proposal.Id, (string)(await auditor.GetFromJsonAsync<JsonObject>($"/api/v1/proposals/{proposal.Id}"))!["id"]!);
        await ProblemAsync(await auditor.PostAsJsonAsync($"/api/v1/proposals/{proposal.Id}/approve", new { }), HttpStatusCode.Forbidden, "not-yours");
        await ProblemAsync(await auditor.PostAsJsonAsync($"/api/v1/proposals/{proposal.Id}/reject", new { }), HttpStatusCode.Forbidden, "not-yours");
        using var nobody = new HttpClient { BaseAddress = house!.Address };
        Assert.Equal(HttpStatusCode.Unauthorized, (await nobody.GetAsync("/api/v1/proposals")).StatusCode);
    }

    [Theory]
    [InlineData("{\"comment\":7}")]
    [InlineData("[1]")]
    [InlineData("not json")]
    public async Task A_decision_that_can_not_be_read_decides_nothing(string body)
    {
        var proposal = await ProposeAsync();
        using var boss = await AsAsync(RoleNames.OperationsManager);
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        Assert.Equal(HttpStatusCode.BadRequest, (await boss.PostAsync($"/api/v1/proposals/{proposal.Id}/approve", content)).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await boss.PostAsJsonAsync($"/api/v1/proposals/{proposal.Id}/approve", new { comment = new string('x', 2001) })).StatusCode);
        Assert.Empty(erp.Written);
    }

    [Fact]
    public async Task A_rejection_by_the_one_who_asked_needs_no_body()
    {
        var proposal = await ProposeAsync();
        using var rep = await AsAsync(RoleNames.SalesRep);
        using var answer = await rep.PostAsync($"/api/v1/proposals/{proposal.Id}/reject", null);
        Assert.Equal("rejected", (string)(await answer.Content.ReadFromJsonAsync<JsonObject>())!["state"]!);
    }

    private async Task<Proposal> ProposeAsync()
    {
        var caller = new Caller { Id = "demo:sales-rep", DisplayName = "Sofia Marin", Roles = [RoleNames.SalesRep], Companies = [new CompanyRef(1, "Meridian Industrial Supply")] };
        var request = new TurnRequest { TurnId = Guid.NewGuid().ToString("N"), ConversationId = "c", Question = "q", Caller = caller, Channel = "web" };
        var call = new ToolCall { Id = "1", Tool = "practice.move_date", Arguments = new JsonObject { ["order"] = "S00042", ["day"] = "2026-12-01" } };
        return (await house!.Services.GetRequiredService<IProposals>().ProposeAsync(request, call, PracticeAction.Draft(erp), [], new GuardVerdict { Allowed = true }, CancellationToken.None)).Proposal!;
    }

    private async Task<HttpClient> AsAsync(string persona)
    {
        var client = new HttpClient { BaseAddress = house!.Address };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", await TestHouse.TokenAsync(client, persona));
        return client;
    }

    private static async Task ProblemAsync(HttpResponseMessage response, HttpStatusCode status, string kind)
    {
        using (response)
        {
            Assert.Equal(status, response.StatusCode);
            Assert.EndsWith(":" + kind, (string)(await response.Content.ReadFromJsonAsync<JsonObject>())!["type"]!, StringComparison.Ordinal);
        }
    }
}
