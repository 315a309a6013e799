using Copilot.Contracts;
using Copilot.Models;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Copilot.Tests.Models;

public sealed class ModelsSetupTests
{
    private static readonly ModelOptions Good = new() { Number = 3, Kind = ModelKind.Compatible, Endpoint = new Uri("http://127.0.0.1:1/v1"), Model = "m", Roles = [ModelRole.Embedder] };

    [Fact]
    public void Without_models_the_library_fits_its_own_embedder_and_has_no_reranker()
    {
        using var services = Provider();
        Assert.True(services.GetRequiredService<IEmbedderSource>().IsFitted);
        Assert.Null(services.GetService<IReranker>());
    }

    [Fact]
    public void Models_are_there_for_their_roles()
    {
        using var services = Provider(Good, Good with { Number = 4, Model = "r", Roles = [ModelRole.Reranker] });
        Assert.False(services.GetRequiredService<IEmbedderSource>().IsFitted);
        Assert.Equal("compatible/r", services.GetRequiredService<IReranker>().ModelId);
    }

    [Fact]
    public void The_text_form_hides_the_key() => Assert.DoesNotContain("hush", (Good with { ApiKey = "hush" }).ToString(), StringComparison.Ordinal);

    [Fact]
    public void Every_fault_is_named_with_key_and_repair()
    {
        AssertFault(Good with { Model = "" }, "Copilot__Models__3__Model is nothing");
        AssertFault(Good with { Endpoint = null }, "Copilot__Models__3__Endpoint is nothing");
        AssertFault(Good with { Endpoint = null, Kind = ModelKind.Azure, ApiKey = "k" }, "https://NAME.openai.azure.com");
        AssertFault(Good with { Endpoint = new Uri("https://user:hush@host/v1") }, "Copilot__Models__3__Endpoint is an address that can't be used");
        AssertFault(Good with { Kind = ModelKind.OpenAi }, "Copilot__Models__3__ApiKey is nothing");
        AssertFault(Good with { ApiKey = "hush\nhush" }, "Copilot__Models__3__ApiKey is set (its value is hidden)");
        AssertFault(Good with { Roles = [] }, "Copilot__Models__3__Roles is nothing");
        AssertFault(Good with { Roles = [ModelRole.Planner] }, "Copilot__Models__3__Roles is 'planner': this version uses models as embedder and reranker only");
        AssertFault(Good with { Roles = [ModelRole.Reranker], Kind = ModelKind.Ollama }, "has no /rerank");
        AssertFault(Good with { Roles = [ModelRole.Reranker, ModelRole.Embedder] }, "no model is both");
        AssertFault(Good with { Dimension = 5000 }, "Copilot__Models__3__Dimension is 5000");
        AssertFault(Good with { BatchSize = 0 }, "Copilot__Models__3__BatchSize is 0");
        AssertFault(Good with { Timeout = TimeSpan.Zero }, "Copilot__Models__3__TimeoutSeconds is 0");
        Assert.Contains("another model is the embedder already", Assert.Single(new ModelsOptions { Models = [Good, Good with { Number = 4 }] }.Faults()), StringComparison.Ordinal);
    }

    [Fact]
    public void A_faulty_model_stops_the_start()
        => Assert.Contains("Copilot__Models__3__BatchSize", Assert.Throws<CopilotException>(() => Provider(Good with { BatchSize = 0 })).Message, StringComparison.Ordinal);

    private static void AssertFault(ModelOptions model, string words)
    {
        var fault = Assert.Single(new ModelsOptions { Models = [model] }.Faults());
        Assert.Contains(words, fault, StringComparison.Ordinal);
        Assert.DoesNotContain("hush", fault, StringComparison.Ordinal);
    }

    private static ServiceProvider Provider(params ModelOptions[] models)
        => new ServiceCollection().AddLogging().AddModels(new ModelsOptions { Models = models }).BuildServiceProvider();
}
