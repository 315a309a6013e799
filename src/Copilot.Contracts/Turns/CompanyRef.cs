namespace Copilot.Contracts;

/// <summary>One company of the ERP.</summary>
/// <param name="Id">Odoo's <c>res.company</c> id.</param>
/// <param name="Name">Its name.</param>
public sealed record CompanyRef(int Id, string Name);
