using Copilot.Odoo.Client;

namespace Copilot.Odoo.Accounting;

/// <summary>An invoice or bill that is not fully paid. Credit notes count negative.</summary>
internal sealed record OpenInvoice(OdooRow Row, string Number, int PartnerId, string Partner, DateOnly? Due, decimal Open, decimal Total, string Currency, string? Origin, int DaysOverdue)
{
    public bool IsOverdue => DaysOverdue > 0 && Open > 0;

    public bool IsCredit => Open < 0;

    public static OpenInvoice From(OdooRow row, DateOnly today)
    {
        var sign = row.Text("move_type") is "out_refund" or "in_refund" ? -1 : 1;
        var partner = row.Link("partner_id");
        var due = row.Date("invoice_date_due");
        return new OpenInvoice(
            row,
            row.Text("name") ?? string.Empty,
            partner?.Id ?? 0,
            partner?.Name ?? string.Empty,
            due,
            sign * Math.Abs(row.Number("amount_residual")),
            sign * Math.Abs(row.Number("amount_total")),
            row.Link("currency_id")?.Name ?? "EUR",
            row.Text("invoice_origin"),
            due is { } d ? today.DayNumber - d.DayNumber : 0);
    }
}
