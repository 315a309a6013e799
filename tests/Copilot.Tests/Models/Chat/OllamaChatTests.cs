using Copilot.Contracts;
using Copilot.Models;
using Copilot.Testing.Models;
using Microsoft.Extensions.AI;
using Xunit;

namespace Copilot.Tests.Models.Chat;

/// <summary>Ollama's own surface: an object a line.</summary>
public sealed class OllamaChatTests : ChatBench
{
    private const string Piece = "{\"model\":\"m\",\"message\":{\"role\":\"assistant\",\"content\":\"Twelve\"},\"done\":false}\n";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Text_thinking_and_calls_come_out(bool isStream)
    {
        Server.Then(new ScriptedReply { Reasoning = "hm", Text = ["Twel", "ve."], Calls = [ScriptedCall.Of("stock", new { sku = "W-1" }), ScriptedCall.Of("stock", new { sku = "W-2" })] });
        var client = Client(Options(ModelKind.Ollama));
        var response = isStream ? await StreamAsync(client) : await client.GetResponseAsync(Question);
        Assert.Equal(("Twelve.", "stock(sku=W-1) | stock(sku=W-2)", ChatFinishReason.ToolCalls), (response.Text, Calls(response), response.FinishReason!.Value));
        Assert.Equal("hm", Assert.Single(response.Messages[0].Contents.OfType<TextReasoningContent>()).Text);
        Assert.Equal((100, 20, false), (response.Usage!.InputTokenCount, response.Usage.OutputTokenCount, IsEstimated(response.Usage)));
    }

    [Theory]
    [InlineData("{\"error\":\"the runner stopped\"}", ChatModelFault.Unavailable)]
    [InlineData("{\"error\":\"the input length exceeds the context length\"}", ChatModelFault.ContextOverflow)]
    [InlineData("{\"message\":{\"cont", ChatModelFault.Truncated)]
    [InlineData("", ChatModelFault.Truncated)]
    [InlineData("<html>\n", ChatModelFault.BadAnswer)]
    [InlineData("{\"message\":{},\"done\":true,\"done_reason\":\"unload\"}", ChatModelFault.Unavailable)]
    public async Task What_breaks_after_text_is_a_fault(string broken, ChatModelFault fault)
    {
        Server.Brain = _ => ScriptedReply.Raw("application/x-ndjson", ScriptedStep.Send(Piece + broken));
        var (before, trouble) = await FailAsync(Client(Options(ModelKind.Ollama)));
        Assert.Equal((fault, "Twelve"), (trouble.Fault, string.Concat(before.Select(update => update.Text))));
        Assert.Single(Server.Requests);
    }

    [Theory]
    [InlineData(404, "{\"error\":\"model 'm' not found\"}", ChatModelFault.Refused, "ollama pull m")]
    [InlineData(400, "{\"error\":\"registry.ollama.ai/library/m does not support tools\"}", ChatModelFault.Refused, "another model be named")]
    [InlineData(400, "{\"error\":\"\\\"m\\\" does not support thinking\"}", ChatModelFault.Refused, "ReasoningEffort")]
    [InlineData(503, "{\"error\":\"server busy, please try again.  maximum pending requests exceeded\"}", ChatModelFault.Unavailable, "overloaded")]
    [InlineData(404, "404 page not found", ChatModelFault.Refused, "Copilot__Models__0__Endpoint")]
    public async Task Refusals_say_what_to_do(int status, string body, ChatModelFault fault, string words)
    {
        Server.Brain = _ => ScriptedReply.Refuse(status, body);
        var trouble = (await FailAsync(Client(Options(ModelKind.Ollama)))).Fault;
        Assert.Equal(fault, trouble.Fault);
        Assert.Contains(words, trouble.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_model_that_was_only_loaded_is_asked_again()
    {
        Server.Then(ScriptedReply.Say() with { Finish = "load" }, ScriptedReply.Say("Twelve."));
        Assert.Equal("Twelve.", (await StreamAsync(Client(Options(ModelKind.Ollama)))).Text);
    }

    [Fact]
    public async Task A_cold_model_has_the_time_that_is_configured()
    {
        var loaded = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Server.Then(ScriptedReply.Say("Twelve.") with { Before = ScriptedStep.WaitFor(loaded.Task) });
        var answer = StreamAsync(Client(Options(ModelKind.Ollama)));
        while (Server.Requests.IsEmpty)
        {
            await Task.Yield();
        }

        loaded.SetResult();
        Assert.Equal("Twelve.", (await answer).Text);
    }

    [Fact]
    public async Task A_prompt_nobody_counted_is_estimated_and_the_answer_is_as_counted()
    {
        Server.Then(ScriptedReply.Raw("application/x-ndjson", ScriptedStep.Send(Piece + "{\"message\":{\"content\":\"\"},\"done\":true,\"done_reason\":\"length\",\"eval_count\":41}\n")));
        var response = await StreamAsync(Client(Options(ModelKind.Ollama)));
        Assert.Equal((41, true, ChatFinishReason.Length), (response.Usage!.OutputTokenCount, IsEstimated(response.Usage), response.FinishReason!.Value));
        Assert.InRange(response.Usage.InputTokenCount!.Value, 5, 30);
    }
}
