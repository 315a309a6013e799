using Copilot.Odoo.Answers;

namespace Copilot.Odoo.Accounting;

/// <summary>What was asked of the invoices.</summary>
/// <param name="Asked">The period and the one it is compared with.</param>
/// <param name="IsCredit">Whether only credit notes were asked for.</param>
/// <param name="Group">How it is split: customer, salesperson, monthly or company.</param>
/// <param name="About">Whom or what it is narrowed to, behind a sentence; empty for all.</param>
/// <param name="Companies">The companies.</param>
/// <param name="Shown">How many parts are listed.</param>
internal sealed record InvoicedRequest(AskedPeriod Asked, bool IsCredit, string Group, string About, CompanyScope Companies, int Shown)
{
    /// <summary>The field of <c>account.move</c> that splits it.</summary>
    public string Field => Group switch { "salesperson" => "invoice_user_id", "monthly" => InvoicedReader.Month, "company" => "company_id", _ => "commercial_partner_id" };

    /// <summary>Whether it is split by month, in the order of time.</summary>
    public bool IsByMonth => Group == "monthly";

    /// <summary>What a part is, in words.</summary>
    public string Part => IsByMonth ? "month" : Group;

    /// <summary>What was done, as a sentence begins with it.</summary>
    public string Done => IsCredit ? "Credited" : "Invoiced";

    /// <summary>What is counted, in one sentence without figures: the source of every answer that gives it.</summary>
    public string Definition
        => IsCredit ? "posted credit notes to customers by their date, without tax, in the company's currency; drafts are not counted"
            : "posted customer invoices less credit notes by their invoice date, without tax, in the company's currency; drafts are not counted, and orders that were not invoiced are not either";
}
