using System.Text.Json.Nodes;
using Copilot.Contracts;
using Copilot.Odoo.Answers;

namespace Copilot.Odoo.Inventory;

/// <summary>Writes what stock is worth: the whole first, then its parts, then what makes the figure less than certain.</summary>
internal sealed class InventoryValueWriter(AnswerSheet sheet, Sites sites, InventoryValueRequest request)
{
    /// <summary>More units of measure than this are not listed in a sentence.</summary>
    private const int MostUnits = 4;

    /// <summary>Products without a cost that are named.</summary>
    private const int Named = 3;

    private string Now => Phrase.Day(request.Today);

    public ToolResult Write(IReadOnlyList<ValuedStock> stock, int unread)
    {
        var products = sheet.Aggregate(
            "inventory:products", "Products on hand", $"{Phrase.Count(Products(stock), "product", "products")} on hand{request.About} on {Now}",
            [FactOf.Number("Products", Products(stock)), FactOf.Date("Day", request.Today), .. request.Asked is { } asked ? [FactOf.Date("Asked for", asked)] : Array.Empty<Fact>(), .. request.Names.Facts]);
        if (stock.Count == 0)
        {
            sheet.Say(FindingRole.Headline, $"Nothing{request.About} is in stock{request.Companies.Words}", null, products);
            return sheet.Finish();
        }

        var groups = Groups(stock);
        var shown = groups.Take(request.Shown).ToList();
        var isSeen = stock.All(s => s.Cost is not null);
        if (isSeen)
        {
            Value(stock, groups, shown, products);
        }
        else
        {
            Quantities(stock, shown, products);
        }

        Caveats(stock, unread, isSeen, products);
        if (shown.Count < groups.Count)
        {
            sheet.Say(FindingRole.Caveat, $"The list shows {shown.Count} of {Phrase.Number(groups.Count)}, the largest first", null, sheet.Count("inventory-parts", "Parts", groups.Select(g => g.Name), $"one for each {request.Group}", FactOf.Number("Shown", shown.Count)));
        }

        sheet.Show(Table(shown, groups.Count, isSeen, products));
        return sheet.Finish(new ListCut(shown.Count, groups.Count));
    }

    private static int Products(IEnumerable<ValuedStock> stock) => stock.Select(s => s.Product.Id).Distinct().Count();

    private static string Label(ValuedStock stock) => $"{stock.Product.Label} {stock.Place}";

    /// <summary>The parts, each of one currency, the most valuable first.</summary>
    private List<Part> Groups(IReadOnlyList<ValuedStock> stock)
        => [.. stock.GroupBy(s => (Name: Name(s), s.Currency))
            .Select(g => new Part(g.Key.Name, g.Key.Currency, [.. g.OrderBy(s => s.Product.Id).ThenBy(s => s.Place, StringComparer.Ordinal)]))
            .OrderByDescending(p => p.Worth).ThenByDescending(p => p.Stock.Sum(s => s.Quantity)).ThenBy(p => p.Name, StringComparer.Ordinal)];

    private string Name(ValuedStock stock) => request.Group switch
    {
        "category" => stock.Category.Length > 0 ? stock.Category : "no category",
        "product" => stock.Product.Label,
        "company" => stock.Company,
        _ => stock.WarehouseId > 0 ? sites.Code(stock.WarehouseId) : "outside of a warehouse",
    };

