using System.Net;
using Copilot.Sandbox.Demo;
using Copilot.Sandbox.Pages;
using Copilot.Sandbox.Rights;
using Copilot.Sandbox.Rpc;
using Copilot.Sandbox.Schema;
using Copilot.Sandbox.Store;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;

namespace Copilot.Sandbox;

/// <summary>
/// The practice company: a server that answers as Odoo 19 does, with a demo distributor in memory, on loopback only. Writes last until it stops.
/// </summary>
public sealed class SandboxServer : IAsyncDisposable
{
    private const long LargestBody = 16 * 1024 * 1024;
    private readonly WebApplication application;
    private readonly Database database;

    private SandboxServer(WebApplication application, Database database, Uri address)
    {
        this.application = application;
        this.database = database;
        Address = address;
    }

    /// <summary>Where it listens: <c>http://127.0.0.1:5069/</c>.</summary>
    public Uri Address { get; }

    /// <summary>The API key a login has without asking for one: 40 hexadecimal digits that follow from the login.</summary>
    /// <param name="login">The login.</param>
    /// <returns>The key. Not a secret.</returns>
    public static string ApiKeyOf(string login) => ApiKeys.Of(login);

    /// <summary>Builds the demo company as of now and starts to listen.</summary>
    /// <exception cref="IOException">The port is taken.</exception>
    public static Task<SandboxServer> StartAsync(SandboxOptions options, TimeProvider time, CancellationToken cancellationToken)
        => StartAsync(options, time, (sink, today, now) => DemoCompany.Fill(sink, today, now, options.Seed), cancellationToken);

    /// <summary>Starts with records of the caller's own, for tests.</summary>
    internal static async Task<SandboxServer> StartAsync(SandboxOptions options, TimeProvider time, Action<IRecordSink, DateOnly, DateTimeOffset> fill, CancellationToken cancellationToken)
    {
        var database = Company.Build(time, fill);
        var application = Build(options, new Services(database, AccessBook.Create(), options.Database, time));
        try
        {
            await application.StartAsync(cancellationToken);
        }
        catch
        {
            await application.DisposeAsync();
            database.Dispose();
            throw;
        }

        var addresses = application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!;
        return new SandboxServer(application, database, new Uri(addresses.Addresses.First()));
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await application.DisposeAsync();
        database.Dispose();
    }

    private static WebApplication Build(SandboxOptions options, Services services)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = LargestBody;
            kestrel.Listen(IPAddress.Loopback, options.Port, listen => listen.Protocols = HttpProtocols.Http1);
        });
        var application = builder.Build();
        var jsonRpc = new JsonRpcEndpoint(services);
        var json2 = new Json2Endpoint(services);
        var web = new WebSessions(services);
        var signIn = new SignIn(services);
        var page = new RecordPage(services, signIn);
        application.Run(http => http.Request.Path.Value switch
        {
            "/jsonrpc" => jsonRpc.HandleAsync(http),
            { } path when path == Json2Endpoint.Path || path.StartsWith(Json2Endpoint.Path + "/", StringComparison.Ordinal) => json2.HandleAsync(http),
            { } path when WebSessions.Knows(path) => web.HandleAsync(http),
            "/web/version" => Json(http, """{"version_info": [19, 0, 0, "final", 0, ""], "version": "19.0"}"""),
            "/web/health" => Json(http, """{"status": "pass"}"""),
            "/web/login" => signIn.HandleAsync(http),
            { } path when path.StartsWith("/odoo/", StringComparison.Ordinal) && HttpMethods.IsGet(http.Request.Method) => page.HandleAsync(http),
            _ => NotFound(http),
        });
        return application;
    }

    private static Task Json(HttpContext http, string body)
    {
        http.Response.ContentType = "application/json; charset=utf-8";
        return http.Response.WriteAsync(body, http.RequestAborted);
    }

    private static Task NotFound(HttpContext http)
    {
        http.Response.StatusCode = StatusCodes.Status404NotFound;
        http.Response.ContentType = "text/html; charset=utf-8";
        return http.Response.WriteAsync("<!DOCTYPE html>\n<title>404 Not Found</title>\n<h1>Not Found</h1>\n<p>There is no such page in the practice company.</p>\n", http.RequestAborted);
    }
}
