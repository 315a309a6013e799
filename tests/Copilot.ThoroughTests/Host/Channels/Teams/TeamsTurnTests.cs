using System.Net;
using System.Text.Json.Nodes;
using Copilot.Contracts;
using Copilot.Testing.Service;
using Copilot.Testing.Teams;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Copilot.ThoroughTests.Host.Channels.Teams;

/// <summary>One question in Teams from the mention to the last message, with everything the channel may do in between.</summary>
public sealed class TeamsTurnTests(TeamsHouse house) : IClassFixture<TeamsHouse>, IAsyncLifetime
{
    private readonly string chat = "a:" + Guid.NewGuid().ToString("N");

    private PracticeTeams Teams => house.Teams;

    public async Task InitializeAsync() => await house.LinkAsync(conversation: chat);

    public Task DisposeAsync()
    {
        house.Runner.Ending = turn => turn;
        Assert.Empty(Teams.Faults);
        Assert.True(Teams.IsQuiet);
        return Task.CompletedTask;
    }

    [Fact]
    public async Task An_answer_cites_its_sources_says_who_wrote_it_and_asks_for_a_thumb()
    {
        await Teams.BringAsync(Teams.Message("Where is it?", chat));
        var answer = await Teams.NextMessageAsync();
        await Teams.NextMessageAsync();

        Assert.Equal("It is late [1].", answer.Text);
        Assert.Equal("markdown", (string?)answer.Body["textFormat"]);
        Assert.Equal("AIGeneratedContent", (string?)answer.Message!["additionalType"]![0]);
        Assert.Equal("Sales order S00042", (string?)answer.Message!["citation"]![0]!["appearance"]!["name"]);
        Assert.Equal("default", (string?)answer.Body["channelData"]!["feedbackLoop"]!["type"]);
        Assert.Equal(("29:" + PracticeTeams.Person, PracticeTeams.BotId), ((string)answer.Body["recipient"]!["id"]!, (string)answer.Body["from"]!["id"]!));
    }

    [Fact]
    public async Task What_Teams_brings_twice_is_answered_once()
    {
        var message = Teams.Message("Twice?", chat);
        Assert.Equal(HttpStatusCode.OK, (await Teams.BringAsync(message)).Status);
        Assert.Equal(HttpStatusCode.OK, (await Teams.BringAsync(message)).Status);
        await Teams.NextMessageAsync();
        await Teams.NextMessageAsync();
        await Teams.BringAsync(Teams.Message("new", chat));

        Assert.StartsWith("We begin anew", (await Teams.NextMessageAsync()).Text);
        Assert.Single(house.Runner.Asked.ToArray(), asked => asked.Question == "Twice?");
    }

    [Fact]
    public async Task In_a_channel_the_mention_is_taken_off_and_nothing_is_streamed()
    {
        var message = Teams.Message("<at>Distribution Copilot</at>\u00a0halt", "19:abc@thread.tacv2;messageid=1", "channel");
        message["text"] = "<at>Distribution Copilot</at>\u00a0halt";
        message["entities"] = new JsonArray(new JsonObject
        {
            ["type"] = "mention",
            ["text"] = "<at>Distribution Copilot</at>",
            ["mentioned"] = new JsonObject { ["id"] = PracticeTeams.BotId, ["name"] = "Distribution Copilot" },
        });
        await Teams.BringAsync(message);
        var sign = await Teams.NextAsync();
        house.Runner.Gate.Release();
        var answer = await Teams.NextMessageAsync();
        await Teams.NextMessageAsync();

        Assert.Equal(("typing", string.Empty, null), (sign.Type, sign.Text, sign.StreamType));
        Assert.Equal("It is late [1].", answer.Text);
        Assert.Null(answer.StreamType);
    }

