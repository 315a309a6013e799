using System.Text.Json.Nodes;
using Copilot.Contracts;
using Copilot.Odoo.Answers;
using Copilot.Odoo.Names;

namespace Copilot.Odoo.Inventory;

/// <summary>Ranks and writes substitutes: the agreed ones first, then by likeness of name; those with enough free stock before the others.</summary>
internal sealed class SubstituteWriter(AnswerSheet sheet, StockRequest request, StockPicture stock, decimal? needed)
{
    private sealed record Candidate(StockedProduct Product, bool Agreed, double Likeness, decimal Free);

    public ToolResult Write(StockedProduct self, IReadOnlyList<StockedProduct> others, IReadOnlyList<string> named, int count)
    {
        var least = needed ?? 0.0001m;
        var all = others
            .Select(p => new Candidate(p, named.Contains(p.Label, StringComparer.OrdinalIgnoreCase), NameMatch.Alike(self.Name, p.Name), stock.Free(p.Id, request.WarehouseId)))
            .Where(c => c.Agreed || c.Likeness >= 0.25)
            .OrderByDescending(c => c.Free >= least).ThenByDescending(c => c.Agreed).ThenByDescending(c => c.Likeness).ThenByDescending(c => c.Free)
            .ToList();
        var ready = all.Where(c => c.Free >= least).ToList();
        var shown = (ready.Count > 0 ? ready : all).Take(count).ToList();
        var own = Add(self);
        var counted = sheet.Count(
            "substitutes", "Substitutes with free stock", ready.Select(c => c.Product.Label), $"products that can replace {self.Label} and have free stock{request.Where}", [FactOf.Number("Shown", shown.Count), FactOf.Code("Warehouse", request.Names["warehouse"]?.Code), .. needed is { } n ? [FactOf.Quantity("Needed", n, self.Unit)] : Array.Empty<Fact>()]);
        Headline(self, own, counted, ready, all.Count);
        foreach (var candidate in shown)
        {
            Item(self, candidate);
        }

        if (shown.FirstOrDefault(c => !c.Agreed) is { } guess)
        {
            sheet.Say(FindingRole.Caveat, $"{guess.Product.Label} and others not marked as agreed are guesses from category, unit and name: check that they fit before offering them", null, Add(guess.Product));
        }

        if (shown.Count < ready.Count)
        {
            sheet.Say(FindingRole.Caveat, $"The list shows {shown.Count} of {ready.Count}", null, counted);
        }

        if (shown.Count > 0)
        {
            sheet.Show(Table(shown));
        }

        return sheet.Finish(new ListCut(shown.Count, Math.Max(ready.Count, shown.Count)));
    }

    private void Headline(StockedProduct self, string own, string counted, List<Candidate> ready, int all)
    {
        var free = stock.Free(self.Id, request.WarehouseId);
        var have = $"{self.Label} ({self.Name}) itself has {Phrase.Quantity(free, self.Unit)} free{request.Where}";
        var enough = needed is { } n ? $"at least {Phrase.Quantity(n, self.Unit)}" : "free stock";
        var text = ready.Count > 0 ? $"{Phrase.Count(ready.Count, "substitute has", "substitutes have")} {enough}{request.Where}, first {ready[0].Product.Label} ({ready[0].Product.Name}); {have}"
            : all > 0 ? $"No substitute has {enough}{request.Where}; {have}"
            : $"I know no substitute for {self.Label}; {have}";
        sheet.Say(FindingRole.Headline, text, null, [own, .. sheet.AddTotals(self, stock, request), counted, .. ready.Take(1).Select(c => Add(c.Product))]);
    }

    private void Item(StockedProduct self, Candidate candidate)
    {
        var product = candidate.Product;
        var evidence = new List<string> { Add(product) };
        evidence.AddRange(sheet.AddTotals(product, stock, request));
        var text = $"{product.Label} ({product.Name}){(candidate.Agreed ? ", an agreed substitute" : string.Empty)}: {Phrase.Quantity(candidate.Free, product.Unit)} free{request.Where}";
        var (price, own) = (Price(product), Price(self));
        if (product.Row.Has("lst_price"))
        {
            evidence.Add(Add(self));
            evidence.Add(sheet.Calculate(
                $"price-difference:{product.Id}",
                $"Price difference {product.Label} to {self.Label}",
                CalculationOperation.Difference,
                [FactOf.Money(product.Label, price, Currency(product)), FactOf.Money(self.Label, own, Currency(self))],
                FactOf.Money("Difference", price - own, Currency(product)),
                "price of the substitute less price of the product",
                FactOf.Money("Amount of the difference", Math.Abs(price - own), Currency(product))));
            var difference = price == own ? "the same" : $"{Phrase.Money(Math.Abs(price - own), Currency(product))} {(price > own ? "more" : "less")}";
            text += $", list price {Phrase.Money(price, Currency(product))}" + (product.Unit == self.Unit ? $", {difference}" : $" for the unit {product.Unit}");
        }

        sheet.Say(FindingRole.Item, text, product.Label, evidence);
    }

    private string Add(StockedProduct product) => sheet.AddStock(product, stock, request);

    private static decimal Price(StockedProduct product) => Math.Round(product.Row.Number("lst_price"), 2);

    private static string Currency(StockedProduct product) => product.Row.Link("currency_id")?.Name ?? "EUR";

    private TableCard Table(List<Candidate> shown) => new()
    {
        Title = "Substitutes",
        Columns = [new("product", "Product", FactKind.Code), new("name", "Name", FactKind.Text), new("free", "Free", FactKind.Quantity), new("unit", "Unit", FactKind.Text), new("price", "List price", FactKind.Money, Currency(shown[0].Product)), new("agreed", "Agreed", FactKind.Text)],
        Rows = [.. shown.Select(c => (IReadOnlyList<JsonValue?>)
        [
            JsonValue.Create(c.Product.Label), JsonValue.Create(c.Product.Name), JsonValue.Create(c.Free), JsonValue.Create(c.Product.Unit), JsonValue.Create(Price(c.Product)), JsonValue.Create(c.Agreed),
        ])],
        Sources = [.. shown.Select(c => Add(c.Product))],
    };
}
