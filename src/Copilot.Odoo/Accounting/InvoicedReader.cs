using System.Globalization;
using Copilot.Contracts;
using Copilot.Odoo.Client;
using Copilot.Odoo.Sales;

namespace Copilot.Odoo.Accounting;

/// <summary>Sums customer invoices and credit notes of a period, in Odoo, whatever their number.</summary>
internal sealed class InvoicedReader(IOdooClient client)
{
    /// <summary>The sums of one period.</summary>
    public const int RoundTrips = 1;

    /// <summary>The field that splits by the month of the invoice.</summary>
    public const string Month = "invoice_date:month";

    /// <summary>More parts than this are not read.</summary>
    public const int MostParts = 10_000;

    private static readonly string[] Documents = ["out_invoice", "out_refund"];

    /// <summary>Posted customer documents of a period.</summary>
    public static OdooDomain Posted(Period period)
        => OdooDomain.Where("move_type", "in", Documents).And("state", "=", "posted").And("invoice_date", ">=", period.From).And("invoice_date", "<=", period.To);

    /// <summary>The sums by currency and, where a field is given, by its values.</summary>
    /// <param name="context">The turn.</param>
    /// <param name="domain">Which documents.</param>
    /// <param name="field">What to split by; null for no parts.</param>
    /// <param name="currencies">The companies' currencies.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public async Task<IReadOnlyList<InvoicedSum>> ReadAsync(ToolContext context, OdooDomain domain, string? field, IReadOnlyDictionary<int, string> currencies, CancellationToken cancellationToken)
    {
        var rows = await client.ReadGroupAsync(
            context.Caller,
            new OdooGrouping
            {
                Model = "account.move", Domain = domain, GroupBy = [.. field is null or "company_id" ? [] : new[] { field }, "company_id", "move_type"],
                Aggregates = ["amount_untaxed_signed:sum", "amount_total_signed:sum"], Limit = MostParts,
            },
            cancellationToken);
        return [.. rows.Select(r => Sum(r, field, currencies)).GroupBy(s => (s.Id, s.Name, s.Currency)).Select(g => g.Aggregate((a, b) => a.Plus(b)))];
    }

    private static InvoicedSum Sum(OdooRow row, string? field, IReadOnlyDictionary<int, string> currencies)
    {
        var (net, count, isCredit) = (row.Number("amount_untaxed_signed"), row.Whole("__count"), row.Text("move_type") == "out_refund");
        var (id, name) = Part(row, field);
        return new InvoicedSum(
            id, name, currencies.GetValueOrDefault(row.Link("company_id")?.Id ?? 0, CompanyCurrencies.Unknown), net, row.Number("amount_total_signed"), isCredit ? 0 : count, isCredit ? count : 0, isCredit ? -net : 0);
    }

    private static (int Id, string Name) Part(OdooRow row, string? field)
    {
        if (field is null)
        {
            return (0, string.Empty);
        }

        if (field == Month)
        {
            return row.Date(Month) is { } first ? ((first.Year * 100) + first.Month, first.ToString("MMMM yyyy", CultureInfo.InvariantCulture)) : (0, "no invoice date");
        }

        return row.Link(field) is { } link ? (link.Id, link.Name) : (0, field == "invoice_user_id" ? "nobody" : "no customer");
    }
}
