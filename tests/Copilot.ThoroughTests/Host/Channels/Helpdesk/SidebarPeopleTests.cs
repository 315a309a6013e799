using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Copilot.Contracts;
using Copilot.Governance.Audit;
using Copilot.Host;
using Copilot.Host.Identity.Accounts;
using Copilot.Testing.Helpdesk;
using Copilot.Testing.Identity;
using Copilot.Testing.Models;
using Copilot.Testing.Service;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Copilot.ThoroughTests.Host.Channels.Helpdesk;

/// <summary>Who somebody from Odoo is here, with which rights, and with whose account.</summary>
public sealed class SidebarPeopleTests : IAsyncLifetime
{
    private readonly TemporaryFolder folder = new();
    private readonly SkippingClock clock = new();
    private PracticeOdoo odoo = null!;
    private PracticeProvider provider = null!;
    private CopilotHost house = null!;

    private ScriptedRunner Runner => (ScriptedRunner)house.Services.GetRequiredService<Copilot.Host.Channels.ITurnRunner>();

    private IErpCredentials Credentials => house.Services.GetRequiredService<IErpCredentials>();

    public async Task InitializeAsync()
    {
        odoo = new PracticeOdoo { Clock = clock.GetUtcNow };
        provider = await PracticeProvider.StartAsync();
        var options = TestHouse.Options(
            folder, [.. provider.Settings(), .. PracticeOdoo.Settings(), ("Sidebar:Roles", "stock.group_stock_user=warehouse-supervisor, account.group_account_invoice=none")]);
        house = await CopilotHost.StartAsync(options with { Configure = services => { options.Configure!(services); services.AddSingleton<TimeProvider>(clock); } }, CancellationToken.None);
    }

    public async Task DisposeAsync()
    {
        await house.DisposeAsync();
        await provider.DisposeAsync();
        folder.Dispose();
    }

    [Fact]
    public async Task Groups_of_odoo_say_the_role_and_its_companies_the_companies()
    {
        var claims = odoo.Claims("bo", 31);
        claims["groups"] = new JsonArray("base.group_user", "purchase.group_purchase_user", "stock.group_stock_user", "account.group_account_invoice", "base.group_system");
        claims["companies"] = new JsonArray(new JsonObject { ["id"] = 2, ["name"] = "Meridian Packaging" }, new JsonObject { ["id"] = 5, ["name"] = "Meridian, Süd" });

        var caller = await AskedAsync(claims);

        Assert.Equal(("odoo:31", "Sofia in Odoo"), (caller.Id, caller.DisplayName));
        Assert.Equal([RoleNames.WarehouseSupervisor, RoleNames.Purchaser], caller.Roles);
        Assert.Equal([new CompanyRef(2, "Meridian Packaging"), new CompanyRef(5, "Meridian, Süd")], caller.Companies);
    }

    [Fact]
    public async Task Who_has_no_group_that_means_a_role_has_no_rights_and_nobody_is_an_auditor_unasked()
    {
        var claims = odoo.Claims("root", 2);
        claims["groups"] = new JsonArray("base.group_system", "base.group_erp_manager", "account.group_account_manager", "sales_team.group_sale_manager");

        Assert.Empty((await AskedAsync(claims)).Roles);
    }

    [Fact]
    public async Task A_person_of_the_list_is_the_same_person_here_and_keeps_only_companies_that_odoo_gives()
    {
        var claims = odoo.Claims("Sofia", 12);
        var caller = await AskedAsync(claims);
        Assert.Equal("person:sofia@meridian.example", caller.Id);
        Assert.Equal([RoleNames.SalesRep], caller.Roles);
        Assert.Equal(1, Assert.Single(caller.Companies).Id);
        Assert.Equal("sofias-secret", (await Credentials.ForAsync(caller, CancellationToken.None)).Secret);

        claims = odoo.Claims("sofia", 12);
        claims["companies"] = new JsonArray(new JsonObject { ["id"] = 2, ["name"] = "Meridian Packaging" });
        Assert.Empty((await AskedAsync(claims)).Companies);
    }

