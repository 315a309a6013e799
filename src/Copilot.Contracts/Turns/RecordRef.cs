namespace Copilot.Contracts;

/// <summary>A record of the ERP.</summary>
/// <param name="Model">Odoo's model name, for example <c>sale.order</c>.</param>
/// <param name="Id">Its id.</param>
public sealed record RecordRef(string Model, int Id);
