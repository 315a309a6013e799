using Copilot.Contracts;
using Copilot.Odoo.Answers;
using Copilot.Odoo.Client;
using Copilot.Odoo.Names;
using Copilot.Odoo.Sales;

namespace Copilot.Odoo.Accounting;

/// <summary>How punctually a customer pays, and whether that gets better; without a customer, who pays latest. At most two round trips for each name, those of the payments and of the open invoices.</summary>
internal sealed class PaymentBehaviourTool(IOdooClient client, NameResolver names, PaymentReader payments, InvoiceReader invoices) : OdooTool(client)
{
    private const int StandardDays = 365;
    private const int PaidDays = 7;

    public override ToolDefinition Definition { get; } = new()
    {
        Name = "odoo.payment_behaviour",
        Description = "How customers pay: days late on average, share paid late, trend, for one customer or a ranking of those who pay latest (or most punctually); or the invoices that were paid in a period. "
            + "Looks at invoices that were paid; not for what is open or overdue now.",
        Ability = "how punctually a customer pays, and who pays late",
        Status = "looking at past payments…",
        Parameters =
        [
            Parameters.Customer,
            Parameters.From with { Description = "First day of payment; the last 365 days when left out." },
            Parameters.To,
            Parameters.Choice(
                "end",
                "slowest for those who pay latest (default), best for those who pay most punctually.",
                ("slowest", ["slow", "late", "latest", "worst", "bad payers", "slow payers"]),
                ("best", ["punctual", "punctually", "fastest", "earliest", "good payers", "on time"])),
            Parameters.Choice(
                "show",
                "behaviour for how punctually (default), paid for the invoices that were paid in the period, one by one.",
                ("behaviour", ["behaviour", "behavior", "punctual", "on average", "trend"]),
                ("paid", ["were paid", "was paid", "been paid", "are paid", "got paid", "paid today", "paid yesterday", "paid this", "paid last", "payments received", "incoming payments", "payments came", "payments come", "payments did", "money came", "money did", "paid us", "who has paid", "who paid"])),
            Parameters.Company,
            Parameters.Count,
        ],
        Touches = [DataClass.Receivables],
        MaxRoundTrips = (2 * NameResolver.RoundTripsPerName) + PaymentReader.RoundTrips + InvoiceReader.RoundTrips,
    };

    protected override string Area => "payments and invoices";

    protected override async Task<ToolResult> AnswerAsync(ToolContext context, ToolArguments arguments, CancellationToken cancellationToken)
    {
        if (!await Client.MayReadAsync(context.Caller, "account.payment", cancellationToken) || !await Client.MayReadAsync(context.Caller, "account.move", cancellationToken))
        {
            return Denied();
        }

        var resolved = await names.ResolveAsync(context, arguments, [Parameters.Customer, Parameters.Company], cancellationToken);
        if (resolved.Stop is { } stop)
        {
            return stop;
        }

        var list = arguments.Text("show") == "paid";
        if (AskedPeriod.Read(arguments, context.Today, list ? PaidDays : StandardDays, out var fault) is not { } asked)
        {
            return Failed(fault);
        }

        var customer = resolved["customer"]?.Id ?? (context.Focus is { Model: "res.partner" } focus ? focus.Id : null);
        var companies = new CompanyScope(context, resolved["company"]);
        var narrowed = companies.Narrow(OdooDomain.All);
        var paid = payments.ReadAsync(context, list ? asked.Now with { To = context.Today } : asked.Now, customer, narrowed, cancellationToken);
        var open = customer is { } id
            ? invoices.ReadAsync(context, companies.Narrow(InvoiceReader.OpenOf("out").And("partner_id", "child_of", id)), cancellationToken)
            : Task.FromResult<(IReadOnlyList<OpenInvoice> Invoices, int Total)>(([], 0));
        await Task.WhenAll(paid, open);
        var (found, isCut) = await paid;
        var sheet = new AnswerSheet(context, Client) { Scope = companies.Words };
        var writer = new PaymentBehaviourWriter(sheet, asked.Now, companies, isCut);
        if (list)
        {
            // What was paid in part then and closed later was not paid then: the last payment counts, so all until today are read.
            return new PaidInvoicesWriter(sheet, asked.Now, companies, isCut).Write(resolved["customer"]?.Name, [.. found.Where(p => p.Paid <= asked.Now.To)], arguments.Shown());
        }

        return customer is null ? writer.WriteAll(found, arguments.Text("end") == "best", arguments.Shown()) : writer.WriteOne(resolved["customer"]?.Name ?? (found.Count > 0 ? found[0].Partner : "this customer"), found, (await open).Invoices);
    }
}
