using System.Text.Json;
using Copilot.Contracts;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Copilot.Odoo.Client;

/// <summary>What the server is: its version, asked once, and the languages it has.</summary>
internal sealed class OdooServer(OdooWire wire, OdooConnection connection, IOptions<OdooOptions> options, TimeProvider time, ILogger<OdooServer> logger)
{
    private static readonly Dictionary<string, object?> Nothing = [];

    private readonly KeptAnswers<bool, (int Major, bool HasJsonRpc)> version = new(time, TimeSpan.MaxValue);
    private readonly KeptAnswers<bool, IReadOnlyList<string>> languages = new(time, options.Value.SchemaLifetime);

    /// <summary>The version found, null before the first call. For what cannot wait, such as an address.</summary>
    public int? Known { get; private set; }

    /// <summary>The major version: 14 to 19.</summary>
    public async Task<int> VersionAsync(CancellationToken cancellationToken) => (await version.GetAsync(true, AskVersionAsync, cancellationToken)).Major;

    /// <summary>Whether the server still speaks JSON-RPC; versions after 19 are to drop it.</summary>
    public async Task<bool> HasJsonRpcAsync(CancellationToken cancellationToken) => (await version.GetAsync(true, AskVersionAsync, cancellationToken)).HasJsonRpc;

    /// <summary>The installed language closest to the caller's, or null: Odoo 19 refuses languages it does not have.</summary>
    public async Task<string?> LanguageAsync(Caller caller, OdooAccount account, string secret, CancellationToken cancellationToken)
    {
        var codes = await languages.GetAsync(true, token => AskLanguagesAsync(account, secret, token), cancellationToken);
        return codes.FirstOrDefault(c => c.Equals(caller.Language.Replace('-', '_'), StringComparison.OrdinalIgnoreCase))
            ?? codes.FirstOrDefault(c => c.Split('_', '@')[0].Equals(caller.Language.Split('-', '_')[0], StringComparison.OrdinalIgnoreCase));
    }

    private async Task<(int Major, bool HasJsonRpc)> AskVersionAsync(CancellationToken cancellationToken)
    {
        var (answer, member, hasJsonRpc) = await AboutAsync(cancellationToken);
        if (answer is not { ValueKind: JsonValueKind.Object } about
            || !about.TryGetProperty(member, out var parts) || parts.ValueKind != JsonValueKind.Array || parts.GetArrayLength() == 0)
        {
            throw new OdooException(OdooFault.Unreachable, "The server does not say which version of Odoo it is.");
        }

        // Odoo Online writes "saas~18" where others write 18.
        var major = parts[0].ValueKind == JsonValueKind.Number
            ? parts[0].GetInt32()
            : int.TryParse(parts[0].GetString()?.Split('~')[^1], out var saas) ? saas : throw new OdooException(OdooFault.Unreachable, "The server's version cannot be read.");
        Known = major;
        Log.ServerFound(logger, major.ToString(System.Globalization.CultureInfo.InvariantCulture), (await connection.AddressAsync(cancellationToken)).Authority);
        return (major, hasJsonRpc);
    }

    private async Task<(JsonElement? About, string Member, bool HasJsonRpc)> AboutAsync(CancellationToken cancellationToken)
    {
        if (options.Value.Api != OdooApi.Json2)
        {
            try
            {
                return (await wire.AskAsync("version", [], cancellationToken), "server_version_info", true);
            }
            catch (OdooException gone) when (gone.HttpStatus is 404 or 410 && options.Value.Api == OdooApi.Auto)
            {
                // A server without JSON-RPC; the newer page says whether it is an Odoo.
            }
        }

        return (await wire.VersionPageAsync(cancellationToken), "version_info", false);
    }

    private async Task<IReadOnlyList<string>> AskLanguagesAsync(OdooAccount account, string secret, CancellationToken cancellationToken)
    {
        try
        {
            object?[] arguments = [new object?[] { new object?[] { "active", "=", true } }, new[] { "code" }];
            var answer = await wire.CallAsync(account, secret, ("res.lang", "search_read"), arguments, Nothing, isRead: true, cancellationToken);
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
