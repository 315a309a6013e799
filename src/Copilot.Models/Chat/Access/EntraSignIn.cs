using System.Globalization;
using System.Text.Json;
using Copilot.Models.Endpoints;

namespace Copilot.Models.Chat.Access;

/// <summary>
/// Signs in with a token of Microsoft Entra: for an application by the client credentials flow (RFC 6749, section 4.4), for a managed identity from the machine's own
/// endpoint. A token is kept until shortly before it ends; one request fetches it and all wait for that one.
/// </summary>
internal sealed class EntraSignIn : IEndpointSignIn
{
    private const string MachineEndpoint = "http://169.254.169.254/metadata/identity/oauth2/token";
    private const int LongestAnswer = 256 * 1024;

    private static readonly string[] Codes = ["error", "error_description"];
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(5);

    private readonly EntraOptions _entra;
    private readonly TimeProvider _time;
    private readonly HttpClient _http;
    private readonly SemaphoreSlim _one = new(1);
    private volatile Token? _token;

    /// <summary>Makes the sign-in; nothing is fetched yet.</summary>
    /// <param name="entra">How.</param>
    /// <param name="time">The clock.</param>
    public EntraSignIn(EntraOptions entra, TimeProvider time)
    {
        _entra = entra;
        _time = time;

        // No proxy: the machine's endpoint must not be asked through one, and a redirect would carry the secret away.
        _http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = !entra.IsManaged, PooledConnectionLifetime = TimeSpan.FromMinutes(5) })
        {
            Timeout = Timeout.InfiniteTimeSpan,
            MaxResponseContentBufferSize = LongestAnswer,
        };
    }

    /// <inheritdoc/>
    public async ValueTask<(string Name, string Value)?> HeaderAsync(CancellationToken cancellationToken)
    {
        if (_token is { } known && known.RenewAt > _time.GetUtcNow())
        {
            return ("Authorization", known.Value);
        }

        await _one.WaitAsync(cancellationToken);
        try
        {
            var now = _time.GetUtcNow();
            if (_token is { } fetched && fetched.RenewAt > now)
            {
                return ("Authorization", fetched.Value);
            }

            try
            {
                _token = await FetchAsync(cancellationToken);
            }
            catch (EndpointException) when (_token is { } old && old.EndsAt > now)
            {
                // The old one still holds; it is tried again with the next request.
            }

            return ("Authorization", _token.Value);
        }
        finally
        {
            _one.Release();
        }
    }

    /// <inheritdoc/>
    public bool Refused(string value)
    {
        var known = _token;
        if (known?.Value != value)
        {
            return true;
        }

        _token = null;
        return true;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _http.Dispose();
        _one.Dispose();
    }

    private async Task<Token> FetchAsync(CancellationToken cancellationToken)
    {
        using var clock = new CancellationTokenSource(Patience, _time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, clock.Token);
        try
        {
            using var request = _entra.IsManaged ? ForMachine() : ForApplication();
            using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseContentRead, both.Token);
            var body = await response.Content.ReadAsByteArrayAsync(both.Token);
            return response.IsSuccessStatusCode ? Read(body) : throw Refusal((int)response.StatusCode, body);
        }
        catch (OperationCanceledException late) when (!cancellationToken.IsCancellationRequested)
        {
            throw new EndpointException(EndpointFault.TimedOut, "the sign-in service gave no token", late);
        }
        catch (Exception broken) when (broken is HttpRequestException or IOException)
        {
            throw new EndpointException(EndpointFault.Unreachable, "the sign-in service can't be reached", broken);
        }
    }

    private HttpRequestMessage ForApplication()
        => new(HttpMethod.Post, new Uri($"{_entra.Authority.ToString().TrimEnd('/')}/{Uri.EscapeDataString(_entra.Tenant!)}/oauth2/v2.0/token"))
        {
            Content = new FormUrlEncodedContent([
                KeyValuePair.Create("grant_type", "client_credentials"),
                KeyValuePair.Create("client_id", _entra.Client!),
                KeyValuePair.Create("client_secret", _entra.Secret!),
                KeyValuePair.Create("scope", _entra.Scope),
            ]),
        };

    private HttpRequestMessage ForMachine()
    {
        var isPlatform = _entra.IdentityEndpoint is not null && _entra.IdentityHeader is not null;
        var resource = _entra.Scope.EndsWith("/.default", StringComparison.Ordinal) ? _entra.Scope[..^"/.default".Length] : _entra.Scope;
        var query = $"api-version={(isPlatform ? "2019-08-01" : "2018-02-01")}&resource={Uri.EscapeDataString(resource)}"
            + (_entra.Client is { } client ? "&client_id=" + Uri.EscapeDataString(client) : string.Empty);
        var request = new HttpRequestMessage(HttpMethod.Get, new UriBuilder(_entra.IdentityEndpoint ?? new Uri(MachineEndpoint)) { Query = query }.Uri);
        request.Headers.TryAddWithoutValidation(isPlatform ? "X-IDENTITY-HEADER" : "Metadata", isPlatform ? _entra.IdentityHeader : "true");
        return request;
    }

    // expires_in counts seconds and expires_on is a moment; both come as number or text.
    private Token Read(byte[] body)
    {
        var now = _time.GetUtcNow();
        try
        {
            using var document = JsonDocument.Parse(body);
            var root = document.RootElement;
            if (root.TryGetProperty("access_token", out var token) && token.GetString() is { Length: > 0 } value && value.All(c => c is > ' ' and < '\u007F'))
            {
                var lasts = Seconds(root, "expires_in") ?? Seconds(root, "expires_on") - now.ToUnixTimeSeconds() ?? 600;
                var life = TimeSpan.FromSeconds(Math.Clamp(lasts, 0, 24 * 3600));
                return new Token("Bearer " + value, now + (life > Margin * 2 ? life - Margin : life / 2), now + life);
            }
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException)
        {
            throw new EndpointException(EndpointFault.NotTheApi, "the sign-in service's answer can't be read", unreadable);
        }

        throw new EndpointException(EndpointFault.NotTheApi, "the sign-in service's answer has no token");
    }

    // The code says it all (AADSTS…); the text after it names people and machines.
    private static EndpointException Refusal(int status, byte[] body)
    {
        var code = string.Empty;
        try
        {
            using var document = JsonDocument.Parse(body);
            if (document.RootElement is { ValueKind: JsonValueKind.Object } root)
            {
                code = string.Join(' ', Codes
                    .Select(name => root.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? JsonText.Of(value).Split([' ', ':', '\r', '\n'])[0] : string.Empty)
                    .Where(word => word is { Length: > 0 and <= 60 }));
            }
        }
        catch (JsonException)
        {
            // A proxy's page: the status has to do.
        }

        return new EndpointException(
            status is 408 or 429 or >= 500 ? EndpointFault.Failed : EndpointFault.KeyRefused,
            FormattableString.Invariant($"sign-in with Entra: HTTP {status}{(code.Length > 0 ? ", " + code : string.Empty)}")) { Status = status };
    }

    private static long? Seconds(JsonElement root, string name)
        => root.TryGetProperty(name, out var value) && double.TryParse(value.ToString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) && Math.Abs(seconds) < 1e12 ? (long)seconds : null;

    private sealed record Token(string Value, DateTimeOffset RenewAt, DateTimeOffset EndsAt);
}
