using System.Globalization;
using System.Text.Json.Nodes;
using Copilot.Contracts;
using Copilot.Odoo.Answers;
using Copilot.Odoo.Sales;

namespace Copilot.Odoo.Company;

/// <summary>Writes key figures: each one sentence with its counts and the figure before; the definition stands in the calculation it cites.</summary>
internal sealed class KpiWriter(AnswerSheet sheet, KpiRequest request, Period judged)
{
    /// <summary>Fewer orders or receipts than this say too little to compare.</summary>
    private const int Enough = 3;

    private readonly List<KeyFigure> figures = [];
    private readonly List<string> cited = [];
    private readonly List<string> missing = [];
    private readonly List<(string Text, List<string> Evidence)> lines = [];

    private string Days => $"from {Phrase.Day(request.Period.Now.From)} to {Phrase.Day(request.Period.Now.To)}";

    public ToolResult WriteAll(KpiFigures found)
    {
        var period = PeriodEvidence();
        Intake(found.Intake.Now, found.Intake.Before);
        Service(found);
        Receipts(found.Due.Now, found.Due.Before);
        Turns(found.Turns);
        Resolution(found.Trouble);
        if (lines.Count == 0)
        {
            return new ToolResult { Outcome = ToolOutcome.Ok, Found = false, Reason = $"There is nothing to work out{request.About} {Days}" + (missing.Count > 0 ? $": {Phrase.List(missing)}." : ".") };
        }

        var single = lines.Count == 1;
        var head = single ? lines[0].Text : $"Key figures{request.About}{request.Companies.Words} {Days}, compared with {Phrase.Day(request.Period.Before.From)} to {Phrase.Day(request.Period.Before.To)}";
        sheet.Say(FindingRole.Headline, head, null, [period, .. single ? lines[0].Evidence : []]);
        foreach (var (text, evidence) in single ? [] : lines)
        {
            sheet.Say(FindingRole.Detail, text, null, evidence);
        }

        foreach (var kpi in single ? request.Measures : [])
        {
            sheet.Say(FindingRole.Detail, $"{kpi.Name} means: {kpi.Definition}", null, period, Definition(kpi));
        }

        if (missing.Count > 0)
        {
            sheet.Say(FindingRole.Caveat, $"Left out: {Phrase.List(missing)}", null, period);
        }

        if (found.IsCut)
        {
            sheet.Say(FindingRole.Caveat, "There are more orders than I can read at once, so the figures are of a part; ask for a shorter period", null, period);
        }

        sheet.Show(new KeyFiguresCard { Title = $"Key figures{request.About}", Items = figures, Sources = [.. cited.Distinct()] });
        return sheet.Finish();
    }

