using Copilot.Contracts;
using Copilot.Odoo.Answers;
using Copilot.Odoo.Client;
using Copilot.Odoo.Names;
using Copilot.Odoo.Sales;

namespace Copilot.Odoo.Accounting;

/// <summary>
/// Open and overdue customer invoices or vendor bills with ageing. At most seven round trips for names and the caller's user and
/// three for invoices, whatever their number.
/// </summary>
internal sealed class OpenInvoicesTool(IOdooClient client, NameResolver names, InvoiceReader invoices) : OdooTool(client)
{
    private const int StandardDays = 30;

    private static readonly ToolParameter Supplier = Parameters.Name("supplier", SlotKind.Supplier, "A supplier's name, for vendor bills.");

    private static readonly ToolParameter Invoice = Parameters.Name("invoice", SlotKind.Invoice, "An invoice's or bill's number: that one, paid or not.");

    public override ToolDefinition Definition { get; } = new()
    {
        Name = "odoo.open_invoices",
        Description = "Customer invoices that are not paid, overdue ones with days and ageing, one by one or added up by customer (who owes us most); or vendor bills that we have not paid; or the list of those that came in or went out in a period, or of drafts that wait to be posted. "
            + "Not for orders that are not invoiced yet.",
        Ability = "which invoices or bills are open or overdue, how old they are, and who owes us most",
        Status = "looking at open invoices…",
        Parameters =
        [
            Invoice,
            Parameters.Customer,
            Supplier,
            Parameters.Choice(
                "side",
                "customer (default) for invoices we sent, vendor for bills we received.",
                ("customer", ["customer invoices", "receivables", "owe us", "owes us", "sent invoices"]),
                ("vendor", ["vendor bills", "bills", "supplier invoices", "payables", "we owe", "do we owe", "have to pay", "must pay", "must we pay", "need to pay", "should we pay", "we pay", "to be paid by us", "payments to suppliers", "pay our suppliers", "pay suppliers", "bezahlen", "payer", "pagar", "betalen", "pagare"])),
            Parameters.Choice(
                "show",
                "open (default) for all unpaid ones, overdue for those past their due date, dated for all of a period by the date they bear, paid or not: which bills came in, which invoices went out, draft for those entered and not posted yet.",
                ("open", ["open", "unpaid", "outstanding", "not paid"]),
                ("overdue", ["overdue", "past due", "late", "in arrears", "dunning"]),
                ("draft", ["draft", "drafts", "unposted", "not posted", "to post", "to be posted", "waiting to be posted", "posting", "nobody has posted", "posted yet", "not validated", "unvalidated", "entwurf", "entwürfe", "brouillon", "brouillons", "borrador", "borradores", "concept", "concepten", "bozza", "bozze"]),
                ("dated", ["came in", "come in", "did we get", "did we receive", "have we received", "have we got", "arrived", "received", "did we send", "have we sent", "were sent", "went out", "new bills", "new invoices", "latest bills", "latest invoices"])),
            Parameters.Choice(
                "group",
                "invoice (default) for a list of invoices, partner for amounts added up by customer or supplier: who owes us most.",
                ("invoice", ["which invoices", "list invoices", "invoice by invoice"]),
                (
                    "partner",
                    [
                        "who", "whom", "wer", "qui", "by customer", "per customer", "which customers", "what customers", "which clients", "customers owe", "customers with", "by supplier", "per supplier", "which suppliers", "debtors", "debtor list", "top debtors",
                        "biggest debtor", "largest debtor", "owes us most", "owes us the most", "owe us most", "owe us the most", "worst payers", "ageing by", "aging by",
                    ])),
            Parameters.Day("from", SlotKind.PeriodStart, "First due day; with show=dated the first date."),
            Parameters.Day("to", SlotKind.PeriodEnd, "Last due day; with show=dated the last date."),
            Parameters.Day("by", SlotKind.Day, "Last due day when a single day is named: \"due by Friday\"."),
            Parameters.Choice("sort", "due (default) for overdue ones first, amount for the largest first.", ("amount", ["biggest", "largest", "highest", "most expensive", "by amount", "top"])),
            Parameters.Scope,
            Parameters.MinimumAmount,
            Parameters.Count,
        ],
        Touches = [DataClass.Receivables],
        MaxRoundTrips = (3 * NameResolver.RoundTripsPerName) + 1 + InvoiceReader.RoundTrips + 2,
    };

    protected override string Area => "invoices";

