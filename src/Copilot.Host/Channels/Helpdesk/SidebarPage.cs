using System.Text.Encodings.Web;
using Copilot.Host.Settings;

namespace Copilot.Host.Channels.Helpdesk;

/// <summary><c>/sidebar</c>: the page that Odoo shows beside a record. It holds no data until somebody signs in; only the configured origins may frame it.</summary>
internal static class SidebarPage
{
    /// <summary>The page's address.</summary>
    public const string Path = "/sidebar";

    /// <summary>What the built page has in the place of the origins it listens to.</summary>
    private const string Place = "ORIGINS-OF-ODOO";

    private const string File = "sidebar.html";

    /// <summary>Maps the page; where no sidebar is configured, or it is not part of the build, there is none.</summary>
    /// <param name="app">The application.</param>
    /// <param name="folder">The folder of the built widget.</param>
    public static void Map(WebApplication app, string folder)
    {
        var file = System.IO.Path.Combine(folder, File);
        if (app.Services.GetRequiredService<CopilotSettings>().Sidebar is { } sidebar && System.IO.File.Exists(file))
        {
            var html = System.IO.File.ReadAllText(file).Replace(Place, HtmlEncoder.Default.Encode(string.Join(' ', sidebar.Origins)), StringComparison.Ordinal);
            app.MapGet(Path, () => Results.Text(html, "text/html; charset=utf-8")).AllowAnonymous().ExcludeFromDescription();
        }
    }

    /// <summary>Says who may frame what is at an address.</summary>
    /// <param name="path">The address.</param>
    /// <param name="settings">The settings.</param>
    /// <returns>The sources of the policy's <c>frame-ancestors</c>; everywhere but here nobody.</returns>
    public static string Ancestors(PathString path, CopilotSettings? settings)
        => settings?.Sidebar is { } sidebar && path.Equals(Path, StringComparison.Ordinal) ? string.Join(' ', sidebar.Origins) : "'none'";
}
