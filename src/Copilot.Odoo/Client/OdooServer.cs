using System.Text.Json;
using Copilot.Contracts;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Copilot.Odoo.Client;

/// <summary>What the server is: its version, asked once, and the languages it has.</summary>
internal sealed class OdooServer(OdooWire wire, OdooConnection connection, IOptions<OdooOptions> options, TimeProvider time, ILogger<OdooServer> logger)
{
    private readonly KeptAnswers<bool, int> version = new(time, TimeSpan.MaxValue);
    private readonly KeptAnswers<bool, IReadOnlyList<string>> languages = new(time, options.Value.SchemaLifetime);

    /// <summary>The version found, null before the first call. For what cannot wait, such as an address.</summary>
    public int? Known { get; private set; }

    /// <summary>The major version: 14 to 19.</summary>
    public Task<int> VersionAsync(CancellationToken cancellationToken) => version.GetAsync(true, AskVersionAsync, cancellationToken);

    /// <summary>The installed language closest to the caller's, or null: Odoo 19 refuses languages it does not have.</summary>
    public async Task<string?> LanguageAsync(Caller caller, OdooAccount account, string secret, CancellationToken cancellationToken)
    {
        var codes = await languages.GetAsync(true, token => AskLanguagesAsync(account, secret, token), cancellationToken);
        return codes.FirstOrDefault(c => c.Equals(caller.Language.Replace('-', '_'), StringComparison.OrdinalIgnoreCase))
            ?? codes.FirstOrDefault(c => c.Split('_', '@')[0].Equals(caller.Language.Split('-', '_')[0], StringComparison.OrdinalIgnoreCase));
    }

    private async Task<int> AskVersionAsync(CancellationToken cancellationToken)
    {
        var answer = await wire.CallAsync("common", "version", [], ("common", "version"), isRead: true, cancellationToken);
        if (answer is not { ValueKind: JsonValueKind.Object } about
            || !about.TryGetProperty("server_version_info", out var parts) || parts.ValueKind != JsonValueKind.Array || parts.GetArrayLength() == 0)
        {
            throw new OdooException(OdooFault.Unreachable, "The server does not say which version of Odoo it is.");
        }

        // Odoo Online writes "saas~18" where others write 18.
        var major = parts[0].ValueKind == JsonValueKind.Number
            ? parts[0].GetInt32()
            : int.TryParse(parts[0].GetString()?.Split('~')[^1], out var saas) ? saas : throw new OdooException(OdooFault.Unreachable, "The server's version cannot be read.");
        Known = major;
        Log.ServerFound(logger, major.ToString(System.Globalization.CultureInfo.InvariantCulture), (await connection.AddressAsync(cancellationToken)).Authority);
        return major;
    }

    private async Task<IReadOnlyList<string>> AskLanguagesAsync(OdooAccount account, string secret, CancellationToken cancellationToken)
    {
        try
        {
            object?[] arguments = [wire.Database, account.Uid, secret, "res.lang", "search_read", new object?[] { new object?[] { new object?[] { "active", "=", true } }, new[] { "code" } }];
            var answer = await wire.CallAsync("object", "execute_kw", arguments, ("res.lang", "search_read"), isRead: true, cancellationToken);
            return answer is { ValueKind: JsonValueKind.Array } rows
                ? [.. rows.EnumerateArray().Select(r => new OdooRow(r.EnumerateObject().ToDictionary(p => p.Name, p => p.Value)).Text("code")).OfType<string>()]
                : [];
        }
        catch (OdooException none) when (!none.IsTransient && none.Fault != OdooFault.LoginRefused)
        {
            // Without languages the server answers in its own: a smaller loss than no answer.
            return [];
        }
    }
}
