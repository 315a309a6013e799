using System.Collections.Concurrent;
using System.Text.Json;
using Copilot.Contracts;
using Copilot.Odoo;
using Copilot.Odoo.Client;
using Microsoft.AspNetCore.Http;
using Xunit;

namespace Copilot.Tests.Odoo.Client;

public sealed class OdooJson2Tests
{
    private const string Key = "0123456789abcdef0123456789abcdef01234567";

    [Fact]
    public async Task A_key_goes_through_json2_and_a_password_through_json_rpc()
    {
        await using var bench = await OdooClientBench.StartAsync();
        bench.Server.Fields["res.partner"] = new() { ["name"] = "char" };
        var asked = Answering(bench);

        await bench.SearchAsync();
        Assert.Empty(asked);
        bench.Credential = new ErpCredential("anna", Key);
        await bench.SearchAsync();

        Assert.Contains(asked, a => a.Path == "/json/2/res.partner/search_read");
        Assert.All(asked, a => Assert.Equal("bearer " + Key, a.Authorization));
        Assert.Single(bench.Server.Of("res.partner.search_read"));
    }

    [Fact]
    public async Task A_password_that_looks_like_a_key_still_signs_in()
    {
        await using var bench = await OdooClientBench.StartAsync();
        bench.Server.Fields["res.partner"] = new() { ["name"] = "char" };
        bench.Server.Accounts.Add(("ben", Key));
        var asked = Answering(bench, _ => (401, Fault("werkzeug.exceptions.Unauthorized", "Invalid apikey")));
        bench.Credential = new ErpCredential("ben", Key);

        await bench.SearchAsync();

        Assert.Single(asked);
        Assert.Single(bench.Server.Of("res.partner.search_read"));
    }

    [Fact]
    public async Task An_older_server_is_not_asked_for_json2()
    {
        await using var bench = await OdooClientBench.StartAsync(18);
        bench.Server.Fields["res.partner"] = new() { ["name"] = "char" };
        bench.Server.Accounts.Add(("ben", Key));
        var asked = Answering(bench);
        bench.Credential = new ErpCredential("ben", Key);

        await bench.SearchAsync();

        Assert.Empty(asked);
    }

    [Fact]
    public async Task A_server_without_json_rpc_is_worked_with_all_the_same()
    {
        await using var bench = await OdooClientBench.StartAsync();
        var asked = Answering(bench, without: "/jsonrpc");
        bench.Credential = new ErpCredential("anna", Key);

        await bench.SearchAsync();

        Assert.Contains(asked, a => a.Path == "/web/version");
        Assert.Contains(asked, a => a.Path == "/json/2/res.partner/search_read");
    }

    [Fact]
    public async Task The_key_of_another_person_is_refused()
    {
        await using var bench = await OdooClientBench.StartAsync();
        Answering(bench);
        bench.Credential = new ErpCredential("ben", Key);

        Assert.Equal(OdooFault.LoginRefused, (await Assert.ThrowsAsync<OdooException>(() => bench.SearchAsync())).Fault);
    }

