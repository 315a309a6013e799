using System.Collections.Concurrent;
using Copilot.Contracts;

namespace Copilot.Testing.Approvals;

/// <summary>A business system that counts what is written into it, and breaks as told. Shared by all nodes of a test.</summary>
public sealed class PracticeErp
{
    private readonly ConcurrentQueue<string> _written = new();
    private readonly ConcurrentQueue<ErpTrouble> _troubles = new();

    /// <summary>Gets the references of what was written, one for each time.</summary>
    public IReadOnlyList<string> Written => [.. _written];

    /// <summary>Gets whose rights writes ran with.</summary>
    public ConcurrentQueue<string> RanAs { get; } = new();

    public ConcurrentQueue<ActionOrder> Orders { get; } = new();

    /// <summary>Gets or sets a value indicating whether it answers no question at all.</summary>
    public bool IsDown { get; set; }

    /// <summary>Gets or sets the version of the record; a draft of another one is refused.</summary>
    public string Version { get; set; } = "2026-11-20 08:00:00";

    public decimal Amount { get; set; } = 100;

    public string Currency { get; set; } = "EUR";

    public decimal? Margin { get; set; }

    public double Confidence { get; set; } = 1;

    public string? Company { get; set; }

    public RiskClass Risk { get; set; } = RiskClass.Low;

    public string Words { get; set; } = "An order like others.";

    /// <summary>Gets a task that ends when an execution has come to where it hangs.</summary>
    public TaskCompletionSource Hanging { get; private set; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Says how the next executions go; afterwards all goes well.</summary>
    public void Next(params ErpTrouble[] troubles) => Array.ForEach(troubles, _troubles.Enqueue);

    public async Task<ActionOutcome> WriteAsync(ActionOrder order, CancellationToken cancellationToken)
    {
        Orders.Enqueue(order);
        var trouble = _troubles.TryDequeue(out var next) ? next : ErpTrouble.None;
        if (IsDown || trouble == ErpTrouble.Down)
        {
            return new ActionOutcome { Kind = ActionOutcomeKind.NotYet, Summary = "Odoo does not answer; nothing was written." };
        }

        if (_written.Contains(order.Reference))
        {
            return Done("It was there already.");
        }

        if (order.Draft.Records[0].WriteDate != Version)
        {
            return new ActionOutcome { Kind = ActionOutcomeKind.NotDone, Summary = "S00042 was changed since this was prepared; nothing was written." };
        }

        switch (trouble)
        {
            case ErpTrouble.LostBefore:
                return new ActionOutcome { Kind = ActionOutcomeKind.Unknown, Summary = "The connection broke." };
            case ErpTrouble.HangsBefore:
                await HangAsync(cancellationToken);
                break;
            case ErpTrouble.Revoked:
                throw new CopilotException("Your account in the business system was closed.");
        }

        _written.Enqueue(order.Reference);
        RanAs.Enqueue(order.RunsAs.Id);
        switch (trouble)
        {
            case ErpTrouble.LostAfter:
                return new ActionOutcome { Kind = ActionOutcomeKind.Unknown, Summary = "The connection broke." };
            case ErpTrouble.ThrowsAfter:
                throw new InvalidOperationException("a fault nobody foresaw");
            case ErpTrouble.HangsAfter:
                await HangAsync(cancellationToken);
                break;
            case ErpTrouble.Partly:
                return new ActionOutcome { Kind = ActionOutcomeKind.Partly, Summary = "The date is moved, the delivery is not.", Steps = [new ActionStep("Move the date", true), new ActionStep("Move the delivery", false)] };
        }

        return Done("The date is moved.") with { Undo = order.Draft with { Summary = "Move the date back.", Records = [order.Draft.Records[0] with { WriteDate = Version }] } };
    }

    public ActionOutcome Look(ActionOrder order)
        => IsDown ? new ActionOutcome { Kind = ActionOutcomeKind.Unknown, Summary = "Odoo does not answer." }
            : _written.Contains(order.Reference) ? Done("The date is moved; the answer had been lost.")
            : new ActionOutcome { Kind = ActionOutcomeKind.NotYet, Summary = "Nothing of it is there." };

    private static ActionOutcome Done(string summary) => new() { Kind = ActionOutcomeKind.Done, Summary = summary, Steps = [new ActionStep("Move the date", true)] };

    private async Task HangAsync(CancellationToken cancellationToken)
    {
        Hanging.TrySetResult();
        await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
    }
}
