using System.Diagnostics;
using Copilot.Knowledge.Stores.Sqlite;
using Copilot.Testing.Service;
using Microsoft.Data.Sqlite;
using Xunit;
using Xunit.Abstractions;

namespace Copilot.IntegrationTests.Knowledge;

/// <summary>
/// <c>copilot ingest</c> is killed as <c>kill -9</c> does, at a random moment in the middle of its work, again and again on the same library: each document
/// is there exactly once, whole, as before or as after, and nothing half-written stays.
/// </summary>
public sealed class IngestKillTests(ITestOutputHelper output)
{
    private const int Kills = 12;
    private const int Documents = 120;
    private const int Sections = 12;
    private const int Seed = 4711;

    [Fact]
    public async Task Killed_at_any_moment_each_document_is_there_exactly_once_and_whole()
    {
        SqliteLibrary.Use();
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(8));
        using var data = new TemporaryFolder();
        using var folder = new TemporaryFolder();
        var program = CopilotProgram.WithPracticeCompany(data.Path);
        var database = Path.Combine(data.Path, "knowledge.db");
        WriteAll(folder.Path, version: 0);
        Assert.Equal(0, (await program.RunAsync(limit.Token, "ingest", folder.Path)).ExitCode);
        var chance = new Random(Seed);
        var (staged, mixed) = (0, 0);
        for (var version = 1; version <= Kills; version++)
        {
            WriteAll(folder.Path, version);
            await KillInTheMiddleAsync(program, database, folder.Path, TimeSpan.FromMilliseconds(chance.Next(250)), limit.Token);

            // Before anything is repaired: what the dead process left behind is already whole.
            staged += Check(database, version, repaired: false);
            using (new SqliteKnowledgeStore(database))
            {
            }

            Check(database, version, repaired: true);
            mixed += Versions(database).Distinct().Count() > 1 ? 1 : 0;
        }

        Assert.Equal(0, (await program.RunAsync(limit.Token, "ingest", folder.Path)).ExitCode);
        Check(database, Kills, repaired: true);
        Assert.All(Versions(database), v => Assert.Equal($"version{Kills}", v));
        output.WriteLine($"{Kills} kills: {mixed} left documents of several versions, {staged} documents were half-written and removed.");
        Assert.True(mixed > 0, "No kill came in the middle of the work, so that nothing is proved.");
    }

    private static async Task KillInTheMiddleAsync(CopilotProgram program, string database, string folder, TimeSpan moment, CancellationToken cancellationToken)
    {
        using var process = program.Start("ingest", folder);
        var before = Number(database, "select generation from state");
        while (!process.HasExited && Number(database, "select generation + (select count(*) from document where not live) from state") == before)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, cancellationToken);
        }

        await Task.Delay(moment, TimeProvider.System, cancellationToken);
        process.Kill();
        await process.WaitForExitAsync(cancellationToken);
    }

    /// <summary>Checks what is there; gives the number of documents that are half-written.</summary>
    private static int Check(string database, int version, bool repaired)
    {
        Assert.Equal(Documents, Number(database, "select count(*) from document where live"));
        Assert.Equal(Documents, Number(database, "select count(distinct id) from document where live"));
        Assert.Equal(0, Number(database, "select count(*) from document d where live and chunks <> (select count(*) from chunk k where k.key >> 20 = d.key)"));
        Assert.Equal(0, Number(database, "select count(*) from (select chunks, words from state except select sum(chunks), sum(words) from document where live)"));
        Assert.Equal(0, Number(database, "select count(*) from document d where live and length <> (select sum(length(text)) from part p where p.document = d.key)"));
        Assert.All(Versions(database), v => Assert.True(int.Parse(v["version".Length..], System.Globalization.CultureInfo.InvariantCulture) <= version));
        var staged = (int)Number(database, "select count(*) from document where not live");
        if (repaired)
        {
            Assert.Equal(0, staged);
            Assert.Equal(0, Number(database, "select count(*) from chunk where key >> 20 not in (select key from document)"));
            Assert.Equal(0, Number(database, "select count(*) from part where document not in (select key from document)"));
            Assert.Empty(Directory.EnumerateFiles(Path.GetDirectoryName(database)!, Path.GetFileName(database) + ".writer-*"));

            // The index holds exactly what the rows hold, or this throws.
            Run(database, "insert into chunk_fts(chunk_fts, rank) values('integrity-check', 1)", c => c.ExecuteNonQuery());
        }

        return staged;
    }

    /// <summary>The version of each document; all of its passages are of the same one.</summary>
    private static List<string> Versions(string database)
    {
        var versions = new List<string>();
        Run(
            database,
            "select d.id, group_concat(k.text, ' ') from document d join chunk k on k.key >> 20 = d.key where d.live group by d.id",
            c =>
            {
                using var reader = c.ExecuteReader();
                while (reader.Read())
                {
                    var words = reader.GetString(1).Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries).Where(w => w.StartsWith("version", StringComparison.Ordinal)).ToList();
                    Assert.Equal(Sections, words.Count);
                    versions.Add(Assert.Single(words.Distinct()));
                }

                return 0;
            });
        return versions;
    }

    private static void WriteAll(string folder, int version)
    {
        for (var i = 0; i < Documents; i++)
        {
            var filling = string.Join(' ', Enumerable.Range(0, 150).Select(n => $"word{(i * n) % 997}"));
            File.WriteAllText(
                Path.Combine(folder, $"d{i:000}.txt"),
                string.Join("\n\n", Enumerable.Range(1, Sections).Select(s => $"{s} Section {s}\n\nversion{version} of document {i}: {filling}.")));
        }
    }

    private static long Number(string database, string sql) => Run(database, sql, c => (long)c.ExecuteScalar()!);

    private static T Run<T>(string database, string sql, Func<SqliteCommand, T> use)
    {
        using var connection = new SqliteConnection($"Data Source={database};Pooling=False;Default Timeout=30");
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Constant text of this test.
        command.CommandText = sql;
#pragma warning restore CA2100
        return use(command);
    }
}
