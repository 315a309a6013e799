using System.Globalization;
using System.Text.Json.Nodes;
using Copilot.Contracts;
using Copilot.Odoo.Answers;
using Copilot.Odoo.Sales;

namespace Copilot.Odoo.Accounting;

/// <summary>Writes how customers pay: days between due day and payment, averaged over invoices.</summary>
internal sealed class PaymentBehaviourWriter(AnswerSheet sheet, Period period, CompanyScope companies, bool isCut)
{
    /// <summary>Fewer paid invoices than this say too little to rank a customer, or to see a trend.</summary>
    private const int Enough = 3;

    private string Days => $"from {Phrase.Day(period.From)} to {Phrase.Day(period.To)}";

    public ToolResult WriteOne(string name, IReadOnlyList<PaidInvoice> paid, IReadOnlyList<OpenInvoice> open)
    {
        var count = Counted("payments", $"Invoices {name} paid", paid, name);
        if (paid.Count == 0)
        {
            sheet.Say(FindingRole.Headline, $"I found no payment of {name} {Days} that is registered against an invoice", null, count);
        }
        else
        {
            var mean = Mean($"payments-late:{paid[0].PartnerId}", name, paid);
            var (lateId, late) = Late(paid);
            sheet.Say(FindingRole.Headline, $"{name} pays {Describe(mean.Days)} on average: {Phrase.Count(paid.Count, "invoice", "invoices")} paid {Days}{companies.Words}, {late} of them after the due day", null, count, mean.Id, lateId);
            Worst(paid);
            Trend(paid, name);
        }

        var overdue = open.Where(i => i.IsOverdue).ToList();
        foreach (var group in overdue.GroupBy(i => i.Currency))
        {
            sheet.Say(
                FindingRole.Detail,
                $"Overdue now: {Phrase.Count(group.Count(), "invoice", "invoices")} with {Phrase.Money(group.Sum(i => Math.Round(i.Open, 2)), group.Key)}",
                null,
                sheet.Count($"payments-overdue:{group.Key}", "Overdue now", group.Select(i => i.Number), $"invoices of {name} past their due day"),
                sheet.Sum($"payments-overdue-sum:{group.Key}", "Overdue amount", group.Select(i => (i.Number, i.Open)), group.Key, "amounts past their due day"));
        }

        Caveats(count);
        return sheet.Finish();
    }

    public ToolResult WriteAll(IReadOnlyList<PaidInvoice> paid, bool best, int count)
    {
        var groups = paid.GroupBy(p => (p.PartnerId, p.Partner)).Where(g => g.Count() >= Enough)
            .Select(g => (g.Key.Partner, Paid: g.ToList(), Mean: (decimal)g.Average(p => p.DaysLate)));
        var customers = (best ? groups.OrderBy(c => c.Mean) : groups.OrderByDescending(c => c.Mean)).ThenBy(c => c.Partner, StringComparer.Ordinal).ToList();
        var list = sheet.Count("payers", "Customers compared", customers.Select(c => c.Partner), $"customers with at least {Enough} invoices paid {Days}", FactOf.Number("Least invoices", Enough), FactOf.Date("From", period.From), FactOf.Date("To", period.To));
        if (customers.Count == 0)
        {
            sheet.Say(FindingRole.Headline, $"No customer paid {Enough} or more invoices {Days} with payments registered against them", null, list);
            return sheet.Finish();
        }

        var shown = customers.Take(count).ToList();
        var first = Mean($"payments-late:{shown[0].Paid[0].PartnerId}", shown[0].Partner, shown[0].Paid);
        sheet.Say(FindingRole.Headline, $"{shown[0].Partner} pays {(best ? "most punctually" : "latest")} of {Phrase.Count(customers.Count, "customer", "customers")}{companies.Words}: {Describe(first.Days)} on average {Days}", null, list, first.Id);
        foreach (var (partner, invoices, _) in shown)
        {
            var mean = Mean($"payments-late:{invoices[0].PartnerId}", partner, invoices);
            sheet.Say(FindingRole.Item, $"{partner}: {Describe(mean.Days)} on average over {Phrase.Count(invoices.Count, "invoice", "invoices")}", partner, mean.Id, Counted($"payments:{invoices[0].PartnerId}", $"Invoices {partner} paid", invoices, partner));
        }

        if (shown.Count < customers.Count)
        {
            sheet.Say(FindingRole.Caveat, $"The list shows {shown.Count} of {Phrase.Number(customers.Count)}", null, list, sheet.Count("payers-shown", "Shown", shown.Select(s => s.Partner), "those listed"));
        }

        Caveats(list);
        sheet.Show(new TableCard
        {
            Title = best ? "Most punctual payers" : "Latest payers",
            Columns = [new("customer", "Customer", FactKind.Text), new("days", "Days late on average", FactKind.Number), new("invoices", "Invoices paid", FactKind.Number)],
            Rows = [.. shown.Select(c => (IReadOnlyList<JsonValue?>)[JsonValue.Create(c.Partner), JsonValue.Create(Math.Round(c.Mean, 1)), JsonValue.Create(c.Paid.Count)])],
            TotalRows = customers.Count,
            Sources = [list],
        });
        return sheet.Finish(new ListCut(shown.Count, customers.Count));
    }

