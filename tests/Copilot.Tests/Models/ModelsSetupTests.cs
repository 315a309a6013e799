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
        AssertFault(Good with { Roles = [ModelRole.Planner, ModelRole.Embedder] }, "Copilot__Models__3__Roles is 'planner,embedder': no model both writes and embeds");
        AssertFault(Good with { Roles = [ModelRole.Reranker], Kind = ModelKind.Ollama }, "has no /rerank");
        AssertFault(Good with { Roles = [ModelRole.Reranker, ModelRole.Embedder] }, "no model is both");
        AssertFault(Good with { Dimension = 5000 }, "Copilot__Models__3__Dimension is 5000");
        AssertFault(Good with { BatchSize = 0 }, "Copilot__Models__3__BatchSize is 0");
        AssertFault(Good with { Timeout = TimeSpan.Zero }, "Copilot__Models__3__TimeoutSeconds is 0");
        Assert.Contains("another model is the embedder already", Assert.Single(new ModelsOptions { Models = [Good, Good with { Number = 4 }] }.Faults()), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_fault_of_a_planner_is_named_with_key_and_repair()
    {
        var planner = Good with { Roles = [ModelRole.Planner] };
        AssertFault(planner with { Chat = new() { ContextTokens = 100, MaxOutputTokens = 50 } }, "Copilot__Models__3__ContextTokens is 100");
        AssertFault(planner with { Chat = new() { MaxOutputTokens = 32_768 } }, "Copilot__Models__3__MaxOutputTokens is 32768: give less than the context's 32768");
        AssertFault(planner with { Kind = ModelKind.Ollama, Chat = new() { MaxOutputTokens = 8192 } }, "give less than the context's 8192");
        AssertFault(planner with { Chat = new() { Concurrency = 2000 } }, "Copilot__Models__3__Concurrency is 2000");
        AssertFault(planner with { Chat = new() { FirstTokenTimeout = TimeSpan.Zero } }, "Copilot__Models__3__FirstTokenTimeoutSeconds is 0");
        AssertFault(planner with { Chat = new() { IdleTimeout = TimeSpan.FromHours(1) } }, "Copilot__Models__3__IdleTimeoutSeconds is 3600");
        AssertFault(planner with { Chat = new() { PriceInput = -1 } }, "Copilot__Models__3__PriceInput is -1");
        AssertFault(planner with { Chat = new() { Currency = "euro" } }, "Copilot__Models__3__Currency is 'euro'");
        AssertFault(planner with { Chat = new() { ApiVersion = "2024-10-21" } }, "Copilot__Models__3__ApiVersion is set: only kind azure");
        AssertFault(planner with { Chat = new() { OllamaApi = OllamaSurface.V1 } }, "Copilot__Models__3__OllamaApi is set");
        AssertFault(planner with { Chat = new() { KeepAlive = "10m" } }, "Copilot__Models__3__KeepAlive is '10m'");
        AssertFault(planner with { Kind = ModelKind.Ollama, Chat = new() { KeepAlive = "ten" } }, "Copilot__Models__3__KeepAlive is 'ten'");
        AssertFault(planner with { Chat = new() { ReasoningEffort = "much" } }, "Copilot__Models__3__ReasoningEffort is 'much'");
        AssertFault(planner with { Chat = new() { CacheSalt = "hush" } }, "Copilot__Models__3__CacheSalt is shorter than 16 characters");
        AssertFault(planner with { Chat = new() { Entra = new EntraOptions() } }, "Copilot__Models__3__Entra is set: only kind azure");
        AssertFault(Good with { Chat = new() { ContextTokens = 4096 } }, "keys for planners and writers are set too");
        Assert.Contains("give each a Name of its own", Assert.Single(new ModelsOptions { Models = [planner, planner with { Number = 4 }] }.Faults()), StringComparison.Ordinal);
        Assert.Empty(new ModelsOptions { Models = [planner, planner with { Number = 4, Name = "other" }] }.Faults());
    }

    [Fact]
    public void A_secret_never_goes_to_the_sign_in_service_in_the_clear()
    {
        var azure = Good with { Kind = ModelKind.Azure, Roles = [ModelRole.Planner] };
        AssertFault(azure with { Chat = new() { Entra = new EntraOptions { Tenant = "t", Client = "c", Secret = "hush", Authority = new Uri("http://login.example.com") } } }, "Copilot__Models__3__Entra__Authority is an address that can't be used");
        AssertFault(azure with { Chat = new() { Entra = new EntraOptions { Tenant = "../x", Client = "c", Secret = "hush" } } }, "Copilot__Models__3__Entra__Tenant is no tenant");
        AssertFault(azure with { Chat = new() { Entra = new EntraOptions { Secret = "hush" } } }, "Copilot__Models__3__Entra__Secret is set without tenant and client");
        AssertFault(azure with { Chat = new() { Entra = new EntraOptions { IdentityHeader = "hush" } } }, "belong together");
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
