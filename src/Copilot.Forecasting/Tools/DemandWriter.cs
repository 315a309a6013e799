using System.Globalization;
using Copilot.Contracts;
using Copilot.Forecasting.Cleaning;
using Copilot.Forecasting.Overrides;
using Copilot.Forecasting.Planning;

namespace Copilot.Forecasting.Tools;

/// <summary>Writes a demand forecast: the figure, why, how wrong the method was, what was left out, what to do.</summary>
internal sealed class DemandWriter(ForecastPage page, DemandHistory history, PlannerFigures figures)
{
    private const int Quarter = 13;
    private const int Year = 52;
    private const int ChartWeeks = 52;
    private const int MostDaysOff = 4;

    /// <summary>Gets what it is about, for people.</summary>
    public string Subject
    {
        get
        {
            var scope = history.Scope;
            var what = scope.Product ?? scope.Category ?? (scope.Customer is not null ? "what they buy" : "all products");
            return what + (scope.Warehouse is { } w ? $" in {w}" : string.Empty) + (scope.Customer is { } c ? $" for {c}" : string.Empty);
        }
    }

    private string Key => string.Join('|', new[] { history.Scope.Product, history.Scope.Category, history.Scope.Warehouse, history.Scope.Customer }.Select(s => s ?? "-"));

    private string Unit => history.Unit;

    /// <summary>Writes the answer.</summary>
    /// <param name="demand">The demand it is made from.</param>
    /// <param name="forecast">The forecast by weeks.</param>
    /// <param name="span">What is expected in the period.</param>
    /// <param name="isNext">Whether the months that were named are over and the same ones to come are meant.</param>
    public ToolResult Write(CleanDemand demand, SeriesForecast forecast, SpanForecast span, bool isNext)
    {
        var past = Past(demand);
        var figure = Figure(demand, forecast, span);
        var name = history.ProductName is { } product ? $"{Subject} ({product})" : char.ToUpperInvariant(Subject[0]) + Subject[1..];
        var counted = demand.With(figures.Counted);
        var planned = SpanForecast.Of(counted, forecast, span.From, span.To);
        var note = new PlannerNote(page, history, figures).Say(span, planned);
        page.Say(
            FindingRole.Headline,
            note is null
                ? $"{Wording.Clean(name, 160)}: about {Wording.Quantity(span.Total, Unit)} expected from {Wording.Day(span.From)} to {Wording.Day(span.To)}, with 80 % probability between {Wording.Number(span.Lower)} and {Wording.Number(span.Upper)}"
                : $"{Wording.Clean(name, 160)}: about {Wording.Quantity(planned.Total, Unit)} planned from {Wording.Day(span.From)} to {Wording.Day(span.To)}; the forecast by itself expects {Wording.Number(span.Total)}, with 80 % probability between {Wording.Number(span.Lower)} and {Wording.Number(span.Upper)}",
            note is null ? [figure, past] : [note, figure, past]);
        Why(demand, forecast, span, past, figure);
        DaysOff(demand, span, figure);
        Accuracy(forecast, figure);
        Advice(counted, forecast, planned, note ?? figure);
        Limits(demand, forecast, past, figure);
        if (isNext)
        {
            page.Say(FindingRole.Caveat, $"The months named are over, so the next ones are forecast: {Wording.Day(span.From)} to {Wording.Day(span.To)}", figure);
        }

        page.Show(Chart(counted, forecast, note is null ? [past, figure] : [past, figure, note]));
        return page.Finish();
    }

    /// <summary>Nothing left for customers yet: what planners set is all there is.</summary>
    public ToolResult WithoutHistory(ComingPeriod period)
    {
        var set = figures.Counted.Where(f => f.Touches(period.From, period.To)).ToList();
        if (set.Count == 0)
        {
            return new ToolResult { Outcome = ToolOutcome.Ok, Found = false, Reason = $"Nothing of {Subject} left for customers in a whole week since {Wording.Day(history.From)} among what you may see, so there is nothing to forecast from." };
        }

        var note = new PlannerNote(page, history, figures);
        var keys = set.Select(note.Evidence).ToList();
        page.Say(FindingRole.Headline, $"There is nothing yet to forecast {Subject} from; {Wording.Count(set.Count, "figure of a planner stands", "figures of planners stand")} in for it", keys.Append(page.Model("planners", "Planners' figures", [], Wording.NumberFact("Planners' figures", set.Count), "those that touch the period")));
        foreach (var (figure, key) in set.Zip(keys))
        {
            page.Say(FindingRole.Item, PlannerNote.Sentence(figure), key);
        }

        return page.Finish();
    }

