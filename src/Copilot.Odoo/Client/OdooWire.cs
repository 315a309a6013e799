using System.Diagnostics;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Copilot.Odoo.Client;

/// <summary>JSON-RPC as Odoo speaks it: errors come with HTTP 200, and a method that returns None answers without a result.</summary>
internal sealed class OdooWire(OdooConnection connection, OdooPatience patience, IOptions<OdooOptions> options, TimeProvider time, ILogger<OdooWire> logger)
{
    /// <summary>Each call is a span: model, method, kind and fault, never arguments or values.</summary>
    private static readonly ActivitySource Spans = new("Copilot.Odoo");

    private long lastId;

    public string Database => options.Value.Database;

    /// <summary>Calls one of the services <c>common</c> and <c>object</c>. Model and method are for messages and logs.</summary>
    public async Task<JsonElement?> CallAsync(string service, string serviceMethod, object?[] arguments, (string Model, string Method) called, bool isRead, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        using var span = Spans.StartActivity("odoo.call", ActivityKind.Client);
        span?.SetTag("odoo.model", called.Model).SetTag("odoo.method", called.Method).SetTag("odoo.read", isRead);
        try
        {
            var (result, bytes) = await patience.RunAsync(isRead, token => OnceAsync(service, serviceMethod, arguments, called, isRead, token), cancellationToken);
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

    private async Task<(JsonElement? Result, int Bytes)> OnceAsync(string service, string serviceMethod, object?[] arguments, (string Model, string Method) called, bool isRead, CancellationToken cancellationToken)
    {
        var id = Interlocked.Increment(ref lastId);
        var body = JsonSerializer.SerializeToUtf8Bytes(new Dictionary<string, object?>
        {
            ["jsonrpc"] = "2.0",
            ["method"] = "call",
            ["id"] = id,
            ["params"] = new Dictionary<string, object?> { ["service"] = service, ["method"] = serviceMethod, ["args"] = arguments },
        });
        var timeout = isRead ? options.Value.ReadTimeout : options.Value.WriteTimeout;
        var (answer, bytes) = await connection.PostAsync("jsonrpc", body, timeout, cancellationToken);
        if (answer.ValueKind != JsonValueKind.Object || !answer.TryGetProperty("jsonrpc", out _))
        {
            throw new OdooException(OdooFault.Unreachable, "The answer is JSON, but not Odoo's: check Copilot:Odoo:Url.");
        }

        if (answer.TryGetProperty("error", out var error))
        {
            throw OdooFaults.Read(error, called.Model, called.Method);
        }

        if (!answer.TryGetProperty("id", out var echoed) || echoed.ValueKind != JsonValueKind.Number || echoed.GetInt64() != id)
        {
            throw new OdooException(OdooFault.Unreachable, "Odoo answered another call than the one made.");
        }

        return (answer.TryGetProperty("result", out var result) && result.ValueKind != JsonValueKind.Null ? result : null, bytes);
    }

    private long Elapsed(long started) => (long)time.GetElapsedTime(started).TotalMilliseconds;
}
