using Copilot.Benchmarks.Bare;
using Copilot.Benchmarks.Harness;
using Copilot.Benchmarks.House;
using Copilot.Knowledge.Stores;

namespace Copilot.Benchmarks.Suites;

/// <summary>A hybrid query with filters over a large embedded library, against a bare FTS5 query and a bare SIMD scan; and how fast it is filled.</summary>
internal sealed class LibrarySuite : ISuite
{
    private const int Chunks = 100_000;
    private const int Limit = 200;
    private const int Rounds = 200;

    public string Name => "library";

    public async Task RunAsync(RunningHouse house, Report report, CancellationToken cancellationToken)
    {
        using var library = new MadeLibrary();
        var written = await library.WriteAsync(Chunks, cancellationToken);
        var embedded = await library.EmbedAsync(cancellationToken);
        using var bare = new BareIndex(Path.Combine(library.Folder, "bare.db"), library.Bodies, library.Vectors, MadeLibrary.Dimension);
        report.Add(Line.Single(Name, "documents written, chunks a second", library.Chunks / written * 1000, "1/s") with
        {
            Reference = "bare FTS5 rows in one transaction",
            ReferenceMedian = library.Chunks / bare.Written * 1000,
            Ratio = bare.Written / written,
        });
        report.Add(Line.Single(Name, "vectors saved a second", library.Chunks / embedded * 1000, "1/s"));
        var first = await Clock.TimeAsync(() => NearestAsync(library, library.Vector(), cancellationToken));
        report.Add(Line.Single(Name, "first vector query, memory filled", first, "ms"));

        // One question for each round, the same for subject and reference.
        var questions = Enumerable.Range(0, Rounds + 20).Select(i => (Words: library.Question(2 + (i % 7)), Vector: library.Vector())).ToList();
        await CompareAsync(report, "words", questions, q => WordsAsync(library, q.Words, cancellationToken), q => bare.Search(q.Words, Limit), "bare FTS5 query");
        await CompareAsync(report, "vectors", questions, q => NearestAsync(library, q.Vector, cancellationToken), q => bare.Scan(q.Vector, Limit), "bare SIMD scan");
        await CompareAsync(
            report,
            "words and vectors",
            questions,
            async q =>
            {
                await WordsAsync(library, q.Words, cancellationToken);
                await NearestAsync(library, q.Vector, cancellationToken);
            },
            q => bare.Search(q.Words, Limit) + bare.Scan(q.Vector, Limit),
            "bare FTS5 query + bare SIMD scan");
        await WhileWritingAsync(library, report, questions, cancellationToken);
    }

    private static Task<IReadOnlyList<Candidate>> WordsAsync(MadeLibrary library, IReadOnlyList<string> stems, CancellationToken cancellationToken)
        => library.Store.SearchAsync(new StoreQuery { Stems = stems, Filter = library.Filter, Limit = Limit }, cancellationToken);

    private static Task<IReadOnlyList<Candidate>> NearestAsync(MadeLibrary library, float[] vector, CancellationToken cancellationToken)
        => library.Store.NearestAsync(new VectorQuery { Space = MadeLibrary.Space, Vector = vector, Filter = library.Filter, Limit = Limit }, cancellationToken);

    private async Task CompareAsync(
        Report report,
        string name,
        List<(List<string> Words, float[] Vector)> questions,
        Func<(List<string> Words, float[] Vector), Task> subject,
        Func<(List<string> Words, float[] Vector), int> reference,
        string against)
    {
        var (asked, told) = (0, 0);
        var pair = await Pair.RunAsync(
            20,
            Rounds,
            () => Clock.TimeAsync(() => subject(questions[asked++])),
            () => Clock.TimeAsync(() => Task.FromResult(reference(questions[told++]))));
        report.Add(pair.ToLine(Name, name, against));
        report.Add(Line.Single(Name, $"{name}, p95 against p95", pair.Subject.P95, "ms") with
        {
            Reference = against,
            ReferenceMedian = pair.Reference.P95,
            Ratio = pair.Subject.P95 / pair.Reference.P95,
        });
    }

    /// <summary>What is kept in memory is of no use when something was written just before.</summary>
    private async Task WhileWritingAsync(MadeLibrary library, Report report, List<(List<string> Words, float[] Vector)> questions, CancellationToken cancellationToken)
    {
        var samples = new Samples();
        foreach (var (words, vector) in questions.Take(40))
        {
            await library.WriteAsync(library.Chunks + 1, cancellationToken);
            samples.Add(await Clock.TimeAsync(async () =>
            {
                await WordsAsync(library, words, cancellationToken);
                await NearestAsync(library, vector, cancellationToken);
            }));
        }

        report.Add(Line.Of(Name, "words and vectors, a document just written", samples));
    }
}
