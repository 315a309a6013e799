using System.Text.Json.Nodes;
using Copilot.Contracts;
using Copilot.Forecasting.Lateness;

namespace Copilot.Forecasting.Tools;

/// <summary>Writes chances of leaving late: the figure, the reasons by what they add, how good such chances were, what to do.</summary>
internal sealed class LatenessWriter(ForecastPage page, ShippingHistory history, LatenessModel model)
{
    private const double Probable = 0.5;
    private const double Telling = 0.15;
    private const int MostReasons = 3;
    private const int MostLines = 6;
    private const int MostAdvice = 3;
    private const string Formula =
        "logistic regression over past lines, each with what was known some days before its promised day (work due and waiting against lines shipped on a full day, time since the order, lines of the delivery, the warehouse's last four weeks), "
        + "then 1 − the product of (1 − p) with what is known today to hold it up";

    private readonly Dictionary<int, ShippedLine> _lines = history.Lines.Where(l => l.Left is null).ToDictionary(l => l.Id);

    /// <summary>An order whose day is over is late: no chance is told.</summary>
    public static ToolResult Over(ForecastPage page, PendingOrder order, DateOnly today)
    {
        var key = page.Record(order.Record, $"Sales order {order.Name}", $"{order.Name} for {order.Customer}, promised {Wording.Day(order.Promised!.Value)}, still to ship", order.Uri, Facts(order));
        var late = page.Model(
            $"over:{order.Name}", $"Days {order.Name} is late", [Wording.DayFact("Promised", order.Promised.Value), Wording.DayFact("Today", today)], Wording.DaysFact("Days late", today.DayNumber - order.Promised.Value.DayNumber), "today less the promised day");
        page.Say(FindingRole.Headline, $"{order.Name} for {order.Customer} is late already: it was promised for {Wording.Day(order.Promised.Value)}, {Wording.Count(today.DayNumber - order.Promised.Value.DayNumber, "day", "days")} ago", key, late);
        foreach (var (at, known) in order.Hindrances.Concat(order.Lines.SelectMany(l => l.Hindrances)).OrderByDescending(h => h.Chance).Take(MostReasons).Index())
        {
            page.Say(FindingRole.Cause, known.Words, page.Model($"hold:{order.Name}:{at}", $"What holds up {order.Name}", [], Wording.PercentFact("Chance by itself", known.Chance), "as the list of orders at risk has it", known.Facts.Where(f => f.Value.Length > 0)));
        }

        page.Say(FindingRole.Advice, $"Agree a new date with {order.Customer} today", key);
        return page.Finish();
    }

    /// <summary>One order.</summary>
    public ToolResult One(PendingOrder order)
    {
        var chance = new OrderChance(order, _lines, model);
        if (chance.Past is null && chance.Known.Count == 0)
        {
            return new ToolResult { Outcome = ToolOutcome.Ok, Found = false, Reason = $"{order.Name} has no delivery yet, so I cannot tell how it will leave." };
        }

        var (past, figure) = (Past(), Figure(chance));
        page.Say(FindingRole.Headline, $"{order.Name} for {order.Customer} will leave late with {Words(chance.Chance)} probability; it is promised for {Wording.Day(order.Promised!.Value)}, and {Wording.Percent(model.Share)} of all lines left late in the past", figure, past, Record(order));
        foreach (var reason in Reasons(chance).DefaultIfEmpty($"Nothing that is known speaks for a delay beyond the usual share of {Wording.Percent(model.Share)}").Take(MostReasons))
        {
            page.Say(FindingRole.Cause, reason, figure, past);
        }

        foreach (var (line, _, share) in chance.Lines.Take(chance.Lines.Count > 1 ? MostLines : 0))
        {
            page.Say(FindingRole.Item, $"{Wording.Quantity(line.Quantity, line.Unit)} of {line.Product}: {Words(share)}", figure);
        }

        page.Say(FindingRole.Advice, Advice(chance), figure);
        Accuracy(past);
        return page.Finish();
    }

