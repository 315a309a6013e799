using System.Text.Json.Nodes;
using Copilot.Contracts;
using Copilot.Knowledge;
using Copilot.Knowledge.Answering;
using Copilot.Knowledge.Embedding;
using Copilot.Knowledge.Ingestion;
using Copilot.Knowledge.Ingestion.Reading;
using Copilot.Knowledge.Retrieval;
using Copilot.Knowledge.Stores;
using Copilot.Knowledge.Stores.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;

namespace Copilot.Testing.Knowledge;

/// <summary>A small library in a folder of its own, gone when disposed: write documents, ingest, search, ask.</summary>
public sealed class KnowledgeLibrary : IDisposable
{
    public static readonly DateTimeOffset Now = new(2026, 6, 15, 10, 0, 0, TimeSpan.Zero);

    private readonly string _root = Directory.CreateTempSubdirectory("library-").FullName;
    private readonly SqliteKnowledgeStore _store;
    private readonly SqliteIngestQueue _queue;
    private readonly QuestionVectors _vectors;
    private int _calls;

    public KnowledgeLibrary(KnowledgeOptions? options = null, IEmbedderSource? embedding = null, IReranker? reranker = null, params IDocumentFeed[] feeds)
        : this(options, FileFormats.OfText, embedding, reranker, feeds)
    {
    }

    internal KnowledgeLibrary(KnowledgeOptions? options, FileFormats formats, IEmbedderSource? embedding = null, IReranker? reranker = null, params IDocumentFeed[] feeds)
    {
        Options = options ?? new KnowledgeOptions();
        Options.Data = Path.Combine(_root, "data");
        Folder = Directory.CreateDirectory(Path.Combine(_root, "documents")).FullName;
        _store = new SqliteKnowledgeStore(DatabasePath);
        Time = new FixedTime();
        _queue = new SqliteIngestQueue(Path.Combine(Options.Data, "ingest.db"));
        Parts = new IngestParts(_store, _queue, Options, formats, feeds, new KnowledgeChanges(), TimeProvider.System, NullLogger.Instance);
        Ingestor = new KnowledgeIngestor(Parts);
        var embedders = new Embedders(embedding);
        _vectors = new QuestionVectors(_store, embedders, Time, NullLogger<QuestionVectors>.Instance);
        Keeper = new EmbeddingKeeper(_store, embedders, _vectors, NullLogger<EmbeddingKeeper>.Instance);
        var gates = new GateCheck(feeds, NullLogger<GateCheck>.Instance);
        Search = new KnowledgeSearch(
            _store,
            new HybridRetriever(_store, new QuestionReader(_store, new Synonyms()), _vectors, gates),
            new PassageReranker(reranker, NullLogger<PassageReranker>.Instance),
            Time);
        Tool = new SearchKnowledgeTool(Search, _store, Options);
        Opener = new PassageOpener(_store, gates, Time);
    }

    public KnowledgeOptions Options { get; }

    internal IngestParts Parts { get; }

    internal IIngestQueue Queue => _queue;

    public string Folder { get; }

    public string DatabasePath => Path.Combine(Options.Data, "knowledge.db");

    public TimeProvider Time { get; }

    public KnowledgeIngestor Ingestor { get; }

    public KnowledgeSearch Search { get; }

    internal IKnowledgeStore Store => _store;

    public EmbeddingKeeper Keeper { get; }

    public ITool Tool { get; }

    public ISourceOpener Opener { get; }

    public static Caller Caller(params string[] roles)
        => new()
        {
            Id = "test",
            DisplayName = "Test",
            Roles = roles,
            Companies = [new CompanyRef(1, "Meridian Industrial Supply")],
        };

    /// <summary>Writes a document: front matter entries, then text.</summary>
    public string Document(string name, string frontMatter, string text)
        => Write(name + ".md", $"---\n{frontMatter.Trim()}\n---\n{text.Trim()}\n");

    public string Write(string name, string content)
    {
        var path = PathOf(name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, content);
        return path;
    }

    public string PathOf(string name) => Path.Combine(Folder, name);

    public Task<IngestReport> IngestAsync(IReadOnlyList<string>? acl = null)
        => Ingestor.IngestAsync([Folder], null, acl, null, CancellationToken.None);

    public Task<IReadOnlyList<KnowledgeHit>> FindAsync(string question, Caller? caller = null, DateOnly? asOf = null)
        => Search.SearchAsync(new KnowledgeQuery { Text = question, Caller = caller ?? Caller(RoleNames.SalesRep), AsOf = asOf }, CancellationToken.None);

    public Task<ToolResult> AskAsync(string question, Caller? caller = null, params (string Name, string Value)[] arguments)
        => AskAboutAsync([], question, caller, arguments);

    /// <summary>Asks about uploaded documents.</summary>
    public async Task<ToolResult> AskAboutAsync(IReadOnlyList<string> attachments, string question, Caller? caller = null, params (string Name, string Value)[] arguments)
    {
        caller ??= Caller(RoleNames.SalesRep);
        var json = new JsonObject { ["question"] = question };
        foreach (var (name, value) in arguments)
        {
            json[name] = value;
        }

        var call = new ToolCall { Id = $"c{++_calls}", Tool = Tool.Definition.Name, Arguments = json };
        var permit = new ToolPermit(call.Id, call.Tool, call.ArgumentsHash(), caller.Id);
        var context = new ToolContext { Caller = caller, TurnId = "t1", Question = question, Now = Now, Attachments = attachments };
        return await Tool.RunAsync(context, call, permit, CancellationToken.None);
    }

    public void Dispose()
    {
        Parts.Dispose();
        _queue.Dispose();
        Keeper.Dispose();
        _vectors.Dispose();
        _store.Dispose();
        Directory.Delete(_root, recursive: true);
    }

    private sealed class FixedTime : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => Now;
    }
}
