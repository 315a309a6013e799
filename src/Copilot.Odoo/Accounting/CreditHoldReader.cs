using Copilot.Contracts;
using Copilot.Odoo.Client;

namespace Copilot.Odoo.Accounting;

/// <summary>Reads orders on hold, the customer, its open invoices and the latest notes: at most <see cref="RoundTrips"/>.</summary>
internal sealed class CreditHoldReader(IOdooClient client, InvoiceReader invoices)
{
    /// <summary>The order, the held orders with their count, the customer, invoices with their count, notes.</summary>
    public const int RoundTrips = 5 + InvoiceReader.RoundTrips;

    private const int MostOrders = 500;

    private static readonly string[] Fields = ["name", "partner_id", "amount_total", "currency_id", "commitment_date", "date_order", "user_id", "state", "write_date"];

    public async Task<CreditHolds> ReadAsync(ToolContext context, int? order, int? customer, OdooDomain narrowed, string tag, CancellationToken cancellationToken)
    {
        OdooRow? subject = null;
        if (order is { } id)
        {
            var page = await client.SearchReadAsync(context.Caller, new OdooQuery { Model = "sale.order", Domain = OdooDomain.Where("id", "=", id), Fields = Fields, Limit = 1 }, cancellationToken);
            if (page.Rows.Count == 0)
            {
                return new CreditHolds { Orders = [], Total = 0 };
            }

            subject = page.Rows[0];
            customer = subject.Link("partner_id")?.Id;
        }

        // Case differs from house to house; a tag that only contains the word is another one.
        var domain = narrowed.And("tag_ids.name", "=ilike", tag.Replace("%", string.Empty, StringComparison.Ordinal)).And("state", "=", "sale");
        domain = customer is { } partner ? domain.And("partner_id", "child_of", partner) : domain;
        var held = client.SearchReadAsync(context.Caller, new OdooQuery { Model = "sale.order", Domain = domain.And("invoice_status", "!=", "invoiced"), Fields = Fields, Order = "commitment_date, id", Limit = MostOrders, WithTotal = true }, cancellationToken);
        var who = customer is { } c
            ? client.SearchReadAsync(context.Caller, new OdooQuery { Model = "res.partner", Domain = OdooDomain.Where("id", "=", c), Fields = ["name", "sale_warn_msg", "credit_limit", "credit", "user_id", "write_date"], Limit = 1, WithArchived = true }, cancellationToken)
            : Task.FromResult(new OdooPage([], 0));
        var mayRead = customer is not null && await client.MayReadAsync(context.Caller, "account.move", cancellationToken);
        var open = mayRead ? invoices.ReadAsync(context, InvoiceReader.OpenOf("out").And("partner_id", "child_of", customer!.Value), cancellationToken) : Task.FromResult<(IReadOnlyList<OpenInvoice> Invoices, int Total)>(([], 0));
        var notes = customer is { } n ? NotesAsync(context, order, n, cancellationToken) : Task.FromResult<IReadOnlyList<OdooRow>>([]);
        await Task.WhenAll(held, who, open, notes);
        return new CreditHolds
        {
            Subject = subject,
            Orders = (await held).Rows,
            Total = (await held).Total,
            Customer = (await who).Rows is [var row, ..] ? row : null,
            Invoices = mayRead ? (await open).Invoices : null,
            Notes = await notes,
        };
    }

    private async Task<IReadOnlyList<OdooRow>> NotesAsync(ToolContext context, int? order, int customer, CancellationToken cancellationToken)
    {
        if (!await client.MayReadAsync(context.Caller, "mail.message", cancellationToken))
        {
            return [];
        }

        var domain = OdooDomain.Where("model", "=", order is null ? "res.partner" : "sale.order").And("res_id", "=", order ?? customer)
            .And("message_type", "=", "comment").And("body", "ilike", "credit");
        var page = await client.SearchReadAsync(
            context.Caller, new OdooQuery { Model = "mail.message", Domain = domain, Fields = ["date", "body", "author_id"], Order = "date desc, id desc", Limit = 1 }, cancellationToken);
        return page.Rows;
    }
}
