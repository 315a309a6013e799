using Copilot.Contracts;
using Copilot.Odoo.Answers;
using Copilot.Odoo.Client;
using Copilot.Odoo.Sales;

namespace Copilot.Odoo.Accounting;

/// <summary>
/// Reads the invoice lines of a period with the order lines and taxes they belong to, all documents at once: at most <see cref="RoundTrips"/> whatever their number.
/// </summary>
internal sealed class MismatchReader(IOdooClient client)
{
    /// <summary>Lines with their count, documents, purchase lines, sales lines, taxes.</summary>
    public const int RoundTrips = 6;

    private const int MostLines = 10_000;

    private static readonly string[] Standing = ["posted", "draft"];

    /// <summary>What was compared and where it disagrees.</summary>
    /// <param name="context">The turn.</param>
    /// <param name="period">The days of the documents.</param>
    /// <param name="sides">Beginnings of the kinds of document: <c>in</c>, <c>out</c>.</param>
    /// <param name="narrowed">Conditions on the line (partner, company).</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public async Task<(IReadOnlyList<Mismatch> Found, int Documents, bool IsCut)> ReadAsync(
        ToolContext context, Period period, IReadOnlyList<string> sides, OdooDomain narrowed, CancellationToken cancellationToken)
    {
        var types = sides.Select(s => s + "_invoice").ToList();
        var window = OdooDomain.Where("move_id.move_type", "in", types).And("move_id.invoice_date", ">=", period.From).And("move_id.invoice_date", "<=", period.To).And("move_id.state", "in", Standing);
        var page = await client.SearchReadAsync(
            context.Caller,
            new OdooQuery
            {
                Model = "account.move.line",
                Domain = window.And("display_type", "=", "product").And("product_id", "!=", null).And(narrowed),
                Fields =
                [
                    "move_id", "move_name", "move_type", "partner_id", "date", "product_id", "name", "quantity", "price_unit", "discount", "price_subtotal", "price_total", "currency_id", "tax_ids", "purchase_line_id", "sale_line_ids",
                ],
                Order = "date desc, id desc",
                Limit = MostLines,
                WithTotal = true,
            },
            cancellationToken);
        var ids = page.Rows.Select(r => r.Link("move_id")?.Id ?? 0).Distinct().ToList();
        if (ids.Count == 0)
        {
            return ([], 0, page.IsCut);
        }

        var documents = client.SearchReadAsync(
            context.Caller,
            new OdooQuery { Model = "account.move", Domain = OdooDomain.Where("id", "in", ids), Fields = ["name", "move_type", "partner_id", "ref", "amount_total", "invoice_date", "currency_id"], Order = "invoice_date, id", Limit = MostLines },
            cancellationToken);
        var bought = OrderLinesAsync(context, "purchase.order.line", page.Rows.Select(r => r.Link("purchase_line_id")?.Id ?? 0), ["order_id", "qty_invoiced", "qty_to_invoice", "price_unit", "discount", "tax_ids"], cancellationToken);
        var sold = OrderLinesAsync(context, "sale.order.line", page.Rows.SelectMany(r => r.Links("sale_line_ids")), ["order_id", "qty_invoiced", "qty_to_invoice", "price_unit", "discount", "tax_ids"], cancellationToken);
        var taxes = TaxesAsync(context, cancellationToken);
        await Task.WhenAll(documents, bought, sold, taxes);
        var moves = (await documents).Rows.ToDictionary(m => m.Id);
        var lines = page.Rows.Select(r => DocumentLine.From(r)).Select(l => l.Type.Length > 0 ? l : l with { Type = moves.GetValueOrDefault(l.MoveId)?.Text("move_type") ?? string.Empty }).ToList();

        // Until the kind is read from the document, a line of Odoo 14 knows no order line of purchase.
        var byId = page.Rows.Zip(lines).Select(p => p.Second.IsVendor && p.Second.OrderLineId is null ? p.Second with { OrderLineId = p.First.Link("purchase_line_id")?.Id } : p.Second).ToList();
        var check = new ThreeWayMatch(await bought, await sold, await taxes);
        return ([.. check.Lines(byId), .. ThreeWayMatch.Duplicates(byId, (await documents).Rows)], moves.Count, page.IsCut);
    }

    private async Task<IReadOnlyDictionary<int, OdooRow>> OrderLinesAsync(ToolContext context, string model, IEnumerable<int> lines, IReadOnlyList<string> fields, CancellationToken cancellationToken)
    {
        var ids = lines.Where(i => i > 0).Distinct().Order().ToList();
        if (ids.Count == 0 || !await client.MayReadAsync(context.Caller, model, cancellationToken))
        {
            return new Dictionary<int, OdooRow>();
        }

        var page = await client.SearchReadAsync(context.Caller, new OdooQuery { Model = model, Domain = OdooDomain.Where("id", "in", ids), Fields = fields, Limit = MostLines }, cancellationToken);
        return page.Rows.ToDictionary(r => r.Id);
    }

    /// <summary>The rates of taxes that are plain percentages.</summary>
    private async Task<IReadOnlyDictionary<int, decimal>> TaxesAsync(ToolContext context, CancellationToken cancellationToken)
    {
        if (!await client.MayReadAsync(context.Caller, "account.tax", cancellationToken))
        {
            return new Dictionary<int, decimal>();
        }

        var page = await client.SearchReadAsync(
            context.Caller, new OdooQuery { Model = "account.tax", Domain = OdooDomain.Where("amount_type", "=", "percent"), Fields = ["amount"], WithArchived = true }, cancellationToken);
        return page.Rows.ToDictionary(r => r.Id, r => r.Number("amount"));
    }
}
