using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Copilot.Contracts;
using Copilot.Host.Channels.Teams.Telling;
using Copilot.Host.Channels.Web;
using Copilot.Testing.Approvals;
using Copilot.Testing.Service;
using Copilot.Testing.Teams;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Copilot.ThoroughTests.Host.Channels.Teams;

/// <summary>One proposal, several channels: made in one, decided in another, done once, and seen everywhere as it stands.</summary>
public sealed class TeamsCrossChannelTests : IAsyncLifetime
{
    private const string Boss = "boss-person";
    private const string BossChat = "a:boss";
    private const string RepChat = "a:1xyz";
    private readonly TemporaryFolder folder = new();
    private readonly PracticeErp erp = new() { Amount = 2000 };
    private TeamsHouse house = null!;

    private PracticeTeams Teams => house.Teams;

    private ProposalCourier Courier => house.Services.GetRequiredService<ProposalCourier>();

    public async Task InitializeAsync()
    {
        house = await TeamsHouse.StartAsync(folder, erp);
        await house.LinkAsync();
        await house.LinkAsync(RoleNames.OperationsManager, Boss, BossChat);
        await Courier.RoundAsync(CancellationToken.None);
    }

    public async Task DisposeAsync()
    {
        Assert.Empty(Teams.Faults);
        await house.DisposeAsync();
        folder.Dispose();
    }

    [Fact]
    public async Task A_proposal_of_the_web_chat_is_approved_in_Teams_and_done_once_and_the_web_chat_is_told()
    {
        using var client = new HttpClient { BaseAddress = house.Address };
        using var rep = await HubLine.OpenAsync(house.Address, await TestHouse.TokenAsync(client));
        using var books = await HubLine.OpenAsync(house.Address, await TestHouse.TokenAsync(client, RoleNames.Accountant));
        var push = house.Services.GetRequiredService<ProposalPush>();
        await push.TellAsync(CancellationToken.None);
        var proposal = await house.ProposeAsync(erp, "web");
        await push.TellAsync(CancellationToken.None);
        Assert.Equal((proposal.Id, "proposed"), await PushedAsync(rep));

        await Courier.RoundAsync(CancellationToken.None);
        var brought = await Teams.NextMessageAsync(BossChat);
        Assert.Equal("POST", brought.Method);
        Assert.Contains(proposal.Summary, (string?)brought.Body["summary"], StringComparison.Ordinal);
        Assert.Null(brought.Body["replyToId"]);
        var approve = Button(Assert.Single(brought.Cards), "Approve");
        var (status, answer) = await Teams.BringAsync(Teams.Press(approve, new JsonObject { ["comment"] = "fine" }, BossChat, Boss, brought.MessageId));
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("\"Done\"", answer, StringComparison.Ordinal);
        Assert.Single(erp.Written);

        var state = string.Empty;
        while (state != "done")
        {
            await push.TellAsync(CancellationToken.None);
            var (told, now) = await PushedAsync(rep);
            Assert.Equal(proposal.Id, told);
            state = now;
        }

        // Whoever has no part in it was told nothing: the next thing on that line is the answer to a question.
        await books.AskAsync(new JsonObject { ["question"] = "Where is it?" });
        Assert.NotEmpty((await books.ReadStreamAsync()).Items);

        await Teams.BringAsync(Teams.Press(approve, null, BossChat, Boss, brought.MessageId));
        Assert.Single(erp.Written);
    }

    [Fact]
    public async Task A_proposal_made_in_Teams_is_approved_elsewhere_and_every_card_shows_it()
    {
        var proposal = await house.ProposeAsync(erp, "teams");
        house.Runner.Ending = turn => turn with { Proposals = [proposal], Cards = [] };
        await Teams.BringAsync(Teams.Message("Move it"));
        await Teams.NextMessageAsync(RepChat);
        var own = await Teams.NextMessageAsync(RepChat);
        await Courier.RoundAsync(CancellationToken.None);
        var bosses = Teams.Sent.Single(s => s.Conversation == BossChat && s.Cards.Count > 0);

        using var boss = await house.SignedInAsync(RoleNames.OperationsManager);
        using var approved = await boss.PostAsJsonAsync($"/api/v1/proposals/{proposal.Id}/approve", new { comment = "As agreed.", fingerprint = proposal.Fingerprint });
        Assert.Equal(HttpStatusCode.OK, approved.StatusCode);
        await Courier.RoundAsync(CancellationToken.None);
        await Courier.RoundAsync(CancellationToken.None);

        foreach (var message in new[] { own.MessageId, bosses.MessageId })
        {
            var last = Teams.Sent.Last(s => s.MessageId == message);
            Assert.Equal("PUT", last.Method);
            Assert.Contains("\"Done\"", last.Body.ToJsonString(), StringComparison.Ordinal);
            Assert.Contains("As agreed.", last.Body.ToJsonString(), StringComparison.Ordinal);
            Assert.Null(last.Cards.Single()["actions"]);
        }

        // The card changes in silence; whoever asked for it hears a word.
        Assert.Contains("approved by Henrik Aalto", Teams.Sent.Last(s => s.Conversation == RepChat).Text, StringComparison.Ordinal);
        Assert.Single(erp.Written);
    }

