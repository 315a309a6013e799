using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using Copilot.Sandbox.Rpc;
using Microsoft.AspNetCore.Http;

namespace Copilot.Sandbox.Pages;

/// <summary>
/// <c>/web/login</c>: who looks at a record page says so once, as on a real server; the browser keeps a cookie. Sessions end with the server.
/// </summary>
internal sealed class SignIn(Services services)
{
    private const string Cookie = "session_id";
    private readonly ConcurrentDictionary<string, int> sessions = new(StringComparer.Ordinal);

    /// <summary>The user behind the request's cookie.</summary>
    public int? UserOf(HttpContext http)
        => http.Request.Cookies.TryGetValue(Cookie, out var token) && sessions.TryGetValue(token, out var user) ? user : null;

    public async Task HandleAsync(HttpContext http)
    {
        if (!HttpMethods.IsPost(http.Request.Method))
        {
            await Html.WriteAsync(http, StatusCodes.Status200OK, "Sign in", Form(http.Request.Query["redirect"].ToString(), ""));
            return;
        }

        if (!http.Request.HasFormContentType)
        {
            await Html.WriteAsync(http, StatusCodes.Status400BadRequest, "Sign in", Form("", "Please use the form."));
            return;
        }

        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var target = Local(form["redirect"].ToString());
        if (services.SignIn(form["login"].ToString(), form["password"].ToString()) is not { } user)
        {
            await Html.WriteAsync(http, StatusCodes.Status200OK, "Sign in", Form(target, "Wrong login/password"));
            return;
        }

        var token = RandomNumberGenerator.GetHexString(40, lowercase: true);
        sessions[token] = user;
        http.Response.Cookies.Append(Cookie, token, new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Lax, Path = "/" });
        http.Response.StatusCode = StatusCodes.Status303SeeOther;
        http.Response.Headers.Location = target;
    }

    /// <summary>Only a page of this server is a place to go on to.</summary>
    private static string Local(string redirect)
        => redirect.StartsWith("/odoo/", StringComparison.Ordinal) && !redirect.AsSpan().ContainsAny('\\', '\r', '\n') ? redirect : "/odoo/";

    private static string Form(string redirect, string message)
        => string.Format(CultureInfo.InvariantCulture, """
            <p role="alert">{0}</p>
            <form method="post" action="/web/login">
            <p><label>Login <input name="login" autocomplete="username" required autofocus></label></p>
            <p><label>Password <input name="password" type="password" autocomplete="current-password" required></label></p>
            <input type="hidden" name="redirect" value="{1}">
            <p><button>Log in</button></p>
            </form>
            <p>This is a practice company: login and password are the name of a demo role, for example <code>sales-rep</code>.</p>
            """, WebUtility.HtmlEncode(message), WebUtility.HtmlEncode(Local(redirect)));
}
