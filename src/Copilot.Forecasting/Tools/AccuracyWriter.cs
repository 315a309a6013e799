using System.Globalization;
using System.Text.Json.Nodes;
using Copilot.Contracts;
using Copilot.Forecasting.Accuracy;
using Copilot.Forecasting.Cleaning;
using Copilot.Forecasting.Overrides;

namespace Copilot.Forecasting.Tools;

/// <summary>Writes how good past forecasts were: the error beside the naive one, the bias, how often the range held, where to look.</summary>
internal sealed class AccuracyWriter(ForecastPage page, DateOnly today)
{
    private const int WeeksBack = AccuracyCheck.Mondays * AccuracyCheck.Reach;
    private const double Clear = 0.05;
    private const double MuchBias = 0.1;
    private const int MostNamed = 5;
    private const string Formula = "the last twelve whole weeks forecast four at a time from what was known on the Monday before, compared week by week with what left for customers; errors as a share of the mean demand of those weeks";

    private DateOnly Until => Weeks.Monday(today).AddDays(-1);

    private DateOnly Since => Weeks.Monday(today).AddDays(-WeeksBack * Weeks.Days);

    /// <summary>One product.</summary>
    public ToolResult One(DemandHistory history, PastForecasts figures, DemandClass? kind, IReadOnlyList<AddedValue> added)
    {
        var subject = history.Scope.Product + (history.Scope.Warehouse is { } w ? $" in {w}" : string.Empty);
        var key = Figure($"accuracy:{subject}", $"Accuracy of forecasts of {subject}", figures, Wording.CodeFact("Product", history.Scope.Product), Wording.TextFact("Name", history.ProductName), Wording.CodeFact("Warehouse", history.Scope.Warehouse));
        page.Say(FindingRole.Headline, $"{Wording.Clean(history.ProductName is { } name ? $"{subject} ({name})" : subject, 160)}: {Sentence(figures)}", key);
        Quality(figures, key);
        new AddedValueNote(page).Say(added);
        page.Say(
            FindingRole.Advice,
            figures.Gain < 0 ? "The forecast did worse than repeating the last week: plan it by hand for now and look at what changed"
                : Math.Abs(figures.Bias) > MuchBias ? $"It was {Side(figures.Bias)} by {Wording.Percent(Math.Abs(figures.Bias))}: plan {(figures.Bias > 0 ? "below" : "above")} the middle until that is over"
                : kind is DemandClass.Intermittent or DemandClass.Lumpy ? "Demand often stays away: single weeks cannot be hit, plan with sums over the lead time"
                : "It can be planned with",
            key);
        return page.Finish();
    }