    [Fact]
    public async Task Who_linked_the_account_is_the_same_person_here_unless_several_did_or_a_persona()
    {
        var store = house.Services.GetRequiredService<AccountLinkStore>();
        await LinkAsync(store, "oidc:sub-9", "Marc");
        await LinkAsync(store, "demo:accountant", "shared");
        await LinkAsync(store, "oidc:sub-10", "twice");
        await LinkAsync(store, "oidc:sub-11", "twice");

        Assert.Equal("oidc:sub-9", (await AskedAsync(odoo.Claims("marc", 6))).Id);
        Assert.Equal("odoo:8", (await AskedAsync(odoo.Claims("shared", 8))).Id);
        Assert.Equal("odoo:9", (await AskedAsync(odoo.Claims("twice", 9))).Id);
    }

    [Fact]
    public async Task Look_ups_happen_with_the_key_that_odoo_made_for_exactly_this_person()
    {
        var bo = await AskedAsync(odoo.Claims("bo", 31, apiKey: "key-of-bo"));
        var ada = await AskedAsync(odoo.Claims("ada", 32, apiKey: "key-of-ada"));

        Assert.Equal(("bo", "key-of-bo"), Pair(await Credentials.ForAsync(bo, CancellationToken.None)));
        Assert.Equal(("ada", "key-of-ada"), Pair(await Credentials.ForAsync(ada, CancellationToken.None)));

        await AskedAsync(odoo.Claims("bo", 31, apiKey: "second-key-of-bo"));
        Assert.Equal("second-key-of-bo", (await Credentials.ForAsync(bo, CancellationToken.None)).Secret);
    }

    [Fact]
    public async Task A_key_that_lapsed_opens_nothing_any_more_and_the_answer_says_where_to_link()
    {
        var bo = await AskedAsync(odoo.Claims("bo", 31));
        clock.Skip(TimeSpan.FromHours(13));

        var refused = await Assert.ThrowsAsync<CopilotException>(async () => await Credentials.ForAsync(bo, CancellationToken.None));

        Assert.Contains("/console/link", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_store_and_the_trail_hold_no_key_and_a_row_of_somebody_else_opens_nothing()
    {
        var bo = await AskedAsync(odoo.Claims("bo", 31, apiKey: "0123456789abcdef-key-of-bo"));
        var database = house.Services.GetRequiredService<IStoreDatabase>();

        var kept = await database.ReadAsync(c => c.QuerySingle<string>("SELECT sealed FROM sidebar_account"), CancellationToken.None);
        Assert.DoesNotContain("key-of-bo", kept, StringComparison.OrdinalIgnoreCase);
        var entry = Assert.Single(await TrailAsync());
        Assert.Equal("sale.order/42", entry.Content["record"]!.ToString());
        Assert.DoesNotContain("key-of-bo", entry.Content.ToJsonString(), StringComparison.Ordinal);
        await database.WriteAsync(t => t.Connection!.Execute("UPDATE sidebar_account SET caller = 'odoo:32'", transaction: t), CancellationToken.None);
        await Assert.ThrowsAsync<CopilotException>(async () => await Credentials.ForAsync(bo with { Id = "odoo:32" }, CancellationToken.None));
    }

    [Fact]
    public async Task Without_a_key_handed_over_nobody_works_with_an_account_that_is_not_theirs()
    {
        var claims = odoo.Claims("bo", 31);
        claims.Remove("key");
        var bo = await AskedAsync(claims);

        await Assert.ThrowsAsync<CopilotException>(async () => await Credentials.ForAsync(bo, CancellationToken.None));
    }

    [Fact]
    public async Task A_turn_that_began_in_the_sidebar_goes_on_in_the_web_chat_for_the_same_person_and_nobody_else()
    {
        using var sidebar = await SignedInAsync(odoo.Claims("sofia", 12));
        var turn = await AskAsync(sidebar, "Where is it?", null);
        var conversation = turn["conversationId"]!.GetValue<string>();

        using var web = Client(WebToken("sub-7", "sofia@meridian.example"));
        Assert.Contains(conversation, await web.GetStringAsync("/api/v1/conversations"), StringComparison.Ordinal);
        using var line = await HubLine.OpenAsync(house.Address, WebToken("sub-7", "sofia@meridian.example"));
        await line.AskAsync(new JsonObject { ["question"] = "And in Lyon?", ["conversationId"] = conversation });
        var (items, error) = await line.ReadStreamAsync();
        Assert.Null(error);
        Assert.Equal(conversation, items[^1].GetProperty("turn").GetProperty("conversationId").GetString());
        var both = JsonNode.Parse(await sidebar.GetStringAsync("/api/v1/conversations/" + conversation))!["turns"]!.AsArray();
        Assert.Equal(["Where is it?", "And in Lyon?"], both.Select(t => t!["question"]!.ToString()));

        using var other = await SignedInAsync(odoo.Claims("bo", 31));
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync("/api/v1/conversations/" + conversation)).StatusCode);
    }

