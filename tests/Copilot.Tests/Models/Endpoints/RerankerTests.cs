using Copilot.Contracts;
using Copilot.Testing.Models;
using Xunit;

namespace Copilot.Tests.Models.Endpoints;

public sealed class RerankerTests : EndpointBench
{
    [Fact]
    public async Task Scores_come_back_in_the_order_of_the_passages()
    {
        Server.Then(200, new { id = "r", results = new object[] { new { index = 2, relevance_score = 0.9, document = new { text = "c" } }, new { index = 0, relevance_score = 0.5 }, new { index = 1, relevance_score = -0.1 } } });
        Assert.Equal([0.5, -0.1, 0.9], await Reranker().ScoreAsync("which?", ["a", "b", "c"], default));

        var request = Assert.Single(Server.Requests);
        Assert.Equal("/v1/rerank", request.Path);
        Assert.Equal("which?", request.Body.GetProperty("query").GetString());
        Assert.Equal(3, request.Body.GetProperty("top_n").GetInt32());
        Assert.Equal("Bearer secret-key-1", request.Headers["Authorization"]);
    }

    [Theory]
    [InlineData("""[{"index":1,"score":2.5},{"index":0,"score":1}]""")]
    [InlineData("""{"data":[{"index":1,"relevance_score":2.5},{"index":0,"relevance_score":1}]}""")]
    public async Task Other_shapes_of_the_same_answer_are_read_too(string answer)
    {
        Server.Usual = (http, _) => ScriptedEndpoint.WriteAsync(http, 200, "application/json", answer);
        Assert.Equal([1, 2.5], await Reranker().ScoreAsync("q", ["a", "b"], default));
    }

    [Fact]
    public async Task More_passages_than_a_request_takes_are_scored_in_several()
    {
        Server.Usual = (http, request) => ScriptedEndpoint.JsonAsync(http, 200, new { results = request.Texts.Select((text, index) => new { index, relevance_score = text.Length }).Reverse() });
        var passages = Enumerable.Range(1, 50).Select(i => new string('x', i)).ToArray();
        Assert.Equal(passages.Select(p => (double)p.Length), await Reranker().ScoreAsync("q", passages, default));
        Assert.Equal([32, 18], Server.Requests.Select(r => r.Texts.Count));
    }

    [Fact]
    public async Task Passages_without_words_are_not_sent_and_come_last()
    {
        Server.Usual = (http, request) => ScriptedEndpoint.JsonAsync(http, 200, new { results = request.Texts.Select((_, index) => new { index, relevance_score = -3 - index }) });
        Assert.Equal([-3, -5, -4], await Reranker().ScoreAsync("q", ["a", " ", "b"], default));
        Assert.Empty(await Reranker().ScoreAsync("q", [], default));
    }

    [Theory]
    [InlineData("""{"results":[{"index":0,"relevance_score":1}]}""")]
    [InlineData("""{"results":[{"index":0,"relevance_score":1},{"index":0,"relevance_score":2}]}""")]
    [InlineData("""{"results":[{"index":0},{"index":1}]}""")]
    [InlineData("""{"scores":[1,2]}""")]
    public async Task An_answer_that_does_not_fit_is_a_fault(string answer)
    {
        Server.Usual = (http, _) => ScriptedEndpoint.WriteAsync(http, 200, "application/json", answer);
        var trouble = await Assert.ThrowsAsync<CopilotException>(() => Reranker().ScoreAsync("q", ["a", "b"], default));
        Assert.Contains("check that it is a model for reranker", trouble.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_calls_passages_texts_is_asked_so_from_then_on()
    {
        Server.Usual = (http, request) => request.Body.TryGetProperty("texts", out _)
            ? ScriptedEndpoint.JsonAsync(http, 200, request.Texts.Select((text, index) => new { index, score = text.Length }))
            : ScriptedEndpoint.TextAsync(http, 422, "Failed to deserialize the JSON body into the target type: missing field `texts` at line 1 column 60");
        var reranker = Reranker();
        Assert.Equal([1, 2], await reranker.ScoreAsync("q", ["a", "bb"], default));
        Assert.Equal([3], await reranker.ScoreAsync("q", ["ccc"], default));
        Assert.Equal(3, Server.Requests.Count);
    }

    [Fact]
    public async Task A_busy_server_is_asked_again_and_a_refused_key_is_not()
    {
        Server.Then(503, new { error = "overloaded" });
        Server.Then(200, new { results = new[] { new { index = 0, relevance_score = 1 } } });
        Assert.Equal([1], await Reranker().ScoreAsync("q", ["a"], default));

        Server.Usual = (http, _) => ScriptedEndpoint.JsonAsync(http, 401, new { message = "invalid api token" });
        await Assert.ThrowsAsync<CopilotException>(() => Reranker().ScoreAsync("q", ["a"], default));
        Assert.Equal(3, Server.Requests.Count);
    }
}
