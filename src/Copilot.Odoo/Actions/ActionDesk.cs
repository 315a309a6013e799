using Copilot.Odoo.Actions.Running;
using Copilot.Odoo.Client;
using Copilot.Odoo.Names;
using Microsoft.Extensions.Options;

namespace Copilot.Odoo.Actions;

/// <summary>What every action works with.</summary>
internal sealed class ActionDesk(IOdooClient client, NameResolver names, OdooRights rights, IOptions<OdooConventions> conventions)
{
    public IOdooClient Client { get; } = client;

    public NameResolver Names { get; } = names;

    public OdooRights Rights { get; } = rights;

    public OdooConventions Conventions => conventions.Value;

    /// <summary>One execution of a reference at a time.</summary>
    public ReferenceGate Gate { get; } = new();
}
