using System.Globalization;
using System.Text;
using Copilot.Contracts;
using Copilot.Models;
using Copilot.Models.Chat;
using Copilot.Testing.Models;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace Copilot.Tests.Models.Chat;

/// <summary>Event streams as they come, and as they break.</summary>
public sealed class StreamFaultTests : ChatBench
{
    private const string Hello = """{"id":"c1","model":"m-7","choices":[{"index":0,"delta":{"content":"Hello "},"finish_reason":null}]}""";
    private const string World = """{"id":"c1","choices":[{"index":0,"delta":{"content":"wörld"},"finish_reason":null}]}""";
    private const string Stop = """{"id":"c1","choices":[{"index":0,"delta":{},"finish_reason":"stop"}]}""";
    private const string Used = """{"id":"c1","choices":[],"usage":{"prompt_tokens":812,"completion_tokens":41,"total_tokens":853,"prompt_tokens_details":{"cached_tokens":12},"completion_tokens_details":{"reasoning_tokens":7}}}""";

    [Theory]
    [InlineData("plain", "data: 1\n\ndata: 2\n\ndata: 3\n\ndata: 4\n\ndata: [DONE]\n\n")]
    [InlineData("CRLF", "data: 1\r\n\r\ndata: 2\r\n\r\ndata: 3\r\n\r\ndata: 4\r\n\r\ndata: [DONE]\r\n\r\n")]
    [InlineData("CR", "data: 1\r\rdata: 2\r\rdata: 3\r\rdata: 4\r\rdata: [DONE]\r\r")]
    [InlineData("comments and fields", ": ping\n\n:\nevent: message\nid: 7\nretry: 10\ndata: 1\n\n: keep-alive\n\ndata: 2\n\ndata: 3\n\ndata: 4\n\ndata: [DONE]\n\n")]
    [InlineData("no space after the colon", "data:1\n\ndata:2\n\ndata:3\n\ndata:4\n\ndata:[DONE]\n\n")]
    [InlineData("no empty lines", "data: 1\ndata: 2\ndata: 3\ndata: 4\ndata: [DONE]\n")]
    [InlineData("no end mark", "data: 1\n\ndata: 2\n\ndata: 3\n\ndata: 4\n\n")]
    [InlineData("no line end at the end", "data: 1\n\ndata: 2\n\ndata: 3\n\ndata: 4")]
    [InlineData("a byte order mark", "\uFEFFdata: 1\n\ndata: 2\n\ndata: 3\n\ndata: 4\n\ndata: [DONE]\n\n")]
    [InlineData("something after the end", "data: 1\n\ndata: 2\n\ndata: 3\n\ndata: 4\n\ndata: [DONE]\n\n<html>")]
    [InlineData("objects on lines of their own", "1\n2\n3\n4\n")]
    [InlineData("empty data", "data:\n\ndata: 1\n\ndata: 2\n\ndata: 3\n\ndata: 4\n\ndata: [DONE]\n\n")]
    public async Task A_good_stream_is_read_in_every_dress(string dress, string form)
    {
        Assert.NotEmpty(dress);
        Server.Then(ScriptedReply.Events(form.Replace("1", Hello, StringComparison.Ordinal).Replace("2", World, StringComparison.Ordinal).Replace("3", Stop, StringComparison.Ordinal).Replace("\n4", "\n" + Used, StringComparison.Ordinal)
            .Replace("data: 4", "data: " + Used, StringComparison.Ordinal).Replace("data:4", "data:" + Used, StringComparison.Ordinal)));
        var response = await StreamAsync(Client());
        Assert.Equal("Hello wörld", response.Text);
        Assert.Equal("m-7", response.ModelId);
        Assert.Equal(ChatFinishReason.Stop, response.FinishReason);
        Assert.Equal((812, 41, 853, 12, 7), (response.Usage!.InputTokenCount, response.Usage.OutputTokenCount, response.Usage.TotalTokenCount, response.Usage.CachedInputTokenCount, response.Usage.ReasoningTokenCount));
        Assert.False(IsEstimated(response.Usage));
    }

    [Fact]
    public async Task A_whole_answer_where_a_stream_was_asked_for_is_read_too()
    {
        const string Pretty = "{\n  \"id\": \"c1\",\n  \"choices\": [\n    {\n      \"message\": { \"content\": [{\"type\":\"text\",\"text\":\"Hello {\"}] },\n      \"finish_reason\": null\n    }\n  ]\n}\n";
        Server.Then(ScriptedReply.Raw("application/json", ScriptedStep.Send(Pretty)));
        Assert.Equal("Hello {", (await StreamAsync(Client())).Text);
    }

