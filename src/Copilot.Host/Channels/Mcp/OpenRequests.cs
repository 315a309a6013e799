using System.Text.Json;

namespace Copilot.Host.Channels.Mcp;

/// <summary>The requests of a client that have no answer yet, read off the lines that pass both ways. Thread-safe.</summary>
/// <param name="time">The clock.</param>
internal sealed class OpenRequests(TimeProvider time)
{
    private readonly Lock _lock = new();
    private readonly HashSet<string> _open = new(StringComparer.Ordinal);
    private TaskCompletionSource? _waiting;

    /// <summary>Notes a line of the client: a request opens, a cancelled one gets no answer.</summary>
    /// <param name="line">The line, one message of JSON-RPC.</param>
    public void Sent(ReadOnlyMemory<byte> line)
    {
        if (Read(line) is not { } message || !message.TryGetProperty("method", out var method))
        {
            return;
        }

        if (message.TryGetProperty("id", out var id))
        {
            lock (_lock)
            {
                _open.Add(id.GetRawText());
            }
        }
        else if (method.ValueEquals("notifications/cancelled") && message.TryGetProperty("params", out var given) && given.ValueKind == JsonValueKind.Object && given.TryGetProperty("requestId", out var cancelled))
        {
            Close(cancelled.GetRawText());
        }
    }

    /// <summary>Notes a line to the client: an answer closes its request.</summary>
    /// <param name="line">The line, one message of JSON-RPC.</param>
    public void Answered(ReadOnlyMemory<byte> line)
    {
        if (Read(line) is { } message && !message.TryGetProperty("method", out _) && message.TryGetProperty("id", out var id))
        {
            Close(id.GetRawText());
        }
    }

    /// <summary>Waits until every request has its answer.</summary>
    /// <param name="longest">How long at most.</param>
    /// <param name="cancellationToken">Stops the wait.</param>
    public async Task SettleAsync(TimeSpan longest, CancellationToken cancellationToken)
    {
        Task settled;
        lock (_lock)
        {
            settled = _open.Count == 0 ? Task.CompletedTask : (_waiting ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).Task;
        }

        using var limit = new CancellationTokenSource(longest, time);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        try
        {
            await settled.WaitAsync(stop.Token);
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            // Whoever has left waits no longer either.
        }
    }

    private void Close(string id)
    {
        lock (_lock)
        {
            _open.Remove(id);
            if (_open.Count == 0)
            {
                _waiting?.TrySetResult();
            }
        }
    }

    private static JsonElement? Read(ReadOnlyMemory<byte> line)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            return document.RootElement.ValueKind == JsonValueKind.Object ? document.RootElement.Clone() : null;
        }
        catch (JsonException)
        {
            // What is no message has no answer.
            return null;
        }
    }
}
