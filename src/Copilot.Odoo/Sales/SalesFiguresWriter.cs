using System.Globalization;
using Copilot.Contracts;
using Copilot.Odoo.Answers;
using Copilot.Odoo.Client;

namespace Copilot.Odoo.Sales;

/// <summary>Writes the sales of a period against another.</summary>
internal sealed class SalesFiguresWriter(AnswerSheet sheet, AskedPeriod asked, CompanyScope companies, string about)
{
    private readonly List<KeyFigure> figures = [];
    private readonly List<string> cited = [];

    /// <summary>Where the orders begin.</summary>
    public required HistoryStart Start { get; init; }

    /// <summary>Whether the months were asked for one by one.</summary>
    public bool IsMonthly { get; init; }

    public ToolResult Write(IReadOnlyList<SalesSum> now, IReadOnlyList<SalesSum> before, IReadOnlyList<SalesSum> parts, IReadOnlyList<OdooRow> months)
    {
        var currency = now.Concat(before).GroupBy(s => s.Currency).OrderByDescending(g => g.Sum(s => s.Revenue)).FirstOrDefault()?.Key ?? "EUR";
        var (current, earlier) = (One(now, currency), One(before, currency));
        var evidence = new List<string> { Add("now", asked.Now, current), Add("before", asked.Before, earlier) };
        cited.AddRange(evidence);
        Headline(current, earlier, evidence);
        Average(current, earlier, evidence);
        Margin(current, earlier, evidence);
        Parts(parts, currency);
        Months(months, currency);
        var others = now.Concat(before).Select(s => s.Currency).Where(c => c != currency).Distinct().Order(StringComparer.Ordinal).ToList();
        if (others.Count > 0)
        {
            sheet.Say(FindingRole.Caveat, $"Orders in {Phrase.List(others)} are left out: amounts of different currencies can't be added", null, evidence);
        }

        sheet.Show(new KeyFiguresCard { Title = $"Sales{about}", Items = figures, Sources = [.. cited.Distinct()] });
        return sheet.Finish();
    }

    private static SalesSum One(IReadOnlyList<SalesSum> sums, string currency)
        => sums.Where(s => s.Currency == currency).Aggregate((SalesSum?)null, (a, b) => a?.Plus(b) ?? b) ?? new SalesSum(0, string.Empty, currency, string.Empty, 0, 0, 0, sums.Any(s => s.Margin is null) ? null : 0);

    private string Add(string what, Period period, SalesSum sum)
        => sheet.Aggregate(
            $"sale.order:{what}",
            $"Sales{about} {period.Words}",
            $"{Phrase.Count(sum.Orders, "confirmed order", "confirmed orders")}, {Phrase.Money(sum.Revenue, sum.Currency)} net, {period.Words} ({SalesReader.Revenue})",
            [
                FactOf.Money("Revenue", sum.Revenue, sum.Currency),
                FactOf.Number("Orders", sum.Orders),
                .. about.Length > 0 ? [FactOf.Text("About", about.Trim())] : Array.Empty<Fact>(),
                .. sum.Unit.Length > 0 ? [FactOf.Quantity("Quantity", sum.Quantity, sum.Unit)] : Array.Empty<Fact>(),
                .. sum.Margin is { } m ? [FactOf.Money("Margin", m, sum.Currency)] : Array.Empty<Fact>(),
                FactOf.Date("From", period.From),
                FactOf.Date("To", period.To),
            ]);

    private void Headline(SalesSum now, SalesSum before, List<string> both)
    {
        var evidence = new List<string>(both);
        var quantity = now.Unit.Length > 0 ? $" ({Phrase.Quantity(Math.Round(now.Quantity, 2), now.Unit)})" : string.Empty;
        var text = now.Orders == 0
            ? $"Nothing was ordered{about} {asked.Now.Words}{companies.Words}"
            : $"Sales{about} {asked.Now.Words}{companies.Words}: {Phrase.Money(now.Revenue, now.Currency)} net in {Phrase.Count(now.Orders, "order", "orders")}{quantity}";
        decimal? change = null;
        if (Start.Cuts(asked.Before))
        {
            evidence.Add(Start.Add(sheet));
            text += Start.Words(asked.Before, before.Revenue, now.Currency);
        }
        else if (sheet.Change("sales-change", "Change of revenue", FactOf.Money("This period", now.Revenue, now.Currency), FactOf.Money("Compared with", before.Revenue, now.Currency)) is { } revenue)
        {
            change = revenue.Percent;
            evidence.Add(revenue.Id);
            text += $", {Phrase.Change(revenue.Percent)} against {Phrase.Money(before.Revenue, now.Currency)} {asked.Before.Words}";
        }
        else
        {
            text += $"; nothing was ordered {asked.Before.Words}";
        }

        sheet.Say(FindingRole.Headline, text, null, evidence);
        figures.Add(new KeyFigure("Revenue (net)", now.Revenue.ToString("0.00", CultureInfo.InvariantCulture), FactKind.Money, now.Currency, change, change switch { > 0 => Tone.Good, < -10 => Tone.Warning, _ => Tone.Neutral }));
        figures.Add(new KeyFigure("Orders", now.Orders.ToString(CultureInfo.InvariantCulture), FactKind.Number));
    }

