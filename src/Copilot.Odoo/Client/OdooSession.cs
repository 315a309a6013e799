using System.Text.Json;
using Copilot.Contracts;
using Microsoft.Extensions.Logging;

namespace Copilot.Odoo.Client;

/// <summary>
/// Calls in the caller's name: with the caller's own account, companies and language. When Odoo refuses the account, the
/// credential is asked for once more and the call repeated: it was refused before anything ran.
/// </summary>
internal sealed class OdooSession(IErpCredentials credentials, OdooAccounts accounts, OdooServer server, OdooWire wire, ILogger<OdooSession> logger)
{
    /// <summary>The account the caller works with.</summary>
    public async Task<OdooAccount> AccountAsync(Caller caller, CancellationToken cancellationToken)
        => await accounts.OpenAsync(caller.Tenant, await credentials.ForAsync(caller, cancellationToken), cancellationToken);

    /// <summary>Calls a method of a model in the server's own words.</summary>
    public async Task<JsonElement?> CallAsync(
        Caller caller,
        string model,
        string method,
        IReadOnlyList<object?> arguments,
        IReadOnlyDictionary<string, object?> named,
        bool isRead,
        CancellationToken cancellationToken)
    {
        var credential = await credentials.ForAsync(caller, cancellationToken);
        var account = await accounts.OpenAsync(caller.Tenant, credential, cancellationToken);
        try
        {
            return await SendAsync(account, credential);
        }
        catch (OdooException refused) when (refused.Fault == OdooFault.LoginRefused)
        {
            Log.SignInAgain(logger, account.Uid, account.Tenant);
            accounts.Forget(account);
        }
        catch (OdooException gone) when (gone.Fault == OdooFault.MissingRecord)
        {
            // It may be the user itself that is gone: the next call finds out.
            accounts.Forget(account);
            throw;
        }

        credential = await credentials.ForAsync(caller, cancellationToken);
        return await SendAsync(await accounts.OpenAsync(caller.Tenant, credential, cancellationToken), credential);

        async Task<JsonElement?> SendAsync(OdooAccount who, ErpCredential with)
        {
            var keywords = new Dictionary<string, object?>(named.Count + 1);
            foreach (var (name, value) in named)
            {
                keywords[name] = value;
            }

            keywords["context"] = await ContextAsync(caller, who, with, keywords.GetValueOrDefault("context"), cancellationToken);
            return await wire.CallAsync(who, with.Secret, (model, method), arguments, keywords, isRead, cancellationToken);
        }
    }

    private async Task<Dictionary<string, object?>> ContextAsync(Caller caller, OdooAccount account, ErpCredential credential, object? extra, CancellationToken cancellationToken)
    {
        var context = new Dictionary<string, object?>();
        if (extra is IEnumerable<KeyValuePair<string, object?>> members)
        {
            foreach (var (name, value) in members)
            {
                context[name] = value;
            }
        }

        if (await server.LanguageAsync(caller, account, credential.Secret, cancellationToken) is { } language)
        {
            context.TryAdd("lang", language);
        }

        // Last, so that nobody widens the companies. Without any the account's own rights decide alone.
        if (caller.Companies.Count > 0)
        {
            int[] allowed = [.. caller.Companies.Select(c => c.Id).Where(id => account.Companies?.Contains(id) ?? true)];
            context["allowed_company_ids"] = allowed.Length > 0
                ? allowed
                : throw new OdooException(OdooFault.AccessDenied, "The account belongs to none of the caller's companies.");
        }

        return context;
    }
}
