using System.Text.Json.Nodes;
using Copilot.Contracts;
using Copilot.Forecasting.Planning;

namespace Copilot.Forecasting.Tools;

/// <summary>Writes lead times: the middle and the slow end, on time or not, the trend, and what to plan with.</summary>
/// <param name="page">Where it is written.</param>
/// <param name="history">The receipts it is about.</param>
/// <param name="all">Those of other suppliers of the same product, too.</param>
internal sealed class LeadTimeWriter(ForecastPage page, ArrivalHistory history, IReadOnlyList<SupplierArrival> all)
{
    private const double Sure = 0.9;
    private const int MostSuppliers = 5;
    private const int LeastForTrend = 8;
    private const int LeastOfSupplier = 3;

    /// <summary>Gets what it is about, for people.</summary>
    public string Subject
        => (history.Scope.Product ?? history.Scope.Supplier ?? "all purchases") + (history.Scope is { Product: not null, Supplier: { } s } ? $" from {s}" : string.Empty)
        + (history.Scope.Warehouse is { } w ? $" in {w}" : string.Empty);

    private string Key => string.Join('|', new[] { history.Scope.Supplier, history.Scope.Product, history.Scope.Warehouse }.Select(s => s ?? "-"));

    /// <summary>Writes the answer.</summary>
    public ToolResult Write()
    {
        var times = new LeadTimes([.. history.Arrivals.Select(Days)]);
        var receipts = Receipts(times);
        var figure = Figure(times);
        var (middle, slow) = (times.Within(0.5), times.Within(Sure));
        page.Say(
            FindingRole.Headline,
            $"{Wording.Clean(Subject, 160)}: an order placed today will probably be here by {Wording.Day(Ahead(middle))}, and with 90 % probability by {Wording.Day(Ahead(slow))}; half of {Wording.Count(times.Count, "receipt", "receipts")} came within {Wording.Number(middle)} days, 90 % within {Wording.Number(slow)}",
            figure,
            receipts);
        OnTime(figure);
        Trend();
        var several = BySupplier();
        Planned(times, figure);
        foreach (var remark in history.Remarks)
        {
            page.Say(FindingRole.Caveat, remark, receipts);
        }

        if (several)
        {
            page.Show(Table(figure));
        }

        return page.Finish();
    }

    private static double Days(SupplierArrival arrival) => arrival.Came.DayNumber - arrival.Ordered.DayNumber;

    private DateOnly Ahead(double days) => history.Today.AddDays((int)Math.Ceiling(days));

    private string Receipts(LeadTimes times)
        => page.Series(
            $"arrivals:{Key}",
            $"Receipts of {Subject}",
            $"{Wording.Count(times.Count, "receipt", "receipts")} from {Wording.Day(history.Arrivals[0].Came)} to {Wording.Day(history.Arrivals[^1].Came)}, the last on {history.Arrivals[^1].Order}",
            null,
            [
                Wording.NumberFact("Receipts", times.Count), Wording.DayFact("First receipt", history.Arrivals[0].Came), Wording.DayFact("Last receipt", history.Arrivals[^1].Came), Wording.CodeFact("Last order", history.Arrivals[^1].Order),
                .. new[] { ("Supplier", history.Scope.Supplier), ("Product", history.Scope.Product), ("Name", history.ProductName), ("Warehouse", history.Scope.Warehouse) }.Where(n => n.Item2 is not null).Select(n => Wording.CodeFact(n.Item1, n.Item2)),
            ]);

    private string Figure(LeadTimes times)
    {
        var (late, kept) = (history.Arrivals.Count(a => a.Came > a.Agreed), history.Arrivals.Count(a => a.Agreed is not null));
        return page.Model(
            $"lead:{Key}",
            $"Lead time of {Subject}",
            [Wording.NumberFact("Receipts", times.Count)],
            Wording.DaysFact("Half came within", times.Within(0.5)),
            "days from the confirmation of the order to each receipt, sorted; the chance to be on time is the share that was, drawn a little to one half (Laplace)",
            [
                new Fact("Share", FactKind.Percent, "90"), Wording.DaysFact("90 % came within", times.Within(Sure)), Wording.DaysFact("Mean", times.Mean), Wording.DaysFact("Deviation", times.Deviation),
                Wording.DaysFact("Fastest", times.Within(0)), Wording.DaysFact("Slowest", times.Within(1)), Wording.DayFact("Half by", Ahead(times.Within(0.5))), Wording.DayFact("90 % by", Ahead(times.Within(Sure))),
                Wording.NumberFact("Receipts with an agreed day", kept), Wording.NumberFact("Late", late), Wording.NumberFact("On time", kept - late), Wording.PercentFact("Chance to be on time", (kept - late + 1.0) / (kept + 2.0)),
                .. history.Offers.Take(1).SelectMany(o => new[] { Wording.DaysFact("Lead time in Odoo", o.Days), Wording.CodeFact("Supplier", o.Supplier), Wording.PercentFact("Chance to come within it", times.OnTime(o.Days)) }),
            ]);
    }

