using System.IO.Compression;
using System.Text.Json;
using Copilot.Contracts;
using Copilot.Knowledge.Analysis;
using Copilot.Models.Local;

namespace Copilot.Benchmarks.Stores;

/// <summary>
/// Texts of any number, cut out of real ones, and their vectors by the local model that is fitted on these. A text is 30 to 90 words that stand together, of which a quarter is left out;
/// every second one is joined to a piece from somewhere else. Every tenth real text is kept back: pieces of these, and the texts of <c>queries.jsonl</c>, are the questions.
/// </summary>
internal sealed class MadeTexts
{
    private const int LeastWords = 30;
    private const int MostWords = 90;
    private const int Question = 40;
    private const int Step = 30;
    private const int KeptBack = 10;
    private const double LeftOut = 0.25;

    private readonly ITextEmbedder _embedder;
    private readonly string[] _words;

    private MadeTexts(ITextEmbedder embedder, string[] words, IReadOnlyList<float[]> questions) => (_embedder, _words, Questions) = (embedder, words, questions);

    public int Dimension => _embedder.Dimension;

    /// <summary>The vectors of questions.</summary>
    public IReadOnlyList<float[]> Questions { get; }

    /// <summary>Reads <c>*.md</c>, <c>*.txt</c> and lines of <c>*.jsonl</c> (fields title and text, also with .gz) below a folder.</summary>
    public static async Task<MadeTexts> ReadAsync(string folder, CancellationToken cancellationToken)
    {
        List<string[]> texts = [];
        List<string> asked = [];
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var isQuestions = Path.GetFileName(file).StartsWith("queries.jsonl", StringComparison.Ordinal);
            await foreach (var text in TextsAsync(file, cancellationToken))
            {
                if (isQuestions)
                {
                    asked.Add(WordSplitter.Stems(text));
                }
                else
                {
                    texts.Add(WordSplitter.Stems(text).Split(' ', StringSplitOptions.RemoveEmptyEntries));
                }
            }
        }

        var windows = texts.SelectMany(t => Enumerable.Range(0, Math.Max(1, t.Length / Step)).Select(i => string.Join(' ', t.Skip(i * Step).Take(2 * Step))));
        var source = new FittedEmbedderSource(new FitLimits());
        var embedder = source.Load(
            await source.FitAsync(windows.ToAsyncEnumerable(), cancellationToken) ?? throw new InvalidOperationException($"There is too little text below {folder} to fit an embedding on."));
        var back = texts.Where((t, i) => i % KeptBack == 0 && t.Length >= Question).Select(t => string.Join(' ', t.Take(Question)));

        // Questions of people and pieces in turns, as long as there are both.
        var mixed = asked.Zip(back).SelectMany(p => new[] { p.First, p.Second }).Concat(back.Skip(asked.Count)).ToList();
        var questions = (await embedder.EmbedAsync(mixed, EmbeddingPurpose.Question, cancellationToken)).Where(v => v.Any(n => n != 0)).ToList();
        return new MadeTexts(embedder, [.. texts.Where((_, i) => i % KeptBack != 0).SelectMany(t => t)], questions);
    }

    /// <summary>Makes the passages of one document, which stand one after the other, and gives their vectors.</summary>
    public Task<IReadOnlyList<float[]>> VectorsAsync(int count, Random random, CancellationToken cancellationToken)
    {
        var first = random.Next(_words.Length);
        var texts = new List<string>();
        for (var number = 0; number < count; number++)
        {
            var words = Piece(first + (number * Step), random);
            texts.Add(string.Join(' ', random.Next(2) == 0 ? words : words.Concat(Piece(random.Next(_words.Length), random))));
        }

        return _embedder.EmbedAsync(texts, EmbeddingPurpose.Passage, cancellationToken);
    }

    private List<string> Piece(int start, Random random)
        => [.. Enumerable.Range(start, random.Next(LeastWords, MostWords)).Where(_ => random.NextDouble() >= LeftOut).Select(i => _words[i % _words.Length])];

    private static async IAsyncEnumerable<string> TextsAsync(string file, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var plain = file.EndsWith(".gz", StringComparison.Ordinal) ? file[..^3] : file;
        if (Path.GetExtension(plain) is ".md" or ".txt")
        {
            yield return await File.ReadAllTextAsync(file, cancellationToken);
        }

        if (Path.GetExtension(plain) == ".jsonl")
        {
            await using var bytes = File.OpenRead(file);
            await using Stream unpacked = plain == file ? bytes : new GZipStream(bytes, CompressionMode.Decompress);
            using var lines = new StreamReader(unpacked);
            while (await lines.ReadLineAsync(cancellationToken) is { } line)
            {
                using var json = JsonDocument.Parse(line);
                if (json.RootElement.TryGetProperty("text", out var text))
                {
                    yield return json.RootElement.TryGetProperty("title", out var title) ? $"{title.GetString()} {text.GetString()}" : text.GetString()!;
                }
            }
        }
    }
}
