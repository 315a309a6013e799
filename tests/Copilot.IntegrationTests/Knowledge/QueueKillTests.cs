using System.Diagnostics;
using System.Globalization;
using Copilot.Knowledge.Stores;
using Copilot.Knowledge.Stores.Sqlite;
using Copilot.Testing;
using Copilot.Testing.Service;
using Xunit;
using Xunit.Abstractions;

namespace Copilot.IntegrationTests.Knowledge;

/// <summary>An ingestion is killed as <c>kill -9</c> does, again and again at random points, while the files change; the next run must give exactly one copy of each.</summary>
public sealed class QueueKillTests(ITestOutputHelper output)
{
    private const int Kills = 25;
    private const int Files = 60;
    private const int Seed = 20261121;

    [Fact]
    public async Task After_many_kills_the_next_run_gives_exactly_one_whole_copy_of_each_document()
    {
        SqliteLibrary.Use();
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(8));
        using var folder = new TemporaryFolder();
        var (documents, data) = (Path.Combine(folder.Path, "documents"), Path.Combine(folder.Path, "data"));
        var program = CopilotProgram.WithPracticeCompany(data);
        var chance = new Random(Seed);
        var killed = 0;
        for (var round = 0; round < Kills; round++)
        {
            WriteAll(documents, $"edition{round:00}", chance);
            killed += await KillAtAsync(program, documents, data, chance, limit.Token) ? 1 : 0;
            await EveryDocumentIsWholeAsync(data, limit.Token);
        }

        WriteAll(documents, "last", chance);
        var watch = Stopwatch.StartNew();
        var done = await program.RunAsync(limit.Token, "ingest", documents);

        Assert.True(done.ExitCode == 0, done.Error);
        await ExactlyOneCopyAsync(documents, data, limit.Token);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{killed} of {Kills} runs were killed in the middle; the last took {watch.Elapsed.TotalSeconds:F1} s: {done.Output.Trim()}"));
        Assert.True(killed >= Kills / 2, $"only {killed} runs were killed in the middle");
    }

    private static void WriteAll(string folder, string edition, Random chance)
    {
        Directory.CreateDirectory(folder);
        for (var i = 0; i < Files; i++)
        {
            var text = string.Concat(Enumerable.Range(1, chance.Next(2, i % 10 == 0 ? 400 : 12)).Select(s => $"{s} Section {s}\n\nThe {edition} of document{i:00} says in section {s} that gloves are counted, packed and sent.\n\n"));
            var (name, content) = (i % 3) switch
            {
                0 => ($"d{i:00}.md", $"---\nreaders: all\ntitle: Document {i}\n---\n{text.Replace("Section", "## Section", StringComparison.Ordinal)}"),
                1 => ($"sub/d{i:00}.txt", text),
                _ => ($"sub/deeper/d{i:00}.text", text),
            };
            var path = Path.Combine(folder, name);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, content);
        }
    }

    /// <summary>Starts an ingestion and kills it when so many of its files are done; a run that ends before is not killed.</summary>
    private static async Task<bool> KillAtAsync(CopilotProgram program, string documents, string data, Random chance, CancellationToken cancellationToken)
    {
        using var process = program.Start("ingest", documents);
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        var after = chance.Next(Files);
        var turns = chance.Next(400);
        while (!process.HasExited && (Done(data) < after || turns-- > 0))
        {
            await Task.Yield();
            cancellationToken.ThrowIfCancellationRequested();
        }

        if (process.HasExited)
        {
            return false;
        }

        process.Kill();
        await process.WaitForExitAsync(cancellationToken);
        return true;
    }

    /// <summary>How many files of the newest open run are done.</summary>
    private static int Done(string data)
    {
        var path = Path.Combine(data, "ingest.db");
        if (!File.Exists(path))
        {
            return -1;
        }

        try
        {
            using var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={path};Mode=ReadOnly;Pooling=False");
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "select done from run where ended is null order by key desc limit 1";
            return command.ExecuteScalar() is long done ? (int)done : -1;
        }
        catch (Microsoft.Data.Sqlite.SqliteException)
        {
            return -1;
        }
    }

    private static async Task EveryDocumentIsWholeAsync(string data, CancellationToken cancellationToken)
    {
        using var store = new SqliteKnowledgeStore(Path.Combine(data, "knowledge.db"));
        foreach (var listed in await store.ListAsync(null, cancellationToken))
        {
            var text = await TextAsync(store, listed, cancellationToken);
            Assert.Equal(listed.Length, text.Length);
            var editions = text.Split('\n').Where(l => l.StartsWith("The ", StringComparison.Ordinal)).Select(l => l.Split(' ')[1]).Distinct();
            Assert.Single(editions);
        }
    }

    private static async Task ExactlyOneCopyAsync(string documents, string data, CancellationToken cancellationToken)
    {
        using var store = new SqliteKnowledgeStore(Path.Combine(data, "knowledge.db"));
        var listed = await store.ListAsync(null, cancellationToken);
        Assert.Equal(Directory.GetFiles(documents, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal), listed.Select(l => l.Document.Source).Order(StringComparer.Ordinal));
        foreach (var document in listed)
        {
            var file = await File.ReadAllTextAsync(document.Document.Source, cancellationToken);
            Assert.EndsWith(await TextAsync(store, document, cancellationToken), file, StringComparison.Ordinal);
            var stem = "document" + Path.GetFileNameWithoutExtension(document.Document.Source)[1..];
            var found = await store.SearchAsync(
                new StoreQuery { Stems = [stem], Limit = 10_000, Filter = new PassageFilter { Reader = new Reader(["sales-rep"], []), Day = new DateOnly(2026, 6, 15) } }, cancellationToken);
            Assert.Equal(document.Document.Label.Id, Assert.Single(found.Select(f => f.DocumentId).Distinct()));
            Assert.Equal(document.Chunks, found.Count);
            Assert.Equal(found.Count, found.Select(f => f.Ordinal).Distinct().Count());
        }

        await using var queue = new SqliteIngestQueue(Path.Combine(data, "ingest.db"));
        var state = await queue.StateAsync(cancellationToken);
        Assert.Equal((0, 0), (state.Waiting, state.Running.Count));
        Assert.Empty(await queue.FailuresAsync(10, cancellationToken));
    }

    private static async Task<string> TextAsync(SqliteKnowledgeStore store, ListedDocument listed, CancellationToken cancellationToken)
        => string.Concat((await store.PartsAsync(new DocumentKey(listed.Document.Collection, listed.Document.Label.Id), 0, listed.Length, cancellationToken)).Select(p => p.Text));
}
