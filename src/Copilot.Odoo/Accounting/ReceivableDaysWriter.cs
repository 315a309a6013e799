using System.Globalization;
using Copilot.Contracts;
using Copilot.Odoo.Answers;
using Copilot.Odoo.Sales;

namespace Copilot.Odoo.Accounting;

/// <summary>Writes how long money stays out: the figure asked for first, the other beside it, each with what it counts.</summary>
internal sealed class ReceivableDaysWriter(AnswerSheet sheet, AskedPeriod asked, string about)
{
    private readonly List<KeyFigure> figures = [];
    private readonly List<string> cited = [];

    private static string Span(Period period) => $"from {Phrase.Day(period.From)} to {Phrase.Day(period.To)}";

    /// <summary>Writes both figures.</summary>
    /// <param name="isDaysToPay">Whether the days to pay were asked for.</param>
    /// <param name="now">The receivables; null where an earlier day can't be looked back to.</param>
    /// <param name="before">Those of the period before, as far as they are known.</param>
    /// <param name="payments">The invoices paid in the period, and whether there are more.</param>
    public ToolResult Write(bool isDaysToPay, IReadOnlyList<Receivables>? now, IReadOnlyList<Receivables> before, (IReadOnlyList<PaidInvoice> Paid, bool IsCut) payments)
    {
        var outstanding = (now ?? []).Select(r => Outstanding(r, before.FirstOrDefault(b => b.Currency == r.Currency))).OfType<(string Text, string[] Evidence)>().ToList();
        var paid = ToPay(payments.Paid);
        (string Text, string[] Evidence)? head = isDaysToPay ? paid : outstanding.Select(o => ((string Text, string[] Evidence)?)o).FirstOrDefault();
        if (head is not { } first)
        {
            return new ToolResult { Outcome = ToolOutcome.Ok, Found = false, Reason = Missing(isDaysToPay, now) };
        }

        sheet.Say(FindingRole.Headline, first.Text, null, first.Evidence);
        var beside = outstanding.Skip(isDaysToPay ? 0 : 1).ToList();
        if (!isDaysToPay && paid is { } other)
        {
            beside.Add(other);
        }

        foreach (var (text, evidence) in beside)
        {
            sheet.Say(FindingRole.Detail, text, null, evidence);
        }

        if (outstanding.Count > 0)
        {
            Define("DSO", "receivables:dso", Receivables.Dso);
        }

        if (paid is not null)
        {
            Define("Days to pay", "receivables:days-to-pay", Receivables.DaysToPay);
        }

        if (payments.IsCut)
        {
            sheet.Say(FindingRole.Caveat, "There are more payments than I can read at once, so days to pay are of the latest ones; ask for a shorter period", null, PeriodEvidence());
        }

        if (isDaysToPay && now is null)
        {
            sheet.Say(FindingRole.Caveat, $"DSO on {Phrase.Day(asked.Now.To)} can't be told: this Odoo does not show your account what was still open then", null, PeriodEvidence());
        }

        sheet.Show(new KeyFiguresCard { Title = "Receivables", Items = figures, Sources = [.. cited] });
        return sheet.Finish();
    }

    private (string Text, string[] Evidence)? Outstanding(Receivables now, Receivables? before)
    {
        var days = asked.Now.Days;
        if (now.Outstanding(days) is not { } dso)
        {
            return null;
        }

        var evidence = new List<string> { PeriodEvidence(), Calculated("now", asked.Now, now, dso) };
        var text = $"DSO (days sales outstanding){about} is {Phrase.Number(dso)} days on {Phrase.Day(asked.Now.To)}: {Phrase.Money(now.Open, now.Currency)} open, {Phrase.Money(now.Invoiced, now.Currency)} invoiced in the {Phrase.Number(days)} days {Span(asked.Now)}";
        decimal? change = null;
        if (before?.Outstanding(asked.Before.Days) is { } was)
        {
            evidence.Add(Calculated("before", asked.Before, before, was));
            text += $"; it was {Phrase.Number(was)} days on {Phrase.Day(asked.Before.To)}";
            change = was == 0 ? null : Math.Round((dso - was) / Math.Abs(was) * 100, 1);
        }

        cited.Add(evidence[1]);
        figures.Add(new KeyFigure("DSO", dso.ToString(CultureInfo.InvariantCulture), FactKind.Number, "days", change));
        return (text, [.. evidence]);
    }

