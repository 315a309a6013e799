using System.Text.Json.Nodes;
using Copilot.Contracts;
using Copilot.Odoo.Answers;
using Copilot.Odoo.Names;
using Copilot.Odoo.Purchasing;

namespace Copilot.Odoo.Inventory;

/// <summary>Writes what can be promised: the answer to yes or no first, then how it comes about.</summary>
internal sealed class AvailabilityWriter(AnswerSheet sheet, Sites sites, StockPicture stock, IReadOnlyDictionary<int, Receipt> receipts, ResolvedName? warehouse, DateOnly by)
{
    private const int ReceiptsShown = 3;

    private string When => by == sheet.Days.Today ? "today" : $"by {Phrase.Day(by)}";

    public ToolResult Write(IReadOnlyList<StockedProduct> products, decimal? wanted)
    {
        if (products.Count == 0)
        {
            var none = sheet.Count("promised", "Products found", [], "products that match");
            sheet.Say(FindingRole.Headline, "I found no such product among those you may see", null, none);
            return sheet.Finish(found: false);
        }

        if (products.Count > 1)
        {
            var counted = sheet.Count("promised", "Matching products", products.Select(p => p.Label), "products whose name matches", FactOf.Date("By", by));
            sheet.Say(FindingRole.Headline, $"{Phrase.Count(products.Count, "product matches", "products match")}; this can be promised of each {When}", null, counted);
            foreach (var product in products)
            {
                var (text, evidence) = Answer(product, wanted, Places(product));
                sheet.Say(FindingRole.Item, text, product.Label, evidence);
            }

            return sheet.Finish();
        }

        One(products[0], wanted);
        return sheet.Finish();
    }

    private void One(StockedProduct product, decimal? wanted)
    {
        var places = Places(product);
        var (text, evidence) = Answer(product, wanted, places);
        sheet.Say(FindingRole.Headline, text, product.Label, evidence);
        foreach (var (site, promise) in places)
        {
            Place(product, site, promise);
        }

        if (wanted is { } quantity)
        {
            Elsewhere(product, quantity, places);
        }

        sheet.Show(Table(product, places));
    }

    /// <summary>The warehouses asked for; of all, those that hold or expect something.</summary>
    private List<(Site Site, Promise Promise)> Places(StockedProduct product)
    {
        var all = sites.All.Where(s => warehouse is null || s.Id == warehouse.Id).Select(s => (Site: s, Promise: Promise.Of(stock, product.Id, s.Id, sheet.Days.Today, by))).ToList();
        var active = all.Where(p => warehouse is not null || stock.OnHand(product.Id, p.Site.Id) != 0 || p.Promise.Receipts != 0 || p.Promise.Needed != 0 || p.Promise.Overdue.Count > 0).ToList();
        return active.Count > 0 ? active : all;
    }

    private (string Text, List<string> Evidence) Answer(StockedProduct product, decimal? wanted, List<(Site Site, Promise Promise)> places)
    {
        var evidence = new List<string>();
        var label = $"{product.Label} ({product.Name})";
        if (places.Count == 1)
        {
            var (site, promise) = places[0];
            evidence.Add(Add(product, site, promise));
            evidence.Add(Free(product, site));
            var can = $"{Phrase.Quantity(promise.Quantity, product.Unit)} of {label} can be promised {When} from {site.Code}";
            return (wanted is not { } one ? can : promise.Quantity >= one ? $"Yes: {can}, {Phrase.Number(one)} are asked for" : $"No: only {can}, {Phrase.Number(one)} are asked for", [.. evidence, .. Asked(product, wanted)]);
        }

        evidence.AddRange(places.SelectMany(p => new[] { Add(product, p.Site, p.Promise), Free(product, p.Site) }));
        var total = places.Sum(p => p.Promise.Quantity);
        evidence.Add(sheet.Calculate(
            $"promise-all:{product.Id}", $"{product.Label} that can be promised {When}", CalculationOperation.Sum, [.. places.Select(p => FactOf.Quantity(p.Site.Code, p.Promise.Quantity, product.Unit))],
            FactOf.Quantity("Can be promised", total, product.Unit), "what each warehouse can promise, added up", FactOf.Date("By", by)));
        var parts = Phrase.List(places.Select(p => $"{Phrase.Number(p.Promise.Quantity)} from {p.Site.Code}"));
        var text = $"{Phrase.Quantity(total, product.Unit)} of {label} can be promised {When}: {parts}";
        if (wanted is not { } quantity)
        {
            return (text, evidence);
        }

        evidence.AddRange(Asked(product, wanted));
        return places.Where(p => p.Promise.Quantity >= quantity).Select(p => p.Site).FirstOrDefault() is { } whole
            ? ($"Yes, from {whole.Code}: {text}; {Phrase.Number(quantity)} are asked for", evidence)
            : (total >= quantity ? $"Only from several warehouses together: {text}; {Phrase.Number(quantity)} are asked for" : $"No: only {text}; {Phrase.Number(quantity)} are asked for", evidence);
    }

