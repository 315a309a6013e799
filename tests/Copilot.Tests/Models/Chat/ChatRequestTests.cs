using System.Text.Json;
using Copilot.Contracts;
using Copilot.Models;
using Copilot.Testing.Models;
using Microsoft.Extensions.AI;
using Xunit;

namespace Copilot.Tests.Models.Chat;

/// <summary>What is sent, to each kind of endpoint.</summary>
public sealed class ChatRequestTests : ChatBench
{
    private static readonly AIFunctionDeclaration Stock = AIFunctionFactory.CreateDeclaration("stock", "Free stock.", JsonDocument.Parse("""{"type":"object","properties":{"sku":{"type":"string"}},"required":["sku"],"additionalProperties":false}""").RootElement);

    private static readonly ChatMessage[] Conversation =
    [
        new(ChatRole.System, "Be brief."),
        new(ChatRole.User, [new TextContent("Wieviel "), new TextContent("Stück „W-1“?")]),
        new(ChatRole.Assistant, [new TextReasoningContent("hm"), new FunctionCallContent("c1", "stock", new Dictionary<string, object?> { ["sku"] = "W-1" }), new FunctionCallContent("c2", "stock")]),
        new(ChatRole.Tool, [new FunctionResultContent("c2", new { free = 3 }), new FunctionResultContent("c1", "12"), new FunctionResultContent("gone", "old")]),
        new(ChatRole.Assistant, [new FunctionCallContent("c3", "stock")]),
        new(ChatRole.User, "And W-2?"),
    ];

    [Fact]
    public async Task A_conversation_with_tools_is_written_as_OpenAI_has_it()
    {
        Server.Then(ScriptedReply.Say("ok"));
        await StreamAsync(
            Client(Options() with { Chat = Options().Chat with { ParallelToolCalls = true } }),
            new ChatOptions { Tools = [Stock], Temperature = 0.1f, TopP = 0.9f, MaxOutputTokens = 300, Seed = 7, AllowMultipleToolCalls = false, ToolMode = ChatToolMode.RequireAny, StopSequences = ["END"], Instructions = "First." },
            Conversation);
        AssertJson(
            """
            {"model":"m","stream":true,"stream_options":{"include_usage":true},"max_tokens":300,
             "messages":[{"role":"system","content":"First."},{"role":"system","content":"Be brief."},{"role":"user","content":"Wieviel Stück „W-1“?"},
              {"role":"assistant","content":null,"tool_calls":[{"id":"c1","type":"function","function":{"name":"stock","arguments":"{\"sku\":\"W-1\"}"}},{"id":"c2","type":"function","function":{"name":"stock","arguments":"{}"}}]},
              {"role":"tool","tool_call_id":"c1","content":"12"},{"role":"tool","tool_call_id":"c2","content":"{\"free\":3}"},
              {"role":"assistant","content":null,"tool_calls":[{"id":"c3","type":"function","function":{"name":"stock","arguments":"{}"}}]},
              {"role":"tool","tool_call_id":"c3","content":"This call was not run."},{"role":"user","content":"And W-2?"}],
             "tools":[{"type":"function","function":{"name":"stock","description":"Free stock.","parameters":{"type":"object","properties":{"sku":{"type":"string"}},"required":["sku"],"additionalProperties":false}}}],
             "parallel_tool_calls":false,"tool_choice":"required","temperature":0.1,"top_p":0.9,"seed":7,"stop":["END"]}
            """);
    }

    [Fact]
    public async Task What_a_reasoning_model_refuses_is_left_out_and_what_it_needs_is_said()
    {
        Server.Then(ScriptedReply.Say("ok"));
        await StreamAsync(
            Client(Options() with { Chat = Options().Chat with { MaxCompletionTokens = true, DeveloperRole = true, Temperature = false, StreamUsage = false, ReasoningEffort = "low", ToolChoice = false } }),
            new ChatOptions { Tools = [Stock], Temperature = 0.1f, TopP = 1, ToolMode = ChatToolMode.RequireSpecific("stock"), AllowMultipleToolCalls = true },
            [new(ChatRole.System, "S"), new(ChatRole.User, "U")]);
        AssertJson(
            """
            {"model":"m","stream":true,"max_completion_tokens":2048,"messages":[{"role":"developer","content":"S"},{"role":"user","content":"U"}],
             "tools":[{"type":"function","function":{"name":"stock","description":"Free stock.","parameters":{"type":"object","properties":{"sku":{"type":"string"}},"required":["sku"],"additionalProperties":false}}}],"reasoning_effort":"low"}
            """);
    }

    [Fact]
    public async Task One_tool_can_be_demanded_none_forbidden_and_a_form_wished()
    {
        Server.Brain = _ => ScriptedReply.Say("{}");
        await StreamAsync(Client(), new ChatOptions { Tools = [Stock], ToolMode = ChatToolMode.RequireSpecific("stock") });
        Assert.Equal("stock", Last().GetProperty("tool_choice").GetProperty("function").GetProperty("name").GetString());
        await StreamAsync(Client(), new ChatOptions { Tools = [Stock], ToolMode = ChatToolMode.None, ResponseFormat = ChatResponseFormat.ForJsonSchema(JsonDocument.Parse("""{"type":"object"}""").RootElement, "summary") });
        Assert.False(Last().TryGetProperty("tools", out _));
        Assert.Equal("""{"type":"json_schema","json_schema":{"name":"summary","schema":{"type":"object"}}}""", Last().GetProperty("response_format").GetRawText());
        await Client().GetResponseAsync(Question, new ChatOptions { ResponseFormat = ChatResponseFormat.Json });
        Assert.Equal(("json_object", false), (Last().GetProperty("response_format").GetProperty("type").GetString(), Last().GetProperty("stream").GetBoolean()));
    }

