using System.Text.Json.Nodes;
using Copilot.Contracts;
using Copilot.Odoo.Answers;
using Copilot.Odoo.Names;
using Copilot.Odoo.Sales;

namespace Copilot.Odoo.Warehouse;

/// <summary>Writes how much was finished: all of it, then each warehouse.</summary>
internal sealed class ThroughputWriter(AnswerSheet sheet, AskedPeriod asked, ResolvedName? warehouse)
{
    private const string Definition = "transfers that were set to done in the period, by the day they were done; a split delivery counts each part";

    public ToolResult Write(IReadOnlyList<FinishedWork> work, IReadOnlyList<string> kinds)
    {
        var at = warehouse is { } w ? $" in {w.Code ?? w.Name}" : string.Empty;
        var (now, before) = (Counted("now", "all", asked.Now, work, w => w.Now), Counted("before", "all", asked.Before, work, w => w.Before));
        sheet.Say(FindingRole.Headline, $"{(work.Any(w => w.Now > 0) ? Words(work, kinds, w => w.Now) + " finished" : "Nothing was finished")}{at} {asked.Now.Words}; {(work.Any(w => w.Before > 0) ? Words(work, kinds, w => w.Before) : "nothing")} {asked.Before.Words}", null, now, before);
        var sites = work.GroupBy(w => w.Warehouse).Where(g => g.Any(w => w.Now + w.Before > 0)).ToList();
        foreach (var site in sites.Count > 1 ? sites : [])
        {
            List<FinishedWork> own = [.. site];
            sheet.Say(
                FindingRole.Item, $"{site.Key}: {Words(own, kinds, w => w.Now)}; before {Words(own, kinds, w => w.Before)}", site.Key, Counted("now", site.Key, asked.Now, own, w => w.Now), Counted("before", site.Key, asked.Before, own, w => w.Before));
        }

        sheet.Say(FindingRole.Detail, $"What counts: {Definition}", null, sheet.Aggregate("throughput:definition", "Definition of finished transfers", Definition, FactOf.Text("Definition", Definition)));
        sheet.Show(Table(work, now));
        return sheet.Finish();
    }

    private static string Words(IReadOnlyList<FinishedWork> work, IReadOnlyList<string> kinds, Func<FinishedWork, int> count)
        => Phrase.List(kinds.Select(k => Named(k, work.Where(w => w.Kind == k).Sum(count))));

    private static string Plural(string kind) => kind switch { "outgoing" => "deliveries", "incoming" => "receipts", _ => "internal transfers" };

    private static string Named(string kind, int count) => kind switch
    {
        "outgoing" => Phrase.Count(count, "delivery", "deliveries"),
        "incoming" => Phrase.Count(count, "receipt", "receipts"),
        _ => Phrase.Count(count, "internal transfer", "internal transfers"),
    };

    private string Counted(string when, string place, Period period, IReadOnlyList<FinishedWork> work, Func<FinishedWork, int> count)
        => sheet.Aggregate(
            $"throughput:{when}:{place}",
            $"Finished {period.Words}" + (place == "all" ? string.Empty : $": {place}"),
            $"{Phrase.List(work.Select(w => w.Kind).Distinct().Select(k => Named(k, work.Where(w => w.Kind == k).Sum(count))))} done {period.Words}",
            [.. work.Select(w => w.Warehouse).Distinct().Select(w => FactOf.Code("Warehouse", w)), .. work.GroupBy(w => w.Kind).Select(g => FactOf.Number(Plural(g.Key), g.Sum(count))), FactOf.Date("From", period.From), FactOf.Date("To", period.To)]);

    private static TableCard Table(IReadOnlyList<FinishedWork> work, string source) => new()
    {
        Title = "Finished transfers",
        Columns = [new("warehouse", "Warehouse", FactKind.Code), new("kind", "Transfer", FactKind.Text), new("now", "Finished", FactKind.Number), new("before", "Before", FactKind.Number)],
        Rows = [.. work.Where(w => w.Now + w.Before > 0).Select(w => (IReadOnlyList<JsonValue?>)[JsonValue.Create(w.Warehouse), JsonValue.Create(Plural(w.Kind)), JsonValue.Create(w.Now), JsonValue.Create(w.Before)])],
        TotalRows = work.Count(w => w.Now + w.Before > 0),
        Sources = [source],
    };
}