    private static string Describe(decimal days) => days switch
    {
        0 => "on the due day",
        > 0 => $"{Phrase.Number(days)} {(days == 1 ? "day" : "days")} late",
        _ => $"{Phrase.Number(-days)} {(days == -1 ? "day" : "days")} early",
    };

    private string Counted(string id, string title, IReadOnlyList<PaidInvoice> paid, string name)
        => sheet.Count(id, title, paid.Select(p => p.Number), $"invoices of {name} whose last payment came {Days}", FactOf.Date("From", period.From), FactOf.Date("To", period.To));

    private (string Id, decimal Days) Mean(string id, string name, IReadOnlyList<PaidInvoice> paid)
    {
        var mean = Math.Round((decimal)paid.Average(p => p.DaysLate), 1);
        return (
            sheet.Calculate(id, $"Days late of {name}", CalculationOperation.Mean, [.. paid.Select(p => FactOf.Number(p.Number, p.DaysLate))], FactOf.Number("Days late on average", mean), "mean over invoices of the days from the due day to the last payment; negative when early", FactOf.Number("Size", Math.Abs(mean))),
            mean);
    }

    private (string Id, int Late) Late(IReadOnlyList<PaidInvoice> paid)
    {
        var late = paid.Where(p => p.DaysLate > 0).ToList();
        return (sheet.Count("payments-after-due", "Paid after the due day", late.Select(p => p.Number), "paid invoices whose last payment came after the due day"), late.Count);
    }

    private void Worst(IReadOnlyList<PaidInvoice> paid)
    {
        var worst = paid.MaxBy(p => p.DaysLate)!;
        if (worst.DaysLate <= 0)
        {
            return;
        }

        var days = sheet.DaysBetween($"payment-late:{worst.Id}", $"Days {worst.Number} was paid late", ("payment", worst.Paid), ("due day", worst.Due));
        var record = sheet.Record("account.move", worst.Id, $"Invoice {worst.Number} — {worst.Partner}", $"{worst.Number}, {worst.Partner}, {Phrase.Money(worst.Total, worst.Currency)}, due {Phrase.Day(worst.Due)}, paid {Phrase.Day(worst.Paid)}", null, FactOf.Code("Number", worst.Number), FactOf.Money("Total", worst.Total, worst.Currency), FactOf.Date("Due", worst.Due), FactOf.Date("Paid", worst.Paid));
        sheet.Say(FindingRole.Detail, $"The latest one was {worst.Number} ({Phrase.Money(worst.Total, worst.Currency)}), {Phrase.Days(worst.DaysLate)} late", null, days, record);
    }

    /// <summary>The earlier half of the period against the later one.</summary>
    private void Trend(IReadOnlyList<PaidInvoice> paid, string name)
    {
        var middle = period.From.AddDays(period.Days / 2);
        var (first, second) = (paid.Where(p => p.Paid < middle).ToList(), paid.Where(p => p.Paid >= middle).ToList());
        if (first.Count < Enough || second.Count < Enough)
        {
            return;
        }

        var (before, now) = (Mean("payments-first-half", $"{name}, first half", first), Mean("payments-second-half", $"{name}, second half", second));
        var change = now.Days - before.Days;
        var since = sheet.Aggregate("payments-middle", "The middle of the period", $"The period is parted on {Phrase.Day(middle)}", FactOf.Date("Middle", middle));
        var way = Math.Abs(change) < 1 ? "That has hardly changed" : change > 0 ? "It is getting slower" : "It is getting faster";
        sheet.Say(FindingRole.Detail, $"{way}: {Describe(now.Days)} since {Phrase.Day(middle)}, {Describe(before.Days)} before", null, now.Id, before.Id, since);
    }

    private void Caveats(string evidence)
    {
        sheet.Say(FindingRole.Caveat, "Only payments registered against invoices count; money matched straight from a bank statement is not seen here", null, evidence);
        if (isCut)
        {
            sheet.Say(FindingRole.Caveat, "There are more payments than I can read at once; the latest ones are counted", null, evidence);
        }
    }
}