    [Theory]
    [InlineData(401, "werkzeug.exceptions.Unauthorized", nameof(OdooFault.LoginRefused))]
    [InlineData(403, "odoo.exceptions.AccessError", nameof(OdooFault.AccessDenied))]
    [InlineData(403, "odoo.exceptions.AccessDenied", nameof(OdooFault.LoginRefused))]
    [InlineData(404, "odoo.exceptions.MissingError", nameof(OdooFault.MissingRecord))]
    [InlineData(404, "werkzeug.exceptions.NotFound", nameof(OdooFault.BadCall))]
    [InlineData(409, "psycopg2.errors.SerializationFailure", nameof(OdooFault.Unreachable))]
    [InlineData(422, "odoo.exceptions.UserError", nameof(OdooFault.Validation))]
    [InlineData(422, "odoo.exceptions.ValidationError", nameof(OdooFault.Validation))]
    [InlineData(422, "werkzeug.exceptions.UnprocessableEntity", nameof(OdooFault.BadCall))]
    [InlineData(500, "builtins.ValueError", nameof(OdooFault.BadCall))]
    [InlineData(500, "psycopg2.OperationalError", nameof(OdooFault.Unreachable))]
    [InlineData(500, "odoo.addons.something.Strange", nameof(OdooFault.Server))]
    public async Task Faults_of_this_wire_are_those_of_the_other(int status, string name, string fault)
    {
        await using var bench = await OdooClientBench.StartAsync(configure: o => o.Api = OdooApi.Json2);
        Answering(bench, method => method == "act" ? (status, Fault(name, "Jane Doe owes 500")) : null);
        bench.Credential = new ErpCredential("anna", Key);

        var thrown = await Assert.ThrowsAsync<OdooException>(() => bench.CallAsync(isRead: false));

        Assert.Equal(fault, thrown.Fault.ToString());
        Assert.Equal("Jane Doe owes 500", thrown.ServerText);
        Assert.All(bench.Logged.Append(thrown.ToString()), line =>
        {
            Assert.DoesNotContain("Jane", line, StringComparison.Ordinal);
            Assert.DoesNotContain(Key, line, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task What_is_no_answer_of_odoo_counts_as_not_reached()
    {
        await using var bench = await OdooClientBench.StartAsync(configure: o => o.Api = OdooApi.Json2);
        Answering(bench, method => method == "act" ? (502, new { hello = 1 }) : null);
        bench.Credential = new ErpCredential("anna", Key);

        Assert.Equal(OdooFault.Unreachable, (await Assert.ThrowsAsync<OdooException>(() => bench.CallAsync(isRead: false))).Fault);
    }

    [Fact]
    public async Task A_model_that_is_not_there_is_missing_and_no_fault()
    {
        await using var bench = await OdooClientBench.StartAsync(configure: o => o.Api = OdooApi.Json2);
        Answering(bench, method => method == "fields_get" ? (404, Fault("werkzeug.exceptions.NotFound", "the model 'helpdesk.ticket' does not exist")) : null);
        bench.Credential = new ErpCredential("anna", Key);

        Assert.False(await bench.Client.HasModelAsync(bench.Anna, "helpdesk.ticket", default));
    }

    [Fact]
    public async Task One_record_made_is_one_id_and_arguments_have_names()
    {
        await using var bench = await OdooClientBench.StartAsync(configure: o => o.Api = OdooApi.Json2);
        var asked = Answering(bench, method => method == "create" ? (200, (object)new[] { 41 }) : method == "write" ? (200, true) : null);
        bench.Credential = new ErpCredential("anna", Key);
        var values = new Dictionary<string, object?> { ["name"] = "x" };

        var one = await bench.Client.CallAsync(bench.Anna, new OdooCall { Model = "res.partner", Method = "create", Arguments = [values], IsRead = false }, default);
        var many = await bench.Client.CallAsync(bench.Anna, new OdooCall { Model = "res.partner", Method = "create", Arguments = [new[] { values }], IsRead = false }, default);
        await bench.Client.CallAsync(bench.Anna, new OdooCall { Model = "res.partner", Method = "write", Arguments = [new[] { 7 }, values], IsRead = false }, default);

        Assert.Equal(41, one!.Value.GetInt32());
        Assert.Equal(JsonValueKind.Array, many!.Value.ValueKind);
        var written = JsonDocument.Parse(asked.Single(a => a.Path.EndsWith("/write", StringComparison.Ordinal)).Body).RootElement;
        Assert.Equal(7, written.GetProperty("ids")[0].GetInt32());
        Assert.Equal("x", written.GetProperty("vals").GetProperty("name").GetString());
    }

    [Fact]
    public async Task More_arguments_than_names_are_not_sent()
    {
        await using var bench = await OdooClientBench.StartAsync(configure: o => o.Api = OdooApi.Json2);
        var asked = Answering(bench);
        bench.Credential = new ErpCredential("anna", Key);

        var thrown = await Assert.ThrowsAsync<OdooException>(
            () => bench.Client.CallAsync(bench.Anna, new OdooCall { Model = "sale.order", Method = "action_confirm", Arguments = [new[] { 1 }, "more"], IsRead = false }, default));

        Assert.Equal(OdooFault.BadCall, thrown.Fault);
        Assert.DoesNotContain(asked, a => a.Path.EndsWith("/action_confirm", StringComparison.Ordinal));
    }

    private static object Fault(string name, string message)
        => new { name, message, arguments = new[] { message }, context = new { }, debug = "Traceback /usr/lib/secret.py" };

    /// <summary>Lets the server answer JSON-2: for methods that are not answered otherwise as a server with one account does.</summary>
    private static ConcurrentQueue<(string Path, string Authorization, string Body)> Answering(OdooClientBench bench, Func<string, (int Status, object Body)?>? answer = null, string? without = null)
    {
        var asked = new ConcurrentQueue<(string Path, string Authorization, string Body)>();
        bench.Server.Intercept = async http =>
        {
            var path = http.Request.Path.Value!;
            if (path == without)
            {
                http.Response.StatusCode = 404;
                http.Response.ContentType = "text/html";
                await http.Response.WriteAsync("<h1>Not Found</h1>");
                return true;
            }

            if (!path.StartsWith("/json/2/", StringComparison.Ordinal) && path != "/web/version")
            {
                return false;
            }

            using var reader = new StreamReader(http.Request.Body);
            asked.Enqueue((path, http.Request.Headers.Authorization.ToString(), await reader.ReadToEndAsync()));
            var method = path.Split('/')[^1];
            var (status, body) = answer?.Invoke(method) ?? (200, Usual(method, path));
            http.Response.StatusCode = status;
            await http.Response.WriteAsJsonAsync(body);
            return true;
        };
        return asked;
    }

    private static object Usual(string method, string path) => (method, path) switch
    {
        ("version", _) => new { version_info = new object[] { 19, 0, 0, "final", 0, "" }, version = "19.0" },
        ("context_get", _) => new { lang = "en_US", tz = "Europe/Paris", uid = 10 },
        ("read", "/json/2/res.users/read") => new[] { new { id = 10, login = "anna", company_ids = new[] { 1, 2 } } },
        ("fields_get", _) => new { name = new { type = "char" } },
        _ => Array.Empty<object>(),
    };
}