    [Fact]
    public async Task A_stream_grows_from_what_is_done_to_the_whole_answer_under_one_id()
    {
        await Teams.BringAsync(Teams.Message(ScriptedRunner.Halts, chat));
        var first = await Teams.NextAsync();
        house.Runner.Gate.Release();
        var last = await Teams.NextMessageAsync();
        await Teams.NextMessageAsync();

        Assert.Equal(("typing", "streaming", "It is "), (first.Type, first.StreamType, first.Text));
        Assert.Equal(("final", "It is late [1].", first.MessageId), (last.StreamType, last.Text, last.MessageId));
        Assert.Null(last.Entity("streaminfo")!["streamSequence"]);
        Assert.Single(last.Cards);
        Assert.True(last.At - first.At >= TimeSpan.FromSeconds(1));
    }

    [Fact]
    public async Task Pressing_Stop_stops_the_turn_and_nothing_more_is_sent()
    {
        Teams.Refusals.Enqueue((sent => sent.StreamType is not null, 403, """{"error":{"code":"ContentStreamNotAllowed","message":"Content stream was cancelled by user."}}""", null));
        await Teams.BringAsync(Teams.Message(ScriptedRunner.Waits, chat));
        await house.Runner.Stopped.Task.WaitAsync(TimeSpan.FromSeconds(60));
        await Teams.BringAsync(Teams.Message("new", chat));

        Assert.StartsWith("We begin anew", (await Teams.NextAsync()).Text);
    }

    [Fact]
    public async Task Where_streams_are_not_allowed_the_answer_is_a_plain_message()
    {
        var refused = new TaskCompletionSource();
        bool IsPiece(SentActivity sent) => sent.StreamType is not null && refused.TrySetResult();
        Teams.Refusals.Enqueue((IsPiece, 403, """{"error":{"code":"ContentStreamNotAllowed","message":"Content stream is not allowed"}}""", null));
        await Teams.BringAsync(Teams.Message(ScriptedRunner.Halts, chat));
        await refused.Task.WaitAsync(TimeSpan.FromSeconds(60));
        house.Runner.Gate.Release();
        var answer = await Teams.NextAsync();
        await Teams.NextMessageAsync();

        Assert.Equal(("message", null, "It is late [1]."), (answer.Type, answer.StreamType, answer.Text));
    }

    [Fact]
    public async Task A_stream_that_Teams_ended_is_replaced_by_the_answer()
    {
        await Teams.BringAsync(Teams.Message(ScriptedRunner.Halts, chat));
        var first = await Teams.NextAsync();
        Teams.Refusals.Enqueue((sent => sent.StreamType == "final", 403, """{"error":{"code":"ContentStreamNotAllowed","message":"Content stream exceeded streaming time"}}""", null));
        house.Runner.Gate.Release();
        var answer = await Teams.NextMessageAsync();
        await Teams.NextMessageAsync();

        Assert.Equal(("PUT", first.MessageId, "It is late [1]."), (answer.Method, answer.MessageId, answer.Text));
        Assert.Null(answer.StreamType);
    }

    [Fact]
    public async Task A_channel_that_asks_for_patience_gets_it()
    {
        Teams.Refusals.Enqueue((sent => sent.Type == "message", 429, """{"error":{"code":"TooManyRequests","message":"API calls quota exceeded"}}""", "1"));
        Teams.Refusals.Enqueue((sent => sent.Type == "message", 502, string.Empty, "0"));
        await Teams.BringAsync(Teams.Message("Where is it?", chat));

        Assert.Equal("It is late [1].", (await Teams.NextMessageAsync()).Text);
        await Teams.NextMessageAsync();
    }

    [Fact]
    public async Task Tables_that_are_too_large_after_all_are_left_out_and_the_answer_arrives()
    {
        Teams.Refusals.Enqueue((sent => sent.Cards.Count > 0, 413, """{"error":{"code":"MessageSizeTooBig","message":"Message size too large"}}""", null));
        await Teams.BringAsync(Teams.Message("Where is it?", chat));
        var answer = await Teams.NextMessageAsync();
        await Teams.NextMessageAsync();

        Assert.StartsWith("It is late [1].", answer.Text);
        Assert.Contains("too large for Teams", answer.Text);
        Assert.Empty(answer.Cards);
    }

