using System.Net.Http.Json;
using System.Text.Json;
using Copilot.Testing.Models;
using Xunit;

namespace Copilot.Tests.Models.Chat;

/// <summary>The scripted model is itself held to what the real wires look like.</summary>
public sealed class ScriptedChatTests
{
    [Fact]
    public async Task The_brain_reads_the_request_and_its_text_streams_as_events()
    {
        await using var chat = await ScriptedChat.StartAsync(request => ScriptedReply.Say("You said ", request["messages"]![0]!["content"]!.ToString()));
        var body = await AskAsync(chat, "/v1/chat/completions", new { model = "m", stream = true, messages = new[] { new { role = "user", content = "hello" } } });
        var pieces = body.Split("\n\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal("data: [DONE]", pieces[^1]);
        Assert.Contains("\"content\":\"hello\"", body, StringComparison.Ordinal);
        Assert.Contains("\"finish_reason\":\"stop\"", body, StringComparison.Ordinal);
        Assert.Equal("m", Assert.Single(chat.Requests).Body.GetProperty("model").GetString());
    }

    [Fact]
    public async Task Ollama_streams_lines_unless_told_not_to_and_gives_arguments_as_an_object()
    {
        await using var chat = await ScriptedChat.StartAsync(_ => ScriptedReply.Call("stock_at", new { sku = "W-1" }));
        var lines = (await AskAsync(chat, "/api/chat", new { model = "m", messages = Array.Empty<object>() })).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal("W-1", JsonDocument.Parse(lines[0]).RootElement.GetProperty("message").GetProperty("tool_calls")[0].GetProperty("function").GetProperty("arguments").GetProperty("sku").GetString());
        Assert.True(JsonDocument.Parse(lines[^1]).RootElement.GetProperty("done").GetBoolean());
        Assert.Single((await AskAsync(chat, "/api/chat", new { model = "m", stream = false, messages = Array.Empty<object>() })).Split('\n'));
    }

    [Fact]
    public async Task A_reply_breaks_where_it_is_told_to()
    {
        await using var chat = await ScriptedChat.StartAsync();
        chat.Then(ScriptedReply.Say("one", "two").BreakAt(2, ScriptedStep.End), ScriptedReply.Say("one").BreakAt(0, ScriptedStep.Abort));
        var request = new { model = "m", stream = true, messages = Array.Empty<object>() };
        var cut = await AskAsync(chat, "/v1/chat/completions", request);
        Assert.Contains("one", cut, StringComparison.Ordinal);
        Assert.DoesNotContain("two", cut, StringComparison.Ordinal);
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => AskAsync(chat, "/v1/chat/completions", request));
    }

    private static async Task<string> AskAsync(ScriptedChat chat, string path, object body)
    {
        using var http = new HttpClient();
        using var response = await http.PostAsJsonAsync(new Uri(chat.Address, path), body);
        return await response.Content.ReadAsStringAsync();
    }
}
