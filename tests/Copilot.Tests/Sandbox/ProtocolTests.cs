using System.Net;
using System.Text;
using System.Text.Json;
using Xunit;

namespace Copilot.Tests.Sandbox;

/// <summary>The envelope, the services around the records, and the pages.</summary>
public sealed class ProtocolTests(ReadOnlyWire shared) : IClassFixture<ReadOnlyWire>
{
    [Theory]
    [InlineData("""{"params": {"service": "common", "method": "version", "args": []}}""", """{"jsonrpc":"2.0","id":null,"result":{"server_version":"19.0","server_version_info":[19,0,0,"final",0,""],"server_serie":"19.0","protocol_version":1}}""")]
    [InlineData("""{"id": "abc-1", "method": "whatever", "params": {"service": "db", "method": "server_version", "args": []}}""", """{"jsonrpc":"2.0","id":"abc-1","result":"19.0"}""")]
    [InlineData("""{"id": 1, "params": {"service": "db", "method": "list", "args": []}}""", """{"jsonrpc":"2.0","id":1,"result":["distributor"]}""")]
    [InlineData("""{"id": 1, "params": {"service": "common", "method": "authenticate", "args": ["distributor", "admin", "admin", {}]}}""", """{"jsonrpc":"2.0","id":1,"result":2}""")]
    [InlineData("""{"id": 1, "params": {"service": "common", "method": "login", "args": ["distributor", "sales-rep", "sales-rep"]}}""", """{"jsonrpc":"2.0","id":1,"result":3}""")]
    [InlineData("""{"id": 1, "params": {"service": "common", "method": "authenticate", "args": ["distributor", "admin", "wrong", {}]}}""", """{"jsonrpc":"2.0","id":1,"result":false}""")]
    [InlineData("""{"id": 1, "params": {"service": "common", "method": "authenticate", "args": ["distributor", "nobody", "x", {}]}}""", """{"jsonrpc":"2.0","id":1,"result":false}""")]
    [InlineData("""{"id": 1, "params": {"service": "object", "method": "execute", "args": ["distributor", 2, "admin", "res.currency", "search_read", [["name", "=", "EUR"]], ["name", "symbol"]]}}""", """{"jsonrpc":"2.0","id":1,"result":[{"id":1,"name":"EUR","symbol":"€"}]}""")]
    [InlineData("""{"id": 1, "params": {"service": "object", "method": "execute_kw", "args": ["distributor", 2, "admin", "sale.order", "check_access_rule", [[1], "read"]]}}""", """{"jsonrpc":"2.0","id":1}""")]
    public async Task The_envelope_is_Odoos(string body, string answer)
        => Assert.Equal(answer, (await shared.Wire.PostAsync(body)).GetRawText().Replace("\\u20AC", "€", StringComparison.Ordinal));

