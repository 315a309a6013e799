using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Copilot.Models.Endpoints;

namespace Copilot.Models.Chat.Access;

/// <summary>One pool of connections to one chat model. Answers are handed on as they come in; errors are read here.</summary>
internal sealed class ChatConnection : IDisposable
{
    private const int LongestError = 64 * 1024;

    private readonly IEndpointSignIn _signIn;
    private readonly TimeProvider _time;
    private readonly HttpClient _http;
    private readonly string? _key;

    /// <summary>Makes the pool; nothing is sent yet.</summary>
    /// <param name="model">The model.</param>
    /// <param name="time">The clock.</param>
    public ChatConnection(ModelOptions model, TimeProvider time)
    {
        _time = time;
        _key = model.ApiKey;
        _signIn = model.Chat.Entra is { } entra ? new EntraSignIn(entra, time) : new KeySignIn(model);
        _http = new HttpClient(new SocketsHttpHandler
        {
            // A redirect would carry prompt and key to wherever it points.
            AllowAutoRedirect = false,
            UseCookies = false,

            // A packed stream comes in bursts.
            AutomaticDecompression = DecompressionMethods.None,
            ConnectTimeout = TimeSpan.FromSeconds(10),

            // Long enough for the farewell of a whole answer; a reader who leaves must not keep the model writing.
            ResponseDrainTimeout = TimeSpan.FromMilliseconds(250),
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        })
        {
            Timeout = Timeout.InfiniteTimeSpan,
        };
    }

    /// <summary>Sends a request.</summary>
    /// <param name="address">Where.</param>
    /// <param name="body">The request.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The answer, whose body is still coming; the caller disposes it.</returns>
    /// <exception cref="EndpointException">The endpoint refused.</exception>
    public async Task<HttpResponseMessage> SendAsync(Uri address, byte[] body, CancellationToken cancellationToken)
    {
        var header = await _signIn.HeaderAsync(cancellationToken);
        var response = await OnceAsync(address, body, header, cancellationToken);
        if (response.StatusCode == HttpStatusCode.Unauthorized && header is { } refused && _signIn.Refused(refused.Value))
        {
            response.Dispose();
            response = await OnceAsync(address, body, await _signIn.HeaderAsync(cancellationToken), cancellationToken);
        }

        if (response.IsSuccessStatusCode)
        {
            return response;
        }

        using (response)
        {
            throw await RefusalAsync(response, cancellationToken);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _http.Dispose();
        _signIn.Dispose();
    }

    private async Task<HttpResponseMessage> OnceAsync(Uri address, byte[] body, (string Name, string Value)? header, CancellationToken cancellationToken)
    {
        using var content = new ByteArrayContent(body);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = content };
        request.Headers.Accept.ParseAdd("text/event-stream");
        request.Headers.Accept.ParseAdd("application/x-ndjson");
        request.Headers.Accept.ParseAdd("application/json");
        if (header is { } signed)
        {
            request.Headers.TryAddWithoutValidation(signed.Name, signed.Value);
        }

        return await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
    }

    private async Task<EndpointException> RefusalAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var fault = EndpointErrors.Of(response.StatusCode, await BodyAsync(response, cancellationToken), WaitHeaders.Read(response.Headers, _time.GetUtcNow()), _key);
        return !response.Headers.TryGetValues("x-should-retry", out var says) || !bool.TryParse(says.First(), out var again)
            ? fault
            : fault.But(shouldRetry: again);
    }

    private static async Task<JsonElement?> BodyAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var buffer = new byte[LongestError];
        var length = 0;
        await using var stream = await response.Content.ReadAsStreamAsync(cancellationToken);
        while (length < buffer.Length && await stream.ReadAsync(buffer.AsMemory(length), cancellationToken) is > 0 and var read)
        {
            length += read;
        }

        try
        {
            using var document = JsonDocument.Parse(buffer.AsMemory(0, length));
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