    [Fact]
    public async Task A_stream_where_a_whole_answer_was_asked_for_is_read_too()
    {
        Server.Then(ScriptedReply.Events($"data: {Hello}\n\ndata: {World}\n\ndata: {Stop}\n\ndata: [DONE]\n\n"));
        var response = await Client().GetResponseAsync(Question);
        Assert.Equal("Hello wörld", response.Text);
        Assert.True(IsEstimated(response.Usage));
    }

    [Theory]
    [InlineData("""data: {"error":{"message":"overloaded","type":"server_error","code":null}}""", ChatModelFault.Unavailable)]
    [InlineData("""data: {"error":{"message":"too many","type":"None","code":"429"}}""", ChatModelFault.Unavailable)]
    [InlineData("""data: {"error":{"message":"no money","type":"insufficient_quota","code":"insufficient_quota"}}""", ChatModelFault.QuotaExhausted)]
    [InlineData("""data: {"error":"it broke"}""", ChatModelFault.Unavailable)]
    [InlineData("""data: {"object":"error","message":"it broke","code":400}""", ChatModelFault.Refused)]
    [InlineData("""data: {"error":{"message":"maximum context length is 4096 tokens","code":400}}""", ChatModelFault.ContextOverflow)]
    [InlineData("""data: {"error":{"message":"filtered","code":"content_filter"}}""", ChatModelFault.ContentFiltered)]
    [InlineData("event: error\ndata: {\"message\":\"it broke\"}", ChatModelFault.Unavailable)]
    [InlineData("event: error\ndata: it broke", ChatModelFault.Unavailable)]
    [InlineData("""{"error":{"message":"it broke"}}""", ChatModelFault.Unavailable)]
    [InlineData("data: {\"choices\": [", ChatModelFault.Truncated)]
    [InlineData("data: 17", ChatModelFault.BadAnswer)]
    [InlineData("data: [1]", ChatModelFault.BadAnswer)]
    [InlineData("data: {\"a\":1}{\"b\":2}", ChatModelFault.BadAnswer)]
    [InlineData("data: {\"a\":\u0001}", ChatModelFault.BadAnswer)]
    [InlineData("<html>bad gateway</html>", ChatModelFault.BadAnswer)]
    [InlineData("""data: {"choices":[{"index":0,"delta":{"content":"!"},"finish_reason":"content_filter"}]}""", ChatModelFault.ContentFiltered)]
    [InlineData("""data: {"choices":[{"index":0,"content_filter_results":{"violence":{"filtered":true,"severity":"high"}}}]}""", ChatModelFault.ContentFiltered)]
    [InlineData("""data: {"choices":[{"index":0,"delta":{"content":17}}]}""", ChatModelFault.BadAnswer)]
    [InlineData("""data: {"choices":[{"index":0,"delta":{"tool_calls":["stock"]}}]}""", ChatModelFault.BadAnswer)]
    [InlineData("", ChatModelFault.Truncated)]
    public async Task What_breaks_after_text_is_a_fault_with_the_text_before_it_and_is_not_asked_again(string broken, ChatModelFault fault)
    {
        Server.Brain = _ => ScriptedReply.Events($"data: {Hello}\n\n{broken}\n\n");
        var (before, trouble) = await FailAsync(Client());
        Assert.Equal(fault, trouble.Fault);
        Assert.Equal("Hello ", string.Concat(before.Select(update => update.Text)));
        Assert.Single(Server.Requests);
        Assert.Empty(Clock.Pauses);

        // What was used until then is told, because it is paid for.
        var usage = Assert.Single(before.SelectMany(update => update.Contents).OfType<UsageContent>());
        Assert.True(IsEstimated(usage.Details));
        Assert.True(usage.Details.InputTokenCount > 0 && usage.Details.OutputTokenCount > 0);
    }

    [Fact]
    public async Task A_connection_cut_after_text_is_a_fault_and_is_not_asked_again()
    {
        // A cut takes what is on its way with it, so that it waits until the text is here.
        var read = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Server.Brain = _ => ScriptedReply.Raw("text/event-stream", ScriptedStep.Send($"data: {Hello}\n\n"), ScriptedStep.WaitFor(read.Task), ScriptedStep.Abort);
        var text = string.Empty;
        var fault = await Assert.ThrowsAsync<ChatModelException>(async () =>
        {
            await foreach (var update in Client().GetStreamingResponseAsync(Question))
            {
                text += update.Text;
                read.TrySetResult();
            }
        });
        Assert.Equal((ChatModelFault.Unavailable, true), (fault.Fault, fault.IsTransient));
        Assert.Equal("Hello ", text);
        Assert.Single(Server.Requests);
    }

