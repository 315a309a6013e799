using Copilot.Contracts;
using Copilot.Odoo.Answers;
using Copilot.Odoo.Client;
using Copilot.Odoo.Names;
using Copilot.Odoo.Sales;

namespace Copilot.Odoo.Accounting;

/// <summary>The tax on what was invoiced and billed in a period, and what is left to pay. At most two round trips for the company's name, the currencies, and one for the sums.</summary>
internal sealed class VatTool(IOdooClient client, NameResolver names, CompanyCurrencies books) : OdooTool(client)
{
    private const string Month = "date:month";
    private const int MostGroups = 2000;

    private static readonly string[] Sales = ["out_invoice", "out_refund", "out_receipt"];
    private static readonly string[] Purchases = ["in_invoice", "in_refund", "in_receipt"];

    public override ToolDefinition Definition { get; } = new()
    {
        Name = "odoo.vat",
        Description = "VAT (sales tax, turnover tax) of a period by company: the tax on posted customer invoices, the tax on posted vendor bills, and what is left to pay or to get back; by month too. "
            + "Not for a partner's VAT number, not for wrong tax on a bill, not for what was invoiced without tax.",
        Ability = "how much VAT stands on our invoices and bills in a period, and what is left to pay",
        Status = "adding up the tax…",
        Parameters =
        [
            Parameters.Company,
            Parameters.From with { Description = "First day of the period, by accounting date; this month when left out." },
            Parameters.To,
            Parameters.Choice(
                "side",
                "both (default), sales for the tax on customer invoices (output tax), purchases for the tax on vendor bills (input tax).",
                ("both", ["balance", "net", "owe", "due", "pay to the tax office"]),
                ("sales", ["charged", "did we charge", "collected", "on sales", "on our invoices", "output", "output vat", "output tax", "from customers"]),
                ("purchases", ["on purchases", "on bills", "input", "input vat", "input tax", "reclaim", "get back", "deduct", "to suppliers", "recoverable"])),
            Parameters.Choice(
                "group",
                "How it is split: company (default) or monthly.",
                ("company", ["by company", "per company", "each company"]),
                ("monthly", ["by month", "per month", "each month", "every month", "month by month", "monthly"])),
        ],
        Touches = [DataClass.Receivables],
        MaxRoundTrips = NameResolver.RoundTripsPerName + 2,
    };

    protected override string Area => "invoices and bills";

    protected override async Task<ToolResult> AnswerAsync(ToolContext context, ToolArguments arguments, CancellationToken cancellationToken)
    {
        // Who buys may read vendor bills but no customer invoice, and would be told half of it: payments are for those who keep the books.
        if (!await Client.MayReadAsync(context.Caller, "account.move", cancellationToken) || !await Client.MayReadAsync(context.Caller, "account.payment", cancellationToken))
        {
            return Denied();
        }

        var resolved = await names.ResolveAsync(context, arguments, [Parameters.Company], cancellationToken);
        if (resolved.Stop is { } stop)
        {
            return stop;
        }

        if (AskedPeriod.Read(arguments, context.Today, context.Today.Day, out var fault) is not { } asked)
        {
            return Failed(fault);
        }

        var companies = new CompanyScope(context, resolved["company"]);
        var side = arguments.Text("side") ?? "both";
        var isMonthly = arguments.Text("group") == "monthly";
        var currencies = await books.ReadAsync(context.Caller, cancellationToken);
        var rows = await Client.ReadGroupAsync(
            context.Caller,
            new OdooGrouping
            {
                Model = "account.move",
                Domain = companies.Narrow(Posted(asked.Now, side)),
                GroupBy = ["company_id", "move_type", .. isMonthly ? [Month] : Array.Empty<string>()],
                Aggregates = ["amount_untaxed_signed:sum", "amount_total_signed:sum"],
                Limit = MostGroups,
            },
            cancellationToken);
        var sums = rows.Select(r => Sum(r, isMonthly, currencies)).GroupBy(s => (s.CompanyId, s.Month)).Select(g => g.Aggregate((a, b) => a.Plus(b)));
        return new VatWriter(new AnswerSheet(context, Client) { Scope = companies.Words }, asked.Now, side).Write([.. sums]);
    }

    private static OdooDomain Posted(Period period, string side)
        => OdooDomain.Where("move_type", "in", side switch { "sales" => Sales, "purchases" => Purchases, _ => [.. Sales, .. Purchases] })
            .And("state", "=", "posted").And("date", ">=", period.From).And("date", "<=", period.To);

    /// <summary>Odoo signs amounts by what they do to the company: bills and customers' credit notes are negative. Each side is told as people say it, positive as a rule.</summary>
    private static VatSum Sum(OdooRow row, bool isMonthly, IReadOnlyDictionary<int, string> currencies)
    {
        var (id, name) = row.Link("company_id") is { } company ? (company.Id, company.Name) : (0, "no company");
        var (net, tax) = (row.Number("amount_untaxed_signed"), row.Number("amount_total_signed") - row.Number("amount_untaxed_signed"));
        var (month, currency, count) = (isMonthly ? row.Date(Month) : null, currencies.GetValueOrDefault(id, CompanyCurrencies.Unknown), row.Whole("__count"));
        return Sales.Contains(row.Text("move_type"))
            ? new VatSum(id, name, month, currency, net, tax, 0, 0, count, 0)
            : new VatSum(id, name, month, currency, 0, 0, -net, -tax, 0, count);
    }
}
