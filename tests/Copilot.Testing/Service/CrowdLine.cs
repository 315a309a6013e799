using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Copilot.Testing.Service;

/// <summary>
/// One of many lines to the hub: small while nothing is said, and it counts. What is missing shows: each stream's events are numbered from 1 and end with the turn, and each thing that
/// was pushed is kept by its id.
/// </summary>
public sealed class CrowdLine : IAsyncDisposable
{
    private const byte End = 0x1e;
    private static readonly byte[] Ping = "{\"type\":6}\u001e"u8.ToArray();

    private readonly ClientWebSocket _socket = new();
    private readonly SemaphoreSlim _sending = new(1, 1);
    private readonly CancellationTokenSource _stop = new();
    private readonly HashSet<string> _pushed = new(StringComparer.Ordinal);
    private readonly Lock _lock = new();
    private TaskCompletionSource<int>? _answer;
    private Task _reading = Task.CompletedTask;
    private int _events;
    private bool _ended;

    private CrowdLine()
    {
    }

    /// <summary>Gets why the line broke, or null while it works.</summary>
    public string? Broken { get; private set; }

    /// <summary>Gets how many events came out of order, twice, or not at all.</summary>
    public int Lost { get; private set; }

    /// <summary>Gets how many different things were pushed to this line.</summary>
    public int Pushed
    {
        get
        {
            lock (_lock)
            {
                return _pushed.Count;
            }
        }
    }

    /// <summary>Opens a line and says hello.</summary>
    public static async Task<CrowdLine> OpenAsync(Uri service, string token, CancellationToken cancellationToken)
    {
        var line = new CrowdLine();
        var address = new UriBuilder(service) { Scheme = "ws", Path = "/hubs/chat", Query = "access_token=" + Uri.EscapeDataString(token) }.Uri;
        line._socket.Options.KeepAliveInterval = TimeSpan.Zero;
        await line._socket.ConnectAsync(address, cancellationToken);
        await line.SendAsync(Encoding.UTF8.GetBytes("{\"protocol\":\"json\",\"version\":1}\u001e"), cancellationToken);
        line._reading = Task.Run(line.ReadAsync, CancellationToken.None);
        return line;
    }

    /// <summary>Says that somebody is still there; the hub hangs up on whoever is silent for half a minute.</summary>
    public Task PingAsync(CancellationToken cancellationToken) => SendAsync(Ping, cancellationToken);

    /// <summary>Asks and reads the answer to its end.</summary>
    /// <returns>How many events there were.</returns>
    public async Task<int> AskAsync(string question, CancellationToken cancellationToken)
    {
        _events = 0;
        _ended = false;
        var answer = _answer = new TaskCompletionSource<int>(TaskCreationOptions.RunContinuationsAsynchronously);
        var ask = new JsonObject
        {
            ["type"] = 4,
            ["invocationId"] = "1",
            ["target"] = "Ask",
            ["arguments"] = new JsonArray(new JsonObject { ["question"] = question, ["clientId"] = Guid.NewGuid().ToString("N") }),
        };
        await SendAsync(Encoding.UTF8.GetBytes(ask.ToJsonString() + "\u001e"), cancellationToken);
        return await answer.Task.WaitAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _reading;
        _socket.Dispose();
        _sending.Dispose();
        _stop.Dispose();
    }

    private async Task SendAsync(byte[] message, CancellationToken cancellationToken)
    {
        await _sending.WaitAsync(cancellationToken);
        try
        {
            await _socket.SendAsync(message, WebSocketMessageType.Text, true, cancellationToken);
        }
        finally
        {
            _sending.Release();
        }
    }

    private async Task ReadAsync()
    {
        var buffer = new byte[1024];
        using var message = new MemoryStream();
        try
        {
            while (true)
            {
                var part = await _socket.ReceiveAsync(buffer.AsMemory(), _stop.Token);
                if (part.MessageType == WebSocketMessageType.Close)
                {
                    Break($"closed by the hub: {_socket.CloseStatusDescription}");
                    return;
                }

                message.Write(buffer, 0, part.Count);
                if (part.EndOfMessage || buffer.AsSpan(0, part.Count).Contains(End))
                {
                    Take(message);
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The line is put down.
        }
        catch (WebSocketException gone)
        {
            Break(gone.Message);
        }
    }

    /// <summary>Takes the messages that are whole and keeps the beginning of the next.</summary>
    private void Take(MemoryStream message)
    {
        var all = message.GetBuffer().AsSpan(0, (int)message.Length);
        var from = 0;
        for (var end = all.IndexOf(End); end >= 0; end = all[from..].IndexOf(End) is >= 0 and var next ? from + next : -1)
        {
            Read(all[from..end]);
            from = end + 1;
        }

        var rest = all[from..].ToArray();
        message.SetLength(0);
        message.Write(rest);
        if (message is { Length: 0, Capacity: > 64 * 1024 })
        {
            message.Capacity = 0;
        }
    }

    private void Read(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        using var parsed = JsonDocument.ParseValue(ref reader);
        var root = parsed.RootElement;
        switch (root.TryGetProperty("type", out var type) ? type.GetInt32() : 0)
        {
            case 1 when root.GetProperty("target").ValueEquals("proposals"):
                lock (_lock)
                {
                    _pushed.Add(root.GetProperty("arguments")[0].GetProperty("id").GetString()!);
                }

                break;
            case 2:
                var item = root.GetProperty("item");
                if (item.GetProperty("number").GetInt32() != ++_events || _ended)
                {
                    Lost++;
                }

                _ended |= item.GetProperty("type").ValueEquals("turn");
                break;
            case 3:
                if (!_ended || root.TryGetProperty("error", out _))
                {
                    Lost++;
                }

                _answer?.TrySetResult(_events);
                break;
            case 7:
                Break("closed by the hub: " + root.GetRawText());
                break;
            default:
                break;
        }
    }

    private void Break(string why)
    {
        Broken ??= why;
        _answer?.TrySetException(new IOException(why));
    }
}
