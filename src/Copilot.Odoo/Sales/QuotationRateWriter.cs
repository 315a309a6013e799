using System.Text.Json.Nodes;
using Copilot.Contracts;
using Copilot.Odoo.Answers;
using Copilot.Odoo.Client;

namespace Copilot.Odoo.Sales;

/// <summary>Writes what became of quotations: the win rate first, against the period before, then its parts.</summary>
internal sealed class QuotationRateWriter(AnswerSheet sheet, AskedPeriod asked, string about, string group)
{
    private const string Definition = "quotations confirmed as orders, of those confirmed or cancelled, by the day they were made; those still open are not decided";

    public ToolResult Write(QuotationSum? now, QuotationSum? before, IReadOnlyList<QuotationSum> parts, int stale, int count)
    {
        if (now is null)
        {
            var none = sheet.Aggregate("quotations:now", $"Quotations made {asked.Now.Words}", "no quotation", FactOf.Number("Quotations", 0), FactOf.Date("From", asked.Now.From), FactOf.Date("To", asked.Now.To));
            sheet.Say(FindingRole.Headline, $"No quotation was made {asked.Now.Words}{about}", null, none);
            return sheet.Finish();
        }

        var made = Made("now", now, asked.Now);
        var rate = Rate("now", now);
        var earlier = before is null ? null : Rate("before", before);
        var text = now.WinRate is { } won
            ? $"{Phrase.Percent(won)} of the decided quotations{about} were won: of {Phrase.Number(now.Made)} made {asked.Now.Words}, {Outcome(now)}"
            : $"None of {Phrase.Count(now.Made, "quotation", "quotations")}{about} made {asked.Now.Words} is decided yet";
        text += before?.WinRate is { } was && now.WinRate is not null ? $"; of those made {asked.Before.Words} it was {Phrase.Percent(was)}" : string.Empty;
        sheet.Say(FindingRole.Headline, text, null, [made, .. rate is null ? Array.Empty<string>() : [rate], .. before is null || now.WinRate is null ? Array.Empty<string>() : [Made("before", before, asked.Before), .. earlier is null ? Array.Empty<string>() : [earlier]]]);
        if (now.Open > 0)
        {
            var past = sheet.Aggregate("quotations:past", "Open quotations past their validity", $"{stale} of {now.Open} open quotations made {asked.Now.Words} are past their validity", FactOf.Number("Past their validity", stale), FactOf.Number("Open", now.Open));
            sheet.Say(
                FindingRole.Detail,
                stale > 0 ? $"{Phrase.Count(now.Open, "is", "are")} still open, {stale} of them past {(now.Open == 1 ? "its" : "their")} validity" : $"{Phrase.Count(now.Open, "is", "are")} still open, none past {(now.Open == 1 ? "its" : "their")} validity",
                null,
                made,
                past);
        }

        var ranked = group == "monthly" ? parts.OrderBy(p => p.Id).ToList() : [.. parts.OrderByDescending(p => p.Made).ThenBy(p => p.Name, StringComparer.Ordinal)];
        var shown = ranked.Take(count).ToList();
        var cited = new List<string> { made };
        foreach (var part in shown)
        {
            var sources = new List<string> { Made($"{group}:{part.Id}", part, asked.Now) };
            sources.AddRange(Rate($"{group}:{part.Id}", part) is { } own ? [own] : []);
            cited.AddRange(sources);
            sheet.Say(FindingRole.Item, $"{part.Name}: {(part.WinRate is { } percent ? $"{Phrase.Percent(percent)} won: " : string.Empty)}of {Phrase.Count(part.Made, "quotation", "quotations")}, {Outcome(part)}", part.Name, sources);
        }

        var definition = sheet.Aggregate("quotations:definition", "Definition of the win rate", $"Win rate means: {Definition}");
        sheet.Say(FindingRole.Detail, $"Win rate means: {Definition}", null, definition);
        sheet.Say(FindingRole.Caveat, "An order that was entered without an offer counts as won: Odoo keeps no mark that tells them apart", null, definition);
        if (shown.Count < ranked.Count)
        {
            var list = sheet.Aggregate("quotations:list", "Parts listed", $"{shown.Count} of {ranked.Count}, the most quotations first", FactOf.Number("Shown", shown.Count), FactOf.Number("Parts", ranked.Count));
            sheet.Say(FindingRole.Caveat, $"The list shows {shown.Count} of {Phrase.Number(ranked.Count)}, the most quotations first", null, list);
        }

        if (shown.Count > 1)
        {
            sheet.Show(Table(shown, ranked.Count, cited));
        }

        return sheet.Finish(new ListCut(shown.Count, ranked.Count));
    }

    private static string Outcome(QuotationSum sum)
        => $"{Phrase.Number(sum.Won)} {(sum.Won == 1 ? "is" : "are")} confirmed, {Phrase.Number(sum.Lost)} cancelled and {Phrase.Number(sum.Open)} open";

    private string Made(string key, QuotationSum sum, Period period)
        => sheet.Aggregate(
            $"quotations:{key}",
            $"Quotations made {period.Words}{(sum.Name.Length > 0 ? $", {sum.Name}" : string.Empty)}",
            $"{(sum.Name.Length > 0 ? $"{sum.Name}: " : string.Empty)}of {Phrase.Count(sum.Made, "quotation", "quotations")}, {Outcome(sum)}",
            FactOf.Number("Quotations", sum.Made),
            FactOf.Number("Confirmed", sum.Won),
            FactOf.Number("Cancelled", sum.Lost),
            FactOf.Number("Open", sum.Open),
            FactOf.Text("Of", sum.Name),
            FactOf.Date("From", period.From),
            FactOf.Date("To", period.To));

    private string? Rate(string key, QuotationSum sum)
        => sum.WinRate is { } percent
            ? sheet.Share($"win-rate:{key}", $"Win rate{(sum.Name.Length > 0 ? $" of {sum.Name}" : string.Empty)}", FactOf.Number("Confirmed", sum.Won), FactOf.Number("Confirmed or cancelled", sum.Decided), percent, "confirmed of those confirmed or cancelled")
            : null;

    private TableCard Table(List<QuotationSum> shown, int total, List<string> sources) => new()
    {
        Title = "Quotations",
        Columns =
        [
            new("part", group switch { "customer" => "Customer", "monthly" => "Month", _ => "Salesperson" }, FactKind.Text), new("made", "Quotations", FactKind.Number), new("won", "Confirmed", FactKind.Number),
            new("lost", "Cancelled", FactKind.Number), new("open", "Open", FactKind.Number), new("rate", "Win rate", FactKind.Percent),
        ],
        Rows = [.. shown.Select(s => (IReadOnlyList<JsonValue?>)[
            JsonValue.Create(s.Name), JsonValue.Create(s.Made), JsonValue.Create(s.Won), JsonValue.Create(s.Lost), JsonValue.Create(s.Open), s.WinRate is { } rate ? JsonValue.Create(rate) : null])],
        TotalRows = total,
        Sources = sources,
    };
}