    /// <summary>The coming orders, those most probably late first.</summary>
    public ToolResult List(DateOnly from, DateOnly to, int count)
    {
        var all = history.Orders.Where(o => o.IsOpen && o.Promised is not null).Select(o => new OrderChance(o, _lines, model)).OrderByDescending(c => c.Chance).ThenBy(c => c.Order.Promised).ThenBy(c => c.Order.Name, StringComparer.Ordinal).ToList();
        var shown = all.Take(count).ToList();
        var (probable, expected) = (all.Count(c => c.Chance >= Probable), all.Sum(c => c.Chance));
        var past = Past();
        var sum = page.Model(
            "late:expected",
            "Late orders to expect",
            [Wording.NumberFact("Open orders", all.Count), Wording.DayFact("From", from), Wording.DayFact("To", to), .. history.Names],
            Wording.NumberFact("Expected late", Math.Round(expected)),
            "the sum of the chances of the single orders",
            [Wording.NumberFact("More probably late than not", probable), Wording.NumberFact("Shown", shown.Count), Wording.NumberFact("Orders in all", history.Total)]);
        page.Say(
            FindingRole.Headline,
            $"Of {Wording.Count(all.Count, "open order", "open orders")}{history.Narrowed} promised from {Wording.Day(from)} to {Wording.Day(to)}, about {Wording.Number(Math.Round(expected))} will probably leave late",
            sum);
        foreach (var chance in shown)
        {
            var reasons = Reasons(chance).Take(2).ToList();
            page.Say(
                FindingRole.Item,
                $"{chance.Order.Name} for {chance.Order.Customer}, promised {Wording.Day(chance.Order.Promised!.Value)}: {Words(chance.Chance)}{(reasons.Count == 0 ? ", nothing unusual known" : ": " + string.Join("; ", reasons.Select((r, i) => i == 0 ? r : Within(r))))}",
                Figure(chance),
                Record(chance.Order));
        }

        foreach (var advice in shown.Where(c => c.Chance >= Probable).GroupBy(Advice).Take(MostAdvice))
        {
            page.Say(FindingRole.Advice, advice.Key, advice.Select(Figure));
        }

        if (shown.Count < all.Count)
        {
            page.Say(FindingRole.Caveat, $"The list shows the {shown.Count} most endangered of {all.Count}", sum);
        }

        if (history.Total > history.Orders.Count)
        {
            page.Say(FindingRole.Caveat, $"There are {history.Total} such orders, more than I can weigh at once; narrow the period, the customer or the warehouse", sum);
        }

        Accuracy(past);
        page.Show(Table(shown, all.Count));
        return page.Finish();
    }

    private static IEnumerable<Fact> Facts(PendingOrder order)
        => [Wording.CodeFact("Order", order.Name), Wording.CodeFact("Customer", order.Customer), Wording.CodeFact("Warehouse", order.Warehouse), Wording.DayFact("Promised", order.Promised!.Value)];

    private string Record(PendingOrder order)
        => page.Record(order.Record, $"Sales order {order.Name}", $"{order.Name} for {order.Customer}, promised {Wording.Day(order.Promised!.Value)}, still to ship", order.Uri, Facts(order));

    private string Past()
        => page.Series(
            "shipped-lines",
            "How lines left in the past",
            $"{Wording.Count(model.Lines, "line", "lines")} promised since {Wording.Day(history.From)}, {model.Late} of them left late",
            null,
            [
                Wording.NumberFact("Lines", model.Lines), Wording.NumberFact("Late", model.Late), Wording.PercentFact("Share late", model.Share), Wording.DayFact("Since", history.From),
                .. model.Trial is { } t
                    ? [Wording.NumberFact("Lines kept back", t.Lines), Wording.NumberFact("Days kept back", LatenessModel.KeptBack), Wording.PercentFact("Said on average", t.Said), Wording.PercentFact("Late of those kept back", (double)t.Late / t.Lines), Wording.PercentFact("Better than the usual share by", t.Gain), Wording.PercentFact("Mean distance of chance and share", t.Calibration)]
                    : Array.Empty<Fact>(),
            ]);

    private string Figure(OrderChance chance)
    {
        var facts = new List<Fact>(Facts(chance.Order)) { Wording.PercentFact("Usual share", model.Share) };
        if (chance.Past is { } past)
        {
            facts.AddRange(
            [
                Wording.PercentFact("By how past lines left", past.Chance), Wording.NumberFact("Lines left for its day", Math.Round(past.Signs.Press * past.FullDay)), Wording.NumberFact("Lines on a full day", past.FullDay),
                Wording.NumberFact("Working days from order to promise", past.Signs.Lead), Wording.NumberFact("Lines of the delivery", past.Signs.Size), Wording.PercentFact("Late in the last four weeks", past.Signs.Recent),
            ]);
        }

        facts.AddRange(chance.Known.SelectMany(h => h.Facts.Append(Wording.PercentFact("By itself", h.Chance))));
        facts.AddRange(chance.Lines.Take(MostLines).SelectMany(l => new[] { Wording.CodeFact("Product", l.Line.Product), Wording.QuantityFact("To ship", l.Line.Quantity, l.Line.Unit), Wording.PercentFact("Chance of the line", l.Chance) }));
        return page.Model(
            $"late:{chance.Order.Name}",
            $"Chance that {chance.Order.Name} leaves late",
            [Wording.PercentFact("By how past lines left", chance.Past?.Chance ?? model.Share), .. chance.Known.Select(h => Wording.PercentFact("Known to hold it up", h.Chance))],
            Wording.PercentFact("Chance", chance.Chance),
            Formula,
            facts.Where(f => f.Value.Length > 0));
    }

