namespace Copilot.Odoo.Purchasing.Matching;

/// <summary>An order that a person named.</summary>
internal sealed record LedgerName(int Id, string Name);
