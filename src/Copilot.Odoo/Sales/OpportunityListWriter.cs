using System.Text.Json.Nodes;
using Copilot.Contracts;
using Copilot.Odoo.Answers;
using Copilot.Odoo.Names;

namespace Copilot.Odoo.Sales;

/// <summary>Writes the open opportunities, the most valuable first.</summary>
internal sealed class OpportunityListWriter(AnswerSheet sheet, ResolvedNames names, (DateOnly? From, DateOnly? To) closing)
{
    public ToolResult Write(IReadOnlyList<Opportunity> found, int total, int count)
    {
        var shown = found.Take(count).ToList();
        var about = About();
        var counted = sheet.Count(
            "opportunities", "Open opportunities", found.Select(o => o.Title), $"leads and opportunities that are neither won nor lost{about}",
            [FactOf.Number("Shown", shown.Count), FactOf.Number("Matching in all", total), .. names.Facts, .. Day("First closing day", closing.From), .. Day("Last closing day", closing.To)]);
        if (found.Count == 0)
        {
            sheet.Say(FindingRole.Headline, $"No opportunity{about} is open", null, counted);
            return sheet.Finish();
        }

        var evidence = new List<string> { counted };
        var text = $"{Phrase.Count(total, "opportunity", "opportunities")}{about} {(total == 1 ? "is" : "are")} open";
        var currencies = found.Select(o => o.Currency).Distinct().ToList();
        if (total == found.Count && currencies.Count == 1)
        {
            evidence.Add(sheet.Sum("opportunities-worth", "Expected revenue", found.Select(o => (o.Title, o.Revenue)), currencies[0], "expected revenue of the open opportunities, whatever their probability"));
            text += $", with {Phrase.Money(found.Sum(o => o.Revenue), currencies[0])} expected";
        }

        sheet.Say(FindingRole.Headline, text, null, evidence);
        foreach (var lead in shown)
        {
            var cited = new List<string> { lead.AddTo(sheet) };
            var line = $"{lead.Name}{(lead.Customer is null ? string.Empty : $" for {lead.Customer}")}: {Phrase.Money(lead.Revenue, lead.Currency)} at {Phrase.Percent(lead.Probability)}, {lead.Stage}";
            if (lead.Closing is { } day)
            {
                line += $", closing expected {Phrase.Day(day)}";
                if (day < sheet.Days.Today)
                {
                    cited.Add(sheet.DaysBetween($"lead-late:{lead.Id}", $"Days {lead.Name} is past its expected closing", ("today", sheet.Days.Today), ("expected closing", day)));
                    line += $", {Phrase.Days(sheet.Days.Today.DayNumber - day.DayNumber)} ago";
                }
            }

            sheet.Say(FindingRole.Item, line, lead.Name, cited);
        }

        if (shown.Count < total)
        {
            sheet.Say(FindingRole.Caveat, $"The list shows {shown.Count} of {Phrase.Number(total)} opportunities", null, counted);
        }

        sheet.Show(Table(shown, total));
        return sheet.Finish(new ListCut(shown.Count, total));
    }

    private string About()
        => (names["customer"] is { } c ? $" with {c.Name}" : string.Empty)
        + (names["salesperson"] is { } p ? $" of {p.Name}" : string.Empty)
        + (closing switch
        {
            ({ } a, { } b) when a == b => $" closing on {Phrase.Day(a)}",
            ({ } a, { } b) => $" closing from {Phrase.Day(a)} to {Phrase.Day(b)}",
            ({ } a, null) => $" closing from {Phrase.Day(a)} on",
            (null, { } b) => $" closing by {Phrase.Day(b)}",
            _ => string.Empty,
        });

    private static IEnumerable<Fact> Day(string name, DateOnly? day) => day is { } d ? [FactOf.Date(name, d)] : [];

    private static TableCard Table(List<Opportunity> shown, int total) => new()
    {
        Title = "Opportunities",
        Columns =
        [
            new("opportunity", "Opportunity", FactKind.Text), new("customer", "Customer", FactKind.Text), new("stage", "Stage", FactKind.Text),
            new("expected", "Expected revenue", FactKind.Money, shown[0].Currency), new("probability", "Probability", FactKind.Percent), new("closing", "Expected closing", FactKind.Date),
        ],
        Rows = [.. shown.Select(o => (IReadOnlyList<JsonValue?>)
        [
            JsonValue.Create(o.Name), o.Customer is { } c ? JsonValue.Create(c) : null, o.Stage is { } s ? JsonValue.Create(s) : null,
            JsonValue.Create(o.Revenue), JsonValue.Create(o.Probability), o.Closing is { } d ? JsonValue.Create(FactOf.Date("d", d).Value) : null,
        ])],
        TotalRows = total,
        Sources = [.. shown.Select(o => $"crm.lead:{o.Id}")],
    };
}
