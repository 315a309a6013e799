using System.Net.Http.Headers;

namespace Copilot.Benchmarks.Bare;

/// <summary>
/// Sends the recorded requests again with a plain HTTP client and reads the answers as bytes, or, when asked to, each value in them once: no
/// translation, no retries, no rows. Requests that were under way together are sent together.
/// </summary>
internal sealed class OdooReplay : IDisposable
{
    private readonly HttpClient _client = new(new SocketsHttpHandler { UseCookies = false });
    private readonly List<List<RecordedRequest>> _waves = [];

    public OdooReplay(IReadOnlyList<RecordedRequest> requests)
    {
        Requests = requests.Count;
        long until = 0;
        foreach (var request in requests)
        {
            if (_waves.Count == 0 || request.Started >= until)
            {
                _waves.Add([]);
            }

            _waves[^1].Add(request);
            until = Math.Max(until, request.Ended);
        }
    }

    public int Requests { get; }

    /// <summary>Does them all again and reads the answers as bytes.</summary>
    public Task RunAsync(CancellationToken cancellationToken) => RunAsync(_ => { }, cancellationToken);

    /// <summary>Does them all again and reads each value of the answers once.</summary>
    public Task ReadAsync(CancellationToken cancellationToken) => RunAsync(body => BareValues.Read(body), cancellationToken);

    public void Dispose() => _client.Dispose();

    private async Task RunAsync(Action<byte[]> read, CancellationToken cancellationToken)
    {
        foreach (var wave in _waves)
        {
            await Task.WhenAll(wave.Select(request => SendAsync(request, read, cancellationToken)));
        }
    }

    private async Task SendAsync(RecordedRequest request, Action<byte[]> read, CancellationToken cancellationToken)
    {
        using var content = new ByteArrayContent(request.Body);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        using var response = await _client.PostAsync(request.Address, content, cancellationToken);
        read(await response.Content.ReadAsByteArrayAsync(cancellationToken));
    }
}
