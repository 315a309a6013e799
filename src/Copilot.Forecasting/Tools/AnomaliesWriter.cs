using System.Globalization;
using System.Text.Json.Nodes;
using Copilot.Contracts;
using Copilot.Forecasting.Unusual;

namespace Copilot.Forecasting.Tools;

/// <summary>Writes what stands out: the figure beside the usual one, how seldom that is, what to do, and how many would stand out by chance.</summary>
internal sealed class AnomaliesWriter(ForecastPage page, ObservedBook book, DateOnly since, DateOnly today)
{
    private const string Formula =
        "logarithms against the median of the same product or partner, in median absolute deviations and after the level of the month; how seldom that is comes from how far earlier figures of the kind were off, each against the others of its group";

    /// <summary>Writes the answer.</summary>
    public ToolResult Write(IReadOnlyList<(ObservedKind Kind, UnusualCheck Check)> checks, int count)
    {
        var found = checks.SelectMany(c => c.Check.Found).OrderByDescending(f => f.OneIn).ThenByDescending(f => Math.Abs(Math.Log(f.Figure.Value / f.Usual))).ThenBy(f => f.Figure.Document, StringComparer.Ordinal).ToList();
        var (looked, chance) = (checks.Sum(c => c.Check.Looked), checks.Sum(c => c.Check.ByChance));
        var sum = page.Model(
            "unusual",
            "Unusual figures",
            [Wording.NumberFact("Figures judged", looked), Wording.DayFact("Since", since), Wording.DayFact("Until", today), .. book.Names],
            Wording.NumberFact("Stand out", found.Count),
            Formula,
            [
                Wording.NumberFact("Would stand out by chance", chance), Wording.NumberFact("One in", UnusualCheck.Rarity), Wording.NumberFact("Without enough earlier ones", checks.Sum(c => c.Check.Passed)), Wording.NumberFact("Earlier figures", checks.Sum(c => c.Check.Earlier)),
                Wording.NumberFact("Shown", Math.Min(count, found.Count)),
            ]);
        page.Say(
            FindingRole.Headline,
            found.Count == 0
                ? $"Nothing stands out{book.Narrowed} since {Wording.Day(since)}: {Wording.Count(looked, "figure was", "figures were")} compared with what is usual"
                : $"{Wording.Count(found.Count, "figure stands", "figures stand")} out{book.Narrowed} since {Wording.Day(since)}, of {Wording.Number(looked)} that were compared with what is usual",
            sum);
        foreach (var one in found.Take(count))
        {
            Item(one);
        }

        foreach (var kind in found.Take(count).Select(f => f.Figure.Kind).Distinct())
        {
            page.Say(FindingRole.Advice, Advice(kind), sum);
        }

        page.Say(
            FindingRole.Caveat,
            $"About {Wording.Number(chance)} of them would stand out by chance alone, as no more than one in {Wording.Number(UnusualCheck.Rarity)} usual figures is told where there are enough earlier ones; unusual is not wrong",
            sum);
        if (checks.Sum(c => c.Check.Passed) is > 0 and var passed)
        {
            page.Say(FindingRole.Caveat, $"{Wording.Count(passed, "figure has", "figures have")} too few earlier ones of the same product or partner to be judged", sum);
        }

        foreach (var (kind, check) in checks.Where(c => c.Check is { Looked: 0, Passed: > 0 }))
        {
            new SeenFiguresWriter(page, book, since).Largest(kind, check, FindingRole.Caveat);
        }

        foreach (var remark in book.Remarks)
        {
            page.Say(FindingRole.Caveat, remark, sum);
        }

        if (found.Count > 0)
        {
            page.Show(Table([.. found.Take(count)], found.Count, sum));
        }

        return page.Finish();
    }

    private static string Advice(ObservedKind kind) => kind switch
    {
        ObservedKind.OrderQuantity => "Ask the customers behind the unusual quantities whether they are meant, before goods are bought or promised for them",
        ObservedKind.SalesPrice => "Check the unusual sales prices against the price list and who approved the discount",
        ObservedKind.PurchasePrice => "Check the unusual purchase prices against the agreement before the bill is paid",
        ObservedKind.Adjustment or ObservedKind.AdjustedQuantity => "Have the unusual adjustments counted again and their reason written down",
        ObservedKind.CustomerInvoice => "Check the unusual invoices before they are followed up",
        _ => "Hold the unusual bills until they match order and receipt",
    };

    private static string Times(UnusualFigure one)
    {
        var times = one.Figure.Value / one.Usual;
        return times >= 1.95 ? $"{Wording.Number(times)} times the usual" : times <= 1 / 1.95 ? $"{Wording.Percent(times)} of the usual" : $"{Wording.Percent(Math.Abs(times - 1))} {(times > 1 ? "above" : "below")} the usual";
    }

    private void Item(UnusualFigure one)
    {
        var f = one.Figure;
        var times = f.Value / one.Usual;
        var record = page.Record(f.Record, $"{f.Document}", $"{f.Document}, {f.Whose}, {Wording.Day(f.Day)}", f.Uri, Wording.CodeFact("Document", f.Document), Wording.CodeFact("Whose", f.Whose), Wording.DayFact("Day", f.Day));
        var key = page.Model(
            $"unusual:{f.Kind}:{f.Document}:{f.Group}",
            $"How unusual the {ObservedWords.What(f)} on {f.Document} is",
            [ObservedWords.AmountFact("Figure", f.Value, f), ObservedWords.AmountFact("Usual", one.Usual, f)],
            new Fact("One in", FactKind.Number, one.OneIn.ToString(CultureInfo.InvariantCulture)),
            Formula,
            Wording.CodeFact("Group", f.Group),
            Wording.NumberFact("Earlier ones of the same", one.Compared),
            Wording.NumberFact("Times", times),
            Wording.PercentFact("Share of the usual", times),
            Wording.PercentFact("Off the usual", Math.Abs(times - 1)));
        page.Say(
            FindingRole.Item,
            $"{f.Document} ({f.Whose}, {Wording.Day(f.Day)}): {ObservedWords.What(f)} {ObservedWords.Amount(f.Value, f)}, {Times(one)} {ObservedWords.Amount(one.Usual, f)}; one in {one.OneIn.ToString("#,0", CultureInfo.InvariantCulture)} is as far off",
            key,
            record);
    }

    private static TableCard Table(List<UnusualFigure> shown, int total, string key) => new()
    {
        Title = "Unusual figures",
        Columns = [new("document", "Document", FactKind.Code), new("whose", "Whose", FactKind.Text), new("what", "What", FactKind.Text), new("figure", "Figure", FactKind.Text), new("usual", "Usual", FactKind.Text), new("one_in", "One in", FactKind.Number)],
        Rows =
        [
            .. shown.Select(s => (IReadOnlyList<JsonValue?>)
            [
                JsonValue.Create(s.Figure.Document), JsonValue.Create(s.Figure.Whose), JsonValue.Create(ObservedWords.What(s.Figure)), JsonValue.Create(ObservedWords.Amount(s.Figure.Value, s.Figure)), JsonValue.Create(ObservedWords.Amount(s.Usual, s.Figure)), JsonValue.Create(s.OneIn),
            ]),
        ],
        TotalRows = total,
        Sources = [key],
    };
}
