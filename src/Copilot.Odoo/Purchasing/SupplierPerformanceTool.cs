using Copilot.Contracts;
using Copilot.Odoo.Answers;
using Copilot.Odoo.Client;
using Copilot.Odoo.Names;

namespace Copilot.Odoo.Purchasing;

/// <summary>How good suppliers are: on time, lead time, quantity and price, trend, risk. At most four round trips for names and four for the records.</summary>
internal sealed class SupplierPerformanceTool(IOdooClient client, NameResolver names, SupplierRecordReader reader) : OdooTool(client)
{
    private const int StandardDays = 365;

    public override ToolDefinition Definition { get; } = new()
    {
        Name = "odoo.supplier_performance",
        Description = "How well a supplier performs, or a ranking of suppliers: share on time, lead time, quantity and price accuracy, trend against the period before, risk score with its parts. "
            + "Not for single late receipts or purchase orders.",
        Ability = "how reliable a supplier is: on time, lead time, quantities, prices, trend and risk",
        Status = "adding up receipts and orders of suppliers…",
        Parameters =
        [
            Parameters.Name("supplier", SlotKind.Supplier, "A supplier's name; a ranking of all when left out."),
            Parameters.Warehouse,
            Parameters.Day("from", SlotKind.PeriodStart, "First day of arrival; a year ago when left out."),
            Parameters.Day("to", SlotKind.PeriodEnd, "Last day of arrival; today when left out."),
            Parameters.Count,
            Parameters.Choice(
                "rank",
                "risk (default) for the riskiest first, best for the most punctual first.",
                ("risk", ["worst", "riskiest", "least reliable", "risk", "unreliable"]),
                ("best", ["best", "most reliable", "most punctual", "top"])),
        ],
        Touches = [DataClass.Purchasing],
        MaxRoundTrips = (2 * NameResolver.RoundTripsPerName) + SupplierRecordReader.RoundTrips,
    };

    protected override string Area => "purchase orders and receipts";

    protected override async Task<ToolResult> AnswerAsync(ToolContext context, ToolArguments arguments, CancellationToken cancellationToken)
    {
        foreach (var model in new[] { "purchase.order", "purchase.order.line", "stock.picking" })
        {
            if (!await Client.MayReadAsync(context.Caller, model, cancellationToken))
            {
                return Denied();
            }
        }

        var resolved = await names.ResolveAsync(context, arguments, [.. Definition.Parameters.Where(p => p.Name is "supplier" or "warehouse")], cancellationToken);
        if (resolved.Stop is { } stop)
        {
            return stop;
        }

        var sheet = new AnswerSheet(context, Client);
        var to = arguments.Day("to") is { } t && t < sheet.Days.Today ? t : sheet.Days.Today;
        var from = arguments.Day("from") ?? to.AddDays(-StandardDays + 1);
        if (from > to)
        {
            return NotFound("The period begins after it ends or lies in the future; performance is what happened already.");
        }

        var (suppliers, cut) = await reader.ReadAsync(context, resolved["supplier"]?.Id, resolved["warehouse"]?.Id, from, to, cancellationToken);
        var writer = new SupplierPerformanceWriter(sheet, resolved, from, to);
        return suppliers.Count == 0 ? writer.None()
            : resolved["supplier"] is not null ? writer.One(SupplierRecord.Joined(suppliers, resolved["supplier"]!.Id, resolved["supplier"]!.Name), cut)
            : writer.Ranking(suppliers, arguments.Text("rank") == "best", cut, arguments.Shown());
    }
}
