using System.Globalization;
using System.Text.Json.Nodes;
using Copilot.Contracts;
using Copilot.Odoo.Answers;
using Copilot.Odoo.Sales;

namespace Copilot.Odoo.Accounting;

/// <summary>Writes what was invoiced: the whole against the period before, then its parts, then what is counted.</summary>
internal sealed class InvoicedWriter(AnswerSheet sheet, InvoicedRequest request)
{
    private readonly List<KeyFigure> figures = [];
    private readonly List<string> cited = [];

    public ToolResult Write(IReadOnlyList<InvoicedSum> now, IReadOnlyList<InvoicedSum> before, IReadOnlyList<InvoicedSum> parts)
    {
        var (period, earlier) = (request.Asked.Now, request.Asked.Before);
        if (now.Count == 0)
        {
            var nothing = sheet.Aggregate("invoiced:none", $"Invoices {period.Words}", $"no posted customer invoice or credit note {period.Words}", FactOf.Number("Invoices", 0), FactOf.Date("From", period.From), FactOf.Date("To", period.To));
            sheet.Say(FindingRole.Headline, $"Nothing was {request.Done.ToLowerInvariant()}{request.About} {period.Words}{request.Companies.Words}", null, nothing);
            Define();
            return sheet.Finish();
        }

        foreach (var (sum, i) in now.OrderByDescending(s => Math.Abs(s.Net)).ThenBy(s => s.Currency, StringComparer.Ordinal).Select((s, i) => (s, i)))
        {
            Whole(sum, before.FirstOrDefault(b => b.Currency == sum.Currency), i == 0 ? FindingRole.Headline : FindingRole.Detail, period, earlier);
        }

        var cut = Parts(parts, now);
        Define();
        sheet.Show(new KeyFiguresCard { Title = "Invoiced", Items = figures, Sources = [.. cited] });
        return cut is null ? sheet.Finish() : sheet.Finish(cut);
    }

    private string Documents(InvoicedSum sum)
        => request.IsCredit ? Phrase.Count(sum.CreditNotes, "credit note", "credit notes") : Phrase.Count(sum.Invoices, "invoice", "invoices") + (sum.CreditNotes > 0 ? $" less {Phrase.Count(sum.CreditNotes, "credit note", "credit notes")}" : string.Empty);

    private void Whole(InvoicedSum now, InvoicedSum? before, FindingRole role, Period period, Period earlier)
    {
        var evidence = new List<string> { Summed("now", now, period) };
        cited.Add(evidence[0]);
        var text = $"{request.Done}{request.About} {period.Words}{request.Companies.Words}: {Phrase.Money(now.Net, now.Currency)} without tax, {Documents(now)}";
        decimal? percent = null;
        if (before is { } was)
        {
            evidence.Add(Summed("before", was, earlier));
            if (sheet.Change($"invoiced-change:{now.Currency}", $"Change of what was {request.Done.ToLowerInvariant()}", FactOf.Money("This period", now.Net, now.Currency), FactOf.Money("Compared with", was.Net, now.Currency)) is { } change)
            {
                evidence.Add(change.Id);
                percent = change.Percent;
                text += $", {Phrase.Change(change.Percent)} against {Phrase.Money(was.Net, was.Currency)} {earlier.Words}";
            }
        }
        else
        {
            evidence.Add(sheet.Aggregate($"invoiced:before:{now.Currency}", $"Invoices {earlier.Words}", $"nothing {request.Done.ToLowerInvariant()} {earlier.Words}", FactOf.Date("From", earlier.From), FactOf.Date("To", earlier.To)));
            text += $"; nothing was {request.Done.ToLowerInvariant()} {earlier.Words}";
        }

        sheet.Say(role, text, null, evidence);
        var credited = now.CreditNotes > 0 && !request.IsCredit ? $"; credit notes took off {Phrase.Money(now.Credited, now.Currency)} without tax" : string.Empty;
        sheet.Say(FindingRole.Detail, $"With tax it is {Phrase.Money(now.WithTax, now.Currency)}{credited}", null, evidence[0]);
        figures.Add(new KeyFigure(request.IsCredit ? "Credit notes" : "Invoiced", now.Net.ToString("0.00", CultureInfo.InvariantCulture), FactKind.Money, now.Currency, percent));
        figures.Add(new KeyFigure(request.IsCredit ? "Number" : "Invoices", (request.IsCredit ? now.CreditNotes : now.Invoices).ToString(CultureInfo.InvariantCulture), FactKind.Number));
    }

