using System.Text.Json.Nodes;
using Copilot.Contracts;
using Copilot.Odoo.Actions;
using Copilot.Odoo.Answers;
using Copilot.Odoo.Client;
using Copilot.Odoo.Exceptions.Watching;

namespace Copilot.Odoo.Exceptions.Tools;

/// <summary>Says where an exception stands: resolved, dismissed with a reason, being dealt with, seen. Changes nothing in the business system.</summary>
internal sealed class ResolveExceptionTool(IOdooClient client, CaseChoice choice, CaseDesk desk, ExceptionWatch watch) : OdooTool(client), IActionTool
{
    private const int MostNamed = 5;

    public override ToolDefinition Definition { get; } = new()
    {
        Name = "exceptions.resolve",
        Description = "Marks one exception as resolved, dismissed (with a reason), being dealt with, or seen. Changes nothing in Odoo. Not for doing something about it.",
        Ability = "I can mark an exception as resolved, dismissed or being dealt with",
        Status = "looking for this exception…",
        Parameters =
        [
            .. CaseChoice.Records, ListExceptionsTool.KindChoice,
            Parameters.Choice(
                "state",
                "resolved (default), dismissed when nothing is to be done, acting when somebody deals with it, seen when somebody has looked at it.",
                ("resolved", ["resolved", "resolve", "solved", "fixed", "done", "settled", "close", "closed"]),
                ("dismissed", ["dismiss", "dismissed", "ignore", "false alarm", "not a problem", "discard", "drop"]),
                ("acting", ["acting", "working on", "taking care of", "dealing with", "i am on", "i'm on", "in progress", "take over", "taken care of"]),
                ("seen", ["seen", "acknowledge", "acknowledged", "noted", "looked at"])),
            Subject.Message("Why, for the record; needed to dismiss."),
        ],
        Touches = [DataClass.Sales, DataClass.Stock],
        Writes = true,
        MaxRoundTrips = CaseChoice.RoundTrips + ListExceptionsTool.ScanRoundTrips,
    };

    protected override string Area => "orders, transfers, purchases or invoices";

    /// <inheritdoc/>
    public async Task<ActionOutcome> ExecuteAsync(ActionOrder order, ToolPermit permit, CancellationToken cancellationToken)
    {
        permit.MustCover(order);
        var (id, state, reason) = Of(order);
        try
        {
            return await desk.SettleAsync(order.RunsAs, id, state, reason, cancellationToken) is null
                ? new ActionOutcome { Kind = ActionOutcomeKind.NotDone, Summary = "The exception is no longer there for you; nothing was changed." }
                : Done(order);
        }
        catch (CopilotException refused)
        {
            return new ActionOutcome { Kind = refused.IsTransient ? ActionOutcomeKind.NotYet : ActionOutcomeKind.NotDone, Summary = $"{refused.Message} Nothing was changed." };
        }
    }

    /// <inheritdoc/>
    public async Task<ActionOutcome> ReconcileAsync(ActionOrder order, CancellationToken cancellationToken)
    {
        var (id, state, _) = Of(order);
        try
        {
            return await desk.FindAsync(order.RunsAs, id, cancellationToken) is { } found && found.State == state
                ? Done(order)
                : new ActionOutcome { Kind = ActionOutcomeKind.NotYet, Summary = "The exception stands as before." };
        }
        catch (CopilotException down)
        {
            return new ActionOutcome { Kind = ActionOutcomeKind.Unknown, Summary = down.Message };
        }
    }

    protected override async Task<ToolResult> AnswerAsync(ToolContext context, ToolArguments arguments, CancellationToken cancellationToken)
    {
        if (!await ListExceptionsTool.MayReadAnyAsync(Client, context.Caller, cancellationToken))
        {
            return Denied();
        }

        await watch.FreshenAsync(cancellationToken);
        var (cases, about, stop) = await choice.FindAsync(context, arguments, all: false, cancellationToken);
        if (stop is not null)
        {
            return stop;
        }

        if (about is null && arguments.Text("kind") is null && cases.Count != 1)
        {
            return Ask("Which exception do you mean? Name its order, purchase order, transfer, invoice or product.");
        }

        if (cases.Count == 0)
        {
            return NotFound($"I found no open exception{(about is null ? string.Empty : $" about {Phrase.Clean(about, 80)}")} among what you may see.");
        }

        // Several cases about one record are told apart by their kind; what merely hits the record is not meant.
        var meant = cases.Where(c => about is null || IsAbout(c, cases[0])).ToList();
        if (meant.Count > 1)
        {
            return Ask($"Which one do you mean: {Phrase.List(meant.Take(MostNamed).Select(c => c.Found.Title), "or")}?");
        }

        var state = Enum.Parse<ExceptionState>(arguments.Text("state") ?? "resolved", ignoreCase: true);
        var reason = arguments.Text("message");
        return state == ExceptionState.Dismissed && reason is null
            ? Ask("Why shall it be dismissed? Others will read the reason; say it behind a colon.")
            : Draft(context, meant[0], state, reason);
    }

    private ToolResult Draft(ToolContext context, SeenCase seen, ExceptionState state, string? reason)
    {
        var sheet = new AnswerSheet(context, Client);
        var evidence = new CaseSheet(sheet).Add(seen);
        var subject = seen.Found.Subjects[0];
        var summary = Phrase.Sentence($"Mark the exception \"{seen.Found.Title.Replace('"', '\'')}\" as {CaseSheet.StateWord(state)}");
        sheet.Say(FindingRole.Headline, $"I can mark \"{seen.Found.Title.Replace('"', '\'')}\" as {CaseSheet.StateWord(state)}; it is {CaseSheet.StateWord(seen.Kept.State)} now", seen.Found.Title, evidence);
        var draft = new ActionDraft
        {
            Tool = Definition.Name,
            Summary = summary,
            Records = [new RecordVersion(subject.Ref, subject.Name, null)],
            Changes = [new FieldChange(subject.Ref, "exception_state", "State of the exception", CaseSheet.StateWord(seen.Kept.State), CaseSheet.StateWord(state))],
            Execution = new JsonObject { ["case"] = seen.Kept.Id, ["state"] = state.ToString().ToLowerInvariant(), ["reason"] = reason },
            Exposure = new Exposure(0, "EUR"),
            Risk = RiskClass.Low,
            Reason = reason,
            EvidenceIds = [evidence],
        };
        return sheet.Finish() with { Action = draft };
    }

    private static bool IsAbout(SeenCase seen, SeenCase first) => seen.Found.Subjects.Any(s => s.Ref == first.Found.Subjects[0].Ref) && seen.Found.Subjects[0].Ref == first.Found.Subjects[0].Ref;

    private static ActionOutcome Done(ActionOrder order) => new() { Kind = ActionOutcomeKind.Done, Summary = $"Done: {ListExceptionsTool.LowerFirst(order.Draft.Summary)}", Steps = [new ActionStep("the exception is marked", true)] };

    private static ToolResult Ask(string question) => new() { Outcome = ToolOutcome.Ok, Found = false, QuestionBack = question };

    private static (string Id, ExceptionState State, string? Reason) Of(ActionOrder order)
        => (order.Draft.Execution["case"]!.GetValue<string>(), Enum.Parse<ExceptionState>(order.Draft.Execution["state"]!.GetValue<string>(), ignoreCase: true), order.Draft.Execution["reason"]?.GetValue<string>());
}
