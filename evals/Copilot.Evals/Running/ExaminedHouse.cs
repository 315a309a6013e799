using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Copilot.Host;
using Copilot.Knowledge;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Copilot.Evals.Running;

/// <summary>The whole service with a practice company and data of its own; nothing of it is left behind.</summary>
internal sealed class ExaminedHouse : IAsyncDisposable
{
    private readonly CopilotHost _host;
    private readonly HttpClient _http;
    private readonly string _data;

    private ExaminedHouse(CopilotHost host, HttpClient http, Uri sandbox, string data)
    {
        (_host, _http, Sandbox, _data) = (host, http, sandbox, data);
        Target = new HttpTarget(http);
    }

    /// <summary>Gets the address of the practice company.</summary>
    public Uri Sandbox { get; }

    /// <summary>Gets the service as a person's client reaches it.</summary>
    public HttpTarget Target { get; }

    /// <summary>What a service under examination is told.</summary>
    /// <param name="data">Its data folder.</param>
    /// <param name="knowledge">The company's documents.</param>
    /// <param name="sandboxPort">The port of its practice company.</param>
    public static Dictionary<string, string?> Settings(string data, string knowledge, int sandboxPort) => new()
    {
        ["Copilot:Data"] = data,
        ["Copilot:Knowledge:Folder"] = knowledge,
        ["Copilot:Sandbox:Port"] = sandboxPort.ToString(CultureInfo.InvariantCulture),
        ["Copilot:Demo:Enabled"] = "true",
        ["Copilot:Limits:QuestionsPerMinute"] = "100000",
        ["Copilot:Limits:RequestsPerMinute"] = "100000",
    };

    /// <summary>Starts it.</summary>
    /// <param name="house">The checkout.</param>
    /// <param name="knowledge">The company's documents.</param>
    /// <param name="more">Settings besides.</param>
    /// <param name="cancellationToken">Stops the start.</param>
    public static async Task<ExaminedHouse> StartAsync(string house, string knowledge, IReadOnlyDictionary<string, string?> more, CancellationToken cancellationToken)
    {
        var data = Directory.CreateTempSubdirectory("copilot-evals-").FullName;
        var port = FreePort();
        var settings = Settings(data, knowledge, port);
        foreach (var (key, value) in more)
        {
            settings[key] = value;
        }

        try
        {
            var options = new CopilotHostOptions { Urls = "http://127.0.0.1:0", WorkingFolder = house, Settings = settings, LogLevel = LogLevel.Error };
            var host = await CopilotHost.StartAsync(options, cancellationToken);

            // The service follows the sources by itself, a moment after it is ready; the questions must not be quicker.
            await host.Services.GetRequiredService<KnowledgeIngestor>().IngestSourceAsync(null, null, cancellationToken);
            return new ExaminedHouse(host, new HttpClient { BaseAddress = host.Address, Timeout = TimeSpan.FromMinutes(2) }, new Uri($"http://127.0.0.1:{port}"), data);
        }
        catch
        {
            Directory.Delete(data, recursive: true);
            throw;
        }
    }

    /// <summary>A port that is free now.</summary>
    public static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _host.DisposeAsync();
        Directory.Delete(_data, recursive: true);
    }
}
