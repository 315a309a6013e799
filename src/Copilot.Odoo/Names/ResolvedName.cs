using Copilot.Odoo.Client;

namespace Copilot.Odoo.Names;

/// <summary>A record that a name meant.</summary>
internal sealed record ResolvedName(int Id, string Name, string? Code, OdooRow Row);
