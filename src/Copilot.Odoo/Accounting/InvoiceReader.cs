using Copilot.Contracts;
using Copilot.Odoo.Answers;
using Copilot.Odoo.Client;

namespace Copilot.Odoo.Accounting;

/// <summary>Reads open invoices: two round trips at most.</summary>
internal sealed class InvoiceReader(IOdooClient client)
{
    public const int RoundTrips = 2;

    private const int MostInvoices = 2000;

    private static readonly string[] Unpaid = ["not_paid", "partial", "blocked"];

    /// <summary>Posted documents of a side (<c>out</c> for customers, <c>in</c> for vendors) that are not fully paid.</summary>
    public static OdooDomain OpenOf(string side) => PostedOf(side).And("payment_state", "in", Unpaid);

    /// <summary>Documents of a side that were entered and are not posted.</summary>
    public static OdooDomain DraftsOf(string side) => OdooDomain.Where("move_type", "in", new[] { $"{side}_invoice", $"{side}_refund" }).And("state", "=", "draft");

    /// <summary>All posted documents of a side, paid or not.</summary>
    public static OdooDomain PostedOf(string side) => OdooDomain.Where("move_type", "in", new[] { $"{side}_invoice", $"{side}_refund" }).And("state", "=", "posted");

    /// <summary>The invoices of a domain, first due first, and how many there are in all.</summary>
    public async Task<(IReadOnlyList<OpenInvoice> Invoices, int Total)> ReadAsync(ToolContext context, OdooDomain domain, CancellationToken cancellationToken)
    {
        var page = await client.SearchReadAsync(
            context.Caller,
            new OdooQuery
            {
                Model = "account.move",
                Domain = domain,
                Fields = ["name", "move_type", "partner_id", "invoice_date", "invoice_date_due", "amount_total", "amount_residual", "currency_id", "invoice_origin", "state", "payment_state", "write_date"],
                Order = "invoice_date_due, id",
                Limit = MostInvoices,
                WithTotal = true,
            },
            cancellationToken);
        return ([.. page.Rows.Select(r => OpenInvoice.From(r, context.Today))], page.Total);
    }
}
