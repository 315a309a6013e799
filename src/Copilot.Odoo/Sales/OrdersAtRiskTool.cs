using System.Text.Json.Nodes;
using Copilot.Contracts;
using Copilot.Odoo.Answers;
using Copilot.Odoo.Client;
using Copilot.Odoo.Names;

namespace Copilot.Odoo.Sales;

/// <summary>
/// Open orders that may miss their promised ship date, with causes and a probability. At most nine round trips for names and the
/// caller's user and fourteen for orders, stock and receipts, whatever the number of orders.
/// </summary>
internal sealed class OrdersAtRiskTool(IOdooClient client, NameResolver names, OrderReader reader) : OdooTool(client)
{
    private const int MostOrders = 500;
    private const int WindowDays = 7;
    private const int OldestDays = 180;
    private const int CausesShown = 3;
    private const int AdviceShown = 3;

    public override ToolDefinition Definition { get; } = new()
    {
        Name = "odoo.orders_at_risk",
        Description = "Open sales orders that may miss (or have missed) their promised ship date, ranked, each with its causes: short stock, late receipts, "
            + "failed or unstarted picks, credit hold, quality hold, missing documents. Not for the state of one known order.",
        Ability = "which orders may miss their promised ship date, and why",
        Status = "looking at open orders, stock and receipts…",
        Parameters =
        [
            Parameters.Day("from", SlotKind.PeriodStart, "First promised day; open orders that are late already count too when left out."),
            Parameters.Day("to", SlotKind.PeriodEnd, "Last promised day; seven days from today when left out."),
            Parameters.Day("by", SlotKind.Day, "Last promised day when a single day is named: \"by Friday\", \"due tomorrow\"."),
            .. OrderFilter.Parameters,
            Parameters.MinimumAmount,
            Parameters.Count,
            Parameters.Choice(
                "show",
                "at_risk (default) for all that may be late, late for those whose promised day is over.",
                ("at_risk", ["at risk", "may miss", "in danger", "endangered"]),
                ("late", ["already late", "overdue", "are late", "past due", "missed"])),
        ],
        Touches = [DataClass.Sales, DataClass.Stock],
        MaxRoundTrips = OrderFilter.RoundTrips + OrderReader.RoundTrips,
    };

    protected override string Area => "sales orders and transfers";

    protected override async Task<ToolResult> AnswerAsync(ToolContext context, ToolArguments arguments, CancellationToken cancellationToken)
    {
        if (!await Client.MayReadAsync(context.Caller, "sale.order", cancellationToken) || !await Client.MayReadAsync(context.Caller, "stock.picking", cancellationToken))
        {
            return Denied();
        }

        var sheet = new AnswerSheet(context, Client);
        var today = sheet.Days.Today;

        // "May be late in the next seven days" is about what is to come, whatever its words.
        var late = arguments.Text("show") == "late" && !((arguments.Day("to") ?? arguments.Day("by")) >= today);
        var (first, last) = (arguments.Day("from"), arguments.Day("to") ?? arguments.Day("by"));
        if (first > last)
        {
            return Failed($"The period ends ({Phrase.Day(last.Value)}) before it begins ({Phrase.Day(first.Value)}).");
        }

        // A window around today still holds what should have left before it: it is not gone yet. What is late was due before today.
        var named = (late ? first >= today : first <= today && !(last < today)) ? null : first;
        var from = named ?? today.AddDays(-OldestDays);
        var to = late ? today.AddDays(-1) : last ?? (named > today ? named.Value : today).AddDays(WindowDays);
        var filter = await OrderFilter.ReadAsync(names, context, arguments, cancellationToken);
        if (filter.Stop is { } stop)
        {
            return stop;
        }

        // "This week", asked on a Saturday, has hardly a day left: what comes next is read along, and the answer says so.
        var asked = to;
        to = to >= today && to < today.AddDays(2) && arguments.Day("to") is not null ? today.AddDays(WindowDays) : to;
        var domain = OrderReader.OpenOrders
            .And("commitment_date", ">=", sheet.Days.Start(from)).And("commitment_date", "<=", sheet.Days.End(to)).And(filter.Domain);
        if (arguments.Number("min_amount") is { } least)
        {
            domain = domain.And("amount_untaxed", ">=", least);
        }

        var book = await reader.ReadAsync(context, domain, MostOrders, cancellationToken);
        var risks = book.Orders.Where(o => o.IsOpen).Select(o => RiskModel.Assess(o, today))
            .Where(r => late ? r.Order.Promised < today : r.Probability >= RiskModel.Threshold)
            .OrderByDescending(r => r.Score).ThenBy(r => r.Order.Name, StringComparer.Ordinal).ToList();
        if (to > asked)
        {
            var window = sheet.Count("window", "Orders due in the period and after it", book.Orders.Select(o => o.Name), "open orders promised up to the last day", FactOf.Date("End of the period", asked), FactOf.Date("Last promised day", to));
            sheet.Say(FindingRole.Caveat, $"The period you named ends {Phrase.Day(asked)}, so I included the days up to {Phrase.Day(to)}", null, window);
        }

        return Write(sheet, book, risks, filter, new NamedDays("due", named, to), arguments.Shown(), late);
    }