    private IEnumerable<string> Asked(StockedProduct product, decimal? wanted)
        => wanted is { } quantity
            ? [sheet.Aggregate($"asked:{product.Id}", $"Asked for of {product.Label}", $"{Phrase.Quantity(quantity, product.Unit)} asked for, as the question says", FactOf.Quantity("Asked for", quantity, product.Unit))]
            : [];

    private void Place(StockedProduct product, Site site, Promise promise)
    {
        var parts = new List<string> { $"{Phrase.Quantity(promise.Free, product.Unit)} free" };
        if (promise.Receipts > 0)
        {
            parts.Add($"plus {Phrase.Number(promise.Receipts)} from receipts {When}");
        }

        if (promise.Needed > 0)
        {
            parts.Add($"less {Phrase.Number(promise.Needed)} that open deliveries due by then still need");
        }

        var evidence = new List<string> { Add(product, site, promise), Free(product, site) };
        var text = $"{site.Code}: {string.Join(", ", parts)}";
        if (promise.KeptForLater)
        {
            text += $"; {Phrase.Number(promise.ByDay - promise.Least)} of that is kept for deliveries due later";
            evidence.Add(sheet.Calculate(
                $"promise-later:{product.Id}:{site.Id}", $"{product.Label} in {site.Code} kept for later deliveries", CalculationOperation.Difference, [FactOf.Quantity("By the day", promise.ByDay, product.Unit), FactOf.Quantity("Least on a later day", promise.Least, product.Unit)],
                FactOf.Quantity("Kept for later", promise.ByDay - promise.Least, product.Unit), "what is there by the day less the least that is left on any later day"));
        }

        sheet.Say(FindingRole.Detail, text, product.Label, evidence);
        foreach (var supply in promise.Counted.Take(ReceiptsShown))
        {
            Coming(product, site, supply);
        }

        if (promise.Overdue.Count > 0)
        {
            var overdue = sheet.Calculate(
                $"promise-overdue:{product.Id}:{site.Id}", $"{product.Label} overdue from suppliers to {site.Code}", CalculationOperation.Sum, [.. promise.Overdue.Select(s => FactOf.Quantity("Overdue", s.Quantity, product.Unit))],
                FactOf.Quantity("Overdue", promise.Overdue.Sum(s => s.Quantity), product.Unit), "receipts whose day is over, added up");
            sheet.Say(FindingRole.Caveat, $"{Phrase.Quantity(promise.Overdue.Sum(s => s.Quantity), product.Unit)} are overdue from suppliers to {site.Code} and not counted: nobody has a firm day for them", product.Label, overdue);
        }
    }

    private void Coming(StockedProduct product, Site site, Supply supply)
    {
        var move = sheet.AddSupply(product, supply, site.Code);
        if (!receipts.TryGetValue(supply.TransferId, out var receipt))
        {
            sheet.Say(FindingRole.Detail, $"{Phrase.Quantity(supply.Quantity, product.Unit)} come to {site.Code}, expected {Phrase.Day(supply.Due)}", product.Label, move);
            return;
        }

        var evidence = new List<string> { move, sheet.Add(receipt) };
        var text = $"{Phrase.Quantity(supply.Quantity, product.Unit)} come to {site.Code} with {receipt.Label} from {receipt.Supplier}, expected {Phrase.Day(supply.Due)}";
        if (receipt.History.IsTelling && receipt.History.ShareLaterThan(0) >= 0.3)
        {
            evidence.Add(sheet.AddPunctuality(receipt.History, 0));
            text += $"; careful, {receipt.History.Punctuality(0)}";
        }

        sheet.Say(FindingRole.Detail, text, product.Label, evidence);
    }

