using Copilot.Contracts;
using Copilot.Odoo.Answers;
using Copilot.Odoo.Client;
using Copilot.Odoo.Inventory;
using Copilot.Odoo.Names;

namespace Copilot.Odoo.Warehouse;

/// <summary>What arrives at the dock, what should have, what came. At most eight round trips for names and eleven more.</summary>
internal sealed class ArrivalsTool(IOdooClient client, NameResolver names, StockReader stock, ArrivalReader reader) : OdooTool(client)
{
    private const int BacklogDays = 1;
    private const int WeeksAhead = 4;

    public override ToolDefinition Definition { get; } = new()
    {
        Name = "odoo.arrivals",
        Description = "Receiving at the dock of a warehouse: which receipts arrive on a day or in a period, the backlog of receipts that should have come, and what came. "
            + "Not for purchasing's list of late suppliers and not for the stock of a product.",
        Ability = "what arrives at a warehouse today or on a day, the receiving backlog, and what came",
        Status = "looking at receipts…",
        Parameters =
        [
            Parameters.Warehouse,
            Parameters.Name("supplier", SlotKind.Supplier, "A supplier's name; all when left out."),
            Parameters.Product,
            Parameters.Name("category", SlotKind.Category, "Only receipts with products of this category."),
            Parameters.Name("receipt", SlotKind.Transfer, "A receipt's number."),
            Parameters.Day("on", SlotKind.Day, "The day; today when no day and no period is named, and the next four weeks for a supplier, a product or a category."),
            Parameters.Day("from", SlotKind.PeriodStart, "First day of the period."),
            Parameters.Day("to", SlotKind.PeriodEnd, "Last day of the period."),
            Parameters.Count,
            Parameters.Choice(
                "show",
                "due (default) for what is expected in the time asked for, backlog for open receipts whose day is over, came for receipts that were taken in.",
                ("due", ["arriving", "arrives", "arrive", "coming in", "expected", "due in", "inbound", "unload"]),
                ("backlog", ["backlog", "not received", "still to be received", "waiting to be received", "to be taken in", "has to be received", "not put away", "overdue"]),
                ("came", ["came", "arrived", "has arrived", "did arrive", "received", "was received", "were received", "came in"])),
        ],
        Touches = [DataClass.Stock],
        MaxRoundTrips = (5 * NameResolver.RoundTripsPerName) + 2 + ArrivalReader.RoundTrips + 2,
    };

    protected override string Area => "receipts";

    protected override async Task<ToolResult> AnswerAsync(ToolContext context, ToolArguments arguments, CancellationToken cancellationToken)
    {
        var caller = context.Caller;
        if (!await Client.MayReadAsync(caller, "stock.picking", cancellationToken) || !await Client.MayReadAsync(caller, "stock.move", cancellationToken))
        {
            return Denied();
        }

        var resolved = names.ResolveAsync(context, arguments, [.. Definition.Parameters.Where(p => p.Slot < SlotKind.PeriodStart)], cancellationToken);
        var sites = stock.SitesAsync(caller, cancellationToken);
        await Task.WhenAll(resolved, sites);
        var known = await resolved;
        if (known.Stop is { } stop)
        {
            return stop;
        }

        var days = new CallerDays(context);
        var show = arguments.Text("show") ?? "due";
        var (from, to) = Window(arguments, show, days.Today, known["supplier"] is not null || known["product"] is not null || known["category"] is not null);
        var everything = Filter(known, await sites);
        var one = known["receipt"] is not null;
        var domain = everything.And(one ? OdooDomain.All : When(show, from, to, days));
        var found = reader.ReadAsync(context, await sites, domain, show == "came" ? "date_done desc, id desc" : "scheduled_date, id", cancellationToken);

        // Whoever asks what comes today also wants to know what should have come before.
        var overdue = show == "due" && !one
            ? Client.CountAsync(caller, "stock.picking", everything.And("state", "in", StockReader.Open).And("scheduled_date", "<", days.Start(days.Today)), cancellationToken)
            : Task.FromResult(0);
        await Task.WhenAll(found, overdue);
        var (arrivals, total) = await found;
        return new ArrivalsWriter(new AnswerSheet(context, Client), known, one ? "one" : show, from, to).Write(arrivals, total, await overdue, arguments.Shown());
    }

    /// <summary>The days asked for; without any it is today, and for a supplier, a product or a category, which seldom comes just today, the next weeks.</summary>
    private static (DateOnly? From, DateOnly To) Window(ToolArguments arguments, string show, DateOnly today, bool isOfOne)
    {
        var from = arguments.Day("on") ?? arguments.Day("from");
        var to = arguments.Day("on") ?? arguments.Day("to");
        return show switch
        {
            "backlog" => (from, to is { } t && t < today ? t : today.AddDays(-BacklogDays)),
            "came" => (from ?? to ?? today, to ?? today),
            _ => (from ?? today, to ?? (from > today ? from.Value : from is null && isOfOne ? today.AddDays(WeeksAhead * 7) : today)),
        };
    }

    private static OdooDomain Filter(ResolvedNames known, Sites sites)
    {
        var domain = known["receipt"] is { } receipt ? OdooDomain.Where("id", "=", receipt.Id)
            : OdooDomain.Where("picking_type_id", "in", sites.TypesOf("incoming", known["warehouse"]?.Id));
        domain = known["supplier"] is { } supplier ? domain.And("partner_id", "child_of", supplier.Id) : domain;
        domain = known["category"] is { } category ? domain.And("move_ids.product_id.categ_id", "child_of", category.Id) : domain;
        return known["product"] is { } product ? domain.And("move_ids.product_id", "=", product.Id) : domain;
    }

    private static OdooDomain When(string show, DateOnly? from, DateOnly to, CallerDays days)
    {
        var field = show == "came" ? "date_done" : "scheduled_date";
        var domain = (show == "came" ? OdooDomain.Where("state", "=", "done") : OdooDomain.Where("state", "in", StockReader.Open)).And(field, "<=", days.End(to));
        return from is { } first ? domain.And(field, ">=", days.Start(first)) : domain;
    }
}
