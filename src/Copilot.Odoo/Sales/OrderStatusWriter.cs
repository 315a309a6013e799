using System.Text.Json.Nodes;
using Copilot.Contracts;
using Copilot.Odoo.Answers;
using Copilot.Odoo.Warehouse;

namespace Copilot.Odoo.Sales;

/// <summary>Writes where orders stand.</summary>
internal sealed class OrderStatusWriter(AnswerSheet sheet)
{
    private const int TransfersShown = 4;
    private const int LinesShown = 6;

    /// <summary>One order in full.</summary>
    public void One(OrderPicture order, IReadOnlyList<string> unread)
    {
        var self = sheet.Add(order);
        var writer = new RiskWriter(sheet);
        var risk = RiskModel.Assess(order, sheet.Days.Today);
        var evidence = new List<string> { self };
        var text = $"{order.Name} for {order.Customer} is {order.StateWords()}{When(order, evidence, writer)}";
        if (order.IsOpen && risk.Probability >= RiskModel.Threshold && risk.Probability < 1)
        {
            evidence.Add(writer.AddProbability(risk));
            text += $"; it is {Phrase.Percent(RiskWriter.Chance(risk))} likely to ship late";
        }

        sheet.Say(FindingRole.Headline, text, order.Name, evidence);
        Lines(order, self);
        Transfers(order);
        sheet.Say(FindingRole.Detail, $"Worth {Phrase.Money(order.Net, order.Currency)} net; {OrderEvidence.InvoiceWords(order)}", order.Name, self);
        if (order.IsOpen)
        {
            writer.Causes(risk, 4);
            if (risk.Probability >= RiskModel.Threshold)
            {
                writer.Advice(risk);
            }
            else if (order.OpenDeliveries.FirstOrDefault() is { } next)
            {
                sheet.Say(FindingRole.Advice, $"Nothing stands in its way: next the warehouse finishes {next.Name}", order.Name, sheet.Add(order, next));
            }
        }

        if (unread.Contains("stock and transfers"))
        {
            sheet.Say(FindingRole.Caveat, "Deliveries and stock are not shown: your account may not read them", order.Name, self);
        }

        Cards(order, self);
    }

    /// <summary>A list of orders.</summary>
    public ToolResult List(OrderBook book, OrderFilter filter, string window, IReadOnlyList<Fact> facts, string show, int count)
    {
        var ordered = (show == "all" ? book.Orders.Reverse() : book.Orders).ToList();
        var shown = ordered.Take(count).ToList();
        var kind = show switch { "late" => ("late order", "late orders"), "all" => ("order", "orders"), _ => ("open order", "open orders") };
        var total = sheet.Count(
            "orders", "Orders found", book.Orders.Select(o => o.Name), $"{kind.Item2}{filter.Words}{window} among those you may see", [FactOf.Number("Shown", shown.Count), FactOf.Number("Matching in all", book.Total), .. facts, .. filter.Facts]);
        if (shown.Count == 0)
        {
            sheet.Say(FindingRole.Headline, $"There are no {kind.Item2}{filter.Words}{window} among those you may see", null, total);
            return sheet.Finish();
        }

        Headline(book, filter, window, kind, total);
        var writer = new RiskWriter(sheet);
        foreach (var order in shown)
        {
            Item(order, writer);
        }

        if (shown.Count < book.Total)
        {
            sheet.Say(FindingRole.Caveat, $"The list shows {shown.Count} of {Phrase.Number(book.Total)} orders", null, total);
        }

        sheet.Show(Table(shown, book.Total));
        return sheet.Finish(new ListCut(shown.Count, book.Total));
    }

    private void Headline(OrderBook book, OrderFilter filter, string window, (string One, string Many) kind, string total)
    {
        var evidence = new List<string> { total };
        var worth = string.Empty;
        var currencies = book.Orders.Select(o => o.Currency).Distinct().ToList();
        if (currencies.Count == 1 && book.Orders.Count == book.Total)
        {
            evidence.Add(sheet.Sum("orders-net", "Net value", book.Orders.Select(o => (o.Name, o.Net)), currencies[0], "net amounts of the orders found"));
            worth = $", worth {Phrase.Money(book.Orders.Sum(o => Math.Round(o.Net, 2)), currencies[0])} net in all";
        }

        var mine = filter.Mine ? "You have" : book.Total == 1 ? "There is" : "There are";
        sheet.Say(FindingRole.Headline, $"{mine} {Phrase.Count(book.Total, kind.One, kind.Many)}{filter.Words}{window}{worth}", null, evidence);
    }

    private void Item(OrderPicture order, RiskWriter writer)
    {
        var evidence = new List<string> { sheet.Add(order) };
        var text = $"{order.Name} for {order.Customer}: {order.StateWords()}{When(order, evidence, writer)}";
        if (order.IsOpen && order.OpenDeliveries.FirstOrDefault() is { } next)
        {
            evidence.Add(sheet.Add(order, next));
            text += $"; {next.Name} is {next.StateWords}";
        }

        sheet.Say(FindingRole.Item, text, order.Name, evidence);
    }

