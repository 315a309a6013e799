using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Copilot.Testing.Service;

/// <summary>A running <c>copilot serve</c>: really another process, so that it can really be killed.</summary>
public sealed class CopilotProcess : IAsyncDisposable
{
    private const string ReadyLine = "Distribution Copilot is ready at ";
    private readonly Process _process;
    private readonly ConcurrentQueue<string> _log = new();

    private CopilotProcess(Process process) => _process = process;

    /// <summary>Gets where it listens.</summary>
    public Uri Address { get; private set; } = new("http://127.0.0.1/");

    /// <summary>Gets what it logged so far.</summary>
    public IReadOnlyCollection<string> LogLines => _log;

    /// <summary>Starts the service on a free port and waits until it can answer.</summary>
    public static async Task<CopilotProcess> ServeAsync(CopilotProgram program, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(program);
        var service = new CopilotProcess(program.Start("serve", "--urls", "http://127.0.0.1:0"));
        service._process.ErrorDataReceived += (_, line) => service._log.Enqueue(line.Data ?? string.Empty);
        service._process.BeginErrorReadLine();
        try
        {
            while (await service._process.StandardOutput.ReadLineAsync(cancellationToken) is { } line)
            {
                if (line.StartsWith(ReadyLine, StringComparison.Ordinal))
                {
                    service.Address = new Uri(line[ReadyLine.Length..]);
                    return service;
                }
            }

            throw new InvalidOperationException("The service ended before it was ready:\n" + string.Join('\n', service._log));
        }
        catch
        {
            await service.DisposeAsync();
            throw;
        }
    }

    /// <summary>Finds a port nobody listens on.</summary>
    public static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    /// <summary>Ends the process as <c>kill -9</c> does: it gets no chance to say goodbye.</summary>
    public async Task KillAsync(CancellationToken cancellationToken)
    {
        _process.Kill();
        await _process.WaitForExitAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            await KillAsync(CancellationToken.None);
        }

        _process.Dispose();
    }
}