    private static ToolResult Write(AnswerSheet sheet, OrderBook book, List<OrderRisk> risks, OrderFilter filter, NamedDays days, int count, bool late)
    {
        var shown = risks.Take(count).ToList();
        var due = sheet.Count(
            "open-orders",
            "Open orders due in the period",
            book.Orders.Where(o => o.IsOpen).Select(o => o.Name),
            "open orders with a promised ship date in the period that you may see",
            [.. days.Facts, .. filter.Facts]);
        var atRisk = sheet.Count(
            "orders-at-risk",
            "Orders at risk",
            risks.Select(r => r.Order.Name),
            $"those with a chance of at least {Phrase.Percent((decimal)RiskModel.Threshold * 100)} of shipping late",
            FactOf.Number("Shown", shown.Count));
        var openCount = book.Orders.Count(o => o.IsOpen);
        var whose = filter.Mine ? "your" : "the";
        if (risks.Count == 0)
        {
            var none = openCount == 0
                ? $"There are no open orders{filter.Words}{days.Words} among those you may see"
                : $"None of {whose} {Phrase.Count(openCount, "open order", "open orders")}{filter.Words}{days.Words} is {(late ? "late" : "at risk as far as I can see")}";
            sheet.Say(FindingRole.Headline, none, null, due, atRisk);
            Caveats(sheet, book, due);
            return sheet.Finish();
        }

        Headline(sheet, risks, filter, days, openCount, (due, atRisk), late);
        var writer = new RiskWriter(sheet);
        for (var i = 0; i < shown.Count; i++)
        {
            Item(sheet, writer, shown[i]);
            writer.Causes(shown[i], CausesShown);
            if (i < AdviceShown)
            {
                writer.Advice(shown[i]);
            }
        }

        if (shown.Count < risks.Count)
        {
            sheet.Say(FindingRole.Caveat, $"The list shows the {shown.Count} most pressing of {risks.Count}; ask for more with a number", null, atRisk);
        }

        Caveats(sheet, book, due);
        sheet.Show(Table(sheet, shown, risks.Count));
        return sheet.Finish(new ListCut(shown.Count, risks.Count));
    }

    private static void Headline(AnswerSheet sheet, List<OrderRisk> risks, OrderFilter filter, NamedDays days, int open, (string Due, string AtRisk) counts, bool late)
    {
        var evidence = new List<string> { counts.Due, counts.AtRisk };
        var currencies = risks.Select(r => r.Order.Currency).Distinct().ToList();
        var worth = string.Empty;
        if (currencies.Count == 1)
        {
            evidence.Add(sheet.Sum("orders-at-risk-net", "Net value at risk", risks.Select(r => (r.Order.Name, r.Order.Net)), currencies[0], "net amounts of the orders at risk"));
            worth = $", worth {Phrase.Money(risks.Sum(r => Math.Round(r.Order.Net, 2)), currencies[0])} net in all";
        }

        var whose = filter.Mine ? "your" : "the";
        var what = late ? "late" : null;
        sheet.Say(
            FindingRole.Headline,
            what is null
                ? $"{risks.Count} of {whose} {Phrase.Count(open, "open order", "open orders")}{filter.Words}{days.Words} may miss {(risks.Count == 1 ? "its" : "their")} promised ship date{worth}"
                : $"{Phrase.Count(risks.Count, "open order", "open orders")}{filter.Words}{(days.From is null ? string.Empty : days.Words)} {(risks.Count == 1 ? "is" : "are")} past the promised ship date{worth}",
            null,
            evidence);
    }

    private static void Item(AnswerSheet sheet, RiskWriter writer, OrderRisk risk)
    {
        var order = risk.Order;
        var evidence = new List<string> { sheet.Add(order) };
        string chance;
        if (order.Promised < sheet.Days.Today)
        {
            evidence.Add(writer.AddOverdue(order));
            chance = $"{Phrase.Days(sheet.Days.Today.DayNumber - order.Promised!.Value.DayNumber)} late already";
        }
        else
        {
            evidence.Add(writer.AddProbability(risk));
            chance = $"{Phrase.Percent(RiskWriter.Chance(risk))} likely to ship late";
        }

        var rank = order.CustomerClass is { } c ? $" (class {c})" : string.Empty;
        sheet.Say(FindingRole.Item, $"{order.Name} for {order.Customer}{rank}: {Phrase.Money(order.Net, order.Currency)} net, promised {Phrase.Day(order.Promised!.Value)}, {chance}", order.Name, evidence);
    }

    private static void Caveats(AnswerSheet sheet, OrderBook book, string count)
    {
        if (book.Orders.Count < book.Total)
        {
            sheet.Say(FindingRole.Caveat, "More open orders match than I can weigh at once; narrow the period, the warehouse or the customer to see all", null, count);
        }

        if (book.Unread.Count > 0)
        {
            sheet.Say(FindingRole.Caveat, $"Your account may not read {Phrase.List(book.Unread)}, so such causes are not shown", null, count);
        }
    }

    private static TableCard Table(AnswerSheet sheet, List<OrderRisk> shown, int total) => new()
    {
        Title = "Orders at risk",
        Columns =
        [
            new("order", "Order", FactKind.Code), new("customer", "Customer", FactKind.Text), new("promised", "Promised", FactKind.Date),
            new("net", "Net", FactKind.Money, shown[0].Order.Currency), new("chance", "Chance late", FactKind.Percent), new("cause", "Main cause", FactKind.Text),
        ],
        Rows = [.. shown.Select(r => (IReadOnlyList<JsonValue?>)
        [
            JsonValue.Create(r.Order.Name),
            JsonValue.Create(r.Order.Customer),
            JsonValue.Create(FactOf.Date("d", r.Order.Promised!.Value).Value),
            JsonValue.Create(Math.Round(r.Order.Net, 2)),
            JsonValue.Create(RiskWriter.Chance(r)),
            JsonValue.Create(r.Causes.FirstOrDefault(c => c.Kind != RiskKind.PromisePassed) is { } cause ? RiskWriter.Short(cause) : "not shipped"),
        ])],
        TotalRows = total,
        Sources = [.. shown.Select(r => sheet.Add(r.Order))],
    };
}
