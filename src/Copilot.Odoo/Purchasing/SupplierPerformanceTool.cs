using Copilot.Contracts;
using Copilot.Odoo.Answers;
using Copilot.Odoo.Client;
using Copilot.Odoo.Names;

namespace Copilot.Odoo.Purchasing;

/// <summary>How good suppliers are: on time, lead time, quantity and price, trend, risk. At most two round trips for each name, two for who supplies a product, and four for the records.</summary>
internal sealed class SupplierPerformanceTool(IOdooClient client, NameResolver names, SupplierRecordReader reader, SupplierCandidates candidates) : OdooTool(client)
{
    private const int StandardDays = 365;

    public override ToolDefinition Definition { get; } = new()
    {
        Name = "odoo.supplier_performance",
        Description = "How well a supplier performs, or a ranking of suppliers, all or those of a product or category: share on time, lead time, quantity and price accuracy, trend against the period before, risk score with its parts. "
            + "Not for single late receipts or purchase orders.",
        Ability = "how reliable a supplier is: on time, lead time, quantities, prices, trend and risk",
        Status = "adding up receipts and orders of suppliers…",
        Parameters =
        [
            Parameters.Name("supplier", SlotKind.Supplier, "A supplier's name; a ranking of all when left out."),
            Parameters.Name("product", SlotKind.Product, "Only suppliers of this product."),
            Parameters.Name("category", SlotKind.Category, "Only suppliers of products of this category, with all below it."),
            Parameters.Warehouse,
            Parameters.Day("from", SlotKind.PeriodStart, "First day of arrival; a year ago when left out."),
            Parameters.Day("to", SlotKind.PeriodEnd, "Last day of arrival; today when left out."),
            Parameters.Count,
            Parameters.Choice(
                "rank",
                "risk (default) for the riskiest first, best for the most punctual first, lead_time for the longest lead time first.",
                ("risk", ["worst", "riskiest", "least reliable", "risk", "unreliable"]),
                ("best", ["best", "most reliable", "most punctual", "top"]),
                ("lead_time", ["longest lead time", "longest lead times", "long lead time", "lead time", "lead times", "slowest", "take longest", "takes longest", "longest to deliver", "longest delivery"])),
        ],
        Touches = [DataClass.Purchasing],
        MaxRoundTrips = (4 * NameResolver.RoundTripsPerName) + SupplierCandidates.RoundTrips + SupplierRecordReader.RoundTrips,
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

        var resolved = await names.ResolveAsync(context, arguments, [.. Definition.Parameters.Where(p => p.Slot < SlotKind.PeriodStart)], cancellationToken);
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

        // A supplier that was named is judged as it is, whatever goods are named beside it.
        var able = resolved["supplier"] is null ? await candidates.OfAsync(context, resolved, cancellationToken) : null;
        if (able is { Count: 0 })
        {
            return NotFound($"Nobody supplies {Goods(resolved)}: I found neither a supplier's price for it nor a confirmed purchase of it that your account may read.");
        }

        IReadOnlyList<int>? wanted = resolved["supplier"] is { } named ? [named.Id] : able?.Select(a => a.Id).ToList();
        var (suppliers, cut) = await reader.ReadAsync(context, wanted, resolved["warehouse"]?.Id, from, to, cancellationToken);
        var writer = new SupplierPerformanceWriter(sheet, resolved, from, to) { Able = able };
        return suppliers.Count == 0 ? writer.None()
            : resolved["supplier"] is not null ? writer.One(SupplierRecord.Joined(suppliers, resolved["supplier"]!.Id, resolved["supplier"]!.Name), cut)
            : writer.Ranking(suppliers, arguments.Text("rank") ?? "risk", cut, arguments.Shown());
    }

    private static string Goods(ResolvedNames names) => names["product"] is { } product ? product.Code ?? product.Name : names["category"]!.Name;
}