    [Fact]
    public async Task More_companies_than_a_session_can_name_are_a_clear_refusal()
    {
        var claims = odoo.Claims("bo", 31);
        claims["companies"] = new JsonArray([.. Enumerable.Range(1, 120).Select(i => (JsonNode)new JsonObject { ["id"] = i, ["name"] = $"Meridian Industrial Supply of region {i}" })]);
        using var client = new HttpClient { BaseAddress = house.Address };
        using var response = await client.PostAsJsonAsync("/api/v1/sidebar/session", new { token = PracticeOdoo.Sign(claims) });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        Assert.Contains("120 companies", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_session_ends_when_it_says()
    {
        using var client = await SignedInAsync(odoo.Claims("bo", 31));
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/api/v1/me")).StatusCode);
        clock.Skip(TimeSpan.FromMinutes(61));

        Assert.Equal(HttpStatusCode.Unauthorized, (await client.GetAsync("/api/v1/me")).StatusCode);
    }

    private static (string Login, string Secret) Pair(ErpCredential account) => (account.Login, account.Secret);

    private static Task LinkAsync(AccountLinkStore store, string caller, string login)
        => store.KeepAsync(new Caller { Id = caller, DisplayName = caller, Roles = [], Companies = [] }, new AccountLink(login, login, [], DateTimeOffset.UnixEpoch, null), "sealed", CancellationToken.None);

    private string WebToken(string subject, string email)
    {
        var claims = provider.Claims(subject, roles: ["sales-rep"]);
        claims["email"] = email;
        return provider.Mint.Sign(claims);
    }

    private HttpClient Client(string token)
    {
        var client = new HttpClient { BaseAddress = house.Address };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return client;
    }

    private async Task<HttpClient> SignedInAsync(JsonObject claims)
    {
        using var stranger = new HttpClient { BaseAddress = house.Address };
        using var response = await stranger.PostAsJsonAsync("/api/v1/sidebar/session", new { token = PracticeOdoo.Sign(claims) });
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync());
        return Client((await response.Content.ReadFromJsonAsync<JsonObject>())!["token"]!.GetValue<string>());
    }

    private static async Task<JsonObject> AskAsync(HttpClient client, string question, string? conversationId)
    {
        using var response = await client.PostAsJsonAsync("/api/v1/ask", new { question, conversationId });
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync());
        return (await response.Content.ReadFromJsonAsync<JsonObject>())!;
    }

    private async Task<Caller> AskedAsync(JsonObject claims)
    {
        using var client = await SignedInAsync(claims);
        var question = "Who am I? " + claims["jti"];
        await AskAsync(client, question, null);
        return Runner.Asked.ToArray().Single(turn => turn.Question == question).Caller;
    }

    private async Task<List<AuditRecord>> TrailAsync()
    {
        var found = new List<AuditRecord>();
        await foreach (var entry in house.Services.GetRequiredService<AuditReader>().ExportAsync(null, null, CancellationToken.None))
        {
            if (entry.Kind == AuditEntryKind.SignedIn)
            {
                found.Add(entry);
            }
        }

        return found;
    }
}
