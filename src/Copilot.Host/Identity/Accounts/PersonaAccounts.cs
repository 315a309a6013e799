using Copilot.Contracts;
using Copilot.Host.Settings;

namespace Copilot.Host.Identity.Accounts;

/// <summary>The accounts of demo personas: their own in the practice company, those named in the settings on a real Odoo.</summary>
internal sealed class PersonaAccounts(CopilotSettings settings) : IAccountSource
{
    /// <inheritdoc/>
    public ValueTask<ErpCredential?> FindAsync(Caller caller, CancellationToken cancellationToken)
    {
        // Somebody who signed in and whom the practice company does not know works there as the persona of the role.
        var role = caller.Id.StartsWith("oidc:", StringComparison.Ordinal) && settings is { Oidc: not null, OdooUrl: null } && caller.Roles is [var first, ..] ? first : null;
        var persona = role is not null ? Personas.Find(role) : settings.DemoEnabled ? Personas.All.FirstOrDefault(p => "demo:" + p.Name == caller.Id) : null;
        return ValueTask.FromResult(
            persona is null ? null
            : settings.OdooUrl is null ? new ErpCredential(persona.Name, persona.Name)
            : settings.DemoAccounts.TryGetValue(persona.Name, out var account) || settings.DemoAccounts.TryGetValue("*", out account) ? new ErpCredential(account.Login, account.Secret)
            : null);
    }
}
