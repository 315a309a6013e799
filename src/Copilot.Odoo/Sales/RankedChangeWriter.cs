using System.Globalization;
using System.Text.Json.Nodes;
using Copilot.Contracts;
using Copilot.Odoo.Answers;
using Copilot.Odoo.Inventory;

namespace Copilot.Odoo.Sales;

/// <summary>Writes who bought, sold or was sold more or less than in the period before, by the difference in money.</summary>
internal sealed class RankedChangeWriter(AnswerSheet sheet, RankingRequest request, AskedPeriod asked, HistoryStart start)
{
    /// <summary>Writes the list; the amounts of both periods are of one currency each, the one with most revenue.</summary>
    public ToolResult Write(IReadOnlyList<SalesSum> now, IReadOnlyList<SalesSum> before)
    {
        var currency = now.Concat(before).GroupBy(s => s.Currency).OrderByDescending(g => g.Sum(s => s.Revenue)).FirstOrDefault()?.Key ?? "EUR";
        var (current, earlier) = (ById(now, currency), ById(before, currency));
        var all = current.Keys.Union(earlier.Keys).Select(id => new Change(id, Name(current.GetValueOrDefault(id) ?? earlier[id]), Amount(current, id), Amount(earlier, id))).ToList();
        var meant = all.Where(c => request.FromBottom ? c.Now < c.Before : c.Now > c.Before)
            .OrderByDescending(c => Math.Abs(c.Now - c.Before)).ThenBy(c => c.Name, StringComparer.Ordinal).ToList();
        var list = sheet.Aggregate(
            "ranked-change:period",
            $"{Phrase.Capital(request.Of)} with {request.Amount} in either period",
            $"{Phrase.Number(meant.Count)} of {Phrase.Count(all.Count, One, request.Of)} with {(request.FromBottom ? "less" : "more")} {request.Amount} {asked.Now.Words} than {asked.Before.Words} ({SalesReader.Revenue})",
            FactOf.Number(request.FromBottom ? "Less" : "More", meant.Count),
            FactOf.Number(request.Of, all.Count),
            FactOf.Number("Shown", Math.Min(meant.Count, request.Count)),
            FactOf.Date("From", asked.Now.From),
            FactOf.Date("To", asked.Now.To),
            FactOf.Date("Compared from", asked.Before.From),
            FactOf.Date("Compared to", asked.Before.To));
        if (start.Cuts(asked.Before))
        {
            sheet.Say(
                FindingRole.Headline,
                $"I can't compare {asked.Now.Words} with the time {asked.Before.Words}: the orders I can see begin on {Phrase.Day(start.FirstDay!.Value)}",
                null,
                list,
                start.Add(sheet));
            return sheet.Finish();
        }

        if (meant.Count == 0)
        {
            sheet.Say(FindingRole.Headline, $"None of {Phrase.Count(all.Count, One, request.Of)}{request.About} {Verb} {asked.Now.Words} than {asked.Before.Words}{request.Companies.Words}", null, list);
            return sheet.Finish();
        }

        var shown = meant.Take(request.Count).ToList();
        var cited = shown.ConvertAll(c => Add(c, currency));
        sheet.Say(
            FindingRole.Headline,
            $"{Phrase.Number(meant.Count)} of {Phrase.Count(all.Count, One, request.Of)}{request.About} {Verb} {asked.Now.Words} than {asked.Before.Words}{request.Companies.Words}; {shown[0].Name} {(request.FromBottom ? "fell" : "rose")} most: {Words(shown[0], currency)}",
            null,
            [list, .. cited[0]]);
        for (var i = 0; i < shown.Count; i++)
        {
            sheet.Say(FindingRole.Item, $"{shown[i].Name}: {Words(shown[i], currency)}", shown[i].Name, cited[i]);
        }

        if (now.Concat(before).Select(s => s.Currency).Distinct().Where(c => c != currency).Order(StringComparer.Ordinal).ToList() is { Count: > 0 } others)
        {
            sheet.Say(FindingRole.Caveat, $"Orders in {Phrase.List(others)} are left out: amounts of different currencies can't be compared", null, list);
        }

        if (shown.Count < meant.Count)
        {
            sheet.Say(FindingRole.Caveat, $"The list shows {shown.Count} of {Phrase.Number(meant.Count)}", null, list);
        }

        sheet.Show(new TableCard
        {
            Title = request.FromBottom ? "Less than before" : "More than before",
            Columns = [new("name", Phrase.Capital(One), FactKind.Text), new("amount", request.Of == "suppliers" ? "Purchases" : "Revenue (net)", FactKind.Money, currency), new("before", "Before", FactKind.Money, currency)],
            Rows = [.. shown.Select(c => (IReadOnlyList<JsonValue?>)[JsonValue.Create(c.Name), JsonValue.Create(c.Now), JsonValue.Create(c.Before)])],
            TotalRows = meant.Count,
            Sources = [.. cited.SelectMany(c => c).Distinct()],
        });
        return sheet.Finish(new ListCut(shown.Count, meant.Count));
    }

    private string One => request.Kind;

    private string Verb => (request.Of, request.FromBottom) switch
    {
        ("customers", true) => "bought less",
        ("customers", false) => "bought more",
        ("suppliers", true) => "sold us less",
        ("suppliers", false) => "sold us more",
        (_, true) => $"brought less {request.Amount}",
        _ => $"brought more {request.Amount}",
    };

    private static Dictionary<int, SalesSum> ById(IReadOnlyList<SalesSum> sums, string currency)
        => sums.Where(s => s.Currency == currency).GroupBy(s => s.Id).ToDictionary(g => g.Key, g => g.Aggregate((a, b) => a.Plus(b)));

    private static decimal Amount(Dictionary<int, SalesSum> sums, int id) => sums.TryGetValue(id, out var sum) ? Math.Round(sum.Revenue, 2) : 0;

    private string Name(SalesSum sum) => Phrase.Clean(request.Of == "products" ? ProductLabel.Short(sum.Name) : sum.Name, 80);

    private static string Words(Change change, string currency)
        => change.Before == 0 ? $"{Phrase.Money(change.Now, currency)} after nothing"
            : change.Now == 0 ? $"nothing after {Phrase.Money(change.Before, currency)}"
            : $"{Phrase.Money(change.Now, currency)} after {Phrase.Money(change.Before, currency)}, {Phrase.Change(Percent(change))}";

    private static decimal Percent(Change change) => Math.Round((change.Now - change.Before) / Math.Abs(change.Before) * 100, 1);

    private List<string> Add(Change change, string currency)
    {
        var id = change.Id.ToString(CultureInfo.InvariantCulture);
        var (now, before) = (FactOf.Money("This period", change.Now, currency), FactOf.Money("Compared with", change.Before, currency));
        var sums = sheet.Aggregate(
            $"ranked-change:{request.Of}:{id}",
            $"{Phrase.Clean(change.Name, 100)}: both periods",
            $"{change.Name}: {Phrase.Money(change.Now, currency)} {asked.Now.Words}, {Phrase.Money(change.Before, currency)} {asked.Before.Words}",
            FactOf.Text("Name", change.Name),
            now,
            before);
        return sheet.Change($"ranked-change:{request.Of}:{id}:percent", $"Change of {Phrase.Clean(change.Name, 80)}", now, before) is { } percent ? [sums, percent.Id] : [sums];
    }

    private sealed record Change(int Id, string Name, decimal Now, decimal Before);
}
