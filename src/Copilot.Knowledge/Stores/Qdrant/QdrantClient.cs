using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;

namespace Copilot.Knowledge.Stores.Qdrant;

/// <summary>Sends requests to Qdrant's REST interface and reads its answers.</summary>
internal sealed class QdrantClient : IDisposable
{
    private const int MostTries = 3;
    private const int LongestMessage = 300;

    private static readonly TimeSpan WritingTime = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(20);

    private readonly HttpClient _http;
    private readonly TimeProvider _time;
    private readonly TimeSpan _questionTime;

    /// <summary>Takes the address and the key; asks nothing yet.</summary>
    public QdrantClient(QdrantOptions options, TimeProvider time)
    {
        _time = time;
        _questionTime = TimeSpan.FromSeconds(options.QuestionSeconds);
        var address = options.Url!.AbsoluteUri;
        _http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) })
        {
            BaseAddress = new Uri(address.EndsWith('/') ? address : address + "/"),
            Timeout = Timeout.InfiniteTimeSpan,
        };
        if (options.ApiKey is { Length: > 0 } key)
        {
            _http.DefaultRequestHeaders.Add("api-key", key);
        }
    }

    /// <summary>Asks once, within the time of a question.</summary>
    /// <exception cref="QdrantException">It was refused or not answered.</exception>
    public Task<JsonElement> AskAsync(HttpMethod method, string path, object? body, CancellationToken cancellationToken)
        => SendAsync(method, path, Bytes(body), _questionTime, cancellationToken);

    /// <summary>Writes, trying again a few times where that may help.</summary>
    /// <exception cref="QdrantException">It was refused or not answered.</exception>
    public Task<JsonElement> WriteAsync(HttpMethod method, string path, object? body, CancellationToken cancellationToken)
        => WriteAsync(method, path, Bytes(body), cancellationToken);

    /// <inheritdoc cref="WriteAsync(HttpMethod, string, object?, CancellationToken)"/>
    public async Task<JsonElement> WriteAsync(HttpMethod method, string path, byte[]? body, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await SendAsync(method, path, body, WritingTime, cancellationToken);
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

    private async Task<JsonElement> SendAsync(HttpMethod method, string path, byte[]? body, TimeSpan most, CancellationToken cancellationToken)
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
                throw await RefusalAsync(response, either.Token);
            }

            await using var content = await response.Content.ReadAsStreamAsync(either.Token);
            using var document = await JsonDocument.ParseAsync(content, cancellationToken: either.Token);
            return (document.RootElement.TryGetProperty("result", out var result) ? result : document.RootElement).Clone();
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new QdrantException($"Qdrant did not answer within {most.TotalSeconds:0} s");
        }
        catch (Exception broken) when (broken is HttpRequestException or IOException)
        {
            throw new QdrantException($"Qdrant can't be reached at {_http.BaseAddress!.Authority}: {broken.Message}", inner: broken);
        }
        catch (JsonException broken)
        {
            throw new QdrantException($"What answers at {_http.BaseAddress!.Authority} does not speak like Qdrant", inner: broken);
        }
    }

    // Refused keys are told in plain text, everything else as JSON whose "status" is an object.
    private async Task<QdrantException> RefusalAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var text = (await response.Content.ReadAsStringAsync(cancellationToken)).Trim();
        try
        {
            using var document = JsonDocument.Parse(text);
            if (document.RootElement is { ValueKind: JsonValueKind.Object } root && root.TryGetProperty("status", out var status)
                && status.ValueKind == JsonValueKind.Object && status.TryGetProperty("error", out var error) && error.ValueKind == JsonValueKind.String)
            {
                text = error.GetString()!;
            }
        }
        catch (JsonException)
        {
            // The text as it came.
        }

        text = text.Length > LongestMessage ? text[..LongestMessage] + "…" : text;
        return response.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden
            ? new QdrantException($"Qdrant refused the key ({(int)response.StatusCode}: {text}); Copilot:Qdrant:ApiKey must be a key that may write", response.StatusCode)
            : new QdrantException($"Qdrant answered {(int)response.StatusCode}: {text}", response.StatusCode, PauseOf(response));
    }

    private TimeSpan? PauseOf(HttpResponseMessage response)
        => response.Headers.RetryAfter switch
        {
            { Delta: { } delta } => delta,
            { Date: { } date } when date > _time.GetUtcNow() => date - _time.GetUtcNow(),
            _ => null,
        };
}
