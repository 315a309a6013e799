using Copilot.Contracts;
using Copilot.Testing.Odoo.Actions;
using Xunit;

namespace Copilot.Testing.Odoo.Faults;

/// <summary>What breaks on the line between an approved action and Odoo, on a real socket: nothing is done twice, nothing is lost, and what is said is true.</summary>
public abstract class OdooLineFaultContract(OdooServerUnderTest server) : OdooContract(server)
{
    private static readonly string[] Shapes = ["odoo.post_note", "odoo.draft_quotation", "odoo.change_promised_date", "odoo.confirm_quotation", "odoo.internal_transfer"];
    private static readonly DoorTrouble[] NotHeard = [DoorTrouble.Reset, DoorTrouble.Html, DoorTrouble.BadGateway];
    private static readonly DoorTrouble[] Heard = [DoorTrouble.CutAnswer, DoorTrouble.LostAnswer];

    /// <summary>Each shape of action with what the server never hears of.</summary>
    public static TheoryData<string, DoorTrouble> Unheard => Pairs(NotHeard);

    /// <summary>Each shape of action with what the server does and cannot say.</summary>
    public static TheoryData<string, DoorTrouble> Unanswered => Pairs(Heard);

    public static TheoryData<string> Actions => new(Shapes);

    [SkippableTheory]
    [MemberData(nameof(Unheard))]
    public async Task A_write_that_never_arrived_is_unknown_then_looked_up_then_done_once(string tool, DoorTrouble trouble)
    {
        await using var there = new BehindDoor(Server);
        using var trial = new ActionTrial(there);
        var order = ActionTrial.Approved(await Prepare.PreparedAsync(trial, tool, 1), Admin);
        there.Door.Break(trouble, r => r.Writes);

        var broken = await trial.ExecuteAsync(order);

        Assert.True(there.Door.Troubled.IsCompleted, "nothing was written");
        Is(ActionOutcomeKind.Unknown, broken, tool);
        Assert.Contains("has to be looked up", broken.Summary, StringComparison.Ordinal);
        Is(ActionOutcomeKind.NotYet, await trial.ReconcileAsync(order), tool);
        Is(ActionOutcomeKind.Done, await trial.ExecuteAsync(order), tool);
        await Prepare.OnceAsync(trial, tool, order);
    }

    [SkippableTheory]
    [MemberData(nameof(Unanswered))]
    public async Task A_write_whose_answer_is_lost_is_found_at_once_and_not_repeated(string tool, DoorTrouble trouble)
    {
        await using var there = new BehindDoor(Server);
        using var trial = new ActionTrial(there);
        var order = ActionTrial.Approved(await Prepare.PreparedAsync(trial, tool, 1), Admin);
        there.Door.Break(trouble, r => r.Writes);

        var outcome = await trial.ExecuteAsync(order);

        Assert.True(there.Door.Troubled.IsCompleted, "nothing was written");
        Is(ActionOutcomeKind.Done, outcome, tool);
        var broken = await there.Door.Troubled;
        Assert.Equal(1, there.Door.Seen.Count(r => r.Model == broken.Model && r.Method == broken.Method && r.Writes));
        Is(ActionOutcomeKind.Done, await trial.ReconcileAsync(order), tool);
        await Prepare.OnceAsync(trial, tool, order);
    }

    [SkippableTheory]
    [MemberData(nameof(Actions))]
    public async Task A_server_that_is_down_gets_nothing_and_gets_it_once_when_it_is_back(string tool)
    {
        await using var there = new BehindDoor(Server);
        using var trial = new ActionTrial(there);
        var order = ActionTrial.Approved(await Prepare.PreparedAsync(trial, tool, 1), Admin);
        there.Door.Shut();

        var down = await trial.ExecuteAsync(order);

        Is(ActionOutcomeKind.NotYet, down, tool);
        Assert.Contains("Odoo could not be reached", down.Summary, StringComparison.Ordinal);
        there.Door.Mend();
        Is(ActionOutcomeKind.Done, await trial.ExecuteAsync(order), tool);
        await Prepare.OnceAsync(trial, tool, order);
    }

    [SkippableTheory]
    [MemberData(nameof(Actions))]
    public async Task A_server_that_restarts_under_a_write_is_asked_again_only_when_it_is_back(string tool)
    {
        await using var there = new BehindDoor(Server);
        using var trial = new ActionTrial(there);
        var order = ActionTrial.Approved(await Prepare.PreparedAsync(trial, tool, 1), Admin);
        there.Door.Break(DoorTrouble.Restart, r => r.Writes);

        Is(ActionOutcomeKind.Unknown, await trial.ExecuteAsync(order), tool);
        Is(ActionOutcomeKind.Unknown, await trial.ReconcileAsync(order), tool);

        there.Door.Mend();
        Is(ActionOutcomeKind.NotYet, await trial.ReconcileAsync(order), tool);
        Is(ActionOutcomeKind.Done, await trial.ExecuteAsync(order), tool);
        await Prepare.OnceAsync(trial, tool, order);
    }

    [SkippableTheory]
    [MemberData(nameof(Actions))]
    public async Task Access_revoked_at_the_write_writes_nothing_and_says_why(string tool)
    {
        await using var there = new BehindDoor(Server);
        using var trial = new ActionTrial(there);
        var order = ActionTrial.Approved(await Prepare.PreparedAsync(trial, tool, 1), Admin);
        var gone = false;
        there.Door.Rule = r => (gone |= r.Writes) ? DoorTrouble.Revoked : DoorTrouble.None;

        var outcome = await trial.ExecuteAsync(order);

        Is(ActionOutcomeKind.NotDone, outcome, tool);
        Assert.StartsWith("Nothing was written: Odoo refused the login", outcome.Summary, StringComparison.Ordinal);
        there.Door.Mend();
        Is(ActionOutcomeKind.NotYet, await trial.ReconcileAsync(order), tool);
    }

    [SkippableTheory]
    [InlineData(DoorTrouble.Silence)]
    [InlineData(DoorTrouble.SilenceAfter)]
    public async Task A_server_that_never_answers_is_given_up_and_looked_up(DoorTrouble trouble)
    {
        await using var there = new BehindDoor(Server, TimeSpan.FromSeconds(2));
        using var trial = new ActionTrial(there);
        var order = ActionTrial.Approved(await Prepare.PreparedAsync(trial, Shapes[0], 1), Admin);
        there.Door.Break(trouble, r => r.Writes);

        var outcome = await trial.ExecuteAsync(order);

        Is(trouble == DoorTrouble.Silence ? ActionOutcomeKind.Unknown : ActionOutcomeKind.Done, outcome, Shapes[0]);
        using var later = new ActionTrial(Server);
        Is(ActionOutcomeKind.Done, await later.ExecuteAsync(order), Shapes[0]);
        await Prepare.OnceAsync(later, Shapes[0], order);
    }

    private ActionShapes Prepare => new(this);

    private static TheoryData<string, DoorTrouble> Pairs(DoorTrouble[] troubles)
    {
        var pairs = new TheoryData<string, DoorTrouble>();
        foreach (var (shape, trouble) in Shapes.SelectMany(s => troubles.Select(t => (s, t))))
        {
            pairs.Add(shape, trouble);
        }

        return pairs;
    }

    private static void Is(ActionOutcomeKind expected, ActionOutcome outcome, string tool)
        => Assert.True(expected == outcome.Kind, $"{tool}: {outcome.Kind} instead of {expected}: {outcome.Summary}");
}
