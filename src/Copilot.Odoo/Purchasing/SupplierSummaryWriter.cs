using System.Globalization;
using Copilot.Contracts;
using Copilot.Odoo.Answers;

namespace Copilot.Odoo.Purchasing;

/// <summary>Writes a supplier at a glance.</summary>
/// <param name="sheet">Where findings and evidence go.</param>
/// <param name="supplier">What was found.</param>
/// <param name="money">Whether the caller may see what suppliers charge.</param>
internal sealed class SupplierSummaryWriter(AnswerSheet sheet, SupplierPicture supplier, bool money)
{
    private const int OrdersShown = 4;
    private const int WaitingShown = 4;

    private readonly List<KeyFigure> figures = [];
    private readonly List<string> cited = [];

    public void Write(PurchaseOrdersWriter orders, SupplierPerformanceWriter performance)
    {
        var self = Self();
        var counted = Headline(self);
        foreach (var order in supplier.Open.Take(OrdersShown))
        {
            orders.Item(order);
        }

        if (supplier.Total > OrdersShown)
        {
            sheet.Say(FindingRole.Caveat, $"The list shows {OrdersShown} of {Phrase.Number(supplier.Total)} purchase orders", null, counted);
        }

        WhoWaits(orders, self);
        Worth(self);
        orders.Others(supplier.Unconfirmed);
        Reliability(performance, self);
        if (supplier.Row.Text("purchase_warn_msg") is { } warning)
        {
            sheet.Say(FindingRole.Detail, $"Note on the supplier: {Phrase.Clean(warning)}", null, self);
        }

        Advice(orders, self);
        sheet.Show(new KeyFiguresCard { Title = supplier.Name, Items = figures, Sources = [.. cited.Distinct()] });
    }

    private string Self()
    {
        var buyer = supplier.Row.Link("buyer_id")?.Name;
        return sheet.Record(
            "res.partner",
            supplier.Id,
            $"Supplier {supplier.Name}",
            supplier.Name + (supplier.City is { } city ? $", {city}" : string.Empty) + (buyer is null ? string.Empty : $", buyer {buyer}"),
            supplier.Row,
            FactOf.Text("Supplier", supplier.Name),
            FactOf.Text("City", supplier.City),
            FactOf.Text("Buyer", buyer),
            FactOf.Text("Warning", supplier.Row.Text("purchase_warn_msg")));
    }

    private string Headline(string self)
    {
        var overdue = supplier.Open.Where(o => o.IsOverdue).ToList();
        var waiting = Waiting().Select(w => w.Name).Distinct().ToList();
        var counted = sheet.Count(
            "supplier-open", "Open purchase orders", supplier.Open.Select(o => o.Name), $"confirmed purchase orders of {supplier.Name} with goods to come", FactOf.Number("Matching in all", supplier.Total), FactOf.Number("Shown", Math.Min(OrdersShown, supplier.Total)));
        var late = sheet.Count("supplier-overdue", "Overdue purchase orders", overdue.Select(o => o.Name), "those whose planned day is over");
        var waits = sheet.Count("supplier-waiting", "Customer orders waiting", waiting, "customer orders whose goods come with these orders");
        var who = supplier.Name + (supplier.City is { } city ? $", {city}" : string.Empty);
        var text = supplier.Total == 0
            ? $"{who}: no confirmed purchase order is still to come"
            : $"{who}: {Phrase.Count(supplier.Total, "purchase order is", "purchase orders are")} still to come"
                + (supplier.Total > supplier.Open.Count ? string.Empty : overdue.Count == 0 ? ", none overdue" : supplier.Total == 1 ? ", and it is overdue" : $", {overdue.Count} of them overdue")
                + (waiting.Count == 0 ? string.Empty : $"; {Phrase.Count(waiting.Count, "customer order waits", "customer orders wait")} for what comes");
        sheet.Say(FindingRole.Headline, text, null, self, counted, late, waits);
        cited.AddRange([self, counted, late]);
        figures.Add(new KeyFigure("Open purchase orders", supplier.Total.ToString(CultureInfo.InvariantCulture), FactKind.Number));
        if (supplier.Total == supplier.Open.Count)
        {
            figures.Add(new KeyFigure("Overdue", overdue.Count.ToString(CultureInfo.InvariantCulture), FactKind.Number, Tone: overdue.Count > 0 ? Tone.Warning : Tone.Good));
        }

        return counted;
    }

