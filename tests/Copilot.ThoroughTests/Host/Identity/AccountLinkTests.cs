using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Copilot.Contracts;
using Copilot.Governance.Audit;
using Copilot.Host;
using Copilot.Host.Identity;
using Copilot.Host.Identity.Accounts;
using Copilot.Sandbox;
using Copilot.Testing.Service;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Copilot.ThoroughTests.Host.Identity;

/// <summary>Linking an account in Odoo, against the practice company.</summary>
public sealed class AccountLinkTests : IAsyncLifetime
{
    private const string Address = "/api/v1/account-link";

    private readonly TemporaryFolder folder = new();
    private CopilotHost? house;

    private IErpCredentials Credentials => house!.Services.GetRequiredService<IErpCredentials>();

    [Fact]
    public async Task A_key_is_checked_kept_and_worked_with_and_never_shown()
    {
        using var client = await SignedInAsync(RoleNames.SalesRep);
        var key = SandboxServer.ApiKeyOf("purchaser");

        using var answer = await client.PutAsJsonAsync(Address, new { kind = "key", login = "purchaser", secret = key });

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var shown = await client.GetStringAsync(Address);
        var view = JsonNode.Parse(shown)!;
        Assert.True(view["linked"]!.GetValue<bool>());
        Assert.Equal("Tomás Ferreira", view["name"]!.ToString());
        Assert.NotEmpty(view["companies"]!.AsArray());
        Assert.DoesNotContain(key, shown + await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        var used = await Credentials.ForAsync(Caller(RoleNames.SalesRep), CancellationToken.None);
        Assert.Equal(("purchaser", key), (used.Login, used.Secret));
    }

    [Fact]
    public async Task A_password_is_not_kept_but_a_key_made_of_it()
    {
        using var client = await SignedInAsync(RoleNames.Purchaser);

        using var answer = await client.PutAsJsonAsync(Address, new { kind = "password", login = "purchaser", secret = "purchaser" });

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.NotNull((await answer.Content.ReadFromJsonAsync<JsonObject>())!["expiresAt"]);
        var used = await Credentials.ForAsync(Caller(RoleNames.Purchaser), CancellationToken.None);
        Assert.Equal(40, used.Secret.Length);
        Assert.NotEqual(SandboxServer.ApiKeyOf("purchaser"), used.Secret);
    }

    [Theory]
    [InlineData("key", "sales-rep", "0123456789abcdef0123456789abcdef01234567")]
    [InlineData("password", "sales-rep", "wrong")]
    [InlineData("password", "nobody", "nobody")]
    public async Task What_odoo_refuses_is_not_linked_and_the_trail_knows(string kind, string login, string secret)
    {
        using var client = await SignedInAsync(RoleNames.SalesRep);

        using var answer = await client.PutAsJsonAsync(Address, new { kind, login, secret });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("Odoo refused", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.False((await client.GetFromJsonAsync<JsonObject>(Address))!["linked"]!.GetValue<bool>());
        var entry = Assert.Single(await TrailAsync());
        Assert.Equal("refused", entry.Content["act"]!.ToString());
        Assert.DoesNotContain(secret == login ? "\"secret\"" : secret, entry.Content.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_key_of_another_login_is_refused()
    {
        using var client = await SignedInAsync(RoleNames.SalesRep);

        using var answer = await client.PutAsJsonAsync(Address, new { kind = "key", login = "sales-rep", secret = SandboxServer.ApiKeyOf("admin") });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
    }

    [Fact]
    public async Task A_removed_link_is_gone_and_the_trail_tells_both()
    {
        using var client = await SignedInAsync(RoleNames.SalesRep);
        (await client.PutAsJsonAsync(Address, new { kind = "key", login = "purchaser", secret = SandboxServer.ApiKeyOf("purchaser") })).Dispose();

        Assert.Equal(HttpStatusCode.NoContent, (await client.DeleteAsync(Address)).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await client.DeleteAsync(Address)).StatusCode);

        Assert.False((await client.GetFromJsonAsync<JsonObject>(Address))!["linked"]!.GetValue<bool>());
        Assert.Equal(RoleNames.SalesRep, (await Credentials.ForAsync(Caller(RoleNames.SalesRep), CancellationToken.None)).Login);
        Assert.Equal(["linked", "removed"], (await TrailAsync()).Select(e => e.Content["act"]!.ToString()));
    }

    [Fact]
    public async Task The_store_holds_no_secret_and_a_row_of_somebody_else_opens_nothing()
    {
        using var client = await SignedInAsync(RoleNames.SalesRep);
        var key = SandboxServer.ApiKeyOf("purchaser");
        (await client.PutAsJsonAsync(Address, new { kind = "key", login = "purchaser", secret = key })).Dispose();
        var store = house!.Services.GetRequiredService<IStoreDatabase>();

        var kept = await store.ReadAsync(c => c.QuerySingle<string>("select sealed from account_link"), CancellationToken.None);
        Assert.DoesNotContain(key, kept, StringComparison.OrdinalIgnoreCase);
        await store.WriteAsync(t => t.Connection!.Execute("update account_link set caller = 'demo:accountant'", transaction: t), CancellationToken.None);

        var refused = await Assert.ThrowsAsync<CopilotException>(async () => await Credentials.ForAsync(Caller(RoleNames.Accountant), CancellationToken.None));
        Assert.Contains("/console/link", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"kind":"session","login":"a","secret":"b"}""")]
    [InlineData("""{"kind":"key","login":"","secret":"b"}""")]
    [InlineData("""{"kind":"key","login":"a"}""")]
    [InlineData("""{"kind":"key","login":"a\u0000","secret":"b"}""")]
    [InlineData("null")]
    public async Task What_is_no_account_is_not_asked_about(string body)
    {
        using var client = await SignedInAsync(RoleNames.SalesRep);

        using var answer = await client.PutAsync(Address, new StringContent(body, System.Text.Encoding.UTF8, "application/json"));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Empty(await TrailAsync());
    }

    [Fact]
    public async Task Nobody_guesses_passwords_through_this_page()
    {
        using var client = await SignedInAsync(RoleNames.SalesRep);
        var answers = new List<HttpStatusCode>();
        for (var i = 0; i < 5; i++)
        {
            using var answer = await client.PutAsJsonAsync(Address, new { kind = "session", login = "a", secret = "b" });
            answers.Add(answer.StatusCode);
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, answers[^1]);
        Assert.DoesNotContain(HttpStatusCode.TooManyRequests, answers.Take(4));
    }

    public async Task InitializeAsync() => house = await CopilotHost.StartAsync(TestHouse.Options(folder, ("Sandbox:Port", "0")), CancellationToken.None);

    public async Task DisposeAsync()
    {
        await house!.DisposeAsync();
        folder.Dispose();
    }

    private static Caller Caller(string persona) => Personas.Find(persona)!.ToCaller();

    private async Task<HttpClient> SignedInAsync(string persona)
    {
        var client = new HttpClient { BaseAddress = house!.Address };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", await TestHouse.TokenAsync(client, persona));
        return client;
    }

    private async Task<List<AuditRecord>> TrailAsync()
    {
        var entries = new List<AuditRecord>();
        await foreach (var entry in house!.Services.GetRequiredService<AuditReader>().ExportAsync(null, null, CancellationToken.None))
        {
            if (entry.Kind == AuditEntryKind.AccountLinkChanged)
            {
                entries.Add(entry);
            }
        }

        return entries;
    }
}
