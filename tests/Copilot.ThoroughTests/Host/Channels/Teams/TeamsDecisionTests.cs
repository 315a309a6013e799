using System.Net;
using System.Text.Json.Nodes;
using Copilot.Contracts;
using Copilot.Testing.Approvals;
using Copilot.Testing.Service;
using Copilot.Testing.Teams;
using Xunit;

namespace Copilot.ThoroughTests.Host.Channels.Teams;

/// <summary>Proposals decided from their cards, with the real lock behind them.</summary>
public sealed class TeamsDecisionTests : IAsyncLifetime
{
    private const string Boss = "boss-person";
    private readonly TemporaryFolder folder = new();
    private readonly PracticeErp erp = new() { Amount = 2000 };
    private TeamsHouse house = null!;

    private PracticeTeams Teams => house.Teams;

    public async Task InitializeAsync()
    {
        house = await TeamsHouse.StartAsync(folder, erp);
        await house.LinkAsync();
        await house.LinkAsync(RoleNames.OperationsManager, Boss, "a:boss");
    }

    public async Task DisposeAsync()
    {
        Assert.Empty(Teams.Faults);
        await house.DisposeAsync();
        folder.Dispose();
    }

    [Fact]
    public async Task The_right_person_approves_it_from_the_card_once_and_everybody_sees_it()
    {
        var (card, message) = await CardAsync();
        var approve = Button(card, "Approve");

        var (status, refused) = await Teams.BringAsync(Teams.Press(approve, conversation: "19:room", card: message));
        var told = JsonNode.Parse(refused)!;
        Assert.Equal((HttpStatusCode.OK, "application/vnd.microsoft.activity.message"), (status, (string)told["type"]!));
        Assert.Empty(erp.Written);

        var (_, answer) = await Teams.BringAsync(Teams.Press(approve, new JsonObject { ["comment"] = "fine" }, "19:room", Boss, message));
        var shown = JsonNode.Parse(answer)!;
        Assert.Equal((200, "application/vnd.microsoft.card.adaptive"), ((int)shown["statusCode"]!, (string)shown["type"]!));
        Assert.Contains("\"Done\"", answer, StringComparison.Ordinal);
        Assert.Contains("fine", answer, StringComparison.Ordinal);
        Assert.Null(shown["value"]!["actions"]);
        List<string> faults = [];
        ActivityRules.Card(faults, shown["value"]!.AsObject());
        Assert.Empty(faults);
        Assert.Single(erp.Written);
        var everybody = await Teams.NextMessageAsync("19:room");
        Assert.Equal(("PUT", message), (everybody.Method, everybody.MessageId));

        var (_, again) = await Teams.BringAsync(Teams.Press(approve, null, "19:room", Boss, message));
        Assert.Equal("application/vnd.microsoft.activity.message", (string)JsonNode.Parse(again)!["type"]!);
        Assert.Single(erp.Written);
    }

    [Fact]
    public async Task A_card_brings_itself_up_to_date_for_the_one_who_looks()
    {
        var (card, message) = await CardAsync();
        await Teams.BringAsync(Teams.Press(Button(card, "Reject"), null, "19:room", Boss, message));
        await Teams.NextMessageAsync("19:room");
        var (_, now) = await Teams.BringAsync(Teams.Press(card["refresh"]!["action"]!.AsObject(), conversation: "19:room", card: message));

        Assert.Contains("\"Rejected\"", now, StringComparison.Ordinal);
        Assert.Empty(erp.Written);
    }

    [Fact]
    public async Task An_older_client_s_button_decides_the_same()
    {
        var (card, message) = await CardAsync();
        var submit = Teams.Activity("message", "19:room", "groupChat", Boss);
        submit["replyToId"] = message;
        submit["value"] = Button(card, "Approve")["fallback"]!["data"]!.DeepClone();
        await Teams.BringAsync(submit);
        var shown = await Teams.NextMessageAsync("19:room");

        Assert.Equal(("PUT", message), (shown.Method, shown.MessageId));
        Assert.Single(erp.Written);
    }

    [Fact]
    public async Task A_changed_or_foreign_button_decides_nothing()
    {
        var (card, message) = await CardAsync();
        foreach (var change in new (string Name, JsonNode? Value)[]
        {
            ("shown", new string('0', 64)), ("proposal", "nosuch"), ("proposal", null), ("decision", "execute"), ("decision", 1),
        })
        {
            var action = Button(card, "Approve").DeepClone().AsObject();
            action["data"]![change.Name] = change.Value?.DeepClone();
            var (status, body) = await Teams.BringAsync(Teams.Press(action, null, "a:boss", Boss, message));
            Assert.Equal((HttpStatusCode.OK, "application/vnd.microsoft.activity.message"), (status, (string)JsonNode.Parse(body)!["type"]!));
        }

        var wrong = Button(card, "Approve").DeepClone().AsObject();
        wrong["verb"] = "somethingElse";
        Assert.Contains("NotSupported", (await Teams.BringAsync(Teams.Press(wrong, null, "a:boss", Boss, message))).Body, StringComparison.Ordinal);
        Assert.Contains("I don't know who you are", (await Teams.BringAsync(Teams.Press(Button(card, "Approve"), null, "a:boss", "nobody", message))).Body, StringComparison.Ordinal);
        Assert.Empty(erp.Written);
    }

    /// <summary>Has the rep ask for something in a group, and gives the card that everybody sees there.</summary>
    private async Task<(JsonObject Card, string Message)> CardAsync()
    {
        var proposal = await house.ProposeAsync(erp, "teams");
        house.Runner.Ending = turn => turn with { Proposals = [proposal], Cards = [] };
        await Teams.BringAsync(Teams.Message("Move it", "19:room", "groupChat"));
        await Teams.NextMessageAsync("19:room");
        var sent = await Teams.NextMessageAsync("19:room");
        return (Assert.Single(sent.Cards), sent.MessageId);
    }

    private static JsonObject Button(JsonObject card, string title) => card["actions"]!.AsArray().Single(a => (string?)a!["title"] == title)!.AsObject();
}
