using Copilot.Host.Channels.Helpdesk;
using Copilot.Host.Settings;

namespace Copilot.Host.Channels;

/// <summary>What browsers are told about every answer of this service.</summary>
internal static class SecurityHeaders
{
    // Scripts, styles and connections from here only; nothing inline, no plug-ins, no frames of others around us. Pictures of pages are fetched with the
    // reader's token and shown from memory (blob:). The sidebar alone may be framed, by Odoo.
    private const string ContentPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; manifest-src 'self'; "
        + "base-uri 'none'; form-action 'none'; frame-ancestors ";

    /// <summary>Adds the headers to every answer, also to errors.</summary>
    /// <param name="app">The application.</param>
    public static void UseSecurityHeaders(this IApplicationBuilder app) => app.Use(next => context =>
    {
        context.Response.OnStarting(Write, context);
        return next(context);
    });

    private static Task Write(object state)
    {
        var context = (HttpContext)state;
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = ContentPolicy + SidebarPage.Ancestors(context.Request.Path, context.RequestServices.GetService<CopilotSettings>());
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(self), payment=(), usb=()";
        if (headers.CacheControl.Count == 0)
        {
            headers.CacheControl = "no-store";
        }

        return Task.CompletedTask;
    }
}