    [Theory]
    [InlineData("")]
    [InlineData(": ping\n\n")]
    [InlineData("data: {\"choices\":[],\"prompt_filter_results\":[]}\n\n")]
    [InlineData("data: {\"choices\":[{\"index\":0,\"delta\":{\"role\":\"assistant\",\"content\":\"\"}}]}\n\ndata: {\"err")]
    public async Task What_breaks_before_anything_was_given_out_is_asked_again(string broken)
    {
        Server.Then(ScriptedReply.Events(broken), ScriptedReply.Raw("text/event-stream", ScriptedStep.Send(broken), ScriptedStep.Abort), ScriptedReply.Say("Twelve."));
        Assert.Equal("Twelve.", (await StreamAsync(Client())).Text);
        Assert.Equal(3, Server.Requests.Count);
        Assert.Equal(2, Clock.Pauses.Count);
    }

    [Fact]
    public async Task Azures_news_of_filters_before_and_after_the_answer_are_no_answer()
    {
        Server.Then(ScriptedReply.Events(
            "data: {\"choices\":[],\"created\":0,\"id\":\"\",\"model\":\"\",\"object\":\"\",\"prompt_filter_results\":[{\"prompt_index\":0,\"content_filter_results\":{\"hate\":{\"filtered\":false,\"severity\":\"safe\"}}}]}\n\n",
            $"data: {Hello}\n\n",
            "data: {\"id\":\"\",\"choices\":[{\"index\":0,\"content_filter_results\":{\"hate\":{\"filtered\":false}},\"content_filter_offsets\":{\"check_offset\":0}}]}\n\n",
            $"data: {Stop}\n\n",
            "data: {\"id\":\"\",\"choices\":[{\"index\":0,\"finish_reason\":null,\"content_filter_results\":{\"violence\":{\"filtered\":false}}}]}\n\n",
            "data: [DONE]\n\n"));
        var response = await StreamAsync(Client());
        Assert.Equal(("Hello ", ChatFinishReason.Stop), (response.Text, response.FinishReason!.Value));
        Assert.Equal("c1", response.ResponseId);
    }

    [Fact]
    public async Task A_filter_that_steps_in_after_the_end_is_a_fault_all_the_same()
    {
        Server.Then(ScriptedReply.Events($"data: {Hello}\n\ndata: {Stop}\n\n", "data: {\"choices\":[{\"index\":0,\"content_filter_results\":{\"violence\":{\"filtered\":true}}}]}\n\n", "data: [DONE]\n\n"));
        Assert.Equal(ChatModelFault.ContentFiltered, (await FailAsync(Client())).Fault.Fault);
    }

    [Fact]
    public async Task Counts_on_every_piece_are_not_added_up()
    {
        Server.Then(ScriptedReply.Events(
            "data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\"a\"}}],\"usage\":{\"prompt_tokens\":5,\"completion_tokens\":1}}\n\n",
            "data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\"b\"},\"finish_reason\":\"stop\"}],\"usage\":{\"prompt_tokens\":5,\"completion_tokens\":2}}\n\n",
            "data: [DONE]\n\n"));
        var response = await StreamAsync(Client());
        Assert.Equal((5, 2), (response.Usage!.InputTokenCount, response.Usage.OutputTokenCount));
    }

    [Theory]
    [InlineData("")]
    [InlineData(",\"usage\":null")]
    [InlineData(",\"usage\":{\"prompt_tokens\":-1,\"completion_tokens\":\"x\"}")]
    public async Task Tokens_nobody_counts_are_estimated_and_marked(string usage)
    {
        Server.Then(ScriptedReply.Events("data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\"twelve pieces\"},\"finish_reason\":\"stop\"}]" + usage + "}\n\n"));
        var response = await StreamAsync(Client());
        Assert.True(IsEstimated(response.Usage));
        Assert.InRange(response.Usage!.InputTokenCount!.Value, 5, 30);
        Assert.InRange(response.Usage.OutputTokenCount!.Value, 3, 15);
    }