    /// <summary>Many products, the groups with the largest errors first.</summary>
    public ToolResult Many(DemandHistories data, IReadOnlyList<CheckedProduct> found, IReadOnlyList<AddedValue> added, string group, int count)
    {
        var all = PastForecasts.Of([.. found.Select(f => f.Figures)]);
        var where = Where(data.Scope);
        var facts = new[] { Wording.CodeFact("Category", data.Scope.Category), Wording.CodeFact("Warehouse", data.Scope.Warehouse), Wording.CodeFact("Customer", data.Scope.Customer), Wording.NumberFact("Products with deliveries", data.Total) };
        var worse = found.Where(f => f.Figures.Gain < -Clear).OrderBy(f => f.Figures.Gain).ThenBy(f => f.Code, StringComparer.Ordinal).ToList();
        var key = Figure("accuracy:all", $"Accuracy of forecasts{where}", all, [.. facts, Wording.NumberFact("Worse than repeating the last week", worse.Count), .. worse.Take(MostNamed).Select(w => Wording.CodeFact("Product", w.Code))]);
        page.Say(FindingRole.Headline, $"Forecasts of {Wording.Count(all.Products, "product", "products")}{where}: {Sentence(all)}", key);
        Quality(all, key);
        new AddedValueNote(page).Say(added);
        var groups = Groups(found, group);
        foreach (var (name, figures) in groups.Take(count))
        {
            page.Say(
                FindingRole.Item,
                $"{name}: off by {Wording.Percent(figures.Error)}, {Wording.Percent(figures.Naive)} for repeating the last week{(group == "product" ? string.Empty : $", {Wording.Count(figures.Products, "product", "products")}")}; {Leaning(figures.Bias)}",
                Figure($"accuracy:{group}:{name}", $"Accuracy of forecasts of {name}", figures, Wording.CodeFact(group, name)));
        }

        page.Say(
            FindingRole.Advice,
            worse.Count == 0 ? "No product was forecast clearly worse than by repeating the last week: nothing has to be planned by hand for that"
                : $"Plan by hand what was forecast clearly worse than by repeating the last week, {Wording.Count(worse.Count, "product", "products")}: {string.Join(", ", worse.Take(MostNamed).Select(w => w.Code))}{(worse.Count > MostNamed ? " and others" : string.Empty)}",
            key);
        if (data.Total > data.Products.Count)
        {
            page.Say(FindingRole.Caveat, $"Of {data.Total.ToString("#,0", CultureInfo.InvariantCulture)} products with deliveries, the busiest {Wording.Number(all.Products)} were judged", key);
        }

        page.Say(FindingRole.Caveat, "Weeks without stock count as they came, and special prices are not reckoned with where many products are judged at once", key);
        page.Show(Table(groups, group, count, key));
        return page.Finish();
    }

    private static List<(string Name, PastForecasts Figures)> Groups(IReadOnlyList<CheckedProduct> found, string group)
        =>
        [
            .. found.GroupBy(f => group switch { "category" => f.Category, "class" => Kind(f.Class), _ => f.Code }).Select(g => (g.Key, PastForecasts.Of([.. g.Select(f => f.Figures)])))
                .OrderByDescending(g => g.Item2.Error).ThenBy(g => g.Key, StringComparer.Ordinal),
        ];

    private static string Kind(DemandClass? kind) => kind switch
    {
        DemandClass.Smooth => "often and even",
        DemandClass.Erratic => "often and uneven",
        DemandClass.Intermittent => "seldom and even",
        DemandClass.Lumpy => "seldom and uneven",
        _ => "not known",
    };

    private static string Where(DemandScope scope)
        => (scope.Category is { } c ? $" of {c}" : string.Empty) + (scope.Warehouse is { } w ? $" in {w}" : string.Empty) + (scope.Customer is { } k ? $" for {k}" : string.Empty);

    private static string Side(double bias) => bias > 0 ? "too high" : "too low";

    private static string Leaning(double bias) => Wording.Per(Math.Abs(bias)) < 5 ? "no bias to speak of" : $"{Wording.Percent(Math.Abs(bias))} {Side(bias)}";

    private string Sentence(PastForecasts f)
        => $"from {Wording.Day(Since)} to {Wording.Day(Until)}, a single week was off by {Wording.Percent(f.Error)} of demand on average, against {Wording.Percent(f.Naive)} for repeating the last week"
            + (f.Gain >= 0 ? $"; that saves {Wording.Percent(f.Gain)} of the error" : $"; that is {Wording.Percent(-f.Gain)} worse");

    private void Quality(PastForecasts f, string key)
        => page.Say(
            FindingRole.Detail,
            $"On the whole {(Wording.Per(Math.Abs(f.Bias)) < 1 ? "it was neither too high nor too low" : $"it was {Wording.Percent(Math.Abs(f.Bias))} {Side(f.Bias)}")}; {Wording.Percent(f.Within)} of {Wording.Count(f.Weeks, "week", "weeks")} lay within the range that should hold 80 %; the mean absolute scaled error is {f.Scaled.ToString("0.00", CultureInfo.InvariantCulture)}",
            key);

    private string Figure(string id, string title, PastForecasts f, params IEnumerable<Fact> about)
        => page.Model(
            id,
            title,
            [Wording.NumberFact("Products", f.Products), Wording.NumberFact("Weeks compared", f.Weeks)],
            Wording.PercentFact("Mean error of a week", f.Error),
            Formula,
            [
                Wording.PercentFact("Mean error of repeating the last week", f.Naive), Wording.PercentFact("Saved", Math.Abs(f.Gain)), Wording.PercentFact("Bias", f.Bias), Wording.PercentFact("Size of the bias", Math.Abs(f.Bias)),
                Wording.PercentFact("Within the range", f.Within), new Fact("Range", FactKind.Percent, "80"), new Fact("Mean absolute scaled error", FactKind.Number, f.Scaled.ToString("0.00", CultureInfo.InvariantCulture)),
                Wording.DayFact("From", Since), Wording.DayFact("To", Until), .. about.Where(a => a.Value.Length > 0),
            ]);

    private static TableCard Table(List<(string Name, PastForecasts Figures)> groups, string group, int count, string key) => new()
    {
        Title = "How good forecasts were",
        Columns =
        [
            new("name", group == "product" ? "Product" : group == "category" ? "Category" : "Demand comes", FactKind.Text), new("error", "Off by", FactKind.Percent), new("naive", "Last week repeated", FactKind.Percent), new("bias", "Bias", FactKind.Percent), new("within", "Within 80 %", FactKind.Percent),
        ],
        Rows = [.. groups.Take(count).Select(g => (IReadOnlyList<JsonValue?>)[JsonValue.Create(g.Name), JsonValue.Create(Wording.Per(g.Figures.Error)), JsonValue.Create(Wording.Per(g.Figures.Naive)), JsonValue.Create(Wording.Per(g.Figures.Bias)), JsonValue.Create(Wording.Per(g.Figures.Within))])],
        TotalRows = groups.Count,
        Sources = [key],
    };
}
