using System.Text.Json;
using Copilot.Contracts;
using Copilot.Odoo.Client;
using Xunit;

namespace Copilot.Testing.Odoo;

/// <summary>The envelope, the version and signing in.</summary>
public abstract class OdooSignInContract(OdooServerUnderTest server) : OdooContract(server)
{
    [SkippableFact]
    public async Task The_server_says_its_version()
    {
        var about = (await PostAsync("common", "version")).GetProperty("result");

        Assert.StartsWith($"{Server.Version}.", about.GetProperty("server_version").GetString(), StringComparison.Ordinal);
        Assert.Equal(Server.Version, about.GetProperty("server_version_info")[0].GetInt32());
        Assert.Equal(1, about.GetProperty("protocol_version").GetInt32());
    }

    [SkippableFact]
    public async Task The_right_password_gives_a_user_id()
        => Assert.True((await AuthenticateAsync(Server.Admin.Login, Server.Admin.Secret)).GetInt32() > 0);

    [SkippableFact]
    public async Task The_older_name_of_signing_in_works_too()
        => Assert.True((await PostAsync("common", "login", Server.Database, Server.Admin.Login, Server.Admin.Secret)).GetProperty("result").GetInt32() > 0);

    [SkippableFact]
    public async Task A_wrong_password_gives_false()
        => Assert.Equal(JsonValueKind.False, (await AuthenticateAsync(Server.Admin.Login, "wrong")).ValueKind);

    [SkippableFact]
    public async Task An_unknown_login_gives_false()
        => Assert.Equal(JsonValueKind.False, (await AuthenticateAsync(Mark, Mark)).ValueKind);

    [SkippableFact]
    public async Task A_wrong_password_in_a_call_is_access_denied()
    {
        var answer = await PostAsync("object", "execute_kw", Server.Database, 2, "wrong", "res.partner", "search_count", new object?[] { Array.Empty<object>() });

        Assert.Equal("odoo.exceptions.AccessDenied", answer.GetProperty("error").GetProperty("data").GetProperty("name").GetString());
    }

    [SkippableFact]
    public async Task An_error_has_the_members_clients_read()
    {
        var answer = await RawAsync("res.partner", "no_such_method", [Array.Empty<int>()]);
        var error = answer.GetProperty("error");

        Assert.False(answer.TryGetProperty("result", out _));
        Assert.Equal("Odoo Server Error", error.GetProperty("message").GetString());
        Assert.Equal(Server.Version >= 19 ? 0 : 200, error.GetProperty("code").GetInt32());
        var data = error.GetProperty("data");
        Assert.Equal("builtins.AttributeError", data.GetProperty("name").GetString());
        Assert.NotEmpty(data.GetProperty("message").GetString()!);
        Assert.Equal(JsonValueKind.Array, data.GetProperty("arguments").ValueKind);
        Assert.Equal(JsonValueKind.Object, data.GetProperty("context").ValueKind);
        Assert.Equal(JsonValueKind.String, data.GetProperty("debug").ValueKind);
    }

    [SkippableTheory]
    [InlineData("41", JsonValueKind.Number)]
    [InlineData("\"a\"", JsonValueKind.String)]
    public async Task The_id_of_a_call_comes_back_as_it_was(string id, JsonValueKind kind)
    {
        var answer = await PostAsync($$$"""{"jsonrpc":"2.0","method":"call","id":{{{id}}},"params":{"service":"common","method":"version","args":[]}}""");

        Assert.Equal(kind, answer.GetProperty("id").ValueKind);
        Assert.Equal(id, answer.GetProperty("id").GetRawText());
    }

    [SkippableFact]
    public async Task An_unknown_method_of_a_service_is_an_error()
        => Assert.True((await PostAsync("common", "nosuch")).TryGetProperty("error", out _));

    [SkippableFact]
    public async Task Positional_arguments_work_through_execute()
    {
        var uid = (await AuthenticateAsync(Server.Admin.Login, Server.Admin.Secret)).GetInt32();
        var answer = await PostAsync("object", "execute", Server.Database, uid, Server.Admin.Secret, "res.partner", "search_read", Domain("id", ">", 0), new[] { "name" }, 0, 1);

        Assert.Equal(1, answer.GetProperty("result").GetArrayLength());
    }

    [SkippableFact]
    public async Task The_client_is_refused_with_a_wrong_secret()
        => await FaultAsync(OdooFault.LoginRefused, () => Client.CountAsync(Server.Caller(new ErpCredential(Server.Salesperson.Login, "wrong")), "res.partner", OdooDomain.All, None));

    [SkippableFact]
    public async Task A_wrong_secret_is_refused_also_after_the_right_one_was_used()
    {
        await Client.CountAsync(Salesperson, "res.partner", OdooDomain.All, None);

        await FaultAsync(OdooFault.LoginRefused, () => Client.CountAsync(Server.Caller(new ErpCredential(Server.Salesperson.Login, "wrong")), "res.partner", OdooDomain.All, None));
    }

    [SkippableFact]
    public async Task Each_caller_works_with_an_account_of_its_own()
    {
        var own = await Client.CallAsync(Salesperson, new OdooCall { Model = "res.users", Method = "search_read", Arguments = [new object?[] { new object?[] { "login", "=", Server.Salesperson.Login } }, new[] { "login" }], IsRead = true }, None);
        var order = await CreateOrderAsync(Salesperson);

        var row = await ReadAsync("sale.order", order, "user_id", "create_uid");
        Assert.Equal(own!.Value[0].GetProperty("id").GetInt32(), row.Link("create_uid")!.Value.Id);
    }

    private static object?[] Domain(string field, string op, object value) => [new[] { field, op, value }];

    private async Task<int> CreateOrderAsync(Caller caller)
    {
        var (partner, product) = (await PartnerAsync("buyer"), await ProductAsync("A"));
        return (await CallAsAsync(caller, "sale.order", "create", new Dictionary<string, object?> { ["partner_id"] = partner, ["order_line"] = new object?[] { Line(product, 1, 5) } })).GetInt32();
    }

    private async Task<JsonElement> AuthenticateAsync(string login, string secret)
        => (await PostAsync("common", "authenticate", Server.Database, login, secret, new Dictionary<string, object?>())).GetProperty("result");
}
