using Copilot.Contracts;
using Copilot.Host.Settings;
using Copilot.Models;
using Microsoft.Extensions.Configuration;
using Xunit;

namespace Copilot.Tests.Host.Settings;

public sealed class ModelSettingsTests
{
    [Fact]
    public void Without_models_there_are_none() => Assert.Empty(Read().Models);

    [Fact]
    public void An_embedder_is_read_with_its_extras()
    {
        var model = Assert.Single(Read(
            ("2:Kind", "Ollama"), ("2:Model", "nomic-embed-text"), ("2:Roles", "embedder"), ("2:Endpoint", "http://ollama:11434"), ("2:Name", "embeddings"),
            ("2:QueryPrefix", "search_query: "), ("2:PassagePrefix", "search_document:"), ("2:BatchSize", "64"), ("2:TimeoutSeconds", "120"), ("2:Dimension", "512")).Models);

        Assert.Equal(2, model.Number);
        Assert.Equal(ModelKind.Ollama, model.Kind);
        Assert.Equal("nomic-embed-text", model.Model);
        Assert.Equal([ModelRole.Embedder], model.Roles);
        Assert.Equal("search_query:", model.QueryPrefix);
        Assert.Equal(64, model.BatchSize);
        Assert.Equal(TimeSpan.FromMinutes(2), model.Timeout);
        Assert.Equal(512, model.Dimension);
    }

    [Fact]
    public void A_planner_is_read_with_all_its_keys()
    {
        var model = Assert.Single(Read(
            ("0:Kind", "compatible"), ("0:Model", "qwen3"), ("0:Roles", "planner, writer"), ("0:Endpoint", "http://10.0.0.7:8000/v1"), ("0:ContextTokens", "16000"), ("0:MaxOutputTokens", "900"),
            ("0:InHouse", "False"), ("0:PriceInput", "0.15"), ("0:PriceOutput", "0.60"), ("0:Currency", "EUR"), ("0:Concurrency", "12"), ("0:FirstTokenTimeoutSeconds", "90"), ("0:IdleTimeoutSeconds", "20"),
            ("0:MaxCompletionTokens", "true"), ("0:DeveloperRole", "true"), ("0:Temperature", "false"), ("0:ToolChoice", "false"), ("0:ParallelToolCalls", "true"), ("0:StreamUsage", "false"),
            ("0:ReasoningEffort", "Low"), ("0:StartsThinking", "true"), ("0:CacheSalt", "hush-hush-hush-hush")).Models);
        Assert.Equal([ModelRole.Planner, ModelRole.Writer], model.Roles);
        Assert.Equal(
            new ChatModelOptions
            {
                ContextTokens = 16000,
                MaxOutputTokens = 900,
                InHouse = false,
                PriceInput = 0.15m,
                PriceOutput = 0.60m,
                Currency = "EUR",
                Concurrency = 12,
                FirstTokenTimeout = TimeSpan.FromSeconds(90),
                IdleTimeout = TimeSpan.FromSeconds(20),
                MaxCompletionTokens = true,
                DeveloperRole = true,
                Temperature = false,
                ToolChoice = false,
                ParallelToolCalls = true,
                StreamUsage = false,
                ReasoningEffort = "low",
                StartsThinking = true,
                CacheSalt = "hush-hush-hush-hush",
            },
            model.Chat);
        Assert.DoesNotContain("hush", model.ToString() + model.Chat, StringComparison.Ordinal);
    }

