using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Copilot.Testing.Odoo;

/// <summary>
/// A JSON-RPC server on a socket that answers what a test tells it: it keeps no records and knows no rules. Signing in, the version
/// and the fields of models are answered from what is set here; everything else by <see cref="Answer"/>.
/// </summary>
public sealed class FakeOdoo : IAsyncDisposable
{
    private readonly WebApplication app;

    private FakeOdoo(WebApplication app)
    {
        this.app = app;
        app.Run(HandleAsync);
    }

    public int Version { get; init; } = 19;

    /// <summary>Logins with their secrets; the user id is the place in this list plus 10.</summary>
    public List<(string Login, string Secret)> Accounts { get; } = [("anna", "anna-secret")];

    /// <summary>Fields by model: name and type, or name and <c>many2one res.partner</c>.</summary>
    public Dictionary<string, Dictionary<string, string>> Fields { get; } = [];

    public int[] Companies { get; set; } = [1, 2];

    public string[] Languages { get; set; } = ["en_US"];

    /// <summary>The result of any other call; a <see cref="FakeOdooError"/> becomes an error.</summary>
    public Func<FakeOdooCall, object?> Answer { get; set; } = _ => Array.Empty<object>();

    /// <summary>Takes the whole HTTP exchange when it returns true.</summary>
    public Func<HttpContext, Task<bool>>? Intercept { get; set; }

    public ConcurrentQueue<FakeOdooCall> Calls { get; } = new();

    public Uri Address => new(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

    /// <summary>The calls of one kind, in the order they came.</summary>
    public IReadOnlyList<FakeOdooCall> Of(string what) => [.. Calls.Where(c => c.What == what)];

    public static async Task<FakeOdoo> StartAsync(int version = 19)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(k => k.Listen(IPAddress.Loopback, 0));
        var fake = new FakeOdoo(builder.Build()) { Version = version };
        await fake.app.StartAsync();
        return fake;
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
    }

    private async Task HandleAsync(HttpContext http)
    {
        if (Intercept is { } intercept && await intercept(http))
        {
            return;
        }

        using var document = await JsonDocument.ParseAsync(http.Request.Body);
        var request = document.RootElement.Clone();
        var parameters = request.GetProperty("params");
        var call = new FakeOdooCall(parameters.GetProperty("service").GetString()!, parameters.GetProperty("method").GetString()!, parameters.GetProperty("args"));
        Calls.Enqueue(call);
        var answer = new Dictionary<string, object?> { ["jsonrpc"] = "2.0", ["id"] = request.GetProperty("id") };
        switch (Result(call))
        {
            case FakeOdooError error:
                answer["error"] = new { code = 200, message = "Odoo Server Error", data = new { name = error.Name, message = error.Message, arguments = new[] { error.Message }, context = new { }, debug = "Traceback /usr/lib/secret.py" } };
                break;
            case null:
                break;
            case var result:
                answer["result"] = result;
                break;
        }

        // Odoo says how long its answers are.
        var body = JsonSerializer.SerializeToUtf8Bytes(answer, JsonSerializerOptions.Web);
        http.Response.ContentType = "application/json; charset=utf-8";
        http.Response.ContentLength = body.Length;
        await http.Response.Body.WriteAsync(body);
    }

    private object? Result(FakeOdooCall call)
    {
        if (!call.IsExecute)
        {
            return call.ServiceMethod switch
            {
                "version" => new { server_version = $"{Version}.0", server_version_info = new object[] { Version, 0, 0, "final", 0, "" }, server_serie = $"{Version}.0", protocol_version = 1 },
                _ => Uid(call.Arguments[1].GetString()!, call.Arguments[2].GetString()!) is { } uid ? uid : false,
            };
        }

        if (call.Uid - 10 >= Accounts.Count || Accounts[call.Uid - 10].Secret != call.Secret)
        {
            return new FakeOdooError("odoo.exceptions.AccessDenied", "Access Denied");
        }

        return call.What switch
        {
            "res.users.read" => new[] { new { id = call.Uid, company_ids = Companies } },
            "res.lang.search_read" => Languages.Select((code, i) => new { id = i + 1, code }).ToArray(),
            _ when call.Method == "fields_get" => Fields.TryGetValue(call.Model, out var fields)
                ? fields.ToDictionary(f => f.Key, f => f.Value.Split(' ') is [var type, var relation] ? (object)new { type, relation } : new { type = f.Value })
                : new FakeOdooError("odoo.exceptions.UserError", $"Object {call.Model} doesn't exist"),
            _ => Answer(call),
        };
    }

    private int? Uid(string login, string secret) => Accounts.IndexOf((login, secret)) is >= 0 and var place ? place + 10 : null;
}
