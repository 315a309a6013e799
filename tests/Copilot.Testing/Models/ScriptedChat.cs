using System.Collections.Concurrent;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Copilot.Testing.Models;

/// <summary>
/// A chat model on a socket. Its brain reads the request and decides the reply, which is written as OpenAI (<c>…/chat/completions</c>) or Ollama (<c>/api/chat</c>)
/// write it, streamed or whole, as the request asks; <see cref="Next"/> holds replies that come before the brain is asked.
/// </summary>
public sealed class ScriptedChat : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly CancellationTokenSource _stopping = new();
    private int _left;

    private ScriptedChat(WebApplication app, Func<JsonObject, ScriptedReply> brain)
    {
        _app = app;
        Brain = brain;
        app.Run(HandleAsync);
    }

    /// <summary>Decides the reply to a request for which nothing is queued. The request is the body as it came.</summary>
    public Func<JsonObject, ScriptedReply> Brain { get; set; }

    /// <summary>Replies to the next requests; each is used once.</summary>
    public ConcurrentQueue<ScriptedReply> Next { get; } = new();

    /// <summary>Answers requests that are no chat: the content type and the body sent for a method with a path and the body that came.</summary>
    public Func<string, string, (int Status, string Body)> Other { get; set; } = (_, _) => (404, "404 page not found");

    /// <summary>What was asked of the model, in the order it came.</summary>
    public ConcurrentQueue<ScriptedRequest> Requests { get; } = new();

    /// <summary>How many readers left before their answer was whole.</summary>
    public int Left => Volatile.Read(ref _left);

    /// <summary>The address below which Ollama is.</summary>
    public Uri Address => new(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

    /// <summary>The address below which OpenAI's format is spoken.</summary>
    public Uri V1 => new(Address, "/v1");

    public static async Task<ScriptedChat> StartAsync(Func<JsonObject, ScriptedReply>? brain = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(k => k.Listen(IPAddress.Loopback, 0));
        builder.Services.Configure<Microsoft.Extensions.Hosting.HostOptions>(o => o.ShutdownTimeout = TimeSpan.FromSeconds(1));
        var chat = new ScriptedChat(builder.Build(), brain ?? (_ => ScriptedReply.Say("Nothing is scripted.")));
        await chat._app.StartAsync();
        return chat;
    }

    /// <summary>Queues a reply.</summary>
    public ScriptedChat Then(params ScriptedReply[] replies)
    {
        foreach (var reply in replies)
        {
            Next.Enqueue(reply);
        }

        return this;
    }

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await _app.DisposeAsync();
        _stopping.Dispose();
    }

    private async Task HandleAsync(HttpContext http)
    {
        using var reader = new StreamReader(http.Request.Body, Encoding.UTF8);
        var body = await reader.ReadToEndAsync(http.RequestAborted);
        var path = http.Request.Path.Value ?? string.Empty;
        var isOllama = path.EndsWith("/api/chat", StringComparison.Ordinal);
        if (!isOllama && !path.EndsWith("/chat/completions", StringComparison.Ordinal))
        {
            var (status, text) = Other($"{http.Request.Method} {path}{http.Request.QueryString}", body);
            await ScriptedEndpoint.WriteAsync(http, status, "application/json", text);
            return;
        }

        var request = JsonNode.Parse(body)!.AsObject();
        using var document = JsonDocument.Parse(body);
        Requests.Enqueue(new ScriptedRequest(path + http.Request.QueryString, document.RootElement.Clone(), http.Request.Headers.ToDictionary(h => h.Key, h => h.Value.ToString(), StringComparer.OrdinalIgnoreCase)));
        var reply = Next.TryDequeue(out var next) ? next : Brain(request);
        var isStream = request["stream"]?.GetValue<bool>() ?? isOllama;
        try
        {
            await ReplyAsync(http, reply, isOllama, isStream, request["model"]?.ToString() ?? "scripted");
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested || _stopping.IsCancellationRequested)
        {
            Interlocked.Increment(ref _left);
            http.Abort();
        }
    }

    private async Task ReplyAsync(HttpContext http, ScriptedReply reply, bool isOllama, bool isStream, string model)
    {
        using var leaving = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, _stopping.Token);
        if (reply.Before is { } before && !await StepAsync(http, before, leaving.Token))
        {
            return;
        }

        var (type, steps) = ScriptedWire.Of(reply, isOllama, isStream, model);
        http.Response.StatusCode = reply.Status;
        http.Response.ContentType = type;
        foreach (var (name, value) in reply.Headers)
        {
            http.Response.Headers[name] = value;
        }

        http.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        await http.Response.StartAsync(leaving.Token);
        foreach (var step in steps)
        {
            if (!await StepAsync(http, step, leaving.Token))
            {
                return;
            }
        }
    }

    private static async Task<bool> StepAsync(HttpContext http, ScriptedStep step, CancellationToken leaving)
    {
        if (step.Pause is { } pause)
        {
            if (http.Response.HasStarted)
            {
                await http.Response.BodyWriter.FlushAsync(leaving);
            }

            await pause(leaving);
        }

        if (step.Bytes is { } bytes)
        {
            await http.Response.BodyWriter.WriteAsync(bytes, leaving);
            await http.Response.BodyWriter.FlushAsync(leaving);
        }

        if (step.Aborts)
        {
            http.Abort();
        }

        return !step.Aborts && !step.Ends;
    }
}
