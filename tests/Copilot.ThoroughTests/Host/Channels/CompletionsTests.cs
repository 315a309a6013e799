using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Xunit;

namespace Copilot.ThoroughTests.Host.Channels;

/// <summary>Chat completions in OpenAI's shape.</summary>
public sealed class CompletionsTests(TestHouse house) : IClassFixture<TestHouse>
{
    private const string Model = "distribution-copilot";

    [Fact]
    public async Task The_last_question_is_answered_with_its_sources_beside_the_message()
    {
        var (status, answer) = await PostAsync(Body(("system", "Say nothing."), ("user", "First?"), ("assistant", "Made up."), ("user", "Where is it?")));

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal("chat.completion", (string?)answer["object"]);
        var message = answer["choices"]![0]!["message"]!;
        Assert.Equal("It is late [S1].", (string?)message["content"]);
        Assert.Equal("S1", (string?)message["copilot"]!["sources"]![0]!["id"]);
        Assert.Equal("answered", (string?)message["copilot"]!["outcome"]);
        Assert.Equal("rules", (string?)message["copilot"]!["planner"]);
        Assert.Equal("chatcmpl-" + (string?)message["copilot"]!["turnId"], (string?)answer["id"]);
        Assert.Contains(house.Runner.Asked.ToArray(), asked => asked is { Question: "Where is it?", Channel: "openai" });
    }

    [Fact]
    public async Task A_stream_says_the_same_piece_by_piece_and_ends_with_done()
    {
        var body = Body(("user", "Where is it?"));
        body["stream"] = true;
        body["stream_options"] = new JsonObject { ["include_usage"] = true };
        var events = await StreamAsync(body);

        Assert.Equal("[DONE]", events[^1]);
        var chunks = events.SkipLast(1).Select(e => JsonNode.Parse(e)!).ToList();
        Assert.All(chunks, c => Assert.Equal("chat.completion.chunk", (string?)c["object"]));
        Assert.Single(chunks.Select(c => (string?)c["id"]).Distinct());
        Assert.Equal("assistant", (string?)chunks[0]["choices"]![0]!["delta"]!["role"]);
        Assert.Equal("It is late [S1].", string.Concat(chunks.SelectMany(c => c["choices"]!.AsArray()).Select(c => (string?)c!["delta"]!["content"])));
        Assert.Equal("stop", (string?)chunks[^2]["choices"]![0]!["finish_reason"]);
        Assert.Equal("S1", (string?)chunks[^2]["copilot"]!["sources"]![0]!["id"]);
        Assert.Empty(chunks[^1]["choices"]!.AsArray());
        Assert.Equal(0, (int)chunks[^1]["usage"]!["total_tokens"]!);
    }

