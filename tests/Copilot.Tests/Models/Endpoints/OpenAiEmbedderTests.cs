using Copilot.Contracts;
using Copilot.Models;
using Copilot.Testing.Models;
using Xunit;

namespace Copilot.Tests.Models.Endpoints;

public sealed class OpenAiEmbedderTests : EndpointBench
{
    [Fact]
    public async Task Opening_asks_once_for_the_dimension_and_names_all_that_changes_vectors()
    {
        Server.EmbedBy(Told);
        var embedder = await Source(Options() with { QueryPrefix = "query:", PassagePrefix = "passage:" }).OpenAsync(default);

        Assert.Equal(3, embedder.Dimension);
        Assert.Equal("compatible/m/3/query%3A/passage%3A", embedder.ModelId);
        Assert.Equal("passage: dimension", Assert.Single(Assert.Single(Server.Requests).Texts));
    }

    [Theory]
    [InlineData(ModelKind.Compatible, "/v1", "/v1/embeddings", "Authorization", "Bearer secret-key-1")]
    [InlineData(ModelKind.Compatible, "/v1/embeddings/", "/v1/embeddings", "Authorization", "Bearer secret-key-1")]
    [InlineData(ModelKind.OpenAi, "/", "/v1/embeddings", "Authorization", "Bearer secret-key-1")]
    [InlineData(ModelKind.Azure, "/", "/openai/v1/embeddings", "api-key", "secret-key-1")]
    [InlineData(ModelKind.Azure, "/openai/v1/", "/openai/v1/embeddings", "api-key", "secret-key-1")]
    [InlineData(ModelKind.Azure, "/openai/deployments/d?api-version=2024-10-21", "/openai/deployments/d/embeddings?api-version=2024-10-21", "api-key", "secret-key-1")]
    public async Task Each_kind_is_asked_at_its_path_with_its_header(ModelKind kind, string given, string path, string header, string value)
    {
        Server.EmbedBy(Told);
        await Source(Options(kind, given)).OpenAsync(default);

        var request = Assert.Single(Server.Requests);
        Assert.Equal(path, request.Path);
        Assert.Equal(value, request.Headers[header]);
        Assert.Equal(header == "Authorization", request.Headers.ContainsKey("Authorization"));
    }

    [Fact]
    public async Task Vectors_come_back_in_the_order_of_the_texts_whatever_order_they_arrive_in()
    {
        Server.EmbedBy(Told);
        var embedder = await OpenAsync();
        Server.Then(200, new { data = new[] { new { index = 2, embedding = Told("ccc") }, new { index = 0, embedding = Told("a") }, new { index = 1, embedding = Told("bb") } } });

        var vectors = await embedder.EmbedAsync(["a", "bb", "ccc"], EmbeddingPurpose.Passage, default);

        AssertTold("a", vectors[0]);
        AssertTold("bb", vectors[1]);
        AssertTold("ccc", vectors[2]);
    }

    [Fact]
    public async Task Base64_is_read_as_well_as_numbers_and_a_missing_index_means_the_order_of_arrival()
    {
        Server.EmbedBy(Told);
        var embedder = await OpenAsync();
        var bytes = Told("bb").SelectMany(BitConverter.GetBytes).ToArray();
        Server.Then(200, new { data = new object[] { new { embedding = Told("a") }, new { embedding = Convert.ToBase64String(bytes) } } });

        var vectors = await embedder.EmbedAsync(["a", "bb"], EmbeddingPurpose.Passage, default);

        AssertTold("a", vectors[0]);
        AssertTold("bb", vectors[1]);
    }

    [Fact]
    public async Task Prefixes_are_written_before_questions_and_passages_with_one_space()
    {
        Server.EmbedBy(Told);
        var embedder = await OpenAsync(Options() with { QueryPrefix = "query:", PassagePrefix = "passage: " });
        await embedder.EmbedAsync(["where?"], EmbeddingPurpose.Question, default);
        await embedder.EmbedAsync(["there."], EmbeddingPurpose.Passage, default);
        Assert.Equal(["query: where?", "passage: there."], Server.Requests.SelectMany(r => r.Texts));
    }

