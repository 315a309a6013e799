using System.Security.Cryptography;
using Copilot.Contracts;
using Copilot.Host.Channels.Helpdesk.Store;
using Copilot.Host.Identity.Accounts;
using Copilot.Host.Settings;
using Microsoft.AspNetCore.DataProtection;

namespace Copilot.Host.Channels.Helpdesk;

/// <summary>
/// The accounts of people who came from Odoo: the short-lived key that Odoo made for exactly that user. Kept sealed, bound to tenant and person, gone when it
/// lapses; then the next source is asked.
/// </summary>
internal sealed class HandedAccounts(SidebarStore store, IDataProtectionProvider protection, CopilotSettings settings) : IAccountSource
{
    private const string Purpose = "Copilot.HandedKey.v1";

    /// <inheritdoc/>
    public async ValueTask<ErpCredential?> FindAsync(Caller caller, CancellationToken cancellationToken)
    {
        // Without a sidebar nobody brings a key, and every request to the business system would look for one.
        if (settings.Sidebar is null || await store.FindAsync(caller, cancellationToken) is not var (login, secret))
        {
            return null;
        }

        try
        {
            return new ErpCredential(login, Protector(caller).Unprotect(secret));
        }
        catch (CryptographicException)
        {
            // Sealed under keys this installation no longer has: as good as lapsed, and the next sign-in brings another.
            return null;
        }
    }

    /// <summary>Keeps the key a visitor brought.</summary>
    /// <param name="caller">Who the visitor is here.</param>
    /// <param name="visitor">The visitor.</param>
    /// <param name="cancellationToken">Stops the wait.</param>
    /// <returns>A task.</returns>
    public Task KeepAsync(Caller caller, OdooVisitor visitor, CancellationToken cancellationToken)
        => visitor.Key is { } key ? store.KeepAsync(caller, visitor.Login, Protector(caller).Protect(key), visitor.KeyExpiresAt, cancellationToken) : Task.CompletedTask;

    private IDataProtector Protector(Caller caller) => protection.CreateProtector(Purpose, caller.Tenant, caller.Id);
}
