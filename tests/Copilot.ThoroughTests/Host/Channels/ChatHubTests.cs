using System.Net.WebSockets;
using System.Text.Json;
using System.Text.Json.Nodes;
using Xunit;

namespace Copilot.ThoroughTests.Host.Channels;

/// <summary>The hub of the web chat.</summary>
public sealed class ChatHubTests(TestHouse house) : ChannelContract(house)
{
    [Fact]
    public async Task The_events_come_one_by_one_in_order_with_their_type_first()
        => AssertOrder((await AskAsync("Where is it?")).Events);

    [Fact]
    public async Task Stopping_the_stream_stops_the_turn_and_the_line_stays_usable()
    {
        using var line = await OpenAsync();
        await line.AskAsync(new JsonObject { ["question"] = ScriptedRunner.Waits });
        await line.NextAsync();

        await line.StopAsync();

        await House.Runner.Stopped.Task.WaitAsync(TimeSpan.FromSeconds(20));
        await line.ReadStreamAsync();
        await line.AskAsync(new JsonObject { ["question"] = "Where is it?" }, "2");
        Assert.Equal(7, (await line.ReadStreamAsync()).Items.Count);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("{}")]
    public async Task A_request_without_a_question_is_refused(string request)
    {
        using var line = await OpenAsync();
        await line.AskAsync(JsonNode.Parse(request));

        Assert.NotNull((await line.ReadStreamAsync()).Error);
    }

    [Theory]
    [InlineData("")]
    [InlineData("forged")]
    public async Task Nobody_gets_a_line_without_a_valid_token(string token)
        => await Assert.ThrowsAsync<WebSocketException>(async () => (await HubLine.OpenAsync(House.Address, token)).Dispose());

    protected override async Task<(IReadOnlyList<JsonElement> Events, string? Refusal)> AskAsync(string question, string? conversationId = null)
    {
        using var line = await OpenAsync();
        await line.AskAsync(new JsonObject { ["question"] = question, ["conversationId"] = conversationId });
        return await line.ReadStreamAsync();
    }

    private async Task<HubLine> OpenAsync()
    {
        using var client = new HttpClient { BaseAddress = House.Address };
        return await HubLine.OpenAsync(House.Address, await TestHouse.TokenAsync(client));
    }
}
