using Copilot.Contracts;
using Copilot.Odoo.Answers;
using Copilot.Odoo.Client;
using Copilot.Odoo.Exceptions.Cases;
using Copilot.Odoo.Exceptions.Scanning;
using Copilot.Odoo.Inventory;
using Copilot.Odoo.Sales;

namespace Copilot.Odoo.Exceptions.Kinds;

/// <summary>Open orders sold with a discount of at least ten per cent, and open purchase orders that pay at least three per cent more than the supplier's price list says.</summary>
internal sealed class PriceDeviationFinder : IExceptionFinder
{
    private const decimal Discount = 10;
    private const decimal Above = 0.03m;

    public string Kind => Taxonomy.PriceDeviation;

    public async Task<IReadOnlyList<FoundCase>> FindAsync(ScanReads reads, CancellationToken cancellationToken)
    {
        var book = await reads.BookAsync();
        var bought = await reads.BoughtAsync();
        return [.. book.Orders.Where(o => o.IsOpen).Select(o => Sold(book, o, reads.Days.Today)).OfType<FoundCase>(), .. await BoughtAsync(reads, bought)];
    }

    private static FoundCase? Sold(ScanBook book, OrderPicture order, DateOnly today)
    {
        var lines = book.LinesOf(order).Where(l => l.Number("discount") >= Discount && l.Number("price_subtotal") > 0).OrderByDescending(l => l.Number("discount")).ThenBy(l => l.Id).ToList();
        if (lines.Count == 0)
        {
            return null;
        }

        var given = lines.Sum(l => Math.Round(l.Number("price_unit") * l.Number("product_uom_qty") * l.Number("discount") / 100, 2));
        return new FoundCase
        {
            Kind = Taxonomy.PriceDeviation,
            Key = FormattableString.Invariant($"sale:{order.Id}"),
            Title = $"Price deviation: {order.Name} for {Phrase.Clean(order.Customer, 80)}",
            Summary = $"{order.Name} for {Phrase.Clean(order.Customer, 80)} gives a discount of {Phrase.Percent(lines[0].Number("discount"))} on {ProductLabel.Short(lines[0].Link("product_id")?.Name)}, {Phrase.Money(given, order.Currency)} in all.",
            Cause = $"The price of {Phrase.Count(lines.Count, "line lies", "lines lie")} at least {Phrase.Percent(Discount)} under the list.",
            Subjects = [ScanBook.RecordOf(order)],
            Stakes = [new Stake(ScanBook.RecordOf(order), given, order.Currency, order.CustomerClass, order.Promised)],
            Touches = [DataClass.Sales],
            Needs = ["sale.order.line"],
            Recoverable = order.Promised is { } p ? p >= today : null,
            Confidence = 0.8,
            Actions = [CaseActions.ToDo("order", order.Name, $"Check who approved the discount of {Phrase.Percent(lines[0].Number("discount"))}")],
        };
    }

    private static async Task<IReadOnlyList<FoundCase>> BoughtAsync(ScanReads reads, IReadOnlyList<BoughtLine> bought)
    {
        var products = bought.Select(l => l.ProductLink?.Id ?? 0).Where(i => i > 0).Distinct().ToList();
        if (products.Count == 0)
        {
            return [];
        }

        var templates = (await reads.AllAsync("product.product", OdooDomain.Where("id", "in", products), ["product_tmpl_id"], withArchived: true)).ToDictionary(r => r.Id, r => r.LinkId("product_tmpl_id"));
        var prices = (await reads.OptionalAsync("product.supplierinfo", OdooDomain.Where("product_tmpl_id", "in", templates.Values.Distinct()), ["partner_id", "product_tmpl_id", "product_id", "min_qty", "price", "currency_id", "date_start", "date_end"]))
            .ToLookup(r => (Supplier: r.LinkId("partner_id"), Template: r.LinkId("product_tmpl_id")));
        return
        [
            .. bought.Select(l => (Line: l, Agreed: Agreed(l, prices, templates, reads.Days)))
                .Where(p => p.Agreed is { } agreed && agreed > 0 && p.Line.Row.Number("price_unit") >= agreed * (1 + Above))
                .GroupBy(p => p.Line.Order.Id)
                .Select(g => Dear([.. g.OrderBy(p => p.Line.Row.Id).Select(p => (p.Line, p.Agreed!.Value))])),
        ];
    }

    /// <summary>What the supplier's list says for this product, quantity and day; null when it says nothing in this currency.</summary>
    private static decimal? Agreed(BoughtLine line, ILookup<(int Supplier, int Template), OdooRow> prices, Dictionary<int, int> templates, CallerDays days)
    {
        if (line.ProductLink is not { } product || line.Supplier is not { } supplier || !templates.TryGetValue(product.Id, out var template))
        {
            return null;
        }

        return prices[(supplier.Id, template)]
            .Where(p => (p.Link("product_id") is not { } only || only.Id == product.Id) && p.Number("min_qty") <= line.Row.Number("product_qty") && (p.Link("currency_id")?.Name ?? line.Currency) == line.Currency
                && !(p.Date("date_start") > days.Today) && !(p.Date("date_end") < days.Today))
            .OrderByDescending(p => p.Number("min_qty")).ThenBy(p => p.Number("price")).Select(p => (decimal?)p.Number("price")).FirstOrDefault();
    }

    private static FoundCase Dear(IReadOnlyList<(BoughtLine Line, decimal Agreed)> lines)
    {
        var (first, agreed) = lines[0];
        var order = first.Order;
        var record = new CaseRecord("purchase.order", order.Id, order.Name);
        var price = first.Row.Number("price_unit");
        var excess = lines.Sum(l => Math.Round((l.Line.Row.Number("price_unit") - l.Agreed) * l.Line.Row.Number("product_qty"), 2));
        return new FoundCase
        {
            Kind = Taxonomy.PriceDeviation,
            Key = FormattableString.Invariant($"purchase:{order.Id}"),
            Title = $"Price deviation: {order.Name}",
            Summary = $"{order.Name} pays {Phrase.Money(price, first.Currency)} for {first.Product}, {Phrase.Percent(Math.Round(((price / agreed) - 1) * 100, 1))} more than the {Phrase.Money(agreed, first.Currency)} of the supplier's list; {Phrase.Money(excess, first.Currency)} too much in all.",
            Cause = "The price of the purchase order is not the agreed one.",
            Subjects = [record],
            Stakes = [new Stake(record, excess, first.Currency)],
            Touches = [DataClass.Purchasing],
            Needs = ["purchase.order.line", "product.supplierinfo"],
            Recoverable = true,
            Confidence = 0.9,
            Actions = [CaseActions.ToDo("purchase_order", order.Name, $"Clear the price of {first.Product} with the supplier before the bill comes")],
            About = [.. first.Supplier is { } s ? new[] { new CaseRecord("res.partner", s.Id, Phrase.Clean(s.Name, 80)) } : []],
        };
    }
}
