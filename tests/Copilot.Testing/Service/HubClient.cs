using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;

namespace Copilot.Testing.Service;

/// <summary>
/// One question over the hub, spoken by hand: WebSocket, the JSON hub protocol, a stream invocation. (Microsoft's .NET client can't be
/// restored here; its JavaScript client is proven by the browser tests.)
/// </summary>
public static class HubClient
{
    private const char EndOfMessage = '\u001e';

    /// <summary>Asks and collects each event as the JSON that came over the wire; the last message is the completion.</summary>
    public static async Task<IReadOnlyList<JsonObject>> AskAsync(Uri service, string token, string question, CancellationToken cancellationToken)
    {
        using var socket = new ClientWebSocket();
        var address = new UriBuilder(service) { Scheme = "ws", Path = "/hubs/chat", Query = "access_token=" + Uri.EscapeDataString(token) }.Uri;
        await socket.ConnectAsync(address, cancellationToken);
        await SendAsync(socket, new JsonObject { ["protocol"] = "json", ["version"] = 1 }, cancellationToken);
        await SendAsync(
            socket,
            new JsonObject
            {
                ["type"] = 4,
                ["invocationId"] = "1",
                ["target"] = "Ask",
                ["arguments"] = new JsonArray(new JsonObject { ["question"] = question }),
            },
            cancellationToken);
        var events = new List<JsonObject>();
        var text = new StringBuilder();
        while (true)
        {
            text.Append(await ReceiveAsync(socket, cancellationToken));
            var parts = text.ToString().Split(EndOfMessage);
            text.Clear().Append(parts[^1]);
            foreach (var message in parts[..^1].Select(part => JsonNode.Parse(part)!.AsObject()))
            {
                switch (message["type"]?.GetValue<int>())
                {
                    case 2:
                        events.Add(message["item"]!.AsObject());
                        break;
                    case 3:
                        events.Add(message);
                        return events;
                }
            }
        }
    }

    private static async Task SendAsync(ClientWebSocket socket, JsonObject message, CancellationToken cancellationToken)
        => await socket.SendAsync(Encoding.UTF8.GetBytes(message.ToJsonString() + EndOfMessage), WebSocketMessageType.Text, true, cancellationToken);

    private static async Task<string> ReceiveAsync(ClientWebSocket socket, CancellationToken cancellationToken)
    {
        using var whole = new MemoryStream();
        var buffer = new byte[16 * 1024];
        ValueWebSocketReceiveResult part;
        do
        {
            part = await socket.ReceiveAsync(buffer.AsMemory(), cancellationToken);
            if (part.MessageType == WebSocketMessageType.Close)
            {
                throw new InvalidOperationException("The hub closed the line: " + socket.CloseStatusDescription);
            }

            whole.Write(buffer, 0, part.Count);
        }
        while (!part.EndOfMessage);
        return Encoding.UTF8.GetString(whole.ToArray());
    }
}
