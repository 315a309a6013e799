using Copilot.Contracts;
using Copilot.Models;
using Copilot.Models.Endpoints;
using Copilot.Testing.Models;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace Copilot.Tests.Models.Endpoints;

/// <summary>A scripted endpoint, and embedders and rerankers that talk to it.</summary>
public abstract class EndpointBench : IAsyncLifetime
{
    protected static readonly DateTimeOffset Now = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);
    private protected static readonly TimeSpan Timeout = TimeSpan.FromSeconds(77);
    private readonly List<IDisposable> _open = [];

    protected ScriptedEndpoint Server { get; private set; } = null!;

    protected HastyClock Clock { get; private set; } = new(Now, Timeout);

    public async Task InitializeAsync() => Server = await ScriptedEndpoint.StartAsync();

    public async Task DisposeAsync()
    {
        _open.ForEach(one => one.Dispose());
        await Server.DisposeAsync();
    }

    protected void RingTimeouts() => Clock = new HastyClock(Now, Timeout, ringTimeouts: true);

    private protected ModelOptions Options(ModelKind kind = ModelKind.Compatible, string path = "/v1") => new()
    {
        Number = 0,
        Kind = kind,
        Endpoint = new Uri(Server.Address, path),
        Model = "m",
        ApiKey = "secret-key-1",
        Roles = [ModelRole.Embedder],
        Timeout = Timeout,
    };

    private protected IEmbedderSource Source(ModelOptions options)
    {
        var source = new EndpointEmbedderSource(options, Clock, NullLogger<EndpointEmbedderSource>.Instance);
        _open.Add(source);
        return source;
    }

    /// <summary>Opens an embedder and forgets the request that asked for its dimension.</summary>
    private protected async Task<ITextEmbedder> OpenAsync(ModelOptions? options = null)
    {
        var embedder = await Source(options ?? Options()).OpenAsync(default);
        Server.Requests.Clear();
        Clock.Pauses.Clear();
        return embedder;
    }

    private protected IReranker Reranker(ModelOptions? options = null)
    {
        var reranker = new EndpointReranker((options ?? Options()) with { Roles = [ModelRole.Reranker] }, Clock, NullLogger<EndpointReranker>.Instance);
        _open.Add(reranker);
        return reranker;
    }

    /// <summary>A vector that tells texts apart: the length of the text, and its first letter.</summary>
    private protected static float[] Told(string text) => [text.Length, text.Length > 0 ? text[0] : 0, 1];

    private protected static void AssertTold(string text, float[] vector)
    {
        var told = Told(text);
        var length = MathF.Sqrt(told.Sum(number => number * number));
        Assert.Equal(told.Select(number => number / length), vector, (a, b) => Math.Abs(a - b) < 1e-5);
    }
}
