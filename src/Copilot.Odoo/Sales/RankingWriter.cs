using System.Globalization;
using System.Text.Json.Nodes;
using Copilot.Contracts;
using Copilot.Odoo.Answers;
using Copilot.Odoo.Inventory;

namespace Copilot.Odoo.Sales;

/// <summary>Writes a ranking: each with its amount and share, and what the shown ones make together.</summary>
internal sealed class RankingWriter(AnswerSheet sheet, RankingRequest request)
{
    /// <summary>For one among all: the period it is compared with, what was bought in it, and where the orders begin.</summary>
    public (Period Period, IReadOnlyList<SalesSum> Sums, HistoryStart Start)? Earlier { get; init; }

    private string Days => $"{Phrase.Day(request.Period.From)} to {Phrase.Day(request.Period.To)}";

    public ToolResult Write(IReadOnlyList<SalesSum> all)
    {
        var currency = all.GroupBy(s => s.Currency).OrderByDescending(g => g.Sum(s => s.Revenue)).FirstOrDefault()?.Key ?? "EUR";
        var sums = all.Where(s => s.Currency == currency).ToList();
        if (request.By == "margin" && sums.Exists(s => s.Margin is null))
        {
            return new ToolResult { Outcome = ToolOutcome.Denied, Found = false, Reason = "Your account may not read margins in Odoo. I can rank by revenue, quantity or number of orders instead." };
        }

        var ranked = (request.FromBottom ? sums.OrderBy(request.Measure) : sums.OrderByDescending(request.Measure)).ThenBy(s => s.Name, StringComparer.Ordinal).ToList();
        var shown = ranked.Take(request.Count).ToList();
        var period = Period(ranked.Count);
        if (ranked.Count == 0)
        {
            sheet.Say(FindingRole.Headline, $"I found no confirmed {(request.Of == "suppliers" ? "purchase" : "sales")} orders{request.About} from {Days} among those you may see", null, period);
            return sheet.Finish();
        }

        var total = Total(sums, currency);
        if (request.One is { } one)
        {
            return About(one.Id, one.Name, ranked, currency, total, period);
        }

        var evidence = new List<string> { period, Add(shown[0], currency) };
        if (request is { Of: "suppliers", By: "revenue", Only: not null, FromBottom: false })
        {
            sheet.Say(
                FindingRole.Headline,
                $"We ordered {total} net{request.About} from {Phrase.Count(ranked.Count, One, request.Of)} from {Days}{request.Companies.Words}, most from {Name(shown[0])}: {Amount(shown[0], currency)}",
                null,
                [.. evidence, All(sums, currency, total)]);
        }
        else
        {
            sheet.Say(
                FindingRole.Headline,
                $"{Name(shown[0])} comes {(request.FromBottom ? "last" : "first")} of {Phrase.Count(ranked.Count, One, request.Of)}{request.About} by {What} from {Days}{request.Companies.Words}: {Amount(shown[0], currency)}",
                null,
                evidence);
        }

        Items(shown, sums, currency, total);
        Together(shown, ranked, sums, currency, total);
        Caveats(all, currency, shown.Count, ranked.Count, period);
        Card(shown, ranked.Count, currency);
        return sheet.Finish(new ListCut(shown.Count, ranked.Count));
    }

    /// <summary>One among all: its amount, its place, its share.</summary>
    private ToolResult About(int id, string name, List<SalesSum> ranked, string currency, string total, string period)
    {
        var at = ranked.FindIndex(s => s.Id == id);
        if (at < 0)
        {
            sheet.Say(FindingRole.Headline, $"I found no confirmed purchase order with {name}{request.About} from {Days} among those you may see", null, period);
            return sheet.Finish();
        }

        var evidence = new List<string> { Add(ranked[at], currency) };
        var compared = new List<string>(evidence) { period };
        var against = Against(ranked[at], currency, compared);
        sheet.Say(FindingRole.Headline, $"We ordered {Phrase.Money(ranked[at].Revenue, currency)} net in {Phrase.Count(ranked[at].Orders, "order", "orders")} from {Name(ranked[at])}{request.About} from {Days}{request.Companies.Words}{against}", null, compared);
        var share = Share(ranked[at], ranked, currency, total, evidence);
        evidence.Add(sheet.Aggregate(
            $"ranking:place:{id.ToString(CultureInfo.InvariantCulture)}",
            $"Place of {Name(ranked[at])}",
            $"{Name(ranked[at])} is number {Phrase.Number(at + 1)} of {Phrase.Count(ranked.Count, One, request.Of)} by {What}, {Days}",
            FactOf.Number("Place", at + 1),
            FactOf.Number(request.Of, ranked.Count)));
        sheet.Say(FindingRole.Detail, $"That is place {Phrase.Number(at + 1)} of {Phrase.Count(ranked.Count, One, request.Of)} by {What}{(share is null ? string.Empty : $", {share} of {total}")}", null, [.. evidence, period]);
        return sheet.Finish();
    }

