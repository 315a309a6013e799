using Copilot.Contracts;
using Copilot.Host.Settings;

namespace Copilot.Host.Identity.Accounts;

/// <summary>Says with which account of the business system a caller works: what the first source knows. Nobody works with another one's.</summary>
internal sealed class CallerCredentials(IEnumerable<IAccountSource> sources, LinkAddress address, CopilotSettings settings) : IErpCredentials
{
    private readonly IAccountSource[] _sources = [.. sources];

    /// <inheritdoc/>
    public async ValueTask<ErpCredential> ForAsync(Caller caller, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(caller);
        foreach (var source in _sources)
        {
            if (await source.FindAsync(caller, cancellationToken) is { } account)
            {
                return account;
            }
        }

        var isPersona = settings.DemoEnabled && Personas.All.Any(p => "demo:" + p.Name == caller.Id);
        throw new CopilotException(caller.Id == ServiceAccount.Id
            ? "There is no service account for Odoo; name one with Copilot__Odoo__Service__Login and Copilot__Odoo__Service__Secret."
            : $"{caller.DisplayName} has no account in Odoo linked. Link it at {address}{(isPersona ? ", or name one for this persona in Copilot__Demo__Accounts" : string.Empty)}.");
    }
}
