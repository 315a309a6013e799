using Copilot.Contracts;
using Copilot.Models;
using Copilot.Testing.Models;
using Xunit;

namespace Copilot.Tests.Models.Endpoints;

public sealed class OllamaEmbedderTests : EndpointBench
{
    [Theory]
    [InlineData("/")]
    [InlineData("/v1")]
    [InlineData("/api")]
    [InlineData("/api/embed")]
    public async Task Ollama_is_asked_at_its_own_path_however_the_address_is_given(string given)
    {
        Server.Usual = NativeAsync;
        var embedder = await Source(Options(ModelKind.Ollama, given)).OpenAsync(default);
        var vectors = await embedder.EmbedAsync(["a", "bb"], EmbeddingPurpose.Passage, default);

        AssertTold("bb", vectors[1]);
        Assert.Equal("ollama/m/3", embedder.ModelId);
        Assert.All(Server.Requests, request => Assert.Equal("/api/embed", request.Path));
        Assert.True(Server.Requests.First().Body.GetProperty("truncate").GetBoolean());
    }

    [Fact]
    public async Task A_server_without_that_path_is_asked_as_openai_from_then_on()
    {
        Server.Usual = (http, request) => request.Path == "/v1/embeddings"
            ? ScriptedEndpoint.JsonAsync(http, 200, new { data = request.Texts.Select((text, index) => new { index, embedding = Told(text) }) })
            : ScriptedEndpoint.TextAsync(http, 404, "404 page not found");
        var embedder = await Source(Options(ModelKind.Ollama, "/")).OpenAsync(default);
        await embedder.EmbedAsync(["a"], EmbeddingPurpose.Passage, default);
        Assert.Equal(["/api/embed", "/v1/embeddings", "/v1/embeddings"], Server.Requests.Select(r => r.Path));
    }

    [Fact]
    public async Task A_model_that_is_not_there_is_to_be_pulled()
    {
        Server.Usual = (http, _) => ScriptedEndpoint.JsonAsync(http, 404, new { error = "model \"m\" not found, try pulling it first" });
        var trouble = await Assert.ThrowsAsync<CopilotException>(() => Source(Options(ModelKind.Ollama, "/")).OpenAsync(default));
        Assert.Contains("ollama pull m", trouble.Message, StringComparison.Ordinal);
        Assert.Single(Server.Requests);
    }

    [Fact]
    public async Task A_text_on_which_ollama_fails_with_nan_gets_zeros_and_the_others_their_vectors()
    {
        Server.Usual = NativeAsync;
        var embedder = await OpenAsync(Options(ModelKind.Ollama, "/"));
        Server.Usual = (http, request) => request.Texts.Contains("poison")
            ? ScriptedEndpoint.JsonAsync(http, 500, new { error = "failed to encode response: json: unsupported value: NaN" })
            : NativeAsync(http, request);
        var vectors = await embedder.EmbedAsync(["a", "poison", "ccc"], EmbeddingPurpose.Passage, default);
        AssertTold("a", vectors[0]);
        Assert.Equal([0, 0, 0], vectors[1]);
        AssertTold("ccc", vectors[2]);
    }

    [Theory]
    [InlineData("""{"embeddings":[]}""")]
    [InlineData("""{"embeddings":null}""")]
    [InlineData("""{"embedding":[1,2,3]}""")]
    [InlineData("""{"embeddings":[1,2,3]}""")]
    public async Task An_answer_that_does_not_fit_is_a_fault(string answer)
    {
        Server.Usual = (http, _) => ScriptedEndpoint.WriteAsync(http, 200, "application/json", answer);
        var trouble = await Assert.ThrowsAsync<CopilotException>(() => Source(Options(ModelKind.Ollama, "/")).OpenAsync(default));
        Assert.Contains("does not fit the request", trouble.Message, StringComparison.Ordinal);
    }

    private static Task NativeAsync(Microsoft.AspNetCore.Http.HttpContext http, ScriptedRequest request)
        => ScriptedEndpoint.JsonAsync(http, 200, new { model = "m", embeddings = request.Texts.Select(Told), prompt_eval_count = 3 });
}