    private void OnTime(string figure)
    {
        var kept = history.Arrivals.Where(a => a.Agreed is not null).ToList();
        if (kept.Count == 0)
        {
            page.Say(FindingRole.Caveat, "No agreed day is kept with these receipts, so nothing can be said about being on time", figure);
            return;
        }

        var onTime = kept.Count(a => a.Came <= a.Agreed);
        page.Say(FindingRole.Detail, $"{onTime} of {Wording.Count(kept.Count, "receipt", "receipts")} came by the agreed day: the next one will be on time with about {Wording.Percent((onTime + 1.0) / (kept.Count + 2.0))} probability", figure);
    }

    /// <summary>The later half against the earlier one, told where it is more than chance makes.</summary>
    private void Trend()
    {
        var half = history.Arrivals.Count / 2;
        if (half < LeastForTrend)
        {
            return;
        }

        var (before, lately) = (new LeadTimes([.. history.Arrivals.Take(half).Select(Days)]), new LeadTimes([.. history.Arrivals.Skip(half).Select(Days)]));
        var error = Math.Sqrt((before.Deviation * before.Deviation / before.Count) + (lately.Deviation * lately.Deviation / lately.Count));
        var since = history.Arrivals[half].Came;
        var key = page.Model(
            $"lead-trend:{Key}",
            $"Trend of the lead time of {Subject}",
            [Wording.DaysFact("Mean before", before.Mean), Wording.DaysFact("Mean since", lately.Mean)],
            Wording.DaysFact("Change", Math.Abs(lately.Mean - before.Mean)),
            "mean of the later half of the receipts less that of the earlier half; told as a trend beyond two standard errors",
            Wording.DayFact("Since", since));
        var clear = error > 0 && Math.Abs(lately.Mean - before.Mean) > 2 * error;
        page.Say(
            FindingRole.Cause,
            clear
                ? $"It has become {(lately.Mean > before.Mean ? "slower" : "faster")}: {Wording.Number(lately.Mean)} days on average since {Wording.Day(since)}, {Wording.Number(before.Mean)} before"
                : $"There is no clear trend: {Wording.Number(lately.Mean)} days on average since {Wording.Day(since)}, {Wording.Number(before.Mean)} before",
            key);
    }

    /// <summary>Each supplier of a product, when several deliver it.</summary>
    private bool BySupplier()
    {
        var suppliers = Suppliers();
        if (suppliers.Count < 2)
        {
            return false;
        }

        foreach (var (name, times) in suppliers.Take(MostSuppliers))
        {
            var key = page.Model(
                $"lead:{Key}:{name}",
                $"Lead time of {name}",
                [Wording.NumberFact("Receipts", times.Count)],
                Wording.DaysFact("Half came within", times.Within(0.5)),
                "days from the confirmation of the order to each receipt, sorted",
                new Fact("Share", FactKind.Percent, "90"),
                Wording.DaysFact("90 % came within", times.Within(Sure)));
            page.Say(FindingRole.Item, $"{name}: half of {Wording.Count(times.Count, "receipt", "receipts")} within {Wording.Number(times.Within(0.5))} days, 90 % within {Wording.Number(times.Within(Sure))}", key);
        }

        return true;
    }

    private List<(string Name, LeadTimes Times)> Suppliers()
        => [.. all.GroupBy(a => a.Supplier).Where(g => g.Count() >= LeastOfSupplier).Select(g => (g.Key, new LeadTimes([.. g.Select(Days)]))).OrderBy(s => s.Item2.Within(0.5)).ThenBy(s => s.Key, StringComparer.Ordinal)];

    private void Planned(LeadTimes times, string figure)
    {
        var slow = times.Within(Sure);
        if (history.Offers is not [var offer, ..] || offer.Days <= 0 || history.Arrivals.Any(a => a.Supplier != offer.Supplier))
        {
            page.Say(FindingRole.Advice, $"Plan with {Wording.Number(slow)} days where running out hurts, and with {Wording.Number(times.Within(0.5))} otherwise", figure);
            return;
        }

        page.Say(
            FindingRole.Advice,
            times.OnTime(offer.Days) >= 0.8
                ? $"The {Wording.Number(offer.Days)} days that Odoo reckons with for {offer.Supplier} hold with {Wording.Percent(times.OnTime(offer.Days))} probability: they can stay"
                : $"Odoo reckons with {Wording.Number(offer.Days)} days for {offer.Supplier}, which hold with only {Wording.Percent(times.OnTime(offer.Days))} probability: plan with {Wording.Number(slow)} days, or order that much earlier",
            figure);
    }

    private TableCard Table(string figure) => new()
    {
        Title = $"Lead times of {Wording.Clean(Subject, 100)}",
        Columns = [new("supplier", "Supplier", FactKind.Text), new("receipts", "Receipts", FactKind.Number), new("half", "Half within", FactKind.Days), new("most", "90 % within", FactKind.Days)],
        Rows = [.. Suppliers().Take(MostSuppliers).Select(s => (IReadOnlyList<JsonValue?>)[JsonValue.Create(s.Name), JsonValue.Create(s.Times.Count), JsonValue.Create(Wording.Rounded(s.Times.Within(0.5))), JsonValue.Create(Wording.Rounded(s.Times.Within(Sure)))])],
        TotalRows = Suppliers().Count,
        Sources = [figure],
    };
}
