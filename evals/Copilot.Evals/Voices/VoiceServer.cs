using System.Net;
using System.Text.Json;
using Copilot.Contracts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Copilot.Evals.Voices;

/// <summary>An OpenAI-compatible endpoint on a socket of this machine, behind which a scripted model sits.</summary>
internal sealed class VoiceServer : IAsyncDisposable
{
    /// <summary>The model's own name.</summary>
    public const string Model = "scripted";

    private const int PieceLength = 24;
    private readonly WebApplication _app;
    private int _calls;

    private VoiceServer(WebApplication app, IVoice voice)
    {
        _app = app;
        Voice = voice;
        app.Run(HandleAsync);
    }

    /// <summary>Gets or sets the model.</summary>
    public IVoice Voice { get; set; }

    /// <summary>Gets how many requests came.</summary>
    public int Requests { get; private set; }

    /// <summary>Gets or sets the last conversation so far that the model was sent; null when the last request with tools had none.</summary>
    public string? History { get; set; }

    /// <summary>Gets how many earlier turns the model was asked to shorten.</summary>
    public int Shortened { get; private set; }

    /// <summary>Gets what a service is told to reach this model for every duty.</summary>
    public IReadOnlyDictionary<string, string?> Settings => new Dictionary<string, string?>
    {
        ["Copilot:Models:0:Name"] = Model,
        ["Copilot:Models:0:Kind"] = "compatible",
        ["Copilot:Models:0:Endpoint"] = _app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First() + "/v1",
        ["Copilot:Models:0:Model"] = Model,
        ["Copilot:Models:0:Roles"] = "planner,writer,small",
    };

    /// <summary>Starts the endpoint.</summary>
    public static async Task<VoiceServer> StartAsync(IVoice voice, CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(k => k.Listen(IPAddress.Loopback, 0));
        var server = new VoiceServer(builder.Build(), voice);
        await server._app.StartAsync(cancellationToken);
        return server;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task HandleAsync(HttpContext http)
    {
        if (!http.Request.Path.Value!.EndsWith("/chat/completions", StringComparison.Ordinal))
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        using var body = await JsonDocument.ParseAsync(http.Request.Body, cancellationToken: http.RequestAborted);
        var request = VoiceRequest.Read(body.RootElement);
        Requests++;
        Shortened += EarlierTurns.Wanted(request).Count;
        if (request.Tools.Count > 0)
        {
            History = EarlierTurns.HistoryIn(request);
        }

        var reply = Voice.Answer(request);
        await (request.Streams ? StreamAsync(http, reply) : WholeAsync(http, reply));
    }

    private async Task StreamAsync(HttpContext http, VoiceReply reply)
    {
        http.Response.ContentType = "text/event-stream";
        foreach (var piece in reply.Text.Chunk(PieceLength))
        {
            await EventAsync(http, new { choices = new[] { new { index = 0, delta = new { content = new string(piece) } } } });
        }

        for (var i = 0; i < reply.Calls.Count; i++)
        {
            await EventAsync(http, new { choices = new[] { new { index = 0, delta = new { tool_calls = new[] { Call(reply.Calls[i], i) } } } } });
        }

        await EventAsync(http, new { choices = new[] { new { index = 0, delta = new { }, finish_reason = Reason(reply) } } });
        await EventAsync(http, new { choices = Array.Empty<object>(), usage = Usage(reply) });
        await http.Response.WriteAsync("data: [DONE]\n\n", http.RequestAborted);
    }

    private Task WholeAsync(HttpContext http, VoiceReply reply)
        => http.Response.WriteAsJsonAsync(
            new
            {
                choices = new[]
                {
                    new { index = 0, message = new { role = "assistant", content = reply.Text, tool_calls = reply.Calls.Count == 0 ? null : reply.Calls.Select(Call).ToArray() }, finish_reason = Reason(reply) },
                },
                usage = Usage(reply),
            },
            http.RequestAborted);

    private object Call(VoiceCall call, int index)
        => new { index, id = $"call_{Interlocked.Increment(ref _calls)}", type = "function", function = new { name = call.Tool, arguments = call.Arguments } };

    private static string Reason(VoiceReply reply) => reply.Calls.Count == 0 ? "stop" : "tool_calls";

    private static object Usage(VoiceReply reply) => new { prompt_tokens = 100, completion_tokens = 1 + (reply.Text.Length / 4), total_tokens = 101 + (reply.Text.Length / 4) };

    private static Task EventAsync(HttpContext http, object chunk) => http.Response.WriteAsync($"data: {JsonSerializer.Serialize(chunk, ContractJson.Options)}\n\n", http.RequestAborted);
}