    [Fact]
    public async Task Reasoning_is_kept_apart_from_the_answer()
    {
        Server.Then(
            ScriptedReply.Say("Twelve.") with { Reasoning = "The user wants W-1." },
            ScriptedReply.Events("data: {\"choices\":[{\"index\":0,\"delta\":{\"reasoning\":\"hm\"}}]}\n\n", $"data: {Hello}\n\ndata: {Stop}\n\n"),
            ScriptedReply.Say("<th", "ink>\nW-1? <b", ">yes</thi", "nk>\n\n", "Twel", "ve."));
        foreach (var (answer, thought) in new[] { ("Twelve.", "The user wants W-1."), ("Hello ", "hm"), ("Twelve.", "\nW-1? <b>yes") })
        {
            var response = await StreamAsync(Client());
            Assert.Equal(answer, response.Text);
            Assert.Equal(thought, string.Concat(response.Messages[0].Contents.OfType<TextReasoningContent>().Select(content => content.Text)));
        }
    }

    [Fact]
    public async Task An_answer_that_begins_inside_its_thinking_can_be_configured()
    {
        Server.Then(ScriptedReply.Say("so W-1", "</think>", "\nTwelve."));
        Assert.Equal("Twelve.", (await StreamAsync(Client(Options() with { Chat = Options().Chat with { StartsThinking = true } }))).Text);
    }

    [Fact]
    public async Task A_letter_cut_in_halves_is_whole_again_and_bytes_that_are_no_text_do_not_end_the_answer()
    {
        const string Half = "data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\"TEXT\"}}]}\n\n";
        byte[] rubbish = [.. Encoding.UTF8.GetBytes("data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\" a"), 0xC3, 0x28, .. Encoding.UTF8.GetBytes("\\n\"}}]}\n\n")];
        Server.Then(ScriptedReply.Raw(
            "text/event-stream",
            ScriptedStep.Send(Half.Replace("TEXT", "Truck \\ud83d", StringComparison.Ordinal)),
            ScriptedStep.Send(Half.Replace("TEXT", "\\ude9a\\u0021", StringComparison.Ordinal)),
            ScriptedStep.Send(rubbish),
            ScriptedStep.Send(Half.Replace("TEXT", "\\ude9a.", StringComparison.Ordinal)),
            ScriptedStep.Send($"data: {Stop}\n\n")));
        Assert.Equal("Truck 🚚! a\uFFFD(\n\uFFFD.", (await StreamAsync(Client())).Text);
    }

    [Fact]
    public async Task A_stream_longer_than_any_answer_is_cut_off()
    {
        var big = $"data: {Hello.Replace("Hello ", new string('x', 60_000), StringComparison.Ordinal)}\n\n";
        Server.Brain = _ => ScriptedReply.Events([.. Enumerable.Repeat(big, 200)]);
        Assert.Equal(ChatModelFault.BadAnswer, (await FailAsync(Client())).Fault.Fault);
    }

    [Fact]
    public async Task The_same_stream_cut_at_any_byte_gives_the_same_answer_or_a_clear_fault()
    {
        var bytes = Encoding.UTF8.GetBytes($"data: {Hello}\r\n\r\n: ping\n\ndata: {World}\n\ndata: {Stop}\n\ndata: {Used}\n\ndata: [DONE]\n\n");
        var whole = Encoding.UTF8.GetBytes($"data: {Hello}\r\n\r\n: ping\n\ndata: {World}\n\ndata: {Stop}").Length;
        // Each has a model of its own, because faults make one rest; its name says where the stream is cut.
        Server.Brain = request => ScriptedReply.Raw("text/event-stream", ScriptedStep.Send(bytes.AsMemory(0, int.Parse(request["model"]!.ToString(), CultureInfo.InvariantCulture))));
        for (var length = 0; length < bytes.Length; length++)
        {
            using var models = new ChatModels(new ModelsOptions { Models = [Options() with { Model = length.ToString(CultureInfo.InvariantCulture) }] }, Clock, NullLogger<ChatModels>.Instance);
            var client = models.For(ModelDuty.Planner)[0].Client;
            if (length >= whole)
            {
                Assert.Equal("Hello wörld", (await StreamAsync(client)).Text);
                continue;
            }

            var (before, fault) = await FailAsync(client);
            Assert.Equal(ChatModelFault.Truncated, fault.Fault);
            Assert.StartsWith(string.Concat(before.Select(update => update.Text)), "Hello wörld", StringComparison.Ordinal);
        }
    }
}
