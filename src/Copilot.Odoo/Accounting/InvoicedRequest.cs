using Copilot.Odoo.Answers;

namespace Copilot.Odoo.Accounting;

/// <summary>What was asked of the invoices.</summary>
/// <param name="Asked">The period and the one it is compared with.</param>
/// <param name="Group">How it is split: customer, salesperson, month or company.</param>
/// <param name="About">Whom or what it is narrowed to, behind a sentence; empty for all.</param>
/// <param name="Companies">The companies.</param>
/// <param name="Shown">How many parts are listed.</param>
internal sealed record InvoicedRequest(AskedPeriod Asked, string Group, string About, CompanyScope Companies, int Shown)
{
    /// <summary>The field of <c>account.move</c> that splits it.</summary>
    public string Field => Group switch { "salesperson" => "invoice_user_id", "month" => InvoicedReader.Month, "company" => "company_id", _ => "commercial_partner_id" };
}
