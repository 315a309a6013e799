using System.Globalization;
using System.Text.Json.Nodes;
using Copilot.Contracts;
using Copilot.Forecasting.Customers;

namespace Copilot.Forecasting.Tools;

/// <summary>Writes customers beside their own rhythm: the silence, the orders and the money lately, how seldom that is, whom to call first.</summary>
internal sealed class CustomerSlowdownWriter(ForecastPage page, BuyingBook book, IReadOnlyDictionary<int, CustomerScore> scores, (DateOnly From, DateOnly To) looked)
{
    private const int Nearest = 3;
    private const double Near = 0.2;

    private const string Formula =
        "the silence against all customers' gaps, each in units of the customer's other gaps and longer than any of their own, and order days of the last 90 days against the year before them after the level of the other customers; the more unusual of both, taken twice as two were looked at";

    /// <summary>Those that slow down.</summary>
    public ToolResult Slower(SlowdownCheck check, int count)
    {
        var slower = check.Slower;
        var shown = slower.Count > 0 ? slower.Take(count).ToList() : [.. check.Judged.Where(j => j.Chance <= Near).Take(Nearest)];
        var sum = Sum(check, slower.Count, shown.Count);
        page.Say(
            FindingRole.Headline,
            check.Judged.Count == 0 ? $"No customer{book.Narrowed} can be judged: there are too few orders for a rhythm"
                : slower.Count == 0 ? $"No customer{book.Narrowed} slows down beyond what chance explains, of {Wording.Number(check.Judged.Count)} beside their own rhythm"
                : $"{Wording.Count(slower.Count, "customer", "customers")}{book.Narrowed} of {Wording.Number(check.Judged.Count)} {(slower.Count == 1 ? "buys" : "buy")} less than their own rhythm makes likely; first {slower[0].Pace.Buyer.Name}",
            sum);
        if (slower.Count == 0 && shown.Count > 0)
        {
            page.Say(FindingRole.Detail, $"{(shown.Count == 1 ? "This one comes" : "These come")} nearest to it, and may be chance", sum);
        }

        var keys = shown.ToDictionary(s => s, s => Item(s, FindingRole.Item));
        if (slower.Count > 0)
        {
            page.Say(FindingRole.Advice, $"Call {shown[0].Pace.Buyer.Name} first, and ask what changed before offering anything", keys[shown[0]]);
        }

        Caveats(check, sum, slower.Count > 0);
        Cut(shown.Count, slower.Count, sum);
        if (shown.Count > 0)
        {
            page.Show(Table(shown, Math.Max(slower.Count, shown.Count), sum));
        }

        return page.Finish();
    }

    /// <summary>One customer, whatever the verdict; contacts' companies with the same name are all told.</summary>
    public ToolResult One(SlowdownCheck check, IReadOnlyList<BuyingPace> asked)
    {
        var sum = Sum(check, check.Slower.Count, check.Judged.Count);
        foreach (var one in check.Judged)
        {
            page.Say(
                FindingRole.Headline,
                one.IsSlower
                    ? $"{one.Pace.Buyer.Name} {(one.IsSilent ? "has gone quiet" : "buys less often")}: that is more than chance explains"
                    : $"{one.Pace.Buyer.Name} keeps to their own rhythm as far as can be told: what differs may be chance",
                Item(one, FindingRole.Detail));
        }

        foreach (var pace in check.Passed)
        {
            page.Say(
                FindingRole.Headline,
                $"{pace.Buyer.Name} has too few orders to have a rhythm: {Wording.Count(pace.OrderDays, "order day", "order days")} since {Wording.Day(looked.From)}, the last on {Wording.Day(pace.Last)}, {Wording.Count(pace.Silence, "day", "days")} ago",
                Facts(pace));
        }

        Caveats(check, sum, true);
        if (check.Judged.Count > 0)
        {
            page.Show(Table([.. check.Judged], asked.Count, sum));
        }

        return page.Finish();
    }

