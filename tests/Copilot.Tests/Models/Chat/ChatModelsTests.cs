using Copilot.Contracts;
using Copilot.Models;
using Copilot.Models.Chat;
using Copilot.Testing.Models;
using Microsoft.Extensions.AI;
using Xunit;

namespace Copilot.Tests.Models.Chat;

/// <summary>Who does what, in which order, at which price, inside or outside.</summary>
public sealed class ChatModelsTests : ChatBench
{
    [Theory]
    [InlineData("planner", "a", "a", "a")]
    [InlineData("writer", "a", "a", "a")]
    [InlineData("small", "", "", "a")]
    [InlineData("planner;writer", "a", "b", "b")]
    [InlineData("planner;writer;small", "a", "b", "c")]
    [InlineData("planner,writer;planner;writer,small", "ab", "ac", "c")]
    [InlineData("embedder;planner,writer", "b", "b", "b")]
    [InlineData("", "", "", "")]
    public void Duties_go_to_roles_in_the_order_of_the_configuration(string roles, string planners, string writers, string smalls)
    {
        var models = Models([.. roles.Split(';', StringSplitOptions.RemoveEmptyEntries).Select((list, i) => Options() with
        {
            Number = i,
            Name = "abc"[i].ToString(),
            Chat = list == "embedder" ? new() : Options().Chat,
            Roles = [.. list.Split(',').Select(role => Enum.Parse<ModelRole>(role, ignoreCase: true))],
        })]);
        Assert.Equal((planners, writers, smalls), (Names(ModelDuty.Planner), Names(ModelDuty.Writer), Names(ModelDuty.Small)));

        string Names(ModelDuty duty) => string.Concat(models.For(duty).Select(model => model.Name));
    }

    [Theory]
    [InlineData(ModelKind.Ollama, null, "m", true)]
    [InlineData(ModelKind.Ollama, "http://ollama:11434", "m", true)]
    [InlineData(ModelKind.Ollama, "https://ollama.com", "m", false)]
    [InlineData(ModelKind.Ollama, null, "gpt-oss:120b-cloud", false)]
    [InlineData(ModelKind.Compatible, "http://127.0.0.1:8000/v1", "m", true)]
    [InlineData(ModelKind.Compatible, "http://10.1.2.3:8000/v1", "m", true)]
    [InlineData(ModelKind.Compatible, "http://172.31.0.1/v1", "m", true)]
    [InlineData(ModelKind.Compatible, "http://172.32.0.1/v1", "m", false)]
    [InlineData(ModelKind.Compatible, "http://192.168.7.7/v1", "m", true)]
    [InlineData(ModelKind.Compatible, "http://[fd00::1]:8000/v1", "m", true)]
    [InlineData(ModelKind.Compatible, "http://[::1]:8000/v1", "m", true)]
    [InlineData(ModelKind.Compatible, "http://[2001:db8::1]/v1", "m", false)]
    [InlineData(ModelKind.Compatible, "http://gpu.internal/v1", "m", true)]
    [InlineData(ModelKind.Compatible, "http://localhost/v1", "m", true)]
    [InlineData(ModelKind.Compatible, "https://api.mistral.ai/v1", "m", false)]
    [InlineData(ModelKind.Compatible, "https://10.example.com/v1", "m", false)]
    [InlineData(ModelKind.OpenAi, "http://127.0.0.1/v1", "m", false)]
    [InlineData(ModelKind.Azure, "https://x.openai.azure.com", "m", false)]
    public void A_model_is_in_house_by_its_address(ModelKind kind, string? endpoint, string name, bool inHouse)
    {
        var options = Options(kind) with { Endpoint = endpoint is null ? null : new Uri(endpoint), Model = name };
        Assert.Equal(inHouse, Model(options).InHouse);
        Assert.False(Model(options with { Chat = options.Chat with { InHouse = false } }).InHouse);
        Assert.True(Model(options with { Chat = options.Chat with { InHouse = true } }).InHouse);
    }

    [Fact]
    public async Task An_answer_has_its_price()
    {
        var model = Model(Options() with { Chat = Options().Chat with { PriceInput = 2.5m, PriceOutput = 10m, Currency = "EUR" } });
        Server.Then(ScriptedReply.Say("Twelve.") with { Usage = (1_000_000, 100_000) });
        Assert.Equal((3.5m, "EUR"), (model.CostOf((await StreamAsync(model.Client)).Usage!), model.Currency));
        Assert.Equal(0m, model.CostOf(new UsageDetails()));
    }

    [Theory]
    [InlineData("", 0, 0)]
    [InlineData("The quick brown fox jumps over the lazy dog.", 10, 20)]
    [InlineData("{\"sku\":\"W-1\",\"qty\":12}", 10, 20)]
    [InlineData("Lieferverzögerungen", 4, 8)]
    [InlineData("納期は三日です", 7, 12)]
    [InlineData("🚚🚚", 4, 8)]
    public void Tokens_are_estimated_rather_too_many_than_too_few(string text, int least, int most)
        => Assert.InRange(Model().EstimateTokens(text), least, most);

    [Fact]
    public void The_defaults_are_those_of_the_kind()
    {
        var ollama = ChatTraits.Of(Options(ModelKind.Ollama) with { Chat = new() });
        Assert.Equal((8192, 4, TimeSpan.FromSeconds(300), true, false), (ollama.ContextTokens, ollama.Concurrency, ollama.FirstTokenTimeout, ollama.IsNativeOllama, ollama.ToolChoice));
        var openAi = ChatTraits.Of(Options(ModelKind.OpenAi) with { Chat = new() });
        Assert.Equal((32_768, 64, TimeSpan.FromSeconds(60), true, true), (openAi.ContextTokens, openAi.Concurrency, openAi.FirstTokenTimeout, openAi.MaxCompletionTokens, openAi.ParallelToolCalls));
        Assert.False(ChatTraits.Of(Options(ModelKind.Azure) with { Chat = new() { ApiVersion = "2024-10-21" } }).MaxCompletionTokens);
    }

    [Theory]
    [InlineData(ModelKind.Azure, "https://x.openai.azure.com", null, "https://x.openai.azure.com/openai/v1/chat/completions")]
    [InlineData(ModelKind.Azure, "https://x.services.ai.azure.com/openai/v1/", null, "https://x.services.ai.azure.com/openai/v1/chat/completions")]
    [InlineData(ModelKind.Azure, "https://x.openai.azure.com/", "2024-10-21", "https://x.openai.azure.com/openai/deployments/m%201/chat/completions?api-version=2024-10-21")]
    [InlineData(ModelKind.Azure, "https://gate/ai/openai/deployments/m/chat/completions?api-version=2023-01-01", "2024-10-21", "https://gate/ai/openai/deployments/m%201/chat/completions?api-version=2024-10-21")]
    [InlineData(ModelKind.OpenAi, null, null, "https://api.openai.com/v1/chat/completions")]
    [InlineData(ModelKind.Compatible, "http://h:8000/v1/chat/completions", null, "http://h:8000/v1/chat/completions")]
    [InlineData(ModelKind.Ollama, "http://h:11434/v1", null, "http://h:11434/v1/chat/completions")]
    public void Addresses_are_taken_as_people_paste_them(ModelKind kind, string? endpoint, string? version, string address)
        => Assert.Equal(address, ChatAddress.Of(Options(kind) with { Endpoint = endpoint is null ? null : new Uri(endpoint), Model = "m 1", Chat = new() { ApiVersion = version } }).AbsoluteUri);
}
