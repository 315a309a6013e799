using System.Globalization;
using System.Text.Json.Nodes;
using Copilot.Contracts;
using Copilot.Testing.Tools;
using Copilot.ThoroughTests.Odoo;
using Copilot.ThoroughTests.Odoo.Actions;
using Xunit;

namespace Copilot.ThoroughTests.Forecasting.Tools;

/// <summary>A figure that is kept is taken back in the same test, so the company stays as others find it.</summary>
[Collection(PracticeCompanyCollection.Name)]
public sealed class OverrideToolTests(PracticeCompany company) : ActionToolTests(company)
{
    private const string Product = "TAP-FIL-25";

    protected override string Name => "forecast.override";

    protected override IReadOnlyList<string> Refused => [RoleNames.Auditor];

    protected override Task<IReadOnlyList<JsonObject>> SamplesAsync() => Task.FromResult<IReadOnlyList<JsonObject>>(
    [
        Set(6000),
        new() { ["product"] = "GLV-NIT-L", ["warehouse"] = "LYO", ["quantity"] = 0, ["to"] = Ahead(20), ["message"] = "the line is closed" },
        new() { ["product"] = Product, ["state"] = "withdraw" },
        new() { ["product"] = Product, ["quantity"] = 5, ["to"] = Ahead(20) },
        new() { ["product"] = Product, ["to"] = Ahead(20), ["message"] = "why not" },
        new() { ["product"] = Product, ["quantity"] = 5, ["message"] = "why not" },
        [],
    ]);

