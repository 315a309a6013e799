using System.Text.Json;
using Copilot.Contracts;
using Copilot.Host.Identity.Tokens;
using Copilot.Host.Settings;

namespace Copilot.Host.Channels.Teams;

/// <summary>Our own tokens for the channel, by client credentials (RFC 6749, 4.4): asked for once, used until shortly before they lapse.</summary>
/// <param name="settings">The bot.</param>
/// <param name="line">The line out.</param>
/// <param name="time">The clock.</param>
internal sealed class BotTokens(TeamsSettings settings, OutsideLine line, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan Early = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(30);

    private readonly SemaphoreSlim _one = new(1, 1);
    private volatile BotToken? _token;

    /// <summary>Gets a token.</summary>
    /// <param name="refused">A token that the channel has just refused; another one is then asked for. Null otherwise.</param>
    /// <param name="cancellationToken">Stops the wait.</param>
    /// <returns>The token.</returns>
    /// <exception cref="CopilotException">None is given: the id or secret is wrong, or the login service is away.</exception>
    public async ValueTask<string> GetAsync(string? refused, CancellationToken cancellationToken)
    {
        if (_token is { } known && known.Text != refused && time.GetUtcNow() < known.UsedUntil)
        {
            return known.Text;
        }

        await _one.WaitAsync(cancellationToken);
        try
        {
            if (_token is not { } other || other.Text == refused || time.GetUtcNow() >= other.UsedUntil)
            {
                _token = await AskAsync(cancellationToken);
            }

            return _token.Text;
        }
        finally
        {
            _one.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _one.Dispose();

    private async Task<BotToken> AskAsync(CancellationToken cancellationToken)
    {
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials",
            ["client_id"] = settings.AppId,
            ["client_secret"] = settings.AppSecret,
            ["scope"] = settings.Scope,
        });
        try
        {
            using var response = await line.Http.PostAsync(settings.TokenEndpoint, form, cancellationToken);
            if (!response.IsSuccessStatusCode)
            {
                throw new CopilotException(
                    $"{settings.TokenEndpoint.Host} gives the bot no token (HTTP {(int)response.StatusCode}). Check Copilot__Teams__AppId, __AppSecret (has the secret lapsed?) and __TenantId.")
                { IsTransient = (int)response.StatusCode >= 500 };
            }

            using var answer = JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync(cancellationToken));
            var lasts = TimeSpan.FromSeconds(answer.RootElement.TryGetProperty("expires_in", out var seconds) && seconds.TryGetInt32(out var whole) ? whole : 0);
            return answer.RootElement.Word("access_token") is { Length: > 0 } text
                ? new BotToken(text, time.GetUtcNow() + (lasts - Early > Shortest ? lasts - Early : Shortest))
                : throw new JsonException("There is no token in the answer.");
        }
        catch (Exception away) when (away is HttpRequestException or JsonException or InvalidOperationException || (away is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            throw new CopilotException($"The bot gets no token: {settings.TokenEndpoint.Host} does not answer as it should.", away) { IsTransient = true };
        }
    }

    private sealed record BotToken(string Text, DateTimeOffset UsedUntil);
}
