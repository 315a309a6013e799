using Copilot.Contracts;

namespace Copilot.Host.Identity.Accounts;

/// <summary>
/// One way by which a caller comes to an account of the business system: linked by hand, named in the settings, or vouched for by a
/// channel that knows the person already (a trusted exchange). Sources are asked in the order they are registered; the first that knows
/// an account decides. What a source gives must be the caller's own account: no source may widen rights.
/// </summary>
internal interface IAccountSource
{
    /// <summary>Finds the caller's account.</summary>
    /// <param name="caller">Who asks.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The account, or null when this source knows none.</returns>
    /// <exception cref="CopilotException">There is one, but it can't be used; the message says what to do.</exception>
    ValueTask<ErpCredential?> FindAsync(Caller caller, CancellationToken cancellationToken);
}
