using Copilot.Contracts;
using Copilot.Testing.Models;
using Microsoft.Extensions.AI;
using Xunit;

namespace Copilot.Tests.Models.Chat;

/// <summary>Tool calls in all the forms servers send them in; each line is what some server does.</summary>
public sealed class ToolCallTests : ChatBench
{
    [Theory]
    [InlineData("as OpenAI does", "stock(sku=W-1) | price(sku=W-2)", "tool_calls",
        """[{"index":0,"id":"a","type":"function","function":{"name":"stock","arguments":""}}]""", """[{"index":0,"function":{"arguments":"{\"sku\":\"W"}}]""", """[{"index":0,"function":{"arguments":"-1\"}"}}]""",
        """[{"index":1,"id":"b","type":"function","function":{"name":"price","arguments":"{\"sku\":\"W-2\"}"}}]""")]
    [InlineData("two calls interleaved", "stock(sku=W-1) | price(sku=W-2)", "tool_calls",
        """[{"index":0,"id":"a","function":{"name":"stock","arguments":""}},{"index":1,"id":"b","function":{"name":"price","arguments":""}}]""",
        """[{"index":1,"function":{"arguments":"{\"sku\":"}}]""", """[{"index":0,"function":{"arguments":"{\"sku\":"}}]""", """[{"index":0,"function":{"arguments":"\"W-1\"}"}},{"index":1,"function":{"arguments":"\"W-2\"}"}}]""")]
    [InlineData("all at index 0 with the reason stop and objects", "stock(sku=W-1) | stock(sku=W-2)", "stop",
        """[{"index":0,"id":"a","function":{"name":"stock","arguments":{"sku":"W-1"}}}]""", """[{"index":0,"id":"b","function":{"name":"stock","arguments":{"sku":"W-2"}}}]""")]
    [InlineData("all at index 0 without ids", "stock(sku=W-1) | price(sku=W-2)", "stop",
        """[{"index":0,"function":{"name":"stock","arguments":"{\"sku\":\"W-1\"}"}}]""", """[{"index":0,"function":{"name":"price","arguments":"{\"sku\":\"W-2\"}"}}]""")]
    [InlineData("one tool twice at index 0 without ids", "stock(sku=W-1) | stock(sku=W-2)", "stop",
        """[{"index":0,"function":{"name":"stock","arguments":"{\"sku\":\"W-1\"}"}}]""", """[{"index":0,"function":{"name":"stock","arguments":"{\"sku\":\"W-2\"}"}}]""")]
    [InlineData("no index", "stock(sku=W-1) | price(sku=W-2)", "tool_calls",
        """[{"id":"a","function":{"name":"stock","arguments":"{\"sku\""}}]""", """[{"function":{"arguments":":\"W-1\"}"}}]""", """[{"id":"b","function":{"name":"price","arguments":"{\"sku\":\"W-2\"}"}}]""")]
    [InlineData("moved to another index", "stock(sku=W-1)", "tool_calls",
        """[{"index":0,"id":"a","function":{"name":"stock","arguments":"{\"sku\""}}]""", """[{"index":1,"id":"a","function":{"arguments":":\"W-1\"}"}}]""")]
    [InlineData("id and name in every piece", "stock(sku=W-1)", "tool_calls",
        """[{"index":0,"id":"a","function":{"name":"stock","arguments":"{\"sku\""}}]""", """[{"index":0,"id":"a","function":{"name":"stock","arguments":":\"W-1\"}"}}]""", """[{"index":0,"id":"a","function":{"name":"stock","arguments":""}}]""")]
    [InlineData("the same id twice", "stock(sku=W-1) | price(sku=W-2)", "tool_calls",
        """[{"index":0,"id":"a","function":{"name":"stock","arguments":"{\"sku\":\"W-1\"}"}},{"index":1,"id":"a","function":{"name":"price","arguments":"{\"sku\":\"W-2\"}"}}]""")]
    [InlineData("empty ids", "stock(sku=W-1) | price(sku=W-2)", "tool_calls",
        """[{"index":0,"id":"","function":{"name":"stock","arguments":"{\"sku\":\"W-1\"}"}}]""", """[{"index":1,"id":"","function":{"name":"price","arguments":"{\"sku\":\"W-2\"}"}}]""")]
    [InlineData("nothing for arguments", "all()", "tool_calls", """[{"index":0,"id":"a","function":{"name":"all","arguments":""}}]""")]
    [InlineData("null for arguments", "all()", "tool_calls", """[{"index":0,"id":"a","function":{"name":"all","arguments":null}}]""")]
    [InlineData("no arguments at all", "all()", "tool_calls", """[{"index":0,"id":"a","function":{"name":"all"}}]""")]
    [InlineData("an empty object first", "stock(sku=W-1)", "tool_calls", """[{"index":0,"id":"a","function":{"name":"stock","arguments":"{}"}}]""", """[{"index":0,"function":{"arguments":"{\"sku\":\"W-1\"}"}}]""")]
    [InlineData("arguments written twice", "stock(sku=W-1)", "tool_calls", """[{"index":0,"id":"a","function":{"name":"stock","arguments":"\"{\\\"sku\\\":\\\"W-1\\\"}\""}}]""")]
    [InlineData("one call without its list", "stock(sku=W-1)", "tool_calls", """{"index":0,"id":"a","function":{"name":"stock","arguments":"{\"sku\":\"W-1\"}"}}""")]
    [InlineData("an index as text", "stock(sku=W-1)", "tool_calls", """[{"index":"0","id":"a","function":{"name":"stock","arguments":"{\"sku\""}}]""", """[{"index":"0","function":{"arguments":":\"W-1\"}"}}]""")]
    [InlineData("a reason nobody knows", "stock(sku=W-1)", "eos", """[{"index":0,"id":"a","function":{"name":"stock","arguments":"{\"sku\":\"W-1\"}"}}]""")]
    [InlineData("whole calls at the length", "stock(sku=W-1)", "length", """[{"index":0,"id":"a","function":{"name":"stock","arguments":"{\"sku\":\"W-1\"}"}}]""")]
    [InlineData("arguments that are no JSON", "stock(unreadable)", "tool_calls", """[{"index":0,"id":"a","function":{"name":"stock","arguments":"{sku: W-1"}}]""")]
    [InlineData("half letters in arguments", "stock(unreadable)", "tool_calls", """[{"index":0,"id":"a","function":{"name":"stock","arguments":"{\"sku\":\"\\ud83d\"}"}}]""")]
    [InlineData("a letter of arguments cut in halves", "stock(sku=🚚)", "tool_calls", """[{"index":0,"id":"a","function":{"name":"stock","arguments":"{\"sku\":\"\ud83d"}}]""", """[{"index":0,"function":{"arguments":"\ude9a\"}"}}]""")]
    [InlineData("arguments that are a list", "stock(unreadable)", "tool_calls", """[{"index":0,"id":"a","function":{"name":"stock","arguments":"[1]"}}]""")]
    public async Task Calls_come_out_as_they_were_meant(string what, string expected, string reason, params string[] pieces)
    {
        Assert.NotEmpty(what);
        Server.Then(Stream(reason, pieces));
        var response = await StreamAsync(Client());
        Assert.Equal(expected, Calls(response));
        Assert.Equal(reason == "length" ? ChatFinishReason.Length : ChatFinishReason.ToolCalls, response.FinishReason);
        var ids = response.Messages[0].Contents.OfType<FunctionCallContent>().Select(call => call.CallId).ToList();
        Assert.Equal(ids.Count, ids.Distinct().Count());
        Assert.DoesNotContain(ids, string.IsNullOrEmpty);
    }

