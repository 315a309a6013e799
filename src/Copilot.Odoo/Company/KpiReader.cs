using Copilot.Contracts;
using Copilot.Odoo.Answers;
using Copilot.Odoo.Client;
using Copilot.Odoo.Inventory;
using Copilot.Odoo.Sales;

namespace Copilot.Odoo.Company;

/// <summary>A receipt that was due in a period.</summary>
internal sealed record DueReceipt(string Name, string Supplier, bool OnTime);

/// <summary>Cost of the goods shipped and of the stock on hand; null where the account may not read what goods cost.</summary>
internal sealed record StockTurns(decimal Shipped, decimal OnHand, int Products);

/// <summary>Reads what the other key figures stand on.</summary>
internal sealed class KpiReader(IOdooClient client)
{
    public const int ReceiptTrips = 1;
    public const int TurnTrips = 3;

    private const int MostRows = 20_000;

    private static readonly string[] NoReceipt = ["draft", "cancel"];

    /// <summary>Receipts from suppliers with their agreed day in the period.</summary>
    public async Task<IReadOnlyList<DueReceipt>> ReceiptsAsync(ToolContext context, Period period, OdooDomain narrowed, CancellationToken cancellationToken)
    {
        var days = new CallerDays(context);
        var page = await client.SearchReadAsync(
            context.Caller,
            new OdooQuery
            {
                Model = "stock.picking",
                Domain = narrowed.And("picking_type_id.code", "=", "incoming").And("location_id.usage", "=", "supplier").And("state", "not in", NoReceipt)
                    .And("date_deadline", ">=", days.Start(period.From)).And("date_deadline", "<=", days.End(period.To)),
                Fields = ["name", "partner_id", "date_deadline", "date_done", "state"],
                Order = "id",
                Limit = MostRows,
            },
            cancellationToken);
        return [.. page.Rows.Select(r => new DueReceipt(
            r.Text("name") ?? string.Empty,
            r.Link("partner_id")?.Name ?? "an unnamed supplier",
            r.Text("state") == "done" && days.Of(r.Moment("date_done")) <= days.Of(r.Moment("date_deadline"))))];
    }

    /// <summary>What was shipped in the period and what is on hand, at today's cost; null when the account may not read costs.</summary>
    public async Task<StockTurns?> TurnsAsync(ToolContext context, Period period, OdooDomain narrowed, CancellationToken cancellationToken)
    {
        var days = new CallerDays(context);
        var shipped = client.ReadGroupAsync(
            context.Caller,
            new OdooGrouping
            {
                Model = "stock.move",
                Domain = narrowed.And("state", "=", "done").And("location_dest_id.usage", "=", "customer").And("date", ">=", days.Start(period.From)).And("date", "<=", days.End(period.To)),
                GroupBy = ["product_id"], Aggregates = ["quantity:sum"], Limit = MostRows,
            },
            cancellationToken);
        var stock = client.ReadGroupAsync(
            context.Caller,
            new OdooGrouping { Model = "stock.quant", Domain = narrowed.And(ValuedStock.Counted), GroupBy = ["product_id"], Aggregates = ["quantity:sum"], Limit = MostRows },
            cancellationToken);
        await Task.WhenAll(shipped, stock);
        var ids = (await shipped).Concat(await stock).Select(r => r.Link("product_id")?.Id ?? 0).Where(i => i > 0).Distinct().Order().ToList();
        if (ids.Count == 0)
        {
            return new StockTurns(0, 0, 0);
        }

        var page = await client.SearchReadAsync(
            context.Caller, new OdooQuery { Model = "product.product", Domain = OdooDomain.Where("id", "in", ids), Fields = ["standard_price"], Limit = MostRows, WithArchived = true }, cancellationToken);
        if (page.Rows.Count == 0 || !page.Rows[0].Has("standard_price"))
        {
            return null;
        }

        var cost = page.Rows.ToDictionary(r => r.Id, r => r.Number("standard_price"));
        decimal Worth(IEnumerable<OdooRow> rows) => rows.Sum(r => r.Number("quantity") * cost.GetValueOrDefault(r.Link("product_id")?.Id ?? 0));
        return new StockTurns(Math.Round(Worth(await shipped), 2), Math.Round(Worth(await stock), 2), ids.Count);
    }
}