    public ToolResult WriteGroups(IReadOnlyList<ServedOrder> orders, IReadOnlyList<DueReceipt>? receipts, TroubleBook? trouble)
    {
        var kpi = request.Measures[0];
        if (kpi == KpiDefinitions.SupplierOnTime && receipts is null)
        {
            return new ToolResult { Outcome = ToolOutcome.Denied, Found = false, Reason = "Your account may not read purchasing in Odoo." };
        }

        var groups = Groups(kpi, orders, receipts ?? [], trouble?.Now ?? []);
        if (groups is null)
        {
            return new ToolResult { Outcome = ToolOutcome.Ok, Found = false, Reason = $"I can't compare {kpi.Name} by {request.Group}. OTIF, fill rate and cycle time can be compared by warehouse or customer, supplier on-time by supplier, exception resolution time by all three." };
        }

        var period = PeriodEvidence();
        var ranked = groups.Where(g => g.All >= Enough).ToList();
        ranked = [.. (kpi.MoreIsBetter ? ranked.OrderBy(g => g.Value) : ranked.OrderByDescending(g => g.Value)).ThenBy(g => g.Name, StringComparer.Ordinal)];
        var list = sheet.Count("kpi-groups", $"Compared by {request.Group}", ranked.Select(g => g.Name), $"those with enough to compare {Days}", FactOf.Number("At least", Enough));
        if (ranked.Count == 0)
        {
            sheet.Say(FindingRole.Headline, $"Nothing has the {Enough} {(kpi == KpiDefinitions.Resolution ? "closed exceptions or tickets" : "orders or receipts")} {Days} that a comparison of {kpi.Name} needs", null, list, period);
            return sheet.Finish();
        }

        var shown = ranked.Take(request.Shown).ToList();
        sheet.Say(FindingRole.Headline, $"{kpi.Name} by {request.Group} {Days}{request.Companies.Words}: {shown[0].Name} is worst with {shown[0].Text}{(ranked.Count > 1 ? $", {ranked[^1].Name} best with {ranked[^1].Text}" : string.Empty)}", null, [period, list, shown[0].Evidence(), ranked[^1].Evidence()]);
        foreach (var group in shown)
        {
            sheet.Say(FindingRole.Item, $"{group.Name}: {group.Text}", group.Name, group.Evidence());
        }

        sheet.Say(FindingRole.Detail, $"{kpi.Name} means: {kpi.Definition}", null, period, Definition(kpi));
        if (shown.Count < ranked.Count)
        {
            sheet.Say(FindingRole.Caveat, $"The list shows {shown.Count} of {Phrase.Number(ranked.Count)}, the worst first", null, list, sheet.Count("kpi-shown", "Shown", shown.Select(s => s.Name), "those listed"));
        }

        sheet.Show(new TableCard
        {
            Title = $"{kpi.Name} by {request.Group}",
            Columns = [new("name", Phrase.Capital(request.Group!), FactKind.Text), new("value", kpi.Name, kpi.IsShare ? FactKind.Percent : FactKind.Number), new("of", "Of", FactKind.Number)],
            Rows = [.. shown.Select(g => (IReadOnlyList<JsonValue?>)[JsonValue.Create(g.Name), JsonValue.Create(g.Value), JsonValue.Create(g.All)])],
            TotalRows = ranked.Count,
            Sources = [list],
        });
        return sheet.Finish(new ListCut(shown.Count, ranked.Count));
    }

    private string PeriodEvidence()
        => sheet.Aggregate(
            "kpi:period", "The periods compared", $"{Days}; before: {Phrase.Day(request.Period.Before.From)} to {Phrase.Day(request.Period.Before.To)}; promises are judged up to {Phrase.Day(judged.To)}",
            FactOf.Date("From", request.Period.Now.From), FactOf.Date("To", request.Period.Now.To), FactOf.Date("Before from", request.Period.Before.From), FactOf.Date("Before to", request.Period.Before.To));

    private string Definition(Kpi kpi) => sheet.Aggregate($"kpi:{kpi.Key}", $"Definition of {kpi.Name}", kpi.Definition, FactOf.Text("Definition", kpi.Definition));

    private void Service(KpiFigures found)
    {
        var (now, before) = found.Served;
        if ((request.Wants(KpiDefinitions.Otif) || request.Wants(KpiDefinitions.FillRate) || request.Wants(KpiDefinitions.CycleTime)) && now.Count == 0)
        {
            missing.Add("no confirmed order was promised for these days");
            return;
        }

        if (request.Wants(KpiDefinitions.Otif))
        {
            Share(KpiDefinitions.Otif, (now.Count(o => o.IsOnTimeInFull), now.Count), before.Count == 0 ? null : (before.Count(o => o.IsOnTimeInFull), before.Count), "orders");
        }

        if (request.Wants(KpiDefinitions.FillRate))
        {
            Share(KpiDefinitions.FillRate, (now.Sum(o => o.LinesOnTime), now.Sum(o => o.Lines)), before.Count == 0 ? null : (before.Sum(o => o.LinesOnTime), before.Sum(o => o.Lines)), "order lines");
        }

        if (request.Wants(KpiDefinitions.CycleTime))
        {
            Mean(KpiDefinitions.CycleTime, [.. now.Where(o => o.CycleDays is not null).Select(o => (o.Name, (decimal)o.CycleDays!.Value))], [.. before.Where(o => o.CycleDays is not null).Select(o => (o.Name, (decimal)o.CycleDays!.Value))], Phrase.Count(now.Count(o => o.CycleDays is not null), "order", "orders"));
        }
    }

