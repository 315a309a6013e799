using System.Globalization;
using System.Text.Json.Nodes;
using Copilot.Contracts;
using Copilot.Testing.Odoo.Faults;
using Xunit;

namespace Copilot.IntegrationTests.Host.Actions;

/// <summary>
/// The program is killed as <c>kill -9</c> does at each step of an execution, and started again on the same store: nothing is done twice, nothing is lost, and the one
/// who asked is told what is known.
/// </summary>
public sealed class ActionKillTests : IAsyncLifetime
{
    private const string Rep = RoleNames.SalesRep;
    private readonly CancellationTokenSource limit = new(TimeSpan.FromMinutes(5));
    private readonly DateOnly day = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime).AddDays(40);
    private ActionHome home = null!;
    private IReadOnlyList<JsonObject> orders = [];

    public async Task InitializeAsync()
    {
        home = await ActionHome.OpenAsync(limit.Token);
        orders = await home.Books.ReadAsync("sale.order", "[['state','=','sale'],['user_id.login','=','sales-rep'],['commitment_date','!=',false],['amount_total','<',20000],['picking_ids.state','in',['confirmed','waiting']]]", limit.Token, "name");
        await home.StartAsync();
    }

    public async Task DisposeAsync()
    {
        await home.DisposeAsync();
        limit.Dispose();
    }

    [Fact]
    public async Task Killed_at_each_step_of_an_execution_it_is_done_once_and_said()
    {
        // Before the decision is in the store: it was never taken.
        var undecided = await AskAsync(0);
        await home.OnStoreAsync("create trigger stop before insert on proposal_decision begin select raise(abort, 'the power is out'); end");
        await home.ApproveAsync(Rep, undecided);
        await RestartAsync("drop trigger stop");
        Assert.Equal("proposed", (string)(await home.SeeAsync(Rep, undecided))["state"]!);
        Assert.Equal(0, await home.TracesAsync(undecided));
        await home.ApproveAsync(Rep, undecided);
        await DoneOnceAsync(undecided, 0);

        // Decided, but the intent is not written: it is carried out after the restart.
        var unbegun = await AskAsync(1);
        await home.OnStoreAsync("create trigger stop before insert on proposal_attempt begin select raise(abort, 'the power is out'); end");
        await home.ApproveAsync(Rep, unbegun);
        Assert.Equal("approved", (string)(await home.SeeAsync(Rep, unbegun))["state"]!);
        Assert.Equal(0, await home.TracesAsync(unbegun));
        await RestartAsync("drop trigger stop");
        await DoneOnceAsync(unbegun, 1);

        // The intent is written, Odoo never heard of it: said to be unknown while something could still arrive, then carried out.
        var unheard = await AskAsync(2);
        await KillAtAsync(unheard, DoorTrouble.Silence, r => r is { Model: "sale.order", Method: "write" });
        await home.StartAsync();
        var unknown = await SaysAsync(unheard, "looked up again");
        Assert.Equal("executing", (string)unknown["state"]!);
        Assert.Equal(0, await home.TracesAsync(unheard));
        await home.KillAsync();
        await home.AgeAsync(unheard);
        await home.StartAsync();
        await DoneOnceAsync(unheard, 2);

        // Odoo has written and left the trace, its answer was never read: found, not repeated.
        var unread = await AskAsync(3);
        await KillAtAsync(unread, DoorTrouble.SilenceAfter, r => r.Method == "message_post");
        await home.StartAsync();
        await DoneOnceAsync(unread, 3);

        // The first of two writes is there, the second never went out: gone on with, and the first not repeated.
        var half = await AskAsync(4);
        await KillAtAsync(half, DoorTrouble.SilenceAfter, r => r is { Model: "sale.order", Method: "write" });
        Assert.Equal((day, 0), (await PromisedAsync(4), await home.TracesAsync(half)));
        await home.AgeAsync(half);
        var written = home.Door.Seen.Count(r => r is { Model: "sale.order", Method: "write" });
        await home.StartAsync();
        await DoneOnceAsync(half, 4);
        Assert.Equal(written, home.Door.Seen.Count(r => r is { Model: "sale.order", Method: "write" }));

        // The answer was read, the end could not be stored: found, not repeated.
        var unstored = await AskAsync(5);
        await home.OnStoreAsync("create trigger stop before update on proposal_attempt begin select raise(abort, 'the power is out'); end");
        await home.ApproveAsync(Rep, unstored);
        Assert.Equal(1, await home.TracesAsync(unstored));
        await RestartAsync("drop trigger stop");
        await DoneOnceAsync(unstored, 5);
    }

    [Fact]
    public async Task A_record_that_somebody_changed_before_the_approval_is_left_as_it_is()
    {
        var first = await AskAsync(6);
        var second = await home.ProposeAsync(RoleNames.OperationsManager, string.Create(CultureInfo.InvariantCulture, $"Move the promised date of {Name(6)} to {day.AddDays(7):yyyy-MM-dd}"));
        await home.ApproveAsync(RoleNames.OperationsManager, second);
        await home.UntilAsync(RoleNames.OperationsManager, second, "done");

        await home.ApproveAsync(Rep, first);

        var told = await home.UntilAsync(Rep, first, "done", "failed");
        Assert.Equal("failed", (string)told["state"]!);
        Assert.Contains("changed", (string)told["outcome"]!["summary"]!, StringComparison.Ordinal);
        Assert.Equal(day.AddDays(7), await PromisedAsync(6));
        Assert.Equal(0, await home.TracesAsync(first));
    }

    private Task<JsonObject> AskAsync(int order) => home.ProposeAsync(Rep, string.Create(CultureInfo.InvariantCulture, $"Move the promised date of {Name(order)} to {day:yyyy-MM-dd}"));

    private string Name(int order) => (string)orders[order]["name"]!;

    /// <summary>Approves, and kills the program when the door has got hold of the call.</summary>
    private async Task KillAtAsync(JsonObject proposal, DoorTrouble trouble, Func<DoorRequest, bool> which)
    {
        home.Door.Break(trouble, which);
        var approving = home.ApproveAsync(Rep, proposal);
        await home.Door.Troubled.WaitAsync(limit.Token);
        await home.KillAsync();
        await approving;
    }

    private async Task RestartAsync(string statement)
    {
        await home.KillAsync();
        await home.OnStoreAsync(statement);
        await home.StartAsync();
    }

    private async Task<JsonObject> SaysAsync(JsonObject proposal, string words)
    {
        while (true)
        {
            var seen = await home.SeeAsync(Rep, proposal);
            if (seen["outcome"]?["summary"] is { } said && ((string)said!).Contains(words, StringComparison.Ordinal))
            {
                return seen;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(200), TimeProvider.System, limit.Token);
        }
    }

    private async Task DoneOnceAsync(JsonObject proposal, int order)
    {
        var done = await home.UntilAsync(Rep, proposal, "done", "failed");
        Assert.True((string)done["state"]! == "done", done.ToJsonString());
        Assert.False(string.IsNullOrEmpty((string?)done["outcome"]?["summary"]));
        Assert.Equal(1, await home.TracesAsync(proposal));
        Assert.Equal(day, await PromisedAsync(order));
    }

    private async Task<DateOnly> PromisedAsync(int order)
    {
        var row = Assert.Single(await home.Books.ReadAsync("sale.order", $"[['name','=','{Name(order)}']]", limit.Token, "commitment_date"));
        return DateOnly.Parse(((string)row["commitment_date"]!)[..10], CultureInfo.InvariantCulture);
    }
}
