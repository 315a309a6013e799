using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Xunit;

namespace Copilot.ThoroughTests.Host.Channels;

/// <summary>REST, one JSON answer.</summary>
public sealed class RestChannelTests(TestHouse house) : ChannelContract(house)
{
    [Theory]
    [InlineData("{\"question\":")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{\"question\":42}")]
    [InlineData("{\"question\":\"a\\ud800\"}")]
    public async Task A_body_that_is_not_the_right_json_is_a_clear_400(string body)
    {
        using var client = await House.SignedInAsync();
        using var response = await client.PostAsync("/api/v1/ask", new StringContent(body, Encoding.UTF8, "application/json"));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType!.MediaType);
        var problem = (await response.Content.ReadFromJsonAsync<JsonObject>())!;
        Assert.NotEmpty(problem["detail"]!.GetValue<string>());
        Assert.DoesNotContain("   at ", problem.ToJsonString());
    }

    [Fact]
    public async Task A_body_that_is_not_json_at_all_is_a_415_that_says_so()
    {
        using var client = await House.SignedInAsync();
        using var response = await client.PostAsync("/api/v1/ask", new StringContent("Where is it?", Encoding.UTF8, "text/plain"));

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, response.StatusCode);
        Assert.Contains("application/json", await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_body_beyond_256_kilobytes_is_a_413()
    {
        using var client = await House.SignedInAsync();
        using var response = await client.PostAsJsonAsync("/api/v1/ask", new { question = new string('x', 300 * 1024) });

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
    }

    [Fact]
    public async Task A_client_that_leaves_stops_its_turn()
    {
        using var client = await House.SignedInAsync();
        using var leave = new CancellationTokenSource();
        var asking = client.PostAsJsonAsync("/api/v1/ask", new { question = ScriptedRunner.Waits }, leave.Token);
        while (!asking.IsCompleted && !House.Runner.Asked.ToArray().Any(asked => asked.Question == ScriptedRunner.Waits))
        {
            await Task.Yield();
        }

        await leave.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asking);
        await House.Runner.Stopped.Task.WaitAsync(TimeSpan.FromSeconds(20));
    }

    protected override async Task<(IReadOnlyList<JsonElement> Events, string? Refusal)> AskAsync(string question, string? conversationId = null)
    {
        using var client = await House.SignedInAsync();
        using var response = await client.PostAsJsonAsync("/api/v1/ask", new { question, conversationId });
        var text = await response.Content.ReadAsStringAsync();
        return response.IsSuccessStatusCode
            ? ([AsEvent(text)], null)
            : ([], JsonDocument.Parse(text).RootElement.GetProperty("detail").GetString());
    }
}