    /// <summary>Two steps that can be worked out again: invoiced a day, and how many such days are open.</summary>
    private string Calculated(string when, Period period, Receivables sums, decimal dso)
    {
        var invoiced = FactOf.Money("Invoiced", sums.Invoiced, sums.Currency);
        var daily = FactOf.Money("Invoiced a day", sums.Daily(period.Days), sums.Currency);
        sheet.Calculate($"receivables-daily:{when}:{sums.Currency}", "Invoiced a day", CalculationOperation.Ratio, [invoiced, FactOf.Number("Days", period.Days)], daily, "invoiced in the period by its days", FactOf.Number("Invoices", sums.Invoices));
        return sheet.Calculate(
            $"receivables-dso:{when}:{sums.Currency}", $"DSO, {Span(period)}", CalculationOperation.Ratio, [FactOf.Money("Open at the end", sums.Open, sums.Currency), daily], FactOf.Number("DSO", dso), $"open at the end by invoiced a day; DSO is {Receivables.Dso}",
            FactOf.Money("Open at the end", sums.Open, sums.Currency), invoiced, FactOf.Number("Days", period.Days), FactOf.Date("From", period.From), FactOf.Date("To", period.To));
    }

    private (string Text, string[] Evidence)? ToPay(IReadOnlyList<PaidInvoice> paid)
    {
        var known = paid.Where(p => p.DaysToPay is not null).ToList();
        if (known.Count == 0)
        {
            return null;
        }

        var mean = Math.Round((decimal)known.Average(p => p.DaysToPay!.Value), 1);
        var id = sheet.Calculate(
            "receivables-days-to-pay", "Days to pay", CalculationOperation.Mean, [.. known.Select(p => FactOf.Number(p.Number, p.DaysToPay!.Value))], FactOf.Number("Days to pay", mean), Receivables.DaysToPay, FactOf.Number("Invoices", known.Count));
        cited.Add(id);
        figures.Add(new KeyFigure("Days to pay", mean.ToString(CultureInfo.InvariantCulture), FactKind.Number, "days"));
        return ($"Invoices{about} that were paid {Span(asked.Now)} took {Phrase.Number(mean)} days on average from invoice to last payment ({Phrase.Count(known.Count, "invoice", "invoices")})", [id, PeriodEvidence()]);
    }

    private string Missing(bool isDaysToPay, IReadOnlyList<Receivables>? now)
        => isDaysToPay ? $"I found no invoice{about} that was paid {Span(asked.Now)} with a payment registered in Odoo that your account may read."
            : now is null ? $"I can't tell the DSO on {Phrase.Day(asked.Now.To)}: this Odoo does not show your account what was still open on an earlier day. The DSO up to today I can tell."
            : $"Nothing{about} was invoiced {Span(asked.Now)}, so there is no DSO for it.";

    private void Define(string name, string id, string definition)
        => sheet.Say(FindingRole.Detail, $"{name} means: {definition}", null, sheet.Aggregate(id, $"Definition of {name}", definition, FactOf.Text("Definition", definition)));

    private string PeriodEvidence()
        => sheet.Aggregate(
            "receivables:period", "The periods compared", $"{Span(asked.Now)}; before: {Span(asked.Before)}", FactOf.Date("From", asked.Now.From), FactOf.Date("To", asked.Now.To), FactOf.Number("Days", asked.Now.Days), FactOf.Date("Before from", asked.Before.From),
            FactOf.Date("Before to", asked.Before.To));
}
