namespace Copilot.Odoo.Partners;

/// <summary>What the policy lets a caller see of customers and suppliers besides the customer itself.</summary>
/// <param name="Purchasing">Suppliers and their terms.</param>
/// <param name="Receivables">Credit limits.</param>
internal sealed record PartnerSight(bool Purchasing, bool Receivables);
