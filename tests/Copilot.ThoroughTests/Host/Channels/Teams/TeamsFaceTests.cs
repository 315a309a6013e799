using System.Net;
using System.Text.Json.Nodes;
using Copilot.Testing.Teams;
using Xunit;

namespace Copilot.ThoroughTests.Host.Channels.Teams;

/// <summary>What people see in Teams.</summary>
public sealed class TeamsFaceTests(TeamsFaceHouse place) : FaceContract, IClassFixture<TeamsFaceHouse>
{
    private TeamsHouse House => place.House;

    internal override ScriptedRunner Runner => House.Runner;

    internal override IServiceProvider Services => House.Services;

    internal override PracticeWriter Todo => place.Todo;

    // The form of Teams takes words alone.
    protected override string? Reason => null;

    protected override async Task<Showing> AskAsync(string question, string language = "en")
    {
        var conversation = place.NewConversation();
        await House.LinkAsync(conversation: conversation);
        var message = House.Teams.Message(question, conversation);
        message["locale"] = language;
        await House.Teams.BringAsync(message);
        return new TeamsShowing(House.Teams, conversation, language);
    }

    private sealed class TeamsShowing(PracticeTeams teams, string conversation, string language) : Showing
    {
        private string? message;

        public override async Task<string> FirstSignAsync() => (await teams.NextAsync()).Text;

        public override async Task StopAsync()
        {
            // The answer to the next piece tells that the person pressed the button; and the word does it where there is no button.
            await teams.BringAsync(teams.Message("stop", conversation));
            Assert.Equal("Stopped.", (await teams.NextMessageAsync()).Text);
        }

        public override async Task<ShownTurn> EndAsync()
        {
            var answer = await teams.NextMessageAsync();
            message = answer.MessageId;
            var card = teams.IsQuiet && answer.Cards.Count == 0 ? null : await teams.NextMessageAsync();
            Assert.Empty(teams.Faults);
            return new ShownTurn(
                answer.Text,
                [.. (answer.Message?["citation"]?.AsArray() ?? []).Select(c => (string)c!["appearance"]!["name"]!)],
                string.Concat(answer.Cards.Select(c => c.ToJsonString())),
                card is null ? [] : [(string)card.Cards[0]["body"]![0]!["inlines"]![0]!["text"]!]);
        }

        public override async Task DislikeAsync(string comment)
        {
            var thumb = teams.Activity("invoke", conversation);
            thumb["name"] = "message/submitAction";
            thumb["replyToId"] = message;
            thumb["value"] = new JsonObject
            {
                ["actionName"] = "feedback",
                ["actionValue"] = new JsonObject { ["reaction"] = "dislike", ["feedback"] = new JsonObject { ["feedbackText"] = comment }.ToJsonString() },
            };
            Assert.Equal(HttpStatusCode.OK, (await teams.BringAsync(thumb)).Status);
        }

        public override async Task<string> HandOverAsync(string person, string note)
        {
            var wish = teams.Message($"Hand this over to {person}: {note}", conversation);
            wish["locale"] = language;
            await teams.BringAsync(wish);
            var told = await teams.NextMessageAsync();
            return told.Text + string.Concat(told.Cards.Select(c => c.ToJsonString()));
        }

        public override ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
