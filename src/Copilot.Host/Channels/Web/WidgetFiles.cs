using Copilot.Host.Identity.Accounts;
using Microsoft.Extensions.FileProviders;

namespace Copilot.Host.Channels.Web;

/// <summary>The built web chat, served to anybody: it holds no data until somebody signs in.</summary>
internal static class WidgetFiles
{
    private static readonly (string Route, string File)[] Pages = [("/sources/{turnId}/{sourceId}", "source.html"), ("/console/knowledge", "console.html"), ("/console/proposals", "proposals.html"), ("/console/documents", "documents.html"), ("/console/documents/{id}", "documents.html"), (LinkAddress.Path, "link.html")];

    private const string NotBuilt =
        "The web chat is not part of this build (it was built with -p:SkipWidget=true, or src/widget is missing). The REST API under /api/v1 and the hub at /hubs/chat work.";

    /// <summary>Serves a page of ours at an address with names in it; the page itself holds no data.</summary>
    /// <param name="app">The application.</param>
    /// <param name="folder">The folder of the built widget.</param>
    public static void MapPages(this WebApplication app, string folder)
    {
        foreach (var (route, file) in Pages)
        {
            var path = Path.Combine(folder, file);
            if (File.Exists(path))
            {
                app.MapGet(route, () => Results.File(path, "text/html; charset=utf-8")).AllowAnonymous().ExcludeFromDescription();
            }
        }
    }

    /// <summary>Serves the files in front of everything that asks who you are.</summary>
    /// <param name="app">The application.</param>
    /// <param name="folder">The folder of the built widget.</param>
    public static void UseWidgetFiles(this WebApplication app, string folder)
    {
        if (!File.Exists(Path.Combine(folder, "index.html")))
        {
            app.MapGet("/", () => Results.Text(NotBuilt)).AllowAnonymous().ExcludeFromDescription();
            return;
        }

        var files = new PhysicalFileProvider(folder);
        app.Lifetime.ApplicationStopped.Register(files.Dispose);
        app.UseDefaultFiles(new DefaultFilesOptions { FileProvider = files, DefaultFileNames = ["index.html"] });
        app.UseStaticFiles(new StaticFileOptions
        {
            FileProvider = files,

            // Asked for again each time and answered with 304: a new version is seen at once.
            OnPrepareResponse = served => served.Context.Response.Headers.CacheControl = "no-cache",
        });
    }
}
