using System.Text.Json.Nodes;
using Copilot.Contracts;
using Copilot.Odoo.Answers;
using Copilot.Odoo.Client;

namespace Copilot.Odoo.Accounting;

/// <summary>Customers who owe more than their credit limit, or who have none: open invoices less credit notes against the limit kept on the customer. Three round trips.</summary>
internal sealed class CreditLimits(IOdooClient client, CompanyCurrencies books)
{
    /// <summary>Currencies, customers, what they owe.</summary>
    public const int RoundTrips = 3;

    private const int MostCustomers = 5000;

    /// <summary>Reads and writes them.</summary>
    /// <param name="context">The turn.</param>
    /// <param name="sheet">Where the answer is written.</param>
    /// <param name="companies">Whose invoices count.</param>
    /// <param name="without">Customers without a limit; else those beyond theirs.</param>
    /// <param name="count">How many to list.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public async Task<ToolResult> AnswerAsync(ToolContext context, AnswerSheet sheet, CompanyScope companies, bool without, int count, CancellationToken cancellationToken)
    {
        var currencies = await books.ReadAsync(context.Caller, cancellationToken);
        var meant = currencies.Where(c => companies.Only is { } only ? c.Key == only : context.Caller.Companies.Any(own => own.Id == c.Key)).Select(c => c.Value).Distinct().ToList();
        if (meant.Count > 1)
        {
            return new ToolResult { Outcome = ToolOutcome.Ok, Found = false, QuestionBack = "Your companies keep their books in different currencies. Which company do you mean?" };
        }

        var currency = meant is [var one] ? one : CompanyCurrencies.Unknown;
        var customers = client.SearchReadAsync(
            context.Caller,
            new OdooQuery
            {
                Model = "res.partner", Domain = OdooDomain.Where("parent_id", "=", null).And("customer_rank", ">", 0), Fields = ["name", "credit_limit", "write_date"], Order = "id", Limit = MostCustomers, WithTotal = true,
            },
            cancellationToken);
        var owed = client.ReadGroupAsync(
            context.Caller,
            new OdooGrouping { Model = "account.move", Domain = companies.Narrow(InvoiceReader.OpenOf("out")), GroupBy = ["commercial_partner_id"], Aggregates = ["amount_residual_signed:sum"], Limit = MostCustomers },
            cancellationToken);
        await Task.WhenAll(customers, owed);
        var page = await customers;
        if (page.Rows.Count > 0 && !page.Rows[0].Has("credit_limit"))
        {
            return new ToolResult { Outcome = ToolOutcome.Denied, Found = false, Reason = "Your account may not read credit limits in Odoo." };
        }

        var open = (await owed).Where(r => r.Link("commercial_partner_id") is not null).ToDictionary(r => r.Link("commercial_partner_id")!.Value.Id, r => Math.Round(r.Number("amount_residual_signed"), 2));
        var all = page.Rows.Select(r => new Debtor(r, Phrase.Clean(r.Text("name"), 80), Math.Round(r.Number("credit_limit"), 2), open.GetValueOrDefault(r.Id))).ToList();
        return Write(sheet, companies.Words, all, currency, without, page.IsCut, count);
    }

