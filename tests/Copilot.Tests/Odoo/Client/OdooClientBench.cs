using System.Collections.Concurrent;
using Copilot.Contracts;
using Copilot.Odoo;
using Copilot.Odoo.Client;
using Copilot.Testing.Odoo;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Copilot.Tests.Odoo.Client;

/// <summary>A fake server with a client made the way the program makes it, and everything the client logged.</summary>
internal sealed class OdooClientBench : IAsyncDisposable, IErpCredentials, ILoggerProvider
{
    private readonly ServiceProvider services;

    private OdooClientBench(FakeOdoo server, Action<OdooOptions>? configure)
    {
        Server = server;
        services = new ServiceCollection()
            .AddLogging(l => l.SetMinimumLevel(LogLevel.Trace).AddProvider(this))
            .AddSingleton<IErpCredentials>(this)
            .AddSingleton<TimeProvider>(new ImpatientTime())
            .AddOdoo(o =>
            {
                o.Url = server.Address.ToString();
                configure?.Invoke(o);
            })
            .BuildServiceProvider();
        Client = services.GetRequiredService<IOdooClient>();
    }

    public FakeOdoo Server { get; }

    public IOdooClient Client { get; }

    public ConcurrentQueue<string> Logged { get; } = new();

    /// <summary>The credential every caller has.</summary>
    public ErpCredential Credential { get; set; } = new("anna", "anna-secret");

    public int CredentialsAsked { get; private set; }

    public Caller Anna { get; } = new() { Id = "anna", DisplayName = "Anna", Roles = [], Companies = [], TimeZone = "Europe/Paris" };

    public static async Task<OdooClientBench> StartAsync(int version = 19, Action<OdooOptions>? configure = null)
        => new(await FakeOdoo.StartAsync(version), configure);

    public ValueTask<ErpCredential> ForAsync(Caller caller, CancellationToken cancellationToken)
    {
        CredentialsAsked++;
        return ValueTask.FromResult(Credential);
    }

    /// <summary>A simple search that must reach the server.</summary>
    public Task<OdooPage> SearchAsync(OdooQuery? query = null, CancellationToken cancellationToken = default)
        => Client.SearchReadAsync(Anna, query ?? new OdooQuery { Model = "res.partner", Domain = OdooDomain.All, Fields = ["name"] }, cancellationToken);

    public Task<System.Text.Json.JsonElement?> CallAsync(bool isRead, CancellationToken cancellationToken = default)
        => Client.CallAsync(Anna, new OdooCall { Model = "res.partner", Method = "act", IsRead = isRead }, cancellationToken);

    public ILogger CreateLogger(string categoryName) => new Collector(Logged);

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        await Server.DisposeAsync();
    }

    public void Dispose()
    {
    }

    private sealed class Collector(ConcurrentQueue<string> logged) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull
            => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
            => logged.Enqueue($"{eventId.Id} {formatter(state, exception)} {exception}");
    }

    /// <summary>Pauses of up to two seconds are over at once, longer ones never end: nothing waits, and nothing times out by accident.</summary>
    private sealed class ImpatientTime : TimeProvider
    {
        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
            => base.CreateTimer(callback, state, dueTime <= TimeSpan.FromSeconds(2) ? TimeSpan.Zero : Timeout.InfiniteTimeSpan, period);
    }
}
