using System.Text.Json.Nodes;
using Copilot.Contracts;
using Copilot.Odoo.Answers;
using Copilot.Odoo.Client;
using Copilot.Odoo.Names;

namespace Copilot.Odoo.Purchasing;

/// <summary>Writes what suppliers charge: the cheapest first, each with its quantities, lead time and what was paid last.</summary>
internal sealed class SupplierPricesWriter(AnswerSheet sheet, ResolvedNames names, IReadOnlyList<OdooRow> last, bool cut)
{
    private const int StepsShown = 4;

    /// <summary>Who sells one product.</summary>
    public ToolResult OfProduct(IReadOnlyList<SupplierPrice> prices, decimal? quantity, int count)
    {
        var product = names["product"]!;
        var code = product.Code ?? product.Name;
        var from = names["supplier"] is { } s ? $" of {s.Name}" : string.Empty;
        if (prices.Count == 0)
        {
            return new ToolResult { Outcome = ToolOutcome.Ok, Found = false, Reason = $"No vendor price{from} for {code} is in the price lists that you may see." };
        }

        // Prices in different currencies or units say nothing of each other.
        var measure = prices.GroupBy(p => (p.Currency, p.Unit)).OrderByDescending(g => g.Select(p => p.Supplier.Id).Distinct().Count()).ThenBy(g => g.Key.Currency, StringComparer.Ordinal).First().Key;
        var suppliers = prices.GroupBy(p => p.Supplier.Id)
            .Select(g => (Best: Best(g, quantity), Steps: g.OrderBy(p => p.LeastQuantity).ToList()))
            .OrderBy(s => (s.Best.Currency, s.Best.Unit) == measure ? 0 : 1).ThenBy(s => quantity is { } q && s.Best.LeastQuantity > q ? 1 : 0).ThenBy(s => s.Best.Price).ThenBy(s => s.Best.Supplier.Name, StringComparer.Ordinal).ToList();
        var first = suppliers[0].Best;
        var total = sheet.Count("supplier-prices", "Suppliers", suppliers.Select(p => p.Best.Supplier.Name), $"suppliers with a price for {code}{from} that holds today", [FactOf.Code("Product", code)]);
        var fits = quantity is not { } wanted || first.LeastQuantity <= wanted;
        sheet.Say(
            FindingRole.Headline,
            suppliers.Count == 1
                ? $"{(from.Length == 0 ? "Only " : string.Empty)}{first.Supplier.Name} {(from.Length == 0 ? "has" : "asks")} {(from.Length == 0 ? $"a price for {code}: {Price(first)}" : $"{Price(first)} for {code}")}"
                : $"{suppliers.Count} suppliers have a price for {code}; {(quantity is { } q ? fits ? $"the cheapest for {Phrase.Quantity(q, first.Unit)}" : "none sells so little, the cheapest" : "the cheapest")} is {first.Supplier.Name}: {Price(first)}",
            null,
            [total, Add(first), .. quantity is { } asked ? [sheet.Aggregate("quantity-asked", "Quantity asked for", $"{Phrase.Quantity(asked, first.Unit)}", FactOf.Quantity("Quantity", asked, first.Unit))] : Array.Empty<string>()]);
        foreach (var (best, steps) in suppliers.Take(count))
        {
            Item(best, steps, best.Supplier.Name);
        }

        if (suppliers.Any(p => (p.Best.Currency, p.Best.Unit) != measure))
        {
            sheet.Say(FindingRole.Caveat, "Prices in another currency or unit of measure stand at the end: they are not compared", null, total);
        }

        return Finish(suppliers.Count, count, total, [.. suppliers.Take(count).Select(p => p.Best)]);
    }

    /// <summary>What one supplier sells.</summary>
    public ToolResult OfSupplier(IReadOnlyList<SupplierPrice> prices, int count)
    {
        var supplier = names["supplier"]!;
        if (prices.Count == 0)
        {
            return new ToolResult { Outcome = ToolOutcome.Ok, Found = false, Reason = $"No price of {supplier.Name} is in the price lists that you may see." };
        }

        var products = prices.GroupBy(p => p.Product).Select(g => Best(g, null)).OrderBy(p => p.Product, StringComparer.Ordinal).ToList();
        var total = sheet.Count("supplier-products", "Products", products.Select(p => p.Product), $"products with a price of {supplier.Name} that holds today", [FactOf.Text("Supplier", supplier.Name)]);
        sheet.Say(FindingRole.Headline, $"{supplier.Name} has a price for {Phrase.Count(products.Count, "product", "products")}", null, total);
        foreach (var one in products.Take(count))
        {
            sheet.Say(FindingRole.Item, $"{one.Product}: {Price(one)}", one.Product, Add(one));
        }

        return Finish(products.Count, count, total, products.Take(count).ToList());
    }

