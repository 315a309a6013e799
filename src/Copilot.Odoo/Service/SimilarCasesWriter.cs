using System.Text.Json.Nodes;
using Copilot.Contracts;
using Copilot.Odoo.Answers;
using Copilot.Odoo.Client;

namespace Copilot.Odoo.Service;

/// <summary>Writes cases that are alike: how they ended as a whole, then the likest.</summary>
internal sealed class SimilarCasesWriter(AnswerSheet sheet)
{
    private const int EndingsShown = 3;

    public ToolResult Write(Case? ticket, IReadOnlyList<Case> alike, IReadOnlyDictionary<int, (OdooRow Row, string Text)> endings, bool cut, int count)
    {
        var about = ticket is null ? "what you describe" : $"{ticket.Number} ({ticket.Subject})";
        var self = ticket is null ? Array.Empty<string>() : [sheet.Add(ticket)];
        var shown = alike.Take(count).ToList();
        var list = sheet.Count("similar", "Similar closed cases", alike.Select(c => c.Number), "closed tickets with the same rare words or the same product", FactOf.Number("Shown", shown.Count));
        if (alike.Count == 0)
        {
            sheet.Say(FindingRole.Headline, $"I found no closed case like {about} among those you may see", ticket?.Number, [list, .. self]);
            return sheet.Finish();
        }

        var groups = alike.Where(c => endings.ContainsKey(c.Id) && endings[c.Id].Text.Length > 0).GroupBy(c => endings[c.Id].Text).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).ToList();
        var evidence = new List<string> { list };
        evidence.AddRange(self);
        var text = $"{Phrase.Count(alike.Count, "closed case is", "closed cases are")} like {about}";
        if (groups.Count > 0)
        {
            evidence.Add(sheet.Count("ending:0", "Cases that ended so", groups[0].Select(c => c.Number), $"cases whose last words are: {groups[0].Key}", FactOf.Text("Ending", groups[0].Key)));
            text += $"; most often, {groups[0].Count()} times, the last words were “{groups[0].Key}”";
        }

        sheet.Say(FindingRole.Headline, text, ticket?.Number, evidence);
        foreach (var (group, i) in groups.Take(EndingsShown).Skip(1).Select((g, i) => (g, i + 1)))
        {
            var ending = sheet.Count($"ending:{i}", "Cases that ended so", group.Select(c => c.Number), $"cases whose last words are: {group.Key}", FactOf.Text("Ending", group.Key));
            sheet.Say(FindingRole.Detail, $"{Phrase.Count(group.Count(), "case ended", "cases ended")} with “{group.Key}”", null, ending);
        }

        var days = alike.Where(c => c is { Created: not null, Closed: not null }).Select(c => c.Closed!.Value.DayNumber - c.Created!.Value.DayNumber).Order().ToList();
        if (days.Count > 0)
        {
            var middle = days[(days.Count - 1) / 2];
            var late = alike.Where(c => c.Breached).ToList();
            var usual = sheet.Calculate("similar-days", "Days until such a case was closed", CalculationOperation.Model, [FactOf.Number("Counted", days.Count)], FactOf.Days("Usual days", middle), "middle of the days from coming in to closing");
            var breached = sheet.Count("similar-late", "Closed after their deadline", late.Select(c => c.Number), "those closed after their deadline");
            sheet.Say(FindingRole.Detail, $"Such a case took {Phrase.Days(middle)} as a rule; {late.Count} of {alike.Count} were closed after their deadline", null, usual, breached, list);
        }

        foreach (var item in shown)
        {
            var ids = new List<string> { sheet.Add(item) };
            var line = $"{item.Number} {item.Customer}: {item.Subject}" + (item.Closed is { } closed ? $", closed {Phrase.Day(closed)}" : string.Empty);
            if (endings.TryGetValue(item.Id, out var last) && last.Text.Length > 0)
            {
                ids.Add(sheet.Record("mail.message", last.Row.Id, $"Message on {item.Number}", last.Text, last.Row, FactOf.Text("Text", last.Text), FactOf.Code("Ticket", item.Number)));
                line += $": “{last.Text}”";
            }

            sheet.Say(FindingRole.Item, line, item.Number, ids);
        }

        if (shown.Count < alike.Count)
        {
            sheet.Say(FindingRole.Caveat, $"The list shows the {shown.Count} likest of {alike.Count}", null, list);
        }

        if (cut)
        {
            sheet.Say(FindingRole.Caveat, "Only the latest closed tickets were compared: there are more than I can read at once", null, list);
        }

        sheet.Show(Table(shown, alike.Count, endings));
        return sheet.Finish(new ListCut(shown.Count, alike.Count));
    }

    private static TableCard Table(List<Case> shown, int total, IReadOnlyDictionary<int, (OdooRow Row, string Text)> endings) => new()
    {
        Title = "Similar cases",
        Columns = [new("ticket", "Ticket", FactKind.Code), new("customer", "Customer", FactKind.Text), new("subject", "Subject", FactKind.Text), new("closed", "Closed", FactKind.Date), new("ending", "How it ended", FactKind.Text)],
        Rows = [.. shown.Select(c => (IReadOnlyList<JsonValue?>)
        [
            JsonValue.Create(c.Number), JsonValue.Create(c.Customer), JsonValue.Create(c.Subject), c.Closed is { } d ? JsonValue.Create(FactOf.Date("d", d).Value) : null, endings.TryGetValue(c.Id, out var last) ? JsonValue.Create(last.Text) : null,
        ])],
        TotalRows = total,
        Sources = [.. shown.Select(c => $"helpdesk.ticket:{c.Id}")],
    };
}
