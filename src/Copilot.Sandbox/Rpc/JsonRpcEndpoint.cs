using System.Buffers;
using System.Text;
using System.Text.Json;
using Copilot.Sandbox.Orm;
using Microsoft.AspNetCore.Http;

namespace Copilot.Sandbox.Rpc;

/// <summary>
/// POST <c>/jsonrpc</c>: HTTP 200 with a <c>result</c> or an <c>error</c> member; 400 for what is no JSON object, 415 for another content type.
/// </summary>
internal sealed class JsonRpcEndpoint(Services services)
{
    private const string WrongType = """
        <!doctype html>
        <html lang=en>
        <title>415 Unsupported Media Type</title>
        <h1>Unsupported Media Type</h1>
        <p>Request inferred type is compatible with [{0}] but &#39;/jsonrpc&#39; is type=&#39;jsonrpc&#39;.<br><br>Please verify the Content-Type request header and try again.</p>

        """;

    public Task HandleAsync(HttpContext http) => HandleAsync(http, Run);

    /// <summary>The same envelope around something else.</summary>
    public static async Task HandleAsync(HttpContext http, Func<JsonElement, object?> run)
    {
        if (!HttpMethods.IsPost(http.Request.Method) || !IsJson(http.Request.ContentType))
        {
            var compatible = HttpMethods.IsPost(http.Request.Method) ? "&#39;http&#39;" : "&#39;http&#39;, &#39;json2&#39;";
            await Html(http, StatusCodes.Status415UnsupportedMediaType, WrongType.Replace("{0}", compatible, StringComparison.Ordinal));
            return;
        }

        JsonDocument document;
        try
        {
            document = await JsonDocument.ParseAsync(http.Request.Body, default, http.RequestAborted);
        }
        catch (JsonException)
        {
            await Html(http, StatusCodes.Status400BadRequest, "Invalid JSON data");
            return;
        }

        using (document)
        {
            if (document.RootElement.ValueKind != JsonValueKind.Object)
            {
                await Html(http, StatusCodes.Status400BadRequest, "Invalid JSON-RPC data");
                return;
            }

            var body = Answer(document.RootElement, run);
            http.Response.ContentType = "application/json; charset=utf-8";
            http.Response.ContentLength = body.WrittenCount;
            await http.Response.Body.WriteAsync(body.WrittenMemory, http.RequestAborted);
        }
    }

    private static ArrayBufferWriter<byte> Answer(JsonElement request, Func<JsonElement, object?> run)
    {
        var buffer = new ArrayBufferWriter<byte>(4096);
        using var writer = new Utf8JsonWriter(buffer);
        writer.WriteStartObject();
        writer.WriteString("jsonrpc", "2.0");
        writer.WritePropertyName("id");
        if (request.TryGetProperty("id", out var id))
        {
            id.WriteTo(writer);
        }
        else
        {
            writer.WriteNullValue();
        }

        try
        {
            var result = run(request);
            if (result is not null)
            {
                writer.WritePropertyName("result");
                WireJson.Write(writer, result);
            }
        }
        catch (Fault fault)
        {
            Write(writer, fault);
        }
        catch (Exception bug) when (bug is InvalidOperationException or ArgumentException or FormatException or OverflowException or InvalidCastException)
        {
            // A real server answers a Python exception for arguments that nobody thought of; the caller learns its kind, not its text.
            Write(writer, new Fault("builtins.Exception", $"The practice company could not answer this call ({bug.GetType().Name})."));
        }

        writer.WriteEndObject();
        writer.Flush();
        return buffer;
    }

    private object? Run(JsonElement request)
    {
        var members = request.TryGetProperty("params", out var given) && WireJson.Read(given) is IReadOnlyDictionary<string, object?> read
            ? read
            : new Dictionary<string, object?>();
        var bound = new Signature("JSONRPC.jsonrpc", "service, method, args").Bind([], members);
        return services.Call(Python.Str(bound["service"]), Python.Str(bound["method"]), bound["args"] as IReadOnlyList<object?> ?? []);
    }

    private static void Write(Utf8JsonWriter writer, Fault fault)
    {
        writer.WritePropertyName("error");
        WireJson.Write(writer, new Dictionary<string, object?>
        {
            ["code"] = fault.ClassName == Fault.SessionExpiredClass ? 100 : 0,
            ["message"] = fault.ClassName == Fault.SessionExpiredClass ? "Odoo Session Expired" : "Odoo Server Error",
            ["data"] = new Dictionary<string, object?>
            {
                ["name"] = fault.ClassName,
                ["message"] = fault.Message,
                ["arguments"] = new List<object?> { fault.Message },
                ["context"] = new Dictionary<string, object?>(),
                ["debug"] = $"Traceback (most recent call last):\n  practice company\n{fault.ClassName}: {fault.Message}\n",
            },
        });
    }

    private static bool IsJson(string? contentType)
        => contentType is not null && contentType.Split(';')[0].Trim() is "application/json" or "application/json-rpc";

    private static async Task Html(HttpContext http, int status, string text)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = "text/html; charset=utf-8";
        await http.Response.WriteAsync(text, Encoding.UTF8, http.RequestAborted);
    }
}