    private string Past(CleanDemand demand)
    {
        var came = demand.Came;
        var last = history.Days[^1].Day;
        var facts = new List<Fact>
        {
            Wording.CodeFact("Product", history.Scope.Product), Wording.TextFact("Name", history.ProductName), Wording.CodeFact("Category", history.Scope.Category),
            Wording.CodeFact("Warehouse", history.Scope.Warehouse), Wording.CodeFact("Customer", history.Scope.Customer),
            Wording.NumberFact("Whole weeks", came.Length), Wording.NumberFact("Weeks of the last quarter", Quarter), Wording.NumberFact("Weeks of the last year", Year), Wording.DayFact("First week", demand.First), Wording.DayFact("Last day with a delivery or return", last),
            Wording.QuantityFact("Sum", came.Sum(), Unit), Wording.QuantityFact("A week, last 13 weeks", Recent(came, Quarter), Unit), Wording.QuantityFact("A week, last 52 weeks", Recent(came, Year), Unit),
            Wording.NumberFact("Weeks without stock", demand.EmptyWeeks), Wording.NumberFact("Products", history.Products), Wording.QuantityFact("Returned", demand.Returned, Unit),
        };
        facts.RemoveAll(f => f.Value.Length == 0);
        foreach (var one in demand.OneOffs)
        {
            facts.AddRange([Wording.DayFact("Week far above all others", one.Week), Wording.QuantityFact("It brought", one.Was, Unit), Wording.QuantityFact("It counts as", one.Counted, Unit)]);
        }

        return page.Series(
            $"demand:{Key}",
            $"Deliveries of {Subject} to customers by weeks",
            $"{Wording.Count(came.Length, "whole week", "whole weeks")} from {Wording.Day(demand.First)}, {Wording.Quantity(came.Sum(), Unit)} in all; last delivery or return {Wording.Day(last)}",
            history.Uri,
            facts);
    }

    private string Figure(CleanDemand demand, SeriesForecast forecast, SpanForecast span)
    {
        var beside = new List<Fact>
        {
            new("Range", FactKind.Percent, "80"), Wording.QuantityFact("Lower end", span.Lower, Unit), Wording.QuantityFact("Upper end", span.Upper, Unit),
            new("Wider range", FactKind.Percent, "95"), Wording.QuantityFact("Lower end of 95 %", Math.Max(0, span.Total - span.Half95), Unit), Wording.QuantityFact("Upper end of 95 %", span.Total + span.Half95, Unit),
            Wording.DayFact("From", span.From), Wording.DayFact("To", span.To), Wording.QuantityFact("A week", span.PerWeek, Unit),
        };
        if (LastYear(demand, span) is { } before)
        {
            beside.Add(Wording.QuantityFact("A week in the same weeks a year ago", before, Unit));
        }

        if (Change(demand, span) is { } change)
        {
            beside.Add(Wording.PercentFact("Against the last 52 weeks", change));
            beside.Add(Wording.PercentFact("Size of the change", Math.Abs(change)));
        }

        if (demand.Promotions.Factor > 1)
        {
            beside.AddRange([Wording.NumberFact("Weeks with special prices", demand.Promotions.Weeks), Wording.PercentFact("More in weeks with special prices", demand.Promotions.Factor - 1)]);
        }

        var off = demand.DaysOff.Between(span.From, span.To);
        if (demand.DaysOff.Weeks > 0 || off.Count > 0)
        {
            beside.AddRange([Wording.NumberFact("Weeks with days off", demand.DaysOff.Weeks), Wording.PercentFact("Missing of a day off", demand.DaysOff.Missing), Wording.NumberFact("Days off in the period", off.Count), Wording.NumberFact("Further days off", Math.Max(0, off.Count - MostDaysOff))]);
            beside.AddRange(off.Take(MostDaysOff).Select(d => Wording.TextFact("Day off", $"{d.Name} on {Wording.Day(d.Day)}")));
            beside.AddRange(off.Take(MostDaysOff).Select(d => Wording.DayFact("On", d.Day)));
        }

        if (forecast.Backtest is { MeanActual: > 0 } tried)
        {
            beside.AddRange(
            [
                Wording.NumberFact("Earlier days it was tried from", tried.Origins), Wording.PercentFact("Mean error of a week", tried.MeanError / tried.MeanActual),
                Wording.PercentFact("Mean error of repeating the last week", tried.NaiveError / tried.MeanActual), Wording.PercentFact("Bias", tried.Bias / tried.MeanActual), Wording.PercentFact("Size of the bias", Math.Abs(tried.Bias / tried.MeanActual)),
                Wording.QuantityFact("Mean error of a week in units", tried.MeanError, Unit),
            ]);
        }

        return page.Model(
            $"demand:{Key}",
            $"Forecast of {Subject}",
            [Wording.NumberFact("Weeks of history", demand.Came.Length), Wording.QuantityFact("Delivered in them", demand.Came.Sum(), Unit)],
            Wording.QuantityFact("Expected", span.Total, Unit),
            $"weekly forecast by {forecast.Method}; weeks that lie in the period partly count by the share of their weekdays; ranges from how far off the method was on earlier weeks",
            beside);
    }

