using Copilot.Contracts;
using Copilot.Knowledge;
using Copilot.Knowledge.Stores;
using Copilot.Knowledge.Stores.Qdrant;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Copilot.Tests.Knowledge;

public sealed class KnowledgeSetupTests
{
    [Fact]
    public void The_library_is_registered_whole()
    {
        var data = Directory.CreateTempSubdirectory("setup-").FullName;
        try
        {
            using var services = new ServiceCollection().AddKnowledge(new KnowledgeOptions { Data = data }).BuildServiceProvider();

            Assert.Equal("knowledge.search", Assert.Single(services.GetServices<ITool>()).Definition.Name);
            Assert.Single(services.GetServices<ISourceOpener>());
            Assert.NotNull(services.GetRequiredService<KnowledgeIngestor>());
            Assert.NotNull(services.GetRequiredService<KnowledgeSearch>());
        }
        finally
        {
            Directory.Delete(data, recursive: true);
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData("Host=127.0.0.1;Port=1;Database=nowhere")]
    public async Task A_library_may_be_searched_in_Qdrant_whatever_it_is_kept_in(string? store)
    {
        var data = Directory.CreateTempSubdirectory("setup-").FullName;
        try
        {
            var options = new KnowledgeOptions { Data = data, Store = store, Qdrant = new QdrantOptions { Url = new Uri("http://127.0.0.1:1") } };
            await using var services = new ServiceCollection().AddKnowledge(options).BuildServiceProvider();

            Assert.IsType<QdrantKnowledgeStore>(services.GetRequiredService<IKnowledgeStore>());
        }
        finally
        {
            Directory.Delete(data, recursive: true);
        }
    }

    [Fact]
    public void Wrong_options_are_refused_all_at_once_with_key_value_and_repair()
    {
        var options = new KnowledgeOptions { Data = " ", Collection = "a b", LargestFileMegabytes = 0, LeastCoverage = double.NaN };

        var refused = Assert.Throws<CopilotException>(() => new ServiceCollection().AddKnowledge(options));

        Assert.All(
            new[] { "Copilot:Data", "Copilot:Knowledge:Collection is \"a b\"", "LargestFileMegabytes is 0; use a number from 1 to 4096", "LeastCoverage is NaN" },
            part => Assert.Contains(part, refused.Message, StringComparison.Ordinal));
    }
}
