using System.Text.Json;
using Copilot.Contracts;
using Microsoft.Extensions.Options;

namespace Copilot.Odoo.Client;

/// <summary>
/// Signs accounts in once and remembers their user id. The secret is not kept: every call carries the one that
/// <see cref="IErpCredentials"/> gives, and Odoo checks it in every call.
/// </summary>
internal sealed class OdooAccounts(OdooWire wire, IOptions<OdooOptions> options, TimeProvider time)
{
    private static readonly string[] CompanyFields = ["company_ids"];

    private readonly KeptAnswers<(string Tenant, string Login), OdooAccount> accounts = new(time, options.Value.SchemaLifetime);

    /// <summary>The account of a credential; signs in when it is not known yet.</summary>
    /// <exception cref="OdooException">Odoo refused the login, or could not be asked.</exception>
    public Task<OdooAccount> OpenAsync(string tenant, ErpCredential credential, CancellationToken cancellationToken)
        => accounts.GetAsync((tenant, credential.Login), token => SignInAsync(tenant, credential, token), cancellationToken);

    public void Forget(OdooAccount account) => accounts.Forget((account.Tenant, account.Login));

    private async Task<OdooAccount> SignInAsync(string tenant, ErpCredential credential, CancellationToken cancellationToken)
    {
        object?[] arguments = [wire.Database, credential.Login, credential.Secret, new Dictionary<string, object?>()];
        var answer = await wire.CallAsync("common", "authenticate", arguments, ("common", "authenticate"), isRead: true, cancellationToken);
        if (answer is not { ValueKind: JsonValueKind.Number } number)
        {
            throw new OdooException(OdooFault.LoginRefused, "Odoo refused the login.");
        }

        var uid = number.GetInt32();
        return new OdooAccount(tenant, credential.Login, uid, await CompaniesAsync(uid, credential, cancellationToken));
    }

    private async Task<IReadOnlyList<int>?> CompaniesAsync(int uid, ErpCredential credential, CancellationToken cancellationToken)
    {
        try
        {
            object?[] arguments = [wire.Database, uid, credential.Secret, "res.users", "read", new object?[] { new[] { uid }, CompanyFields }];
            var answer = await wire.CallAsync("object", "execute_kw", arguments, ("res.users", "read"), isRead: true, cancellationToken);
            return answer is { ValueKind: JsonValueKind.Array } rows && rows.GetArrayLength() == 1
                && rows[0].TryGetProperty("company_ids", out var ids) && ids.ValueKind == JsonValueKind.Array
                ? [.. ids.EnumerateArray().Select(e => e.GetInt32())]
                : null;
        }
        catch (OdooException notForThisAccount) when (notForThisAccount.Fault is OdooFault.AccessDenied or OdooFault.BadCall)
        {
            // Portal users may not read this of themselves. Odoo refuses companies that are not theirs by itself.
            return null;
        }
    }
}
