using System.Text.Json.Nodes;
using Copilot.Contracts;

namespace Copilot.Testing.Approvals;

/// <summary>An action on the practice business system: moves the promised date of an order, perhaps with a note.</summary>
public sealed class PracticeAction(PracticeErp erp, string name = "practice.move_date") : IActionTool
{
    public ToolDefinition Definition { get; } = new()
    {
        Name = name,
        Description = "Moves the promised date of a sales order. Prepares only; a person decides.",
        Ability = "I can move the promised date of an order",
        Status = "looking at the order…",
        Parameters =
        [
            new ToolParameter { Name = "order", Type = ParameterType.Text, Description = "The order.", Slot = SlotKind.SalesOrder, Required = true },
            new ToolParameter { Name = "day", Type = ParameterType.Date, Description = "The new day.", Slot = SlotKind.Day, Required = true },
            new ToolParameter { Name = "note", Type = ParameterType.Text, Description = "Words for the order.", Slot = SlotKind.Message },
        ],
        Touches = [DataClass.Sales],
        Writes = true,
        MaxRoundTrips = 3,
    };

    public Task<ToolResult> RunAsync(ToolContext context, ToolCall call, ToolPermit permit, CancellationToken cancellationToken)
    {
        permit.MustCover(call, context.Caller);
        var (order, day) = ((string)call.Arguments["order"]!, (string)call.Arguments["day"]!);
        var draft = Draft(erp, order, day, Definition.Name) with { Reason = (string?)call.Arguments["note"] };
        return Task.FromResult(new ToolResult
        {
            Outcome = ToolOutcome.Ok,
            Findings = [new Finding { Role = FindingRole.Headline, Text = $"The promised date of {order} would move.", EvidenceIds = ["sale.order:42"] }],
            Evidence = [new Evidence { Id = "sale.order:42", Kind = EvidenceKind.Record, Title = $"Sales order {order}", Excerpt = $"{order}: {erp.Words}", AsOf = context.Now, Record = new RecordRef("sale.order", 42) }],
            Action = draft,
        });
    }

    public Task<ActionOutcome> ExecuteAsync(ActionOrder order, ToolPermit permit, CancellationToken cancellationToken)
    {
        permit.MustCover(order);
        return erp.WriteAsync(order, cancellationToken);
    }

    public Task<ActionOutcome> ReconcileAsync(ActionOrder order, CancellationToken cancellationToken) => Task.FromResult(erp.Look(order));

    public static ActionDraft Draft(PracticeErp erp, string order = "S00042", string day = "2026-12-01", string tool = "practice.move_date") => new()
    {
        Tool = tool,
        Summary = $"Move the promised date of {order} to {day}.",
        Records = [new RecordVersion(new RecordRef("sale.order", 42), order, erp.Version)],
        Changes = [new FieldChange(new RecordRef("sale.order", 42), "commitment_date", "Promised date", "2026-11-27", day)],
        Execution = new JsonObject { ["id"] = 42, ["commitment_date"] = day },
        Exposure = new Exposure(erp.Amount, erp.Currency),
        Risk = erp.Risk,
        Margin = erp.Margin,
        Confidence = erp.Confidence,
        Company = erp.Company,
        EvidenceIds = ["sale.order:42"],
    };
}
