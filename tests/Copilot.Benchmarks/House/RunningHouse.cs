using Copilot.Benchmarks.Bare;
using Copilot.Contracts;
using Copilot.Host;
using Copilot.Host.Channels;
using Copilot.Host.Identity;
using Copilot.Knowledge.Stores;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Copilot.Benchmarks.House;

/// <summary>The whole house in this process, as it serves, with its sandbox on a free port and data of its own.</summary>
internal sealed class RunningHouse : IAsyncDisposable
{
    private readonly CopilotHost _host;
    private readonly CallRecording _knowledge;

    private RunningHouse(CopilotHost host, string data, CallRecording knowledge)
    {
        _host = host;
        _knowledge = knowledge;
        Data = data;
    }

    public string Data { get; }

    public IServiceProvider Services => _host.Services;

    /// <summary>What is asked of the knowledge store while it records.</summary>
    public CallRecording Knowledge => _knowledge;

    /// <summary>Where it listens.</summary>
    public Uri Address => _host.Address;

    public static Task<RunningHouse> StartAsync(string root, CancellationToken cancellationToken) => StartAsync(root, new Dictionary<string, string?>(), cancellationToken);

    /// <summary>Starts it with settings besides.</summary>
    public static async Task<RunningHouse> StartAsync(string root, IReadOnlyDictionary<string, string?> more, CancellationToken cancellationToken)
    {
        var data = Directory.CreateTempSubdirectory("copilot-bench-").FullName;
        var knowledge = new CallRecording();
        var host = await CopilotHost.StartAsync(
            new CopilotHostOptions
            {
                Urls = "http://127.0.0.1:0",
                WorkingFolder = root,
                ReadEnvironment = false,
                LogLevel = LogLevel.Error,
                Settings = new Dictionary<string, string?>(more)
                {
                    ["Copilot:Data"] = data,
                    ["Copilot:Sandbox:Port"] = "0",
                    ["Copilot:Limits:QuestionsPerMinute"] = "100000",
                },
                Configure = services => Watch(services, knowledge),
            },
            cancellationToken);
        return new RunningHouse(host, data, knowledge);
    }

    public static Caller As(string role) => Personas.Find(role)!.ToCaller();

    /// <summary>Asks as a channel does: through the desk, all updates read.</summary>
    public Task<AskedTurn> AskAsync(string role, string question, CancellationToken cancellationToken)
        => AskAsync(role, question, TimeProvider.System.GetTimestamp(), cancellationToken);

    /// <summary>Asks, with times from a moment that all of a crowd share.</summary>
    public async Task<AskedTurn> AskAsync(string role, string question, long started, CancellationToken cancellationToken)
    {
        var desk = Services.GetRequiredService<QuestionDesk>();
        var accepted = await desk.AcceptAsync(new AskRequest { Question = question }, As(role), "benchmark", cancellationToken);
        var asked = new AskedTurn();
        await foreach (var update in desk.RunAsync(accepted.Turn ?? throw new InvalidOperationException("The desk did not take the question."), cancellationToken))
        {
            var at = TimeProvider.System.GetElapsedTime(started).TotalMilliseconds;
            asked = asked with { First = asked.First ?? at, Words = asked.Words ?? (update is TokenUpdate ? at : null) };
            if (update is TurnFinished end)
            {
                asked = asked with { Whole = at, Turn = end.Turn };
            }
        }

        return asked;
    }

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        Directory.Delete(Data, recursive: true);
    }

    private static void Watch(IServiceCollection services, CallRecording recording)
    {
        var real = services.Last(s => s.ServiceType == typeof(IKnowledgeStore));
        services.AddSingleton(provider => recording.Around((IKnowledgeStore)real.ImplementationFactory!(provider)));
    }
}
