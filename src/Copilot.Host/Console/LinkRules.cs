using Copilot.Contracts;
using Copilot.Host.Settings;
using Copilot.Odoo;
using Microsoft.Extensions.Options;

namespace Copilot.Host.Console;

/// <summary>Who may link an account here. A demo persona can be played by anybody who reaches the service: it may hold somebody's account only where that is nobody else.</summary>
/// <param name="settings">The settings.</param>
/// <param name="odoo">How Odoo is reached.</param>
/// <param name="localOnly">Whether only this machine can reach the service.</param>
internal sealed class LinkRules(CopilotSettings settings, IOptions<OdooOptions> odoo, bool localOnly)
{
    /// <summary>What a caller sees before anything is linked.</summary>
    /// <param name="caller">The caller.</param>
    /// <returns>The view.</returns>
    public LinkView Of(Caller caller)
    {
        var isPersona = caller.Id.StartsWith("demo:", StringComparison.Ordinal);
        return new LinkView(false, settings.OdooUrl?.ToString().TrimEnd('/'), odoo.Value.Database, !isPersona || localOnly, Note(isPersona));
    }

    private string? Note(bool isPersona) => !isPersona ? null
        : localOnly ? "This is a demo persona: whoever plays it on this machine works with the account that you link."
        : "This is a demo persona, which anybody who reaches this service can play, so no account can be linked to it.";
}
