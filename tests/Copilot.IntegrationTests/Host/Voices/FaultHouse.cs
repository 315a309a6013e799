using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Copilot.Contracts;
using Copilot.Conversation;
using Copilot.Host;
using Copilot.Host.Identity;
using Copilot.Testing;
using Copilot.Testing.Models;
using Copilot.Testing.Service;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Xunit;

namespace Copilot.IntegrationTests.Host.Voices;

/// <summary>The whole house with two models on sockets, either of which fails at a chosen request and frame.</summary>
public sealed class FaultHouse : IAsyncLifetime
{
    /// <summary>The question of every turn; it needs two look-ups.</summary>
    public const string Question = "How many GLV-NIT-L are free in Lyon, and how many days does a customer have to return goods?";

    private static readonly Regex Finding = new(@"^- (?<text>.*?)\s*(?<marks>(?:\[S\d+\])+)\s*$", RegexOptions.CultureInvariant | RegexOptions.Multiline);
    private static readonly Regex SentenceEnd = new(@"(?<=[\p{Ll}\d%)€]{2})\. (?=\p{Lu})", RegexOptions.CultureInvariant);
    private readonly TemporaryFolder _data = new();
    private CopilotHost? _host;
    private ScriptedChat? _first;
    private ScriptedChat? _second;
    private int _firstAsked;
    private (ModelFault? Fault, int Request, int Frame, bool Lasts, bool Both) _plan;
    private bool _bySentence;

    internal SkippingClock Clock { get; } = new();

    internal IServiceProvider Services => _host!.Services;

    /// <summary>Whether the fault of the last turn was met.</summary>
    internal bool WasMet { get; private set; }

    public async Task InitializeAsync()
    {
        _first = await ScriptedChat.StartAsync(request => Reply(request, isFirst: true));
        _second = await ScriptedChat.StartAsync(request => Reply(request, isFirst: false));
        _host = await CopilotHost.StartAsync(
            new CopilotHostOptions
            {
                Listen = false,
                WorkingFolder = RepositoryRoot.Path,
                ReadEnvironment = false,
                LogLevel = LogLevel.None,
                Settings = new Dictionary<string, string?>
                {
                    ["Copilot:Data"] = _data.Path,
                    ["Copilot:Sandbox:Port"] = "0",
                    ["Copilot:Models:0:Kind"] = "compatible",
                    ["Copilot:Models:0:Model"] = "first",
                    ["Copilot:Models:0:Endpoint"] = _first.V1.ToString(),
                    ["Copilot:Models:0:Roles"] = "planner,writer,small",
                    ["Copilot:Models:1:Kind"] = "compatible",
                    ["Copilot:Models:1:Model"] = "second",
                    ["Copilot:Models:1:Endpoint"] = _second.V1.ToString(),
                    ["Copilot:Models:1:Roles"] = "planner,writer",
                },
                Configure = services => services.AddSingleton<TimeProvider>(Clock),
            },
            CancellationToken.None);
    }

    public async Task DisposeAsync()
    {
        await _host!.DisposeAsync();
        await _first!.DisposeAsync();
        await _second!.DisposeAsync();
        _data.Dispose();
    }

    /// <summary>Runs one turn in which the first model, or both, fail.</summary>
    /// <param name="fault">What happens; null for nothing.</param>
    /// <param name="request">At which request of the first model, from 0.</param>
    /// <param name="frame">After how many frames.</param>
    /// <param name="lasts">Whether every later request fails so too, the second model's included.</param>
    /// <param name="bySentence">Whether the answer is true throughout, each sentence a frame of its own.</param>
    internal async Task<IReadOnlyList<TurnUpdate>> AskAsync(ModelFault? fault, int request, int frame, bool lasts, bool bySentence = false)
    {
        _bySentence = bySentence;
        _plan = (fault, request, frame, lasts, lasts);
        _firstAsked = 0;
        WasMet = false;

        // The rests of models that failed before are over.
        Clock.Skip(TimeSpan.FromMinutes(11));
        var running = RunAsync();
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(10));
        while (!running.IsCompleted)
        {
            await tick.WaitForNextTickAsync();
            if (WasMet && (fault!.IsSilent || lasts))
            {
                Clock.Skip(TimeSpan.FromSeconds(1));
            }
        }

        return await running;
    }

    private async Task<IReadOnlyList<TurnUpdate>> RunAsync()
    {
        var asked = new TurnRequest
        {
            TurnId = Guid.NewGuid().ToString("N"),
            ConversationId = Guid.NewGuid().ToString("N"),
            Question = Question,
            Caller = Personas.Find(RoleNames.SalesRep)!.ToCaller(),
            Channel = "test",
        };
        var updates = new List<TurnUpdate>();
        await foreach (var update in Services.GetRequiredService<TurnPipeline>().RunAsync(asked, CancellationToken.None))
        {
            updates.Add(update);
        }

        return updates;
    }

    private ScriptedReply Reply(JsonObject request, bool isFirst)
    {
        var good = _bySentence ? BySentence(request) : Good(request);
        var number = isFirst ? Interlocked.Increment(ref _firstAsked) - 1 : -1;
        var (fault, at, frame, lasts, both) = _plan;
        var isDue = fault is not null && (isFirst ? number == at || (lasts && number > at) : both && Volatile.Read(ref _firstAsked) > at);
        if (!isDue)
        {
            return good;
        }

        WasMet = true;
        return fault!.Play(good, frame);
    }

    /// <summary>What a model answers that writes every sentence the tools gave it, one after the other.</summary>
    private static ScriptedReply BySentence(JsonObject request)
    {
        var results = request["messages"]!.AsArray().Where(m => m!["role"]!.ToString() == "tool").Select(m => m!["content"]!.ToString()).ToList();
        var sentences = results.SelectMany(r => Finding.Matches(r).Take(4)).SelectMany(m => SentenceEnd.Split(m.Groups["text"].Value.TrimEnd('.')).Select(s => $"{s} {m.Groups["marks"].Value}. ")).ToArray();
        return results.Count == 0 ? Good(request) : ScriptedReply.Say(sentences);
    }

    /// <summary>What a good model answers: two look-ups, then a true sentence, an untrue one, another true one, and for the untrue one nothing better.</summary>
    private static ScriptedReply Good(JsonObject request)
    {
        var messages = request["messages"]!.AsArray();
        var results = messages.Where(m => m!["role"]!.ToString() == "tool").Select(m => m!["content"]!.ToString()).ToList();
        if (results.Count == 0)
        {
            return ScriptedReply.Call(ScriptedCall.Of("odoo__stock", new { product = "GLV-NIT-L" }), ScriptedCall.Of("knowledge__search", new { question = "How many days does a customer have to return goods?" }));
        }

        if (messages[^1]!["role"]!.ToString() == "user" && messages[^1]!["content"]!.ToString().Contains("1: ", StringComparison.Ordinal))
        {
            return ScriptedReply.Say("1: ", "-", "\n2: -");
        }

        var found = results.Select(r => Finding.Match(r)).Where(m => m.Success).Select(m => SentenceEnd.Replace(m.Groups["text"].Value.TrimEnd('.'), $" {m.Groups["marks"].Value}. ") + $" {m.Groups["marks"].Value}.").ToList();
        var half = found.Count > 0 ? found[0].Length / 2 : 0;
        return found.Count == 0
            ? ScriptedReply.Say("I found nothing ", "that answers this.")
            : ScriptedReply.Say(found[0][..half], found[0][half..], " The open balance ", "is EUR 84,311.97 [S1].", "\n\n" + found[^1]);
    }
}
