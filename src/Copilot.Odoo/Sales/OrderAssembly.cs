using System.Collections.Concurrent;
using Copilot.Odoo.Answers;
using Copilot.Odoo.Client;
using Copilot.Odoo.Inventory;
using Copilot.Odoo.Purchasing;
using Copilot.Odoo.Warehouse;

namespace Copilot.Odoo.Sales;

/// <summary>Puts the rows of an order together. No round trips.</summary>
internal sealed class OrderAssembly(
    OrderParts parts,
    StockPicture stock,
    IReadOnlyDictionary<int, Cover> covers,
    IReadOnlyDictionary<int, Receipt> receipts,
    IReadOnlyList<OdooRow> activities,
    IReadOnlyList<OdooRow> classes,
    IReadOnlyList<OdooRow> creditTags,
    OdooConventions conventions,
    CallerDays days)
{
    private static readonly string[] States = ["done", "assigned", "confirmed", "waiting", "draft", "cancel"];

    private readonly ILookup<int, Cover> coversByTransfer = covers.Values.ToLookup(c => c.Demand.TransferId);
    private readonly HashSet<int> creditTagIds = [.. creditTags.Select(t => t.Id)];
    private readonly ConcurrentDictionary<int, string> customers = new();
    private readonly ConcurrentDictionary<int, string?> customerClasses = new();
    private readonly ConcurrentDictionary<int, string> people = new();
    private readonly ConcurrentDictionary<int, string> products = new();
    private readonly ConcurrentDictionary<int, string> units = new();
    private readonly ConcurrentDictionary<int, string> currencies = new();
    private readonly ILookup<(string Model, int Id), OdooRow> notes = activities.ToLookup(a => (a.Text("res_model") ?? string.Empty, a.Whole("res_id")));

    public OrderPicture Order(OdooRow row)
    {
        var customer = row.LinkId("partner_id");
        var partner = parts.Partner(customer);
        var transfers = parts.Transfers(row.Id).Select(Transfer).ToList();
        var lines = parts.Lines(row.Id).Select(Line).ToList();
        var confirmed = row.Says("state", "sale") || row.Says("state", "done");
        var warning = partner?.Text("sale_warn_msg");
        return new OrderPicture
        {
            Row = row,
            Name = row.Text("name") ?? string.Empty,
            CustomerId = customer,
            Customer = Name(customers, row, "partner_id", static name => name ?? "an unnamed customer"),
            CustomerClass = partner is null ? null : customerClasses.GetOrAdd(customer, static (_, of) => of.Assembly.Class(of.Partner), (Assembly: this, Partner: partner)),
            CustomerRow = partner,
            Warning = warning,
            Promised = days.Of(row.Moment("commitment_date")),
            Net = row.Number("amount_untaxed"),
            Currency = Name(currencies, row, "currency_id", static name => name ?? "EUR"),
            Warehouse = parts.Sites.All.FirstOrDefault(s => s.Id == row.LinkId("warehouse_id"))?.Code ?? row.Link("warehouse_id")?.Name ?? string.Empty,
            Salesperson = Name(people, row, "user_id", static name => name ?? string.Empty),
            ShipComplete = row.Says("picking_policy", "one"),
            CreditHold = row.Links("tag_ids").Any(creditTagIds.Contains),
            IsConfirmed = confirmed,
            IsOpen = confirmed && (transfers.Exists(t => t.IsOpen) || (transfers.Count == 0 && lines.Exists(l => l.Open > 0))),
            Lines = lines,
            Transfers = transfers,
            Troubles = Troubles(row.Id, transfers),
            Shortages = Shortages(transfers, lines),
        };
    }

    private List<Trouble> Troubles(int orderId, List<Transfer> transfers)
    {
        var noted = new List<OdooRow>(notes[("sale.order", orderId)]);
        foreach (var transfer in transfers)
        {
            noted.AddRange(notes[("stock.picking", transfer.Id)]);
        }

        return noted.Count == 0 ? [] : [.. noted.OrderBy(a => a.Id).Select(Trouble).OfType<Trouble>()];
    }

    private List<Shortage> Shortages(List<Transfer> transfers, List<OrderLine> lines)
    {
        var lacking = new List<Cover>();
        foreach (var transfer in transfers)
        {
            foreach (var cover in transfer.IsOpen ? coversByTransfer[transfer.Id] : [])
            {
                if (cover.Missing > 0)
                {
                    lacking.Add(cover);
                }
            }
        }

        return lacking.Count == 0 ? [] : [.. lacking.GroupBy(c => (c.Demand.ProductId, c.Demand.WarehouseId)).Select(g => Shortage(g.Key, [.. g], lines))];
    }

    private Shortage Shortage((int ProductId, int WarehouseId) goods, List<Cover> covers, List<OrderLine> lines)
    {
        var line = lines.Find(l => l.ProductId == goods.ProductId);
        var expected = covers.SelectMany(c => c.FromReceipts)
            .GroupBy(d => d.SupplyTransferId)
            .Where(g => receipts.ContainsKey(g.Key))
            .Select(g => new ExpectedPart(g.Sum(d => d.Quantity), receipts[g.Key]))
            .OrderBy(e => e.Receipt.Expected)
            .ToList();
        var missing = covers.Sum(c => c.Missing);
        return new Shortage(
            goods.ProductId,
            line?.Product ?? "a product",
            line?.Unit ?? string.Empty,
            missing,
            missing - expected.Sum(e => e.Quantity),
            stock.OnHold(goods.ProductId, goods.WarehouseId),
            expected);
    }

    private Transfer Transfer(OdooRow row)
        => new(
            row,
            row.Text("name") ?? string.Empty,
            State(row),
            parts.Sites.TypeOf(row.LinkId("picking_type_id"))?.Code ?? string.Empty,
            days.Of(row.Moment("scheduled_date")),
            days.Of(row.Moment("date_done")),
            row.Text("carrier_tracking_ref"));

    // Hundreds of thousands of lines name a few hundred products: each name is one text.
    private static string Name(ConcurrentDictionary<int, string> known, OdooRow row, string field, Func<string?, string> words)
    {
        var id = row.LinkId(field);
        return known.TryGetValue(id, out var name) ? name : known.GetOrAdd(id, words(row.Link(field)?.Name));
    }

    private static string State(OdooRow row) => Array.Find(States, s => row.Says("state", s)) ?? row.Text("state") ?? string.Empty;

    private OrderLine Line(OdooRow row)
        => new(
            row.Id,
            row.LinkId("product_id"),
            Name(products, row, "product_id", ProductLabel.Short),
            row.Number("product_uom_qty"),
            row.Number("qty_delivered"),
            row.Number("qty_invoiced"),
            Name(units, row, "product_uom_id", static name => name ?? string.Empty),
            row.Number("price_subtotal"));

    private Trouble? Trouble(OdooRow row)
    {
        var type = row.Link("activity_type_id")?.Name ?? string.Empty;
        TroubleKind? kind = type.Equals(conventions.PickExceptionActivity, StringComparison.OrdinalIgnoreCase) ? TroubleKind.FailedPick
            : type.Equals(conventions.MissingDocumentActivity, StringComparison.OrdinalIgnoreCase) ? TroubleKind.MissingDocument
            : null;
        return kind is { } k ? new Trouble(row, k, Phrase.Clean(row.Text("summary") ?? type), row.Text("res_model") ?? string.Empty, row.Whole("res_id")) : null;
    }

    private string? Class(OdooRow partner)
        => partner.Links("category_id")
            .Select(id => classes.FirstOrDefault(c => c.Id == id)?.Text("name"))
            .FirstOrDefault(n => n?.StartsWith(conventions.CustomerClassPrefix, StringComparison.OrdinalIgnoreCase) == true)
            ?[conventions.CustomerClassPrefix.Length..].Trim();
}
