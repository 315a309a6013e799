using System.Text.Json.Nodes;
using Copilot.Contracts;
using Copilot.Odoo.Answers;
using Copilot.Odoo.Names;

namespace Copilot.Odoo.Purchasing;

/// <summary>Writes how suppliers perform: one in full, or a ranking.</summary>
internal sealed class SupplierPerformanceWriter(AnswerSheet sheet, ResolvedNames names, DateOnly from, DateOnly to)
{
    /// <summary>Those who supply the product or category that was named; null when none was.</summary>
    public IReadOnlyList<(int Id, string Name)>? Able { get; init; }

    private string Goods => (names["product"]?.Code ?? names["product"]?.Name ?? names["category"]?.Name)!;

    private string Where => (Able is null ? string.Empty : $" from suppliers of {Goods}") + (names["warehouse"] is { } w ? $" to {w.Code ?? w.Name}" : string.Empty);

    private string Period => $"from {Phrase.Day(from)} to {Phrase.Day(to)}";

    private IReadOnlyList<Fact> Window => [FactOf.Date("First day", from), FactOf.Date("Last day", to), .. names.Facts];

    public ToolResult None()
    {
        var none = sheet.Count("suppliers", "Suppliers with receipts", [], $"suppliers with a receipt{Where} {Period}", Window);
        sheet.Say(FindingRole.Headline, $"Nothing came{(names["supplier"] is { } s ? $" from {s.Name}" : string.Empty)}{Where} {Period}, so there is nothing to judge by", null, none);
        return sheet.Finish();
    }

    /// <summary>One supplier.</summary>
    public ToolResult One(SupplierRecord supplier, bool cut)
    {
        var now = supplier.Now;
        var risk = SupplierRisk.Of(supplier);
        var onTime = OnTime(supplier, now, "now", Period);
        var score = Score(supplier, risk);
        sheet.Say(
            FindingRole.Headline,
            $"{supplier.Name}: {Phrase.Percent(Share(now.OnTime, now.Delays.Count))} of {Phrase.Count(now.Delays.Count, "receipt", "receipts")}{Where} {Period} came on time, {now.Late} late"
                + $"; its risk is {risk.Points} of 100, {risk.Word}",
            supplier.Name,
            onTime,
            score);
        if (now.Late > 0)
        {
            sheet.Say(FindingRole.Detail, $"When it is late, it is {Phrase.Days(now.UsualDelay)} as a rule", supplier.Name, Figure(supplier, "delay", "Usual delay", now.UsualDelay, now.Late, "middle of the delays of the late receipts"));
        }

        if (now.LeadTimes.Count > 0)
        {
            sheet.Say(
                FindingRole.Detail,
                $"From confirmation to arrival it takes {Phrase.Days(now.UsualLeadTime)} as a rule; nine of ten of its {Phrase.Count(now.LeadTimes.Count, "order", "orders")} came within {Phrase.Days(now.LongLeadTime)}",
                supplier.Name,
                LeadTime(supplier),
                LongLeadTime(supplier));
        }

        Accuracy(supplier);
        Trend(supplier);
        foreach (var part in risk.Parts.Where(p => p.Points > 0).OrderByDescending(p => p.Points))
        {
            sheet.Say(FindingRole.Cause, $"{part.Points} of {part.Most} risk points for {part.Name}: {part.Why}", supplier.Name, Part(supplier, part));
        }

        if (now.Delays.Count < SupplierHistory.Enough)
        {
            sheet.Say(FindingRole.Caveat, $"{Phrase.Count(now.Delays.Count, "receipt is", "receipts are")} too few to judge a supplier by", supplier.Name, onTime);
        }

        Caveats(supplier.Now, cut, onTime);
        return sheet.Finish();
    }

    /// <summary>How reliable one supplier is, in a sentence or two beside other things; what was cited, the share on time and the risk.</summary>
    public (IReadOnlyList<string> Cited, decimal OnTime, SupplierRisk Risk) Aside(SupplierRecord supplier, bool cut)
    {
        var now = supplier.Now;
        var risk = SupplierRisk.Of(supplier);
        var (onTime, score) = (OnTime(supplier, now, "now", Period), Score(supplier, risk));
        var share = Share(now.OnTime, now.Delays.Count);
        sheet.Say(
            FindingRole.Detail,
            $"{Phrase.Percent(share)} of its {Phrase.Count(now.Delays.Count, "receipt", "receipts")} in the last year came on time, {now.Late} late" + (now.Late > 0 ? $", by {Phrase.Days(now.UsualDelay)} as a rule" : string.Empty)
                + $"; its risk is {risk.Points} of 100, {risk.Word}",
            supplier.Name,
            onTime,
            score);
        if (now.Delays.Count < SupplierHistory.Enough)
        {
            sheet.Say(FindingRole.Caveat, $"{Phrase.Count(now.Delays.Count, "receipt is", "receipts are")} too few to judge a supplier by", supplier.Name, onTime);
        }

        Caveats(now, cut, onTime);
        return ([onTime, score], share, risk);
    }

