using System.Globalization;
using System.Text.Json;

namespace Copilot.Odoo.Client;

/// <summary>
/// Has Odoo make an API key of a password, the way its settings page does: sign in, describe the key, ask for it, show the password once more.
/// The calls are those of the web client (<c>res.users.apikeys.description</c> and <c>res.users.identitycheck</c>, in Odoo since 14), because newer
/// servers do not let the external API make keys. The session is closed again at once.
/// </summary>
internal sealed class OdooKeyMaker(OdooWire wire, OdooServer server, TimeProvider time)
{
    private const string Description = "res.users.apikeys.description";
    private const string Check = "res.users.identitycheck";
    private const string KeyName = "Distribution Copilot";

    /// <summary>From here on the password travels in the context; before, it stands in the record and is forgotten there by Odoo. Seen in 19 and 14.</summary>
    private const int InContextSince = 17;

    private static readonly string[] Attributes = ["selection"];
    private static readonly Dictionary<string, object?> Nothing = [];

    /// <summary>Makes a key that lasts as long as the account may have one.</summary>
    /// <param name="login">The login.</param>
    /// <param name="password">Its password.</param>
    /// <param name="cancellationToken">Stops the calls.</param>
    /// <returns>The login as Odoo writes it, the key and when it lapses; null when Odoo made none.</returns>
    /// <exception cref="OdooException">Odoo refused, or could not be asked.</exception>
    public async Task<(string Login, string Key, DateTimeOffset? ExpiresAt)?> MakeAsync(string login, string password, CancellationToken cancellationToken)
    {
        var parameters = new Dictionary<string, object?> { ["db"] = wire.Database, ["login"] = login, ["password"] = password };
        var (about, session) = await wire.WebAsync("web/session/authenticate", parameters, null, ("web", "authenticate"), cancellationToken);

        // Where a second factor is asked for, there is no user yet.
        if (session is null || about is not { ValueKind: JsonValueKind.Object } who || !who.TryGetProperty("uid", out var uid) || uid.ValueKind != JsonValueKind.Number)
        {
            return null;
        }

        var desk = new Desk(wire, session);
        try
        {
            return await MakeAsync(desk, password, cancellationToken) is var (key, days)
                ? (Text(who, "username") ?? login, key, days is { } lasts ? new DateTimeOffset(time.GetUtcNow().UtcDateTime.Date.AddDays(lasts), TimeSpan.Zero) : null)
                : null;
        }
        finally
        {
            await desk.LeaveAsync();
        }
    }

    private async Task<(string Key, int? Days)?> MakeAsync(Desk desk, string password, CancellationToken cancellationToken)
    {
        var days = await LongestAsync(desk, cancellationToken);
        var values = new Dictionary<string, object?> { ["name"] = KeyName };
        if (days is { } lasting)
        {
            values["duration"] = lasting.ToString(CultureInfo.InvariantCulture);
        }

        if (await desk.CallAsync(Description, "create", [values], Nothing, cancellationToken) is not { ValueKind: JsonValueKind.Number } id)
        {
            return null;
        }

        var window = await desk.CallAsync(Description, "make_key", [new[] { id.GetInt32() }], Nothing, cancellationToken);
        if (Key(window) is null && Text(window, "res_model") == Check && window!.Value.TryGetProperty("res_id", out var check) && check.ValueKind == JsonValueKind.Number)
        {
            window = await ShowAsync(desk, password, check.GetInt32(), cancellationToken);
        }

        return Key(window) is { } key ? (key, days) : null;
    }

    private async Task<JsonElement?> ShowAsync(Desk desk, string password, int check, CancellationToken cancellationToken)
    {
        if (await server.VersionAsync(cancellationToken) < InContextSince)
        {
            await desk.CallAsync(Check, "write", [new[] { check }, new Dictionary<string, object?> { ["password"] = password }], Nothing, cancellationToken);
        }

        var named = new Dictionary<string, object?> { ["context"] = new Dictionary<string, object?> { ["password"] = password } };
        return await desk.CallAsync(Check, "run_check", [new[] { check }], named, cancellationToken);
    }

    /// <summary>The longest duration on offer, in days; null where keys have none.</summary>
    private static async Task<int?> LongestAsync(Desk desk, CancellationToken cancellationToken)
    {
        var described = await desk.CallAsync(Description, "fields_get", [], new Dictionary<string, object?> { ["attributes"] = Attributes }, cancellationToken);
        if (described is not { ValueKind: JsonValueKind.Object } fields || !fields.TryGetProperty("duration", out var duration)
            || !duration.TryGetProperty("selection", out var choices) || choices.ValueKind != JsonValueKind.Array)
        {
            return null;
        }

        // Zero is a key for ever and -1 a day of one's own: neither is asked for.
        return choices.EnumerateArray()
            .Where(c => c.ValueKind == JsonValueKind.Array && c.GetArrayLength() > 0)
            .Select(c => int.TryParse(c[0].GetString(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var days) && days > 0 ? days : (int?)null)
            .Max();
    }

    private static string? Key(JsonElement? window)
        => window is { ValueKind: JsonValueKind.Object } shown && shown.TryGetProperty("context", out var context) ? Text(context, "default_key") : null;

    private static string? Text(JsonElement? holder, string member)
        => holder is { ValueKind: JsonValueKind.Object } found && found.TryGetProperty(member, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    /// <summary>One session of the web client; Odoo renews it as it goes.</summary>
    private sealed class Desk(OdooWire wire, string session)
    {
        private string session = session;

        public async Task<JsonElement?> CallAsync(string model, string method, IReadOnlyList<object?> arguments, IReadOnlyDictionary<string, object?> named, CancellationToken cancellationToken)
        {
            var parameters = new Dictionary<string, object?> { ["model"] = model, ["method"] = method, ["args"] = arguments, ["kwargs"] = named };
            var (result, next) = await wire.WebAsync("web/dataset/call_kw", parameters, session, (model, method), cancellationToken);
            session = next ?? session;
            return result;
        }

        /// <summary>Closes the session; one that could not be closed lapses by itself.</summary>
        public async Task LeaveAsync()
        {
            try
            {
                await wire.WebAsync("web/session/destroy", Nothing, session, ("web", "destroy"), CancellationToken.None);
            }
            catch (OdooException)
            {
                // The key is there or the fault is on its way to the caller; neither waits for this. The wire has logged it.
            }
        }
    }
}
