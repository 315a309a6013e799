using System.Text.Json.Nodes;
using Copilot.Contracts;
using Copilot.Forecasting.Cleaning;
using Copilot.Forecasting.Overrides;

namespace Copilot.Forecasting.Tools;

/// <summary>Writes what keeping a planner's figure, or taking it back, would change, beside the forecast it takes the place of.</summary>
internal sealed class OverrideWriter(ForecastPage page, DemandHistory history)
{
    private const string Tool = "forecast.override";

    // So far from the forecast a figure is perhaps a slip of the pen: the one who asked confirms it.
    private const double Far = 5;
    private const double Unsure = 0.7;

    private string Subject => SubjectOf(history);

    /// <summary>What it is about, for people.</summary>
    public static string SubjectOf(DemandHistory history) => history.Scope.Product + (history.Scope.Warehouse is { } w ? $" in {w}" : string.Empty);

    /// <summary>A figure to keep.</summary>
    /// <param name="figure">The figure.</param>
    /// <param name="span">The forecast of the same period; null where there is none.</param>
    /// <param name="before">What a planner set for these days before; null when nobody did.</param>
    /// <param name="execution">What is run.</param>
    public ToolResult Set(PlannerFigure figure, SpanForecast? span, PlannerFigure? before, JsonObject execution)
    {
        var product = Product();
        var key = page.Model(
            $"override:{Subject}|{figure.From.DayNumber}|{figure.To.DayNumber}",
            $"Forecast of {Subject} and the planner's figure",
            [Wording.QuantityFact("Planner's figure", figure.Quantity, figure.Unit), Wording.QuantityFact("Forecast", span?.Total ?? 0, figure.Unit)],
            Wording.QuantityFact("Difference", Math.Abs(figure.Quantity - (span?.Total ?? 0)), figure.Unit),
            "the planner's figure less the forecast of the same days",
            [
                Wording.DayFact("From", figure.From), Wording.DayFact("To", figure.To), Wording.TextFact("Reason", figure.Reason), new Fact("Range", FactKind.Percent, "80"),
                .. span is null ? Array.Empty<Fact>() : [Wording.QuantityFact("Lower end", span.Lower, figure.Unit), Wording.QuantityFact("Upper end", span.Upper, figure.Unit)],
            ]);
        var what = $"the demand of {Subject} from {Wording.Day(figure.From)} to {Wording.Day(figure.To)} to {Wording.Quantity(figure.Quantity, figure.Unit)}";
        page.Say(
            FindingRole.Headline,
            $"I can set {what}" + (span is null ? "; there is no forecast of it yet" : $"; the forecast expects {Wording.Number(span.Total)}, with 80 % probability between {Wording.Number(span.Lower)} and {Wording.Number(span.Upper)}"),
            key,
            product);
        var note = new PlannerNote(page, history, PlannerFigures.None);
        if (before is not null)
        {
            page.Say(FindingRole.Detail, $"{PlannerNote.Sentence(before)}; the new figure counts on the days both are for", note.Evidence(before));
        }

        var isFar = span is not null && (figure.Quantity > Far * Math.Max(1, span.Upper) || figure.Quantity < span.Lower / Far);
        var warning = $"{Wording.Quantity(figure.Quantity, figure.Unit)} are far from the forecast of {Wording.Number(span?.Total ?? 0)}";
        if (isFar)
        {
            page.Say(FindingRole.Caveat, $"{warning}: see that no digit is wrong", key);
        }

        return page.Finish() with
        {
            Action = new ActionDraft
            {
                Tool = Tool,
                Summary = $"Set {what}, because: {figure.Reason.TrimEnd('.')}.",
                Records = Records(history.Record!, history.Scope.Product!, history.Place, history.Scope.Warehouse),
                Changes = [new FieldChange(history.Record, "forecast_override", $"Expected from {Wording.Day(figure.From)} to {Wording.Day(figure.To)}", Old(span, before, figure), Wording.Quantity(figure.Quantity, figure.Unit))],
                Execution = execution,
                Exposure = new Exposure(0, "EUR"),
                Risk = RiskClass.Low,
                Reason = figure.Reason,
                EvidenceIds = [key],
                Confidence = isFar ? Unsure : 1,
                Warnings = isFar ? [$"{warning}."] : [],
            },
        };
    }

    /// <summary>A figure to take back.</summary>
    public ToolResult TakeBack(PlannerFigure figure, RecordRef product, JsonObject execution)
    {
        var key = new PlannerNote(page, history, PlannerFigures.None).Evidence(figure);
        page.Say(FindingRole.Headline, $"I can take back the {Wording.Quantity(figure.Quantity, figure.Unit)} that {Wording.Clean(figure.By, 60)} set for {Subject} from {Wording.Day(figure.From)} to {Wording.Day(figure.To)}; then the forecast counts again", key, Product());
        return page.Finish() with { Action = Withdrawal(figure, product, history.Scope.Product!, execution) with { EvidenceIds = [key] } };
    }

    /// <summary>The action that takes a figure back.</summary>
    public static ActionDraft Withdrawal(PlannerFigure figure, RecordRef product, string name, JsonObject execution) => new()
    {
        Tool = Tool,
        Summary = $"Take back the planner's figure of {Wording.Quantity(figure.Quantity, figure.Unit)} for {figure.Product}{(figure.Warehouse is { } w ? $" in {w}" : string.Empty)} from {Wording.Day(figure.From)} to {Wording.Day(figure.To)}.",
        Records = Records(product, name, figure.WarehouseId is { } id ? new RecordRef("stock.warehouse", id) : null, figure.Warehouse),
        Changes = [new FieldChange(product, "forecast_override", $"Expected from {Wording.Day(figure.From)} to {Wording.Day(figure.To)}", Wording.Quantity(figure.Quantity, figure.Unit), "the forecast")],
        Execution = execution,
        Exposure = new Exposure(0, "EUR"),
        Risk = RiskClass.Low,
    };

    private static List<RecordVersion> Records(RecordRef product, string name, RecordRef? place, string? warehouse)
        => place is null ? [new RecordVersion(product, name, null)] : [new RecordVersion(product, name, null), new RecordVersion(place, warehouse!, null)];

    private static string Old(SpanForecast? span, PlannerFigure? before, PlannerFigure figure)
        => before is not null && before.From == figure.From && before.To == figure.To ? $"{Wording.Quantity(before.Quantity, before.Unit)}, set by {before.By}" : span is null ? "no forecast" : $"{Wording.Quantity(span.Total, figure.Unit)} by the forecast";

    private string Product()
        => page.Record(history.Record!, Subject, $"{history.Scope.Product} {history.ProductName}", history.Uri, Wording.CodeFact("Product", history.Scope.Product), Wording.TextFact("Name", history.ProductName), Wording.CodeFact("Warehouse", history.Scope.Warehouse ?? "all"));
}
