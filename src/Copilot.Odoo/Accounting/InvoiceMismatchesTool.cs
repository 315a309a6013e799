using Copilot.Contracts;
using Copilot.Odoo.Answers;
using Copilot.Odoo.Client;
using Copilot.Odoo.Names;

namespace Copilot.Odoo.Accounting;

/// <summary>Invoices and bills that disagree with order and receipt: price, quantity, tax, duplicate. Two round trips for each name and <see cref="MismatchReader.RoundTrips"/> more.</summary>
internal sealed class InvoiceMismatchesTool(IOdooClient client, NameResolver names, MismatchReader mismatches) : OdooTool(client)
{
    private const int StandardDays = 90;

    public override ToolDefinition Definition { get; } = new()
    {
        Name = "odoo.invoice_mismatches",
        Description = "Three-way match: invoices and vendor bills that disagree with their order and with what was received or delivered, in price, quantity or tax, and bills entered twice, "
            + "each with the money at stake and the likely cause. Not for what is unpaid.",
        Ability = "which invoices or bills disagree with the order or the receipt, and by how much",
        Status = "comparing invoices with orders and receipts…",
        Parameters =
        [
            Parameters.Supplier,
            Parameters.Customer,
            Parameters.Choice(
                "side",
                "vendor for bills we received, customer for invoices we sent; both when left out.",
                ("vendor", ["bills", "bill", "vendor", "vendors", "supplier", "suppliers", "supplier invoices", "vendor bills", "we were charged", "overcharged"]),
                ("customer", ["customer invoices", "customers", "our invoices", "sent invoices", "invoices we sent", "we invoiced", "we billed"])),
            Parameters.Choice(
                "kind",
                "What disagrees: price, quantity, tax or duplicate; all of them when left out.",
                ("price", ["prices", "price difference", "overpriced", "too expensive", "overcharged", "wrong price"]),
                ("quantity", ["quantities", "more than received", "more than delivered", "wrong quantity", "short"]),
                ("tax", ["vat", "taxes", "wrong tax"]),
                ("duplicate", ["duplicates", "twice", "double", "entered twice", "paid twice", "doubled"])),
            Parameters.From with { Description = "First invoice day; the last 90 days when left out." },
            Parameters.To,
            Parameters.Company,
            Parameters.Count,
        ],
        Touches = [DataClass.Receivables],
        MaxRoundTrips = (3 * NameResolver.RoundTripsPerName) + MismatchReader.RoundTrips,
    };

    protected override string Area => "invoices and bills";

    protected override async Task<ToolResult> AnswerAsync(ToolContext context, ToolArguments arguments, CancellationToken cancellationToken)
    {
        if (!await Client.MayReadAsync(context.Caller, "account.move", cancellationToken) || !await Client.MayReadAsync(context.Caller, "account.move.line", cancellationToken))
        {
            return Denied();
        }

        var resolved = await names.ResolveAsync(context, arguments, [Parameters.Supplier, Parameters.Customer, Parameters.Company], cancellationToken);
        if (resolved.Stop is { } stop)
        {
            return stop;
        }

        if (AskedPeriod.Read(arguments, context.Today, StandardDays, out var fault) is not { } asked)
        {
            return Failed(fault);
        }

        var partner = resolved["supplier"] ?? resolved["customer"];
        IReadOnlyList<string> sides = (arguments.Text("side") ?? (resolved["supplier"] is not null ? "vendor" : resolved["customer"] is not null ? "customer" : null)) switch
        {
            "vendor" => ["in"],
            "customer" => ["out"],
            _ => ["in", "out"],
        };
        var companies = new CompanyScope(context, resolved["company"]);
        var narrowed = companies.Narrow(OdooDomain.All);
        narrowed = partner is { } p ? narrowed.And("partner_id", "child_of", p.Id) : narrowed;
        var (found, documents, isCut) = await mismatches.ReadAsync(context, asked.Now, sides, narrowed, cancellationToken);
        var kind = arguments.Text("kind");
        var wanted = kind is null ? found : [.. found.Where(m => m.Kind == kind)];
        return new MismatchWriter(new AnswerSheet(context, Client) { Scope = companies.Words }, asked.Now, companies, partner?.Name).Write(wanted, documents, isCut, arguments.Shown());
    }
}
