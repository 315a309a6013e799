using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Copilot.Testing.Qdrant;

/// <summary>A server on a socket that answers with whatever bytes it is told, in the pieces it is told, and then closes the line.</summary>
public sealed class RawServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _serving;

    /// <summary>Begins to serve.</summary>
    /// <param name="answer">Gives the pieces of an answer to a request: method, path with its query, body.</param>
    public RawServer(Func<string, string, byte[], Task<IEnumerable<byte[]>>> answer)
    {
        _listener.Start();
        _serving = ServeAsync(answer);
    }

    public Uri Address => new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");

    /// <summary>A server that always gives the same.</summary>
    public static RawServer Always(string answer) => new((_, _, _) => Task.FromResult<IEnumerable<byte[]>>([Encoding.UTF8.GetBytes(answer)]));

    /// <summary>Writes an answer as it goes over the line.</summary>
    public static string Answer(string status, string body, string type = "application/json", params string[] headers)
        => $"HTTP/1.1 {status}\r\nContent-Type: {type}\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\nConnection: close\r\n{string.Concat(headers.Select(h => h + "\r\n"))}\r\n{body}";

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Dispose();
        await _serving.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stop.Dispose();
    }

    private async Task ServeAsync(Func<string, string, byte[], Task<IEnumerable<byte[]>>> answer)
    {
        while (true)
        {
            var line = await _listener.AcceptTcpClientAsync(_stop.Token);
            _ = TalkAsync(line, answer);
        }
    }

    private async Task TalkAsync(TcpClient line, Func<string, string, byte[], Task<IEnumerable<byte[]>>> answer)
    {
        using (line)
        {
            try
            {
                line.NoDelay = true;
                var stream = line.GetStream();
                var (method, path, body) = await RequestAsync(stream, _stop.Token);
                foreach (var piece in await answer(method, path, body))
                {
                    await stream.WriteAsync(piece, _stop.Token);
                    await stream.FlushAsync(_stop.Token);
                }

                line.Client.Shutdown(SocketShutdown.Send);
            }
            catch (Exception gone) when (gone is IOException or SocketException or OperationCanceledException or ObjectDisposedException)
            {
                // The other side did not wait.
            }
        }
    }

    private static async Task<(string Method, string Path, byte[] Body)> RequestAsync(NetworkStream stream, CancellationToken cancellationToken)
    {
        var head = new List<byte>();
        var one = new byte[1];
        while (!(head.Count >= 4 && head[^1] == '\n' && head[^2] == '\r' && head[^3] == '\n'))
        {
            await stream.ReadExactlyAsync(one, cancellationToken);
            head.Add(one[0]);
        }

        var lines = Encoding.ASCII.GetString([.. head]).Split("\r\n");
        var length = lines.FirstOrDefault(l => l.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase))?.Split(':')[1];
        var body = new byte[length is null ? 0 : int.Parse(length, System.Globalization.CultureInfo.InvariantCulture)];
        await stream.ReadExactlyAsync(body, cancellationToken);
        var words = lines[0].Split(' ');
        return (words[0], words[1], body);
    }
}
