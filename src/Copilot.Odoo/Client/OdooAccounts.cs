using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Copilot.Contracts;
using Microsoft.Extensions.Options;

namespace Copilot.Odoo.Client;

/// <summary>
/// Signs accounts in once and remembers their user id and the API they work through. The secret is not kept: every call carries the
/// one that <see cref="IErpCredentials"/> gives, and Odoo checks it in every call. An account is remembered for one login and secret
/// together, because JSON-2 looks at the key alone.
/// </summary>
internal sealed class OdooAccounts(OdooWire wire, OdooServer server, IOptions<OdooOptions> options, TimeProvider time)
{
    /// <summary>The first version with JSON-2.</summary>
    private const int HasJson2Since = 19;

    /// <summary>Odoo's API keys are 20 random bytes in hexadecimal.</summary>
    private const int KeyLength = 40;

    private static readonly string[] OwnFields = ["login", "company_ids"];
    private static readonly Dictionary<string, object?> Nothing = [];

    private readonly byte[] markKey = RandomNumberGenerator.GetBytes(32);
    private readonly KeptAnswers<(string Tenant, string Login, string SecretMark), OdooAccount> accounts = new(time, options.Value.SchemaLifetime);

    /// <summary>The account of a credential; signs in when it is not known yet.</summary>
    /// <exception cref="OdooException">Odoo refused the login, or could not be asked.</exception>
    public Task<OdooAccount> OpenAsync(string tenant, ErpCredential credential, CancellationToken cancellationToken)
    {
        var mark = MarkOf(credential);
        return accounts.GetAsync((tenant, credential.Login, mark), async token => await SignInAsync(tenant, credential, token) with { SecretMark = mark }, cancellationToken);
    }

    /// <summary>Signs in now, whatever is remembered.</summary>
    /// <exception cref="OdooException">Odoo refused the login, or could not be asked.</exception>
    public Task<OdooAccount> ReopenAsync(string tenant, ErpCredential credential, CancellationToken cancellationToken)
    {
        accounts.Forget((tenant, credential.Login, MarkOf(credential)));
        return OpenAsync(tenant, credential, cancellationToken);
    }

    public void Forget(OdooAccount account) => accounts.Forget((account.Tenant, account.Login, account.SecretMark));

    private async Task<OdooAccount> SignInAsync(string tenant, ErpCredential credential, CancellationToken cancellationToken)
    {
        var api = options.Value.Api;
        if (api == OdooApi.Json2)
        {
            return await ByKeyAsync(tenant, credential, cancellationToken);
        }

        if (api == OdooApi.Auto && await server.VersionAsync(cancellationToken) >= HasJson2Since)
        {
            var hasJsonRpc = await server.HasJsonRpcAsync(cancellationToken);
            if (!hasJsonRpc || IsLikeKey(credential.Secret))
            {
                try
                {
                    return await ByKeyAsync(tenant, credential, cancellationToken);
                }
                catch (OdooException not) when (hasJsonRpc && (not.Fault == OdooFault.LoginRefused || not.HttpStatus == 404))
                {
                    // A password that looks like a key, or a server without the module of JSON-2: the other API decides.
                }
            }
        }

        return await ByPasswordAsync(tenant, credential, cancellationToken);
    }

    private async Task<OdooAccount> ByPasswordAsync(string tenant, ErpCredential credential, CancellationToken cancellationToken)
    {
        var answer = await wire.AskAsync("authenticate", [credential.Login, credential.Secret, new Dictionary<string, object?>()], cancellationToken);
        if (answer is not { ValueKind: JsonValueKind.Number } number)
        {
            throw Refused();
        }

        var account = new OdooAccount(tenant, credential.Login, number.GetInt32(), null, OdooApi.JsonRpc);
        return account with { Companies = Companies(await OwnAsync(account, credential, cancellationToken)) };
    }

    private async Task<OdooAccount> ByKeyAsync(string tenant, ErpCredential credential, CancellationToken cancellationToken)
    {
        var unknown = new OdooAccount(tenant, credential.Login, 0, null, OdooApi.Json2);
        var about = await wire.CallAsync(unknown, credential.Secret, ("res.users", "context_get"), [], Nothing, isRead: true, cancellationToken);
        if (about is not { ValueKind: JsonValueKind.Object } context || !context.TryGetProperty("uid", out var uid) || uid.ValueKind != JsonValueKind.Number)
        {
            throw new OdooException(OdooFault.Unreachable, "Odoo does not say whose API key it is.");
        }

        var account = unknown with { Uid = uid.GetInt32() };
        var own = await OwnAsync(account, credential, cancellationToken);

        // The server looks at the key alone: that it belongs to the login named with it is checked here.
        return own is { } row && row.TryGetProperty("login", out var login) && string.Equals(login.GetString(), credential.Login, StringComparison.OrdinalIgnoreCase)
            ? account with { Companies = Companies(own) }
            : throw Refused();
    }

    /// <summary>What the account may read of itself; null when nothing.</summary>
    private async Task<JsonElement?> OwnAsync(OdooAccount account, ErpCredential credential, CancellationToken cancellationToken)
    {
        try
        {
            var answer = await wire.CallAsync(account, credential.Secret, ("res.users", "read"), [new[] { account.Uid }, OwnFields], Nothing, isRead: true, cancellationToken);
            return answer is { ValueKind: JsonValueKind.Array } rows && rows.GetArrayLength() == 1 ? rows[0] : null;
        }
        catch (OdooException notForThisAccount) when (notForThisAccount.Fault is OdooFault.AccessDenied or OdooFault.BadCall)
        {
            // Portal users may not read this of themselves. Odoo refuses companies that are not theirs by itself.
            return null;
        }
    }

    private static IReadOnlyList<int>? Companies(JsonElement? own)
        => own is { } row && row.TryGetProperty("company_ids", out var ids) && ids.ValueKind == JsonValueKind.Array
            ? [.. ids.EnumerateArray().Select(e => e.GetInt32())]
            : null;

    private string MarkOf(ErpCredential credential) => Convert.ToHexString(HMACSHA256.HashData(markKey, Encoding.UTF8.GetBytes(credential.Secret)));

    private static bool IsLikeKey(string secret) => secret.Length == KeyLength && secret.All(char.IsAsciiHexDigit);

    private static OdooException Refused() => new(OdooFault.LoginRefused, "Odoo refused the login.");
}