    [Fact]
    public async Task Many_texts_are_sent_in_batches_of_the_number_and_of_the_characters_a_server_takes()
    {
        Server.EmbedBy(Told);
        var embedder = await OpenAsync(Options() with { BatchSize = 10 });

        var short25 = Enumerable.Range(1, 25).Select(i => new string('x', i)).ToArray();
        var vectors = await embedder.EmbedAsync(short25, EmbeddingPurpose.Passage, default);
        Assert.Equal([10, 10, 5], Server.Requests.Select(r => r.Texts.Count));
        Assert.All(short25.Zip(vectors), pair => AssertTold(pair.First, pair.Second));

        Server.Requests.Clear();
        await embedder.EmbedAsync([.. Enumerable.Repeat(new string('y', 40_000), 9)], EmbeddingPurpose.Passage, default);
        Assert.Equal([6, 3], Server.Requests.Select(r => r.Texts.Count));
        Assert.All(Server.Requests.SelectMany(r => r.Texts), text => Assert.Equal(32_000, text.Length));
    }

    [Fact]
    public async Task Empty_texts_are_not_sent_and_have_no_direction()
    {
        Server.EmbedBy(Told);
        var embedder = await OpenAsync();
        var vectors = await embedder.EmbedAsync(["", " \n", "a"], EmbeddingPurpose.Passage, default);
        Assert.Equal(["a"], Assert.Single(Server.Requests).Texts);
        Assert.Equal([0, 0, 0], vectors[0]);
        Assert.Equal([0, 0, 0], vectors[1]);

        Server.Requests.Clear();
        Assert.Single(await embedder.EmbedAsync([""], EmbeddingPurpose.Question, default));
        Assert.Empty(await embedder.EmbedAsync([], EmbeddingPurpose.Question, default));
        Assert.Empty(Server.Requests);
    }

    [Fact]
    public async Task Half_a_letter_and_control_characters_pass()
    {
        Server.EmbedBy(Told);
        var embedder = await OpenAsync();
        Assert.Equal(3, (await embedder.EmbedAsync(["\0\u0007 broken \uD83D", "🚚", string.Concat(Enumerable.Repeat("🚚", 20_000))], EmbeddingPurpose.Passage, default)).Count);
        Assert.DoesNotContain('\uFFFD', Server.Requests.Single().Texts[2]);
    }

    [Fact]
    public async Task A_dimension_is_asked_for_and_not_again_where_the_model_cannot_shorten()
    {
        Server.Then(400, new { error = new { message = "Model m does not support matryoshka representation, changing output dimensions will lead to poor results.", type = "BadRequestError", code = 400 } });
        Server.EmbedBy(Told);
        var embedder = await Source(Options() with { Dimension = 3 }).OpenAsync(default);
        await embedder.EmbedAsync(["a"], EmbeddingPurpose.Passage, default);
        Assert.Equal([true, false, false], Server.Requests.Select(r => r.Body.TryGetProperty("dimensions", out _)));
    }

