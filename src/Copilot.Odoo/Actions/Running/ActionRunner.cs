using Copilot.Contracts;
using Copilot.Odoo.Client;

namespace Copilot.Odoo.Actions.Running;

/// <summary>
/// Runs an action's steps in order, each at most once over all attempts: first it looks what an earlier attempt has done, then it compares
/// the records with what was approved, then it writes. What is lost on the way is looked for before anything is said.
/// </summary>
internal sealed class ActionRunner(ActionRun run, IReadOnlyList<Deed> deeds, Func<ActionRun, CancellationToken, Task<string?>> obstacle)
{
    private readonly List<(Deed Deed, bool Done, RecordRef? Record)> steps = [];

    /// <summary>Whether every step is done.</summary>
    public bool IsWhole => steps.Count == deeds.Count && steps.TrueForAll(s => s.Done);

    /// <summary>Looks, checks, writes.</summary>
    public async Task<ActionOutcome> ExecuteAsync(CancellationToken cancellationToken)
    {
        try
        {
            if (await LookAsync(cancellationToken) is { } others)
            {
                return Outcome(ActionOutcomeKind.NotDone, others);
            }

            if (IsWhole)
            {
                return Outcome(ActionOutcomeKind.Done, $"{run.Order.Reference} was carried out already; nothing was written a second time.");
            }

            if (!steps.Exists(s => s.Done) && await ChangedAsync(cancellationToken) is { } changed)
            {
                return Outcome(ActionOutcomeKind.NotDone, changed);
            }
        }
        catch (OdooException fault)
        {
            return Outcome(fault.IsTransient ? ActionOutcomeKind.NotYet : ActionOutcomeKind.NotDone, $"Nothing was written: {FaultWords.Of(fault)}.");
        }

        return await WriteAsync(cancellationToken);
    }

    /// <summary>Looks only.</summary>
    public async Task<ActionOutcome> ReconcileAsync(CancellationToken cancellationToken)
    {
        try
        {
            if (await LookAsync(cancellationToken) is { } others)
            {
                return Outcome(ActionOutcomeKind.NotYet, others);
            }
        }
        catch (OdooException fault)
        {
            return Outcome(ActionOutcomeKind.Unknown, $"Whether {run.Order.Reference} was carried out cannot be found out now: {FaultWords.Of(fault)}.");
        }

        return IsWhole ? Outcome(ActionOutcomeKind.Done, $"{run.Order.Reference} was carried out.")
            : steps.Exists(s => s.Done) ? Outcome(ActionOutcomeKind.Partly, Standing())
            : Outcome(ActionOutcomeKind.NotYet, $"Nothing of {run.Order.Reference} is in Odoo.");
    }

    /// <summary>Fills the steps; a text when somebody else has done the same meanwhile.</summary>
    private async Task<string?> LookAsync(CancellationToken cancellationToken)
    {
        steps.Clear();
        var proofs = new List<(Proof Proof, RecordRef? Record)>();
        foreach (var deed in deeds)
        {
            proofs.Add(await deed.Look(run, cancellationToken));
        }

        // The trace is written last: where it is, everything before it was done, whatever the records look like by now.
        var isTraced = proofs[^1].Proof == Proof.ByReference;
        var isOurs = proofs.Exists(p => p.Proof is Proof.ByReference);
        foreach (var (deed, (proof, record)) in deeds.Zip(proofs))
        {
            steps.Add((deed, isTraced || proof is Proof.ByReference or Proof.ByState || (isOurs && proof == Proof.ByOthers), record));
        }

        return !isOurs && proofs.Exists(p => p.Proof == Proof.ByOthers) && !proofs.Exists(p => p.Proof == Proof.ByState)
            ? "Somebody else has done the same in Odoo meanwhile; nothing was written."
            : null;
    }

    private async Task<string?> ChangedAsync(CancellationToken cancellationToken)
        => await RecordVersions.ChangedAsync(run, cancellationToken) ?? await obstacle(run, cancellationToken);

    private async Task<ActionOutcome> WriteAsync(CancellationToken cancellationToken)
    {
        (ActionOutcomeKind Kind, string Why)? stop = null;
        for (var i = 0; i < steps.Count; i++)
        {
            if (steps[i].Done || (stop is not null && !steps[i].Deed.Always))
            {
                continue;
            }

            if (stop is null && cancellationToken.IsCancellationRequested)
            {
                stop = (ActionOutcomeKind.NotYet, "it was stopped");
                continue;
            }

            var (done, record, trouble) = await OneAsync(steps[i].Deed);
            steps[i] = (steps[i].Deed, done, record);
            stop ??= trouble;
        }

        return stop is not { } s ? Outcome(ActionOutcomeKind.Done, $"Done: {run.Draft.Summary}.")
            : s.Kind == ActionOutcomeKind.Unknown ? Outcome(ActionOutcomeKind.Unknown, $"Odoo's answer was lost ({s.Why}); {run.Order.Reference} has to be looked up before anything is tried again.")
            : steps.Exists(x => x.Done) ? Outcome(ActionOutcomeKind.Partly, $"{Standing()} The rest is not done: {s.Why}.")
            : Outcome(s.Kind, $"Nothing was written: {s.Why}.");
    }

    /// <summary>One step; an answer that was lost is looked for once.</summary>
    private async Task<(bool Done, RecordRef? Record, (ActionOutcomeKind, string)? Trouble)> OneAsync(Deed deed)
    {
        try
        {
            return (true, await deed.Do(run), null);
        }
        catch (OdooException fault) when (FaultWords.IsLost(fault))
        {
            var found = await FindAsync(deed);
            return found.Done ? (true, found.Record, null) : (false, null, (ActionOutcomeKind.Unknown, FaultWords.Of(fault)));
        }
        catch (OdooException fault)
        {
            // Odoo said no: its transaction is rolled back and nothing of this step is there.
            return (false, null, (fault.IsTransient ? ActionOutcomeKind.NotYet : ActionOutcomeKind.NotDone, FaultWords.Of(fault)));
        }
    }

    private async Task<(bool Done, RecordRef? Record)> FindAsync(Deed deed)
    {
        try
        {
            var (proof, record) = await deed.Look(run, CancellationToken.None);
            return (proof is Proof.ByReference or Proof.ByState, record);
        }
        catch (OdooException fault) when (fault.IsTransient)
        {
            return (false, null);
        }
    }

    private string Standing()
    {
        var (done, open) = (steps.Where(s => s.Done).Select(s => s.Deed.Text).ToList(), steps.Where(s => !s.Done).Select(s => s.Deed.Text).ToList());
        return $"Done: {string.Join("; ", done)}. Not done: {string.Join("; ", open)}.";
    }

    private ActionOutcome Outcome(ActionOutcomeKind kind, string summary) => new()
    {
        Kind = kind,
        Summary = summary,
        Steps = [.. deeds.Select((d, i) => i < steps.Count ? new ActionStep(d.Text, steps[i].Done, steps[i].Record) : new ActionStep(d.Text, false))],
    };
}
