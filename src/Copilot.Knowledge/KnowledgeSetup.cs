using Copilot.Contracts;
using Copilot.Knowledge.Answering;
using Copilot.Knowledge.Ingestion;
using Copilot.Knowledge.Ingestion.Reading;
using Copilot.Knowledge.Retrieval;
using Copilot.Knowledge.Stores;
using Copilot.Knowledge.Stores.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Copilot.Knowledge;

/// <summary>Adds this room to the house.</summary>
public static class KnowledgeSetup
{
    /// <summary>Registers the library: <see cref="KnowledgeIngestor"/>, <see cref="KnowledgeSearch"/>, the tool <c>knowledge.search</c> and the opener of its sources.</summary>
    /// <param name="services">The services.</param>
    /// <param name="options">Where documents come from and where they are kept.</param>
    /// <returns>The same services.</returns>
    /// <exception cref="CopilotException">Options are not valid; the message names all faults.</exception>
    public static IServiceCollection AddKnowledge(this IServiceCollection services, KnowledgeOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (options.Faults() is { Count: > 0 } faults)
        {
            throw new CopilotException(string.Join(Environment.NewLine, faults));
        }

        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(options);
        services.AddSingleton<IKnowledgeStore>(_ => new SqliteKnowledgeStore(Path.Combine(options.Data, "knowledge.db")));
        services.AddSingleton<Synonyms>();
        services.AddSingleton(p => new QuestionReader(p.GetRequiredService<IKnowledgeStore>(), p.GetRequiredService<Synonyms>()));
        services.AddSingleton<IFileReader, MarkdownFileReader>();
        services.AddSingleton<IFileReader, PlainTextFileReader>();
        services.AddSingleton(p => new FileFormats(p.GetServices<IFileReader>(), p.GetServices<IContainerReader>()));
        services.AddSingleton<IIngestQueue>(_ => new SqliteIngestQueue(Path.Combine(options.Data, "ingest.db")));
        services.AddSingleton<KnowledgeChanges>();
        services.AddSingleton(p => new IngestParts(
            p.GetRequiredService<IKnowledgeStore>(),
            p.GetRequiredService<IIngestQueue>(),
            options,
            p.GetRequiredService<FileFormats>(),
            [.. p.GetServices<IDocumentFeed>()],
            p.GetRequiredService<KnowledgeChanges>(),
            p.GetRequiredService<TimeProvider>()));
        services.AddSingleton(p => new KnowledgeIngestor(p.GetRequiredService<IngestParts>()));
        services.AddSingleton(p => new SourceKeeper(p.GetRequiredService<KnowledgeIngestor>(), p.GetRequiredService<IngestParts>(), p.GetService<ILogger<SourceKeeper>>() ?? NullLogger<SourceKeeper>.Instance));
        services.AddSingleton(p => new KnowledgeSearch(p.GetRequiredService<IKnowledgeStore>(), p.GetRequiredService<QuestionReader>(), p.GetRequiredService<TimeProvider>()));
        services.AddSingleton<ITool>(p => new SearchKnowledgeTool(p.GetRequiredService<KnowledgeSearch>(), p.GetRequiredService<IKnowledgeStore>(), options));
        services.AddSingleton<ISourceOpener>(p => new PassageOpener(p.GetRequiredService<IKnowledgeStore>(), p.GetRequiredService<TimeProvider>()));
        return services;
    }
}
