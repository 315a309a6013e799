using System.Diagnostics;

namespace Copilot.Testing.Service;

/// <summary>The OpenID provider of npm (<c>oidc-provider</c>), running on loopback until it is disposed of.</summary>
public sealed class NpmProvider : IAsyncDisposable
{
    /// <summary>The audience of its tokens.</summary>
    public const string Audience = "api://distribution-copilot";
    private readonly Process _process;

    private NpmProvider(Process process, Uri issuer) => (_process, Issuer) = (process, issuer);

    /// <summary>Gets its issuer.</summary>
    public Uri Issuer { get; }

    /// <summary>Starts it and waits until it listens.</summary>
    public static async Task<NpmProvider> StartAsync(CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo("node", ["provider.mjs", Audience])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = NpmClients.Folder,
        };
        var process = Process.Start(start)!;
        process.BeginErrorReadLine();
        var line = await process.StandardOutput.ReadLineAsync(cancellationToken) ?? throw new InvalidOperationException("The provider did not start.");
        return new NpmProvider(process, new Uri(line));
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }
}
