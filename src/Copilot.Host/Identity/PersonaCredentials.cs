using Copilot.Contracts;
using Copilot.Host.Settings;

namespace Copilot.Host.Identity;

/// <summary>Says with which ERP account a demo persona works: its own in the sandbox, the one named in the settings on a real Odoo; and with which the service itself does.</summary>
internal sealed class PersonaCredentials(CopilotSettings settings) : IErpCredentials
{
    /// <inheritdoc/>
    public ValueTask<ErpCredential> ForAsync(Caller caller, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(caller);
        if (caller.Id == ServiceAccount.Id)
        {
            return settings is { OdooServiceLogin: { } login, OdooServiceSecret: { } secret }
                ? ValueTask.FromResult(new ErpCredential(login, secret))
                : throw new CopilotException("There is no service account for Odoo; name one with Copilot__Odoo__Service__Login and Copilot__Odoo__Service__Secret.");
        }

        if (settings.Mcp is { } mcp && caller.Id == mcp.CallerId)
        {
            return ValueTask.FromResult(new ErpCredential(mcp.Login, mcp.Secret));
        }

        var persona = Personas.All.FirstOrDefault(p => "demo:" + p.Name == caller.Id);
        if (!settings.DemoEnabled || persona is null)
        {
            throw new CopilotException($"{caller.DisplayName} has no account in the business system linked; ask an administrator.");
        }

        if (settings.OdooUrl is null)
        {
            return ValueTask.FromResult(new ErpCredential(persona.Name, persona.Name));
        }

        return settings.DemoAccounts.TryGetValue(persona.Name, out var account) || settings.DemoAccounts.TryGetValue("*", out account)
            ? ValueTask.FromResult(new ErpCredential(account.Login, account.Secret))
            : throw new CopilotException($"The persona {persona.Name} has no Odoo account; name one in Copilot__Demo__Accounts.");
    }
}