    [Fact]
    public async Task What_is_missing_is_asked_for()
    {
        Assert.Contains("Why?", (await RunAsync(Manager, Samples[3])).QuestionBack, StringComparison.Ordinal);
        Assert.Contains("Which quantity", (await RunAsync(Manager, Samples[4])).QuestionBack, StringComparison.Ordinal);
        Assert.Contains("which period", (await RunAsync(Manager, Samples[5])).QuestionBack, StringComparison.Ordinal);
        Assert.Contains("which product", (await RunAsync(Manager, "{}")).QuestionBack, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_period_that_is_over_cannot_be_planned()
        => Assert.Contains("days to come", (await RunAsync(Manager, new JsonObject { ["product"] = Product, ["quantity"] = 5, ["from"] = Ahead(-9), ["to"] = Ahead(-2), ["message"] = "x y" }.ToJsonString())).Reason, StringComparison.Ordinal);

    [Fact]
    public async Task A_figure_far_from_the_forecast_is_asked_about()
    {
        Assert.Equal(1, (await RunAsync(Manager, await NearAsync())).Action!.Confidence);
        var far = (await RunAsync(Manager, Set(9_000_000).ToJsonString())).Action!;
        Assert.InRange(far.Confidence, 0, 0.79);
        Assert.NotEmpty(far.Warnings);
    }

    [Fact]
    public async Task A_figure_that_was_kept_stands_beside_the_forecast_until_it_is_taken_back()
    {
        var before = await FactAsync("calc:demand:", "Expected");
        var order = Order((await RunAsync(Manager, Set(6000).ToJsonString())).Action!, "kept-1");
        Assert.Equal(ActionOutcomeKind.NotYet, (await Writer.ReconcileAsync(order, CancellationToken.None)).Kind);
        var done = await ExecuteAsync(order);
        try
        {
            Assert.Equal((ActionOutcomeKind.Done, ActionOutcomeKind.Done), (done.Kind, (await Writer.ReconcileAsync(order, CancellationToken.None)).Kind));
            Assert.Equal(before, await FactAsync("calc:demand:", "Expected"));
            Assert.Equal(6000, await FactAsync("calc:planned:", "Planned"));
            var risk = await Company.RunAsync(Manager, "forecast.stockout_risk", new() { ["product"] = Product, ["to"] = Ahead(40) });
            Assert.Contains(risk.Findings, f => f.Text.Contains("because: a tender of the city", StringComparison.Ordinal));
            Assert.Empty(FigureCheck.Unsupported(risk));
            var demand = await DemandAsync(Manager);
            Assert.Empty(FigureCheck.Unsupported(demand));
            Assert.Equal(["Delivered", "Forecast", "Planned"], demand.Cards.OfType<ChartCard>().Single().Series.Select(s => s.Name));

            // Who sees one company only is not told what both together are planned to need.
            Assert.DoesNotContain((await DemandAsync(PracticeCompany.As(RoleNames.SalesRep))).Findings, f => f.Text.Contains("tender", StringComparison.Ordinal));
        }
        finally
        {
            Assert.Equal(ActionOutcomeKind.Done, (await ExecuteAsync(Order(done.Undo!, "kept-2"))).Kind);
        }

        Assert.DoesNotContain((await DemandAsync(Manager)).Findings, f => f.Text.Contains("tender", StringComparison.Ordinal));
        Assert.Equal(ActionOutcomeKind.NotDone, (await ExecuteAsync(Order(done.Undo!, "kept-3"))).Kind);
    }

    [Fact]
    public async Task Taking_back_says_what_would_be_taken_back()
    {
        Assert.Contains("No planner", (await RunAsync(Manager, Samples[2])).Reason, StringComparison.Ordinal);
        var done = await ExecuteAsync(Order((await RunAsync(Manager, Set(6000).ToJsonString())).Action!, "back-1"));
        Assert.Equal(ActionOutcomeKind.Done, done.Kind);
        var back = await RunAsync(Manager, Samples[2]);
        Assert.Empty(FigureCheck.Unsupported(back));
        Assert.Equal(ActionOutcomeKind.Done, (await ExecuteAsync(Order(back.Action!, "back-2"))).Kind);
        Assert.Contains("No planner", (await RunAsync(Manager, Samples[2])).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_order_of_somebody_without_the_right_keeps_nothing()
    {
        var draft = (await RunAsync(Manager, Set(6000).ToJsonString())).Action!;
        Assert.Equal(ActionOutcomeKind.NotDone, (await ExecuteAsync(Order(draft, "none-1", PracticeCompany.As(RoleNames.Auditor)))).Kind);
        Assert.Contains("No planner", (await RunAsync(Manager, Samples[2])).Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("set it to 400 because of the tender", "the tender")]
    [InlineData("plan 400, due to the trade fair in Lyon.", "the trade fair in Lyon")]
    [InlineData("400 please, reason: new customer", "new customer")]
    [InlineData("setze 400, weil die Messe kommt", "die Messe kommt")]
    [InlineData("set it to 400", null)]
    [InlineData("because", null)]
    public void The_reason_is_what_stands_behind_because(string question, string? reason) => Assert.Equal(reason, Copilot.Forecasting.Tools.SaidReason.In(question));

    [Theory]
    [InlineData("set next month's forecast of GLV-NIT-M to 400 because of the tender", 400.0)]
    [InlineData("override TAP-FIL-25 in january with 1,250 due to 3 fairs", 1250.0)]
    [InlineData("put 12.5 for GLV-NIT-M next week", 12.5)]
    [InlineData("set the forecast from 1 to 31 December", null)]
    [InlineData("set it to 400 or to 500", null)]
    [InlineData("plan 4 weeks of GLV-NIT-M", null)]
    public void The_figure_is_what_stands_behind_to(string question, double? figure) => Assert.Equal(figure, Copilot.Forecasting.Tools.SaidReason.Quantity(question));

    private IActionTool Writer => (IActionTool)Tool;

    private static ActionOrder Order(ActionDraft draft, string id, Caller? runsAs = null) => new()
    {
        ProposalId = id, Reference = "DC-1", Draft = draft, RunsAs = runsAs ?? Manager, RequestedBy = "Tomás Ferreira", ApprovedBy = [], EvidenceUri = "http://127.0.0.1/", Now = TimeProvider.System.GetUtcNow(),
    };

    private Task<ActionOutcome> ExecuteAsync(ActionOrder order)
        => Writer.ExecuteAsync(order, new ToolPermit("e", order.Draft.Tool, string.Empty, order.RunsAs.Id, order.Draft.Fingerprint()), CancellationToken.None);

    private async Task<string> NearAsync() => new JsonObject { ["product"] = Product, ["quantity"] = await FactAsync("calc:demand:", "Expected"), ["from"] = Ahead(7), ["to"] = Ahead(34), ["message"] = "a tender of the city" }.ToJsonString();

    private JsonObject Set(double quantity) => new() { ["product"] = Product, ["quantity"] = quantity, ["from"] = Ahead(7), ["to"] = Ahead(34), ["message"] = "a tender of the city" };

    private Task<ToolResult> DemandAsync(Caller caller) => Company.RunAsync(caller, "forecast.demand", new() { ["product"] = Product, ["from"] = Ahead(7), ["to"] = Ahead(34) });

    private async Task<decimal> FactAsync(string evidence, string name)
        => decimal.Parse((await DemandAsync(Manager)).Evidence.Single(e => e.Id.StartsWith(evidence, StringComparison.Ordinal)).Facts.First(f => f.Name == name).Value, CultureInfo.InvariantCulture);

    private string Ahead(int days) => DateOnly.FromDateTime(Company.Now.UtcDateTime).AddDays(days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
