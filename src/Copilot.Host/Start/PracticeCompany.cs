using Copilot.Host.Settings;
using Copilot.Sandbox;

namespace Copilot.Host.Start;

/// <summary>The sandbox in this process: started when it is first needed, stopped with the house.</summary>
internal sealed class PracticeCompany(CopilotSettings settings, TimeProvider time, ILogger<PracticeCompany> logger) : IAsyncDisposable
{
    private readonly SemaphoreSlim _starting = new(1, 1);
    private SandboxServer? _server;

    /// <summary>Gets the sandbox's address.</summary>
    /// <param name="cancellationToken">Stops the wait.</param>
    /// <returns>The address.</returns>
    public async ValueTask<Uri> AddressAsync(CancellationToken cancellationToken)
    {
        await _starting.WaitAsync(cancellationToken);
        try
        {
            _server ??= await StartAsync(cancellationToken);
            return _server.Address;
        }
        finally
        {
            _starting.Release();
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }

        _starting.Dispose();
    }

    private async Task<SandboxServer> StartAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await SandboxServer.StartAsync(Options(settings.SandboxPort), time, cancellationToken);
        }
        catch (IOException) when (settings.SandboxPort != 0)
        {
            // A server beside a terminal verb: each has its own sandbox, the first keeps the well-known port.
            var server = await SandboxServer.StartAsync(Options(0), time, cancellationToken);
            Log.SandboxMoved(logger, settings.SandboxPort, server.Address.ToString());
            return server;
        }
    }

    private SandboxOptions Options(int port) => new() { Port = port, Database = settings.OdooDatabase };
}
