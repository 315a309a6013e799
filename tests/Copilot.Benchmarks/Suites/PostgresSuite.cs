using System.Globalization;
using Copilot.Benchmarks.Harness;
using Copilot.Benchmarks.House;
using Copilot.Benchmarks.Stores;
using Copilot.Knowledge.Stores.Postgres;
using Npgsql;

namespace Copilot.Benchmarks.Suites;

/// <summary>
/// Vector and word queries over a large library on PostgreSQL, against the bare statement on the same table; recall against counting. Needs
/// <c>COPILOT_TEST_POSTGRES_URL</c>.
/// </summary>
internal sealed class PostgresSuite(PostgresSize size) : ISuite
{
    private const string Space = "made";

    public string Name => "postgres";

    public async Task RunAsync(RunningHouse house, Report report, CancellationToken cancellationToken)
    {
        if (Environment.GetEnvironmentVariable("COPILOT_TEST_POSTGRES_URL") is not { Length: > 0 } address)
        {
            await Console.Error.WriteLineAsync("postgres: COPILOT_TEST_POSTGRES_URL is not set; nothing was measured.");
            return;
        }

        var schema = size.Keep ?? "knowledge_made_" + Guid.NewGuid().ToString("N", CultureInfo.InvariantCulture);
        await using var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(address) { SearchPath = $"{schema},public", CommandTimeout = 0 }.ConnectionString);
        await using var store = new PostgresKnowledgeStore(new PostgresServer(new NpgsqlConnectionStringBuilder(address) { CommandTimeout = 0 }.ConnectionString, TimeProvider.System, schema), TimeProvider.System);
        try
        {
            var texts = await MadeTexts.ReadAsync(size.Texts, cancellationToken);
            var library = new MadePostgresLibrary(store, source, texts, size.Rows);
            if ((await store.SpacesAsync(cancellationToken)).Count == 0)
            {
                var loaded = await Clock.TimeAsync(() => library.FillAsync(Space, cancellationToken));
                report.Add(Line.Single(Name, $"{size.Rows} passages with vectors of {texts.Dimension} loaded", loaded / 1000, "s"));
            }

            if ((await store.SpacesAsync(cancellationToken)).All(s => !s.Active))
            {
                var built = await Clock.TimeAsync(() => store.SwitchToAsync(Space, cancellationToken));
                report.Add(Line.Single(Name, "index over them built", built / 1000, "s"));
                await library.SettleAsync(cancellationToken);
            }

            if (size.Cosine)
            {
                await library.IndexCosineAsync(cancellationToken);
            }

            var bare = new BarePostgres(source);
            var questions = new PostgresQuestions(store, bare, await bare.DocumentsAsync(cancellationToken), texts.Questions, Space, size.Rows, report);
            await questions.NearestAsync(size.Cosine, cancellationToken);
            await questions.WordsAsync(cancellationToken);
        }
        finally
        {
            if (size.Keep is null)
            {
                await using var drop = source.CreateCommand($"drop schema if exists {schema} cascade");
                await drop.ExecuteNonQueryAsync(CancellationToken.None);
            }
        }
    }
}