    private void Why(CleanDemand demand, SeriesForecast forecast, SpanForecast span, string past, string figure)
    {
        var trend = Change(demand, span) is { } change && Wording.Per(Math.Abs(change)) >= 3
            ? $", {Wording.Percent(Math.Abs(change))} {(change > 0 ? "more" : "less")} than the {Wording.Number(Recent(demand.Came, Year))} a week of the last 52 weeks"
            : demand.Came.Length >= Year ? ", about as much as in the last 52 weeks" : string.Empty;
        page.Say(FindingRole.Detail, $"That is {Wording.Quantity(span.PerWeek, Unit)} a week{trend}; the last 13 weeks brought {Wording.Number(Recent(demand.Came, Quarter))} a week", figure, past);
        if (LastYear(demand, span) is { } before)
        {
            page.Say(FindingRole.Detail, $"The same weeks a year ago brought {Wording.Number(before)} a week; {(forecast.Season > 1 ? "a season of the year shows and is reckoned with" : "no season of the year shows clearly enough to be reckoned with")}", figure, past);
        }

        if (demand.Promotions.Factor > 1)
        {
            page.Say(
                FindingRole.Cause,
                $"Special prices raised demand by {Wording.Percent(demand.Promotions.Factor - 1)} in {Wording.Count(demand.Promotions.Weeks, "week", "weeks")}; these count as usual weeks"
                    + (demand.Promotions.Touches(span.From, span.To) ? ", and as special prices hold in the period asked for, the effect is added there" : ", and none are planned in the period"),
                figure);
        }
    }

    /// <summary>What days off do, as far as earlier ones told anything.</summary>
    private void DaysOff(CleanDemand demand, SpanForecast span, string figure)
    {
        var off = demand.DaysOff.Between(span.From, span.To);
        var named = off.Count == 0 ? string.Empty
            : $"{string.Join(", ", off.Take(MostDaysOff).Select(d => $"{Wording.Clean(d.Name, 40)} on {Wording.Day(d.Day)}"))}{(off.Count > MostDaysOff ? $" and {Wording.Number(off.Count - MostDaysOff)} more" : string.Empty)}";
        if (demand.DaysOff.Missing > 0)
        {
            page.Say(
                FindingRole.Cause,
                $"Of what a day off usually brings {Wording.Percent(demand.DaysOff.Missing)} was missing from its week and not made up for, tried on {Wording.Count(demand.DaysOff.Weeks, "week", "weeks")} with days off"
                    + (off.Count == 0 ? "; the calendar has none in the period" : $"; that is taken off for {named}"),
                figure);
        }
        else if (off.Count > 0)
        {
            page.Say(
                FindingRole.Detail,
                demand.DaysOff.Weeks > 0
                    ? $"The period has days off ({named}), but {Wording.Count(demand.DaysOff.Weeks, "earlier week", "earlier weeks")} with days off brought no clearly less in sum, so nothing is taken off"
                    : $"The period has days off ({named}); too few earlier weeks with days off are known to take anything off",
                figure);
        }
    }