    [Fact]
    public async Task Ollama_is_told_the_length_of_the_context_and_not_to_cut()
    {
        Server.Then(ScriptedReply.Say("ok"));
        await StreamAsync(
            Client(Options(ModelKind.Ollama) with { Chat = Options().Chat with { ContextTokens = 16384, KeepAlive = "10m", ReasoningEffort = "none" } }),
            new ChatOptions { Tools = [Stock], Temperature = 0.1f, Seed = 7, ToolMode = ChatToolMode.RequireAny, AllowMultipleToolCalls = false },
            Conversation[1..4]);
        AssertJson(
            """
            {"model":"m","stream":true,"truncate":false,"shift":false,"keep_alive":"10m","think":false,"options":{"num_ctx":16384,"num_predict":2048,"temperature":0.1,"seed":7},
             "messages":[{"role":"user","content":"Wieviel Stück „W-1“?"},
              {"role":"assistant","content":"","tool_calls":[{"id":"c1","function":{"name":"stock","arguments":{"sku":"W-1"}}},{"id":"c2","function":{"name":"stock","arguments":{}}}]},
              {"role":"tool","content":"12","tool_name":"stock","tool_call_id":"c1"},{"role":"tool","content":"{\"free\":3}","tool_name":"stock","tool_call_id":"c2"}],
             "tools":[{"type":"function","function":{"name":"stock","description":"Free stock.","parameters":{"type":"object","properties":{"sku":{"type":"string"}},"required":["sku"],"additionalProperties":false}}}]}
            """);
        Assert.Equal("/api/chat", Server.Requests.Last().Path);
    }

    [Theory]
    [InlineData("300", "300")]
    [InlineData("-1", "-1")]
    [InlineData("24h", "\"24h\"")]
    public async Task Ollamas_keep_alive_is_a_number_of_seconds_or_a_span(string value, string written)
    {
        await StreamAsync(Client(Options(ModelKind.Ollama) with { Chat = Options().Chat with { KeepAlive = value } }));
        Assert.Equal(written, Last().GetProperty("keep_alive").GetRawText());
    }

    [Fact]
    public async Task Each_kind_signs_in_and_is_found_in_its_own_way()
    {
        Server.Brain = _ => ScriptedReply.Say("ok");
        foreach (var (options, path, header) in new[]
        {
            (Options(), "/v1/chat/completions", "Authorization"),
            (Options(ModelKind.Azure), "/openai/v1/chat/completions", "api-key"),
            (Options(ModelKind.Azure) with { Chat = Options().Chat with { ApiVersion = "2024-10-21" } }, "/openai/deployments/m/chat/completions?api-version=2024-10-21", "api-key"),
            (Options(ModelKind.OpenAi) with { Endpoint = Server.V1 }, "/v1/chat/completions", "Authorization"),
            (Options(ModelKind.Ollama) with { Chat = Options().Chat with { OllamaApi = OllamaSurface.V1 } }, "/v1/chat/completions", "Authorization"),
        })
        {
            Assert.Equal("ok", (await StreamAsync(Client(options))).Text);
            var request = Server.Requests.Last();
            Assert.Equal((path, header == "api-key" ? Key : "Bearer " + Key), (request.Path, request.Headers[header]));
            Assert.Equal(header == "api-key", !request.Headers.ContainsKey("Authorization"));
        }
    }

    [Fact]
    public async Task Companies_are_kept_apart_in_the_servers_cache_without_being_named()
    {
        Server.Brain = _ => ScriptedReply.Say("ok");
        var client = Client(Options() with { Chat = Options().Chat with { CacheSalt = "a-long-secret-of-this-house" } });
        List<string> salts = [];
        foreach (var company in new[] { "Nordwind", "Nordwind", "Südwind", null, null })
        {
            await StreamAsync(client, new ChatOptions { AdditionalProperties = company is null ? null : new() { [ChatModel.TenantKey] = company } });
            salts.Add(Last().GetProperty("cache_salt").GetString()!);
            Assert.DoesNotContain("wind", Last().GetRawText(), StringComparison.Ordinal);
        }

        Assert.Equal(salts[0], salts[1]);
        Assert.Equal(4, salts.Distinct().Count());
        await StreamAsync(Client(), new ChatOptions { AdditionalProperties = new() { [ChatModel.TenantKey] = "Nordwind" } });
        Assert.DoesNotContain("Nordwind", Last().GetRawText(), StringComparison.Ordinal);
    }

    private JsonElement Last() => Server.Requests.Last().Body;

    private void AssertJson(string expected)
        => Assert.Equal(JsonSerializer.Serialize(JsonDocument.Parse(expected).RootElement), JsonSerializer.Serialize(Last()));
}
