using Copilot.Knowledge;
using Copilot.Testing.Knowledge;
using Microsoft.Data.Sqlite;
using Xunit;

namespace Copilot.ThoroughTests.Knowledge.Ingestion;

/// <summary>Whatever stops an ingestion, each document is there whole, as before or as after, and the next run completes the rest exactly once.</summary>
public sealed class IngestCrashTests : IDisposable
{
    private const int Documents = 6;

    private readonly KnowledgeLibrary _library = new();

    [Fact]
    public async Task Stopped_after_any_file_the_next_run_gives_what_an_undisturbed_one_gives()
    {
        WriteAll("first");
        await _library.IngestAsync();
        WriteAll("second");
        for (var after = 1; after < Documents; after++)
        {
            await Assert.ThrowsAsync<InvalidOperationException>(
                () => _library.Ingestor.IngestAsync([_library.Folder], null, null, new Stop(after), CancellationToken.None));
        }

        await _library.IngestAsync();

        using var undisturbed = new KnowledgeLibrary();
        for (var i = 0; i < Documents; i++)
        {
            undisturbed.Write($"d{i}.txt", Text("second", i));
        }

        await undisturbed.IngestAsync();
        Assert.Equal(Contents(undisturbed), Contents(_library));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    public async Task Stopped_inside_a_document_its_earlier_version_stands(int ordinal)
    {
        WriteAll("first");
        await _library.IngestAsync();
        var before = Contents(_library);
        WriteAll("second");
        Run($"create trigger power_cut before insert on chunk when new.key & 1048575 = {ordinal} begin select raise(abort, 'power cut'); end");

        await Assert.ThrowsAsync<SqliteException>(() => _library.IngestAsync());
        Assert.Equal(before, Contents(_library));
        Run("drop trigger power_cut");
        var report = await _library.IngestAsync();

        Assert.Equal(Documents, report.Updated);
        Assert.All(Contents(_library), line => Assert.DoesNotContain("first", line, StringComparison.Ordinal));
    }

    public void Dispose() => _library.Dispose();

    private static string Text(string version, int document)
        => string.Join("\n\n", Enumerable.Range(1, 5).Select(s => $"{s} Section {s}\n\n{version} edition of document {document}, section {s}, about gloves."));

    private static List<string> Contents(KnowledgeLibrary library)
    {
        using var connection = new SqliteConnection($"Data Source={library.DatabasePath};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();

        // The index holds exactly what the rows hold, or this throws.
        command.CommandText = "insert into chunk_fts(chunk_fts, rank) values('integrity-check', 1)";
        command.ExecuteNonQuery();
        command.CommandText =
            """
            select d.id || '|' || (k.key & 1048575) || '|' || k.start || '|' || k.text || '|' || f.body
            from chunk k join document d on d.key = k.key >> 20 join chunk_fts f on f.rowid = k.key where d.live
            union all select 'left behind: ' || id from document where not live order by 1
            """;
        using var reader = command.ExecuteReader();
        var lines = new List<string>();
        while (reader.Read())
        {
            lines.Add(reader.GetString(0));
        }

        return lines;
    }

    private void WriteAll(string version)
    {
        for (var i = 0; i < Documents; i++)
        {
            _library.Write($"d{i}.txt", Text(version, i));
        }
    }

    private void Run(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={_library.DatabasePath};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private sealed class Stop(int after) : IProgress<IngestProgress>
    {
        public void Report(IngestProgress value)
        {
            if (value.Done == after)
            {
                throw new InvalidOperationException("Stopped by the test.");
            }
        }
    }
}
