using Copilot.Contracts;
using Copilot.Odoo.Answers;
using Copilot.Odoo.Client;
using Copilot.Odoo.Inventory;
using Copilot.Odoo.Names;

namespace Copilot.Odoo.Purchasing;

/// <summary>
/// A supplier at a glance: what is still to come, what of it is overdue and who waits for it, how reliable it was in the last year. At most two round trips for the name,
/// one for the supplier, four for its orders, four for its receipts, and those for the customer orders that wait.
/// </summary>
internal sealed class SupplierSummaryTool(IOdooClient client, NameResolver names, PurchaseOrderReader orders, WaitingOrders waiting, SupplierRecordReader records) : OdooTool(client)
{
    private const int MostOrders = 500;
    private const int Year = 365;

    private static readonly string[] Confirmed = ["purchase", "done"];
    private static readonly string[] Unconfirmed = ["draft", "sent", "to approve"];

    private static readonly ToolParameter Supplier = Parameters.Name("supplier", SlotKind.Supplier, "The supplier's name; the one in view when left out.");

    public override ToolDefinition Definition { get; } = new()
    {
        Name = "odoo.supplier_summary",
        Description = "One supplier at a glance: open purchase orders, what is overdue and which customer orders wait for it, orders not confirmed yet, punctuality and risk of the last year. "
            + "Not for a scorecard with its parts, not for what a supplier charges and not for a customer.",
        Ability = "how things stand with a supplier: what is still to come, what is overdue, who waits for it and how reliable it is",
        Status = "looking at the supplier's orders and receipts…",
        Parameters = [Supplier],
        Touches = [DataClass.Purchasing, DataClass.Stock],
        MaxRoundTrips = NameResolver.RoundTripsPerName + 1 + PurchaseOrderReader.RoundTrips + 1 + WaitingOrders.RoundTrips + SupplierRecordReader.RoundTrips,
    };

    protected override string Area => "purchase orders";

    protected override async Task<ToolResult> AnswerAsync(ToolContext context, ToolArguments arguments, CancellationToken cancellationToken)
    {
        foreach (var model in new[] { "res.partner", "purchase.order", "purchase.order.line" })
        {
            if (!await Client.MayReadAsync(context.Caller, model, cancellationToken))
            {
                return Denied();
            }
        }

        var resolved = await names.ResolveAsync(context, arguments, [Supplier], cancellationToken);
        if (resolved.Stop is { } stop)
        {
            return stop;
        }

        if ((resolved["supplier"]?.Id ?? (context.Focus is { Model: "res.partner" } focus ? focus.Id : null)) is not { } id)
        {
            return new ToolResult { Outcome = ToolOutcome.Ok, Found = false, QuestionBack = "Which supplier do you mean?" };
        }

        var sheet = new AnswerSheet(context, Client);
        var (from, to) = (sheet.Days.Today.AddDays(1 - Year), sheet.Days.Today);
        if (await PictureAsync(context, id, from, to, cancellationToken) is not { } picture)
        {
            return NotFound("I found no such supplier among those you may see.");
        }

        var money = await Client.MayReadAsync(context.Caller, "product.supplierinfo", cancellationToken);
        new SupplierSummaryWriter(sheet, picture, money).Write(new PurchaseOrdersWriter(sheet, resolved, money), new SupplierPerformanceWriter(sheet, resolved, from, to));
        return sheet.Finish();
    }

    private async Task<SupplierPicture?> PictureAsync(ToolContext context, int id, DateOnly from, DateOnly to, CancellationToken cancellationToken)
    {
        var caller = context.Caller;
        var partner = Client.SearchReadAsync(
            caller,
            new OdooQuery { Model = "res.partner", Domain = OdooDomain.Where("id", "=", id), Fields = ["name", "city", "buyer_id", "purchase_warn_msg", "write_date"], Limit = 1, WithArchived = true },
            cancellationToken);
        var of = OdooDomain.Where("partner_id", "child_of", id);
        var open = orders.ReadAsync(context, of.And("state", "in", Confirmed).And("order_line.move_ids.state", "in", StockReader.Open), "date_planned, id", MostOrders, cancellationToken);
        var unconfirmed = Client.CountAsync(caller, "purchase.order", of.And("state", "in", Unconfirmed), cancellationToken);
        await Task.WhenAll(partner, open, unconfirmed);
        if ((await partner).Rows.Count == 0)
        {
            return null;
        }

        var row = (await partner).Rows[0];
        var (found, total) = await open;
        if (!await SeesStockAsync(caller, cancellationToken))
        {
            return new SupplierPicture(row, found, total, await unconfirmed, null, null, false);
        }

        var waits = waiting.ReadAsync(context, [.. found.SelectMany(o => o.Lines).Where(l => l.Open > 0).Select(l => l.Row)], cancellationToken);
        var came = records.ReadAsync(context, [id], null, from, to, cancellationToken);
        await Task.WhenAll(waits, came);
        var (parts, cut) = await came;
        var record = parts.Count == 0 ? null : SupplierRecord.Joined(parts, id, row.Text("name") ?? string.Empty);
        return new SupplierPicture(row, found, total, await unconfirmed, await waits, record, cut);
    }

    private async Task<bool> SeesStockAsync(Caller caller, CancellationToken cancellationToken)
        => await Client.MayReadAsync(caller, "stock.picking", cancellationToken)
            && await Client.MayReadAsync(caller, "stock.move", cancellationToken)
            && await Client.MayReadAsync(caller, "stock.quant", cancellationToken);
}
