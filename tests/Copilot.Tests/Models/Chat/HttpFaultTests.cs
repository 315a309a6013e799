using Copilot.Contracts;
using Copilot.Models;
using Copilot.Testing.Models;
using Microsoft.Extensions.AI;
using Xunit;

namespace Copilot.Tests.Models.Chat;

/// <summary>Refusals by status, and what is done about them.</summary>
public sealed class HttpFaultTests : ChatBench
{
    [Theory]
    [InlineData(400, """{"error":{"message":"The response was filtered due to the prompt triggering","type":null,"param":"prompt","code":"content_filter","status":400,"innererror":{"code":"ResponsibleAIPolicyViolation"}}}""", ChatModelFault.ContentFiltered, "content filter")]
    [InlineData(400, """{"error":{"message":"litellm.ContentPolicyViolationError: no","type":"None","code":"400"}}""", ChatModelFault.ContentFiltered, "content filter")]
    [InlineData(401, """{"statusCode":401,"message":"Unauthorized"}""", ChatModelFault.Refused, "Copilot__Models__0__ApiKey")]
    [InlineData(401, "<html>", ChatModelFault.Refused, "Copilot__Models__0__ApiKey")]
    [InlineData(403, """{"error":{"code":"403","message":"Public access is disabled"}}""", ChatModelFault.Refused, "network")]
    [InlineData(404, """{"error":{"code":"DeploymentNotFound","message":"The API deployment for this resource does not exist."}}""", ChatModelFault.Refused, "Copilot__Models__0__Model")]
    [InlineData(404, "404 page not found", ChatModelFault.Refused, "Copilot__Models__0__Endpoint")]
    [InlineData(400, """{"error":{"message":"Unsupported parameter: 'max_tokens' is not supported with this model.","type":"invalid_request_error","param":"max_tokens","code":"unsupported_parameter"}}""", ChatModelFault.Refused, "Copilot__Models__0__MaxCompletionTokens")]
    [InlineData(400, """{"error":{"message":"Unsupported value: 'temperature' does not support 0.1","code":"unsupported_value"}}""", ChatModelFault.Refused, "Copilot__Models__0__Temperature")]
    [InlineData(400, """{"object":"error","message":"\"auto\" tool choice requires --enable-auto-tool-choice and --tool-call-parser to be set","type":"BadRequestError","param":null,"code":400}""", ChatModelFault.Refused, "started with tool calls")]
    [InlineData(429, """{"error":{"message":"You exceeded your current quota","type":"insufficient_quota","param":null,"code":"insufficient_quota"}}""", ChatModelFault.QuotaExhausted, "top it up")]
    [InlineData(400, """{"error":{"message":"ExceededBudget: User has spent 5 of 5","type":"budget_exceeded","code":"400"}}""", ChatModelFault.QuotaExhausted, "top it up")]
    [InlineData(302, "", ChatModelFault.BadAnswer, "Copilot__Models__0__Endpoint")]
    public async Task Refusals_that_no_repetition_repairs_are_not_repeated(int status, string body, ChatModelFault fault, string words)
    {
        Server.Brain = _ => ScriptedReply.Refuse(status, body, ("Location", "http://127.0.0.1:9/"));
        var (before, trouble) = await FailAsync(Client());
        Assert.Equal(fault, trouble.Fault);
        Assert.Contains(words, trouble.Message, StringComparison.Ordinal);
        Assert.Empty(before);
        Assert.Single(Server.Requests);
        Assert.False(trouble.IsTransient);
    }

    [Theory]
    [InlineData("""{"error":{"message":"This model's maximum context length is 8192 tokens. However, you requested 9000 tokens","type":"invalid_request_error","code":"context_length_exceeded"}}""", 8192)]
    [InlineData("""{"object":"error","message":"This model's maximum context length is 4,096 tokens. However, you requested 5000 tokens (3000 in the messages)","code":400}""", 4096)]
    [InlineData("""{"error":{"code":400,"message":"the request exceeds the available context size, try increasing it","type":"exceed_context_size_error","n_prompt_tokens":9000,"n_ctx":4096}}""", 4096)]
    [InlineData("""{"error":{"message":"litellm.ContextWindowExceededError: prompt is too long: 210000 tokens > 200000 maximum","code":"400"}}""", 200000)]
    [InlineData("""{"error":"the input length exceeds the context length"}""", null)]
    public async Task A_prompt_that_does_not_fit_says_how_much_would(string body, int? tokens)
    {
        Server.Then(ScriptedReply.Refuse(400, body));
        var fault = (await FailAsync(Client())).Fault;
        Assert.Equal((ChatModelFault.ContextOverflow, tokens), (fault.Fault, fault.ContextTokens));
    }