    private string LeadTime(SupplierRecord supplier) => Figure(supplier, "lead", "Usual lead time", supplier.Now.UsualLeadTime, supplier.Now.LeadTimes.Count, "middle of the days from confirmation to the first receipt");

    private string LongLeadTime(SupplierRecord supplier) => Figure(supplier, "lead-long", "Lead time of nine of ten orders", supplier.Now.LongLeadTime, supplier.Now.LeadTimes.Count, "nine of ten orders came within so many days");

    /// <summary>All suppliers: the riskiest, the most punctual or those with the longest lead time first.</summary>
    public ToolResult Ranking(IReadOnlyList<SupplierRecord> suppliers, string by, bool cut, int count)
    {
        var (best, isSlow) = (by == "best", by == "lead_time");
        var telling = suppliers.Where(s => s.Now.Delays.Count >= SupplierHistory.Enough).Select(s => (Supplier: s, Risk: SupplierRisk.Of(s)));
        var ranked = (isSlow ? telling.Where(s => s.Supplier.Now.LeadTimes.Count > 0).OrderByDescending(s => s.Supplier.Now.UsualLeadTime).ThenByDescending(s => s.Supplier.Now.LongLeadTime).ThenBy(s => s.Supplier.Id)
            : best ? telling.OrderBy(s => s.Supplier.Now.LateShare).ThenBy(s => s.Risk.Points).ThenBy(s => s.Supplier.Id)
            : telling.OrderByDescending(s => s.Risk.Points).ThenByDescending(s => s.Supplier.Now.LateShare).ThenBy(s => s.Supplier.Id)).ToList();
        var shown = ranked.Take(count).ToList();
        var all = sheet.Count("suppliers", "Suppliers with receipts", suppliers.Select(s => s.Name), $"suppliers with a receipt{Where} {Period}", [FactOf.Number("Shown", shown.Count), FactOf.Number("With five receipts or more", ranked.Count), .. Window]);
        if (ranked.Count == 0)
        {
            sheet.Say(FindingRole.Headline, $"No supplier has five receipts{Where} {Period}, which is too few to rank them", null, all);
            return sheet.Finish();
        }

        var receipts = suppliers.Sum(s => s.Now.Delays.Count);
        var onTime = suppliers.Sum(s => s.Now.OnTime);
        var share = sheet.Calculate(
            "suppliers-on-time", "Receipts on time, all suppliers", CalculationOperation.Share, [FactOf.Number("On time", onTime), FactOf.Number("Receipts", receipts)], FactOf.Percent("Share on time", Share(onTime, receipts)),
            $"receipts{Where} {Period} that came on the agreed day or before, of all", [FactOf.Number("Receipts", receipts), .. Window]);
        var first = ranked[0];
        sheet.Say(
            FindingRole.Headline,
            isSlow ? $"{first.Supplier.Name} takes longest of {Phrase.Count(ranked.Count, "supplier", "suppliers")}{Where} {Period}: {Phrase.Days(first.Supplier.Now.UsualLeadTime)} from confirmation to arrival as a rule"
                : $"{Phrase.Percent(Share(onTime, receipts))} of {Phrase.Number(receipts)} receipts{Where} {Period} came on time; the {(best ? "most punctual" : "riskiest")} of {Phrase.Count(ranked.Count, "supplier", "suppliers")} is {first.Supplier.Name}",
            null,
            all,
            isSlow ? LeadTime(first.Supplier) : share,
            OnTime(first.Supplier, first.Supplier.Now, "now", Period));
        foreach (var (supplier, risk) in shown)
        {
            var now = supplier.Now;
            if (isSlow)
            {
                sheet.Say(
                    FindingRole.Item,
                    $"{supplier.Name}: {Phrase.Days(now.UsualLeadTime)} as a rule, nine of ten of {Phrase.Count(now.LeadTimes.Count, "order", "orders")} within {Phrase.Days(now.LongLeadTime)}",
                    supplier.Name,
                    LeadTime(supplier),
                    LongLeadTime(supplier),
                    OnTime(supplier, now, "now", Period),
                    Score(supplier, risk));
                continue;
            }

            sheet.Say(
                FindingRole.Item,
                $"{supplier.Name}: risk {risk.Points} of 100 ({risk.Word}), {Phrase.Percent(Share(now.OnTime, now.Delays.Count))} of {Phrase.Number(now.Delays.Count)} receipts on time" + (now.Late > 0 ? $", {Phrase.Days(now.UsualDelay)} late as a rule when late" : string.Empty),
                supplier.Name,
                OnTime(supplier, now, "now", Period),
                Score(supplier, risk));
        }

        Basis(isSlow ? "the usual days from confirmation to the first receipt" : best ? "the share of receipts that came on time, then by the lower risk" : "the risk score, then by the share of late receipts", suppliers);
        if (suppliers.Count > ranked.Count)
        {
            sheet.Say(FindingRole.Caveat, "Suppliers with fewer than five receipts in the period are left out: that says too little", null, all);
        }

        if (shown.Count < ranked.Count)
        {
            sheet.Say(FindingRole.Caveat, $"The list shows {shown.Count} of {ranked.Count} suppliers", null, all);
        }

        Caveats(first.Supplier.Now, cut, all);
        sheet.Show(Table([.. shown], ranked.Count));
        return sheet.Finish(new ListCut(shown.Count, ranked.Count));
    }

