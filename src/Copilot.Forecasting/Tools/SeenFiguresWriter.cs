using System.Globalization;
using Copilot.Contracts;
using Copilot.Forecasting.Unusual;

namespace Copilot.Forecasting.Tools;

/// <summary>Where too little is known to call anything unusual: what was seen, the largest first, and what is missing to judge it.</summary>
internal sealed class SeenFiguresWriter(ForecastPage page, ObservedBook book, DateOnly since)
{
    private const int MostShown = 3;

    /// <summary>Writes the answer when no kind can be judged.</summary>
    /// <param name="checks">What was looked at, by kind.</param>
    public ToolResult Write(IReadOnlyList<(ObservedKind Kind, UnusualCheck Check)> checks)
    {
        var seen = checks.Where(c => c.Check.Passed > 0).ToList();
        var count = seen.Sum(c => c.Check.Passed);
        var sum = page.Model(
            "seen",
            "Figures that can't be judged",
            [Wording.DayFact("Since", since), .. book.Names, .. seen.Select(s => Wording.NumberFact($"Earlier {ObservedWords.Many(s.Kind)}", s.Check.Earlier))],
            Wording.NumberFact("Figures seen", count),
            "counted; none is compared, as too few earlier ones are known",
            Wording.NumberFact("Earlier ones needed", UnusualCheck.Least));
        page.Say(
            FindingRole.Headline,
            $"Whether anything is unusual{book.Narrowed} since {Wording.Day(since)} can't be told yet: there {(count == 1 ? "is" : "are")} {Wording.Count(count, "figure", "figures")}, but fewer than {UnusualCheck.Least} earlier ones of a kind that they could be compared with",
            sum);
        foreach (var (kind, check) in seen)
        {
            Largest(kind, check, FindingRole.Item);
        }

        page.Say(FindingRole.Advice, "Look at the largest yourself: they are only the largest, nothing says that they are wrong", sum);
        foreach (var remark in book.Remarks)
        {
            page.Say(FindingRole.Caveat, remark, sum);
        }

        return page.Finish();
    }

    /// <summary>Names the largest figures of a kind that can't be judged.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="check">Its check.</param>
    /// <param name="role">What the sentences are in the answer.</param>
    public void Largest(ObservedKind kind, UnusualCheck check, FindingRole role)
    {
        var shown = check.Unjudged.Take(MostShown).ToList();
        var keys = shown.ConvertAll(f => page.Record(
            f.Record, f.Document, $"{f.Document}, {f.Whose}, {Wording.Day(f.Day)}: {ObservedWords.Amount(f.Value, f)}", f.Uri,
            Wording.CodeFact("Document", f.Document), Wording.CodeFact("Whose", f.Whose), Wording.DayFact("Day", f.Day)));
        var count = page.Model(
            $"seen:{kind}",
            $"The {ObservedWords.Many(kind)} that can't be judged",
            [Wording.NumberFact("Earlier ones to compare with", check.Earlier), Wording.NumberFact("Needed", UnusualCheck.Least)],
            Wording.NumberFact("Seen", check.Passed),
            "counted since the first day; the largest by size",
            [Wording.NumberFact("Shown", shown.Count), .. shown.SelectMany(f => new[] { Wording.CodeFact("Document", f.Document), Wording.CodeFact("Whose", f.Whose), Wording.DayFact("Day", f.Day), ObservedWords.AmountFact("Figure", f.Value, f) })]);
        page.Say(
            role,
            $"Of {check.Passed.ToString("#,0", CultureInfo.InvariantCulture)} {ObservedWords.Many(kind)} too little is known to judge them; the largest: {string.Join("; ", shown.Select(f => $"{f.Document} ({f.Whose}, {Wording.Day(f.Day)}) {ObservedWords.Amount(f.Value, f)}"))}",
            [count, .. keys]);
    }
}
