using Copilot.Contracts;
using Copilot.Odoo.Answers;
using Copilot.Odoo.Client;
using Copilot.Odoo.Names;
using Copilot.Odoo.Sales;

namespace Copilot.Odoo.Accounting;

/// <summary>What was invoiced to customers in a period against the one before. At most two round trips for each name, the currencies, and the sums of both periods and of the parts.</summary>
internal sealed class InvoicedTool(IOdooClient client, NameResolver names, InvoicedReader invoices, CompanyCurrencies books) : OdooTool(client)
{
    private const int StandardDays = 30;
    private const int StandardCount = 5;
    private const int MostMonths = 24;
    private const int MonthsFrom = 60;

    public override ToolDefinition Definition { get; } = new()
    {
        Name = "odoo.invoiced",
        Description = "What was invoiced to customers in a period, less credit notes, against the period before or the year before: in all or of one customer or salesperson, split by customer, salesperson, month or company. "
            + "Not for orders and sales figures, not for what is still open or was paid, not for vendor bills.",
        Ability = "what we invoiced in a period, to whom, and what was credited",
        Status = "adding up the invoices of both periods…",
        Parameters =
        [
            Parameters.Customer,
            Parameters.Salesperson,
            Parameters.Company,
            Parameters.From with { Description = "First day of the period; the last 30 days when left out." },
            Parameters.To,
            Parameters.Against,
            Parameters.Choice(
                "of",
                "all (default) for invoices less credit notes, credits for credit notes alone.",
                ("all", ["invoices", "invoiced", "billed"]),
                ("credits", ["credit notes", "credit note", "credited", "how much did we credit", "refunds", "refunded"])),
            Parameters.Choice(
                "group",
                "How it is split: customer (default), salesperson, monthly (default for one customer), or company.",
                ("customer", ["by customer", "per customer", "each customer", "which customers", "which customer", "whom", "to whom"]),
                ("salesperson", ["by salesperson", "per salesperson", "by rep", "per rep", "each rep", "which rep", "which salesperson"]),
                ("monthly", ["by month", "per month", "each month", "every month", "month by month"]),
                ("company", ["by company", "per company", "each company", "which company"])),
            Parameters.Count with { Description = "How many parts to list; 5 when left out, 50 at most." },
        ],
        Touches = [DataClass.Receivables],
        MaxRoundTrips = (3 * NameResolver.RoundTripsPerName) + 1 + (3 * InvoicedReader.RoundTrips),
    };

    protected override string Area => "customer invoices";

    protected override async Task<ToolResult> AnswerAsync(ToolContext context, ToolArguments arguments, CancellationToken cancellationToken)
    {
        // Who buys may read vendor bills but no customer invoice, and would be told that nothing was invoiced: payments are for those who keep the books.
        if (!await Client.MayReadAsync(context.Caller, "account.move", cancellationToken) || !await Client.MayReadAsync(context.Caller, "account.payment", cancellationToken))
        {
            return Denied();
        }

        var resolved = await names.ResolveAsync(context, arguments, [Parameters.Customer, Parameters.Salesperson, Parameters.Company], cancellationToken);
        if (resolved.Stop is { } stop)
        {
            return stop;
        }

        if (AskedPeriod.Read(arguments, context.Today, StandardDays, out var fault) is not { } asked)
        {
            return Failed(fault);
        }

        var companies = new CompanyScope(context, resolved["company"]);
        var customer = resolved["customer"]?.Id ?? (context.Focus is { Model: "res.partner" } focus ? focus.Id : null);
        var request = new InvoicedRequest(asked, arguments.Text("of") == "credits", arguments.Text("group") ?? (customer is null ? "customer" : "monthly"), About(resolved, customer), companies, arguments.Shown(StandardCount));
        request = request.IsByMonth && arguments.Whole("count") is null ? request with { Shown = MostMonths } : request;
        OdooDomain Of(Period period)
        {
            var domain = companies.Narrow(InvoicedReader.Posted(period));
            domain = request.IsCredit ? domain.And("move_type", "=", "out_refund") : domain;
            domain = customer is { } id ? domain.And("partner_id", "child_of", id) : domain;
            return resolved["salesperson"] is { } person ? domain.And("invoice_user_id", "=", person.Id) : domain;
        }

        var currencies = await books.ReadAsync(context.Caller, cancellationToken);
        var now = invoices.ReadAsync(context, Of(asked.Now), null, currencies, cancellationToken);
        var before = invoices.ReadAsync(context, Of(asked.Before), null, currencies, cancellationToken);
        var isSplit = !request.IsByMonth || arguments.Text("group") is not null || asked.Now.Days >= MonthsFrom;
        var parts = isSplit ? invoices.ReadAsync(context, Of(asked.Now), request.Field, currencies, cancellationToken) : Task.FromResult<IReadOnlyList<InvoicedSum>>([]);
        await Task.WhenAll(now, before, parts);
        IReadOnlyList<InvoicedSum> Asked(IReadOnlyList<InvoicedSum> sums) => request.IsCredit ? [.. sums.Select(s => s.Credits())] : sums;
        return new InvoicedWriter(new AnswerSheet(context, Client) { Scope = request.About + companies.Words }, request)
            .Write(Asked(await now), Asked(await before), Asked(await parts));
    }

    private static string About(ResolvedNames resolved, int? customer)
        => (resolved["customer"] is { } named ? $" to {named.Name}" : customer is null ? string.Empty : " to this customer") + (resolved["salesperson"] is { } person ? $" by {person.Name}" : string.Empty);
}
