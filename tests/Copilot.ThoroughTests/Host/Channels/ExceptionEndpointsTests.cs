using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Copilot.Contracts;
using Copilot.Host;
using Copilot.Host.Channels.Web;
using Copilot.Odoo.Exceptions.Cases;
using Copilot.Testing.Approvals;
using Copilot.Testing.Service;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Copilot.ThoroughTests.Host.Channels;

/// <summary>Exceptions over HTTP and the hub: the shapes that clients rely on, who is told, and the webhook.</summary>
public sealed class ExceptionEndpointsTests : IAsyncLifetime
{
    private const string Secret = "a-secret-of-the-automation";

    private readonly TemporaryFolder folder = new();
    private readonly PracticeErp erp = new() { Amount = 2000 };
    private readonly PracticeExceptions exceptions = new();
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
        var options = TestHouse.Options(folder, ("Governance:Policies", policies), ("Exceptions:WebhookSecret", Secret));
        house = await CopilotHost.StartAsync(
            options with
            {
                Configure = s =>
                {
                    options.Configure!(s);
                    s.AddSingleton<ITool>(new PracticeAction(erp)).AddSingleton<IExceptionDesk>(exceptions).AddSingleton<IExceptionFeed>(exceptions);
                },
            },
            CancellationToken.None);
    }

    public async Task DisposeAsync()
    {
        await house!.DisposeAsync();
        folder.Dispose();
    }

    [Fact]
    public async Task The_list_has_the_shape_that_clients_rely_on()
    {
        using var boss = await AsAsync(RoleNames.OperationsManager);
        var list = (await boss.GetFromJsonAsync<JsonObject>("/api/v1/exceptions?state=open"))!;
        Assert.Equal(["exceptions", "scannedAt", "stale"], list.Select(p => p.Key));
        var one = list["exceptions"]![0]!.AsObject();
        Assert.Equal(
            ["id", "kind", "title", "summary", "cause", "impact", "score", "confidence", "ownerRole", "state", "firstSeen", "lastSeen", "records", "actions"], one.Select(p => p.Key));
        Assert.Equal("""{"revenue":{"amount":1200.5,"currency":"EUR"},"customerClass":"A","sla":"promised Fri 27 Nov 2026","recoverable":true}""", one["impact"]!.ToJsonString());
        Assert.Equal("""[{"model":"purchase.order","id":17,"name":"P00017","uri":"http://127.0.0.1/17"}]""", one["records"]!.ToJsonString());
        Assert.Equal("""[{"tool":"practice.move_date","summary":"Move it","question":"Move it to Friday"}]""", one["actions"]!.ToJsonString());
        using var rep = await AsAsync(RoleNames.SalesRep);
        Assert.Empty((await rep.GetFromJsonAsync<JsonObject>("/api/v1/exceptions"))!["exceptions"]!.AsArray());
        Assert.Equal(HttpStatusCode.BadRequest, (await rep.GetAsync("/api/v1/exceptions?state=some")).StatusCode);
        using var nobody = new HttpClient { BaseAddress = house!.Address };
        Assert.Equal(HttpStatusCode.Unauthorized, (await nobody.GetAsync("/api/v1/exceptions")).StatusCode);
    }

    [Fact]
    public async Task A_state_is_set_with_its_reason_and_to_others_the_case_does_not_exist()
    {
        using var boss = await AsAsync(RoleNames.OperationsManager);
        using var rep = await AsAsync(RoleNames.SalesRep);
        await ProblemAsync(await boss.PostAsJsonAsync("/api/v1/exceptions/e1/state", new { state = "dismissed" }), HttpStatusCode.BadRequest, "bad-reason");
        await ProblemAsync(await boss.PostAsJsonAsync("/api/v1/exceptions/e1/state", new { state = "new" }), HttpStatusCode.BadRequest, "bad-state");
        await ProblemAsync(await boss.PostAsJsonAsync("/api/v1/exceptions/e2/state", new { state = "seen" }), HttpStatusCode.NotFound, "no-exception");
        await ProblemAsync(await rep.PostAsJsonAsync("/api/v1/exceptions/e1/state", new { state = "seen" }), HttpStatusCode.NotFound, "no-exception");
        using var answer = await boss.PostAsJsonAsync("/api/v1/exceptions/e1/state", new { state = "dismissed", reason = "The supplier has shipped." });
        var settled = (await answer.Content.ReadFromJsonAsync<JsonObject>())!;
        Assert.Equal(("dismissed", "The supplier has shipped."), ((string)settled["state"]!, (string)settled["reason"]!));
    }

    [Fact]
    public async Task An_action_becomes_a_proposal_and_nothing_is_written()
    {
        using var boss = await AsAsync(RoleNames.OperationsManager);
        await ProblemAsync(await boss.PostAsJsonAsync("/api/v1/exceptions/e1/propose", new { action = 3 }), HttpStatusCode.BadRequest, "no-such-action");
        await ProblemAsync(await boss.PostAsJsonAsync("/api/v1/exceptions/nothing/propose", new { action = 0 }), HttpStatusCode.NotFound, "no-exception");
        using var answer = await boss.PostAsJsonAsync("/api/v1/exceptions/e1/propose", new { action = 0 });
        Assert.True(answer.StatusCode == HttpStatusCode.Created, await answer.Content.ReadAsStringAsync());
        var proposal = (await answer.Content.ReadFromJsonAsync<JsonObject>())!;
        Assert.Equal("proposed", (string)proposal["state"]!);
        Assert.Equal((string)proposal["id"]!, Assert.Single(exceptions.Noted).Id);
        Assert.Empty(erp.Written);
    }

    [Fact]
    public async Task People_concerned_are_told_once_in_the_pace_and_others_are_not()
    {
        using var anybody = new HttpClient { BaseAddress = house!.Address };
        using var boss = await HubLine.OpenAsync(house!.Address, await TestHouse.TokenAsync(anybody, RoleNames.OperationsManager));
        using var rep = await HubLine.OpenAsync(house!.Address, await TestHouse.TokenAsync(anybody, RoleNames.SalesRep));
        var push = house!.Services.GetRequiredService<ExceptionPush>();
        Assert.Equal(0, await push.TellAsync(CancellationToken.None));
        exceptions.News = new ExceptionNews([exceptions.Case], 4, DateTimeOffset.MaxValue.AddDays(-1));
        Assert.Equal(1, await push.TellAsync(CancellationToken.None));
        var told = JsonDocument.Parse(await boss.NextAsync()).RootElement;
        Assert.Equal((1, "exceptions"), (told.GetProperty("type").GetInt32(), told.GetProperty("target").GetString()));
        Assert.Equal("""[{"count":4,"news":["e1"]}]""", told.GetProperty("arguments").GetRawText());
        exceptions.News = exceptions.News with { UpTo = DateTimeOffset.MaxValue };
        Assert.Equal(0, await push.TellAsync(CancellationToken.None));
    }

    [Fact]
    public async Task Who_comes_just_after_a_case_was_found_and_before_it_can_be_read_is_told_of_it()
    {
        using var anybody = new HttpClient { BaseAddress = house!.Address };
        var before = DateTimeOffset.UtcNow;
        using var boss = await HubLine.OpenAsync(house!.Address, await TestHouse.TokenAsync(anybody, RoleNames.OperationsManager));

        await house!.Services.GetRequiredService<ExceptionPush>().TellAsync(CancellationToken.None);

        Assert.True(Assert.Single(exceptions.AskedSince) < before, "A case gets its moment before it can be read; one that was found shortly before the line began is asked for, too.");
    }

    [Fact]
    public async Task One_whose_rights_cannot_be_asked_keeps_the_news_from_nobody_else()
    {
        using var anybody = new HttpClient { BaseAddress = house!.Address };
        using var boss = await HubLine.OpenAsync(house!.Address, await TestHouse.TokenAsync(anybody, RoleNames.OperationsManager));
        using var rep = await HubLine.OpenAsync(house!.Address, await TestHouse.TokenAsync(anybody, RoleNames.SalesRep));
        using var buyer = await HubLine.OpenAsync(house!.Address, await TestHouse.TokenAsync(anybody, RoleNames.Purchaser));
        exceptions.Unknown = [RoleNames.SalesRep, RoleNames.Purchaser];
        exceptions.News = new ExceptionNews([exceptions.Case], 4, DateTimeOffset.MaxValue);

        await Assert.ThrowsAsync<CopilotException>(() => house!.Services.GetRequiredService<ExceptionPush>().TellAsync(CancellationToken.None));

        Assert.Equal("exceptions", JsonDocument.Parse(await boss.NextAsync()).RootElement.GetProperty("target").GetString());
    }

    [Fact]
    public async Task The_webhook_wants_the_secret_and_takes_only_a_model()
    {
        using var odoo = new HttpClient { BaseAddress = house!.Address };
        const string Address = "/api/v1/exceptions/webhook";
        await ProblemAsync(await odoo.PostAsJsonAsync(Address, new { _model = "sale.order" }), HttpStatusCode.Unauthorized, "wrong-secret");
        await ProblemAsync(await odoo.PostAsJsonAsync(Address + "?secret=" + Secret[..^1], new { _model = "sale.order" }), HttpStatusCode.Unauthorized, "wrong-secret");
        Assert.Equal(HttpStatusCode.Accepted, (await odoo.PostAsJsonAsync(Address + "?secret=" + Secret, new { _model = "sale.order", _id = 42, name = "S00042" })).StatusCode);
        odoo.DefaultRequestHeaders.Add("X-Copilot-Secret", Secret);
        Assert.Equal(HttpStatusCode.Accepted, (await odoo.PostAsJsonAsync(Address, new { model = "purchase.order" })).StatusCode);
        Assert.Equal(HttpStatusCode.Accepted, (await odoo.PostAsJsonAsync(Address, new { model = "res.users" })).StatusCode);
        await ProblemAsync(await PostAsync(odoo, Address, "[1, 2]"), HttpStatusCode.BadRequest, "bad-body");
        await ProblemAsync(await PostAsync(odoo, Address, "{\"_model\": "), HttpStatusCode.BadRequest, "bad-body");
        await ProblemAsync(await PostAsync(odoo, Address, "{\"_model\": \"" + new string('x', 70_000) + "\"}"), HttpStatusCode.RequestEntityTooLarge, "too-large");
        Assert.Equal(["purchase.order", "sale.order"], (await house!.Services.GetRequiredService<WatchStore>().HintsAsync("default", CancellationToken.None)).Select(h => h.Model));
    }

    private static Task<HttpResponseMessage> PostAsync(HttpClient client, string address, string body)
        => client.PostAsync(address, new StringContent(body, Encoding.UTF8, "application/json"));

    private static async Task ProblemAsync(HttpResponseMessage answer, HttpStatusCode status, string kind)
    {
        using (answer)
        {
            var body = await answer.Content.ReadAsStringAsync();
            Assert.True(answer.StatusCode == status, $"{answer.StatusCode}: {body}");
            Assert.EndsWith(":" + kind, (string)JsonNode.Parse(body)!["type"]!, StringComparison.Ordinal);
        }
    }

    private async Task<HttpClient> AsAsync(string persona)
    {
        var client = new HttpClient { BaseAddress = house!.Address };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", await TestHouse.TokenAsync(client, persona));
        return client;
    }
}