    private void Receipts(IReadOnlyList<DueReceipt>? now, IReadOnlyList<DueReceipt>? before)
    {
        if (!request.Wants(KpiDefinitions.SupplierOnTime))
        {
            return;
        }

        if (now is null or { Count: 0 })
        {
            missing.Add(now is null ? "supplier on-time, because your account may not read purchasing" : "supplier on-time, because no receipt was due");
            return;
        }

        Share(KpiDefinitions.SupplierOnTime, (now.Count(r => r.OnTime), now.Count), before is { Count: > 0 } ? (before.Count(r => r.OnTime), before.Count) : null, "receipts");
    }

    private void Turns(StockTurns? turns)
    {
        if (!request.Wants(KpiDefinitions.Turns))
        {
            return;
        }

        if (turns is not { OnHand: > 0 })
        {
            missing.Add(request.Warehouse is not null ? "inventory turns, which are not kept by warehouse" : turns is null ? "inventory turns, because your account may not read what goods cost" : "inventory turns, because there is no stock with a cost");
            return;
        }

        var kpi = KpiDefinitions.Turns;
        var days = request.Period.Now.Days;
        var yearly = Math.Round(turns.Shipped * 365 / days, 2);
        var value = Math.Round(yearly / turns.OnHand, 1);
        var scaled = sheet.Calculate("kpi:turns-year", "Cost of goods shipped in a year", CalculationOperation.Model, [FactOf.Number("Cost shipped", turns.Shipped), FactOf.Days("Days", days)], FactOf.Number("A year", yearly), "cost shipped in the period by its days, times the days of a year", FactOf.Number("Cost shipped", turns.Shipped));
        var ratio = sheet.Calculate("kpi:turns", kpi.Name, CalculationOperation.Ratio, [FactOf.Number("Cost shipped a year", yearly), FactOf.Number("Stock at cost", turns.OnHand)], FactOf.Number(kpi.Name, value), kpi.Definition, FactOf.Number("Stock at cost", turns.OnHand));
        lines.Add(($"{kpi.Name}: {Phrase.Number(value)} a year (goods worth {Phrase.Number(turns.Shipped)} shipped, {Phrase.Number(turns.OnHand)} on hand, at cost)", [scaled, ratio, Definition(kpi)]));
        cited.Add(ratio);
        figures.Add(new KeyFigure(kpi.Name, value.ToString(CultureInfo.InvariantCulture), FactKind.Number));
    }

    private void Resolution(TroubleBook? trouble)
    {
        if (!request.Wants(KpiDefinitions.Resolution))
        {
            return;
        }

        if (trouble is null or { Now.Count: 0 })
        {
            missing.Add(trouble is null ? "exception resolution time, because nothing is kept of exceptions and there is no helpdesk, or your account may not read it" : $"exception resolution time, because no exception{(trouble.HasTickets ? " and no ticket" : string.Empty)} that you may see was closed");
            return;
        }

        Mean(
            KpiDefinitions.Resolution, Named(trouble.Now), Named(trouble.Before), EndedTrouble.Words(trouble.Now),
            FactOf.Number("Exceptions", trouble.Now.Count(t => !t.IsTicket)), FactOf.Number("Tickets", trouble.Now.Count(t => t.IsTicket)));
        if (request.Supplier is not null && trouble.HasTickets)
        {
            sheet.Say(FindingRole.Caveat, "Tickets name no supplier, so exceptions alone are counted here", null, Definition(KpiDefinitions.Resolution));
        }
    }

