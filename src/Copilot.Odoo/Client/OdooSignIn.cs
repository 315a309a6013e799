using System.Text.Json;
using Copilot.Contracts;

namespace Copilot.Odoo.Client;

/// <inheritdoc cref="IErpSignIn"/>
internal sealed class OdooSignIn(OdooAccounts accounts, OdooKeyMaker maker, OdooWire wire) : IErpSignIn
{
    private static readonly string[] NameField = ["name"];
    private static readonly Dictionary<string, object?> Nothing = [];

    public Task<ErpIdentity> WithKeyAsync(string tenant, ErpCredential credential, CancellationToken cancellationToken)
        => SaidAsync(
            async () => await IdentityAsync(await accounts.ReopenAsync(tenant, credential, cancellationToken), credential, null, cancellationToken),
            "Odoo refused the login and the API key. Check that the key is not past its date and that the login is that of the key's owner.");

    public Task<ErpIdentity> WithPasswordAsync(string tenant, ErpCredential credential, CancellationToken cancellationToken)
        => SaidAsync(
            async () =>
            {
                var (login, key, expiresAt) = await maker.MakeAsync(credential.Login, credential.Secret, cancellationToken) ?? throw NoKey();
                var own = new ErpCredential(login, key);
                return await IdentityAsync(await accounts.ReopenAsync(tenant, own, cancellationToken), own, expiresAt, cancellationToken);
            },
            "Odoo refused the login and the password.");

    private async Task<ErpIdentity> IdentityAsync(OdooAccount account, ErpCredential credential, DateTimeOffset? expiresAt, CancellationToken cancellationToken)
    {
        var names = await NamesAsync(account, credential, "res.users", [account.Uid], cancellationToken);
        var companies = await NamesAsync(account, credential, "res.company", account.Companies ?? [], cancellationToken);
        return new ErpIdentity
        {
            Credential = credential,
            Name = names.Count == 1 ? names[0].Name : credential.Login,
            Companies = companies,
            ExpiresAt = expiresAt,
        };
    }

    private async Task<IReadOnlyList<CompanyRef>> NamesAsync(OdooAccount account, ErpCredential credential, string model, IReadOnlyList<int> ids, CancellationToken cancellationToken)
    {
        if (ids.Count == 0)
        {
            return [];
        }

        var answer = await wire.CallAsync(account, credential.Secret, (model, "read"), [ids, NameField], Nothing, isRead: true, cancellationToken);
        return answer is { ValueKind: JsonValueKind.Array } rows
            ? [.. rows.EnumerateArray().Select(r => new CompanyRef(r.GetProperty("id").GetInt32(), r.GetProperty("name").GetString() ?? string.Empty))]
            : [];
    }

    private static async Task<ErpIdentity> SaidAsync(Func<Task<ErpIdentity>> ask, string refused)
    {
        try
        {
            return await ask();
        }
        catch (OdooException e) when (e.Fault == OdooFault.LoginRefused)
        {
            throw new CopilotException(refused, e);
        }
        catch (OdooException e) when (e.IsTransient)
        {
            throw new CopilotException("Odoo cannot be reached right now, so the account could not be checked. Try again in a moment.", e) { IsTransient = true };
        }
        catch (OdooException e)
        {
            throw NoKey(e);
        }
    }

    private static CopilotException NoKey(Exception? why = null)
        => new("Odoo did not make an API key for this account. Make one in Odoo yourself (My Preferences, Security, New API Key) and give it here in place of the password.", why);
}