    private void Value(IReadOnlyList<ValuedStock> stock, List<Part> groups, List<Part> shown, string products)
    {
        var totals = groups.GroupBy(g => g.Currency).Select(c => (
            Text: Phrase.Money(c.Sum(g => g.Worth), c.Key),
            Id: sheet.Sum($"inventory-value:{c.Key}", "Stock value", c.Select(g => (g.Name, g.Worth)), c.Key, $"values by {request.Group}, added up; value is the {ValuedStock.Definition}", FactOf.Date("Day", request.Today)))).ToList();
        sheet.Say(
            FindingRole.Headline,
            $"The stock{request.About}{request.Companies.Words} is worth {Phrase.List(totals.Select(t => t.Text))} at cost now ({Now}): {Phrase.Count(Products(stock), "product", "products")} on hand",
            null,
            [.. totals.Select(t => t.Id), products]);
        foreach (var part in shown)
        {
            var evidence = new List<string> { Evidence(part) };
            var whole = groups.Where(g => g.Currency == part.Currency).Sum(g => g.Worth);
            var text = $"{Title(part)}: {Phrase.Money(part.Worth, part.Currency)}";
            if (groups.Count > 1 && whole > 0 && part.Worth > 0)
            {
                var percent = Math.Round(part.Worth / whole * 100, 1);
                evidence.Add(sheet.Share($"inventory-share:{part.Name}:{part.Currency}", $"Share of {part.Name}", FactOf.Money(part.Name, part.Worth, part.Currency), FactOf.Money("All", whole, part.Currency), percent, "value by the value of all"));
                text += $", {Phrase.Percent(percent)} of it";
            }

            sheet.Say(FindingRole.Item, $"{text}; {What(part)}", part.Name, evidence);
        }

        sheet.Say(FindingRole.Detail, $"Stock value means: {ValuedStock.Definition}", null, sheet.Aggregate("inventory:definition", "Definition of stock value", ValuedStock.Definition, FactOf.Text("Definition", ValuedStock.Definition)));
    }

    private void Quantities(IReadOnlyList<ValuedStock> stock, List<Part> shown, string products)
    {
        var all = new Part("all", string.Empty, stock);
        sheet.Say(FindingRole.Headline, $"{Phrase.Count(Products(stock), "product", "products")}{request.About} {(Products(stock) == 1 ? "is" : "are")} on hand now ({Now}){request.Companies.Words}: {Units(all)}", null, products, Evidence(all));
        foreach (var part in shown)
        {
            sheet.Say(FindingRole.Item, $"{Title(part)}: {What(part)}", part.Name, Evidence(part));
        }
    }

    private void Caveats(IReadOnlyList<ValuedStock> stock, int unread, bool isSeen, string products)
    {
        if (request.Asked is { } asked)
        {
            sheet.Say(FindingRole.Caveat, $"I can only look at the stock as it is now, not as it was on {Phrase.Day(asked)}", null, products);
        }

        if (!isSeen)
        {
            sheet.Say(FindingRole.Caveat, "Values are not shown: your account may not see cost", null, products);
        }

        var free = stock.Where(s => s.Cost is 0 && s.Quantity > 0).Select(s => s.Product.Label).Distinct().Order(StringComparer.Ordinal).ToList();
        if (free.Count > 0)
        {
            var counted = sheet.Count("inventory-without-cost", "Products without a cost", free, "products on hand whose cost is zero", free.Take(Named).Select(f => FactOf.Code("Product", f)));
            sheet.Say(FindingRole.Caveat, $"{Phrase.Count(free.Count, "product on hand has", "products on hand have")} no cost in Odoo and {(free.Count == 1 ? "counts" : "count")} as nothing: {Phrase.List(free.Take(Named))}{(free.Count > Named ? " among them" : string.Empty)}", null, counted);
        }

        Negative([.. stock.Where(s => s.Quantity < 0).OrderBy(s => s.Worth).ThenBy(s => s.Quantity).ThenBy(s => s.Product.Id)], isSeen);
        if (unread > 0)
        {
            sheet.Say(FindingRole.Caveat, $"{Phrase.Count(unread, "product is", "products are")} left out, which your account may not read", null, sheet.Aggregate("inventory:unread", "Left out", $"{Phrase.Count(unread, "product", "products")} not readable", FactOf.Number("Left out", unread)));
        }
    }

    /// <summary>Places where more was booked out than in: they take off from the value, though nothing real can be less than nothing.</summary>
    private void Negative(List<ValuedStock> negative, bool isSeen)
    {
        if (negative.Count == 0)
        {
            return;
        }

        var first = negative[0];
        var evidence = new List<string>
        {
            sheet.Count("inventory-negative", "Negative stock", negative.Select(Label), "product and place with less than nothing on hand", FactOf.Code("Product", first.Product.Label), FactOf.Text("Place", first.Place), FactOf.Quantity("Missing", -first.Quantity, first.Product.Unit)),
        };
        var text = $"Negative stock in {Phrase.Count(negative.Count, "place", "places")}, for example {first.Product.Label} in {Phrase.Clean(first.Place, 80)} ({Phrase.Quantity(-first.Quantity, first.Product.Unit)} less than nothing)";
        foreach (var currency in isSeen ? negative.GroupBy(n => n.Currency) : [])
        {
            evidence.Add(sheet.Sum($"inventory-negative:{currency.Key}", "Taken off by negative stock", currency.Select(n => (Label(n), -n.Worth)), currency.Key, "what is less than nothing, at cost"));
            text += $"; it takes {Phrase.Money(currency.Sum(n => -n.Worth), currency.Key)} off the value";
        }

        sheet.Say(FindingRole.Caveat, text, null, evidence);
    }