    /// <summary>How it was in the period before: <c>, up 12 % against €4,100.00 from … to …</c>.</summary>
    private string Against(SalesSum now, string currency, List<string> evidence)
    {
        if (Earlier is not { } earlier)
        {
            return string.Empty;
        }

        var before = Math.Round(earlier.Sums.Where(s => s.Id == now.Id && s.Currency == currency).Sum(s => s.Revenue), 2);
        evidence.Add(sheet.Aggregate(
            $"ranking:before:{now.Id.ToString(CultureInfo.InvariantCulture)}",
            $"{Phrase.Clean(now.Name, 100)}: {earlier.Period.Words}",
            $"{now.Name}: {Phrase.Money(before, currency)} {request.Amount} {earlier.Period.Words}",
            FactOf.Text("Name", now.Name),
            FactOf.Money("Before", before, currency),
            FactOf.Date("From", earlier.Period.From),
            FactOf.Date("To", earlier.Period.To)));
        if (earlier.Start.Cuts(earlier.Period))
        {
            evidence.Add(earlier.Start.Add(sheet));
            return earlier.Start.Words(earlier.Period, before, currency);
        }

        if (sheet.Change($"ranking:change:{now.Id.ToString(CultureInfo.InvariantCulture)}", $"Change of {request.Amount}", FactOf.Money("This period", now.Revenue, currency), FactOf.Money("Compared with", before, currency)) is not { } change)
        {
            return $"; nothing {earlier.Period.Words}";
        }

        evidence.Add(change.Id);
        return $", {Phrase.Change(change.Percent)} against {Phrase.Money(before, currency)} {earlier.Period.Words}";
    }

    private string? Share(SalesSum sum, List<SalesSum> sums, string currency, string total, List<string> evidence)
    {
        var all = sums.Sum(s => Math.Round(s.Revenue, 2));
        if (all <= 0)
        {
            return null;
        }

        var share = Math.Round(Math.Round(sum.Revenue, 2) / all * 100, 1);
        evidence.Add(sheet.Share($"ranking-share:{sum.Id}", $"Share of {Name(sum)}", FactOf.Money("Amount", sum.Revenue, currency), FactOf.Money("All", all, currency), share, $"its {request.Amount} by {total}"));
        return Phrase.Percent(share);
    }

    private string One => request.Kind;

    private string Title => (request.Of, request.FromBottom) switch
    {
        ("products", false) => "Top products",
        ("products", true) => "Bottom products",
        ("categories", false) => "Top categories",
        ("categories", true) => "Bottom categories",
        ("countries", false) => "Top countries",
        ("countries", true) => "Bottom countries",
        ("salespeople", false) => "Top salespeople",
        ("salespeople", true) => "Bottom salespeople",
        ("suppliers", false) => "Top suppliers",
        ("suppliers", true) => "Bottom suppliers",
        (_, true) => "Bottom customers",
        _ => "Top customers",
    };

    private string What => request.By == "revenue" ? request.Amount : request.By == "orders" ? "number of orders" : request.By;

    private string Period(int count)
        => sheet.Aggregate(
            "ranking:period",
            $"All {request.Of} of the period",
            $"{Phrase.Count(count, One, request.Of)} with {(request.Of == "suppliers" ? "confirmed purchase orders by confirmation day" : SalesReader.Revenue)}, {Days}",
            FactOf.Date("From", request.Period.From),
            FactOf.Date("To", request.Period.To),
            FactOf.Number(request.Of, count));

    private static string Total(List<SalesSum> sums, string currency) => Phrase.Money(sums.Sum(s => Math.Round(s.Revenue, 2)), currency);

    private string Name(SalesSum sum) => Phrase.Clean(request.Of == "products" ? ProductLabel.Short(sum.Name) : sum.Name, 80);

    private string Add(SalesSum sum, string currency)
        => sheet.Aggregate(
            $"{(request.Of == "suppliers" ? "purchase" : "sale")}.order:{request.Of}:{sum.Id.ToString(CultureInfo.InvariantCulture)}",
            $"{Phrase.Clean(sum.Name, 100)}: {Days}",
            $"{sum.Name}: {Phrase.Money(sum.Revenue, currency)} {request.Amount}{(request.Of == "categories" ? string.Empty : $" in {Phrase.Count(sum.Orders, "order", "orders")}")}, {Days}",
            [
                FactOf.Text("Name", sum.Name),
                FactOf.Money(request.Amount, sum.Revenue, currency),
                .. request.Of == "categories" ? Array.Empty<Fact>() : [FactOf.Number("Orders", sum.Orders)],
                FactOf.Quantity("Quantity", sum.Quantity, sum.Unit),
                .. sum.Margin is { } m && request.By == "margin" ? [FactOf.Money("Margin", m, currency)] : Array.Empty<Fact>(),
            ]);

