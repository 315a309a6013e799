using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Copilot.BrowserTests;

/// <summary>A page of others on an origin of its own.</summary>
internal abstract class LocalPage : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _serving;

    protected LocalPage()
    {
        _listener.Start();
        _serving = ServeAsync();
    }

    /// <summary>Gets the origin that the service lists.</summary>
    public string Origin => $"http://127.0.0.1:{Port}";

    /// <summary>Gets an origin that leads to the same page and is on no list.</summary>
    public string OtherOrigin => $"http://localhost:{Port}";

    /// <summary>Gets or sets the address of the service.</summary>
    public Uri Service { get; set; } = new("http://127.0.0.1");

    /// <summary>Gets the content policy of the page; null for none.</summary>
    protected virtual string? Policy => null;

    private int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _serving;
        _listener.Dispose();
        _stop.Dispose();
    }

    /// <summary>What a request gets.</summary>
    /// <param name="request">The request's first line.</param>
    protected abstract (string Type, string Body) Answer(string request);

    private async Task ServeAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                using var client = await _listener.AcceptTcpClientAsync(_stop.Token);
                await AnswerAsync(client.GetStream());
            }
            catch (Exception over) when (over is OperationCanceledException or SocketException or IOException)
            {
                // The test is over, or this browser left; the next one is answered.
            }
        }
    }

    private async Task AnswerAsync(NetworkStream stream)
    {
        using var reader = new StreamReader(stream, Encoding.ASCII, leaveOpen: true);
        var first = await reader.ReadLineAsync(_stop.Token) ?? string.Empty;
        while (await reader.ReadLineAsync(_stop.Token) is { Length: > 0 })
        {
        }

        var (type, body) = Answer(first);
        var content = Encoding.UTF8.GetBytes(body);
        var policy = Policy is { } rules ? $"Content-Security-Policy: {rules}\r\n" : string.Empty;
        var head = $"HTTP/1.1 200 OK\r\nContent-Type: {type}; charset=utf-8\r\nContent-Length: {content.Length}\r\n{policy}Connection: close\r\n\r\n";
        await stream.WriteAsync(Encoding.ASCII.GetBytes(head), _stop.Token);
        await stream.WriteAsync(content, _stop.Token);
    }
}