    /// <summary>What is known first, then what raises the chance against a usual line, most first.</summary>
    private static IEnumerable<string> Reasons(OrderChance chance)
        => chance.Known.Select(h => h.Words).Concat((chance.Past?.Causes ?? []).Where(c => c.Part >= Telling).Select(c => Reason(c.Cause, chance)).OfType<string>());

    private static string? Reason(Signs.Cause cause, OrderChance chance)
    {
        var (signs, full, house) = (chance.Past!.Signs, chance.Past.FullDay, chance.Order.Warehouse);
        return cause switch
        {
            Signs.Cause.Press => $"{house} has {Wording.Number(Math.Round(signs.Press * full))} lines to ship on its day, with what waits before it; {Wording.Number(full)} leave on a full day",
            Signs.Cause.Lead => $"It was promised within {Wording.Count(signs.Lead, "working day", "working days")} of the order",
            Signs.Cause.Size => $"Its delivery has {Wording.Count(signs.Size, "line", "lines")}, which leave together",
            Signs.Cause.Recent => $"{house} shipped {Wording.Percent(signs.Recent)} of its lines late in the last four weeks",
            _ => null,
        };
    }

    // "It was promised" becomes "it was promised"; a warehouse's code stays as it is.
    private static string Within(string reason) => reason.Length > 1 && char.IsLower(reason[1]) ? char.ToLowerInvariant(reason[0]) + reason[1..] : reason;

    private static string Advice(OrderChance chance)
        => chance.Known is [{ Chance: >= Telling }, ..] ? $"Clear what holds up {chance.Order.Name} first, or agree a part delivery or a new date with {chance.Order.Customer}"
            : chance.Past?.Causes is [{ Cause: Signs.Cause.Press, Part: >= Telling }, ..] && chance.Chance >= Telling ? $"{chance.Order.Warehouse} should pick ahead for {Wording.Day(chance.Order.Promised!.Value)} or put more hands on that day"
            : chance.Chance >= Probable ? $"Ask {chance.Order.Warehouse} to pick {chance.Order.Name} early"
            : $"Nothing has to be done for {chance.Order.Name} now";

    private void Accuracy(string past)
    {
        if (model.Trial is { } trial)
        {
            page.Say(
                FindingRole.Detail,
                $"Tried on the {Wording.Count(trial.Lines, "line", "lines")} promised in the last {LatenessModel.KeptBack} days, which were kept back for it: {Wording.Percent(trial.Said)} was said on average and {Wording.Percent((double)trial.Late / trial.Lines)} left late"
                    + (model.Tells ? $"; the chances were {Wording.Percent(trial.Gain)} better than always saying the usual share (Brier score)" : string.Empty),
                past);
        }

        if (!model.Tells)
        {
            page.Say(FindingRole.Caveat, $"On past lines nothing that was known ahead told late ones apart, so every line gets the usual share of {Wording.Percent(model.Share)}, raised by what is known to hold it up", past);
        }

        foreach (var remark in history.Remarks)
        {
            page.Say(FindingRole.Caveat, remark, past);
        }
    }

    private TableCard Table(List<OrderChance> shown, int total) => new()
    {
        Title = "Coming orders by the chance to leave late",
        Columns = [new("order", "Order", FactKind.Code), new("customer", "Customer", FactKind.Text), new("promised", "Promised", FactKind.Date), new("chance", "Chance late", FactKind.Percent), new("reason", "Main reason", FactKind.Text)],
        Rows =
        [
            .. shown.Select(c => (IReadOnlyList<JsonValue?>)
            [
                JsonValue.Create(c.Order.Name), JsonValue.Create(c.Order.Customer), JsonValue.Create(Wording.DayFact("d", c.Order.Promised!.Value).Value), JsonValue.Create(Wording.Per(c.Chance)), JsonValue.Create(Reasons(c).FirstOrDefault() ?? "-"),
            ]),
        ],
        TotalRows = total,
        Sources = [.. shown.Select(Figure)],
    };

    private static string Words(double chance) => chance >= 0.99 ? "more than 99 %" : chance <= 0.01 ? "less than 1 %" : Wording.Percent(chance);
}