    protected override async Task<ToolResult> AnswerAsync(ToolContext context, ToolArguments arguments, CancellationToken cancellationToken)
    {
        if (!await Client.MayReadAsync(context.Caller, "account.move", cancellationToken))
        {
            return Denied();
        }

        var resolved = await names.ResolveAsync(context, arguments, [Invoice, Parameters.Customer, Supplier], cancellationToken);
        if (resolved.Stop is { } stop)
        {
            return stop;
        }

        if (resolved["invoice"] is { } invoice)
        {
            var (one, _) = await invoices.ReadAsync(context, OdooDomain.Where("id", "=", invoice.Id), cancellationToken);
            return one.Count == 0 ? NotFound("I found no such invoice among those you may see.") : new InvoiceWriter(new AnswerSheet(context, Client)).Write(one[0]);
        }

        // What a customer must pay are our invoices, however it is said.
        var vendor = resolved["supplier"] is not null ? arguments.Text("side") is null or "vendor" : arguments.Text("side") == "vendor" && resolved["customer"] is null;
        var partner = resolved["customer"] ?? resolved["supplier"];
        var sheet = new AnswerSheet(context, Client);

        // No invoice bears a date to come: "what comes in next week" asks for what falls due then.
        if (arguments.Text("show") == "dated" && !(arguments.Day("from") > context.Today))
        {
            return await DatedAsync(context, arguments, vendor, partner, sheet, cancellationToken);
        }

        if (arguments.Text("show") == "draft")
        {
            var drafts = await NarrowAsync(context.Caller, InvoiceReader.DraftsOf(vendor ? "in" : "out"), arguments, partner, "amount_total", cancellationToken);
            return await SeesNoneAsync(context.Caller, vendor, cancellationToken)
                ? Denied(vendor ? "vendor bills" : "customer invoices")
                : await new DraftInvoices(Client).AnswerAsync(context, sheet, vendor, drafts, partner, arguments.Shown(), cancellationToken);
        }

        var overdue = arguments.Text("show") == "overdue";
        var all = await NarrowAsync(context.Caller, InvoiceReader.OpenOf(vendor ? "in" : "out"), arguments, partner, "amount_residual", cancellationToken);
        var said = arguments.Day("to") ?? arguments.Day("by");
        var to = overdue && !(said < sheet.Days.Today) ? sheet.Days.Today.AddDays(-1) : said;
        var domain = to is { } last ? all.And("invoice_date_due", "<=", last) : all;
        domain = arguments.Day("from") is { } first ? domain.And("invoice_date_due", ">=", first) : domain;

        // What is overdue was due before today: that needs no saying.
        var days = new NamedDays("due", arguments.Day("from"), overdue && to == sheet.Days.Today.AddDays(-1) ? null : to);
        var (found, total) = await invoices.ReadAsync(context, domain, cancellationToken);
        if (found.Count == 0 && await SeesNoneAsync(context.Caller, vendor, cancellationToken))
        {
            return Denied(vendor ? "vendor bills" : "customer invoices");
        }

        if (arguments.Text("group") == "partner" && partner is null)
        {
            return new DebtorsWriter(sheet, vendor, overdue, days).Write(found, total, arguments.Shown());
        }

        var earlier = overdue || arguments.Day("from") is not { } start ? [] : await EarlierAsync(context.Caller, all.And("move_type", "=", vendor ? "in_invoice" : "out_invoice"), start, cancellationToken);
        return new OpenInvoicesWriter(sheet, vendor, overdue, partner, days) { Earlier = earlier, LargestFirst = arguments.Text("sort") == "amount" }.Write(found, total, arguments.Shown());
    }

    /// <summary>What fell due before a period and is still open, by currency: who asks what is to be paid this week wants to know. One round trip.</summary>
    private async Task<IReadOnlyList<(string Currency, int Count, decimal Open)>> EarlierAsync(Caller caller, OdooDomain all, DateOnly before, CancellationToken cancellationToken)
    {
        var domain = all.And("invoice_date_due", "<", before);
        var rows = await Client.ReadGroupAsync(caller, new OdooGrouping { Model = "account.move", Domain = domain, GroupBy = ["currency_id"], Aggregates = ["amount_residual:sum"] }, cancellationToken);
        return [.. rows.Select(r => (r.Link("currency_id")?.Name ?? "EUR", r.Whole("__count"), r.Number("amount_residual"))).OrderByDescending(r => r.Item3)];
    }

    /// <summary>Narrows documents to the partner, the least amount and the caller's own, whatever their days. One round trip where only the caller's own are asked for.</summary>
    private async Task<OdooDomain> NarrowAsync(Caller caller, OdooDomain domain, ToolArguments arguments, ResolvedName? partner, string amount, CancellationToken cancellationToken)
    {
        domain = partner is { } of ? domain.And("partner_id", "child_of", of.Id) : domain;
        domain = arguments.Number("min_amount") is { } least ? domain.And(amount, ">=", least) : domain;
        return arguments.Text("scope") == "mine" ? domain.And("invoice_user_id", "=", (await names.MyselfAsync(caller, cancellationToken))?.Id ?? 0) : domain;
    }

    /// <summary>All of a period by the date they bear; the last 30 days when none is named.</summary>
    private async Task<ToolResult> DatedAsync(ToolContext context, ToolArguments arguments, bool vendor, ResolvedName? partner, AnswerSheet sheet, CancellationToken cancellationToken)
    {
        var to = arguments.Day("to") ?? arguments.Day("by") ?? sheet.Days.Today;
        var from = arguments.Day("from") ?? arguments.Day("by") ?? to.AddDays(1 - StandardDays);
        if (from > to)
        {
            return Failed($"The period ends on {Phrase.Day(to)}, before it begins on {Phrase.Day(from)}.");
        }

        var posted = InvoiceReader.PostedOf(vendor ? "in" : "out").And("invoice_date", ">=", from).And("invoice_date", "<=", to);
        var domain = await NarrowAsync(context.Caller, posted, arguments, partner, "amount_total", cancellationToken);
        var (found, total) = await invoices.ReadAsync(context, domain, cancellationToken);
        return found.Count == 0 && await SeesNoneAsync(context.Caller, vendor, cancellationToken)
            ? Denied(vendor ? "vendor bills" : "customer invoices")
            : new DatedInvoicesWriter(sheet, vendor, partner, new Period(from, to)).Write(found, total, arguments.Shown());
    }

    /// <summary>Record rules hide rows silently: an account that sees none at all must not be told that there are none.</summary>
    private async Task<bool> SeesNoneAsync(Caller caller, bool vendor, CancellationToken cancellationToken)
        => await Client.CountAsync(caller, "account.move", OdooDomain.Where("move_type", "=", vendor ? "in_invoice" : "out_invoice"), cancellationToken) == 0;
}
