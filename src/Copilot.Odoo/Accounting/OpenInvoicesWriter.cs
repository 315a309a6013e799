using System.Text.Json.Nodes;
using Copilot.Contracts;
using Copilot.Odoo.Answers;
using Copilot.Odoo.Names;

namespace Copilot.Odoo.Accounting;

/// <summary>Writes open invoices, largest overdue amounts first.</summary>
internal sealed class OpenInvoicesWriter(AnswerSheet sheet, bool vendor, bool overdueOnly, ResolvedName? partner, NamedDays due)
{
    /// <summary>What fell due before the period that was asked for and is still open, by currency.</summary>
    public IReadOnlyList<(string Currency, int Count, decimal Open)> Earlier { get; init; } = [];

    private (string One, string Many) Kind => (vendor, overdueOnly) switch
    {
        (true, true) => ("overdue vendor bill", "overdue vendor bills"),
        (true, false) => ("open vendor bill", "open vendor bills"),
        (false, true) => ("overdue customer invoice", "overdue customer invoices"),
        _ => ("open customer invoice", "open customer invoices"),
    };

    private string Of => partner is { } p ? vendor ? $" from {p.Name}" : $" of {p.Name}" : string.Empty;

    private string By => due.Words;

    /// <summary>Whether the largest are listed first, overdue or not.</summary>
    public bool LargestFirst { get; init; }

    public ToolResult Write(IReadOnlyList<OpenInvoice> found, int total, int count)
    {
        var invoices = found.Where(i => !i.IsCredit).OrderByDescending(i => i.IsOverdue && !LargestFirst).ThenByDescending(i => i.Open).ToList();
        var shown = invoices.Take(count).ToList();
        var list = sheet.Count(
            "invoices",
            "Invoices found",
            invoices.Select(i => i.Number),
            $"{Kind.Many}{Of}{By} that you may see",
            [FactOf.Number("Shown", shown.Count), FactOf.Text("Partner", partner?.Name), .. due.Facts]);
        if (invoices.Count == 0)
        {
            sheet.Say(FindingRole.Headline, $"There are no {Kind.Many}{Of}{By}", null, list);
            DueBefore();
            Credits(found, list);
            return sheet.Finish();
        }

        Headline(invoices, list);
        DueBefore();
        foreach (var invoice in shown)
        {
            Item(invoice);
        }

        Credits(found, list);
        if (invoices.Where(i => i.IsOverdue).MaxBy(i => i.DaysOverdue) is { } oldest)
        {
            sheet.Say(
                FindingRole.Advice,
                vendor ? $"Accounting should check first whether {oldest.Number} from {oldest.Partner} is blocked or forgotten" : $"Accounting should first ask {oldest.Partner} about {oldest.Number}, the oldest one",
                null,
                sheet.Add(oldest));
        }

        if (shown.Count < invoices.Count)
        {
            sheet.Say(FindingRole.Caveat, $"The list shows {shown.Count} of {Phrase.Number(invoices.Count)}", null, list);
        }

        if (found.Count < total)
        {
            sheet.Say(FindingRole.Caveat, "More invoices are open than I can add up at once; narrow the customer or the period for exact sums", null, list);
        }

        Cards(invoices, shown);
        return sheet.Finish(new ListCut(shown.Count, invoices.Count));
    }

    private void Headline(List<OpenInvoice> invoices, string list)
    {
        var evidence = new List<string> { list };
        var currencies = invoices.GroupBy(i => i.Currency).OrderByDescending(g => g.Sum(i => i.Open)).ToList();
        var sums = currencies.Select(c =>
        {
            evidence.Add(sheet.Sum($"invoices-open:{c.Key}", $"Open amount {c.Key}", c.Select(i => (i.Number, i.Open)), c.Key, "amounts still to pay"));
            return Phrase.Money(c.Sum(i => Math.Round(i.Open, 2)), c.Key);
        }).ToList();
        var text = $"{Phrase.Count(invoices.Count, Kind.One, Kind.Many)}{Of}{By}, {Phrase.List(sums)} in all";
        var overdue = invoices.Where(i => i.IsOverdue).ToList();
        if (!overdueOnly && overdue.Count > 0 && currencies.Count == 1)
        {
            evidence.Add(sheet.Count("invoices-overdue", "Overdue invoices", overdue.Select(i => i.Number), "those past their due date"));
            evidence.Add(sheet.Sum("invoices-overdue-sum", "Overdue amount", overdue.Select(i => (i.Number, i.Open)), currencies[0].Key, "amounts past their due date"));
            text += $"; {overdue.Count} of them {(overdue.Count == 1 ? "is" : "are")} overdue with {Phrase.Money(overdue.Sum(i => Math.Round(i.Open, 2)), currencies[0].Key)}";
        }

        sheet.Say(FindingRole.Headline, text, null, evidence);
        if (currencies.Count == 1 && overdue.Count > 1)
        {
            Buckets(overdue, currencies[0].Key);
        }
    }

