using Copilot.Contracts;
using Copilot.Odoo.Answers;
using Copilot.Odoo.Client;
using Copilot.Odoo.Sales;

namespace Copilot.Odoo.Accounting;

/// <summary>
/// Reads what customers owed at the end of a period and what was invoiced in it, summed by Odoo. What was open on an earlier day is what is open now, and what was matched with
/// payments or credit notes after that day.
/// </summary>
internal sealed class ReceivablesReader(IOdooClient client, CompanyCurrencies books)
{
    /// <summary>Open and invoiced, both sides of what was matched since, and the companies' currencies.</summary>
    public const int RoundTrips = 5;

    private const string Matches = "account.partial.reconcile";

    private static readonly string[] Documents = ["out_invoice", "out_refund"];

    /// <summary>Whether the caller can be told what was open on an earlier day.</summary>
    public async Task<bool> MayLookBackAsync(Caller caller, CancellationToken cancellationToken)
        => await client.HasModelAsync(caller, Matches, cancellationToken) && await client.MayReadAsync(caller, Matches, cancellationToken);

    /// <summary>The receivables by currency, the largest first.</summary>
    /// <param name="context">The turn.</param>
    /// <param name="period">The period; its end is today, or an earlier day for those who may look back.</param>
    /// <param name="customerId">Only this customer, with all addresses of it.</param>
    /// <param name="companies">The companies.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public async Task<IReadOnlyList<Receivables>?> ReadAsync(ToolContext context, Period period, int? customerId, CompanyScope companies, CancellationToken cancellationToken)
    {
        var posted = Of(string.Empty, customerId).And("state", "=", "posted");
        var open = SumAsync(context, companies.Narrow(posted.And("invoice_date", "<=", period.To)), "amount_residual_signed", cancellationToken);
        var invoiced = SumAsync(context, companies.Narrow(posted.And("invoice_date", ">=", period.From).And("invoice_date", "<=", period.To)), "amount_total_signed", cancellationToken);
        var currencies = books.ReadAsync(context.Caller, cancellationToken);
        var isPast = period.To < context.Today;
        var paid = isPast ? MatchedAsync(context, "debit_move_id", period.To, customerId, companies, cancellationToken) : Nothing();
        var credited = isPast ? MatchedAsync(context, "credit_move_id", period.To, customerId, companies, cancellationToken) : Nothing();
        await Task.WhenAll(open, invoiced, currencies, paid, credited);
        var currency = await currencies;
        var sums = (await open).Select(r => (Company: r.Key, Open: r.Value.Amount, Invoiced: 0m, Count: 0))
            .Concat((await invoiced).Select(r => (Company: r.Key, Open: 0m, Invoiced: r.Value.Amount, r.Value.Count)))
            .Concat((await paid).Select(r => (Company: r.Key, Open: r.Value.Amount, Invoiced: 0m, Count: 0)))
            .Concat((await credited).Select(r => (Company: r.Key, Open: -r.Value.Amount, Invoiced: 0m, Count: 0)));
        return [.. sums.GroupBy(s => currency.GetValueOrDefault(s.Company, CompanyCurrencies.Unknown))
            .Select(g => new Receivables(g.Key, Math.Round(g.Sum(s => s.Open), 2), Math.Round(g.Sum(s => s.Invoiced), 2), g.Sum(s => s.Count)))
            .OrderByDescending(r => r.Invoiced).ThenBy(r => r.Currency, StringComparer.Ordinal)];
    }

    private static Task<IReadOnlyDictionary<int, (decimal Amount, int Count)>> Nothing() => Task.FromResult<IReadOnlyDictionary<int, (decimal, int)>>(new Dictionary<int, (decimal, int)>());

    private static OdooDomain Of(string path, int? customerId)
    {
        var domain = OdooDomain.Where(path + "move_type", "in", Documents);
        return customerId is { } id ? domain.And(path + "partner_id", "child_of", id) : domain;
    }

    /// <summary>What was matched after a day with documents of up to that day, in the company's currency.</summary>
    private async Task<IReadOnlyDictionary<int, (decimal Amount, int Count)>> MatchedAsync(ToolContext context, string side, DateOnly day, int? customerId, CompanyScope companies, CancellationToken cancellationToken)
    {
        var path = side + ".move_id.";
        var rows = await client.ReadGroupAsync(
            context.Caller,
            new OdooGrouping
            {
                Model = Matches,
                Domain = companies.Narrow(Of(path, customerId).And(path + "state", "=", "posted").And(path + "invoice_date", "<=", day).And("max_date", ">", day)),
                GroupBy = ["company_id"], Aggregates = ["amount:sum"], Limit = CompanyCurrencies.MostCompanies,
            },
            cancellationToken);
        return rows.Where(r => r.Link("company_id") is not null).ToDictionary(r => r.Link("company_id")!.Value.Id, r => (r.Number("amount"), r.Whole("__count")));
    }

    private async Task<IReadOnlyDictionary<int, (decimal Amount, int Count)>> SumAsync(ToolContext context, OdooDomain domain, string field, CancellationToken cancellationToken)
    {
        var rows = await client.ReadGroupAsync(
            context.Caller, new OdooGrouping { Model = "account.move", Domain = domain, GroupBy = ["company_id"], Aggregates = [field + ":sum"], Limit = CompanyCurrencies.MostCompanies }, cancellationToken);
        return rows.Where(r => r.Link("company_id") is not null).ToDictionary(r => r.Link("company_id")!.Value.Id, r => (r.Number(field), r.Whole("__count")));
    }
}
