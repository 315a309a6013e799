using Copilot.Contracts;
using Copilot.Odoo.Answers;
using Copilot.Odoo.Client;
using Copilot.Odoo.Inventory;

namespace Copilot.Odoo.Purchasing;

/// <summary>Reads what was paid for products on confirmed purchase orders: two round trips, whatever the number of orders.</summary>
internal sealed class PricePaidReader(IOdooClient client)
{
    public const int RoundTrips = 2;

    /// <summary>The states of confirmed orders.</summary>
    public static readonly string[] Bought = ["purchase", "done"];

    private const int MostRows = 20_000;

    /// <summary>What a purchase line paid for one unit without tax, after its discount.</summary>
    public static decimal NetPrice(OdooRow line) => Math.Round(line.Number("price_unit") * (1 - (line.Number("discount") / 100)), 4);

    /// <summary>The prices paid on orders confirmed in some days, and whether more lines matched than were read (the newest are).</summary>
    /// <param name="context">The turn.</param>
    /// <param name="lines">Which lines of purchase orders.</param>
    /// <param name="from">The first day.</param>
    /// <param name="to">The last day.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public async Task<(IReadOnlyList<PricePaid> Paid, bool IsCut)> ReadAsync(ToolContext context, OdooDomain lines, DateOnly from, DateOnly to, CancellationToken cancellationToken)
    {
        var days = new CallerDays(context);
        var bought = client.SearchReadAsync(
            context.Caller,
            new OdooQuery
            {
                Model = "purchase.order.line",
                Domain = lines.And("order_id.state", "in", Bought).And("order_id.date_approve", ">=", days.Start(from)).And("order_id.date_approve", "<=", days.End(to)).And("product_id", "!=", null).And("product_qty", ">", 0),
                Fields = ["order_id", "partner_id", "product_id", "product_qty", "product_uom_id", "price_unit", "discount", "currency_id", "write_date"],
                Order = "id desc",
                Limit = MostRows,
            },
            cancellationToken);
        var orders = client.SearchReadAsync(
            context.Caller,
            new OdooQuery
            {
                Model = "purchase.order",
                Domain = OdooDomain.Where("state", "in", Bought).And("date_approve", ">=", days.Start(from)).And("date_approve", "<=", days.End(to)),
                Fields = ["name", "date_approve"],
                Order = "id desc",
                Limit = MostRows,
            },
            cancellationToken);
        await Task.WhenAll(bought, orders);
        var confirmed = (await orders).Rows.ToDictionary(o => o.Id);
        return ([.. (await bought).Rows.Select(r => Read(r, confirmed, days)).OfType<PricePaid>()], (await bought).Rows.Count >= MostRows || (await orders).Rows.Count >= MostRows);
    }

    private static PricePaid? Read(OdooRow row, Dictionary<int, OdooRow> orders, CallerDays days)
        => row.Link("order_id") is { } order && orders.GetValueOrDefault(order.Id) is { } confirmed && days.Of(confirmed.Moment("date_approve")) is { } day && row.Link("partner_id") is { } supplier && row.Link("product_id") is { } product
            ? new PricePaid(
                row, Phrase.Clean(confirmed.Text("name"), 40), day, (supplier.Id, Phrase.Clean(supplier.Name, 80)), ProductLabel.Short(product.Name), product.Id, Phrase.Clean(row.Link("product_uom_id")?.Name, 20),
                row.Link("currency_id")?.Name ?? "EUR", row.Number("product_qty"), NetPrice(row))
            : null;
}
