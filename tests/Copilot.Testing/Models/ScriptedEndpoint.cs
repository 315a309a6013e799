using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Copilot.Testing.Models;

/// <summary>A model's endpoint on a socket that answers as a test scripts it: first the queued answers, then the usual one.</summary>
public sealed class ScriptedEndpoint : IAsyncDisposable
{
    private readonly WebApplication _app;

    private ScriptedEndpoint(WebApplication app)
    {
        _app = app;
        app.Run(HandleAsync);
    }

    /// <summary>Answers the next request; each is used once.</summary>
    public ConcurrentQueue<Func<HttpContext, ScriptedRequest, Task>> Next { get; } = new();

    /// <summary>Answers every request for which nothing is queued.</summary>
    public Func<HttpContext, ScriptedRequest, Task> Usual { get; set; } = (http, _) => TextAsync(http, 404, "404 page not found");

    /// <summary>What was asked, in the order it came.</summary>
    public ConcurrentQueue<ScriptedRequest> Requests { get; } = new();

    public Uri Address => new(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

    public static async Task<ScriptedEndpoint> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(k => k.Listen(IPAddress.Loopback, 0));
        var endpoint = new ScriptedEndpoint(builder.Build());
        await endpoint._app.StartAsync();
        return endpoint;
    }

    public static Task JsonAsync(HttpContext http, int status, object body) => WriteAsync(http, status, "application/json", JsonSerializer.Serialize(body));

    public static Task TextAsync(HttpContext http, int status, string body) => WriteAsync(http, status, "text/plain", body);

    public static async Task WriteAsync(HttpContext http, int status, string type, string body)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = type;
        await http.Response.WriteAsync(body);
    }

    /// <summary>Queues an answer with a status and a JSON body.</summary>
    public void Then(int status, object body, params (string Name, string Value)[] headers) => Next.Enqueue((http, _) =>
    {
        foreach (var (name, value) in headers)
        {
            http.Response.Headers[name] = value;
        }

        return JsonAsync(http, status, body);
    });

    /// <summary>Queues an answer with a status and something that is no JSON.</summary>
    public void ThenText(int status, string body) => Next.Enqueue((http, _) => TextAsync(http, status, body));

    /// <summary>Answers every request from its texts as OpenAI's embeddings are answered.</summary>
    public void EmbedBy(Func<string, float[]> vector)
        => Usual = (http, request) => JsonAsync(http, 200, new { @object = "list", data = request.Texts.Select((text, index) => new { @object = "embedding", index, embedding = vector(text) }), model = "m", usage = new { } });

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task HandleAsync(HttpContext http)
    {
        using var document = await JsonDocument.ParseAsync(http.Request.Body);
        var request = new ScriptedRequest(http.Request.Path + http.Request.QueryString, document.RootElement.Clone(), http.Request.Headers.ToDictionary(h => h.Key, h => h.Value.ToString(), StringComparer.OrdinalIgnoreCase));
        Requests.Enqueue(request);
        await (Next.TryDequeue(out var next) ? next : Usual)(http, request);
    }
}