    [Fact]
    public async Task Another_dimension_than_asked_for_is_a_fault_at_the_start()
    {
        Server.EmbedBy(Told);
        var trouble = await Assert.ThrowsAsync<CopilotException>(() => Source(Options() with { Dimension = 4 }).OpenAsync(default));
        Assert.Contains("Copilot__Models__0__Dimension asks for 4: set it to 3", trouble.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_dimension_later_is_a_fault_that_says_so()
    {
        Server.EmbedBy(Told);
        var embedder = await OpenAsync();
        Server.EmbedBy(_ => [1, 2]);
        var trouble = await Assert.ThrowsAsync<CopilotException>(() => embedder.EmbedAsync(["a"], EmbeddingPurpose.Passage, default));
        Assert.Contains("a vector of 2 numbers in place of 3", trouble.Message, StringComparison.Ordinal);
        Assert.False(trouble.IsTransient);
    }

    public static TheoryData<string> WrongAnswers() => new(
        """{"data":[]}""",
        """{"data":[{"index":0,"embedding":[1,2,3]},{"index":1,"embedding":[1,2,3]}]}""",
        """{"data":[{"index":5,"embedding":[1,2,3]}]}""",
        """{"data":[{"index":-1,"embedding":[1,2,3]}]}""",
        """{"data":[{"index":0.5,"embedding":[1,2,3]}]}""",
        """{"data":[{"index":0}]}""",
        """{"data":[{"index":0,"embedding":[]}]}""",
        """{"data":[{"index":0,"embedding":{"values":[1]}}]}""",
        """{"data":[{"index":0,"embedding":"not base64!"}]}""",
        """{"data":[{"index":0,"embedding":[[1],[2],[3]]}]}""",
        """{"data":["x"]}""",
        """{"data":null}""",
        """{"object":"list"}""",
        """[1,2,3]""",
        """null""");

    [Theory]
    [MemberData(nameof(WrongAnswers))]
    public async Task An_answer_that_does_not_fit_the_request_is_a_fault_and_is_not_asked_for_again(string answer)
    {
        Server.EmbedBy(Told);
        var embedder = await OpenAsync();
        Server.Usual = (http, _) => ScriptedEndpoint.WriteAsync(http, 200, "application/json", answer);
        var trouble = await Assert.ThrowsAsync<CopilotException>(() => embedder.EmbedAsync(["a"], EmbeddingPurpose.Passage, default));
        Assert.Contains("does not fit the request", trouble.Message, StringComparison.Ordinal);
        Assert.Single(Server.Requests);
    }

    [Fact]
    public async Task A_text_for_which_the_model_has_no_numbers_is_found_alone_and_gets_zeros()
    {
        Server.EmbedBy(Told);
        var embedder = await OpenAsync();
        Server.Usual = (http, request) => ScriptedEndpoint.WriteAsync(http, 200, "application/json",
            "{\"data\":[" + string.Join(',', request.Texts.Select((text, i) => $"{{\"index\":{i},\"embedding\":{(text == "poison" ? "[null,1,\"NaN\"]" : $"[{text.Length},{(int)text[0]},1]")}}}")) + "]}");

        var vectors = await embedder.EmbedAsync(["good", "poison", "fine", "well"], EmbeddingPurpose.Passage, default);

        AssertTold("good", vectors[0]);
        Assert.Equal([0, 0, 0], vectors[1]);
        AssertTold("well", vectors[3]);
    }

    [Fact]
    public async Task A_model_that_computes_only_nonsense_is_refused_at_the_start()
    {
        Server.Usual = (http, _) => ScriptedEndpoint.WriteAsync(http, 200, "application/json", """{"data":[{"index":0,"embedding":[1e999,0,1]}]}""");
        Assert.Contains("no numbers", (await Assert.ThrowsAsync<CopilotException>(() => Source(Options()).OpenAsync(default))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Zeros_and_huge_numbers_are_taken_for_what_they_are()
    {
        Server.EmbedBy(text => text == "nothing" ? [0, 0, 0] : [3e38f, 3e38f, 0]);
        var vectors = await (await OpenAsync()).EmbedAsync(["nothing", "huge"], EmbeddingPurpose.Passage, default);
        Assert.Equal([0, 0, 0], vectors[0]);
        Assert.Equal(MathF.Sqrt(0.5f), vectors[1][0], 5);
    }

    [Fact]
    public async Task An_endpoint_is_opened_and_not_fitted()
    {
        var source = Source(Options());
        Assert.False(source.IsFitted);
        Assert.Throws<InvalidOperationException>(() => source.Load(default));
        await Assert.ThrowsAsync<InvalidOperationException>(() => source.FitAsync(AsyncEnumerable.Empty<string>(), default));
    }
}
