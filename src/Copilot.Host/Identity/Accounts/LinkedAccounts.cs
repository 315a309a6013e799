using System.Security.Cryptography;
using Copilot.Contracts;
using Microsoft.AspNetCore.DataProtection;

namespace Copilot.Host.Identity.Accounts;

/// <summary>
/// The accounts that people linked themselves: checked with the business system at once, kept encrypted (ASP.NET Core data protection,
/// bound to tenant and person, so that a row moved to somebody else opens nothing), seen without the secret, removed for good.
/// </summary>
internal sealed class LinkedAccounts(AccountLinkStore store, IErpSignIn erp, IDataProtectionProvider protection, LinkAddress address, TimeProvider time) : IAccountSource
{
    private const string Purpose = "Copilot.AccountLink.v1";

    /// <inheritdoc/>
    public async ValueTask<ErpCredential?> FindAsync(Caller caller, CancellationToken cancellationToken)
    {
        if (await store.FindAsync(caller, cancellationToken) is not var (link, secret))
        {
            return null;
        }

        if (link.ExpiresAt <= time.GetUtcNow())
        {
            throw new CopilotException($"The key of your Odoo account {link.Login} is past its date. Link the account again at {address}.");
        }

        try
        {
            return new ErpCredential(link.Login, Protector(caller).Unprotect(secret));
        }
        catch (CryptographicException lost)
        {
            throw new CopilotException($"The account {link.Login} was linked under another key of this installation and can't be opened. Link it again at {address}.", lost);
        }
    }

    /// <summary>What the caller has linked.</summary>
    /// <param name="caller">The caller.</param>
    /// <param name="cancellationToken">Stops the wait.</param>
    /// <returns>The link without its secret, or null.</returns>
    public async Task<AccountLink?> SeeAsync(Caller caller, CancellationToken cancellationToken) => (await store.FindAsync(caller, cancellationToken))?.Link;

    /// <summary>Asks the business system who this is, now.</summary>
    /// <param name="caller">The caller.</param>
    /// <param name="credential">What the person gave.</param>
    /// <param name="isPassword">Whether the secret is a password, which becomes an API key, or such a key.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>Who it is.</returns>
    /// <exception cref="CopilotException">Refused, or not reached; the message says what to do.</exception>
    public Task<ErpIdentity> CheckAsync(Caller caller, ErpCredential credential, bool isPassword, CancellationToken cancellationToken)
        => isPassword ? erp.WithPasswordAsync(caller.Tenant, credential, cancellationToken) : erp.WithKeyAsync(caller.Tenant, credential, cancellationToken);

    /// <summary>Keeps an account that was checked, in place of the one there was.</summary>
    /// <param name="caller">The caller.</param>
    /// <param name="identity">What the check found.</param>
    /// <param name="cancellationToken">Stops the wait.</param>
    /// <returns>The link without its secret.</returns>
    public async Task<AccountLink> KeepAsync(Caller caller, ErpIdentity identity, CancellationToken cancellationToken)
    {
        var link = new AccountLink(identity.Credential.Login, identity.Name, identity.Companies, time.GetUtcNow(), identity.ExpiresAt);
        await store.KeepAsync(caller, link, Protector(caller).Protect(identity.Credential.Secret), cancellationToken);
        return link;
    }

    /// <summary>Removes the caller's link.</summary>
    /// <param name="caller">The caller.</param>
    /// <param name="cancellationToken">Stops the wait.</param>
    /// <returns>Whether there was one.</returns>
    public Task<bool> RemoveAsync(Caller caller, CancellationToken cancellationToken) => store.RemoveAsync(caller, cancellationToken);

    private IDataProtector Protector(Caller caller) => protection.CreateProtector(Purpose, caller.Tenant, caller.Id);
}
