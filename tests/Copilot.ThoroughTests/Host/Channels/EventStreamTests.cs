using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Xunit;

namespace Copilot.ThoroughTests.Host.Channels;

/// <summary>REST, as an event stream.</summary>
public sealed class EventStreamTests(TestHouse house) : ChannelContract(house)
{
    [Fact]
    public async Task The_events_come_one_by_one_in_order_with_their_type_first()
        => AssertOrder((await AskAsync("Where is it?")).Events);

    [Fact]
    public async Task The_first_event_arrives_while_the_turn_still_runs_and_leaving_stops_it()
    {
        using var client = await House.SignedInAsync();
        using var request = Request(ScriptedRunner.Waits, null);
        using (var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead))
        using (var reader = new StreamReader(await response.Content.ReadAsStreamAsync()))
        {
            Assert.Contains("\"status\"", await reader.ReadLineAsync());
        }

        await House.Runner.Stopped.Task.WaitAsync(TimeSpan.FromSeconds(20));
    }

    protected override async Task<(IReadOnlyList<JsonElement> Events, string? Refusal)> AskAsync(string question, string? conversationId = null)
    {
        using var client = await House.SignedInAsync();
        using var request = Request(question, conversationId);
        using var response = await client.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        if (!response.IsSuccessStatusCode)
        {
            return ([], JsonDocument.Parse(text).RootElement.GetProperty("detail").GetString());
        }

        Assert.Equal("text/event-stream", response.Content.Headers.ContentType!.MediaType);
        var events = text.Split("\n\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.All(events, sent => Assert.StartsWith("data: ", sent));
        return ([.. events.Select(sent => JsonDocument.Parse(sent["data: ".Length..]).RootElement)], null);
    }

    private static HttpRequestMessage Request(string question, string? conversationId)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/ask") { Content = JsonContent.Create(new { question, conversationId }) };
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("text/event-stream"));
        return request;
    }
}
