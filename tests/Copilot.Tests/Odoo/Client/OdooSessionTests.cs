using Copilot.Contracts;
using Copilot.Odoo.Client;
using Copilot.Testing.Odoo;
using Xunit;

namespace Copilot.Tests.Odoo.Client;

public sealed class OdooSessionTests
{
    [Fact]
    public async Task An_account_signs_in_once_for_many_calls()
    {
        await using var bench = await BenchAsync();

        await bench.SearchAsync();
        await bench.SearchAsync();
        await Task.WhenAll(bench.SearchAsync(), bench.SearchAsync());

        Assert.Single(bench.Server.Of("common.authenticate"));
        Assert.Single(bench.Server.Of("common.version"));
        Assert.Single(bench.Server.Of("res.partner.fields_get"));
        Assert.Equal(4, bench.Server.Of("res.partner.search_read").Count);
        Assert.All(bench.Server.Of("res.partner.search_read"), c => Assert.Equal((10, "anna-secret"), (c.Uid, c.Secret)));
    }

    [Fact]
    public async Task Accounts_and_tenants_do_not_share_a_session()
    {
        await using var bench = await BenchAsync();
        bench.Server.Accounts.Add(("ben", "ben-secret"));

        await bench.SearchAsync();
        bench.Credential = new ErpCredential("ben", "ben-secret");
        await bench.SearchAsync();
        await bench.Client.SearchReadAsync(bench.Anna with { Tenant = "other" }, new OdooQuery { Model = "res.partner", Domain = OdooDomain.All, Fields = ["name"] }, default);

        Assert.Equal([10, 11, 11], bench.Server.Of("res.partner.search_read").Select(c => c.Uid));
        Assert.Equal(3, bench.Server.Of("common.authenticate").Count);
    }

    [Fact]
    public async Task A_changed_secret_is_asked_for_again_once()
    {
        await using var bench = await BenchAsync();
        await bench.SearchAsync();
        bench.Server.Accounts[0] = ("anna", "new-secret");
        bench.Server.Accounts.Insert(0, ("moved", "up"));

        var asked = bench.CredentialsAsked;
        bench.Server.Answer = _ => new[] { new { id = 1, name = "x" } };
        bench.Credential = new ErpCredential("anna", "new-secret");
        var page = await bench.SearchAsync();

        Assert.Single(page.Rows);
        Assert.True(bench.CredentialsAsked > asked);
        Assert.Equal(2, bench.Server.Of("common.authenticate").Count);
        Assert.Equal(11, bench.Server.Of("res.partner.search_read")[^1].Uid);
    }

    [Fact]
    public async Task A_write_that_was_refused_is_made_once_after_signing_in_again()
    {
        await using var bench = await BenchAsync();
        await bench.SearchAsync();
        bench.Server.Accounts.Insert(0, ("moved", "up"));
        var made = 0;
        bench.Server.Answer = _ => ++made;

        await bench.CallAsync(isRead: false);

        Assert.Equal(1, made);
    }

    [Fact]
    public async Task A_login_that_stays_refused_ends_in_a_refusal()
    {
        await using var bench = await BenchAsync();
        await bench.SearchAsync();
        bench.Server.Accounts[0] = ("anna", "changed");

        var refused = await Assert.ThrowsAsync<OdooException>(() => bench.SearchAsync());

        Assert.Equal(OdooFault.LoginRefused, refused.Fault);
        Assert.Equal(2, bench.Server.Of("common.authenticate").Count);
    }

    [Fact]
    public async Task Secrets_and_record_values_are_neither_logged_nor_in_faults()
    {
        await using var bench = await BenchAsync();
        bench.Server.Answer = _ => new FakeOdooError("odoo.exceptions.UserError", "Jane Doe owes 500");

        var fault = await Assert.ThrowsAsync<OdooException>(() => bench.Client.CallAsync(bench.Anna, new OdooCall { Model = "res.partner", Method = "write", Arguments = [new[] { 1 }, new Dictionary<string, object?> { ["name"] = "Jane Doe" }], IsRead = false }, default));

        Assert.NotEmpty(bench.Logged);
        Assert.All(bench.Logged.Append(fault.ToString()), line =>
        {
            Assert.DoesNotContain("anna-secret", line, StringComparison.Ordinal);
            Assert.DoesNotContain("Jane", line, StringComparison.Ordinal);
        });
        Assert.Contains(bench.Logged, line => line.StartsWith("3002 ", StringComparison.Ordinal) && line.Contains("odoo.exceptions.UserError", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Companies_are_those_of_caller_and_account_both()
    {
        await using var bench = await BenchAsync();
        bench.Server.Companies = [2, 3];

        await bench.Client.SearchReadAsync(
            bench.Anna with { Companies = [new(1, "One"), new(3, "Three")] },
            new OdooQuery { Model = "res.partner", Domain = OdooDomain.All, Fields = ["name"], Context = new Dictionary<string, object?> { ["allowed_company_ids"] = new[] { 9 }, ["warehouse_id"] = 4 } },
            default);

        var context = Assert.Single(bench.Server.Of("res.partner.search_read")).Context;
        Assert.Equal("[3]", context.GetProperty("allowed_company_ids").GetRawText());
        Assert.Equal(4, context.GetProperty("warehouse_id").GetInt32());
    }

    [Fact]
    public async Task Without_a_company_in_common_nothing_is_asked()
    {
        await using var bench = await BenchAsync();

        var refused = await Assert.ThrowsAsync<OdooException>(() => bench.Client.CountAsync(bench.Anna with { Companies = [new(7, "Seven")] }, "res.partner", OdooDomain.All, default));

        Assert.Equal(OdooFault.AccessDenied, refused.Fault);
        Assert.Empty(bench.Server.Of("res.partner.search_count"));
    }

    [Theory]
    [InlineData("fr", "fr_BE")]
    [InlineData("en-GB", "en_GB")]
    [InlineData("en", "en_GB")]
    [InlineData("nl", null)]
    public async Task A_language_is_named_only_when_the_server_has_it(string language, string? expected)
    {
        await using var bench = await BenchAsync();
        bench.Server.Languages = ["fr_BE", "en_GB", "en_US"];

        bench.Server.Answer = _ => 1;
        await bench.Client.CountAsync(bench.Anna with { Language = language }, "res.partner", OdooDomain.All, default);

        var context = Assert.Single(bench.Server.Of("res.partner.search_count")).Context;
        Assert.Equal(expected, context.TryGetProperty("lang", out var lang) ? lang.GetString() : null);
    }

    private static async Task<OdooClientBench> BenchAsync()
    {
        var bench = await OdooClientBench.StartAsync();
        bench.Server.Fields["res.partner"] = new() { ["name"] = "char" };
        return bench;
    }
}