    [Fact]
    public async Task A_file_is_taken_in_for_its_sender_and_only_from_where_Teams_keeps_files()
    {
        await Teams.BringAsync(FileMessage(new Uri(Teams.Address, "/files/returns.txt").ToString()));
        await Teams.NextMessageAsync();
        await Teams.NextMessageAsync();
        var asked = house.Runner.Asked.ToArray().Single(a => a.Question == "What does this say?");
        Assert.StartsWith("upload-", Assert.Single(asked.Attachments), StringComparison.Ordinal);

        foreach (var elsewhere in new[] { "https://collector.example/returns.txt", "https://sharepoint.com.evil.example/x", "file:///etc/passwd", "no address" })
        {
            var message = FileMessage(elsewhere);
            message["text"] = string.Empty;
            await Teams.BringAsync(message);
            Assert.StartsWith("returns.txt: it could not be fetched", (await Teams.NextMessageAsync()).Text);
        }
    }

    private JsonObject FileMessage(string address)
    {
        var message = Teams.Message("What does this say?", chat);
        message["attachments"] = new JsonArray(
            new JsonObject { ["contentType"] = "text/html", ["content"] = "<p>What does this say?</p>" },
            new JsonObject
            {
                ["contentType"] = "application/vnd.microsoft.teams.file.download.info",
                ["name"] = "returns.txt",
                ["content"] = new JsonObject { ["downloadUrl"] = address, ["fileType"] = "txt" },
            });
        return message;
    }

    [Fact]
    public async Task A_token_that_the_channel_refuses_is_asked_for_anew_once()
    {
        var before = Teams.TokensGiven;
        Teams.Refusals.Enqueue((sent => sent.Type == "message", 401, string.Empty, null));
        await Teams.BringAsync(Teams.Message("Where is it?", chat));
        await Teams.NextMessageAsync();
        await Teams.NextMessageAsync();

        Assert.Equal(before + 1, Teams.TokensGiven);
    }

    [Fact]
    public async Task A_long_answer_with_many_sources_comes_in_parts_that_Teams_takes()
    {
        var paragraphs = Enumerable.Range(1, 30).Select(i => $"Paragraph {i} about ünïcode and 倉庫. {new string('x', 1500)} [S{i}].").ToList();
        house.Runner.Ending = turn => turn with
        {
            Answer = string.Join("\n\n", paragraphs),
            Sources = [.. Enumerable.Range(1, 30).Select(i => Some.Source with { Id = $"S{i}", Title = $"Source {i} {new string('t', 200)}", Excerpt = new string('e', 900) })],
            Cards = [.. Enumerable.Range(1, 6).Select(_ => Large())],
            Proposals = [],
        };
        await Teams.BringAsync(Teams.Message("Everything, please", chat));
        List<SentActivity> sent = [];
        do
        {
            sent.Add(await Teams.NextMessageAsync());
        }
        while (sent.Sum(s => s.Cards.Count) < 6);

        var text = string.Join("\n\n", sent.Select(s => s.Text));
        Assert.All(Enumerable.Range(1, 30), i => Assert.Contains($"Paragraph {i} ", text));
        Assert.Equal(Enumerable.Range(1, 20), sent.SelectMany(s => s.Message?["citation"]?.AsArray() ?? []).Select(c => (int)c!["position"]!).Distinct().Order());
        Assert.Contains("[30] Source 30", text);
        Assert.DoesNotContain("[S", text);
    }

    [Fact]
    public async Task What_looks_like_markup_in_data_is_shown_as_it_is()
    {
        house.Runner.Ending = turn => turn with
        {
            Answer = "Beware of <at>everybody</at> & [S1].",
            Cards = [((TableCard)Some.Card) with { Rows = [[JsonValue.Create("**bold** [x](https://evil.example)"), JsonValue.Create(1234567.5m)]] }],
            Proposals = [],
        };
        await Teams.BringAsync(Teams.Message("Where is it?", chat));
        var answer = await Teams.NextMessageAsync();

        Assert.Equal("Beware of &lt;at>everybody&lt;/at> & [1].", answer.Text);
        var cells = answer.Cards[0].ToJsonString();
        Assert.Contains("**bold** [x](https://evil.example)", cells);
        Assert.Contains("1,234,567.5", cells);
        Assert.DoesNotContain("\"TextBlock\"", cells);
    }