    private void DueBefore()
    {
        foreach (var (currency, count, open) in Earlier.Where(e => e.Count > 0))
        {
            var title = $"Due before {Phrase.Day(due.From!.Value)}";
            var evidence = sheet.Aggregate($"due-before:{currency}", title, $"{Phrase.Count(count, vendor ? "vendor bill" : "customer invoice", vendor ? "vendor bills" : "customer invoices")}{Of} due before {Phrase.Day(due.From.Value)}: {Phrase.Money(open, currency)} open", FactOf.Number("Still open", count), FactOf.Money("Open amount", open, currency), FactOf.Date("Before", due.From.Value));
            sheet.Say(FindingRole.Detail, $"Besides, {Phrase.Number(count)} that fell due before {Phrase.Day(due.From.Value)} {(count == 1 ? "is" : "are")} still open with {Phrase.Money(open, currency)}", null, evidence);
        }
    }

    private void Buckets(List<OpenInvoice> overdue, string currency)
    {
        var evidence = new List<string>();
        var parts = overdue.GroupBy(i => Ageing.Step(i.DaysOverdue)).OrderBy(g => g.Key).Select(g =>
        {
            evidence.Add(sheet.Sum($"ageing:{g.Key}", Ageing.Steps[g.Key], g.Select(i => (i.Number, i.Open)), currency, $"amounts {Ageing.Steps[g.Key]}", FactOf.Text("Step", Ageing.Steps[g.Key])));
            return $"{Phrase.Money(g.Sum(i => Math.Round(i.Open, 2)), currency)} {Ageing.Steps[g.Key]}";
        }).ToList();
        sheet.Say(FindingRole.Detail, $"By age: {Phrase.List(parts)}", null, evidence);
    }

    private void Item(OpenInvoice invoice)
    {
        var evidence = new List<string> { sheet.Add(invoice) };
        var text = $"{invoice.Number} {(vendor ? "from" : "to")} {invoice.Partner}: {Phrase.Money(invoice.Open, invoice.Currency)} open";
        if (invoice.Open != invoice.Total)
        {
            text += $" of {Phrase.Money(invoice.Total, invoice.Currency)}";
        }

        if (invoice.Due is { } due)
        {
            text += $", due {Phrase.Day(due)}";
            if (invoice.IsOverdue)
            {
                evidence.Add(sheet.DaysBetween($"invoice-overdue:{invoice.Row.Id}", $"Days {invoice.Number} is overdue", ("today", sheet.Days.Today), ("due day", due)));
                text += $", {Phrase.Days(invoice.DaysOverdue)} overdue";
            }
        }

        sheet.Say(FindingRole.Item, text, invoice.Number, evidence);
    }

    private void Credits(IReadOnlyList<OpenInvoice> found, string list)
    {
        var credits = found.Where(i => i.IsCredit).ToList();
        if (credits.Count > 0 && credits.Select(c => c.Currency).Distinct().Count() == 1)
        {
            var sum = sheet.Sum("invoices-credit", "Open credit", credits.Select(c => (c.Number, -c.Open)), credits[0].Currency, "credit notes not used yet");
            sheet.Say(FindingRole.Caveat, $"Credit notes of {Phrase.Money(-credits.Sum(c => Math.Round(c.Open, 2)), credits[0].Currency)} are still open beside these", null, sum, list);
        }
    }

    private void Cards(List<OpenInvoice> invoices, List<OpenInvoice> shown)
    {
        if (invoices.Select(i => i.Currency).Distinct().Count() == 1 && invoices.Any(i => i.IsOverdue))
        {
            sheet.Show(new ChartCard
            {
                Title = "Open by age",
                Labels = Ageing.Steps,
                Series = [new ChartSeries("Open amount", [.. Enumerable.Range(0, Ageing.Steps.Count).Select(s => (decimal?)invoices.Where(i => Ageing.Step(i.DaysOverdue) == s).Sum(i => Math.Round(i.Open, 2)))])],
                Unit = invoices[0].Currency,
                Sources = ["calc:invoices"],
            });
        }

        sheet.Show(new TableCard
        {
            Title = vendor ? "Open bills" : "Open invoices",
            Columns = [new("number", "Number", FactKind.Code), new("partner", vendor ? "Supplier" : "Customer", FactKind.Text), new("due", "Due", FactKind.Date), new("open", "Open", FactKind.Money, invoices[0].Currency), new("daysOverdue", "Days overdue", FactKind.Days)],
            Rows = [.. shown.Select(i => (IReadOnlyList<JsonValue?>)
            [
                JsonValue.Create(i.Number), JsonValue.Create(i.Partner), i.Due is { } d ? JsonValue.Create(FactOf.Date("d", d).Value) : null, JsonValue.Create(Math.Round(i.Open, 2)), JsonValue.Create(Math.Max(0, i.DaysOverdue)),
            ])],
            TotalRows = invoices.Count,
            Sources = [.. shown.Select(i => sheet.Add(i))],
        });
    }
}
