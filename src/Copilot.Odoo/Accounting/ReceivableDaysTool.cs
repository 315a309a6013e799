using Copilot.Contracts;
using Copilot.Odoo.Answers;
using Copilot.Odoo.Client;
using Copilot.Odoo.Names;

namespace Copilot.Odoo.Accounting;

/// <summary>
/// Days sales outstanding and days to pay, each on one definition that is its source. At most two round trips for each name, the receivables of both periods, and the payments of one.
/// </summary>
internal sealed class ReceivableDaysTool(IOdooClient client, NameResolver names, ReceivablesReader receivables, PaymentReader payments) : OdooTool(client)
{
    private const int StandardDays = 90;

    public override ToolDefinition Definition { get; } = new()
    {
        Name = "odoo.receivable_days",
        Description = "DSO (days sales outstanding) and how many days customers take from invoice to payment, for all or one customer, against the period before; with the definition. "
            + "Not for days late after the due day, a ranking of payers, or lists of open invoices.",
        Ability = "our DSO, and how many days customers take to pay",
        Status = "working out how long money stays out…",
        Parameters =
        [
            Parameters.Choice(
                "measure",
                "dso (default) for days sales outstanding, days_to_pay for the days from invoice to payment.",
                ("dso", ["dso", "days sales outstanding", "receivable days", "debtor days", "collection period", "days receivable"]),
                ("days_to_pay", ["take to pay", "takes to pay", "days to pay", "time to pay", "until they pay", "to pay us", "until paid", "from invoice to payment", "to get paid", "payment time", "paid on average"])),
            Parameters.Customer,
            Parameters.From with { Description = "First day of the period; the last 90 days when left out." },
            Parameters.To,
            Parameters.Against,
            Parameters.Company,
        ],
        Touches = [DataClass.Receivables],
        MaxRoundTrips = (2 * NameResolver.RoundTripsPerName) + (2 * ReceivablesReader.RoundTrips) + PaymentReader.RoundTrips,
    };

    protected override string Area => "payments and invoices";

    protected override async Task<ToolResult> AnswerAsync(ToolContext context, ToolArguments arguments, CancellationToken cancellationToken)
    {
        // Who buys may read vendor bills but no customer invoice, and would be told of none: payments are for those who keep the books.
        if (!await Client.MayReadAsync(context.Caller, "account.move", cancellationToken) || !await Client.MayReadAsync(context.Caller, "account.payment", cancellationToken))
        {
            return Denied();
        }

        var resolved = await names.ResolveAsync(context, arguments, [Parameters.Customer, Parameters.Company], cancellationToken);
        if (resolved.Stop is { } stop)
        {
            return stop;
        }

        if (AskedPeriod.Read(arguments, context.Today, StandardDays, out var fault) is not { } asked)
        {
            return Failed(fault);
        }

        var customer = resolved["customer"]?.Id ?? (context.Focus is { Model: "res.partner" } focus ? focus.Id : null);
        var companies = new CompanyScope(context, resolved["company"]);
        var canLookBack = await receivables.MayLookBackAsync(context.Caller, cancellationToken);
        var now = canLookBack || asked.Now.To == context.Today ? receivables.ReadAsync(context, asked.Now, customer, companies, cancellationToken) : None();
        var before = canLookBack ? receivables.ReadAsync(context, asked.Before, customer, companies, cancellationToken) : None();
        var paid = payments.ReadAsync(context, asked.Now, customer, companies.Narrow(OdooDomain.All), cancellationToken);
        await Task.WhenAll(now, before, paid);
        var about = resolved["customer"] is { } named ? $" of {named.Name}" : customer is null ? string.Empty : " of this customer";
        var writer = new ReceivableDaysWriter(new AnswerSheet(context, Client) { Scope = about + companies.Words }, asked, about + companies.Words);
        return writer.Write(arguments.Text("measure") == "days_to_pay", await now, await before ?? [], await paid);
    }

    private static Task<IReadOnlyList<Receivables>?> None() => Task.FromResult<IReadOnlyList<Receivables>?>(null);
}