    [Fact]
    public async Task Each_approver_is_asked_once_however_many_rounds_and_whoever_asked_for_it_is_not()
    {
        await house.ProposeAsync(erp, "web", RoleNames.OperationsManager);
        var proposal = await house.ProposeAsync(erp, "web");
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => Courier.RoundAsync(CancellationToken.None))));
        await Courier.RoundAsync(CancellationToken.None);

        var brought = Assert.Single(Teams.Sent.ToArray(), s => s.Cards.Count > 0);
        Assert.Equal(BossChat, brought.Conversation);
        Assert.Contains(proposal.Id, brought.Body.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_Teams_does_not_take_now_is_brought_later_and_in_the_pace_it_asks_for()
    {
        Teams.Refusals.Enqueue((s => s.Cards.Count > 0, 429, "{}", "0"));
        for (var i = 0; i < 5; i++)
        {
            Teams.Refusals.Enqueue((s => s.Cards.Count > 0, 503, "{}", "0"));
        }

        await house.ProposeAsync(erp, "web");
        var brought = await Teams.NextMessageAsync(BossChat);
        Assert.NotEmpty(brought.Cards);
        Assert.Empty(Teams.Refusals);
        await Courier.RoundAsync(CancellationToken.None);
        Assert.Single(Teams.Sent.ToArray(), s => s.Cards.Count > 0);
    }

    [Fact]
    public async Task Whoever_blocked_the_bot_is_left_alone_until_the_person_writes_again_and_administrators_see_it()
    {
        Teams.Refusals.Enqueue((s => s.Cards.Count > 0, 403, """{"errorCode":209,"message":"{\"subCode\":\"MessageWritesBlocked\"}"}""", null));
        await house.ProposeAsync(erp, "web");
        await Courier.RoundAsync(CancellationToken.None);
        await house.ProposeAsync(erp, "web", day: "2026-12-02");
        await Courier.RoundAsync(CancellationToken.None);
        Assert.DoesNotContain(Teams.Sent.ToArray(), s => s.Cards.Count > 0);
        using var boss = await house.SignedInAsync(RoleNames.OperationsManager);
        Assert.NotNull((await ListAsync(boss))["closedAt"]);

        await Teams.BringAsync(Teams.Message("alerts on", BossChat, person: Boss));
        Assert.Contains("new exceptions", (await Teams.NextMessageAsync(BossChat)).Text, StringComparison.Ordinal);
        Assert.Null((await ListAsync(boss))["closedAt"]);
        var third = await house.ProposeAsync(erp, "web", day: "2026-12-03");
        await Courier.RoundAsync(CancellationToken.None);
        Assert.Contains(third.Id, (await Teams.NextMessageAsync(BossChat)).Body.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_conversation_of_the_web_chat_goes_on_in_Teams_and_comes_back()
    {
        using var rep = await house.SignedInAsync(RoleNames.SalesRep);
        var first = (await (await rep.PostAsJsonAsync("/api/v1/ask", new { question = "How many gloves?" })).Content.ReadFromJsonAsync<JsonObject>())!;
        var conversation = (string)first["conversationId"]!;
        await Teams.BringAsync(Teams.Message("Continue"));
        var offered = await Teams.NextMessageAsync(RepChat);
        Assert.Contains("How many gloves?", offered.Body.ToJsonString(), StringComparison.Ordinal);
        var here = offered.Cards.Single()["body"]!.AsArray().First(e => (string?)e!["type"] == "ActionSet")!["actions"]![0]!.AsObject();

        var (_, told) = await Teams.BringAsync(Teams.Press(here, card: offered.MessageId));
        Assert.Contains("How many gloves?", told, StringComparison.Ordinal);
        await Teams.BringAsync(Teams.Message("And in Lyon?"));
        await Teams.NextMessageAsync(RepChat);
        Assert.Equal(conversation, house.Runner.Asked.ToArray().Single(a => a.Question == "And in Lyon?").ConversationId);
        var whole = (await rep.GetFromJsonAsync<JsonObject>($"/api/v1/conversations/{conversation}"))!;
        Assert.Equal(["How many gloves?", "And in Lyon?"], whole["turns"]!.AsArray().Select(t => (string)t!["question"]!));

        // Somebody else's conversation does not exist.
        await Teams.BringAsync(Teams.Press(here, conversation: BossChat, person: Boss));
        await Teams.BringAsync(Teams.Message("What did they ask?", BossChat, person: Boss));
        await Teams.NextMessageAsync(BossChat);
        Assert.NotEqual(conversation, house.Runner.Asked.ToArray().Single(a => a.Question == "What did they ask?").ConversationId);

        await Teams.BringAsync(Teams.Message("continue", "19:room", "groupChat"));
        Assert.Contains("nobody's business", (await Teams.NextMessageAsync("19:room")).Text, StringComparison.Ordinal);
    }

    private static async Task<(string Id, string State)> PushedAsync(HubLine line)
    {
        while (true)
        {
            var message = JsonDocument.Parse(await line.NextAsync()).RootElement;
            if (message.TryGetProperty("target", out var target) && target.GetString() == ProposalPush.Method)
            {
                var proposal = message.GetProperty("arguments")[0];
                return (proposal.GetProperty("id").GetString()!, proposal.GetProperty("state").GetString()!);
            }
        }
    }

    private static async Task<JsonNode> ListAsync(HttpClient boss)
        => (await boss.GetFromJsonAsync<JsonArray>("/api/v1/teams/people"))!.Single(p => (string?)p!["person"] == Boss)!;

    private static JsonObject Button(JsonObject card, string title) => card["actions"]!.AsArray().Single(a => (string?)a!["title"] == title)!.AsObject();
}
