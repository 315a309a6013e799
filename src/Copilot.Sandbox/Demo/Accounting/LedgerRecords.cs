using Copilot.Sandbox.Demo.Masters;

namespace Copilot.Sandbox.Demo.Accounting;

/// <summary>Writes account.move with its product lines; tax and receivable lines are left out.</summary>
internal sealed class LedgerRecords(Workbench bench, MasterRecords masters)
{
    public void Write(LedgerEntry entry)
    {
        var sales = entry.MoveType != "in_invoice";
        var untaxed = entry.Lines.Sum(l => l.Subtotal);
        var tax = entry.Lines.Sum(l => l.Tax);
        var total = untaxed + tax;
        var residual = Math.Round(total * entry.OpenShare, 2);
        var sign = entry.MoveType == "out_invoice" ? 1 : -1;
        var journal = sales ? MasterRecords.SaleJournal(entry.CompanyId) : MasterRecords.PurchaseJournal(entry.CompanyId);
        bench.Add("account.move", new(37)
        {
            ["id"] = entry.Id,
            ["name"] = entry.Name,
            ["move_type"] = entry.MoveType,
            ["state"] = "posted",
            ["payment_state"] = residual == 0 ? "paid" : residual == total ? "not_paid" : "partial",
            ["partner_id"] = entry.PartnerId,
            ["commercial_partner_id"] = entry.PartnerId,
            ["invoice_date"] = entry.Date,
            ["invoice_date_due"] = entry.Due,
            ["date"] = entry.Date,
            ["ref"] = entry.Reference,
            ["payment_reference"] = entry.Name,
            ["invoice_origin"] = entry.Origin,
            ["journal_id"] = journal,
            ["company_id"] = entry.CompanyId,
            ["currency_id"] = 1,
            ["amount_untaxed"] = (double)untaxed,
            ["amount_tax"] = (double)tax,
            ["amount_total"] = (double)total,
            ["amount_residual"] = (double)residual,
            ["amount_untaxed_signed"] = (double)(untaxed * sign),
            ["amount_total_signed"] = (double)(total * sign),
            ["amount_residual_signed"] = (double)(residual * sign),
            ["invoice_user_id"] = entry.UserId,
            ["invoice_payment_term_id"] = entry.TermDays is { } days ? masters.Terms[days] : null,
            ["team_id"] = entry.UserId is null ? null : masters.Teams[entry.CompanyId - 1],
            ["reversed_entry_id"] = entry.Reverses,
            ["narration"] = entry.Note,
            ["partner_shipping_id"] = entry.ShippingId,
            ["create_date"] = BusinessCalendar.At(entry.Date, 15, 30),
            ["write_date"] = BusinessCalendar.At(entry.Date, 15, 30),
        });
        foreach (var line in entry.Lines)
        {
            Write(entry, line, sales, sign, journal);
        }
    }

    private void Write(LedgerEntry entry, LedgerLine line, bool sales, int sign, int journal)
    {
        var balance = line.Subtotal * -sign;
        bench.Add("account.move.line", new(30)
        {
            ["move_id"] = entry.Id,
            ["move_name"] = entry.Name,
            ["parent_state"] = "posted",
            ["date"] = entry.Date,
            ["date_maturity"] = entry.Due,
            ["product_id"] = line.Product.Id,
            ["name"] = line.Product.Label,
            ["quantity"] = (double)line.Quantity,
            ["product_uom_id"] = line.Product.UnitId,
            ["price_unit"] = (double)line.Price,
            ["discount"] = (double)line.Discount,
            ["price_subtotal"] = (double)line.Subtotal,
            ["price_total"] = (double)(line.Subtotal + line.Tax),
            ["tax_ids"] = line.TaxFree ? [] : new[] { sales ? MasterRecords.SaleTax(entry.CompanyId) : MasterRecords.PurchaseTax(entry.CompanyId) },
            ["account_id"] = sales ? 1 : 2,
            ["partner_id"] = entry.PartnerId,
            ["debit"] = (double)Math.Max(0, balance),
            ["credit"] = (double)Math.Max(0, -balance),
            ["balance"] = (double)balance,
            ["amount_currency"] = (double)balance,
            ["currency_id"] = 1,
            ["journal_id"] = journal,
            ["company_id"] = entry.CompanyId,
            ["display_type"] = "product",
            ["sale_line_ids"] = line.SaleLineId is { } sold ? new[] { sold } : [],
            ["purchase_line_id"] = line.PurchaseLineId,
        });
    }
}
