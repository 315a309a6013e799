using Copilot.Contracts;
using Copilot.Host.Identity.Tokens;
using Copilot.Host.Settings;

namespace Copilot.Host.Channels.Teams;

/// <summary>Lets in what really comes from the channel: a token of its own for our bot, for the very address answers go to, of a directory that may.</summary>
internal sealed class BotDoor : IDisposable
{
    private const string Scheme = "Bearer ";
    private readonly TeamsSettings _settings;
    private readonly SigningKeys _keys;
    private readonly TokenCheck _check;

    /// <summary>Makes the door.</summary>
    /// <param name="settings">The bot.</param>
    /// <param name="line">The line to the channel's keys.</param>
    /// <param name="time">The clock.</param>
    public BotDoor(TeamsSettings settings, OutsideLine line, TimeProvider time)
    {
        _settings = settings;
        _keys = new SigningKeys(line.Http, settings.OpenIdMetadata, time);
        _check = new TokenCheck(_keys, new TokenRules { Issuer = settings.Issuer, Audiences = [settings.AppId], Algorithms = ["RS256"] }, time);
    }

    /// <summary>Checks who calls, before anything is read.</summary>
    /// <param name="authorization">The header.</param>
    /// <param name="cancellationToken">Stops the wait for keys.</param>
    /// <returns>What the token says, or null when the call is a stranger's.</returns>
    /// <exception cref="CopilotException">The channel's keys can't be read just now.</exception>
    public async ValueTask<TokenVerdict?> KnockAsync(string? authorization, CancellationToken cancellationToken)
    {
        if (authorization is null || !authorization.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var verdict = await _check.CheckAsync(authorization[Scheme.Length..].Trim(), cancellationToken);
        return verdict.Key is null ? null : verdict;
    }

    /// <summary>Checks that what was brought fits the token.</summary>
    /// <param name="verdict">What the token says.</param>
    /// <param name="activity">What was brought.</param>
    /// <returns>The HTTP status of the refusal, or null when it may come in.</returns>
    public int? Refuses(TokenVerdict verdict, TeamsActivity activity)
    {
        // Our own token goes to this address with every answer: it is the one the channel signed, or none.
        if (!Uri.TryCreate(activity.ServiceUrl, UriKind.Absolute, out var address)
            || !(address.Scheme == Uri.UriSchemeHttps || (address.IsLoopback && _settings.IsPractice))
            || !SameAddress(verdict.Claims.Word("serviceurl"), activity.ServiceUrl))
        {
            return StatusCodes.Status401Unauthorized;
        }

        if (verdict.Key!.Endorsements is { } channels && !channels.Contains(activity.ChannelId, StringComparer.OrdinalIgnoreCase))
        {
            return StatusCodes.Status403Forbidden;
        }

        return _settings.Tenants.Count == 0 || _settings.Tenants.Contains(activity.Tenant, StringComparer.OrdinalIgnoreCase) ? null : StatusCodes.Status403Forbidden;
    }

    /// <inheritdoc/>
    public void Dispose() => _keys.Dispose();

    private static bool SameAddress(string? claimed, string written)
        => claimed is not null && claimed.TrimEnd('/').Equals(written.TrimEnd('/'), StringComparison.OrdinalIgnoreCase);
}
