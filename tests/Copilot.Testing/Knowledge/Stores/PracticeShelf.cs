using Copilot.Knowledge.Ingestion;
using Copilot.Knowledge.Ingestion.Chunking;
using Copilot.Knowledge.Stores;

namespace Copilot.Testing.Knowledge.Stores;

/// <summary>A shelf of papers with every kind of right and validity, kept in a store and in memory at once, and changing as time goes on.</summary>
/// <param name="store">The store.</param>
/// <param name="seed">What chance begins with.</param>
/// <param name="slip">Changes a label on its way into the store: a planted fault; null for none.</param>
internal sealed class PracticeShelf(IKnowledgeStore store, int seed, Func<DocumentLabel, DocumentLabel>? slip = null)
{
    public const string Space = "practice";
    public const int Dimension = 8;
    public const int Span = 60;

    private const int Places = 40;

    public static readonly string[] Names = ["sales-rep", "purchaser", "accountant", "warehouse", "user:ann", "user:bob"];
    public static readonly string[] Companies = ["Meridian Supply", "Meridian Packaging", "Nordlicht"];
    public static readonly string[] Collections = ["default", "contracts"];
    public static readonly string[] Vocabulary = ["glove", "tape", "carton", "penalti", "rebat", "pallet", "credit", "freight", "crane", "drum"];
    public static readonly DateOnly Begin = new(2026, 1, 1);

    private readonly Random _random = new(seed);
    private readonly Dictionary<string, PracticePaper> _bySource = new(StringComparer.Ordinal);

    /// <summary>The papers there are now.</summary>
    public IReadOnlyCollection<PracticePaper> Papers => _bySource.Values;

    public async Task FillAsync()
    {
        await store.OpenSpaceAsync(new EmbeddingSpace { Id = Space, Dimension = Dimension }, CancellationToken.None);
        await store.SwitchToAsync(Space, CancellationToken.None);
        for (var place = 0; place < Places; place++)
        {
            await WriteAsync(Made(place));
        }

        await EmbedAsync();
    }

    /// <summary>Writes, relabels, removes or begins something, as days pass.</summary>
    public async Task ChangeAsync()
    {
        var place = _random.Next(Places);
        var made = Made(place);
        var kept = _bySource.GetValueOrDefault(made.Document.Source);
        switch (_random.Next(4))
        {
            case 0 when kept is not null:
                await store.RemoveAsync(made.Document.Collection, made.Document.Source, CancellationToken.None);
                _bySource.Remove(made.Document.Source);
                break;
            case 1 or 2 when kept is not null:
                await store.RelabelAsync(Slipped(made.Document), CancellationToken.None);
                _bySource[made.Document.Source] = made with { Words = kept.Words };
                break;
            default:
                await WriteAsync(made);
                break;
        }

        // Something is always being written that nobody may see yet.
        var begun = await store.BeginAsync(made.Document with { TextHash = "begun" }, CancellationToken.None);
        await begun.AddAsync([new StoredPart(0, 0, "unseen")], [Chunk([.. Vocabulary, "unseen"])], CancellationToken.None);
        await EmbedAsync();
        if (_random.Next(2) == 0)
        {
            await begun.DisposeAsync();
        }
    }

    public static float[] Vector(Random random)
    {
        var vector = Enumerable.Range(0, Dimension).Select(_ => (float)(random.NextDouble() - 0.5)).ToArray();
        var length = MathF.Sqrt(vector.Sum(v => v * v));
        return [.. vector.Select(v => v / length)];
    }

    private static Chunk Chunk(IReadOnlyList<string> words)
    {
        var text = string.Join(' ', words);
        return new Chunk(0, 0, text.Length, [], string.Empty) { Text = text };
    }

    private StoredDocument Slipped(StoredDocument document) => slip is null ? document : document with { Label = slip(document.Label) };

    private async Task WriteAsync(PracticePaper paper)
    {
        var document = Slipped(paper.Document);
        await using var writer = await store.BeginAsync(document, CancellationToken.None);
        await writer.AddAsync([new StoredPart(0, 0, paper.Text)], [Chunk(paper.Words)], CancellationToken.None);
        await writer.CommitAsync(document, CancellationToken.None);
        _bySource[paper.Document.Source] = paper;
    }

    private async Task EmbedAsync()
    {
        var waiting = await store.UnembeddedAsync(Space, 1000, CancellationToken.None);
        await store.SaveVectorsAsync(Space, [.. waiting.Select(w => KeyValuePair.Create(w.Key, Vector(_random)))], CancellationToken.None);
    }

    private PracticePaper Made(int place)
    {
        var from = _random.Next(2) == 0 ? Begin.AddDays(_random.Next(Span)) : (DateOnly?)null;
        var collection = Collections[place % 3 == 0 ? 1 : 0];
        return new PracticePaper(
            new StoredDocument
            {
                Collection = collection,
                Source = $"/shelf/{place}",
                TextHash = "written",
                Label = new DocumentLabel
                {
                    Id = $"p{place:00}",
                    Title = "Untitled",
                    Readers = _random.Next(4) == 0 ? ["all"] : Some(Names, 2),
                    Companies = _random.Next(2) == 0 ? ["all"] : [.. Some(Companies, 2).Select(c => _random.Next(2) == 0 ? c : c.ToUpperInvariant())],
                    ValidFrom = from,
                    ValidTo = _random.Next(2) == 0 ? (from ?? Begin).AddDays(_random.Next(Span)) : null,
                    Supersedes = _random.Next(4) == 0 ? [$"p{_random.Next(Places):00}", $"p{_random.Next(Places):00}"] : [],
                },
            },
            Some(Vocabulary, 3));
    }

    private string[] Some(string[] of, int most) => [.. of.OrderBy(_ => _random.Next()).Take(_random.Next(1, most + 1))];
}
