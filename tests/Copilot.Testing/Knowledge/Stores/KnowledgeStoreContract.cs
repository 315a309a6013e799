using Copilot.Knowledge.Ingestion;
using Copilot.Knowledge.Ingestion.Chunking;
using Copilot.Knowledge.Stores;
using Xunit;

namespace Copilot.Testing.Knowledge.Stores;

/// <summary>
/// What every store of the library must do, embedded or on a server: each suite derived from this class asks the same of all of them.
/// A store's tests derive from every suite and give the place it lives in.
/// </summary>
public abstract class KnowledgeStoreContract(KnowledgeStoreUnderTest place) : IAsyncLifetime
{
    internal const string Sales = "sales-rep";
    internal const string Buying = "purchaser";
    internal const string Company = "Meridian Industrial Supply";
    internal const string Other = "Meridian Packaging";
    internal const string Collection = "default";

    internal static readonly DateOnly Today = new(2026, 6, 15);
    internal static readonly Reader Anyone = new([Sales], [Company]);

    private readonly List<IKnowledgeStore> _opened = [];
    private IKnowledgeStore? _store;

    internal IKnowledgeStore Store
    {
        get
        {
            Skip.If(place.MissingBecause is not null, place.MissingBecause);
            return _store!;
        }
    }

    internal static CancellationToken None => CancellationToken.None;

    public virtual async Task InitializeAsync() => _store = place.MissingBecause is null ? await OpenAsync() : null;

    public async Task DisposeAsync()
    {
        foreach (var store in _opened)
        {
            await CloseAsync(store);
        }

        await place.DisposeAsync();
    }

    /// <summary>Opens the same store once more, as another process would.</summary>
    internal async Task<IKnowledgeStore> OpenAsync()
    {
        Skip.If(place.MissingBecause is not null, place.MissingBecause);
        var store = await place.OpenAsync();
        _opened.Add(store);
        return store;
    }

    internal static StoredDocument Document(string id) => new()
    {
        Collection = Collection,
        Source = $"/documents/{id}.md",
        TextHash = "hash of " + id,
        Label = new DocumentLabel { Id = id, Title = $"Paper {id}", Readers = [DocumentLabel.Everyone], Companies = [DocumentLabel.Everyone] },
    };

    internal static StoredDocument Document(string id, Func<DocumentLabel, DocumentLabel> label)
    {
        var document = Document(id);
        return document with { Label = label(document.Label) };
    }

    internal static Chunk Chunk(int ordinal, string text, int start = 0, params string[] headings)
        => new(ordinal, start, start + text.Length, headings, string.Empty) { Text = text };

    /// <summary>Parts and chunks of texts: each text is a part and a chunk.</summary>
    internal static (IReadOnlyList<StoredPart> Parts, IReadOnlyList<Chunk> Chunks) Content(params IReadOnlyList<string> texts)
    {
        var (parts, chunks, start) = (new List<StoredPart>(), new List<Chunk>(), 0);
        foreach (var text in texts)
        {
            parts.Add(new StoredPart(parts.Count, start, text));
            chunks.Add(Chunk(chunks.Count, text, start));
            start += text.Length;
        }

        return (parts, chunks);
    }

    internal Task WriteAsync(string id, params string[] texts) => WriteAsync(Document(id), texts);

    internal Task WriteAsync(StoredDocument document, params string[] texts) => WriteAsync(Store, document, texts);

    internal static async Task WriteAsync(IKnowledgeStore store, StoredDocument document, params string[] texts)
    {
        var (parts, chunks) = Content(texts);
        await using var writer = await store.BeginAsync(document, None);
        await writer.AddAsync(parts, chunks, None);
        await writer.CommitAsync(document, None);
    }

    internal static PassageFilter Filter(Reader? reader = null, DateOnly? day = null) => new() { Reader = reader ?? Anyone, Day = day ?? Today };

    internal static StoreQuery Words(params string[] stems) => new() { Stems = stems, Filter = Filter(), Limit = 100 };

    internal Task<IReadOnlyList<Candidate>> FindAsync(params string[] stems) => Store.SearchAsync(Words(stems), None);

    internal async Task<string[]> IdsAsync(StoreQuery query) => Ids(await Store.SearchAsync(query, None));

    internal async Task<string[]> IdsAsync(params string[] stems) => await IdsAsync(Words(stems));

    /// <summary>The documents that were found, in alphabetical order.</summary>
    internal static string[] Ids(IEnumerable<Candidate> found) => [.. found.Select(c => c.DocumentId).Distinct().Order(StringComparer.Ordinal)];

    internal async Task<int> ChunksAsync() => (await Store.CountsAsync([], None)).Chunks;

    internal async Task<string> TextAsync(string id)
        => string.Concat((await Store.PartsAsync(new DocumentKey(Collection, id), 0, int.MaxValue, None)).Select(p => p.Text));

    internal static async ValueTask CloseAsync(IKnowledgeStore store)
    {
        if (store is IAsyncDisposable patient)
        {
            await patient.DisposeAsync();
        }
        else
        {
            (store as IDisposable)?.Dispose();
        }
    }
}
