using System.Globalization;
using Copilot.Benchmarks.Harness;
using Copilot.Benchmarks.House;
using Copilot.Benchmarks.Stores;
using Copilot.Knowledge.Stores;
using Copilot.Knowledge.Stores.Postgres;
using Npgsql;

namespace Copilot.Benchmarks.Suites;

/// <summary>
/// Vector and word queries with filters over a large library on PostgreSQL, against the bare statement on the same table; recall against counting. Needs
/// <c>COPILOT_TEST_POSTGRES_URL</c>; <c>COPILOT_BENCHMARK_CHUNKS</c> says how many passages, 100,000 otherwise.
/// </summary>
internal sealed class PostgresSuite : ISuite
{
    private const string Space = "made";
    private const int Limit = 10;
    private const int Rounds = 200;

    private static readonly PassageFilter Filter = new() { Reader = new Reader(["sales-rep"], ["Meridian"]), Day = new DateOnly(2026, 6, 15) };

    public string Name => "postgres";

    public async Task RunAsync(RunningHouse house, Report report, CancellationToken cancellationToken)
    {
        if (Environment.GetEnvironmentVariable("COPILOT_TEST_POSTGRES_URL") is not { Length: > 0 } address)
        {
            await Console.Error.WriteLineAsync("postgres: COPILOT_TEST_POSTGRES_URL is not set; nothing was measured.");
            return;
        }

        var chunks = int.Parse(Environment.GetEnvironmentVariable("COPILOT_BENCHMARK_CHUNKS") ?? "100000", CultureInfo.InvariantCulture);
        var schema = "knowledge_made_" + Guid.NewGuid().ToString("N", CultureInfo.InvariantCulture);
        await using var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(address) { SearchPath = $"{schema},public", CommandTimeout = 0 }.ConnectionString);
        await using var store = new PostgresKnowledgeStore(new PostgresServer(new NpgsqlConnectionStringBuilder(address) { CommandTimeout = 0 }.ConnectionString, TimeProvider.System, schema), TimeProvider.System);
        try
        {
            var library = new MadePostgresLibrary(store, source, chunks);
            var loaded = await Clock.TimeAsync(() => library.FillAsync(Space, cancellationToken));
            report.Add(Line.Single(Name, $"{chunks} passages with vectors and postings loaded", loaded / 1000, "s"));
            var built = await Clock.TimeAsync(() => store.SwitchToAsync(Space, cancellationToken));
            report.Add(Line.Single(Name, "index over them built", built / 1000, "s"));
            await library.SettleAsync(cancellationToken);
            await NearestAsync(store, library, report, cancellationToken);
            await WordsAsync(store, library, report, cancellationToken);
        }
        finally
        {
            await using var drop = source.CreateCommand($"drop schema if exists {schema} cascade");
            await drop.ExecuteNonQueryAsync(CancellationToken.None);
        }
    }

    private async Task NearestAsync(PostgresKnowledgeStore store, MadePostgresLibrary library, Report report, CancellationToken cancellationToken)
    {
        var questions = Enumerable.Range(0, Rounds + 20).Select(_ => library.Question()).ToList();
        var (asked, told, met) = (0, 0, 0);
        var pair = await Pair.RunAsync(
            20,
            Rounds,
            () => Clock.TimeAsync(() => store.NearestAsync(new VectorQuery { Space = Space, Vector = questions[asked++], Filter = Filter, Limit = Limit }, cancellationToken)),
            () => Clock.TimeAsync(() => library.BareAsync(questions[told++], Limit, cancellationToken)));
        report.Add(pair.ToLine(Name, "vectors, ten with filters", "bare order by <=> limit 10"));
        report.Add(Line.Single(Name, "vectors, p95 against p95", pair.Subject.P95, "ms") with { Reference = "bare order by <=>", ReferenceMedian = pair.Reference.P95, Ratio = pair.Subject.P95 / pair.Reference.P95 });
        const int judged = 50;
        foreach (var question in questions.Take(judged))
        {
            var exact = await library.ExactAsync(question, Limit, cancellationToken);
            var found = await store.NearestAsync(new VectorQuery { Space = Space, Vector = question, Filter = Filter, Limit = Limit }, cancellationToken);
            met += found.Count(f => exact.Contains((f.DocumentId, f.Ordinal)));
        }

        report.Add(Line.Single(Name, $"recall of ten, {judged} questions", met / (double)(judged * Limit), "of exact"));
    }

    private async Task WordsAsync(PostgresKnowledgeStore store, MadePostgresLibrary library, Report report, CancellationToken cancellationToken)
    {
        var samples = new Samples();
        for (var round = -10; round < Rounds / 2; round++)
        {
            var words = library.Words(2 + (Math.Abs(round) % 7));
            var took = await Clock.TimeAsync(() => store.SearchAsync(new StoreQuery { Stems = words, Filter = Filter, Limit = 200 }, cancellationToken));
            if (round >= 0)
            {
                samples.Add(took);
            }
        }

        report.Add(Line.Of(Name, "words, two to eight of one passage, with filters", samples));
    }
}