    private static List<(string Name, decimal Days)> Named(IEnumerable<EndedTrouble> ended) => [.. ended.Select(t => (t.Name, t.Days))];

    private void Intake(IReadOnlyList<SalesSum>? now, IReadOnlyList<SalesSum>? before)
    {
        if (now is null)
        {
            return;
        }

        var kpi = KpiDefinitions.OrderIntake;
        var currency = now.Concat(before ?? []).OrderByDescending(s => s.Revenue).FirstOrDefault()?.Currency ?? "EUR";
        var (is_, was) = (now.Where(s => s.Currency == currency).ToList(), (before ?? []).Where(s => s.Currency == currency).ToList());
        var (amount, earlier) = (Math.Round(is_.Sum(s => s.Revenue), 2), Math.Round(was.Sum(s => s.Revenue), 2));
        var evidence = new List<string> { sheet.Aggregate("sale.order:intake", kpi.Name, $"{Phrase.Money(amount, currency)} in {Phrase.Count(is_.Sum(s => s.Orders), "order", "orders")}, {Days} ({kpi.Definition})", FactOf.Money(kpi.Name, amount, currency), FactOf.Number("Orders", is_.Sum(s => s.Orders))), Definition(kpi) };
        var text = $"{kpi.Name}: {Phrase.Money(amount, currency)} in {Phrase.Count(is_.Sum(s => s.Orders), "order", "orders")}";
        var change = sheet.Change("kpi:intake-change", "Change of order intake", FactOf.Money("This period", amount, currency), FactOf.Money("Before", earlier, currency));
        if (change is { } c)
        {
            evidence.Add(c.Id);
            text += $", {Phrase.Change(c.Percent)} against {Phrase.Money(earlier, currency)}";
        }

        lines.Add((text, evidence));
        cited.Add(evidence[0]);
        figures.Add(new KeyFigure(kpi.Name, amount.ToString("0.00", CultureInfo.InvariantCulture), FactKind.Money, currency, change?.Percent));
    }

    private void Share(Kpi kpi, (int Part, int All) now, (int Part, int All)? before, string what)
    {
        var (id, percent) = Percent($"kpi:{kpi.Key}:now", kpi, now, what);
        var evidence = new List<string> { id, Definition(kpi) };
        var text = $"{kpi.Name}{(request.Measures.Count == 1 ? request.About + " " + Days + request.Companies.Words : string.Empty)}: {Phrase.Percent(percent)} ({Phrase.Number(now.Part)} of {Phrase.Number(now.All)} {what})";
        if (before is { } b)
        {
            var (old, was) = Percent($"kpi:{kpi.Key}:before", kpi, b, what);
            evidence.Add(old);
            text += $", {Phrase.Percent(was)} before ({Phrase.Number(b.Part)} of {Phrase.Number(b.All)})";
        }

        lines.Add((text, evidence));
        cited.Add(id);
        figures.Add(new KeyFigure(kpi.Name, percent.ToString(CultureInfo.InvariantCulture), FactKind.Percent));
    }

    private (string Id, decimal Percent) Percent(string id, Kpi kpi, (int Part, int All) counts, string what)
    {
        var percent = Math.Round((decimal)counts.Part / counts.All * 100, 1);
        return (sheet.Share(id, kpi.Name, FactOf.Number($"{what} that did", counts.Part), FactOf.Number($"All {what}", counts.All), percent, kpi.Definition), percent);
    }

