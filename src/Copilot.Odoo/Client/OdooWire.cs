using System.Diagnostics;
using System.Text.Json;
using Copilot.Odoo.Client.Wires;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Copilot.Odoo.Client;

/// <summary>The one way to the server: patience, a span and a log line for each call, in the form the account works with.</summary>
internal sealed class OdooWire(OdooConnection connection, OdooPatience patience, IOptions<OdooOptions> options, TimeProvider time, ILogger<OdooWire> logger)
{
    /// <summary>Each call is a span: model, method, kind and fault, never arguments or values.</summary>
    private static readonly ActivitySource Spans = new("Copilot.Odoo");

    private long lastId;

    /// <summary>The database that accounts belong to.</summary>
    public string Database => options.Value.Database;

    /// <summary>Asks the service <c>common</c> of JSON-RPC: the version, signing in.</summary>
    public Task<JsonElement?> AskAsync(string method, object?[] arguments, CancellationToken cancellationToken)
        => RunAsync(("common", method), isRead: true, token => ByRpcAsync(id => JsonRpcForm.Service(id, "common", method, PlacedFirst(method, arguments)), ("common", method), isRead: true, token), cancellationToken);

    /// <summary>Asks for the version without an account and without JSON-RPC: Odoo 19 and later.</summary>
    public Task<JsonElement?> VersionPageAsync(CancellationToken cancellationToken)
        => RunAsync(("web", "version"), isRead: true, token => ByJson2Async(Json2Form.Version(), ("web", "version"), isRead: true, one: false, token), cancellationToken);

    /// <summary>Calls a method of a model in an account's name.</summary>
    public Task<JsonElement?> CallAsync(
        OdooAccount account,
        string secret,
        (string Model, string Method) called,
        IReadOnlyList<object?> arguments,
        IReadOnlyDictionary<string, object?> named,
        bool isRead,
        CancellationToken cancellationToken)
    {
        if (account.Api != OdooApi.Json2)
        {
            return RunAsync(
                called, isRead, token => ByRpcAsync(id => JsonRpcForm.Call(id, options.Value.Database, account.Uid, secret, called.Model, called.Method, arguments, named), called, isRead, token), cancellationToken);
        }

        var request = Json2Form.Call(options.Value.Database, secret, called.Model, called.Method, arguments, named);
        return RunAsync(called, isRead, token => ByJson2Async(request, called, isRead, Json2Form.CreatesOne(called.Method, arguments), token), cancellationToken);
    }

    /// <summary>Calls the web client's own API, for the few things that the external ones do not do. Gives the session to go on with.</summary>
    public async Task<(JsonElement? Result, string? Session)> WebAsync(
        string path, IReadOnlyDictionary<string, object?> parameters, string? session, (string Model, string Method) called, CancellationToken cancellationToken)
    {
        var next = session;
        var result = await RunAsync(called, isRead: false, AskAsync, cancellationToken);
        return (result, next);

        async Task<(JsonElement? Result, int Bytes)> AskAsync(CancellationToken token)
        {
            var id = Interlocked.Increment(ref lastId);
            var reply = await connection.SendAsync(JsonRpcForm.Web(id, path, parameters, session), Timeout(isRead: false), token);
            next = reply.Session ?? next;
            return (JsonRpcForm.Read(reply, id, called), reply.Bytes);
        }
    }

    private async Task<JsonElement?> RunAsync((string Model, string Method) called, bool isRead, Func<CancellationToken, Task<(JsonElement? Result, int Bytes)>> once, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        using var span = Spans.StartActivity("odoo.call", ActivityKind.Client);
        span?.SetTag("odoo.model", called.Model).SetTag("odoo.method", called.Method).SetTag("odoo.read", isRead);
        try
        {
            var (result, bytes) = await patience.RunAsync(isRead, once, cancellationToken);
            Log.CallDone(logger, called.Model, called.Method, Elapsed(started), bytes);
            return result;
        }
        catch (OdooException fault)
        {
            span?.SetTag("odoo.fault", fault.Fault.ToString()).SetStatus(ActivityStatusCode.Error);
            Log.CallFailed(logger, called.Model, called.Method, Elapsed(started), fault.Fault.ToString(), fault.ServerClass);
            throw;
        }
    }

    private async Task<(JsonElement? Result, int Bytes)> ByRpcAsync(Func<long, OdooRequest> request, (string Model, string Method) called, bool isRead, CancellationToken cancellationToken)
    {
        var id = Interlocked.Increment(ref lastId);
        var reply = await connection.SendAsync(request(id), Timeout(isRead), cancellationToken);
        return (JsonRpcForm.Read(reply, id, called), reply.Bytes);
    }

    private async Task<(JsonElement? Result, int Bytes)> ByJson2Async(OdooRequest request, (string Model, string Method) called, bool isRead, bool one, CancellationToken cancellationToken)
    {
        var reply = await connection.SendAsync(request, Timeout(isRead), cancellationToken);
        return (Json2Form.Read(reply, called, one), reply.Bytes);
    }

    private TimeSpan Timeout(bool isRead) => isRead ? options.Value.ReadTimeout : options.Value.WriteTimeout;

    // All but the version name the database first.
    private object?[] PlacedFirst(string method, object?[] arguments) => method == "version" ? arguments : [options.Value.Database, .. arguments];

    private long Elapsed(long started) => (long)time.GetElapsedTime(started).TotalMilliseconds;
}
