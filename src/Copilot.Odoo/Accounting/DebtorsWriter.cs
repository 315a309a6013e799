using System.Globalization;
using System.Text.Json.Nodes;
using Copilot.Contracts;
using Copilot.Odoo.Answers;

namespace Copilot.Odoo.Accounting;

/// <summary>Writes who owes how much, or whom we owe: open and overdue amounts by partner, with ageing in total.</summary>
internal sealed class DebtorsWriter(AnswerSheet sheet, bool vendor, bool overdueOnly, NamedDays due)
{
    private string One => vendor ? "supplier" : "customer";

    private string Many => vendor ? "suppliers" : "customers";

    private string What => overdueOnly ? "overdue" : "open";

    public ToolResult Write(IReadOnlyList<OpenInvoice> found, int total, int count)
    {
        var currency = found.GroupBy(i => i.Currency).OrderByDescending(g => g.Sum(i => i.Open)).FirstOrDefault()?.Key ?? "EUR";
        var invoices = found.Where(i => i.Currency == currency && !i.IsCredit && (!overdueOnly || i.IsOverdue)).ToList();
        var partners = invoices.GroupBy(i => (i.PartnerId, i.Partner))
            .Select(g => (g.Key.PartnerId, g.Key.Partner, Invoices: g.ToList(), Open: g.Sum(i => Math.Round(i.Open, 2)), Overdue: g.Where(i => i.IsOverdue).Sum(i => Math.Round(i.Open, 2))))
            .OrderByDescending(p => p.Open).ThenBy(p => p.Partner, StringComparer.Ordinal).ToList();
        var list = sheet.Count("debtors", $"{Many} with {What} amounts", partners.Select(p => p.Partner), $"{Many} with {What} {(vendor ? "bills" : "invoices")}{due.Words} that you may see", due.Facts);
        if (partners.Count == 0)
        {
            sheet.Say(FindingRole.Headline, vendor ? $"We owe no supplier anything {What}{due.Words} that you may see" : $"No customer owes us anything {What}{due.Words} that you may see", null, list);
            return sheet.Finish();
        }

        Headline(partners[0], invoices, partners.Count, currency, list);
        var shown = partners.Take(count).ToList();
        foreach (var partner in shown)
        {
            var evidence = new List<string> { Sum($"debtor:{partner.PartnerId.ToString(CultureInfo.InvariantCulture)}", $"{What} amount of {partner.Partner}", partner.Invoices, currency), Counted(partner.PartnerId, partner.Partner, partner.Invoices) };
            var text = $"{partner.Partner}: {Phrase.Money(partner.Open, currency)} {What} on {Phrase.Count(partner.Invoices.Count, "invoice", "invoices")}";
            if (partner.Overdue > 0)
            {
                var late = partner.Invoices.Where(i => i.IsOverdue).ToList();
                var oldest = late.MaxBy(i => i.DaysOverdue)!;
                evidence.Add(Sum($"debtor-overdue:{partner.PartnerId.ToString(CultureInfo.InvariantCulture)}", $"Overdue amount of {partner.Partner}", late, currency));
                evidence.Add(sheet.Add(oldest));
                evidence.Add(sheet.DaysBetween($"invoice-overdue:{oldest.Row.Id}", $"Days {oldest.Number} is overdue", ("today", sheet.Days.Today), ("due day", oldest.Due!.Value)));
                text += overdueOnly ? string.Empty : $", {Phrase.Money(partner.Overdue, currency)} of it overdue";
                text += $", the oldest {oldest.Number} for {Phrase.Days(oldest.DaysOverdue)}";
            }

            sheet.Say(FindingRole.Item, text, partner.Partner, evidence);
        }

        Ages(invoices, currency);
        if (shown.Count < partners.Count)
        {
            sheet.Say(FindingRole.Caveat, $"The list shows {shown.Count} of {Phrase.Number(partners.Count)}", null, list, sheet.Count("debtors-shown", "Shown", shown.Select(s => s.Partner), "those listed"));
        }

        if (found.Count < total || found.Any(i => i.Currency != currency))
        {
            sheet.Say(FindingRole.Caveat, found.Count < total ? "More invoices are open than I can add up at once; narrow the period for exact sums" : $"Only amounts in {currency} are added up", null, list);
        }

        if (found.Any(i => i.IsCredit && i.Currency == currency))
        {
            sheet.Say(FindingRole.Caveat, "Credit notes that are still open are not deducted", null, list);
        }

        Card(shown, partners.Count, currency);
        return sheet.Finish(new ListCut(shown.Count, partners.Count));
    }