    /// <summary>By what they are ranked, and who of those that could supply is not judged.</summary>
    private void Basis(string order, IReadOnlyList<SupplierRecord> suppliers)
    {
        var basis = sheet.Aggregate("suppliers:basis", "How suppliers are ranked", $"ranked by {order}{(Able is null ? string.Empty : $"; suppliers of {Goods} have a price for it or a confirmed purchase order of it, and all that they delivered counts")}", FactOf.Text("Ranked by", order));
        sheet.Say(FindingRole.Detail, $"Ranked by {order}" + (Able is null ? string.Empty : $"; suppliers of {Goods} are those with a price or a confirmed purchase order for it, and everything they delivered counts"), null, basis);
        var silent = (Able ?? []).Where(a => suppliers.All(s => s.Id != a.Id)).Select(a => a.Name).ToList();
        if (silent.Count > 0)
        {
            sheet.Say(
                FindingRole.Caveat, $"{Phrase.Count(silent.Count, "supplier", "suppliers")} of {Goods} delivered nothing in the period and can't be judged: {Phrase.List(silent.Take(3))}{(silent.Count > 3 ? " among them" : string.Empty)}", null,
                sheet.Count("suppliers-silent", "Suppliers without a receipt", silent, $"suppliers of {Goods} without a receipt {Period}", Window));
        }
    }

    private void Accuracy(SupplierRecord supplier)
    {
        var now = supplier.Now;
        if (now.Lines.Count > 0)
        {
            var right = now.Lines.Count - now.WrongQuantity;
            var quantity = sheet.Calculate(
                $"supplier-quantity:{supplier.Id}", $"Lines of {supplier.Name} in the ordered quantity", CalculationOperation.Share, [FactOf.Number("Received as ordered", right), FactOf.Number("Received lines", now.Lines.Count)],
                FactOf.Percent("Share received as ordered", Share(right, now.Lines.Count)), $"order lines with goods received {Period} whose received quantity is the ordered one", FactOf.Number("Received lines", now.Lines.Count));
            sheet.Say(FindingRole.Detail, $"Quantity: {Phrase.Percent(Share(right, now.Lines.Count))} of {Phrase.Count(now.Lines.Count, "received line", "received lines")} came as ordered", supplier.Name, quantity);
        }

        if (now.Billed is { Count: > 0 } billed)
        {
            var right = billed.Count - now.Overpriced;
            var price = sheet.Calculate(
                $"supplier-price:{supplier.Id}", $"Lines of {supplier.Name} billed at the ordered price", CalculationOperation.Share, [FactOf.Number("At the ordered price or below", right), FactOf.Number("Billed lines", billed.Count)],
                FactOf.Percent("Share billed as ordered", Share(right, billed.Count)), $"order lines received {Period} whose bill does not exceed the ordered price", FactOf.Number("Billed lines", billed.Count));
            sheet.Say(FindingRole.Detail, $"Price: {Phrase.Percent(Share(right, billed.Count))} of {Phrase.Count(billed.Count, "billed line", "billed lines")} came at the ordered price or below", supplier.Name, price);
        }
    }

