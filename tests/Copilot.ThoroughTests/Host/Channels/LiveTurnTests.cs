using System.Text.Json;
using System.Text.Json.Nodes;
using Copilot.Contracts;
using Copilot.Host.Channels;
using Copilot.Host.Channels.Web;
using Copilot.Host.Identity;
using Copilot.Host.Storage;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Copilot.ThoroughTests.Host.Channels;

/// <summary>A question with an id of its client's is one turn, however often the line breaks.</summary>
public sealed class LiveTurnTests(TestHouse house) : IClassFixture<TestHouse>
{
    [Fact]
    public async Task The_events_of_a_turn_are_numbered_from_one()
    {
        using var line = await OpenAsync();
        await line.AskAsync(Question("Where is it?", NewId()));

        var (items, error) = await line.ReadStreamAsync();

        Assert.Null(error);
        Assert.Equal(Enumerable.Range(1, 7), items.Select(one => one.GetProperty("number").GetInt32()));
    }

    [Fact]
    public async Task The_same_question_sent_twice_is_asked_once_and_both_lines_hear_the_same_turn()
    {
        var id = NewId();
        using var first = await OpenAsync();
        using var second = await OpenAsync();
        await first.AskAsync(Question("Sent twice?", id));
        await second.AskAsync(Question("Sent twice?", id));

        var one = TurnId((await first.ReadStreamAsync()).Items);
        var other = TurnId((await second.ReadStreamAsync()).Items);

        Assert.Equal(one, other);
        lock (house.Runner.Asked)
        {
            Assert.Single(house.Runner.Asked, asked => asked.Question == "Sent twice?");
        }
    }

    [Fact]
    public async Task A_turn_goes_on_when_its_line_breaks_and_another_line_hears_the_rest()
    {
        var id = NewId();
        using (var line = await OpenAsync())
        {
            await line.AskAsync(Question(ScriptedRunner.Pauses, id));
            await line.NextAsync();
        }

        using var back = await OpenAsync();
        await back.AskAsync(Question(ScriptedRunner.Pauses, id, after: 1));
        house.Runner.GoOn.TrySetResult();
        var items = (await back.ReadStreamAsync()).Items;

        Assert.Equal([2, 3, 4, 5, 6, 7], items.Select(one => one.GetProperty("number").GetInt32()));
        Assert.Equal("answered", items[^1].GetProperty("turn").GetProperty("outcome").GetString());
    }

    [Fact]
    public async Task A_turn_that_ended_meanwhile_comes_back_whole()
    {
        var id = NewId();
        using var line = await OpenAsync();
        await line.AskAsync(Question("Where is it?", id));
        var turn = TurnId((await line.ReadStreamAsync()).Items);

        await line.AskAsync(Question("Where is it?", id, after: 3), "2");
        var items = (await line.ReadStreamAsync()).Items;

        Assert.Equal(turn, TurnId(items));
        Assert.Equal("turn", items[^1].GetProperty("type").GetString());
    }

    [Fact]
    public async Task Stop_stops_the_turn_and_leaving_does_not()
    {
        var id = NewId();
        using var line = await OpenAsync();
        await line.AskAsync(Question(ScriptedRunner.Waits, id));
        await line.NextAsync();
        await line.StopAsync();
        await line.ReadStreamAsync();
        Assert.False(house.Runner.Stopped.Task.IsCompleted);

        await line.CallAsync("Stop", id);

        await house.Runner.Stopped.Task.WaitAsync(TimeSpan.FromSeconds(20));
    }

    [Fact]
    public async Task A_turn_at_another_node_is_followed_through_its_rows()
    {
        var rows = house.Services.GetRequiredService<LiveTurnStore>();
        var caller = Personas.Find(RoleNames.SalesRep)!.ToCaller();
        var client = NewId();
        var turn = await rows.ClaimAsync(caller, client, NewId(), inPlaceOf: null, CancellationToken.None);
        await rows.AppendAsync(turn, 1, ["""{"type":"status","text":"looking","number":1}""", """{"type":"token","text":"Late","number":2}"""], CancellationToken.None);
        await using var here = ActivatorUtilities.CreateInstance<LiveTurns>(house.Services);
        await using var heard = here.FollowAsync(caller, turn, 1, CancellationToken.None).GetAsyncEnumerator();

        Assert.True(await heard.MoveNextAsync());
        Assert.Equal("Late", heard.Current.GetProperty("text").GetString());
        await rows.AppendAsync(turn, 3, ["""{"type":"turn","turn":{},"number":3}"""], CancellationToken.None);
        Assert.True(await heard.MoveNextAsync());
        Assert.Equal("turn", heard.Current.GetProperty("type").GetString());
        Assert.False(await heard.MoveNextAsync());
    }

    [Fact]
    public async Task What_somebody_else_asked_under_the_same_id_is_another_question()
    {
        var id = NewId();
        using var mine = await OpenAsync();
        using var theirs = await OpenAsync(RoleNames.Accountant);
        await mine.AskAsync(Question("Mine?", id));
        await theirs.AskAsync(Question("Theirs?", id));

        Assert.Equal("Mine?", Asked((await mine.ReadStreamAsync()).Items));
        Assert.Equal("Theirs?", Asked((await theirs.ReadStreamAsync()).Items));
    }

    [Theory]
    [InlineData("short")]
    [InlineData("has spaces in it")]
    public async Task An_id_that_is_none_is_refused(string id)
    {
        using var line = await OpenAsync();
        await line.AskAsync(Question("Where is it?", id));

        Assert.Contains("clientId", (await line.ReadStreamAsync()).Error);
    }

    private static JsonObject Question(string text, string clientId, int? after = null) => new() { ["question"] = text, ["clientId"] = clientId, ["after"] = after };

    private static string NewId() => Guid.NewGuid().ToString();

    private static string? TurnId(IReadOnlyList<JsonElement> items) => items[^1].GetProperty("turn").GetProperty("turnId").GetString();

    private static string? Asked(IReadOnlyList<JsonElement> items) => items[^1].GetProperty("turn").GetProperty("question").GetString();

    private async Task<HubLine> OpenAsync(string persona = RoleNames.SalesRep)
    {
        using var client = new HttpClient { BaseAddress = house.Address };
        return await HubLine.OpenAsync(house.Address, await TestHouse.TokenAsync(client, persona));
    }
}