    private string Summed(string when, InvoicedSum sum, Period period)
        => sheet.Aggregate(
            $"invoiced:{when}:{sum.Currency}",
            $"{request.Done} {period.Words}",
            $"{Documents(sum)} {period.Words}: {Phrase.Money(sum.Net, sum.Currency)} without tax, {Phrase.Money(sum.WithTax, sum.Currency)} with tax",
            FactOf.Money($"{request.Done} without tax", sum.Net, sum.Currency),
            FactOf.Money("Invoiced with tax", sum.WithTax, sum.Currency),
            FactOf.Money("Credited", sum.Credited, sum.Currency),
            FactOf.Number("Invoices", sum.Invoices),
            FactOf.Number("Credit notes", sum.CreditNotes),
            FactOf.Date("From", period.From),
            FactOf.Date("To", period.To));

    /// <summary>The parts: months in their order, anything else the largest first. A single part is what the headline says.</summary>
    private ListCut? Parts(IReadOnlyList<InvoicedSum> parts, IReadOnlyList<InvoicedSum> whole)
    {
        if (parts.Count < 2)
        {
            return null;
        }

        var ordered = request.IsByMonth ? parts.OrderBy(p => p.Id) : parts.OrderByDescending(p => p.Net).ThenBy(p => p.Name, StringComparer.Ordinal);
        var shown = ordered.ThenBy(p => p.Currency, StringComparer.Ordinal).Take(request.Shown).ToList();
        foreach (var part in shown)
        {
            var evidence = new List<string> { Part(part) };
            var all = whole.First(w => w.Currency == part.Currency).Net;
            var text = $"{Phrase.Clean(part.Name, 80)}: {Phrase.Money(part.Net, part.Currency)}";
            if (!request.IsByMonth && all > 0 && part.Net > 0)
            {
                var percent = Math.Round(part.Net / all * 100, 1);
                evidence.Add(sheet.Share($"invoiced-share:{part.Id}:{part.Currency}", $"Share of {part.Name}", FactOf.Money(part.Name, part.Net, part.Currency), FactOf.Money("All", all, part.Currency), percent, "invoiced by what was invoiced in all"));
                text += $", {Phrase.Percent(percent)} of it";
            }

            sheet.Say(FindingRole.Item, $"{text} ({Documents(part)})", part.Name, evidence);
        }

        if (shown.Count < parts.Count)
        {
            sheet.Say(
                FindingRole.Caveat,
                $"The list shows {shown.Count} of {Phrase.Number(parts.Count)}{(request.IsByMonth ? string.Empty : ", the largest first")}",
                null,
                sheet.Count("invoiced-parts", "Parts", parts.Select(p => p.Name), $"one for each {request.Part}", FactOf.Number("Shown", shown.Count)));
        }

        sheet.Show(Table(shown, parts.Count));
        return new ListCut(shown.Count, parts.Count);
    }

    private string Part(InvoicedSum part)
    {
        IEnumerable<Fact> facts =
        [
            FactOf.Text("Part", part.Name), FactOf.Money($"{request.Done} without tax", part.Net, part.Currency), FactOf.Number("Invoices", part.Invoices), FactOf.Number("Credit notes", part.CreditNotes),
        ];
        return sheet.Aggregate($"invoiced:{request.Group}:{part.Id}:{part.Currency}", $"{request.Done}: {part.Name}", $"{part.Name}: {Phrase.Money(part.Net, part.Currency)} without tax, {Documents(part)}, {request.Asked.Now.Words}", facts);
    }

    private void Define()
        => sheet.Say(FindingRole.Detail, $"{request.Done} means: {request.Definition}", null, sheet.Aggregate("invoiced:definition", "Definition of what was invoiced", request.Definition, FactOf.Text("Definition", request.Definition)));

    private TableCard Table(List<InvoicedSum> shown, int total) => new()
    {
        Title = "Invoiced",
        Columns =
        [
            new("part", Phrase.Capital(request.Part), FactKind.Text), new("invoices", "Invoices", FactKind.Number), new("creditNotes", "Credit notes", FactKind.Number),
            new("net", "Net", FactKind.Money, shown[0].Currency),
        ],
        Rows = [.. shown.Where(p => p.Currency == shown[0].Currency).Select(p => (IReadOnlyList<JsonValue?>)[JsonValue.Create(p.Name), JsonValue.Create(p.Invoices), JsonValue.Create(p.CreditNotes), JsonValue.Create(Math.Round(p.Net, 2))])],
        TotalRows = total,
        Sources = [.. shown.Select(Part)],
    };
}
