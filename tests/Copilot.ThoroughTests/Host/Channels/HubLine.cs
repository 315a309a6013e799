using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Copilot.ThoroughTests.Host.Channels;

/// <summary>SignalR's JSON protocol on a bare WebSocket: the client library can't be had everywhere the tests run, and this shows the very bytes.</summary>
internal sealed class HubLine : IDisposable
{
    private const char End = '\u001e';

    private readonly ClientWebSocket socket = new();
    private readonly StringBuilder received = new();

    public static async Task<HubLine> OpenAsync(Uri house, string token)
    {
        var line = new HubLine();
        await line.socket.ConnectAsync(new Uri($"ws://{house.Authority}/hubs/chat?access_token={Uri.EscapeDataString(token)}"), CancellationToken.None);
        await line.SendAsync(new JsonObject { ["protocol"] = "json", ["version"] = 1 });
        await line.NextAsync();

        // The handshake is answered before the hub knows of the line; a call is answered after.
        await line.SendAsync(new JsonObject { ["type"] = 1, ["invocationId"] = "open", ["target"] = "Stop", ["arguments"] = new JsonArray((JsonNode?)null) });
        while (!(await line.NextAsync()).Contains("\"invocationId\":\"open\"", StringComparison.Ordinal))
        {
        }

        return line;
    }

    public Task AskAsync(JsonNode? request, string invocation = "1") => SendAsync(new JsonObject
    {
        ["type"] = 4,
        ["invocationId"] = invocation,
        ["target"] = "Ask",
        ["arguments"] = new JsonArray(request),
    });

    /// <summary>Calls a method of the hub without waiting for what it gives.</summary>
    public Task CallAsync(string method, string argument) => SendAsync(new JsonObject { ["type"] = 1, ["target"] = method, ["arguments"] = new JsonArray(argument) });

    public Task StopAsync(string invocation = "1") => SendAsync(new JsonObject { ["type"] = 5, ["invocationId"] = invocation });

    /// <summary>Reads the items of a stream and the error it ended with, if any.</summary>
    public async Task<(List<JsonElement> Items, string? Error)> ReadStreamAsync()
    {
        var items = new List<JsonElement>();
        while (true)
        {
            var message = JsonDocument.Parse(await NextAsync()).RootElement;
            switch (message.GetProperty("type").GetInt32())
            {
                case 2:
                    items.Add(message.GetProperty("item"));
                    break;
                case 3:
                    return (items, message.TryGetProperty("error", out var error) ? error.GetString() : null);
                default:
                    break;
            }
        }
    }

    public async Task<string> NextAsync()
    {
        var buffer = new byte[8192];
        while (true)
        {
            var text = received.ToString();
            var end = text.IndexOf(End, StringComparison.Ordinal);
            if (end >= 0)
            {
                received.Remove(0, end + 1);
                return text[..end];
            }

            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
            var result = await socket.ReceiveAsync(buffer, patience.Token);
            Xunit.Assert.NotEqual(WebSocketMessageType.Close, result.MessageType);
            received.Append(Encoding.UTF8.GetString(buffer, 0, result.Count));
        }
    }

    public void Dispose() => socket.Dispose();

    private Task SendAsync(JsonObject message)
        => socket.SendAsync(Encoding.UTF8.GetBytes(message.ToJsonString() + End), WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);
}
