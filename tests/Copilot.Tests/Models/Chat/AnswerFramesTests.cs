using System.Text;
using System.Text.Json;
using Copilot.Models.Chat.Wire;
using Copilot.Models.Endpoints;
using Xunit;

namespace Copilot.Tests.Models.Chat;

/// <summary>Pieces of streams, however they are cut.</summary>
public sealed class AnswerFramesTests
{
    private const string Events = "\uFEFF: hi\r\ndata: {\"a\":\"日本 – ü 🚚\"}\r\n\r\nevent: x\ndata: {\"b\":\ndata: [1,\ndata: 2]}\n\n{\"c\":{}}\n\rdata: [DONE]\n\n";
    private const string Lines = "{\"a\":\"ü\"}\r\n{\"b\":[{}]}\n\n{\n\"c\":\n\n{\"d\":\"}\"}\n}";

    [Theory]
    [InlineData(Events, 3, true)]
    [InlineData(Lines, 3, false)]
    public async Task A_stream_split_at_any_byte_or_at_all_of_them_is_the_same_stream(string text, int count, bool isDone)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var whole = await ReadAsync(new Pieces(bytes, bytes.Length), isDone);
        Assert.Equal(count, whole.Count);
        Assert.Equal(whole, await ReadAsync(new Pieces(bytes, 1), isDone));
        for (var split = 1; split < bytes.Length; split++)
        {
            Assert.Equal(whole, await ReadAsync(new Pieces(bytes, split), isDone));
        }
    }

    [Theory]
    [InlineData("data: {\"a\":1", "Truncated")]
    [InlineData("data: {\"a\":\"x", "Truncated")]
    [InlineData("dat", "Truncated")]
    [InlineData("data: {\"a\":1\n\ndata: [DONE]\n\n", "WrongAnswer")]
    [InlineData("data: {\"a\":1}}\n\n", "WrongAnswer")]
    [InlineData("nonsense\n\n", "NotTheApi")]
    public async Task What_is_no_stream_says_so(string text, string fault)
        => Assert.Equal(fault, (await Assert.ThrowsAsync<EndpointException>(() => ReadAsync(new Pieces(Encoding.UTF8.GetBytes(text), 4), isDone: false))).Fault.ToString());

    [Fact]
    public async Task An_object_nested_without_end_is_refused_and_not_followed()
        => await Assert.ThrowsAsync<EndpointException>(() => ReadAsync(new Pieces(Encoding.UTF8.GetBytes("data: " + string.Concat(Enumerable.Repeat("{\"a\":", 100_000)) + "\n\n"), 8192), isDone: false));

    private static async Task<List<string>> ReadAsync(Stream stream, bool isDone)
    {
        var frames = new AnswerFrames(stream, 10_000_000, key: null);
        List<string> read = [];
        while (await frames.NextAsync(default) is { } frame)
        {
            read.Add(JsonSerializer.Serialize(frame));
        }

        Assert.Equal(isDone, frames.IsDone);
        return read;
    }
}