    /// <summary>Who sells the products of a category.</summary>
    public ToolResult OfCategory(IReadOnlyList<SupplierPrice> prices, int count)
    {
        var of = $"{names["category"]!.Name}{(names["supplier"] is { } s ? $" of {s.Name}" : string.Empty)}";
        if (prices.Count == 0)
        {
            return new ToolResult { Outcome = ToolOutcome.Ok, Found = false, Reason = $"No vendor price in {of} is in the price lists that you may see." };
        }

        var offers = prices.GroupBy(p => (p.Product, p.Supplier.Id)).Select(g => (Best: Best(g, null), Steps: g.OrderBy(p => p.LeastQuantity).ToList())).OrderBy(o => o.Best.Product, StringComparer.Ordinal).ThenBy(o => o.Best.Price).ToList();
        var products = sheet.Count("supplier-products", "Products", offers.Select(o => o.Best.Product).Distinct(), $"products in {of} with a vendor price that holds today");
        var suppliers = sheet.Count("supplier-prices", "Suppliers", offers.Select(o => o.Best.Supplier.Name).Distinct(), $"suppliers with a price in {of} that holds today");
        sheet.Say(
            FindingRole.Headline,
            $"{Phrase.Count(offers.Select(o => o.Best.Product).Distinct().Count(), "product", "products")} in {of} can be bought from {Phrase.Count(offers.Select(o => o.Best.Supplier.Id).Distinct().Count(), "supplier", "suppliers")}",
            null, products, suppliers);
        foreach (var (best, steps) in offers.Take(count))
        {
            Item(best, steps, $"{best.Product} from {best.Supplier.Name}");
        }

        return Finish(offers.Count, count, products, [.. offers.Take(count).Select(o => o.Best)]);
    }

    /// <summary>The lowest price for a quantity; where none is sold so small, or none is named, the one for the smallest.</summary>
    private static SupplierPrice Best(IEnumerable<SupplierPrice> prices, decimal? quantity)
        => quantity is { } q && prices.Any(p => p.LeastQuantity <= q) ? prices.Where(p => p.LeastQuantity <= q).OrderBy(p => p.Price).ThenBy(p => p.Row.Id).First() : prices.OrderBy(p => p.LeastQuantity).ThenBy(p => p.Price).ThenBy(p => p.Row.Id).First();

    private static string Price(SupplierPrice price)
        => $"{Phrase.Money(price.Price, price.Currency)} for a {price.Unit}{(price.LeastQuantity > 1 ? $" from {Phrase.Quantity(price.LeastQuantity, price.Unit)}" : string.Empty)}, {Phrase.Days(price.Delay)} to deliver{(price.Until is { } day ? $", until {Phrase.Day(day)}" : string.Empty)}";

    private void Item(SupplierPrice best, List<SupplierPrice> steps, string about)
    {
        var evidence = new List<string> { Add(best) };
        var text = $"{about}: {Price(best)}";
        var further = steps.Where(s => s.Row.Id != best.Row.Id).Take(StepsShown).ToList();
        if (further.Count > 0)
        {
            evidence.AddRange(further.Select(Add));
            text += $"; {Phrase.List(further.Select(f => $"{Phrase.Money(f.Price, f.Currency)} from {Phrase.Quantity(f.LeastQuantity, f.Unit)}"))}";
        }

        if (last.FirstOrDefault(l => l.LinkId("partner_id") == best.Supplier.Id) is { } line)
        {
            var order = Phrase.Clean(line.Link("order_id")?.Name.Split(' ')[0], 40);
            evidence.Add(sheet.Record(
                "purchase.order.line", line.Id, $"Purchase order {order}", $"{order} at {best.Supplier.Name}: {Phrase.UnitPrice(PricePaidReader.NetPrice(line), Currency(line))} for a unit", line,
                FactOf.Code("Purchase order", order), FactOf.Money("Price paid", PricePaidReader.NetPrice(line), Currency(line))));
            text += $"; last bought at {Phrase.UnitPrice(PricePaidReader.NetPrice(line), Currency(line))} with {order}";
        }

        sheet.Say(FindingRole.Item, text, best.Supplier.Name, evidence);
    }

    private static string Currency(OdooRow row) => row.Link("currency_id")?.Name ?? "EUR";

    private string Add(SupplierPrice price)
        => sheet.Record(
            "product.supplierinfo",
            price.Row.Id,
            $"Price of {price.Supplier.Name} for {price.Product}",
            $"{price.Supplier.Name}, {price.Product}: {Price(price)}",
            price.Row,
            [
                FactOf.Text("Supplier", price.Supplier.Name), FactOf.Code("Product", price.Product), FactOf.Money("Price", price.Price, price.Currency), FactOf.Quantity("From", price.LeastQuantity, price.Unit), FactOf.Days("Lead time", price.Delay),
                .. price.Until is { } day ? [FactOf.Date("Until", day)] : Array.Empty<Fact>(),
            ]);

    private ToolResult Finish(int all, int count, string total, List<SupplierPrice> shown)
    {
        if (all > shown.Count)
        {
            sheet.Say(FindingRole.Caveat, $"The list shows {shown.Count} of {all}", null, total, sheet.Aggregate("shown", "Shown", $"{shown.Count} of {all}", FactOf.Number("Shown", shown.Count)));
        }

        if (cut)
        {
            sheet.Say(FindingRole.Caveat, "More prices match than I can weigh at once; name a product to see all of its", null, total);
        }

        sheet.Show(new TableCard
        {
            Title = "Vendor prices",
            Columns =
            [
                new("supplier", "Supplier", FactKind.Text), new("product", "Product", FactKind.Code), new("price", "Price", FactKind.Text), new("from", "From", FactKind.Quantity), new("unit", "Unit", FactKind.Text), new("delay", "Days to deliver", FactKind.Days),
            ],
            Rows =
            [
                .. shown.Select(p => (IReadOnlyList<JsonValue?>)
                [
                    JsonValue.Create(p.Supplier.Name), JsonValue.Create(p.Product), JsonValue.Create(Phrase.Money(p.Price, p.Currency)), JsonValue.Create(p.LeastQuantity), JsonValue.Create(p.Unit), JsonValue.Create(p.Delay),
                ]),
            ],
            TotalRows = all,
            Sources = [.. shown.Select(p => $"product.supplierinfo:{p.Row.Id}")],
        });
        return sheet.Finish(all > count ? new ListCut(shown.Count, all) : null);
    }
}