    private void Trend(SupplierRecord supplier)
    {
        var (now, before) = (supplier.Now, supplier.Before);
        if (before.Delays.Count < SupplierHistory.Enough || now.Delays.Count < SupplierHistory.Enough)
        {
            return;
        }

        var (is_, was) = (Math.Round(Share(now.OnTime, now.Delays.Count), 1), Math.Round(Share(before.OnTime, before.Delays.Count), 1));
        var change = sheet.Calculate(
            $"supplier-trend:{supplier.Id}", $"Change of {supplier.Name}'s punctuality", CalculationOperation.Difference, [FactOf.Percent("On time in the period", is_), FactOf.Percent("On time before", was)],
            FactOf.Percent("Change in points", is_ - was), "share on time less the share on time in the period of the same length before", FactOf.Percent("Points", Math.Abs(is_ - was)));
        sheet.Say(
            FindingRole.Detail,
            $"Trend: {Phrase.Percent(was)} came on time in the period of the same length before" + (is_ == was ? ", the same" : $", so it got {(is_ < was ? "worse" : "better")} by {Phrase.Number(Math.Abs(is_ - was))} points"),
            supplier.Name,
            change,
            OnTime(supplier, before, "before", "in the period before"));
    }

    private void Caveats(SupplierPeriod period, bool cut, string evidence)
    {
        if (period.Billed is null)
        {
            sheet.Say(FindingRole.Caveat, "Prices are not judged: your account may not read vendor bills", null, evidence);
        }

        if (cut)
        {
            sheet.Say(FindingRole.Caveat, "More receipts match than I can weigh at once; narrow the period or the supplier", null, evidence);
        }
    }

    private string OnTime(SupplierRecord supplier, SupplierPeriod period, string id, string when)
        => sheet.Calculate(
            $"supplier-on-time-{id}:{supplier.Id}",
            $"Receipts of {supplier.Name} on time {when}",
            CalculationOperation.Share,
            [FactOf.Number("On time", period.OnTime), FactOf.Number("Receipts", period.Delays.Count)],
            FactOf.Percent("Share on time", Share(period.OnTime, period.Delays.Count)),
            "receipts that came on the agreed day or before, of all with an agreed day",
            [FactOf.Text("Supplier", supplier.Name), FactOf.Number("Receipts", period.Delays.Count), FactOf.Number("Late", period.Late), FactOf.Days("Usual delay when late", period.UsualDelay), .. Window]);

    private string Score(SupplierRecord supplier, SupplierRisk risk)
        => sheet.Calculate(
            $"supplier-risk:{supplier.Id}",
            $"Risk of {supplier.Name}",
            CalculationOperation.Sum,
            [.. risk.Parts.Select(p => FactOf.Number(p.Name, p.Points))],
            FactOf.Number("Risk", risk.Points),
            "points for " + Phrase.List(risk.Parts.Select(p => $"{p.Name} (at most {p.Most})")),
            FactOf.Number("Most", 100),
            FactOf.Text("Supplier", supplier.Name));

    private string Part(SupplierRecord supplier, RiskPart part)
        => sheet.Calculate(
            $"supplier-risk-{part.Name.Replace(' ', '-')}:{supplier.Id}", $"Risk of {supplier.Name}: {part.Name}", CalculationOperation.Model, [FactOf.Number("Most points", part.Most)], FactOf.Number("Points", part.Points), part.Why, FactOf.Number("Most points", part.Most));

    private string Figure(SupplierRecord supplier, string id, string title, int days, int of, string formula)
        => sheet.Calculate($"supplier-{id}:{supplier.Id}", $"{title} of {supplier.Name}", CalculationOperation.Model, [FactOf.Number("Counted", of)], FactOf.Days(title, days), formula, FactOf.Number("Counted", of));

    private static decimal Share(int part, int all) => all == 0 ? 0 : Math.Round(100m * part / all, 1);

    private static TableCard Table(IReadOnlyList<(SupplierRecord Supplier, SupplierRisk Risk)> shown, int total) => new()
    {
        Title = "Suppliers",
        Columns =
        [
            new("supplier", "Supplier", FactKind.Text), new("risk", "Risk of 100", FactKind.Number), new("onTime", "On time", FactKind.Percent), new("receipts", "Receipts", FactKind.Number),
            new("delay", "Usual delay", FactKind.Days), new("lead", "Usual lead time", FactKind.Days),
        ],
        Rows = [.. shown.Select(s => (IReadOnlyList<JsonValue?>)
        [
            JsonValue.Create(s.Supplier.Name), JsonValue.Create(s.Risk.Points), JsonValue.Create(Math.Round(Share(s.Supplier.Now.OnTime, s.Supplier.Now.Delays.Count), 1)), JsonValue.Create(s.Supplier.Now.Delays.Count),
            JsonValue.Create(s.Supplier.Now.UsualDelay), JsonValue.Create(s.Supplier.Now.UsualLeadTime),
        ])],
        TotalRows = total,
        Sources = [.. shown.Select(s => $"calc:supplier-risk:{s.Supplier.Id}")],
    };
}
