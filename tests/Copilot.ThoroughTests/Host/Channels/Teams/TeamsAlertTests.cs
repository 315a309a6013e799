using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Copilot.Contracts;
using Copilot.Host.Channels.Teams;
using Copilot.Host.Channels.Teams.People;
using Copilot.Host.Channels.Teams.Telling;
using Copilot.Testing.Approvals;
using Copilot.Testing.Service;
using Copilot.Testing.Teams;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Copilot.ThoroughTests.Host.Channels.Teams;

/// <summary>Exceptions that the copilot tells in Teams by itself, and what can be done about them there.</summary>
public sealed class TeamsAlertTests : IAsyncLifetime
{
    private const string Boss = "boss-person";
    private const string Chat = "a:boss";
    private readonly TemporaryFolder folder = new();
    private readonly PracticeErp erp = new() { Amount = 2000 };
    private readonly PracticeExceptions exceptions = new();
    private TeamsHouse house = null!;

    private PracticeTeams Teams => house.Teams;

    public async Task InitializeAsync()
    {
        house = await TeamsHouse.StartAsync(folder, erp, services => services.AddSingleton<IExceptionDesk>(exceptions).AddSingleton<IExceptionFeed>(exceptions));
        await house.LinkAsync();
        await house.LinkAsync(RoleNames.OperationsManager, Boss, Chat);
    }

    public async Task DisposeAsync()
    {
        Assert.Empty(Teams.Faults);
        await house.DisposeAsync();
        folder.Dispose();
    }

    [Fact]
    public async Task People_concerned_are_told_once_in_their_own_chat_and_others_are_not()
    {
        var card = await TellAsync();
        var text = card.Body.ToJsonString();
        foreach (var said in new[] { "Late receipt: P00017", "P00017 is 6 days late.", "The planned day is over.", "1,200.50 EUR", "promised Fri 27 Nov 2026, can still be kept", "4 are open for you" })
        {
            Assert.Contains(said, text, StringComparison.Ordinal);
        }

        exceptions.News = exceptions.News with { UpTo = DateTimeOffset.MaxValue };
        await RoundAsync();
        Assert.Single(Teams.Sent.ToArray(), s => s.Cards.Count > 0);
    }

    [Fact]
    public async Task Alerts_are_off_or_from_a_score_on_as_the_person_wants()
    {
        await SayAsync("alerts 90", "90 or more");
        exceptions.News = new ExceptionNews([exceptions.Case], 1, exceptions.Case.LastSeen.AddYears(10));
        await RoundAsync();
        await SayAsync("Alerts off.", "no longer");
        exceptions.News = new ExceptionNews([exceptions.Case with { Score = 99 }], 1, exceptions.Case.LastSeen.AddYears(20));
        await RoundAsync();
        Assert.DoesNotContain(Teams.Sent.ToArray(), s => s.Cards.Count > 0);

        await SayAsync("alerts on", "several together");
        exceptions.News = exceptions.News with { UpTo = exceptions.Case.LastSeen.AddYears(30) };
        await RoundAsync();
        Assert.Single(Teams.Sent.ToArray(), s => s.Cards.Count > 0);
    }

    [Fact]
    public async Task A_case_is_taken_on_or_dismissed_with_a_reason_from_its_card()
    {
        var card = await TellAsync();
        var take = Actions(card, "I deal with it");
        Assert.Contains("you deal with", (await PressAsync(take)).ToJsonString(), StringComparison.Ordinal);
        Assert.Equal(ExceptionState.Acting, exceptions.Case.State);

        var dismiss = Actions(card, "Dismiss…")["card"]!["actions"]![0]!.AsObject();
        Assert.Contains("Say why", (await PressAsync(dismiss)).ToJsonString(), StringComparison.Ordinal);
        Assert.Equal(ExceptionState.Acting, exceptions.Case.State);
        await PressAsync(dismiss, new JsonObject { [(string)dismiss["data"]!["input"]!] = "The supplier has shipped." });
        Assert.Equal((ExceptionState.Dismissed, "The supplier has shipped."), (exceptions.Case.State, exceptions.Case.Reason));

        // A button that was changed, or that somebody else presses, does nothing.
        var forged = take.DeepClone().AsObject();
        forged["data"]!["case"] = "e2";
        Assert.Contains("no exception", (await PressAsync(forged)).ToJsonString(), StringComparison.Ordinal);
        Assert.Contains("no exception", (await PressAsync(take, person: PracticeTeams.Person)).ToJsonString(), StringComparison.Ordinal);
        Assert.Equal(ExceptionState.Dismissed, exceptions.Case.State);
    }

    [Fact]
    public async Task An_action_becomes_a_proposal_shown_below_and_nothing_is_written()
    {
        var card = await TellAsync();
        Assert.Contains("Proposed:", (await PressAsync(Actions(card, "Move it"))).ToJsonString(), StringComparison.Ordinal);
        var shown = await Teams.NextMessageAsync(Chat);
        Assert.Equal("proposed", exceptions.Noted.Single().State.ToString().ToLowerInvariant());
        Assert.Contains(exceptions.Noted.Single().Id, shown.Body.ToJsonString(), StringComparison.Ordinal);
        Assert.Empty(erp.Written);
    }

