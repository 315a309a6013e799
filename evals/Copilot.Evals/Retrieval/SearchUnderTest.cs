using Copilot.Contracts;
using Copilot.Knowledge;
using Copilot.Models;
using Microsoft.Extensions.DependencyInjection;

namespace Copilot.Evals.Retrieval;

/// <summary>The library in a folder of its own, with the embedded store and the embedding fitted on what is in it; gone when disposed.</summary>
internal sealed class SearchUnderTest : IAsyncDisposable
{
    private readonly string _folder;
    private readonly ServiceProvider _services;

    private SearchUnderTest(string folder, ServiceProvider services)
    {
        _folder = folder;
        _services = services;
    }

    /// <summary>Gets the search.</summary>
    public KnowledgeSearch Search => _services.GetRequiredService<KnowledgeSearch>();

    /// <summary>Takes folders in.</summary>
    public static async Task<SearchUnderTest> OfAsync(string documents, bool vectors, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("copilot-retrieval-").FullName;
        var services = new ServiceCollection();
        if (vectors)
        {
            services.AddModels(new ModelsOptions());
        }

        services.AddKnowledge(new KnowledgeOptions { Data = folder, Folder = documents });
        var built = new SearchUnderTest(folder, services.BuildServiceProvider());
        var report = await built._services.GetRequiredService<KnowledgeIngestor>().IngestAsync([documents], null, null, null, cancellationToken);
        if (report.Added == 0)
        {
            throw new CopilotException($"Nothing in {documents} could be taken in{(report.Failed.Count > 0 ? $": {report.Failed[0].Message}" : string.Empty)}");
        }

        await built._services.GetRequiredService<EmbeddingKeeper>().TendAsync(null, cancellationToken);
        return built;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
