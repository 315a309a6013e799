using System.Text.Json;
using Copilot.Contracts;
using Copilot.Odoo.Answers;
using Copilot.Odoo.Client;

namespace Copilot.Odoo.Sources;

/// <summary>Opens a cited record as it is now, with the reader's own rights; says when it has changed since it was cited.</summary>
internal sealed class RecordOpener(IOdooClient client) : ISourceOpener
{
    private static readonly string[] Common = ["display_name", "write_date"];

    private static readonly Dictionary<string, (string Field, string Label)[]> Fields = new()
    {
        ["sale.order"] = [("state", "State"), ("partner_id", "Customer"), ("commitment_date", "Promised"), ("amount_untaxed", "Net amount"), ("currency_id", "Currency"), ("user_id", "Salesperson"), ("warehouse_id", "Warehouse")],
        ["stock.picking"] = [("state", "State"), ("partner_id", "Partner"), ("origin", "Order"), ("scheduled_date", "Scheduled"), ("date_deadline", "Agreed"), ("date_done", "Done")],
        ["stock.move"] = [("product_id", "Product"), ("product_uom_qty", "Quantity"), ("state", "State"), ("date", "Date")],
        ["stock.lot"] = [("product_id", "Product"), ("expiration_date", "Expires"), ("product_qty", "On hand")],
        ["product.product"] = [("default_code", "Reference"), ("categ_id", "Category"), ("uom_id", "Unit"), ("qty_available", "On hand"), ("free_qty", "Free"), ("incoming_qty", "Incoming")],
        ["purchase.order.line"] = [("order_id", "Purchase order"), ("product_id", "Product"), ("product_qty", "Ordered"), ("qty_received", "Received"), ("date_planned", "Planned")],
        ["purchase.order"] = [("state", "State"), ("partner_id", "Supplier"), ("partner_ref", "Supplier's reference"), ("date_approve", "Confirmed"), ("date_planned", "Planned"), ("amount_untaxed", "Net amount"), ("currency_id", "Currency")],
        ["stock.warehouse.orderpoint"] = [("product_id", "Product"), ("warehouse_id", "Warehouse"), ("product_min_qty", "Minimum"), ("product_max_qty", "Maximum"), ("qty_on_hand", "On hand"), ("qty_forecast", "Forecast")],
        ["stock.picking.batch"] = [("state", "State"), ("user_id", "Picked by"), ("scheduled_date", "Scheduled")],
        ["account.move"] = [("partner_id", "Partner"), ("invoice_date_due", "Due"), ("amount_total", "Total"), ("amount_residual", "Open"), ("currency_id", "Currency"), ("payment_state", "Payment")],
        ["res.partner"] = [("city", "City"), ("user_id", "Salesperson"), ("sale_warn_msg", "Note"), ("purchase_warn_msg", "Note on purchases")],
        ["crm.lead"] = [("stage_id", "Stage"), ("partner_id", "Customer"), ("user_id", "Salesperson"), ("expected_revenue", "Expected revenue"), ("probability", "Probability"), ("date_deadline", "Expected closing")],
        ["mail.activity"] = [("summary", "Summary"), ("activity_type_id", "Type"), ("date_deadline", "Due"), ("user_id", "Assigned to")],
        ["helpdesk.ticket"] = [("partner_id", "Customer"), ("stage_id", "Stage"), ("priority", "Priority"), ("sla_deadline", "Service deadline")],
        ["product.pricelist.item"] = [("pricelist_id", "Price list"), ("product_id", "Product"), ("categ_id", "Category"), ("min_quantity", "From quantity"), ("compute_price", "Kind"), ("fixed_price", "Fixed price"), ("percent_price", "Discount in per cent"), ("date_start", "From"), ("date_end", "Until"), ("write_uid", "Last changed by")],
        ["product.supplierinfo"] = [("partner_id", "Supplier"), ("product_tmpl_id", "Product"), ("price", "Price"), ("currency_id", "Currency"), ("min_qty", "From quantity"), ("delay", "Lead time in days"), ("date_end", "Until")],
        ["resource.calendar.leaves"] = [("date_from", "From"), ("date_to", "Until")],
        ["mail.message"] = [("date", "Date"), ("author_id", "Author"), ("subject", "Subject")],
    };

    public bool Opens(Evidence evidence) => evidence.Record is { } record && Fields.ContainsKey(record.Model);

    public async Task<SourceView?> OpenAsync(Caller caller, Evidence evidence, CancellationToken cancellationToken)
    {
        if (evidence.Record is not { } record || !Fields.TryGetValue(record.Model, out var fields))
        {
            return null;
        }

        try
        {
            var page = await client.SearchReadAsync(
                caller,
                new OdooQuery { Model = record.Model, Domain = OdooDomain.Where("id", "=", record.Id), Fields = [.. Common, .. fields.Select(f => f.Field)], Limit = 1, WithArchived = true },
                cancellationToken);
            return page.Rows.Count == 0 ? null : View(evidence, record, page.Rows[0], fields);
        }
        catch (OdooException e) when (e.Fault is OdooFault.AccessDenied or OdooFault.LoginRefused or OdooFault.MissingRecord)
        {
            return null;
        }
    }

    private SourceView View(Evidence evidence, RecordRef record, OdooRow row, IEnumerable<(string Field, string Label)> fields)
    {
        var version = row.Text("write_date");
        var changed = evidence.Version is { } cited && version is not null && cited != version;
        return new SourceView
        {
            Title = evidence.Title,
            Kind = evidence.Kind,
            Facts = [.. fields.Select(f => Read(row, f.Field, f.Label)).OfType<Fact>()],
            Uri = client.RecordUri(record),
            Version = version,
            Notes = changed ? ["Changed since it was cited: these are the values now."] : [],
        };
    }

    private static Fact? Read(OdooRow row, string field, string label) => row.Raw(field) is not { } raw ? null : raw.ValueKind switch
    {
        JsonValueKind.Number when field.StartsWith("amount_", StringComparison.Ordinal) && row.Link("currency_id") is { } currency => FactOf.Money(label, raw.GetDecimal(), currency.Name),
        JsonValueKind.Number => FactOf.Number(label, raw.GetDecimal()),
        JsonValueKind.Array => row.Link(field) is { } link ? FactOf.Text(label, link.Name) : null,
        JsonValueKind.String when row.Date(field) is { } day && raw.GetString()!.Length is 10 => FactOf.Date(label, day),
        JsonValueKind.String when row.Moment(field) is { } moment => new Fact(label, FactKind.DateTime, moment.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", System.Globalization.CultureInfo.InvariantCulture)),
        JsonValueKind.String => FactOf.Text(label, raw.GetString()),
        _ => null,
    };
}
