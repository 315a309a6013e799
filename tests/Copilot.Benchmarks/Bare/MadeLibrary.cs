using Copilot.Benchmarks.Harness;
using Copilot.Knowledge.Ingestion;
using Copilot.Knowledge.Ingestion.Chunking;
using Copilot.Knowledge.Stores;
using Copilot.Knowledge.Stores.Sqlite;

namespace Copilot.Benchmarks.Bare;

/// <summary>
/// A library made by chance: words by Zipf's law as in real text once its grammar is left out, documents of a dozen passages with readers, companies
/// and days, vectors of length 1.
/// </summary>
internal sealed class MadeLibrary : IDisposable
{
    public const string Space = "made";
    public const int Dimension = 256;
    public const int ChunksEach = 12;
    public const int WordsEach = 100;

    private const int Vocabulary = 60_000;
    private const int Grammar = 25;

    private static readonly string[] Roles = ["sales-rep", "purchaser", "accountant", "warehouse-supervisor", "operations-manager"];

    private readonly string _folder = Directory.CreateTempSubdirectory("made-library-").FullName;
    private readonly Random _random = new(5);
    private readonly double[] _shares = Shares();
    private readonly string[] _words;

    public MadeLibrary()
    {
        _words = [.. Enumerable.Range(0, Vocabulary).Select(Word)];
        Store = new SqliteKnowledgeStore(Path.Combine(_folder, "knowledge.db"));
    }

    public SqliteKnowledgeStore Store { get; }

    public string Folder => _folder;

    /// <summary>The vectors in one array, as a bare scan reads them.</summary>
    public float[] Vectors { get; private set; } = [];

    /// <summary>The bodies of all chunks as they are indexed.</summary>
    public List<string> Bodies { get; } = [];

    public int Chunks { get; private set; }

    public PassageFilter Filter => new() { Reader = new Reader(["sales-rep", "user:ann"], ["Meridian"]), Day = new DateOnly(2026, 6, 15) };

    /// <summary>Writes documents until there are so many chunks; gives the milliseconds that the store took.</summary>
    public async Task<double> WriteAsync(int chunks, CancellationToken cancellationToken)
    {
        var took = 0.0;
        while (Chunks < chunks)
        {
            var (stored, parts, cut) = Made(Chunks / ChunksEach);
            var indexed = new IndexedDocument(stored);
            Bodies.AddRange(cut.Select(c => indexed.Of(c).Body));
            Chunks += cut.Count;
            took += await Clock.TimeAsync(async () =>
            {
                await using var writer = await Store.BeginAsync(stored, cancellationToken);
                await writer.AddAsync(parts, cut, cancellationToken);
                await writer.CommitAsync(stored, cancellationToken);
            });
        }

        return took;
    }

    /// <summary>Gives every chunk a vector; gives the milliseconds that the store took.</summary>
    public async Task<double> EmbedAsync(CancellationToken cancellationToken)
    {
        await Store.OpenSpaceAsync(new EmbeddingSpace { Id = Space, Dimension = Dimension }, cancellationToken);
        Vectors = new float[(long)Chunks * Dimension];
        var (took, at) = (0.0, 0);
        while (await Store.UnembeddedAsync(Space, 1000, cancellationToken) is { Count: > 0 } waiting)
        {
            var made = waiting.Select(w => KeyValuePair.Create(w.Key, Vector())).ToList();
            foreach (var (_, numbers) in made)
            {
                numbers.CopyTo(Vectors, at++ * Dimension);
            }

            took += await Clock.TimeAsync(() => Store.SaveVectorsAsync(Space, made, cancellationToken));
        }

        return took;
    }

    /// <summary>A question of some words that stand in one passage, as stems.</summary>
    public List<string> Question(int words)
    {
        var body = Bodies[_random.Next(Bodies.Count)].Split(' ');
        return [.. Enumerable.Range(0, words).Select(_ => body[_random.Next(body.Length)]).Distinct()];
    }

    public float[] Vector()
    {
        var vector = new float[Dimension];
        var length = 0.0;
        for (var i = 0; i < Dimension; i++)
        {
            vector[i] = (float)(Math.Sqrt(-2 * Math.Log(1 - _random.NextDouble())) * Math.Cos(2 * Math.PI * _random.NextDouble()));
            length += vector[i] * vector[i];
        }

        for (var i = 0; i < Dimension; i++)
        {
            vector[i] /= (float)Math.Sqrt(length);
        }

        return vector;
    }

    public void Dispose()
    {
        Store.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private static double[] Shares()
    {
        var shares = new double[Vocabulary];
        var sum = 0.0;
        for (var i = 0; i < Vocabulary; i++)
        {
            shares[i] = sum += 1.0 / (i + Grammar);
        }

        return [.. shares.Select(s => s / sum)];
    }

    /// <summary>A word that no stemmer shortens and no list of grammar holds.</summary>
    private static string Word(int rank)
    {
        const string consonants = "bdfgklmnprtvz", vowels = "aou";
        var word = string.Empty;
        for (var rest = rank + 700; rest > 0; rest /= consonants.Length * vowels.Length)
        {
            word += $"{consonants[rest % consonants.Length]}{vowels[rest / consonants.Length % vowels.Length]}";
        }

        return word + "k";
    }

    private string Text() => string.Join(' ', Enumerable.Range(0, WordsEach).Select(_ => _words[Rank(_random.NextDouble())]));

    private int Rank(double share)
    {
        var at = Array.BinarySearch(_shares, share);
        return Math.Min(at < 0 ? ~at : at, Vocabulary - 1);
    }

    private (StoredDocument Document, List<StoredPart> Parts, List<Chunk> Chunks) Made(int number)
    {
        var (parts, chunks, start) = (new List<StoredPart>(), new List<Chunk>(), 0);
        for (var i = 0; i < ChunksEach; i++)
        {
            var text = Text();
            parts.Add(new StoredPart(i, start, text, i + 1));
            chunks.Add(new Chunk(i, start, start + text.Length, [$"{i + 1} Section"], string.Empty) { Text = text, Page = i + 1 });
            start += text.Length;
        }

        var document = new StoredDocument
        {
            Collection = number % 4 == 0 ? "contracts" : "default",
            Source = $"/made/{number}",
            TextHash = $"{number}",
            Label = new DocumentLabel
            {
                Id = $"d{number}",
                Title = $"Document {_words[number % Vocabulary]}",
                Readers = number % 3 == 0 ? ["all"] : [Roles[number % Roles.Length], Roles[number / 2 % Roles.Length]],
                Companies = number % 2 == 0 ? ["all"] : [number % 5 == 0 ? "Elsewhere" : "Meridian"],
                ValidFrom = number % 7 == 0 ? new DateOnly(2026, 1, 1).AddDays(number % 365) : null,
                Supersedes = number % 10 == 9 ? [$"d{number - 1}"] : [],
            },
        };
        return (document, parts, chunks);
    }
}