    private string Title(Part part)
        => request.Group == "product" ? $"{part.Name} ({Phrase.Clean(part.Stock[0].Product.Name, 80)})"
            : request.Group == "warehouse" && sites.All.FirstOrDefault(s => s.Code == part.Name) is { } site && site.Name != site.Code ? $"{site.Code} ({Phrase.Clean(site.Name, 60)})" : Phrase.Clean(part.Name, 100);

    private string What(Part part) => request.Group == "product" ? Units(part) : $"{Phrase.Count(Products(part.Stock), "product", "products")}, {Units(part)}";

    private static string Units(Part part)
    {
        var units = part.Units;
        return Phrase.List(units.Take(MostUnits).Select(u => Phrase.Quantity(u.Quantity, u.Unit))) + (units.Count > MostUnits ? " and other units" : string.Empty);
    }

    private string Evidence(Part part)
    {
        IEnumerable<Fact> facts =
        [
            FactOf.Text("Part", Title(part)), FactOf.Number("Products", Products(part.Stock)), .. part.Units.Select(u => FactOf.Quantity("On hand", u.Quantity, u.Unit)),
            .. part.IsSeen ? [FactOf.Money("Value at cost", part.Worth, part.Currency)] : Array.Empty<Fact>(),
        ];
        return request.Group == "product" && part.Name != "all"
            ? sheet.Record("product.product", part.Stock[0].Product.Id, $"Stock of {part.Name} — {part.Stock[0].Product.Name}", $"{Title(part)}: {Units(part)}", part.Stock[0].Product.Row, [FactOf.Code("Product", part.Name), .. facts])
            : sheet.Aggregate(
                $"inventory:{part.Name}:{part.Currency}", $"Stock: {part.Name}", $"{Title(part)}: {What(part)}" + (part.IsSeen ? $", worth {Phrase.Money(part.Worth, part.Currency)} (quantity times cost, added up over products and places)" : string.Empty), facts);
    }

    private TableCard Table(List<Part> shown, int total, bool isSeen, string products) => new()
    {
        Title = isSeen ? "Stock value" : "Stock on hand",
        Columns =
        [
            new("part", Phrase.Capital(request.Group), FactKind.Text), new("products", "Products", FactKind.Number), new("onHand", "On hand", FactKind.Text),
            .. isSeen ? [new TableColumn("value", "Value at cost", FactKind.Money, shown[0].Currency)] : Array.Empty<TableColumn>(),
        ],
        Rows = [.. shown.Where(p => !isSeen || p.Currency == shown[0].Currency).Select(p => (IReadOnlyList<JsonValue?>)
        [
            JsonValue.Create(Title(p)), JsonValue.Create(Products(p.Stock)), JsonValue.Create(Units(p)), .. isSeen ? [JsonValue.Create(p.Worth)] : Array.Empty<JsonValue?>(),
        ])],
        TotalRows = total,
        Sources = [products],
    };

    private sealed record Part(string Name, string Currency, IReadOnlyList<ValuedStock> Stock)
    {
        public decimal Worth { get; } = Stock.Sum(s => s.Worth);

        public bool IsSeen => Stock.All(s => s.Cost is not null);

        /// <summary>Quantities by unit of measure, which can't be added up with each other; the largest first.</summary>
        public IReadOnlyList<(string Unit, decimal Quantity)> Units { get; } =
            [.. Stock.GroupBy(s => s.Product.Unit).Select(g => (g.Key, g.Sum(s => s.Quantity))).OrderByDescending(u => Math.Abs(u.Item2)).ThenBy(u => u.Key, StringComparer.Ordinal)];
    }
}