    [Theory]
    [InlineData("retry-after-ms", "1500", 1.5)]
    [InlineData("Retry-After", "3", 3)]
    [InlineData("Retry-After", "Mon, 02 Mar 2026 08:00:04 GMT", 4)]
    public async Task A_pause_the_server_asks_for_is_made(string name, string value, double seconds)
    {
        Server.Then(ScriptedReply.Refuse(429, """{"error":{"code":"429","message":"Please retry later."}}""", (name, value)), ScriptedReply.Say("Twelve."));
        Assert.Equal("Twelve.", (await StreamAsync(Client())).Text);
        Assert.Equal([TimeSpan.FromSeconds(seconds)], Clock.Pauses);
    }

    [Fact]
    public async Task A_pause_longer_than_people_wait_is_not_made_and_the_model_rests_for_it()
    {
        Server.Brain = _ => ScriptedReply.Refuse(429, """{"error":{"message":"slow down"}}""", ("Retry-After", "86400"));
        var model = Model();
        var fault = (await FailAsync(model.Client)).Fault;
        Assert.Equal((ChatModelFault.Unavailable, true), (fault.Fault, fault.IsTransient));
        Assert.Empty(Clock.Pauses);
        Assert.False(model.IsAvailable());
        Clock.Pass(TimeSpan.FromMinutes(10));
        Assert.True(model.IsAvailable());
    }

    [Theory]
    [InlineData(408)]
    [InlineData(409)]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(529)]
    public async Task Passing_trouble_is_tried_twice_more(int status)
    {
        Server.Brain = _ => ScriptedReply.Refuse(status, """{"error":{"message":"later"}}""");
        Assert.Equal(ChatModelFault.Unavailable, (await FailAsync(Client())).Fault.Fault);
        Assert.Equal(3, Server.Requests.Count);
        Assert.All(Clock.Pauses, pause => Assert.InRange(pause.TotalSeconds, 0, 8));
    }

    [Theory]
    [InlineData(500, "false", 1)]
    [InlineData(400, "true", 3)]
    public async Task What_the_server_says_about_asking_again_wins(int status, string says, int requests)
    {
        Server.Brain = _ => ScriptedReply.Refuse(status, """{"error":{"message":"no"}}""", ("x-should-retry", says));
        await FailAsync(Client());
        Assert.Equal(requests, Server.Requests.Count);
    }

    [Fact]
    public async Task A_connection_that_breaks_at_once_is_tried_again()
    {
        Server.Then(ScriptedReply.Say() with { Before = ScriptedStep.Abort }, ScriptedReply.Say("Twelve."));
        Assert.Equal("Twelve.", (await StreamAsync(Client())).Text);
    }

    [Fact]
    public async Task An_address_where_nobody_is_says_where_to_look()
    {
        var fault = (await FailAsync(Client(Options() with { Endpoint = new Uri("http://127.0.0.1:1/v1") }))).Fault;
        Assert.Equal(ChatModelFault.Unavailable, fault.Fault);
        Assert.Contains("Copilot__Models__0__Endpoint", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_asked_is_in_no_error_even_when_the_server_repeats_it()
    {
        Server.Brain = _ => ScriptedReply.Refuse(400, """{"error":{"message":"can't read 'How many W-1 are free?' at messages[0]"}}""");
        Assert.DoesNotContain("W-1", (await FailAsync(Client())).Fault.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_whole_answer_fails_and_is_repeated_in_the_same_way()
    {
        Server.Then(ScriptedReply.Refuse(503, "busy"), ScriptedReply.Say("Twelve."));
        Assert.Equal("Twelve.", (await Client().GetResponseAsync(Question)).Text);
        Server.Brain = _ => ScriptedReply.Raw("application/json", ScriptedStep.Send("""{"choices":[{"message":{"content":"Twel"""));
        Assert.Equal(ChatModelFault.Truncated, (await Assert.ThrowsAsync<ChatModelException>(() => Client().GetResponseAsync(Question))).Fault);
        Server.Brain = _ => ScriptedReply.Raw("application/json", ScriptedStep.Send("""{"answer":"Twelve"}"""));
        Assert.Equal(ChatModelFault.BadAnswer, (await Assert.ThrowsAsync<ChatModelException>(() => Client().GetResponseAsync(Question))).Fault);
    }

    [Fact]
    public async Task A_picture_is_refused_before_anything_is_sent()
    {
        ChatMessage[] messages = [new(ChatRole.User, [new DataContent(new byte[] { 1 }, "image/png")])];
        Assert.Equal(ChatModelFault.Refused, (await Assert.ThrowsAsync<ChatModelException>(() => StreamAsync(Client(), messages: messages))).Fault);
        Assert.Empty(Server.Requests);
    }
}