    private static ToolResult Write(AnswerSheet sheet, string where, List<Debtor> all, string currency, bool without, bool isCut, int count)
    {
        var limited = all.FindAll(d => d.Limit > 0);
        var found = (without ? all.Where(d => d.Limit <= 0).OrderByDescending(d => d.Owed) : limited.Where(d => d.Owed > d.Limit).OrderByDescending(d => d.Owed - d.Limit)).ThenBy(d => d.Name, StringComparer.Ordinal).ToList();
        var shown = found.Take(count).ToList();
        const string Counts = "posted invoices less credit notes that are not paid, against the limit kept on the customer";
        var list = sheet.Aggregate(
            "credit-limits",
            without ? "Customers without a credit limit" : "Customers over their credit limit",
            $"{Phrase.Number(found.Count)} of {Phrase.Number(without ? all.Count : limited.Count)} customers ({Counts})",
            FactOf.Number("Found", found.Count),
            FactOf.Number("Customers", all.Count),
            FactOf.Number("With a limit", limited.Count),
            FactOf.Number("Shown", shown.Count));
        if (found.Count == 0)
        {
            sheet.Say(
                FindingRole.Headline,
                without ? $"Each of {Phrase.Count(all.Count, "customer", "customers")} has a credit limit{where}"
                    : limited.Count == 0 ? $"No customer has a credit limit in Odoo{where}, so nobody can be over it"
                    : $"None of {Phrase.Count(limited.Count, "customer", "customers")} with a credit limit owes more than it{where}",
                null,
                list);
            return sheet.Finish();
        }

        var cited = shown.ConvertAll(d => Add(sheet, d, currency));
        sheet.Say(
            FindingRole.Headline,
            without
                ? $"{Phrase.Number(found.Count)} of {Phrase.Count(all.Count, "customer has", "customers have")} no credit limit in Odoo{where}" + (shown[0].Owed > 0 ? $"; {shown[0].Name} owes most of them, {Phrase.Money(shown[0].Owed, currency)}" : string.Empty)
                : $"{Phrase.Number(found.Count)} of {Phrase.Count(limited.Count, "customer", "customers")} with a credit limit {(found.Count == 1 ? "is" : "are")} over it{where}; most {shown[0].Name}: {Over(shown[0], currency)}",
            null,
            [list, .. cited[0]]);
        for (var i = 0; i < shown.Count; i++)
        {
            sheet.Say(FindingRole.Item, $"{shown[i].Name}: {(without ? $"owes {Phrase.Money(shown[i].Owed, currency)}" : Over(shown[i], currency))}", shown[i].Name, cited[i]);
        }

        sheet.Say(FindingRole.Detail, $"What counts: {Counts}", null, list);
        if (isCut)
        {
            sheet.Say(FindingRole.Caveat, "There are more customers than are read at once; ask for one of them by name", null, list);
        }

        if (shown.Count < found.Count)
        {
            sheet.Say(FindingRole.Caveat, $"The list shows {shown.Count} of {Phrase.Number(found.Count)}", null, list);
        }

        sheet.Show(new TableCard
        {
            Title = "Credit limits",
            Columns = [new("name", "Customer", FactKind.Text), new("owed", "Open", FactKind.Money, currency), new("limit", "Credit limit", FactKind.Money, currency)],
            Rows = [.. shown.Select(d => (IReadOnlyList<JsonValue?>)[JsonValue.Create(d.Name), JsonValue.Create(d.Owed), d.Limit > 0 ? JsonValue.Create(d.Limit) : null])],
            TotalRows = found.Count,
            Sources = [.. cited.SelectMany(c => c)],
        });
        return sheet.Finish(new ListCut(shown.Count, found.Count));
    }

    private static string Over(Debtor debtor, string currency)
        => $"owes {Phrase.Money(debtor.Owed, currency)} against a limit of {Phrase.Money(debtor.Limit, currency)}, {Phrase.Money(debtor.Owed - debtor.Limit, currency)} too much";

    private static List<string> Add(AnswerSheet sheet, Debtor debtor, string currency)
    {
        var record = sheet.Record(
            "res.partner",
            debtor.Row.Id,
            $"Customer {debtor.Name}",
            debtor.Limit > 0 ? $"{debtor.Name}: {Phrase.Money(debtor.Owed, currency)} owed, credit limit {Phrase.Money(debtor.Limit, currency)}" : $"{debtor.Name}: {Phrase.Money(debtor.Owed, currency)} owed, no credit limit",
            debtor.Row,
            FactOf.Text("Customer", debtor.Name),
            FactOf.Money("Owed", debtor.Owed, currency),
            FactOf.Money("Credit limit", debtor.Limit, currency));
        return debtor.Limit > 0 && debtor.Owed > debtor.Limit
            ? [record, sheet.Difference($"credit-over:{debtor.Row.Id}", $"Over the limit: {debtor.Name}", ("Owed", debtor.Owed), ("Credit limit", debtor.Limit), currency, "what is owed less the credit limit").Id]
            : [record];
    }

    private sealed record Debtor(OdooRow Row, string Name, decimal Limit, decimal Owed);
}
