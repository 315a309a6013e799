using System.Net;
using Microsoft.AspNetCore.Http;

namespace Copilot.Sandbox.Pages;

/// <summary>The frame of every page: plain, without scripts, closed to frames and to anything loaded from elsewhere.</summary>
internal static class Html
{
    /// <param name="http">The request to answer.</param>
    /// <param name="status">The HTTP status.</param>
    /// <param name="title">The title as text; it is escaped here.</param>
    /// <param name="body">The body as markup; whoever wrote it has escaped the values.</param>
    public static Task WriteAsync(HttpContext http, int status, string title, string body)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = "text/html; charset=utf-8";
        http.Response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'self'";
        http.Response.Headers.XContentTypeOptions = "nosniff";
        return http.Response.WriteAsync($$"""
            <!doctype html>
            <html lang="en">
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>{{WebUtility.HtmlEncode(title)}}</title>
            <style>body{font:16px/1.5 system-ui,sans-serif;margin:2rem auto;max-width:60rem;padding:0 1rem}table{border-collapse:collapse;width:100%}th,td{border-bottom:1px solid #ddd;padding:.4rem .6rem;text-align:left;vertical-align:top}th{width:14rem;font-weight:600;color:#444}</style>
            <h1>{{WebUtility.HtmlEncode(title)}}</h1>
            {{body}}
            <p><small>Practice company, read-only view.</small></p>

            """, http.RequestAborted);
    }
}
