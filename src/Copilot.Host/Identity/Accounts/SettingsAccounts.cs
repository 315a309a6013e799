using Copilot.Contracts;
using Copilot.Host.Settings;

namespace Copilot.Host.Identity.Accounts;

/// <summary>The accounts that stand in the settings: the service's own, that of clients of the Model Context Protocol, and those in the list of people.</summary>
internal sealed class SettingsAccounts(CopilotSettings settings) : IAccountSource
{
    /// <inheritdoc/>
    public ValueTask<ErpCredential?> FindAsync(Caller caller, CancellationToken cancellationToken)
        => ValueTask.FromResult(
            caller.Id == ServiceAccount.Id ? Of(settings)
            : settings.Mcp is { } mcp && caller.Id == mcp.CallerId ? new ErpCredential(mcp.Login, mcp.Secret)
            : settings.People.FirstOrDefault(p => p.CallerId == caller.Id) is { } person ? new ErpCredential(person.Login, person.Secret)
            : null);

    /// <summary>The service account, or null when none is named.</summary>
    /// <param name="settings">The settings.</param>
    /// <returns>The account.</returns>
    public static ErpCredential? Of(CopilotSettings settings)
        => settings is { OdooServiceLogin: { } login, OdooServiceSecret: { } secret } ? new ErpCredential(login, secret) : null;
}