    [Fact]
    public async Task Calls_in_the_older_form_are_read()
    {
        Server.Then(ScriptedReply.Events(
            Chunk("""{"function_call":{"name":"stock","arguments":"{\"sku\":"}}"""), Chunk("""{"function_call":{"arguments":"\"W-1\"}"}}"""), Chunk("{}", "function_call"), "data: [DONE]\n\n"));
        Assert.Equal("stock(sku=W-1)", Calls(await StreamAsync(Client())));
    }

    [Theory]
    [InlineData("""{"sku":"W""")]
    [InlineData("")]
    [InlineData("""{"sku":{"a":1}""")]
    public async Task A_call_that_was_cut_at_the_length_is_not_given_out(string arguments)
    {
        Server.Then(Stream("length", """[{"index":0,"id":"a","function":{"name":"stock","arguments":ARGS}}]""".Replace("ARGS", System.Text.Json.JsonSerializer.Serialize(arguments), StringComparison.Ordinal)));
        var (before, fault) = await FailAsync(Client());
        Assert.Equal(ChatModelFault.Truncated, fault.Fault);
        Assert.Contains("Copilot__Models__0__MaxOutputTokens", fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(before, update => update.Contents.OfType<FunctionCallContent>().Any());
    }

    [Fact]
    public async Task Calls_are_not_given_out_when_the_stream_breaks_before_its_end()
    {
        var whole = Stream("tool_calls", """[{"index":0,"id":"a","function":{"name":"stock","arguments":"{}"}}]""");
        Server.Brain = _ => whole.BreakAt(1, ScriptedStep.End);
        var (before, fault) = await FailAsync(Client());
        Assert.Equal(ChatModelFault.Truncated, fault.Fault);
        Assert.Empty(before);
    }

    [Fact]
    public async Task An_id_that_an_earlier_answer_had_is_not_given_again()
    {
        Server.Then(ScriptedReply.Call(new ScriptedCall("call_0", "stock", "{}")));
        ChatMessage[] earlier = [.. Question, new(ChatRole.Assistant, [new FunctionCallContent("call_0", "price")]), new(ChatRole.Tool, [new FunctionResultContent("call_0", "3")])];
        var call = (await StreamAsync(Client(), messages: earlier)).Messages[0].Contents.OfType<FunctionCallContent>().Single();
        Assert.Matches("^[a-z0-9]{9}$", call.CallId);
    }

    [Fact]
    public async Task More_calls_than_anybody_means_are_a_bad_answer()
    {
        Server.Then(Stream("tool_calls", [.. Enumerable.Range(0, 200).Select(i => """[{"index":N,"id":"cN","function":{"name":"stock","arguments":"{}"}}]""".Replace("N", $"{i}", StringComparison.Ordinal))]));
        Assert.Equal(ChatModelFault.BadAnswer, (await FailAsync(Client())).Fault.Fault);
    }

    private static ScriptedReply Stream(string reason, params string[] pieces)
        => ScriptedReply.Events([.. pieces.Select(piece => Chunk("{\"tool_calls\":" + piece + "}")), Chunk("{}", reason), "data: [DONE]\n\n"]);

    private static string Chunk(string delta, string? finish = null)
        => "data: {\"id\":\"c1\",\"choices\":[{\"index\":0,\"delta\":" + delta + ",\"finish_reason\":" + (finish is null ? "null" : $"\"{finish}\"") + "}]}\n\n";
}