    [Fact]
    public async Task A_conversation_goes_on_until_a_new_one_is_asked_for_and_belongs_to_one_person()
    {
        foreach (var text in new[] { "One?", "Two?", "new", "Three?" })
        {
            await Teams.BringAsync(Teams.Message(text, chat));
            await Teams.NextMessageAsync();
            if (text != "new")
            {
                await Teams.NextMessageAsync();
            }
        }

        var asked = house.Runner.Asked.ToArray().Where(a => a.Question is "One?" or "Two?" or "Three?").ToDictionary(a => a.Question, a => a.ConversationId);
        Assert.Equal(asked["One?"], asked["Two?"]);
        Assert.NotEqual(asked["One?"], asked["Three?"]);
    }

    [Fact]
    public async Task A_thumb_is_kept_with_its_words_for_the_turn_it_is_about()
    {
        await Teams.BringAsync(Teams.Message("Rate me", chat));
        var answer = await Teams.NextMessageAsync();
        await Teams.NextMessageAsync();
        var thumb = Teams.Activity("invoke", chat);
        thumb["name"] = "message/submitAction";
        thumb["replyToId"] = answer.MessageId;
        thumb["value"] = new JsonObject { ["actionName"] = "feedback", ["actionValue"] = new JsonObject { ["reaction"] = "dislike", ["feedback"] = "{\"feedbackText\":\"wrong cut-off time\"}" } };

        Assert.Equal((HttpStatusCode.OK, string.Empty), await Teams.BringAsync(thumb));
        var turn = house.Runner.Asked.ToArray().Single(a => a.Question == "Rate me").TurnId;
        var kept = await house.Services.GetRequiredService<IStoreDatabase>().ReadAsync(
            connection => Dapper.SqlMapper.QuerySingle<(string Rating, string Comment)>(connection, "SELECT rating, comment FROM feedback WHERE turn_id = @turn", new { turn }), CancellationToken.None);
        Assert.Equal(("down", "wrong cut-off time"), kept);
    }

    [Theory]
    [InlineData("""{"actionName":"feedback","actionValue":{"reaction":"like","feedback":"no json"}}""")]
    [InlineData("""{"actionName":"other"}""")]
    [InlineData("[]")]
    public async Task A_thumb_that_can_t_be_used_is_answered_with_nothing(string value)
    {
        var thumb = Teams.Activity("invoke", chat);
        thumb["name"] = "message/submitAction";
        thumb["replyToId"] = "nosuch";
        thumb["value"] = JsonNode.Parse(value);

        Assert.Equal((HttpStatusCode.OK, string.Empty), await Teams.BringAsync(thumb));
    }

    [Fact]
    public async Task The_bot_greets_once_when_it_is_added_with_questions_to_begin_with()
    {
        var added = Teams.Activity("conversationUpdate", chat);
        added["membersAdded"] = new JsonArray(new JsonObject { ["id"] = PracticeTeams.BotId }, new JsonObject { ["id"] = "29:" + PracticeTeams.Person });
        await Teams.BringAsync(added);
        var welcome = await Teams.NextMessageAsync();
        var other = Teams.Activity("conversationUpdate", chat);
        other["membersAdded"] = new JsonArray(new JsonObject { ["id"] = "29:somebody" });
        await Teams.BringAsync(other);

        Assert.StartsWith("Hello Sofia Marin", welcome.Text);
        Assert.Equal("imBack", (string?)welcome.Body["suggestedActions"]!["actions"]![0]!["type"]);
    }

    private static TableCard Large() => ((TableCard)Some.Card) with
    {
        Columns = [.. Enumerable.Range(1, 12).Select(i => new TableColumn($"c{i}", $"Column {i}", FactKind.Text))],
        Rows = [.. Enumerable.Range(1, 200).Select(_ => (IReadOnlyList<JsonValue?>)[.. Enumerable.Range(1, 12).Select(i => JsonValue.Create(new string('w', 60)))])],
    };
}
