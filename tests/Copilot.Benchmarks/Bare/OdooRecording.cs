using System.Diagnostics;

namespace Copilot.Benchmarks.Bare;

/// <summary>
/// Notes each HTTP request of this process with its body, as .NET's own diagnostic source tells it. Nothing stands between the client and the
/// server, and outside a recording nothing listens.
/// </summary>
internal sealed class OdooRecording : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    private readonly Lock _lock = new();
    private readonly Dictionary<HttpRequestMessage, RecordedRequest> _open = [];
    private readonly List<RecordedRequest> _done = [];
    private readonly List<IDisposable> _subscriptions = [];

    private OdooRecording()
    {
    }

    public static async Task<OdooReplay> RecordAsync(Func<Task> work)
    {
        using var recording = new OdooRecording();
        recording._subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(recording));
        await work();
        return new OdooReplay([.. recording._done.OrderBy(r => r.Started)]);
    }

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == "HttpHandlerDiagnosticListener")
        {
            _subscriptions.Add(value.Subscribe(this));
        }
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (!value.Key.StartsWith("System.Net.Http.HttpRequestOut.", StringComparison.Ordinal)
            || value.Value?.GetType().GetProperty("Request")?.GetValue(value.Value) is not HttpRequestMessage { Content: ByteArrayContent content } request)
        {
            return;
        }

        lock (_lock)
        {
            if (value.Key.EndsWith("Start", StringComparison.Ordinal))
            {
                // The client's bodies are byte arrays: reading them does not wait.
                _open[request] = new RecordedRequest(request.RequestUri!, content.ReadAsByteArrayAsync().GetAwaiter().GetResult(), TimeProvider.System.GetTimestamp(), 0);
            }
            else if (_open.Remove(request, out var begun))
            {
                _done.Add(begun with { Ended = TimeProvider.System.GetTimestamp() });
            }
        }
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }

    public void Dispose() => _subscriptions.ForEach(s => s.Dispose());
}