    private void Accuracy(SeriesForecast forecast, string figure)
    {
        if (forecast.Backtest is { MeanActual: > 0, Origins: > 1 } tried)
        {
            var (own, naive) = (tried.MeanError / tried.MeanActual, tried.NaiveError / tried.MeanActual);
            page.Say(
                FindingRole.Detail,
                $"Tried from {tried.Origins.ToString(CultureInfo.InvariantCulture)} earlier days, a single week was off by {Wording.Percent(own)} of demand on average, against {Wording.Percent(naive)} for repeating the last week{(forecast.Season > 1 ? " with its season" : string.Empty)}"
                    + (Wording.Per(Math.Abs(tried.Bias / tried.MeanActual)) >= 5 ? $"; it was {Wording.Percent(Math.Abs(tried.Bias / tried.MeanActual))} too {(tried.Bias > 0 ? "high" : "low")} on the whole" : string.Empty),
                figure);
        }
    }

    private void Advice(CleanDemand demand, SeriesForecast forecast, SpanForecast span, string figure)
    {
        if (history.Stock is not { } stock || history.Scope.Customer is not null)
        {
            page.Say(FindingRole.Advice, $"Plan for {Wording.Quantity(span.Total, Unit)}, and for {Wording.Number(span.Upper)} where running out costs more than holding", figure);
            return;
        }

        // What is needed before the period is taken from the same shelf.
        var shelf = new ShelfLife(demand, forecast, stock, history.Today);
        var upper = Math.Max(SpanForecast.Of(demand, forecast, history.Today, span.To).Upper, shelf.Leaving(span.To).Expected);
        var (need, coming, there) = (shelf.Leaving(span.To).Expected, shelf.Coming(span.To), shelf.There(span.To));
        var gone = shelf.RunsOut(span.To);
        var key = page.Model(
            $"cover:{Key}",
            $"Stock of {Subject} against the forecast",
            [Wording.QuantityFact("Usable on hand", stock.OnHand, Unit), Wording.QuantityFact("Coming until then", coming, Unit), Wording.QuantityFact("Expected or promised until then", need, Unit)],
            Wording.QuantityFact("Left", there - need, Unit),
            "usable stock and open receipts due by the last day, overdue ones from a week ahead, less what is expected or promised to leave until then",
            [
                Wording.DayFact("Until", span.To), Wording.QuantityFact("There", there, Unit), Wording.QuantityFact("Short", Math.Max(0, need - there), Unit), Wording.QuantityFact("Short at the upper end", Math.Max(0, upper - there), Unit),
                Wording.QuantityFact("Upper end until then", upper, Unit), Wording.QuantityFact("Overdue receipts", shelf.Overdue, Unit), Wording.DayFact("Overdue receipts count from", shelf.OverdueFrom),
                .. gone is { } day ? [Wording.DayFact("Empty around", day)] : Array.Empty<Fact>(),
            ]);
        var has = $"{Wording.Quantity(stock.OnHand, Unit)} usable on hand" + (coming > 0 ? $" and {Wording.Number(coming)} coming by {Wording.Day(span.To)}" : " and nothing coming");
        page.Say(
            FindingRole.Advice,
            there < need ? $"Order at least {Wording.Number(need - there)}, or {Wording.Number(upper - there)} to be on the safe side: {has} do not cover the {Wording.Number(need)} expected until {Wording.Day(span.To)}"
                : gone is { } empty ? $"Bring a receipt forward or move stock: {has} are enough in sum, but at the expected pace the shelf is empty around {Wording.Day(empty)}, before enough of it comes"
                : there >= upper ? $"No order is needed for this: {has} cover even the upper end, {Wording.Number(upper)} until {Wording.Day(span.To)}"
                : $"Keep an eye on it: {has} cover the {Wording.Number(need)} expected until {Wording.Day(span.To)}, but not the upper end; another {Wording.Number(upper - there)} would",
            key,
            figure);
        if (shelf.Overdue > 0)
        {
            page.Say(FindingRole.Caveat, $"{Wording.Quantity(shelf.Overdue, Unit)} of what is coming are overdue; they count from {Wording.Day(shelf.OverdueFrom)}, a week ahead", key);
        }
    }