    private string Sum(string id, string title, IEnumerable<OpenInvoice> invoices, string currency) => sheet.Sum(id, title, invoices.Select(i => (i.Number, i.Open)), currency, "amounts still to pay");

    private string Counted(int id, string name, List<OpenInvoice> invoices)
        => sheet.Count($"debtor-invoices:{id.ToString(CultureInfo.InvariantCulture)}", $"{What} {(vendor ? "bills" : "invoices")} of {name}", invoices.Select(i => i.Number), $"{What} documents of {name}");

    private void Headline((int PartnerId, string Partner, List<OpenInvoice> Invoices, decimal Open, decimal Overdue) most, List<OpenInvoice> invoices, int partners, string currency, string list)
    {
        var all = Sum("debtors-sum", $"All {What} amounts", invoices, currency);
        var own = Sum($"debtor:{most.PartnerId.ToString(CultureInfo.InvariantCulture)}", $"{What} amount of {most.Partner}", most.Invoices, currency);
        var amount = $"{Phrase.Money(most.Open, currency)} of {Phrase.Money(invoices.Sum(i => Math.Round(i.Open, 2)), currency)} {What}{due.Words}";
        sheet.Say(
            FindingRole.Headline,
            vendor ? $"We owe {most.Partner} most: {amount} with {Phrase.Count(partners, One, Many)}" : $"{most.Partner} owes us most: {amount} with {Phrase.Count(partners, One, Many)}",
            null,
            list,
            all,
            own);
    }

    private void Ages(List<OpenInvoice> invoices, string currency)
    {
        var evidence = new List<string>();
        var parts = invoices.GroupBy(i => Ageing.Step(i.DaysOverdue)).OrderBy(g => g.Key).Select(g =>
        {
            evidence.Add(sheet.Sum($"ageing:{g.Key}", Ageing.Steps[g.Key], g.Select(i => (i.Number, i.Open)), currency, $"amounts {Ageing.Steps[g.Key]}", FactOf.Text("Step", Ageing.Steps[g.Key])));
            return $"{Phrase.Money(g.Sum(i => Math.Round(i.Open, 2)), currency)} {Ageing.Steps[g.Key]}";
        }).ToList();
        sheet.Say(FindingRole.Detail, $"By age: {Phrase.List(parts)}", null, evidence);
    }

    private void Card(List<(int PartnerId, string Partner, List<OpenInvoice> Invoices, decimal Open, decimal Overdue)> shown, int total, string currency)
        => sheet.Show(new TableCard
        {
            Title = vendor ? "Open by supplier" : "Open by customer",
            Columns = [new("partner", vendor ? "Supplier" : "Customer", FactKind.Text), new("invoices", "Invoices", FactKind.Number), .. Enumerable.Range(0, Ageing.Steps.Count).Select(s => new TableColumn($"age{s}", Ageing.Steps[s], FactKind.Money, currency)), new("open", "Open", FactKind.Money, currency)],
            Rows = [.. shown.Select(p => (IReadOnlyList<JsonValue?>)
            [
                JsonValue.Create(p.Partner), JsonValue.Create(p.Invoices.Count), .. Enumerable.Range(0, Ageing.Steps.Count).Select(s => JsonValue.Create(p.Invoices.Where(i => Ageing.Step(i.DaysOverdue) == s).Sum(i => Math.Round(i.Open, 2)))), JsonValue.Create(p.Open),
            ])],
            TotalRows = total,
            Sources = ["calc:debtors"],
        });
}
