using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;

namespace Copilot.Knowledge.Stores.Qdrant;

/// <summary>
/// Sends requests to Qdrant's REST interface and reads its answers. What answers is not trusted to be Qdrant, to be whole, or to end: every answer has a limit of time and size, and
/// whatever is wrong with one is a <see cref="QdrantException"/> and nothing else.
/// </summary>
internal sealed class QdrantClient : IDisposable
{
    private const int MostTries = 3;
    private const int LargestAnswer = 64_000_000;

    private static readonly TimeSpan WritingTime = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(20);

    private readonly HttpClient _http;
    private readonly TimeProvider _time;
    private readonly TimeSpan _questionTime;
    private readonly QdrantRefusal _refusal;

    /// <summary>Takes the address and the key; asks nothing yet.</summary>
    public QdrantClient(QdrantOptions options, TimeProvider time)
    {
        _time = time;
        _questionTime = TimeSpan.FromSeconds(options.QuestionSeconds);
        var address = options.Url!.AbsoluteUri;
        _http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5), MaxResponseHeadersLength = 16 })
        {
            BaseAddress = new Uri(address.EndsWith('/') ? address : address + "/"),
            Timeout = Timeout.InfiniteTimeSpan,
        };
        _refusal = new QdrantRefusal(_http.BaseAddress.Authority, options.ApiKey, time);
        if (options.ApiKey is { Length: > 0 } key)
        {
            _http.DefaultRequestHeaders.Add("api-key", key);
        }
    }

    /// <summary>Asks once, within the time of a question.</summary>
    /// <param name="method">The method.</param>
    /// <param name="path">The path, without a slash before it.</param>
    /// <param name="body">What is sent as JSON, or null.</param>
    /// <param name="read">Reads the result; what it misses there is told as an answer that is not Qdrant's.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <exception cref="QdrantException">It was refused, not answered, or not answered by Qdrant.</exception>
    public Task<T> AskAsync<T>(HttpMethod method, string path, object? body, Func<JsonElement, T> read, CancellationToken cancellationToken)
        => SendAsync(method, path, Bytes(body), _questionTime, read, cancellationToken);

    /// <summary>Writes, trying again a few times where that may help.</summary>
    /// <exception cref="QdrantException">It was refused or not answered.</exception>
    public Task WriteAsync(HttpMethod method, string path, object? body, CancellationToken cancellationToken)
        => WriteAsync(method, path, Bytes(body), cancellationToken);

    /// <inheritdoc cref="WriteAsync(HttpMethod, string, object?, CancellationToken)"/>
    public async Task WriteAsync(HttpMethod method, string path, byte[]? body, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await SendAsync(method, path, body, WritingTime, Done, cancellationToken);
                return;
            }
            catch (QdrantException busy) when (busy.IsTransient && attempt < MostTries && busy.RetryAfter.GetValueOrDefault() <= LongestPause)
            {
                await Task.Delay(busy.RetryAfter ?? TimeSpan.FromMilliseconds(200 << attempt), _time, cancellationToken);
            }
        }
    }

    /// <summary>Writes a body as it is sent.</summary>
    public static byte[]? Bytes(object? body) => body is null ? null : JsonSerializer.SerializeToUtf8Bytes(body);

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();

    // What a write gives is not used; but that it gave something tells Qdrant from a proxy that says yes to everything.
    private static bool Done(JsonElement result)
        => result.ValueKind is JsonValueKind.True or JsonValueKind.Object or JsonValueKind.Array ? true
            : result.ValueKind is JsonValueKind.False ? false
            : throw new FormatException("The result says nothing.");

    private async Task<T> SendAsync<T>(HttpMethod method, string path, byte[]? body, TimeSpan most, Func<JsonElement, T> read, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(most, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            using var request = new HttpRequestMessage(method, path);
            if (body is not null)
            {
                request.Content = new ByteArrayContent(body);
                request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
            }

            using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token);
            if (!response.IsSuccessStatusCode)
            {
                throw await _refusal.OfAsync(response, either.Token);
            }

            var (bytes, isWhole) = await LimitedContent.ReadAsync(response.Content, LargestAnswer, either.Token);
            if (!isWhole)
            {
                throw new QdrantException($"What answers at {_http.BaseAddress!.Authority} sent more than {LargestAnswer / 1_000_000} MB in one answer; that is not Qdrant");
            }

            return Read(response, path, bytes, read);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new QdrantException($"Qdrant did not answer within {most.TotalSeconds:0} s");
        }
        catch (Exception broken) when (broken is HttpRequestException or IOException)
        {
            throw _refusal.Of(broken);
        }
    }

    private T Read<T>(HttpResponseMessage response, string path, ReadOnlyMemory<byte> bytes, Func<JsonElement, T> read)
    {
        try
        {
            using var document = JsonDocument.Parse(bytes);
            var root = document.RootElement;
            return read(root.ValueKind == JsonValueKind.Object && root.TryGetProperty("result", out var result) ? result : root);
        }
        catch (JsonException broken)
        {
            throw _refusal.NotJson(response, bytes.Span, broken);
        }
        catch (Exception strange) when (strange is InvalidOperationException or KeyNotFoundException or FormatException or OverflowException)
        {
            throw _refusal.Strange(path, strange);
        }
    }
}
