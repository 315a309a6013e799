using System.Net;
using System.Net.Sockets;
using Copilot.Testing.Service;

namespace Copilot.BrowserTests;

/// <summary>A service whose practice company can also be reached by its own door, so that something happens there while people look.</summary>
public sealed class OpenBooksService : ChatService
{
    /// <summary>Gets what its automation rules must know.</summary>
    public const string Secret = "a-secret-of-the-automation";

    /// <summary>Gets the practice company's port.</summary>
    public int Port { get; } = FreePort();

    /// <inheritdoc/>
    protected override CopilotProgram ProgramIn(string folder)
        => CopilotProgram.WithPracticeCompany(folder, Port).With("Exceptions__PollSeconds", "5").With("Exceptions__PaceMinutes", "1").With("Exceptions__Thresholds", "*=0").With("Exceptions__WebhookSecret", Secret);

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
