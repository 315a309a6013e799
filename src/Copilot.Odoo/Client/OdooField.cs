namespace Copilot.Odoo.Client;

/// <summary>A field as the server describes it.</summary>
/// <param name="Type">Odoo's type, for example <c>many2one</c>.</param>
/// <param name="Relation">The model it points to, in the server's words; null when it points nowhere.</param>
internal sealed record OdooField(string Type, string? Relation);