    private void Limits(CleanDemand demand, SeriesForecast forecast, string past, string figure)
    {
        if (demand.EmptyWeeks > 0)
        {
            page.Say(FindingRole.Caveat, $"{Wording.Count(demand.EmptyWeeks, "week", "weeks")} without stock count as unknown, not as zero: what could not be delivered is no sign of what was wanted", past);
        }

        if (demand.MostlyEmpty)
        {
            page.Say(FindingRole.Caveat, "Nothing lay on the shelf in so many weeks that the true demand may be higher than what left", past);
        }

        if (demand.OneOffs.Count > 0)
        {
            var one = demand.OneOffs.MaxBy(o => o.Was)!;
            page.Say(FindingRole.Caveat, $"The week of {Wording.Day(one.Week)} with {Wording.Quantity(one.Was, Unit)} stands far above all others and counts as {Wording.Number(one.Counted)}: a one-off order should not set the level", past);
        }

        if (history.Empty is { Known: false })
        {
            page.Say(FindingRole.Caveat, "Weeks without stock could not be told apart, as stock movements do not add up to today's stock", past);
        }

        if (demand.Came.Length < Year)
        {
            page.Say(FindingRole.Caveat, $"The history of {Wording.Count(demand.Came.Length, "week", "weeks")} is too short to know a season of the year", past);
        }

        if (forecast.Demand is DemandClass.Intermittent or DemandClass.Lumpy)
        {
            page.Say(FindingRole.Caveat, "Demand often stays away for a week: the sum is what to plan with, no single week will look like the forecast", figure);
        }

        foreach (var remark in history.Remarks)
        {
            page.Say(FindingRole.Caveat, remark, past);
        }
    }

    private ChartCard Chart(CleanDemand demand, SeriesForecast forecast, IReadOnlyList<string> sources)
    {
        var skipped = Math.Max(0, demand.Came.Length - ChartWeeks);
        var shown = demand.Came.Length - skipped;
        var ahead = forecast.Mean.Count;
        var lift = Enumerable.Range(0, ahead).Select(h => demand.Lift(demand.Next.AddDays(h * Weeks.Days))).ToArray();
        return new ChartCard
        {
            Title = $"Weekly demand of {Wording.Clean(Subject, 100)}",
            Unit = Unit,
            Labels = [.. Enumerable.Range(skipped, shown + ahead).Select(t => demand.First.AddDays(t * Weeks.Days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))],
            Series =
            [
                new ChartSeries("Delivered", [.. demand.Came.Skip(skipped).Select(v => (decimal?)Wording.Rounded(v)), .. Enumerable.Repeat((decimal?)null, ahead)]),
                new ChartSeries("Forecast", Row(shown, forecast.Mean, lift), Row(shown, forecast.Lower80, lift), Row(shown, forecast.Upper80, lift)),
                .. demand.Planned.IsEmpty ? Array.Empty<ChartSeries>() : [new ChartSeries("Planned", [.. Enumerable.Repeat((decimal?)null, shown), .. Enumerable.Range(0, ahead).Select(h => PlannedWeek(demand, forecast, demand.Next.AddDays(h * Weeks.Days)))])],
            ],
            Sources = sources,
        };
    }

    /// <summary>What is planned for a week; null where no planner set a figure for a day of it.</summary>
    private static decimal? PlannedWeek(CleanDemand demand, SeriesForecast forecast, DateOnly monday)
        => Enumerable.Range(0, Weeks.Days).Any(i => demand.Planned.On(monday.AddDays(i)) is not null) ? Wording.Rounded(SpanForecast.Of(demand, forecast, monday, monday.AddDays(Weeks.Days - 1)).Total) : null;

    private static List<decimal?> Row(int before, IReadOnlyList<double> values, double[] lift)
        => [.. Enumerable.Repeat((decimal?)null, before), .. values.Select((v, h) => (decimal?)Wording.Rounded(v * lift[h]))];

    private static double Recent(double[] came, int weeks) => came.Length == 0 ? 0 : came.TakeLast(weeks).Average();

    private static double? Change(CleanDemand demand, SpanForecast span)
        => demand.Came.Length >= Year && Recent(demand.Came, Year) is > 0 and var before ? (span.PerWeek / before) - 1 : null;

    /// <summary>What the whole weeks of the span brought a year ago, a week; null when the history does not reach back.</summary>
    private static double? LastYear(CleanDemand demand, SpanForecast span)
    {
        var first = Weeks.Between(demand.First, Weeks.Monday(span.From)) - Year;
        var last = Weeks.Between(demand.First, Weeks.Monday(span.To)) - Year;
        return first >= 0 && last < demand.Came.Length ? demand.Came[first..(last + 1)].Average() : null;
    }
}