    private void Average(SalesSum now, SalesSum before, List<string> both)
    {
        if (now.Orders == 0 || before.Orders == 0)
        {
            return;
        }

        var (a, b) = (Ratio("now", now), Ratio("before", before));
        sheet.Say(
            FindingRole.Detail,
            $"{Phrase.Count(now.Orders, "order", "orders")} against {Phrase.Number(before.Orders)} before; an order is worth {Phrase.Money(a.Amount, now.Currency)} on average, {Phrase.Money(b.Amount, now.Currency)} before",
            null,
            [.. both, a.Id, b.Id]);
    }

    private (string Id, decimal Amount) Ratio(string what, SalesSum sum)
    {
        var amount = Math.Round(Math.Round(sum.Revenue, 2) / sum.Orders, 2);
        return (sheet.Calculate($"average-order:{what}", "Average order", CalculationOperation.Ratio, [FactOf.Money("Revenue", sum.Revenue, sum.Currency), FactOf.Number("Orders", sum.Orders)], FactOf.Money("Average order", amount, sum.Currency), "revenue by number of orders"), amount);
    }

    private void Margin(SalesSum now, SalesSum before, List<string> both)
    {
        if (now.Margin is not { } margin)
        {
            sheet.Say(FindingRole.Caveat, "Margin is not shown: your account may not read it", null, both);
            return;
        }

        if (now.Revenue <= 0)
        {
            return;
        }

        var evidence = new List<string>(both);
        var share = Share("now", now);
        evidence.Add(share.Id);
        var text = $"Margin {Phrase.Money(margin, now.Currency)}, {Phrase.Percent(share.Percent)} of revenue";
        if (before is { Margin: { } earlier, Revenue: > 0 })
        {
            var old = Share("before", before);
            evidence.Add(old.Id);
            text += $"; before {Phrase.Money(earlier, now.Currency)}, {Phrase.Percent(old.Percent)}";
        }

        sheet.Say(FindingRole.Detail, text, null, evidence);
        figures.Add(new KeyFigure("Margin", margin.ToString("0.00", CultureInfo.InvariantCulture), FactKind.Money, now.Currency));
    }

    private (string Id, decimal Percent) Share(string what, SalesSum sum)
    {
        var percent = Math.Round(Math.Round(sum.Margin!.Value, 2) / Math.Round(sum.Revenue, 2) * 100, 1);
        return (sheet.Share($"margin-share:{what}", "Margin share", FactOf.Money("Margin", sum.Margin.Value, sum.Currency), FactOf.Money("Revenue", sum.Revenue, sum.Currency), percent, "margin by revenue"), percent);
    }

    private void Parts(IReadOnlyList<SalesSum> parts, string currency)
    {
        var own = parts.Where(p => p.Currency == currency).OrderByDescending(p => p.Revenue).ToList();
        if (IsMonthly && own.Count == 0)
        {
            sheet.Say(FindingRole.Caveat, "By month I can add up the sales of the company, a customer, a salesperson or a warehouse, and not those of a product or a category", null, cited[0]);
        }

        if (own.Count < 2)
        {
            return;
        }

        var evidence = own.Select(p => sheet.Aggregate($"sale.order:company:{p.Id}", $"Sales of {p.Name} {asked.Now.Words}", $"{p.Name}: {Phrase.Money(p.Revenue, currency)} net", FactOf.Text("Company", p.Name), FactOf.Money("Revenue", p.Revenue, currency))).ToList();
        sheet.Say(FindingRole.Detail, $"Of it {Phrase.List(own.Select(p => $"{Phrase.Money(p.Revenue, currency)} with {p.Name}"))}", null, evidence);
    }

    private void Months(IReadOnlyList<OdooRow> months, string currency)
    {
        var own = months.Where(m => m.Link("currency_id")?.Name == currency && m.Date("date_order:month") is not null).OrderBy(m => m.Date("date_order:month")).ToList();
        if (own.Count < 2)
        {
            return;
        }

        var evidence = sheet.Aggregate("sale.order:months", "Sales by month", string.Join("; ", own.Select(m => $"{Month(m)} {Phrase.Money(m.Number("amount_untaxed"), currency)}")), own.Select(m => FactOf.Money(Month(m), m.Number("amount_untaxed"), currency)));
        foreach (var month in IsMonthly ? own : [])
        {
            sheet.Say(FindingRole.Item, $"{Month(month)}: {Phrase.Money(month.Number("amount_untaxed"), currency)} net", Month(month), evidence);
        }

        sheet.Show(new ChartCard { Title = "Sales by month", Labels = [.. own.Select(Month)], Series = [new ChartSeries("Revenue (net)", [.. own.Select(m => (decimal?)Math.Round(m.Number("amount_untaxed"), 2))])], Unit = currency, Sources = [evidence] });
    }

    private static string Month(OdooRow row) => row.Date("date_order:month")!.Value.ToString("MMM yyyy", CultureInfo.InvariantCulture);
}
