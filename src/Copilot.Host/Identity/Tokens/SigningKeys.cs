using System.Text.Json;
using Copilot.Contracts;

namespace Copilot.Host.Identity.Tokens;

/// <summary>
/// The keys of an issuer as its OpenID metadata gives them: read when first needed, again once a day, and again for a key nobody knows, which
/// strangers can make happen only so often. While the issuer is away the known keys go on.
/// </summary>
/// <param name="http">The line out.</param>
/// <param name="metadata">Where the issuer describes itself.</param>
/// <param name="time">The clock.</param>
internal sealed class SigningKeys(HttpClient http, Uri metadata, TimeProvider time) : IDisposable
{
    /// <summary>How long keys are used before they are read again.</summary>
    public static readonly TimeSpan Fresh = TimeSpan.FromHours(24);

    /// <summary>How long after reading them an unknown key makes nobody read them again.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan PauseAfterTrouble = TimeSpan.FromSeconds(5);

    private readonly SemaphoreSlim _one = new(1, 1);
    private volatile KeyRing? _ring;
    private DateTimeOffset _triedAt = DateTimeOffset.MinValue;

    /// <summary>Gets the keys.</summary>
    /// <param name="keyId">The key that is needed.</param>
    /// <param name="cancellationToken">Stops the wait.</param>
    /// <returns>The keys; the one that is needed may not be among them.</returns>
    /// <exception cref="CopilotException">They can't be read, and none are known.</exception>
    public async ValueTask<KeyRing> WithAsync(string keyId, CancellationToken cancellationToken)
    {
        if (_ring is { } known && Serves(known, keyId))
        {
            return known;
        }

        await _one.WaitAsync(cancellationToken);
        try
        {
            return _ring is { } read && Serves(read, keyId) ? read : await ReadOrKeepAsync(cancellationToken);
        }
        finally
        {
            _one.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _one.Dispose();

    private bool Serves(KeyRing ring, string keyId) => time.GetUtcNow() - ring.ReadAt < (ring.Keys.ContainsKey(keyId) ? Fresh : Pause);

    private async Task<KeyRing> ReadOrKeepAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (now - _triedAt < PauseAfterTrouble)
        {
            return _ring ?? throw Away(null);
        }

        _triedAt = now;
        try
        {
            _ring = await ReadAsync(now, cancellationToken);
            _triedAt = DateTimeOffset.MinValue;
            return _ring;
        }
        catch (Exception away) when (away is HttpRequestException or JsonException or IOException || (away is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return _ring ?? throw Away(away);
        }
    }

    private async Task<KeyRing> ReadAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        using var description = await JsonAsync(metadata, cancellationToken);
        if (!Uri.TryCreate(description.RootElement.Word("jwks_uri"), UriKind.Absolute, out var address)
            || (address.Scheme != Uri.UriSchemeHttps && !(address.IsLoopback && metadata.IsLoopback)))
        {
            throw new JsonException("The metadata name no address of keys that can be used.");
        }

        using var list = await JsonAsync(address, cancellationToken);
        var keys = new Dictionary<string, SigningKey>(StringComparer.Ordinal);
        if (list.RootElement.ValueKind == JsonValueKind.Object && list.RootElement.TryGetProperty("keys", out var all) && all.ValueKind == JsonValueKind.Array)
        {
            foreach (var key in all.EnumerateArray())
            {
                if (key.Word("kid") is { } id && SigningKey.Read(key) is { } usable)
                {
                    keys[id] = usable;
                }
            }
        }

        return new KeyRing(description.RootElement.Word("issuer"), keys, now);
    }

    private async Task<JsonDocument> JsonAsync(Uri address, CancellationToken cancellationToken)
    {
        using var response = await http.GetAsync(address, cancellationToken);
        response.EnsureSuccessStatusCode();
        await using var body = await response.Content.ReadAsStreamAsync(cancellationToken);
        return await JsonDocument.ParseAsync(body, new JsonDocumentOptions { MaxDepth = 16 }, cancellationToken);
    }

    private CopilotException Away(Exception? why)
        => new($"Nobody can sign in with a token of {metadata.Host} just now: its keys can't be read. Try again in a moment; if it lasts, check that this service reaches {metadata.Host}.", why) { IsTransient = true };
}
