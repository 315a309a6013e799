using Copilot.Odoo.Client;

namespace Copilot.Odoo.Accounting;

/// <summary>
/// The comparison of order, receipt (or delivery) and invoice, line by line: unit price against the order, invoiced quantity against what came or went, taxes against the order.
/// Pure arithmetic; a cent on a whole line is no disagreement.
/// </summary>
internal sealed class ThreeWayMatch(IReadOnlyDictionary<int, OdooRow> bought, IReadOnlyDictionary<int, OdooRow> sold, IReadOnlyDictionary<int, decimal> taxes)
{
    private const decimal Cent = 0.01m;
    private const int DaysBetweenTwins = 60;

    /// <summary>What lines disagree in; lines without an order, or with one the account may not read, are left out.</summary>
    public IEnumerable<Mismatch> Lines(IReadOnlyList<DocumentLine> lines)
    {
        var counted = new HashSet<(bool, int)>();
        foreach (var line in lines)
        {
            if (line.OrderLineId is not { } id || (line.IsVendor ? bought : sold).GetValueOrDefault(id) is not { } ordered)
            {
                continue;
            }

            var order = ordered.Link("order_id")?.Name ?? string.Empty;
            var agreed = ordered.Number("price_unit") * (1 - (ordered.Number("discount") / 100));
            var byPrice = Math.Round((line.Price - agreed) * line.Quantity, 2);
            if (Math.Abs(line.Price - agreed) >= Cent / 2 && Math.Abs(byPrice) > Cent)
            {
                yield return new Mismatch("price", line, Math.Abs(byPrice), Math.Round(agreed, 4), Math.Round(line.Price, 4), order);
            }

            // The order line knows what all its documents invoice together; it is told once, at the latest document.
            // What may be invoiced is what came or went, or what was ordered, as the product's policy says; Odoo works that out itself.
            var invoiced = ordered.Number("qty_invoiced");
            var came = ordered.Has("qty_to_invoice") ? invoiced + Math.Min(0, ordered.Number("qty_to_invoice")) : invoiced;
            if (invoiced > came && counted.Add((line.IsVendor, id)))
            {
                yield return new Mismatch("quantity", line, Math.Round((invoiced - came) * line.Price, 2), came, invoiced, order);
            }

            if (TaxOf(ordered.Links("tax_ids")) is { } expected && TaxOf(line.Taxes) is { } found && expected != found)
            {
                yield return new Mismatch("tax", line, Math.Round(Math.Abs(expected - found) / 100 * line.Net, 2), expected, found, order);
            }
        }
    }

    /// <summary>Documents of one partner with the same amount and the same reference (or, from suppliers, lines that agree without an order) within some weeks.</summary>
    public static IEnumerable<Mismatch> Duplicates(IReadOnlyList<DocumentLine> lines, IReadOnlyList<OdooRow> documents)
    {
        var byMove = lines.ToLookup(l => l.MoveId);
        foreach (var twins in documents.Where(d => d.Number("amount_total") > 0 && d.Link("partner_id") is not null && Reference(d).Length > 0)
            .GroupBy(d => (d.Link("partner_id")!.Value.Id, d.Text("move_type"), Math.Round(d.Number("amount_total"), 2), Reference(d))))
        {
            var ordered = twins.OrderBy(t => t.Date("invoice_date")).ThenBy(t => t.Id).ToList();
            for (var i = 1; i < ordered.Count; i++)
            {
                var (first, again) = (ordered[0], ordered[i]);
                var apart = (again.Date("invoice_date")?.DayNumber ?? 0) - (first.Date("invoice_date")?.DayNumber ?? 0);
                if (apart <= DaysBetweenTwins && IsVendor(first) && byMove[again.Id].FirstOrDefault() is { } line)
                {
                    var amount = Math.Round(again.Number("amount_total"), 2);
                    yield return new Mismatch("duplicate", line, amount, amount, amount, first.Text("name") ?? string.Empty, first.Id);
                }
            }
        }
    }

    // Customer invoices carry the customer's order number, which several deliveries of one order share.
    private static bool IsVendor(OdooRow document) => document.Text("move_type") == "in_invoice";

    private static string Reference(OdooRow document)
        => string.Concat((document.Text("ref") ?? string.Empty).Where(char.IsLetterOrDigit)).ToUpperInvariant();

    private decimal? TaxOf(IReadOnlyList<int> ids) => ids.All(taxes.ContainsKey) && taxes.Count > 0 ? ids.Sum(i => taxes[i]) : null;
}