    [Fact]
    public async Task A_turn_that_fails_in_the_stream_still_says_why()
    {
        var body = Body(("user", ScriptedRunner.Breaks));
        body["stream"] = true;
        var events = await StreamAsync(body);

        Assert.Equal("[DONE]", events[^1]);
        Assert.Contains(events, e => e.Contains("something went wrong on our side", StringComparison.Ordinal));
        Assert.DoesNotContain(events, e => e.Contains("nobody outside", StringComparison.Ordinal));
        Assert.Contains("\"outcome\":\"failed\"", events[^2], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_client_that_sends_back_what_was_said_goes_on_with_its_conversation()
    {
        var question = $"Where is {Guid.NewGuid()}?";
        var first = await ConversationOfAsync(Body(("user", question)));
        var second = await ConversationOfAsync(Body(("user", question), ("assistant", "It is late [S1]."), ("user", "Why?")));
        var other = await ConversationOfAsync(Body(("user", question), ("assistant", "It is early."), ("user", "Why?")));
        var named = Body(("user", "And?"));
        named["metadata"] = new JsonObject { ["conversation_id"] = first };

        Assert.Equal(first, second);
        Assert.NotEqual(first, other);
        Assert.Equal(first, await ConversationOfAsync(named));
    }

    [Fact]
    public async Task Somebody_elses_conversation_is_not_gone_on_with()
    {
        var question = $"Where is {Guid.NewGuid()}?";
        var first = await ConversationOfAsync(Body(("user", question)));
        var theirs = Body(("user", question), ("assistant", "It is late [S1]."), ("user", "Why?"));
        var named = Body(("user", "And?"));
        named["metadata"] = new JsonObject { ["conversation_id"] = first };

        using var accountant = await house.SignedInAsync("accountant");
        using var answer = await accountant.PostAsJsonAsync("/v1/chat/completions", theirs);
        var body = (await answer.Content.ReadFromJsonAsync<JsonObject>())!;
        using var refused = await accountant.PostAsJsonAsync("/v1/chat/completions", named);

        Assert.NotEqual(first, (string?)body["choices"]![0]!["message"]!["copilot"]!["conversationId"]);
        Assert.Equal(HttpStatusCode.NotFound, refused.StatusCode);
    }

    [Theory]
    [InlineData("""{"messages":[{"role":"user","content":"x"}]}""", 404, "model_not_found", null)]
    [InlineData("""{"model":"gpt-4o","messages":[{"role":"user","content":"x"}]}""", 404, "model_not_found", null)]
    [InlineData("""{"model":"M","messages":[{"role":"user","content":"x"}],"n":2}""", 400, "invalid_request", "n")]
    [InlineData("""{"model":"M","messages":[{"role":"user","content":"x"}],"tools":[{"type":"function"}]}""", 400, "invalid_request", "tools")]
    [InlineData("""{"model":"M","messages":[{"role":"user","content":"x"}],"functions":[{}]}""", 400, "invalid_request", "functions")]
    [InlineData("""{"model":"M","messages":[{"role":"user","content":"x"}],"response_format":{"type":"json_object"}}""", 400, "invalid_request", "response_format")]
    [InlineData("""{"model":"M","messages":[{"role":"user","content":"x"}],"logprobs":true}""", 400, "invalid_request", "logprobs")]
    [InlineData("""{"model":"M","messages":[{"role":"user","content":"x"}],"stream":"yes"}""", 400, "invalid_request", "stream")]
    [InlineData("""{"model":"M","messages":[{"role":"user","content":"x"}],"metadata":[]}""", 400, "invalid_request", "metadata")]
    [InlineData("""{"model":"M","messages":[{"role":"user","content":"x"}],"metadata":{"conversation_id":"nosuch"}}""", 404, "no_conversation", null)]
    [InlineData("""{"model":"M","messages":[{"role":"user","content":[{"type":"image_url","image_url":{"url":"x"}}]}]}""", 400, "invalid_request", "messages[0].content")]
    [InlineData("""{"model":"M","messages":[{"role":"user"}]}""", 400, "invalid_request", "messages[0].content")]
    [InlineData("""{"model":"M","messages":[{"role":"king","content":"x"}]}""", 400, "invalid_request", "messages[0]")]
    [InlineData("""{"model":"M","messages":[42]}""", 400, "invalid_request", "messages[0]")]
    [InlineData("""{"model":"M","messages":[{"role":"system","content":"x"}]}""", 400, "invalid_request", "messages")]
    [InlineData("""{"model":"M","messages":[]}""", 400, "invalid_request", "messages")]
    [InlineData("""{"model":"M"}""", 400, "invalid_request", "messages")]
    [InlineData("""{"model":"M","messages":[{"role":"user","content":"  "}]}""", 400, "bad_question", null)]
    [InlineData("""{"model":"M","model":"M","messages":[{"role":"user","content":"x"}]}""", 400, "bad_body", null)]
    [InlineData("""{"model":"M","messages":[{"role":"user","content":"a\ud800"}]}""", 400, "bad_body", null)]
    [InlineData("""{"model":"M","messages":[{"role":"user","content":"a\u0000b"}]}""", 400, "bad_question", null)]
    [InlineData("""[]""", 400, "bad_body", null)]
    [InlineData("""null""", 400, "bad_body", null)]
    [InlineData("""{"model":""", 400, "bad_body", null)]
    public async Task What_can_not_be_done_is_refused_in_the_same_shape(string body, int status, string code, string? parameter)
    {
        using var client = await house.SignedInAsync();
        using var response = await client.PostAsync("/v1/chat/completions", new StringContent(body.Replace("\"M\"", $"\"{Model}\"", StringComparison.Ordinal), Encoding.UTF8, "application/json"));
        var error = (await response.Content.ReadFromJsonAsync<JsonObject>())!["error"]!;

        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal((code, parameter), ((string?)error["code"], (string?)error["param"]));
        Assert.NotEmpty((string?)error["message"] ?? string.Empty);
    }

    [Theory]
    [InlineData("n", "1")]
    [InlineData("tools", "[]")]
    [InlineData("temperature", "0.7")]
    [InlineData("tool_choice", "\"auto\"")]
    [InlineData("response_format", "{\"type\":\"text\"}")]
    [InlineData("user", "\"u1\"")]
    [InlineData("metadata", "null")]
    public async Task What_does_not_change_the_answer_is_ignored(string name, string value)
    {
        var body = Body(("user", "Where is it?"));
        body[name] = JsonNode.Parse(value);
        Assert.Equal(HttpStatusCode.OK, (await PostAsync(body)).Status);
    }

    [Fact]
    public async Task Parts_of_text_are_one_question_and_a_long_history_is_no_burden()
    {
        var body = Body([.. Enumerable.Range(0, 400).SelectMany(i => new[] { ("user", $"Question {i}"), ("assistant", new string('x', 2000)) })]);
        body["messages"]!.AsArray().Add(new JsonObject
        {
            ["role"] = "user",
            ["content"] = new JsonArray(new JsonObject { ["type"] = "text", ["text"] = "Where is" }, new JsonObject { ["type"] = "text", ["text"] = "part two?" }),
        });

        Assert.Equal(HttpStatusCode.OK, (await PostAsync(body)).Status);
        Assert.Contains(house.Runner.Asked.ToArray(), asked => asked.Question == "Where is\npart two?");
    }

    [Fact]
    public async Task Strangers_and_wrong_addresses_get_errors_in_the_same_shape()
    {
        using var stranger = new HttpClient { BaseAddress = house.Address };
        using var refused = await stranger.PostAsJsonAsync("/v1/chat/completions", Body(("user", "x")));
        stranger.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "sk-wrong");
        using var wrong = await stranger.GetAsync("/v1/models");
        using var client = await house.SignedInAsync();
        using var nowhere = await client.PostAsJsonAsync("/v1/embeddings", new { input = "x" });
        using var text = await client.PostAsync("/v1/chat/completions", new StringContent("Where?", Encoding.UTF8, "text/plain"));

        Assert.Equal(
            [(401, "authentication_error"), (401, "authentication_error"), (404, "not_found_error"), (400, "invalid_request_error")],
            await Task.WhenAll(new[] { refused, wrong, nowhere, text }.Select(async r => ((int)r.StatusCode, (string?)(await r.Content.ReadFromJsonAsync<JsonObject>())!["error"]!["type"]))));
    }

    [Fact]
    public async Task A_body_nested_without_end_or_beyond_4_megabytes_is_refused()
    {
        using var client = await house.SignedInAsync();
        using var deep = await client.PostAsync("/v1/chat/completions", new StringContent(new string('[', 100_000), Encoding.UTF8, "application/json"));

        // The client asks before it sends, so that the refusal does not meet it while it is still writing.
        using var patient = new HttpClient(new SocketsHttpHandler { Expect100ContinueTimeout = TimeSpan.FromMinutes(1) }) { BaseAddress = house.Address };
        patient.DefaultRequestHeaders.Authorization = client.DefaultRequestHeaders.Authorization;
        patient.DefaultRequestHeaders.ExpectContinue = true;
        using var large = await patient.PostAsync("/v1/chat/completions", new StringContent($"{{\"model\":\"{new string('x', 5 * 1024 * 1024)}\"}}", Encoding.UTF8, "application/json"));

        Assert.Equal(HttpStatusCode.BadRequest, deep.StatusCode);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, large.StatusCode);
        Assert.Contains("\"error\"", await large.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_client_that_leaves_a_stream_stops_its_turn()
    {
        using var client = await house.SignedInAsync();
        var body = Body(("user", ScriptedRunner.Waits));
        body["stream"] = true;
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/chat/completions") { Content = JsonContent.Create(body) };
        using (var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead))
        using (var reader = new StreamReader(await response.Content.ReadAsStreamAsync()))
        {
            Assert.Contains("assistant", await reader.ReadLineAsync(), StringComparison.Ordinal);
        }

        await house.Runner.Stopped.Task.WaitAsync(TimeSpan.FromSeconds(20));
    }

    [Fact]
    public async Task The_one_model_is_listed()
    {
        using var client = await house.SignedInAsync();
        Assert.Equal(Model, (string?)(await client.GetFromJsonAsync<JsonObject>("/v1/models"))!["data"]![0]!["id"]);
        Assert.Equal(Model, (string?)(await client.GetFromJsonAsync<JsonObject>($"/v1/models/{Model}"))!["id"]);
        using var other = await client.GetAsync("/v1/models/gpt-4o");
        Assert.Equal(HttpStatusCode.NotFound, other.StatusCode);
    }

    private static JsonObject Body(params (string Role, string Content)[] messages) => new()
    {
        ["model"] = Model,
        ["messages"] = new JsonArray([.. messages.Select(m => (JsonNode)new JsonObject { ["role"] = m.Role, ["content"] = m.Content })]),
    };

    private async Task<string?> ConversationOfAsync(JsonObject body) => (string?)(await PostAsync(body)).Body["choices"]![0]!["message"]!["copilot"]!["conversationId"];

    private async Task<(HttpStatusCode Status, JsonObject Body)> PostAsync(JsonObject body)
    {
        using var client = await house.SignedInAsync();
        using var response = await client.PostAsJsonAsync("/v1/chat/completions", body);
        return (response.StatusCode, (await response.Content.ReadFromJsonAsync<JsonObject>())!);
    }

    private async Task<List<string>> StreamAsync(JsonObject body)
    {
        using var client = await house.SignedInAsync();
        using var response = await client.PostAsJsonAsync("/v1/chat/completions", body);
        Assert.Equal("text/event-stream", response.Content.Headers.ContentType!.MediaType);
        var events = (await response.Content.ReadAsStringAsync()).Split("\n\n", StringSplitOptions.RemoveEmptyEntries).Where(e => !e.StartsWith(": ", StringComparison.Ordinal)).ToList();
        Assert.All(events, e => Assert.StartsWith("data: ", e, StringComparison.Ordinal));
        return events.ConvertAll(e => e["data: ".Length..]);
    }
}
