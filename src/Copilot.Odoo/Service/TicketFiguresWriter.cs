using System.Text.Json.Nodes;
using Copilot.Contracts;
using Copilot.Odoo.Answers;
using Copilot.Odoo.Inventory;
using Copilot.Odoo.Sales;

namespace Copilot.Odoo.Service;

/// <summary>Writes how many tickets came, and who or what they were about.</summary>
internal sealed class TicketFiguresWriter(AnswerSheet sheet, AskedPeriod asked, string about, string group)
{
    private const string NoProduct = "no product named";
    private const string Definition = "helpdesk tickets by the day they were opened, whatever they were about: Odoo keeps no mark that tells a complaint from a question";

    public ToolResult Write(IReadOnlyList<Case> cases, int total, int before, int count)
    {
        var (now, earlier) = (Count("now", asked.Now, total), Count("before", asked.Before, before));
        var evidence = new List<string> { now, earlier };
        var text = total == 0 ? $"No ticket{about} was opened {asked.Now.Words}" : $"{Phrase.Count(total, "ticket", "tickets")}{about} {(total == 1 ? "was" : "were")} opened {asked.Now.Words}";
        decimal? change = null;
        if (total > 0 && before > 0)
        {
            change = Math.Round((decimal)(total - before) / before * 100, 1);
            evidence.Add(sheet.Calculate(
                "tickets-change", "Change of tickets", CalculationOperation.PercentChange, [FactOf.Number("This period", total), FactOf.Number("Compared with", before)], FactOf.Percent("Change", change.Value), "the period against the one it is compared with",
                FactOf.Percent("Size of the change", Math.Abs(change.Value))));
            text += $", {Phrase.Change(change.Value)} against {Phrase.Number(before)} {asked.Before.Words}";
        }
        else
        {
            text += before == 0 ? $"; none {asked.Before.Words}" : $"; {Phrase.Number(before)} {asked.Before.Words}";
        }

        sheet.Say(FindingRole.Headline, text, null, evidence);
        if (cases.Count > 0)
        {
            Ended(cases, now);
        }

        var parts = cases.GroupBy(Part).Select(g => (Name: g.Key, Cases: g.ToList())).OrderBy(p => p.Name == NoProduct).ThenByDescending(p => p.Cases.Count).ThenBy(p => p.Name, StringComparer.Ordinal).ToList();
        var shown = parts.Take(count).ToList();
        foreach (var part in shown)
        {
            var open = part.Cases.Count(c => c.IsOpen);
            var late = part.Cases.Count(c => c.Breached);
            sheet.Say(
                FindingRole.Item,
                $"{part.Name}: {Phrase.Count(part.Cases.Count, "ticket", "tickets")}, {(open == 0 ? "none open" : $"{open} open")}{(late > 0 ? $", {late} past {(late == 1 ? "its" : "their")} deadline" : string.Empty)}; latest {part.Cases[0].Number}: {Phrase.Quoted(part.Cases[0].Subject)}",
                part.Name,
                Add(part.Name, part.Cases, open, late),
                Latest(part.Cases[0]));
        }

        if (shown.Count < parts.Count)
        {
            sheet.Say(FindingRole.Caveat, $"The list shows {shown.Count} of {Phrase.Number(parts.Count)}, the most tickets first", null, sheet.Count("ticket-parts", "Parts", parts.Select(p => p.Name), $"one for each {group}", FactOf.Number("Shown", shown.Count)));
        }

        if (cases.Count < total)
        {
            sheet.Say(FindingRole.Caveat, $"Only the latest {Phrase.Number(cases.Count)} tickets were split and looked at closely", null, sheet.Aggregate("tickets:read", "Tickets read", $"{cases.Count} of {total}", FactOf.Number("Read", cases.Count)));
        }

        sheet.Say(FindingRole.Detail, $"What counts: {Definition}", null, sheet.Aggregate("tickets:definition", "Definition of tickets", Definition, FactOf.Text("Definition", Definition)));
        if (shown.Count > 0)
        {
            sheet.Show(Table(shown, parts.Count));
        }

        return parts.Count == 0 ? sheet.Finish() : sheet.Finish(new ListCut(shown.Count, parts.Count));
    }

    private string Part(Case one) => group switch
    {
        "product" => one.Row.Link("product_id") is { } product ? ProductLabel.Short(product.Name) : NoProduct,
        "agent" => one.Agent ?? "nobody yet",
        "team" => one.Row.Link("team_id")?.Name ?? "no team",
        _ => one.Row.Link("commercial_partner_id")?.Name ?? one.Customer,
    };

    private string Count(string when, Period period, int tickets)
        => sheet.Aggregate($"tickets:{when}", $"Tickets opened {period.Words}", $"{Phrase.Count(tickets, "ticket", "tickets")} opened {period.Words}", FactOf.Number("Tickets", tickets), FactOf.Date("From", period.From), FactOf.Date("To", period.To));

    private void Ended(IReadOnlyList<Case> cases, string now)
    {
        var closed = cases.Where(c => !c.IsOpen).ToList();
        var late = cases.Where(c => c.Breached).ToList();
        sheet.Say(
            FindingRole.Detail,
            $"Of these {Phrase.Number(closed.Count)} {(closed.Count == 1 ? "is" : "are")} closed and {Phrase.Number(late.Count)} went past {(late.Count == 1 ? "its" : "their")} deadline",
            null,
            now,
            sheet.Count("tickets-closed", "Closed", closed.Select(c => c.Number), "those with a closing day"),
            sheet.Count("tickets-late", "Past their deadline", late.Select(c => c.Number), "those that were closed after their deadline or are open beyond it"));
    }

    private string Add(string name, List<Case> cases, int open, int late)
        => sheet.Count($"tickets-of:{name}", $"Tickets: {name}", cases.Select(c => c.Number), $"tickets of the period, {group} {name}", FactOf.Text("Part", name), FactOf.Number("Open", open), FactOf.Number("Past their deadline", late));

    private string Latest(Case one)
        => sheet.Record(
            "helpdesk.ticket", one.Id, $"Ticket {one.Number} — {one.Customer}", $"{one.Number} of {one.Customer}: {one.Subject}", one.Row, FactOf.Code("Ticket", one.Number), FactOf.Text("Subject", one.Subject));

    private TableCard Table(List<(string Name, List<Case> Cases)> shown, int total) => new()
    {
        Title = "Tickets",
        Columns = [new("part", Phrase.Capital(group), FactKind.Text), new("tickets", "Tickets", FactKind.Number), new("open", "Open", FactKind.Number), new("late", "Past deadline", FactKind.Number)],
        Rows = [.. shown.Select(p => (IReadOnlyList<JsonValue?>)[JsonValue.Create(p.Name), JsonValue.Create(p.Cases.Count), JsonValue.Create(p.Cases.Count(c => c.IsOpen)), JsonValue.Create(p.Cases.Count(c => c.Breached))])],
        TotalRows = total,
        Sources = [.. shown.Select(p => Latest(p.Cases[0]))],
    };
}