    [Fact]
    public async Task What_can_t_be_sent_is_told_in_the_next_round()
    {
        for (var i = 0; i < 5; i++)
        {
            Teams.Refusals.Enqueue((s => s.Cards.Count > 0, 502, "{}", "0"));
        }

        exceptions.News = new ExceptionNews([exceptions.Case], 4, DateTimeOffset.MaxValue.AddDays(-1));
        Assert.NotEmpty((await Teams.NextMessageAsync(Chat)).Cards);
        Assert.Empty(Teams.Refusals);
    }

    [Theory]
    [InlineData("installationUpdate")]
    [InlineData("conversationUpdate")]
    public async Task Who_added_the_bot_and_never_wrote_is_found_by_an_administrator_and_then_told(string how)
    {
        var (person, chat) = ($"quiet-{how}".ToLowerInvariant(), $"a:quiet-{how}");
        var added = Teams.Activity(how, chat, person: person);
        added["action"] = how == "installationUpdate" ? "add" : null;
        added["membersAdded"] = how == "conversationUpdate" ? new JsonArray(new JsonObject { ["id"] = PracticeTeams.BotId }) : null;
        await Teams.BringAsync(added);

        using var boss = await house.SignedInAsync(RoleNames.OperationsManager);
        Assert.Equal("sofia.marin@meridian.example", (await FoundAsync(person)).Email);
        using var linked = await boss.PostAsJsonAsync($"/api/v1/teams/people/{PracticeTeams.TenantId}/{person}/link", new { who = "demo:operations-manager" });
        linked.EnsureSuccessStatusCode();
        exceptions.News = new ExceptionNews([exceptions.Case], 4, DateTimeOffset.MaxValue.AddDays(-1));
        await RoundAsync();

        Assert.NotEmpty((await CardAsync(chat)).Cards);
    }

    [Fact]
    public async Task Who_removed_the_bot_is_told_nothing_and_a_late_word_about_members_opens_no_chat()
    {
        var places = house.Services.GetRequiredService<TeamsPlaces>();
        var removed = Teams.Activity("installationUpdate", Chat, person: Boss);
        removed["action"] = "remove";
        await places.NoteAsync(Read(removed), CancellationToken.None);
        var left = Teams.Activity("conversationUpdate", Chat, person: Boss);
        left["membersRemoved"] = new JsonArray(new JsonObject { ["id"] = PracticeTeams.BotId });
        await places.NoteAsync(Read(left), CancellationToken.None);
        exceptions.News = new ExceptionNews([exceptions.Case], 4, DateTimeOffset.MaxValue.AddDays(-1));
        Assert.Equal(0, await RoundAsync());

        var back = Teams.Activity("installationUpdate", Chat, person: Boss);
        back["action"] = "add";
        await places.NoteAsync(Read(back), CancellationToken.None);
        Assert.Equal(1, await RoundAsync());
    }

    /// <summary>Waits until an administrator sees the person: what Teams brings is worked on after it was acknowledged.</summary>
    private async Task<TeamsPerson> FoundAsync(string person)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (true)
        {
            if ((await house.Services.GetRequiredService<PeopleDesk>().ListAsync(limit.Token)).FirstOrDefault(p => p.Person == person) is { } found)
            {
                return found;
            }
        }
    }

    private async Task<SentActivity> CardAsync(string chat)
    {
        while (true)
        {
            if (await Teams.NextMessageAsync(chat) is { Cards.Count: > 0 } card)
            {
                return card;
            }
        }
    }

    private static TeamsActivity Read(JsonObject activity) => TeamsActivity.Read(System.Text.Encoding.UTF8.GetBytes(activity.ToJsonString()))!;

    private async Task<SentActivity> TellAsync()
    {
        exceptions.News = new ExceptionNews([exceptions.Case], 4, DateTimeOffset.MaxValue.AddDays(-1));
        await RoundAsync();
        var told = await Teams.NextMessageAsync(Chat);
        Assert.NotEmpty(told.Cards);
        return told;
    }

    private Task<int> RoundAsync() => house.Services.GetRequiredService<ExceptionCourier>().RoundAsync(CancellationToken.None);

    private async Task SayAsync(string text, string answer)
    {
        await Teams.BringAsync(Teams.Message(text, Chat, person: Boss));
        Assert.Contains(answer, (await Teams.NextMessageAsync(Chat)).Text, StringComparison.Ordinal);
    }

    private async Task<JsonNode> PressAsync(JsonObject action, JsonObject? inputs = null, string person = Boss)
        => JsonNode.Parse((await Teams.BringAsync(Teams.Press(action, inputs, Chat, person))).Body)!;

    private static JsonObject Actions(SentActivity card, string title)
        => card.Cards.Single()["body"]!.AsArray().Single(e => (string?)e!["type"] == "ActionSet")!["actions"]!.AsArray().Single(a => (string?)a!["title"] == title)!.AsObject();
}