    /// <summary>Those without an order since a day.</summary>
    public ToolResult Silent(IReadOnlyList<BuyingPace> asked, DateOnly since, int count)
    {
        var silent = asked.Where(p => p.Last < since).OrderByDescending(p => p.LastYearNet).ThenBy(p => p.Buyer.Name, StringComparer.Ordinal).ToList();
        var shown = silent.Take(count).ToList();
        var sum = page.Model(
            "silent-customers",
            "Customers without an order",
            [Wording.NumberFact("Customers", asked.Count), Wording.DayFact("Since", since), Wording.DayFact("Orders from", looked.From), Wording.DayFact("Orders to", looked.To), .. book.Names],
            Wording.NumberFact("Without an order", silent.Count),
            "customers with a confirmed order in the time looked at whose last one is older than the day",
            Wording.NumberFact("Shown", shown.Count));
        page.Say(
            FindingRole.Headline,
            silent.Count == 0
                ? $"Every customer{book.Narrowed} who bought since {Wording.Day(looked.From)} has ordered since {Wording.Day(since)} too"
                : $"{Wording.Number(silent.Count)} of {Wording.Count(asked.Count, "customer", "customers")}{book.Narrowed} {(silent.Count == 1 ? "has" : "have")} not ordered since {Wording.Day(since)}",
            sum);
        foreach (var pace in shown)
        {
            page.Say(
                FindingRole.Item,
                $"{pace.Buyer.Name}: last order on {Wording.Day(pace.Last)}, {Wording.Count(pace.Silence, "day", "days")} ago; {Money(pace.LastYearNet, pace)} in the year up to it",
                Facts(pace));
        }

        page.Say(FindingRole.Caveat, $"Whoever last bought before {Wording.Day(looked.From)} is not among them", sum);
        Remarks(sum);
        Cut(shown.Count, silent.Count, sum);
        return page.Finish();
    }

    private static decimal Whole(double amount) => Math.Round((decimal)Math.Clamp(amount, -1e15, 1e15), 0, MidpointRounding.AwayFromZero);

    private static string Money(double amount, BuyingPace pace) => $"{Whole(amount).ToString("#,0", CultureInfo.InvariantCulture)} {pace.Buyer.Currency}";

    private static Fact MoneyFact(string name, double amount, BuyingPace pace) => new(name, FactKind.Money, Whole(amount).ToString("0", CultureInfo.InvariantCulture), pace.Buyer.Currency);

    private string Sum(SlowdownCheck check, int slower, int shown)
        => page.Model(
            "slowdown",
            "Customers beside their own rhythm",
            [Wording.NumberFact("Customers judged", check.Judged.Count), Wording.DayFact("Orders from", looked.From), Wording.DayFact("Orders to", looked.To), .. book.Names],
            Wording.NumberFact("Slow down", slower),
            Formula,
            Wording.NumberFact("Gaps compared with", check.Gaps),
            Wording.NumberFact("With too few orders", check.Passed.Count),
            Wording.PercentFact("Expected to be chance among those told", SlowdownCheck.FalseShare),
            Wording.NumberFact("Shown", shown));

    private string Facts(BuyingPace pace)
        => page.Record(
            pace.Buyer.Record,
            pace.Buyer.Name,
            $"{pace.Buyer.Name}: {Wording.Count(pace.OrderDays, "order day", "order days")}, last order {Wording.Day(pace.Last)}",
            pace.Buyer.Uri,
            Wording.TextFact("Customer", pace.Buyer.Name),
            Wording.DayFact("Last order", pace.Last),
            Wording.DaysFact("Silent for", pace.Silence),
            Wording.NumberFact("Order days", pace.OrderDays),
            Wording.DayFact("Orders from", looked.From),
            MoneyFact("Net in the year up to the last order", pace.LastYearNet, pace));

