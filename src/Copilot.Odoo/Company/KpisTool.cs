using Copilot.Contracts;
using Copilot.Odoo.Answers;
using Copilot.Odoo.Client;
using Copilot.Odoo.Names;
using Copilot.Odoo.Sales;

namespace Copilot.Odoo.Company;

/// <summary>The company's key figures of a period against the one before, each with its definition; only what was asked is read.</summary>
internal sealed class KpisTool(IOdooClient client, NameResolver names, KpiSheet figures) : OdooTool(client)
{
    private const int StandardDays = 30;

    public override ToolDefinition Definition { get; } = new()
    {
        Name = "odoo.kpis",
        Description = "Key figures of the operation against the period before: OTIF, line fill rate, order cycle time, supplier on-time, inventory turns, exception resolution time, order intake; "
            + "for all, a warehouse, a customer or a supplier, or compared by them. Not for lists of orders, sales of a product, or one late delivery.",
        Ability = "how we are doing: OTIF, fill rate, order cycle time, supplier on-time, inventory turns",
        Status = "working out key figures of both periods…",
        Parameters =
        [
            Parameters.Choice(
                "measure",
                "Which figure; all of them when left out.",
                ("otif", ["on time in full", "on-time in full", "delivery reliability", "delivery performance", "service level", "on time delivery", "on-time delivery", "delivered on time", "deliver on time"]),
                ("fill_rate", ["fill rate", "line fill", "fillrate", "lines filled"]),
                ("cycle_time", ["cycle time", "lead time of orders", "order lead time", "how long do orders take", "how long does an order take", "throughput time"]),
                ("turns", ["inventory turns", "stock turns", "turnover of stock", "inventory turnover", "stock turnover", "turn rate", "stock rotation"]),
                ("resolution", ["resolution time", "time to resolve", "exceptions resolved", "resolve tickets", "close tickets", "resolve exceptions", "exceptions solved", "solve exceptions", "close exceptions", "time to close"]),
                ("supplier_on_time", ["supplier on time", "supplier on-time", "suppliers on time", "supplier reliability", "supplier punctuality", "vendor on time", "suppliers deliver on time", "do suppliers deliver"]),
                ("order_intake", ["order intake", "incoming orders", "intake"])),
            Parameters.Choice(
                "group",
                "Compares warehouses, customers or suppliers with each other instead of one figure for all.",
                ("warehouse", ["by warehouse", "per warehouse", "each warehouse", "which warehouse", "warehouses"]),
                ("customer", ["by customer", "per customer", "each customer", "which customers", "which customer"]),
                ("supplier", ["by supplier", "per supplier", "each supplier", "which supplier", "which suppliers"])),
            Parameters.From with { Description = "First day of the period; the last 30 days when left out." },
            Parameters.To,
            Parameters.Against,
            Parameters.Warehouse,
            Parameters.Customer,
            Parameters.Supplier,
            Parameters.Company,
            Parameters.Count,
        ],
        Touches = [DataClass.Sales, DataClass.Stock],
        MaxRoundTrips = (4 * NameResolver.RoundTripsPerName) + KpiSheet.RoundTrips,
    };

    protected override string Area => "sales orders and transfers";

    protected override async Task<ToolResult> AnswerAsync(ToolContext context, ToolArguments arguments, CancellationToken cancellationToken)
    {
        if (!await Client.MayReadAsync(context.Caller, "sale.order", cancellationToken) || !await Client.MayReadAsync(context.Caller, "stock.picking", cancellationToken))
        {
            return Denied();
        }

        var resolved = await names.ResolveAsync(context, arguments, [Parameters.Warehouse, Parameters.Customer, Parameters.Supplier, Parameters.Company], cancellationToken);
        if (resolved.Stop is { } stop)
        {
            return stop;
        }

        if (AskedPeriod.Read(arguments, context.Today, StandardDays, out var fault, isForADay: true) is not { } asked)
        {
            return Failed(fault);
        }

        var group = arguments.Text("group");
        var request = new KpiRequest
        {
            Measures = Wanted(arguments.Text("measure"), group, resolved),
            Group = group,
            Period = asked,
            Companies = new CompanyScope(context, resolved["company"]),
            Warehouse = resolved["warehouse"],
            Customer = resolved["customer"],
            Supplier = resolved["supplier"],
            Shown = arguments.Shown(),
        };
        var sheet = new AnswerSheet(context, Client) { Scope = request.About + request.Companies.Words };
        return await figures.WriteAsync(context, sheet, request, cancellationToken);
    }

    /// <summary>What is worked out: the figure asked for, or those that make sense for what was named.</summary>
    private static IReadOnlyList<Kpi> Wanted(string? measure, string? group, ResolvedNames resolved)
        => measure is not null ? [KpiDefinitions.All.Single(k => k.Key == measure)]
            : resolved["supplier"] is not null || group == "supplier" ? [KpiDefinitions.SupplierOnTime]
            : group is not null ? [KpiDefinitions.Otif]
            : resolved["customer"] is not null ? [KpiDefinitions.OrderIntake, KpiDefinitions.Otif, KpiDefinitions.FillRate, KpiDefinitions.CycleTime, KpiDefinitions.Resolution]
            : resolved["warehouse"] is not null ? [KpiDefinitions.OrderIntake, KpiDefinitions.Otif, KpiDefinitions.FillRate, KpiDefinitions.CycleTime, KpiDefinitions.SupplierOnTime, KpiDefinitions.Resolution]
            : KpiDefinitions.All;
}
