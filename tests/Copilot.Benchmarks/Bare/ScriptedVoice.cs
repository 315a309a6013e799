using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Copilot.Benchmarks.Bare;

/// <summary>An OpenAI-compatible endpoint that first asks for one tool and then streams what the tool found, word by word, as fast as it is told.</summary>
internal sealed class ScriptedVoice : IAsyncDisposable
{
    private static readonly Regex Finding = new(@"^- (?<text>.*?)\s*(?<marks>(?:\[S\d+\])+)\s*$", RegexOptions.CultureInvariant | RegexOptions.Multiline);
    private readonly WebApplication _app;

    private ScriptedVoice(WebApplication app)
    {
        _app = app;
        app.Run(HandleAsync);
    }

    /// <summary>The pause before each word of an answer.</summary>
    public TimeSpan Pace { get; set; } = TimeSpan.Zero;

    /// <summary>The last request for a plan, and the last for an answer.</summary>
    public (string Plan, string Answer) Bodies { get; private set; } = (string.Empty, string.Empty);

    public Uri Chat => new(Address, "/v1/chat/completions");

    public IReadOnlyDictionary<string, string?> Settings => new Dictionary<string, string?>
    {
        ["Copilot:Models:0:Kind"] = "compatible",
        ["Copilot:Models:0:Model"] = "scripted",
        ["Copilot:Models:0:Endpoint"] = new Uri(Address, "/v1").ToString(),
        ["Copilot:Models:0:Roles"] = "planner,writer,small",
        ["Copilot:Models:0:Concurrency"] = "1000",
    };

    private Uri Address => new(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

    public static async Task<ScriptedVoice> StartAsync(CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(k => k.Listen(IPAddress.Loopback, 0));
        var voice = new ScriptedVoice(builder.Build());
        await voice._app.StartAsync(cancellationToken);
        return voice;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task HandleAsync(HttpContext http)
    {
        using var reader = new StreamReader(http.Request.Body, Encoding.UTF8);
        var body = await reader.ReadToEndAsync(http.RequestAborted);
        var messages = JsonNode.Parse(body)!["messages"]!.AsArray();
        var results = messages.Where(m => m!["role"]!.ToString() == "tool").Select(m => m!["content"]!.ToString()).ToList();
        http.Response.ContentType = "text/event-stream";
        if (results.Count == 0)
        {
            Bodies = (body, Bodies.Answer);
            await EventAsync(http, """{"choices":[{"index":0,"delta":{"tool_calls":[{"index":0,"id":"call_1","type":"function","function":{"name":"odoo__stock","arguments":"{\"product\":\"GLV-NIT-L\"}"}}]}}]}""");
            await EventAsync(http, """{"choices":[{"index":0,"delta":{},"finish_reason":"tool_calls"}]}""");
        }
        else
        {
            Bodies = (Bodies.Plan, body);
            var text = string.Join("\n\n", results.SelectMany(r => Finding.Matches(r)).Select(m => $"{m.Groups["text"].Value.TrimEnd('.')} {m.Groups["marks"].Value}."));
            foreach (var word in text.Split(' '))
            {
                if (Pace > TimeSpan.Zero)
                {
                    await Task.Delay(Pace, TimeProvider.System, http.RequestAborted);
                }

                await EventAsync(http, "{\"choices\":[{\"index\":0,\"delta\":{\"content\":" + JsonSerializer.Serialize(word + " ") + "}}]}");
            }

            await EventAsync(http, """{"choices":[{"index":0,"delta":{},"finish_reason":"stop"}]}""");
        }

        await EventAsync(http, """{"choices":[],"usage":{"prompt_tokens":900,"completion_tokens":60,"total_tokens":960}}""");
        await EventAsync(http, "[DONE]");
    }

    private static async Task EventAsync(HttpContext http, string data)
    {
        await http.Response.WriteAsync($"data: {data}\n\n", http.RequestAborted);
        await http.Response.Body.FlushAsync(http.RequestAborted);
    }
}
