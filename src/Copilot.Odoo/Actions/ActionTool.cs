using Copilot.Contracts;
using Copilot.Odoo.Actions.Running;
using Copilot.Odoo.Answers;
using Copilot.Odoo.Client;
using Copilot.Odoo.Names;

namespace Copilot.Odoo.Actions;

/// <summary>
/// What every writing tool shares: preparing reads only and ends in a draft; carrying out runs the draft's steps, each at most once over
/// all attempts. The draft's execution parameters are all a step may use: what was approved is what runs.
/// </summary>
internal abstract class ActionTool(ActionDesk desk) : OdooTool(desk.Client), IActionTool
{
    protected ActionDesk Desk { get; } = desk;

    public async Task<ActionOutcome> ExecuteAsync(ActionOrder order, ToolPermit permit, CancellationToken cancellationToken)
    {
        permit.MustCover(order);
        using var place = await Desk.Gate.EnterAsync(order.Reference, cancellationToken);
        var run = new ActionRun(Desk, order);
        var runner = new ActionRunner(run, Deeds(run), BarAsync);
        var outcome = Finish(run, await runner.ExecuteAsync(cancellationToken));
        return outcome.Kind == ActionOutcomeKind.Done ? outcome with { Undo = await UndoOrNoneAsync(run, cancellationToken) } : outcome;
    }

    public async Task<ActionOutcome> ReconcileAsync(ActionOrder order, CancellationToken cancellationToken)
    {
        var run = new ActionRun(Desk, order);
        return Finish(run, await new ActionRunner(run, Deeds(run), BarAsync).ReconcileAsync(cancellationToken));
    }

    /// <summary>The steps of an execution; the last leaves the trace.</summary>
    protected abstract IReadOnlyList<Deed> Deeds(ActionRun run);

    /// <summary>Looks right before the first write whether it can still be done; the reason when not, as a whole sentence.</summary>
    protected virtual Task<string?> ObstacleAsync(ActionRun run, CancellationToken cancellationToken) => Task.FromResult<string?>(null);

    /// <summary>What the account it runs with must be allowed: by default to write the records whose values change.</summary>
    protected virtual Task<IReadOnlyList<NeededRight>> NeedsAsync(ActionRun run, CancellationToken cancellationToken)
        => Task.FromResult<IReadOnlyList<NeededRight>>(
        [
            .. run.Draft.Changes.Where(c => c.Record is not null && c.Field is not ("message_ids" or "activity_ids")).GroupBy(c => c.Record!.Model)
                .Select(g => new NeededRight(g.Key, "write", [.. g.Select(c => c.Record!.Id).Distinct()])),
        ]);

    /// <summary>The action that takes it back, prepared on what is there right after; null where Odoo allows none.</summary>
    protected virtual Task<ActionDraft?> UndoAsync(ActionRun run, CancellationToken cancellationToken) => Task.FromResult<ActionDraft?>(null);

    /// <summary>The one record that shall be changed, if the caller may read its kind and write this one; else the result that ends the call.</summary>
    /// <param name="context">Who asks.</param>
    /// <param name="arguments">What was said.</param>
    /// <param name="parameter">Which record it is about.</param>
    /// <param name="question">What is asked back when none was named.</param>
    /// <param name="cancellationToken">Stops the look-ups.</param>
    protected async Task<(Subject? Found, ToolResult? Stop)> ChangeableAsync(
        ToolContext context, ToolArguments arguments, ToolParameter parameter, string question, CancellationToken cancellationToken)
    {
        if (!await Client.MayReadAsync(context.Caller, NameSource.For(parameter.Slot).Model, cancellationToken))
        {
            return (null, Denied());
        }

        var (subject, stop) = await Subject.FindAsync(Desk, context, arguments, [parameter], question, cancellationToken);
        return subject is null || await Desk.Rights.MayAsync(context.Caller, subject.Model, "write", cancellationToken, subject.Id)
            ? (subject, stop)
            : (null, NotAllowed($"{subject.Word} {subject.Name}"));
    }

    /// <summary>Says more exactly what came of it, with what the steps found on the way.</summary>
    private static ActionOutcome Finish(ActionRun run, ActionOutcome outcome)
        => outcome with
        {
            Kind = run.FellShort && outcome.Kind == ActionOutcomeKind.Done ? ActionOutcomeKind.Partly : outcome.Kind,
            Summary = string.Join(' ', run.Notes.Distinct().Prepend(outcome.Summary)),
        };

    /// <summary>Why it cannot be done any more, before the first write: rights that were taken away, or the state of things.</summary>
    private async Task<string?> BarAsync(ActionRun run, CancellationToken cancellationToken)
    {
        foreach (var need in await NeedsAsync(run, cancellationToken))
        {
            if (!await Desk.Rights.MayAsync(run.Caller, need.Model, need.Operation, cancellationToken, need.Ids))
            {
                return "The account it runs with may not do this in Odoo; nothing was written.";
            }
        }

        return await ObstacleAsync(run, cancellationToken);
    }

    private async Task<ActionDraft?> UndoOrNoneAsync(ActionRun run, CancellationToken cancellationToken)
    {
        try
        {
            return await UndoAsync(run, cancellationToken);
        }
        catch (OdooException)
        {
            // It is done; that its undoing could not be prepared now takes nothing from that.
            return null;
        }
        catch (OperationCanceledException)
        {
            return null;
        }
    }

    protected static ToolResult NotAllowed(string what)
        => new() { Outcome = ToolOutcome.Denied, Found = false, Reason = $"Your account may not change {what} in Odoo, so I have prepared nothing." };
}