    [Fact]
    public void Azure_signs_in_with_a_key_or_with_Entra_in_one_of_two_ways()
    {
        (string, string)[] azure = [("0:Kind", "azure"), ("0:Model", "gpt"), ("0:Roles", "planner"), ("0:Endpoint", "https://x.openai.azure.com"), ("0:ApiVersion", "2024-10-21")];
        var application = Assert.Single(Read([.. azure, ("0:Entra:Tenant", "contoso.com"), ("0:Entra:Client", "app"), ("0:Entra:Secret", "hush")]).Models);
        Assert.Equal(("contoso.com", "app", "hush", "https://ai.azure.com/.default"), (application.Chat.Entra!.Tenant, application.Chat.Entra.Client, application.Chat.Entra.Secret, application.Chat.Entra.Scope));
        Assert.DoesNotContain("hush", application.ToString() + application.Chat + application.Chat.Entra, StringComparison.Ordinal);
        Assert.Null(Assert.Single(Read([.. azure, ("0:Entra:ManagedIdentity", "true")]).Models).Chat.Entra!.Secret);
        Assert.Contains("Copilot__Models__0__Entra__Secret is nothing", Fault([.. azure, ("0:Entra:Tenant", "contoso.com"), ("0:Entra:Client", "app")]), StringComparison.Ordinal);
        var both = Fault([.. azure, ("0:Entra:ManagedIdentity", "true"), ("0:Entra:Secret", "hush")]);
        Assert.Contains("one of the two", both, StringComparison.Ordinal);
        Assert.DoesNotContain("hush", both, StringComparison.Ordinal);
        Assert.Contains("Copilot__Models__0__ApiKey is set beside Entra", Fault([.. azure, ("0:Entra:ManagedIdentity", "true"), ("0:ApiKey", "k")]), StringComparison.Ordinal);
        Assert.Contains("Copilot__Models__0__ApiKey is nothing", Fault(azure), StringComparison.Ordinal);
    }

    [Fact]
    public void Values_that_can_be_read_in_two_ways_are_refused()
    {
        var trouble = Fault(("0:Kind", "ollama"), ("0:Model", "m"), ("0:Roles", "planner"), ("0:PriceInput", "0,15"), ("0:InHouse", "yes"), ("0:OllamaApi", "v2"), ("0:IdleTimeoutSeconds", "1.5"));
        Assert.Contains("Copilot__Models__0__PriceInput is '0,15'", trouble, StringComparison.Ordinal);
        Assert.Contains("Copilot__Models__0__InHouse is 'yes': write true or false", trouble, StringComparison.Ordinal);
        Assert.Contains("Copilot__Models__0__OllamaApi is 'v2'", trouble, StringComparison.Ordinal);
        Assert.Contains("Copilot__Models__0__IdleTimeoutSeconds is '1.5'", trouble, StringComparison.Ordinal);
    }

    [Fact]
    public void All_that_is_wrong_with_all_models_is_said_at_once()
    {
        var trouble = Fault(
            ("0:Kind", "bedrock"), ("0:Roles", "embeder"), ("0:BatchSize", "many"), ("0:Endpoint", "ftp://u:hush@x"),
            ("1:Kind", "openai"), ("1:Roles", "embedder"), ("1:Model", "m"), ("1:Colour", "red"), ("2:Kind", "1"));
        Assert.Contains("Copilot__Models__0__Kind is 'bedrock': write one of azure, openai, compatible, ollama", trouble, StringComparison.Ordinal);
        Assert.Contains("Copilot__Models__0__Roles is 'embeder'", trouble, StringComparison.Ordinal);
        Assert.Contains("Copilot__Models__0__BatchSize is 'many'", trouble, StringComparison.Ordinal);
        Assert.Contains("Copilot__Models__0__Endpoint is 'an address that can't be used", trouble, StringComparison.Ordinal);
        Assert.Contains("Copilot__Models__1__ApiKey is nothing", trouble, StringComparison.Ordinal);
        Assert.Contains("Copilot__Models__1__Colour is not a key", trouble, StringComparison.Ordinal);
        Assert.Contains("Copilot__Models__2__Kind is '1'", trouble, StringComparison.Ordinal);
        Assert.DoesNotContain("hush", trouble, StringComparison.Ordinal);
    }

    private static string Fault(params (string Key, string Value)[] settings) => Assert.Throws<CopilotException>(() => Read(settings)).Message;

    private static CopilotSettings Read(params (string Key, string Value)[] settings)
        => SettingsReader.Read(
            new ConfigurationBuilder().AddInMemoryCollection(settings.Select(s => KeyValuePair.Create("Copilot:Models:" + s.Key, (string?)s.Value))).Build(), "/work-folder");
}