    private void Mean(Kpi kpi, List<(string Name, decimal Days)> now, List<(string Name, decimal Days)> before, string what, params Fact[] beside)
    {
        if (now.Count == 0)
        {
            missing.Add($"{kpi.Name.ToLowerInvariant()}, because none is complete");
            return;
        }

        var (id, days) = Average($"kpi:{kpi.Key}:now", kpi, now);
        var evidence = new List<string> { id, Definition(kpi), sheet.Count($"kpi:{kpi.Key}:count", $"{kpi.Name}: {what}", now.Select(n => n.Name), "those counted", beside) };
        var text = $"{kpi.Name}{(request.Measures.Count == 1 ? request.About + " " + Days + request.Companies.Words : string.Empty)}: {Phrase.Number(days)} days on average over {what}";
        if (before.Count > 0)
        {
            var (old, was) = Average($"kpi:{kpi.Key}:before", kpi, before);
            evidence.Add(old);
            text += $", {Phrase.Number(was)} before";
        }

        lines.Add((text, evidence));
        cited.Add(id);
        figures.Add(new KeyFigure(kpi.Name, days.ToString(CultureInfo.InvariantCulture), FactKind.Number, "days"));
    }

    private (string Id, decimal Days) Average(string id, Kpi kpi, List<(string Name, decimal Days)> values)
    {
        var mean = Math.Round(values.Average(v => v.Days), 1);
        return (sheet.Calculate(id, kpi.Name, CalculationOperation.Mean, [.. values.Select(v => FactOf.Number(v.Name, v.Days))], FactOf.Number(kpi.Name, mean), kpi.Definition), mean);
    }

    /// <summary>The groups with their figures; null when the figure can't be compared so.</summary>
    private IEnumerable<(string Name, decimal Value, int All, string Text, Func<string> Evidence)>? Groups(Kpi kpi, IReadOnlyList<ServedOrder> orders, IReadOnlyList<DueReceipt> receipts, IReadOnlyList<EndedTrouble> trouble)
    {
        if (kpi == KpiDefinitions.Resolution)
        {
            return trouble.SelectMany(t => t.Of(request.Group!).Select(name => (Name: name, Trouble: t))).GroupBy(t => t.Name, t => t.Trouble).Select(g => OfMean(kpi, g.Key, Named(g)));
        }

        if (kpi == KpiDefinitions.SupplierOnTime)
        {
            return request.Group == "supplier" ? receipts.GroupBy(r => r.Supplier).Select(g => OfShare(kpi, g.Key, (g.Count(r => r.OnTime), g.Count()), "receipts")) : null;
        }

        if (request.Group == "supplier")
        {
            return null;
        }

        var groups = orders.GroupBy(o => request.Group == "customer" ? o.Customer : o.Warehouse);
        return kpi.Key switch
        {
            "otif" => groups.Select(g => OfShare(kpi, g.Key, (g.Count(o => o.IsOnTimeInFull), g.Count()), "orders")),
            "fill_rate" => groups.Select(g => OfShare(kpi, g.Key, (g.Sum(o => o.LinesOnTime), g.Sum(o => o.Lines)), "order lines")),
            "cycle_time" => groups.Select(g => (g.Key, Done: g.Where(o => o.CycleDays is not null).Select(o => (o.Name, Days: (decimal)o.CycleDays!.Value)).ToList())).Where(g => g.Done.Count > 0).Select(g => OfMean(kpi, g.Key, g.Done)),
            _ => null,
        };
    }

    private (string Name, decimal Value, int All, string Text, Func<string> Evidence) OfShare(Kpi kpi, string name, (int Part, int All) counts, string what)
    {
        var percent = Math.Round((decimal)counts.Part / counts.All * 100, 1);
        return (name, percent, counts.All, $"{Phrase.Percent(percent)} ({Phrase.Number(counts.Part)} of {Phrase.Number(counts.All)} {what})", () => Percent($"kpi:{kpi.Key}:{name}", kpi, counts, what).Id);
    }

    private (string Name, decimal Value, int All, string Text, Func<string> Evidence) OfMean(Kpi kpi, string name, List<(string Name, decimal Days)> values)
    {
        var mean = Math.Round(values.Average(v => v.Days), 1);
        return (name, mean, values.Count, $"{Phrase.Number(mean)} days on average", () => Average($"kpi:{kpi.Key}:{name}", kpi, values).Id);
    }
}
