using Copilot.Contracts;
using Copilot.Knowledge.Answering;
using Copilot.Knowledge.Embedding;
using Copilot.Knowledge.Ingestion;
using Copilot.Knowledge.Ingestion.Reading;
using Copilot.Knowledge.Retrieval;
using Copilot.Knowledge.Stores;
using Copilot.Knowledge.Stores.Moving;
using Copilot.Knowledge.Stores.Postgres;
using Copilot.Knowledge.Stores.Qdrant;
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
        services.AddStore(options);
        services.AddSingleton(p => new SearchIndex(p.GetRequiredService<IKnowledgeStore>()));
        services.AddSingleton<Synonyms>();
        services.AddSingleton(p => new QuestionReader(p.GetRequiredService<IKnowledgeStore>(), p.GetRequiredService<Synonyms>()));
        services.AddIngestion(options);
        services.AddSingleton(p => new KnowledgeCatalog(p.GetRequiredService<IKnowledgeStore>()));
        services.AddRetrieval();
        services.AddSingleton<ITool>(p => new SearchKnowledgeTool(p.GetRequiredService<KnowledgeSearch>(), p.GetRequiredService<IKnowledgeStore>(), options));
        services.AddSingleton<IAttachedFiles>(p => new UploadedFiles(p.GetRequiredService<IKnowledgeStore>()));
        services.AddSingleton<ISourceOpener>(p => new PassageOpener(p.GetRequiredService<IKnowledgeStore>(), p.GetRequiredService<GateCheck>(), p.GetRequiredService<TimeProvider>()));
        return services;
    }

    private static void AddStore(this IServiceCollection services, KnowledgeOptions options)
    {
        if (options.Store is { Length: > 0 } address)
        {
            services.AddSingleton(p => new PostgresServer(address, p.GetRequiredService<TimeProvider>()));
            services.AddSingleton(p => SearchedIn(options.Qdrant, new PostgresKnowledgeStore(p.GetRequiredService<PostgresServer>(), p.GetRequiredService<TimeProvider>()), p));
            services.AddSingleton<IIngestQueue>(p => new PostgresIngestQueue(p.GetRequiredService<PostgresServer>()));
        }
        else
        {
            services.AddSingleton(p => SearchedIn(options.Qdrant, new SqliteKnowledgeStore(Path.Combine(options.Data, "knowledge.db")), p));
            services.AddSingleton<IIngestQueue>(_ => new SqliteIngestQueue(Path.Combine(options.Data, "ingest.db")));
        }

        services.AddSingleton<IMigratedPart>(p => new KnowledgePart(options, p.GetRequiredService<IKnowledgeStore>));
    }

    // Readers of other formats and feeds come from other rooms.
    private static void AddIngestion(this IServiceCollection services, KnowledgeOptions options)
    {
        services.AddSingleton<IFileReader, MarkdownFileReader>();
        services.AddSingleton<IFileReader, PlainTextFileReader>();
        services.AddSingleton(p => new FileFormats(p.GetServices<IFileReader>(), p.GetServices<IContainerReader>()));
        services.AddSingleton<KnowledgeChanges>();
        services.AddSingleton(p => new IngestParts(
            p.GetRequiredService<IKnowledgeStore>(),
            p.GetRequiredService<IIngestQueue>(),
            options,
            p.GetRequiredService<FileFormats>(),
            [.. p.GetServices<IDocumentFeed>()],
            p.GetRequiredService<KnowledgeChanges>(),
            p.GetRequiredService<TimeProvider>(),
            Logger<KnowledgeIngestor>(p)));
        services.AddSingleton(p => new KnowledgeIngestor(p.GetRequiredService<IngestParts>()));
        services.AddSingleton(p => new SourceKeeper(p.GetRequiredService<KnowledgeIngestor>(), p.GetRequiredService<IngestParts>(), Logger<SourceKeeper>(p)));
        services.AddSingleton(p => new KnowledgeQueue(p.GetRequiredService<KnowledgeIngestor>(), p.GetRequiredService<IngestParts>(), p.GetRequiredService<SourceKeeper>()));
    }

    private static IKnowledgeStore SearchedIn(QdrantOptions qdrant, IMirroredStore store, IServiceProvider provider)
        => qdrant.Url is null ? store : new QdrantKnowledgeStore(store, qdrant, provider.GetRequiredService<TimeProvider>(), Logger<QdrantKnowledgeStore>(provider));

    // Embedder, reranker and feeds come from other rooms; each may be missing.
    private static void AddRetrieval(this IServiceCollection services)
    {
        services.AddSingleton(p => new Embedders(p.GetService<IEmbedderSource>()));
        services.AddSingleton(p => new QuestionVectors(
            p.GetRequiredService<IKnowledgeStore>(), p.GetRequiredService<Embedders>(), p.GetRequiredService<TimeProvider>(), Logger<QuestionVectors>(p)));
        services.AddSingleton(p => new EmbeddingKeeper(
            p.GetRequiredService<IKnowledgeStore>(), p.GetRequiredService<Embedders>(), p.GetRequiredService<QuestionVectors>(), Logger<EmbeddingKeeper>(p)));
        services.AddSingleton(p => new GateCheck(p.GetServices<IDocumentFeed>(), Logger<GateCheck>(p)));
        services.AddSingleton(p => new HybridRetriever(
            p.GetRequiredService<IKnowledgeStore>(), p.GetRequiredService<QuestionReader>(), p.GetRequiredService<QuestionVectors>(), p.GetRequiredService<GateCheck>()));
        services.AddSingleton(p => new KnowledgeSearch(
            p.GetRequiredService<IKnowledgeStore>(),
            p.GetRequiredService<HybridRetriever>(),
            new PassageReranker(p.GetService<IReranker>(), Logger<PassageReranker>(p)),
            p.GetRequiredService<TimeProvider>()));
    }

    private static ILogger<T> Logger<T>(IServiceProvider provider) => provider.GetService<ILogger<T>>() ?? NullLogger<T>.Instance;
}
