using System.Buffers;
using System.Text;
using System.Text.Json;
using Copilot.Sandbox.Orm;
using Microsoft.AspNetCore.Http;

namespace Copilot.Sandbox.Rpc;

/// <summary>
/// POST <c>/json/2/model/method</c> with an API key as bearer token, as Odoo 19 has it: named arguments, the bare value as the answer, and
/// faults with a status of their own.
/// </summary>
internal sealed class Json2Endpoint(Services services)
{
    /// <summary>What its paths begin with.</summary>
    public const string Path = "/json/2";

    private const string Scheme = "bearer ";

    public async Task HandleAsync(HttpContext http)
    {
        var parts = http.Request.Path.Value![Path.Length..].Split('/');
        if (http.Request.Headers.TryGetValue("X-Odoo-Database", out var asked) && asked != services.DatabaseName)
        {
            await Html(http, StatusCodes.Status404NotFound, "<!DOCTYPE html>\n<title>404 Not Found</title>\n<h1>Not Found</h1>\n<p>No database is selected and the requested URL was not found.</p>\n");
            return;
        }

        if (!HttpMethods.IsPost(http.Request.Method) || parts is not ["", { Length: > 0 } model, { Length: > 0 } method])
        {
            await WriteAsync(http, Web("NotFound", "Did you mean POST /json/2/<model>/<method>?"));
            return;
        }

        if (http.Request.ContentType?.Split(';')[0].Trim() != "application/json")
        {
            await Html(http, StatusCodes.Status415UnsupportedMediaType, "<!doctype html>\n<html lang=en>\n<title>415 Unsupported Media Type</title>\n<h1>Unsupported Media Type</h1>\n");
            return;
        }

        object? result;
        try
        {
            result = await AnswerAsync(http, model, method);
        }
        catch (Fault fault)
        {
            await WriteAsync(http, fault);
            return;
        }
        catch (Exception bug) when (bug is InvalidOperationException or ArgumentException or FormatException or OverflowException or InvalidCastException)
        {
            // As on the other wire: the caller learns the kind of what nobody thought of, not its text.
            await WriteAsync(http, new Fault("builtins.Exception", $"The practice company could not answer this call ({bug.GetType().Name})."));
            return;
        }

        await WriteAsync(http, StatusCodes.Status200OK, result);
    }

    private async Task<object?> AnswerAsync(HttpContext http, string model, string method)
    {
        var user = Owner(http.Request.Headers.Authorization.ToString());
        var arguments = await ArgumentsAsync(http);
        if (!services.HasModel(model))
        {
            throw Web("NotFound", $"the model '{model}' does not exist");
        }

        if (!method.StartsWith('_') && services.Methods.Find(model, method) is null)
        {
            throw Web("NotFound", $"The method '{model}.{method}' does not exist");
        }

        var ids = arguments.Remove("ids", out var given) ? given : new List<object?>();
        if (services.Methods.Find(model, method) is not { } known)
        {
            return services.Run(user, model, method, [], arguments);
        }

        if (!known.OnRecords && !Python.IsFalsy(ids))
        {
            throw Web("UnprocessableEntity", $"cannot call {model}.{method} with ids");
        }

        if (known.Signature.Misfit(arguments.Where(a => a.Key != "context").ToDictionary()) is { } misfit)
        {
            throw Web("UnprocessableEntity", misfit);
        }

        // A recordset is answered by its ids; what creates one record answers a recordset too.
        var result = services.Run(user, model, method, known.OnRecords ? [ids] : [], arguments);
        return method == "create" && result is int one ? new[] { one } : result;
    }

    private int Owner(string authorization)
        => authorization.Length == 0 ? throw Web("Unauthorized", "User not authenticated, use an API Key with a Bearer Authorization header.")
            : authorization.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) && services.OwnerOf(authorization[Scheme.Length..].Trim()) is { } user ? user
            : throw Web("Unauthorized", "Invalid apikey");

    private static async Task<Dictionary<string, object?>> ArgumentsAsync(HttpContext http)
    {
        // The real server ignores a body that does not say its length; so must the practice, or nobody would notice.
        if (http.Request.ContentLength is null or 0)
        {
            return [];
        }

        try
        {
            using var document = await JsonDocument.ParseAsync(http.Request.Body, default, http.RequestAborted);
            return WireJson.Read(document.RootElement) as Dictionary<string, object?> ?? throw Web("BadRequest", "could not parse the body as json: an object is expected");
        }
        catch (JsonException broken)
        {
            throw Web("BadRequest", $"could not parse the body as json: {broken.GetType().Name}");
        }
    }

    private static Fault Web(string name, string message) => new("werkzeug.exceptions." + name, message);

    private static int StatusOf(string className) => className switch
    {
        "odoo.exceptions.UserError" or "odoo.exceptions.ValidationError" or "werkzeug.exceptions.UnprocessableEntity" => StatusCodes.Status422UnprocessableEntity,
        "odoo.exceptions.AccessError" or "odoo.exceptions.AccessDenied" => StatusCodes.Status403Forbidden,
        "odoo.exceptions.MissingError" or "werkzeug.exceptions.NotFound" => StatusCodes.Status404NotFound,
        "werkzeug.exceptions.Unauthorized" => StatusCodes.Status401Unauthorized,
        "werkzeug.exceptions.BadRequest" => StatusCodes.Status400BadRequest,
        _ => StatusCodes.Status500InternalServerError,
    };

    private static Task WriteAsync(HttpContext http, Fault fault)
    {
        var status = StatusOf(fault.ClassName);
        if (status == StatusCodes.Status401Unauthorized)
        {
            http.Response.Headers.WWWAuthenticate = "Bearer";
        }

        return WriteAsync(http, status, new Dictionary<string, object?>
        {
            ["name"] = fault.ClassName,
            ["message"] = fault.Message,
            ["arguments"] = new List<object?> { fault.Message },
            ["context"] = new Dictionary<string, object?>(),
            ["debug"] = $"Traceback (most recent call last):\n  practice company\n{fault.ClassName}: {fault.Message}\n",
        });
    }

    private static async Task WriteAsync(HttpContext http, int status, object? value)
    {
        var buffer = new ArrayBufferWriter<byte>(4096);
        await using (var writer = new Utf8JsonWriter(buffer))
        {
            WireJson.Write(writer, value);
        }

        http.Response.StatusCode = status;
        http.Response.ContentType = "application/json; charset=utf-8";
        http.Response.ContentLength = buffer.WrittenCount;
        await http.Response.Body.WriteAsync(buffer.WrittenMemory, http.RequestAborted);
    }

    private static Task Html(HttpContext http, int status, string text)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = "text/html; charset=utf-8";
        return http.Response.WriteAsync(text, Encoding.UTF8, http.RequestAborted);
    }
}