    private string Amount(SalesSum sum, string currency) => request.By switch
    {
        "margin" => $"{Phrase.Money(sum.Margin ?? 0, currency)} margin on {Phrase.Money(sum.Revenue, currency)}",
        "quantity" => $"{Phrase.Quantity(Math.Round(sum.Quantity, 2), sum.Unit)} for {Phrase.Money(sum.Revenue, currency)}",
        "orders" => $"{Phrase.Count(sum.Orders, "order", "orders")} with {Phrase.Money(sum.Revenue, currency)}",
        _ when request.Of == "categories" => Phrase.Money(sum.Revenue, currency),
        _ => $"{Phrase.Money(sum.Revenue, currency)} in {Phrase.Count(sum.Orders, "order", "orders")}",
    };

    private void Items(List<SalesSum> shown, List<SalesSum> sums, string currency, string total)
    {
        foreach (var sum in shown)
        {
            var evidence = new List<string> { Add(sum, currency) };
            var text = $"{Name(sum)}: {Amount(sum, currency)}";
            if (request.By == "revenue" && Share(sum, sums, currency, total, evidence) is { } share)
            {
                text += $", {share} of all";
            }

            sheet.Say(FindingRole.Item, text, Name(sum), evidence);
        }
    }

    private void Together(List<SalesSum> shown, List<SalesSum> ranked, List<SalesSum> sums, string currency, string total)
    {
        if (request.By != "revenue" || shown.Count == ranked.Count || shown.Count < 2)
        {
            return;
        }

        var sum = sheet.Sum("ranking-shown", "Those shown together", shown.Select(s => (Name(s), s.Revenue)), currency, $"{request.Amount} of those shown");
        sheet.Say(FindingRole.Detail, $"Together they make {Phrase.Money(shown.Sum(s => Math.Round(s.Revenue, 2)), currency)} of {total}", null, sum, All(sums, currency, total));
    }

    private string All(List<SalesSum> sums, string currency, string total)
        => sheet.Aggregate("ranking:all", $"All {request.Amount} of the period", $"{total} with {Phrase.Count(sums.Count, One, request.Of)}", FactOf.Money("All", sums.Sum(s => Math.Round(s.Revenue, 2)), currency));

    private void Caveats(IReadOnlyList<SalesSum> all, string currency, int shown, int count, string period)
    {
        var others = all.Select(s => s.Currency).Where(c => c != currency).Distinct().Order(StringComparer.Ordinal).ToList();
        if (others.Count > 0)
        {
            sheet.Say(FindingRole.Caveat, $"Orders in {Phrase.List(others)} are left out: amounts of different currencies can't be compared", null, period);
        }

        if (request.By == "quantity" && all.Select(s => s.Unit).Distinct().Count() > 1)
        {
            sheet.Say(FindingRole.Caveat, "Quantities are in different units of measure, so the order says little across products", null, period);
        }

        if (shown < count)
        {
            sheet.Say(FindingRole.Caveat, $"The list shows {shown} of {Phrase.Number(count)}", null, period, sheet.Count("ranking-count", "Shown", Enumerable.Range(1, shown).Select(i => i.ToString(CultureInfo.InvariantCulture)), "those listed"));
        }
    }

    private void Card(List<SalesSum> shown, int total, string currency)
        => sheet.Show(new TableCard
        {
            Title = Title,
            Columns =
            [
                new("name", Phrase.Capital(One), FactKind.Text),
                new("amount", request.Of == "suppliers" ? "Purchases" : "Revenue (net)", FactKind.Money, currency),
                new("orders", "Orders", FactKind.Number),
                .. request.By == "margin" ? [new("margin", "Margin", FactKind.Money, currency)] : Array.Empty<TableColumn>(),
                .. request.By == "quantity" ? [new("quantity", "Quantity", FactKind.Number)] : Array.Empty<TableColumn>(),
            ],
            Rows = [.. shown.Select(s => (IReadOnlyList<JsonValue?>)
            [
                JsonValue.Create(Phrase.Clean(s.Name, 100)), JsonValue.Create(Math.Round(s.Revenue, 2)), JsonValue.Create(s.Orders),
                .. request.By == "margin" ? [JsonValue.Create(Math.Round(s.Margin ?? 0, 2))] : Array.Empty<JsonValue?>(),
                .. request.By == "quantity" ? [JsonValue.Create(Math.Round(s.Quantity, 2))] : Array.Empty<JsonValue?>(),
            ])],
            TotalRows = total,
            Sources = [.. shown.Select(s => Add(s, currency))],
        });
}
