using System.Buffers;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;

namespace Copilot.Models.Endpoints;

/// <summary>One connection pool to one model's endpoint: JSON there, JSON back, bounded in time and size.</summary>
internal sealed class EndpointConnection : IDisposable
{
    private const int LongestError = 64 * 1024;
    private const string Json = "application/json";

    private static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(10);

    private readonly ModelOptions _model;
    private readonly TimeProvider _time;
    private readonly HttpClient _http;

    /// <summary>Makes the pool; nothing is sent yet.</summary>
    /// <param name="model">The model.</param>
    /// <param name="time">The clock.</param>
    public EndpointConnection(ModelOptions model, TimeProvider time)
    {
        _model = model;
        _time = time;
        _http = new HttpClient(new SocketsHttpHandler
        {
            // A redirect would carry texts and key to wherever it points.
            AllowAutoRedirect = false,
            UseCookies = false,
            AutomaticDecompression = DecompressionMethods.All,
            ConnectTimeout = ConnectTimeout,
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        })
        {
            Timeout = Timeout.InfiniteTimeSpan,
        };
        _http.DefaultRequestHeaders.Accept.ParseAdd(Json);
        if (model.ApiKey is { } key)
        {
            _http.DefaultRequestHeaders.TryAddWithoutValidation(model.Kind == ModelKind.Azure ? "api-key" : "Authorization", model.Kind == ModelKind.Azure ? key : "Bearer " + key);
        }
    }

    /// <summary>Posts once.</summary>
    /// <param name="address">Where.</param>
    /// <param name="body">The request.</param>
    /// <param name="mostBytes">The longest answer that is read.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="EndpointException">No answer, a refusal, or something that is not this API's.</exception>
    public async Task<JsonElement> PostAsync(Uri address, byte[] body, long mostBytes, CancellationToken cancellationToken)
    {
        using var clock = new CancellationTokenSource(_model.Timeout, _time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, clock.Token);
        try
        {
            return await ExchangeAsync(address, body, mostBytes, both.Token);
        }
        catch (OperationCanceledException late) when (!cancellationToken.IsCancellationRequested)
        {
            // Either the clock above or the pool's connect timeout; the caller is still here.
            throw clock.IsCancellationRequested
                ? new EndpointException(EndpointFault.TimedOut, FormattableString.Invariant($"{_model.Timeout.TotalSeconds:0.#} s"), late)
                : new EndpointException(EndpointFault.Unreachable, FormattableString.Invariant($"no connection within {ConnectTimeout.TotalSeconds:0} s"), late);
        }
        catch (Exception broken) when (broken is HttpRequestException or IOException)
        {
            throw new EndpointException(EndpointFault.Unreachable, (broken as HttpRequestException)?.HttpRequestError.ToString() ?? "the connection broke", broken);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();

    private async Task<JsonElement> ExchangeAsync(Uri address, byte[] body, long mostBytes, CancellationToken cancellationToken)
    {
        using var content = new ByteArrayContent(body);
        content.Headers.ContentType = new MediaTypeHeaderValue(Json);
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = content };
        using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        var answer = await ReadAsync(response.Content, response.IsSuccessStatusCode ? mostBytes : LongestError, cancellationToken);
        var json = answer is null ? null : Parse(answer.WrittenMemory);
        if (!response.IsSuccessStatusCode || (json is { } success && EndpointErrors.IsError(success)))
        {
            var status = response.IsSuccessStatusCode ? HttpStatusCode.BadRequest : response.StatusCode;
            throw EndpointErrors.Of(status, json, WaitHeaders.Read(response.Headers, _time.GetUtcNow()), _model.ApiKey);
        }

        return answer is null ? throw new EndpointException(EndpointFault.WrongAnswer, FormattableString.Invariant($"an answer of more than {mostBytes / 1024:N0} KB"))
            : json ?? throw new EndpointException(EndpointFault.NotTheApi, $"an answer of type {response.Content.Headers.ContentType?.MediaType ?? "unknown"}");
    }

    private static JsonElement? Parse(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            var reader = new Utf8JsonReader(bytes.Span);
            var value = JsonElement.ParseValue(ref reader);
            return reader.Read() ? null : value;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static async Task<ArrayBufferWriter<byte>?> ReadAsync(HttpContent content, long most, CancellationToken cancellationToken)
    {
        var buffer = new ArrayBufferWriter<byte>(16 * 1024);
        await using var stream = await content.ReadAsStreamAsync(cancellationToken);
        while (true)
        {
            var read = await stream.ReadAsync(buffer.GetMemory(16 * 1024), cancellationToken);
            if (read == 0)
            {
                return buffer;
            }

            buffer.Advance(read);
            if (buffer.WrittenCount > most)
            {
                return null;
            }
        }
    }
}
