using System.Text.Json;

namespace Copilot.Odoo.Client.Wires;

/// <summary>JSON-RPC at <c>/jsonrpc</c>: errors come with HTTP 200, and a method that returns None answers without a result.</summary>
internal static class JsonRpcForm
{
    /// <summary>A call of one of the services <c>common</c> and <c>object</c>.</summary>
    public static OdooRequest Service(long id, string service, string method, object?[] arguments) => new()
    {
        Path = "jsonrpc",
        Body = JsonSerializer.SerializeToUtf8Bytes(new Dictionary<string, object?>
        {
            ["jsonrpc"] = "2.0",
            ["method"] = "call",
            ["id"] = id,
            ["params"] = new Dictionary<string, object?> { ["service"] = service, ["method"] = method, ["args"] = arguments },
        }),
    };

    /// <summary>A method of a model in an account's name.</summary>
    public static OdooRequest Call(long id, string database, int uid, string secret, string model, string method, IReadOnlyList<object?> arguments, IReadOnlyDictionary<string, object?> named)
        => Service(id, "object", "execute_kw", [database, uid, secret, model, method, arguments, named]);

    /// <summary>A call of the web client's own API, in its session.</summary>
    public static OdooRequest Web(long id, string path, IReadOnlyDictionary<string, object?> parameters, string? session) => new()
    {
        Path = path,
        Body = JsonSerializer.SerializeToUtf8Bytes(new Dictionary<string, object?> { ["jsonrpc"] = "2.0", ["method"] = "call", ["id"] = id, ["params"] = parameters }),
        Session = session,
    };

    /// <summary>The result, or null for None.</summary>
    public static JsonElement? Read(OdooReply reply, long id, (string Model, string Method) called)
    {
        var answer = reply.Answer;
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

        return answer.TryGetProperty("result", out var result) && result.ValueKind != JsonValueKind.Null ? result : null;
    }
}
