using Copilot.Contracts;
using Copilot.Host.Settings;

namespace Copilot.Host.Identity.Accounts;

/// <summary>
/// The service account, for a tool that the policies call shared and a caller who has no account. Only within the caller's companies:
/// without one there is nothing to narrow the account by, so there is no account.
/// </summary>
internal sealed class SharedAccounts(CopilotSettings settings) : IAccountSource
{
    /// <inheritdoc/>
    public ValueTask<ErpCredential?> FindAsync(Caller caller, CancellationToken cancellationToken)
        => ValueTask.FromResult(caller is { SharedAccess: true, Companies.Count: > 0 } ? SettingsAccounts.Of(settings) : null);
}
