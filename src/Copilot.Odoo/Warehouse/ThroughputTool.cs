using Copilot.Contracts;
using Copilot.Odoo.Answers;
using Copilot.Odoo.Client;
using Copilot.Odoo.Inventory;
using Copilot.Odoo.Names;
using Copilot.Odoo.Sales;

namespace Copilot.Odoo.Warehouse;

/// <summary>How many deliveries, receipts and internal transfers were finished on a day or in a period. Two round trips for the name, two for the warehouses, one for each period, counted by Odoo.</summary>
internal sealed class ThroughputTool(IOdooClient client, NameResolver names, StockReader stock) : OdooTool(client)
{
    private const int Week = 7;

    private static readonly string[] Kinds = ["outgoing", "incoming", "internal"];

    public override ToolDefinition Definition { get; } = new()
    {
        Name = "odoo.throughput",
        Description = "How many transfers were finished on a day or in a period, by warehouse or by the person responsible: deliveries that left, receipts that came in, internal transfers and picks, against the period before. "
            + "Not for work that is still open, not for what exactly arrived, not for single orders or quantities sold.",
        Ability = "how many deliveries, receipts and transfers a warehouse or a person finished on a day or in a period",
        Status = "counting finished transfers…",
        Parameters =
        [
            Parameters.Warehouse,
            Parameters.Choice(
                "kind",
                "all (default), deliveries, receipts, or internal for internal transfers and picks.",
                ("all", ["transfers", "everything"]),
                ("deliveries", ["delivery", "shipped", "ship", "shipments", "sent", "left", "dispatched", "went out", "outgoing", "orders"]),
                ("receipts", ["receipt", "received", "receive", "came in", "unloaded", "incoming"]),
                ("internal", ["internal transfers", "internal"])),
            Parameters.Choice(
                "group",
                "warehouse (default), or person for who finished how many, by the person responsible for the transfer.",
                ("warehouse", ["by warehouse", "per warehouse", "each warehouse"]),
                ("person", ["who", "by person", "per person", "each person", "by picker", "per picker", "picker", "pickers", "by worker", "per worker", "by employee", "per employee", "by colleague", "each of us", "wer", "qui", "quien", "quién", "wie", "chi"])),
            Parameters.Day("on", SlotKind.Day, "One day; today when nothing is said, the last seven days by person."),
            Parameters.From with { Description = "First day of the period." },
            Parameters.To,
        ],
        Touches = [DataClass.Stock],
        MaxRoundTrips = NameResolver.RoundTripsPerName + 4,
    };

    protected override string Area => "transfers";

    protected override async Task<ToolResult> AnswerAsync(ToolContext context, ToolArguments arguments, CancellationToken cancellationToken)
    {
        foreach (var model in new[] { "stock.picking", "stock.picking.type" })
        {
            if (!await Client.MayReadAsync(context.Caller, model, cancellationToken))
            {
                return Denied();
            }
        }

        var resolved = names.ResolveAsync(context, arguments, [Parameters.Warehouse], cancellationToken);
        var read = stock.SitesAsync(context.Caller, cancellationToken);
        await Task.WhenAll(resolved, read);
        var (known, sites) = (await resolved, await read);
        if (known.Stop is { } stop)
        {
            return stop;
        }

        if (Asked(arguments, context.Today, arguments.Text("group") == "person", out var fault) is not { } asked)
        {
            return Failed(fault);
        }

        string[] kinds = arguments.Text("kind") switch { "deliveries" => ["outgoing"], "receipts" => ["incoming"], "internal" => ["internal"], _ => Kinds };
        List<int> types = [.. kinds.SelectMany(k => sites.TypesOf(k, known["warehouse"]?.Id))];
        var isByPerson = arguments.Text("group") == "person";
        var field = isByPerson ? "user_id" : "picking_type_id";
        var now = CountAsync(context, types, field, asked.Now, cancellationToken);
        var before = CountAsync(context, types, field, asked.Before, cancellationToken);
        await Task.WhenAll(now, before);
        if (isByPerson)
        {
            return new PeopleWriter(new AnswerSheet(context, Client), asked, known["warehouse"], arguments.Text("kind") ?? "all").Write(await now, await before);
        }

        var (counted, earlier) = (ById(await now, field), ById(await before, field));
        var work = types.Select(t => sites.TypeOf(t)).OfType<OperationType>().GroupBy(t => (t.WarehouseId, t.Code))
            .Select(g => new FinishedWork(g.Key.WarehouseId == 0 ? "no warehouse" : sites.Code(g.Key.WarehouseId), g.Key.Code, g.Sum(t => counted.GetValueOrDefault(t.Id)), g.Sum(t => earlier.GetValueOrDefault(t.Id))))
            .OrderBy(w => w.Warehouse, StringComparer.Ordinal).ThenBy(w => Array.IndexOf(Kinds, w.Kind)).ToList();
        return new ThroughputWriter(new AnswerSheet(context, Client), asked, known["warehouse"]).Write(work, kinds);
    }

    /// <summary>A single day is compared with the same weekday a week before, as warehouses work by weekdays. People are compared over a week, as one day says little of them.</summary>
    private static AskedPeriod? Asked(ToolArguments arguments, DateOnly today, bool isByPerson, out string fault)
    {
        if (isByPerson && arguments.Day("on") is null)
        {
            return AskedPeriod.Read(arguments, today, Week, out fault);
        }

        var day = arguments.Day("on") ?? (arguments.Day("from") is null && arguments.Day("to") is null ? today : null);
        if (day is not { } one)
        {
            return AskedPeriod.Read(arguments, today, 1, out fault);
        }

        fault = one > today ? $"{Phrase.Day(one)} is still to come: only what was finished can be counted. What is to be picked and what will arrive I can look up." : string.Empty;
        return one > today ? null : new AskedPeriod(new Period(one, one), new Period(one.AddDays(-Week), one.AddDays(-Week)));
    }

    private static Dictionary<int, int> ById(IReadOnlyList<OdooRow> rows, string field)
        => rows.Where(r => r.Link(field) is not null).ToDictionary(r => r.Link(field)!.Value.Id, r => r.Whole("__count"));

    private Task<IReadOnlyList<OdooRow>> CountAsync(ToolContext context, List<int> types, string field, Period period, CancellationToken cancellationToken)
    {
        var days = new CallerDays(context);
        return Client.ReadGroupAsync(
            context.Caller,
            new OdooGrouping
            {
                Model = "stock.picking",
                Domain = OdooDomain.Where("state", "=", "done").And("picking_type_id", "in", types).And("date_done", ">=", days.Start(period.From)).And("date_done", "<=", days.End(period.To)),
                GroupBy = [field],
                Aggregates = [],
            },
            cancellationToken);
    }
}
