using Copilot.Host.Settings;
using Microsoft.AspNetCore.Cors.Infrastructure;

namespace Copilot.Host.Channels;

/// <summary>Which pages may speak with this service from a browser: its own, and those whose origins are on the list.</summary>
internal sealed class Origins(CopilotSettings settings)
{
    private static readonly string[] Methods = ["GET", "POST", "PUT", "DELETE"];

    // x-signalr-user-agent and x-requested-with are sent by the hub's client.
    private static readonly string[] Headers = ["authorization", "content-type", "x-requested-with", "x-signalr-user-agent"];

    /// <summary>Says whether a page of an origin may speak with the service.</summary>
    /// <param name="origin">What the browser says; <c>null</c> in words for pages without an origin of their own.</param>
    /// <param name="host">The host the request was sent to.</param>
    /// <returns>True for the service's own pages and those on the list.</returns>
    public bool Allows(string origin, HostString host)
        => settings.Origins.Contains(origin, StringComparer.OrdinalIgnoreCase)
            || (Uri.TryCreate(origin, UriKind.Absolute, out var page)
                && (string.Equals(page.Authority, Named(host, page.Scheme), StringComparison.OrdinalIgnoreCase)
                    || (settings.PublicAddress is { } own && page.GetLeftPart(UriPartial.Authority) == own.GetLeftPart(UriPartial.Authority))));

    /// <summary>Tells browsers which pages of others may read answers. Tokens travel in a header, never in a cookie, so no credentials are allowed.</summary>
    /// <param name="policy">The policy.</param>
    public void Describe(CorsPolicyBuilder policy)
        => policy.WithOrigins([.. settings.Origins]).WithMethods(Methods).WithHeaders(Headers).WithExposedHeaders("retry-after").SetPreflightMaxAge(TimeSpan.FromHours(1));

    // "host:443" and "host" are the same place over https.
    private static string Named(HostString host, string scheme)
        => Uri.TryCreate($"{scheme}://{host.Value}", UriKind.Absolute, out var uri) ? uri.Authority : string.Empty;
}