    /// <summary>When it can't be done as asked: the first day it can, and from where else.</summary>
    private void Elsewhere(StockedProduct product, decimal quantity, List<(Site Site, Promise Promise)> places)
    {
        if (places.Any(p => p.Promise.Quantity >= quantity))
        {
            return;
        }

        foreach (var (site, _) in places)
        {
            if (Promise.FirstDay(stock, product.Id, site.Id, sheet.Days.Today, by, quantity) is { } day)
            {
                var then = Promise.Of(stock, product.Id, site.Id, sheet.Days.Today, day);
                sheet.Say(FindingRole.Advice, $"{site.Code} can promise {Phrase.Quantity(then.Quantity, product.Unit)} from {Phrase.Day(day)} on, if its receipts come as expected", product.Label, Add(product, site, then, day));
            }
        }

        foreach (var site in sites.All.Where(s => places.All(p => p.Site.Id != s.Id)))
        {
            var promise = Promise.Of(stock, product.Id, site.Id, sheet.Days.Today, by);
            if (promise.Quantity >= quantity)
            {
                sheet.Say(FindingRole.Advice, $"{site.Code} can promise {Phrase.Quantity(promise.Quantity, product.Unit)} {When}", product.Label, Add(product, site, promise));
            }
        }
    }

    private string Add(StockedProduct product, Site site, Promise promise, DateOnly? day = null)
        => sheet.Calculate(
            $"promise:{product.Id}:{site.Id}" + (day is { } d ? $":{d:yyyyMMdd}" : string.Empty),
            $"{product.Label} that {site.Code} can promise",
            CalculationOperation.Model,
            [
                FactOf.Quantity("Free", promise.Free, product.Unit), FactOf.Quantity("Receipts by then", promise.Receipts, product.Unit), FactOf.Quantity("Needed by open deliveries due by then", promise.Needed, product.Unit),
                FactOf.Quantity("Least left on a later day", promise.Least, product.Unit),
            ],
            FactOf.Quantity("Can be promised", promise.Quantity, product.Unit),
            "free stock plus receipts expected from today to the day, less what open deliveries due by then still need; never more than is left on a later day, never below zero",
            [
                FactOf.Code("Product", product.Label), FactOf.Text("Name", product.Name), FactOf.Code("Warehouse", site.Code), FactOf.Date("By", day ?? by), FactOf.Quantity("Free", promise.Free, product.Unit),
                FactOf.Quantity("Receipts by then", promise.Receipts, product.Unit), FactOf.Quantity("Needed by then", promise.Needed, product.Unit),
            ]);

    /// <summary>The product's record with the stock that the promise begins with.</summary>
    private string Free(StockedProduct product, Site site)
        => sheet.Record(
            "product.product",
            product.Id,
            $"Stock of {product.Label} — {product.Name}",
            $"{product.Label} {product.Name}: " + string.Join("; ", sites.All.Select(s => $"{s.Code} {Phrase.Quantity(stock.OnHand(product.Id, s.Id), product.Unit)} on hand, {Phrase.Quantity(stock.Free(product.Id, s.Id), product.Unit)} free")),
            product.Row,
            [
                FactOf.Code("Product", product.Label),
                FactOf.Text("Name", product.Name),
                .. sites.All.SelectMany(s => new[] { FactOf.Code("Warehouse", s.Code), FactOf.Quantity($"On hand in {s.Code}", stock.OnHand(product.Id, s.Id), product.Unit), FactOf.Quantity($"Free in {s.Code}", stock.Free(product.Id, s.Id), product.Unit) }),
            ]);

    private TableCard Table(StockedProduct product, List<(Site Site, Promise Promise)> places) => new()
    {
        Title = $"{product.Label}: can be promised {When}",
        Columns =
        [
            new("warehouse", "Warehouse", FactKind.Code), new("free", "Free", FactKind.Quantity, product.Unit), new("receipts", "Receipts by then", FactKind.Quantity, product.Unit),
            new("needed", "Needed by then", FactKind.Quantity, product.Unit), new("promise", "Can be promised", FactKind.Quantity, product.Unit),
        ],
        Rows = [.. places.Select(p => (IReadOnlyList<JsonValue?>)
        [
            JsonValue.Create(p.Site.Code), JsonValue.Create(p.Promise.Free), JsonValue.Create(p.Promise.Receipts), JsonValue.Create(p.Promise.Needed), JsonValue.Create(p.Promise.Quantity),
        ])],
        Sources = [.. places.Select(p => Add(product, p.Site, p.Promise))],
    };
}
