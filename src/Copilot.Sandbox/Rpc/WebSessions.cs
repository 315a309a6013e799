using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text.Json;
using Copilot.Sandbox.Orm;
using Microsoft.AspNetCore.Http;

namespace Copilot.Sandbox.Rpc;

/// <summary>The part of the web client's API that programs meet: <c>/web/session/authenticate</c>, <c>/web/dataset/call_kw</c> and <c>/web/session/destroy</c>, with a cookie.</summary>
internal sealed class WebSessions(Services services)
{
    private const string Cookie = "session_id";

    private readonly ConcurrentDictionary<string, int> sessions = new(StringComparer.Ordinal);

    /// <summary>Whether a path is one of these.</summary>
    public static bool Knows(string path)
        => path is "/web/session/authenticate" or "/web/session/destroy" or "/web/dataset/call_kw" || path.StartsWith("/web/dataset/call_kw/", StringComparison.Ordinal);

    public Task HandleAsync(HttpContext http) => JsonRpcEndpoint.HandleAsync(http, request =>
    {
        var members = request.TryGetProperty("params", out var given) && WireJson.Read(given) is IReadOnlyDictionary<string, object?> read ? read : new Dictionary<string, object?>();
        return http.Request.Path.Value switch
        {
            "/web/session/authenticate" => SignIn(http, members),
            "/web/session/destroy" => Leave(http),
            _ => Call(http, members),
        };
    });

    private Dictionary<string, object?> SignIn(HttpContext http, IReadOnlyDictionary<string, object?> members)
    {
        if (members.GetValueOrDefault("db") as string != services.DatabaseName)
        {
            throw Fault.Access("Database not found.");
        }

        var user = services.SignIn(members.GetValueOrDefault("login") as string ?? "", members.GetValueOrDefault("password") as string ?? "") ?? throw Fault.Denied();
        var token = RandomNumberGenerator.GetHexString(40, lowercase: true);
        sessions[token] = user;
        http.Response.Cookies.Append(Cookie, token, new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Lax, Path = "/" });
        return services.Ask(user, session => new Dictionary<string, object?>
        {
            ["uid"] = user,
            ["db"] = services.DatabaseName,
            ["username"] = session.User?.Text("login"),
            ["name"] = session.User?.Name,
            ["user_context"] = new Dictionary<string, object?> { ["lang"] = session.User?.Text("lang") ?? "en_US", ["tz"] = session.User?.Text("tz"), ["uid"] = user },
            ["server_version"] = "19.0",
        });
    }

    private object? Leave(HttpContext http)
    {
        if (http.Request.Cookies.TryGetValue(Cookie, out var token))
        {
            sessions.TryRemove(token, out _);
        }

        return null;
    }

    private object? Call(HttpContext http, IReadOnlyDictionary<string, object?> members)
        => http.Request.Cookies.TryGetValue(Cookie, out var token) && sessions.TryGetValue(token, out var user)
            ? services.Run(
                user,
                Python.Str(members.GetValueOrDefault("model")),
                Python.Str(members.GetValueOrDefault("method")),
                members.GetValueOrDefault("args") as IReadOnlyList<object?> ?? [],
                members.GetValueOrDefault("kwargs") as IReadOnlyDictionary<string, object?> ?? new Dictionary<string, object?>(),
                inBrowser: true)
            : throw Fault.SessionExpired();
}