    private string When(OrderPicture order, List<string> evidence, RiskWriter writer)
    {
        if (order.Promised is not { } promised)
        {
            return ", without a promised date";
        }

        if (!order.IsOpen)
        {
            var left = order.Transfers.Where(t => t.State == "done" && t.Code == "outgoing" && t.Done is not null).MaxBy(t => t.Done);
            if (left is not null)
            {
                evidence.Add(sheet.Add(order, left));
                return $", promised {Phrase.Day(promised)} and shipped {Phrase.Day(left.Done!.Value)}";
            }

            return $", promised {Phrase.Day(promised)}";
        }

        if (promised >= sheet.Days.Today)
        {
            return $", promised {Phrase.Day(promised)}";
        }

        evidence.Add(writer.AddOverdue(order));
        return $", promised {Phrase.Day(promised)} and {Phrase.Days(sheet.Days.Today.DayNumber - promised.DayNumber)} late";
    }

    private void Lines(OrderPicture order, string self)
    {
        var open = order.IsConfirmed ? order.Lines.Where(l => l.Open > 0).ToList() : [];
        if (open.Count > 0)
        {
            var more = open.Count > LinesShown ? " and more" : string.Empty;
            sheet.Say(
                FindingRole.Detail,
                $"Still to deliver: {Phrase.List(open.Take(LinesShown).Select(l => $"{Phrase.Quantity(l.Open, l.Unit)} of {l.Product}"))}{more}",
                order.Name,
                self);
        }

        var gone = order.Lines.Where(l => l.Delivered > 0).ToList();
        if (gone.Count > 0 && open.Count > 0)
        {
            var more = gone.Count > LinesShown ? " and more" : string.Empty;
            sheet.Say(
                FindingRole.Detail,
                $"Delivered so far: {Phrase.List(gone.Take(LinesShown).Select(l => $"{Phrase.Quantity(l.Delivered, l.Unit)} of {l.Product}"))}{more}",
                order.Name,
                self);
        }
    }

    private void Transfers(OrderPicture order)
    {
        foreach (var transfer in order.Transfers.OrderByDescending(t => t.IsOpen).ThenByDescending(t => t.Id).Take(TransfersShown))
        {
            sheet.Say(FindingRole.Detail, Line(transfer), order.Name, sheet.Add(order, transfer));
        }
    }

    private static string Line(Transfer transfer)
    {
        var kind = transfer.Code switch { "outgoing" => "Delivery", "incoming" => "Return", _ => "Transfer" };
        var when = transfer is { State: "done", Done: { } done } ? $" on {Phrase.Day(done)}" : transfer.Scheduled is { } s ? $", scheduled {Phrase.Day(s)}" : string.Empty;
        var tracking = transfer.Tracking is { } t ? $", tracking {t}" : string.Empty;
        return $"{kind} {transfer.Name} is {transfer.StateWords}{when}{tracking}";
    }

    private void Cards(OrderPicture order, string self)
    {
        sheet.Show(new RecordCard
        {
            Title = $"Sales order {order.Name}", Record = new RecordRef("sale.order", order.Id), Fields = [.. OrderEvidence.Facts(order)], Uri = sheet.UriOf("sale.order", order.Id), Sources = [self],
        });
        sheet.Show(new TableCard
        {
            Title = "Lines",
            Columns = [new("product", "Product", FactKind.Code), new("ordered", "Ordered", FactKind.Number), new("delivered", "Delivered", FactKind.Number), new("invoiced", "Invoiced", FactKind.Number), new("unit", "Unit", FactKind.Text)],
            Rows = [.. order.Lines.Take(40).Select(l => (IReadOnlyList<JsonValue?>)[JsonValue.Create(l.Product), JsonValue.Create(l.Ordered), JsonValue.Create(l.Delivered), JsonValue.Create(l.Invoiced), JsonValue.Create(l.Unit)])],
            TotalRows = order.Lines.Count,
            Sources = [self],
        });
    }

    private TableCard Table(List<OrderPicture> shown, int total) => new()
    {
        Title = "Orders",
        Columns = [new("order", "Order", FactKind.Code), new("customer", "Customer", FactKind.Text), new("promised", "Promised", FactKind.Date), new("net", "Net", FactKind.Money, shown[0].Currency), new("state", "State", FactKind.Text)],
        Rows = [.. shown.Select(o => (IReadOnlyList<JsonValue?>)
        [
            JsonValue.Create(o.Name), JsonValue.Create(o.Customer), o.Promised is { } p ? JsonValue.Create(FactOf.Date("d", p).Value) : null, JsonValue.Create(Math.Round(o.Net, 2)), JsonValue.Create(o.StateWords()),
        ])],
        TotalRows = total,
        Sources = [.. shown.Select(o => sheet.Add(o))],
    };
}