    [Theory]
    [InlineData("""{"service": "common", "method": "authenticate", "args": ["nosuchdb", "admin", "admin", {}]}""", "psycopg2.OperationalError", "connection to server on socket \"/var/run/postgresql/.s.PGSQL.5432\" failed: FATAL:  database \"nosuchdb\" does not exist\n")]
    [InlineData("""{"service": "common", "method": "authenticate", "args": ["distributor", "admin"]}""", "builtins.TypeError", "exp_authenticate() missing 2 required positional arguments: 'password' and 'user_agent_env'")]
    [InlineData("""{"service": "common", "method": "nosuch", "args": []}""", "builtins.Exception", "Method not found: nosuch")]
    [InlineData("""{"service": "nosuch", "method": "version", "args": []}""", "builtins.KeyError", "nosuch")]
    [InlineData("{}", "builtins.TypeError", "JSONRPC.jsonrpc() missing 3 required positional arguments: 'service', 'method', and 'args'")]
    [InlineData("""{"service": "object", "method": "execute_kw", "args": ["distributor", 2, "wrong", "sale.order", "search", [[]], {}]}""", "odoo.exceptions.AccessDenied", "Access Denied")]
    [InlineData("""{"service": "object", "method": "execute_kw", "args": ["distributor", 99999, "admin", "sale.order", "search", [[]], {}]}""", "odoo.exceptions.MissingError", "Record does not exist or has been deleted.\n(Record: res.users(99999,), User: 99999)")]
    [InlineData("""{"service": "object", "method": "execute_kw", "args": ["distributor", 2, "admin", "no.such.model", "search", [[]]]}""", "odoo.exceptions.UserError", "Object no.such.model doesn't exist")]
    [InlineData("""{"service": "object", "method": "execute_kw", "args": ["distributor", 2, "admin", "sale.order", "no_such_method", [[1]]]}""", "builtins.AttributeError", "The method 'sale.order.no_such_method' does not exist")]
    [InlineData("""{"service": "object", "method": "execute_kw", "args": ["distributor", 2, "admin", "res.partner", "name_get", [[1]]]}""", "builtins.AttributeError", "The method 'res.partner.name_get' does not exist")]
    [InlineData("""{"service": "object", "method": "execute_kw", "args": ["distributor", 2, "admin", "sale.order", "_compute_amounts", [[1]]]}""", "odoo.exceptions.AccessError", "Private methods (such as 'sale.order._compute_amounts') cannot be called remotely.")]
    [InlineData("""{"service": "object", "method": "execute_kw", "args": ["distributor", 2, "admin", "sale.order", "search_count", [[], 1, 2, 3, 4]]}""", "builtins.TypeError", "BaseModel.search_count() takes from 2 to 3 positional arguments but 6 were given")]
    [InlineData("""{"service": "object", "method": "execute_kw", "args": ["distributor", 2, "admin", "sale.order", "search_read", [[]], {"nosuchkw": 1}]}""", "builtins.TypeError", "BaseModel._read_format() got an unexpected keyword argument 'nosuchkw'")]
    [InlineData("""{"service": "object", "method": "execute_kw", "args": ["distributor", 2, "admin", "sale.order", "read", [[1]], {"fields": ["name", "nosuch"]}]}""", "builtins.ValueError", "Invalid field 'nosuch' on 'sale.order'")]
    [InlineData("""{"service": "object", "method": "execute_kw", "args": ["distributor", 2, "admin", "product.product", "read", [[1]], {"fields": ["name"], "context": {"lang": "xx_XX"}}]}""", "odoo.exceptions.UserError", "Invalid language code: xx_XX")]
    public async Task An_error_is_Odoos_object_with_code_0(string parameters, string name, string message)
    {
        var error = (await shared.Wire.PostAsync($$"""{"jsonrpc": "2.0", "id": 63, "params": {{parameters}}}""")).GetProperty("error");
        Assert.Equal(0, error.GetProperty("code").GetInt32());
        Assert.Equal("Odoo Server Error", error.GetProperty("message").GetString());
        var data = error.GetProperty("data");
        Assert.Equal((name, message), (data.GetProperty("name").GetString(), data.GetProperty("message").GetString()));
        Assert.Equal(["arguments", "context", "debug", "message", "name"], data.EnumerateObject().Select(p => p.Name).Order());
        Assert.Equal(message, data.GetProperty("arguments")[0].GetString());
        Assert.Equal(JsonValueKind.Object, data.GetProperty("context").ValueKind);
    }

    [Theory]
    [InlineData("{oops", "application/json", HttpStatusCode.BadRequest, "Invalid JSON data")]
    [InlineData("", "application/json", HttpStatusCode.BadRequest, "Invalid JSON data")]
    [InlineData("[]", "application/json", HttpStatusCode.BadRequest, "Invalid JSON-RPC data")]
    [InlineData("{}", "text/plain", HttpStatusCode.UnsupportedMediaType, "415 Unsupported Media Type")]
    public async Task What_is_no_call_is_refused_by_status(string body, string type, HttpStatusCode status, string text)
    {
        using var content = new StringContent(body, Encoding.UTF8, type);
        using var response = await shared.Wire.Http.PostAsync(new Uri(shared.Wire.Address, "jsonrpc"), content);
        Assert.Equal(status, response.StatusCode);
        Assert.Contains(text, await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Version_and_health_need_no_login()
    {
        Assert.Equal("""{"version_info": [19, 0, 0, "final", 0, ""], "version": "19.0"}""", await shared.Wire.Http.GetStringAsync(new Uri(shared.Wire.Address, "web/version")));
        Assert.Equal("""{"status": "pass"}""", await shared.Wire.Http.GetStringAsync(new Uri(shared.Wire.Address, "web/health")));
        Assert.Equal(HttpStatusCode.NotFound, (await shared.Wire.Http.GetAsync(new Uri(shared.Wire.Address, "nosuch"))).StatusCode);
    }

    [Fact]
    public async Task Readers_and_writers_work_side_by_side()
    {
        await using var wire = await Wire.StartAsync();
        var reads = Enumerable.Range(0, 40).Select(_ => wire.AskAsync(TinyCompany.Admin, "sale.order.line", "search_read", "[[]]"));
        var writes = Enumerable.Range(0, 20).Select(i => wire.AskAsync(TinyCompany.Admin, "sale.order", "write", $$"""[[1], {"client_order_ref": "W{{i}}"}]"""));
        Assert.All(await Task.WhenAll(reads.Concat(writes)), answer => Assert.NotEmpty(answer));
    }
}