    private void WhoWaits(PurchaseOrdersWriter orders, string self)
    {
        if (supplier.Waiting is null)
        {
            sheet.Say(FindingRole.Caveat, "Receipts and waiting customer orders are not shown: your account may not read stock", null, self);
            return;
        }

        var waiting = Waiting().DistinctBy(w => w.Id).OrderBy(w => w.Promised ?? DateOnly.MaxValue).ThenBy(w => w.Id).ToList();
        if (waiting.Count == 0)
        {
            return;
        }

        var shown = waiting.Take(WaitingShown).ToList();
        var from = supplier.Open.Where(o => o.Lines.Any(l => supplier.Waiting[l.Row.Id].Any(w => shown.Any(s => s.Id == w.Id)))).Select(orders.Add);
        sheet.Say(
            FindingRole.Detail,
            $"Waiting for its goods: {Phrase.List(shown.Select(o => $"{o.Name} for {o.Customer}{(o.Promised is { } p ? $" (promised {Phrase.Day(p)})" : string.Empty)}"))}{(waiting.Count > shown.Count ? " and more" : string.Empty)}",
            null,
            [.. shown.Select(o => sheet.Add(o)), .. from]);
    }

    private void Worth(string self)
    {
        if (!money)
        {
            sheet.Say(FindingRole.Caveat, "What the orders are worth is not shown: your account may not read purchase prices", null, self);
            return;
        }

        foreach (var group in supplier.Open.GroupBy(o => o.Currency))
        {
            var sum = sheet.Sum($"supplier-worth:{group.Key}", "Worth of the open orders", group.Select(o => (o.Name, o.Net)), group.Key, $"net amounts of the orders that are still to come from {supplier.Name}, received parts included");
            var total = group.Sum(o => Math.Round(o.Net, 2));
            sheet.Say(FindingRole.Detail, $"The orders still to come are worth {Phrase.Money(total, group.Key)} net in all, parts that came already included", null, sum);
        }
    }

    private void Reliability(SupplierPerformanceWriter performance, string self)
    {
        if (supplier.Record is not { } record)
        {
            if (supplier.Waiting is not null)
            {
                sheet.Say(FindingRole.Detail, "Nothing came from it in the last year, so there is nothing to judge its punctuality by", null, self);
            }

            return;
        }

        var (onTime, share, risk) = performance.Aside(record, supplier.IsCut);
        cited.AddRange(onTime);
        figures.Add(new KeyFigure("On time", share.ToString("0.#", CultureInfo.InvariantCulture), FactKind.Percent));
        figures.Add(new KeyFigure("Risk of 100", risk.Points.ToString(CultureInfo.InvariantCulture), FactKind.Number, Tone: risk.Points >= 50 ? Tone.Bad : risk.Points >= 25 ? Tone.Warning : Tone.Good));
    }

    private void Advice(PurchaseOrdersWriter orders, string self)
    {
        if (supplier.Open.FirstOrDefault(o => o.IsOverdue) is { } first)
        {
            sheet.Say(FindingRole.Advice, $"Purchasing should first get a firm date for {first.Name}", null, self, orders.Add(first));
        }
        else
        {
            sheet.Say(FindingRole.Advice, $"For agreed lead times, penalties and terms ask me for the agreement with {supplier.Name}", null, self);
        }
    }

    private IEnumerable<WaitingOrder> Waiting() => supplier.Waiting is { } waiting ? supplier.Open.SelectMany(o => o.Lines).SelectMany(l => waiting[l.Row.Id]) : [];
}
