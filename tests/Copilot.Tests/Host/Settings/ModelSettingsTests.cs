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
    public void A_role_of_later_is_refused_openly()
    {
        var trouble = Fault(("0:Kind", "openai"), ("0:Model", "gpt"), ("0:ApiKey", "hush"), ("0:Roles", "planner, writer"));
        Assert.Contains("Copilot__Models__0__Roles is 'planner': this version uses models as embedder and reranker only", trouble, StringComparison.Ordinal);
        Assert.Contains("'writer'", trouble, StringComparison.Ordinal);
        Assert.DoesNotContain("hush", trouble, StringComparison.Ordinal);
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