    private string Item(Slowdown one, FindingRole role)
    {
        var pace = one.Pace;
        var score = scores[pace.Buyer.Record.Id];
        var record = Facts(pace);
        var key = page.Model(
            $"slowdown:{pace.Buyer.Record.Id}",
            $"{pace.Buyer.Name} beside their own rhythm",
            [
                Wording.DaysFact("Silent for", pace.Silence), Wording.DaysFact("Usual gap", pace.MeanGap), Wording.NumberFact("Order days lately", pace.Recent), Wording.NumberFact("Usual order days", one.Expected),
                Wording.DaysFact("Lately", BuyingPace.RecentDays), MoneyFact("Net lately", pace.RecentNet, pace), MoneyFact("Usual net", one.ExpectedNet, pace),
            ],
            new Fact("One in", FactKind.Number, one.OneIn.ToString(CultureInfo.InvariantCulture)),
            Formula,
            MoneyFact("Less than usual", one.Missing, pace),
            Wording.TextFact("Customer", pace.Buyer.Name),
            Wording.NumberFact("Recency score", score.Recency),
            Wording.NumberFact("Frequency score", score.Frequency),
            Wording.NumberFact("Money score", score.Money));
        var rate = pace.KnownBefore == 0 ? string.Empty
            : $"; {Wording.Count(pace.Recent, "order day", "order days")} in the last {BuyingPace.RecentDays} days where about {Wording.Number(one.Expected)} would be usual, {Money(pace.RecentNet, pace)} where about {Money(one.ExpectedNet, pace)} would be";
        page.Say(
            role,
            $"{pace.Buyer.Name}: silent for {Wording.Count(pace.Silence, "day", "days")} since {Wording.Day(pace.Last)}, usually an order every {Wording.Number(pace.MeanGap)} days{rate}{(one.Chance > Near ? string.Empty : $"; one in {one.OneIn.ToString("#,0", CultureInfo.InvariantCulture)} customers who go on as before looks so")}",
            key,
            record);
        return key;
    }

    private void Caveats(SlowdownCheck check, string sum, bool told)
    {
        if (told && check.Judged.Count > 0)
        {
            page.Say(FindingRole.Caveat, $"Of the customers called slower about {Wording.Percent(SlowdownCheck.FalseShare)} at most are expected to be chance; why somebody buys less is not in the orders", sum);
        }

        if (check.Passed.Count > 0 && check.Judged.Count > 0)
        {
            page.Say(FindingRole.Caveat, $"{Wording.Count(check.Passed.Count, "customer has", "customers have")} too few orders since {Wording.Day(looked.From)} to be judged", sum);
        }

        Remarks(sum);
    }

    private void Remarks(string sum)
    {
        foreach (var remark in book.Remarks)
        {
            page.Say(FindingRole.Caveat, remark, sum);
        }
    }

    private void Cut(int shown, int total, string sum)
    {
        if (shown < total)
        {
            page.Say(FindingRole.Caveat, $"The list shows {Wording.Number(shown)} of {Wording.Number(total)}", sum);
        }
    }

    private TableCard Table(List<Slowdown> shown, int total, string sum) => new()
    {
        Title = "Customers beside their own rhythm",
        Columns =
        [
            new("customer", "Customer", FactKind.Text), new("last", "Last order", FactKind.Date), new("silent", "Days silent", FactKind.Days), new("gap", "Usual gap", FactKind.Days), new("recent", "Order days in 90 days", FactKind.Number),
            new("usual", "Usual", FactKind.Number), new("net", "Net in 90 days", FactKind.Text), new("usual_net", "Usual net", FactKind.Text), new("score", "Recency-frequency-money", FactKind.Code), new("one_in", "One in", FactKind.Number),
        ],
        Rows =
        [
            .. shown.Select(s => (IReadOnlyList<JsonValue?>)
            [
                JsonValue.Create(s.Pace.Buyer.Name), JsonValue.Create(Wording.DayFact("d", s.Pace.Last).Value), JsonValue.Create(s.Pace.Silence), JsonValue.Create(Wording.Rounded(s.Pace.MeanGap)), JsonValue.Create(s.Pace.Recent),
                JsonValue.Create(Wording.Rounded(s.Expected)), JsonValue.Create(Money(s.Pace.RecentNet, s.Pace)), JsonValue.Create(Money(s.ExpectedNet, s.Pace)), JsonValue.Create(scores[s.Pace.Buyer.Record.Id].ToString()), JsonValue.Create(s.OneIn),
            ]),
        ],
        TotalRows = total,
        Sources = [sum, .. shown.Select(s => $"calc:slowdown:{s.Pace.Buyer.Record.Id}")],
    };
}
