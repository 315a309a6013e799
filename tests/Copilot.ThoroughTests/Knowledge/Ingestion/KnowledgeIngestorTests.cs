using Copilot.Contracts;
using Copilot.Knowledge;
using Copilot.Testing.Knowledge;
using Xunit;

namespace Copilot.ThoroughTests.Knowledge.Ingestion;

public sealed class KnowledgeIngestorTests : IDisposable
{
    private readonly KnowledgeLibrary _library = new();

    [Fact]
    public async Task A_second_run_finds_nothing_to_do()
    {
        _library.Document("a", "readers: all", "# A\nGloves may be returned.");
        _library.Document("b", "readers: all", "# B\nTapes may not.");

        var first = await _library.IngestAsync();
        var second = await _library.IngestAsync();

        Assert.Equal((2, 2, 0), (first.Files, first.Added, first.Unchanged));
        Assert.Equal((0, 0, 2, 0), (second.Added, second.Updated, second.Unchanged, second.Passages));
    }

    [Fact]
    public async Task A_changed_text_replaces_the_old_one()
    {
        _library.Document("a", "readers: all", "# A\nGloves may be returned within ten days.");
        await _library.IngestAsync();
        _library.Document("a", "readers: all", "# A\nGloves may be returned within twelve days.");

        var report = await _library.IngestAsync();

        Assert.Equal((0, 1), (report.Added, report.Updated));
        Assert.Contains("twelve", Assert.Single(await _library.FindAsync("gloves returned")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_right_taken_away_is_gone_without_cutting_the_text_again()
    {
        _library.Document("a", "readers: [sales-rep, accountant]", "# A\nGloves may be returned.");
        await _library.IngestAsync();
        _library.Document("a", "readers: [accountant]", "# A\nGloves may be returned.");

        var report = await _library.IngestAsync();

        Assert.Equal((1, 0), (report.Updated, report.Passages));
        Assert.Empty(await _library.FindAsync("gloves returned"));
        Assert.Single(await _library.FindAsync("gloves returned", KnowledgeLibrary.Caller(RoleNames.Accountant)));
    }

    [Fact]
    public async Task A_changed_title_is_found_by_its_new_words()
    {
        _library.Document("a", "readers: all\ntitle: Old", "Gloves may be sent back.");
        await _library.IngestAsync();
        _library.Document("a", "readers: all\ntitle: Warranty", "Gloves may be sent back.");
        await _library.IngestAsync();

        Assert.Single(await _library.FindAsync("warranty"));
    }

    [Fact]
    public async Task A_deleted_file_is_deleted_here_and_only_below_its_folder()
    {
        _library.Document("sub/a", "readers: all", "# A\nGloves may be returned.");
        _library.Document("other/b", "readers: all", "# B\nGloves may be burnt.");
        await _library.IngestAsync();
        File.Delete(_library.PathOf("sub/a.md"));
        File.Delete(_library.PathOf("other/b.md"));

        var report = await _library.Ingestor.IngestAsync([_library.PathOf("sub")], null, null, null, CancellationToken.None);

        Assert.Equal(1, report.Removed);
        Assert.Equal("b", Assert.Single(await _library.FindAsync("gloves")).Place.DocumentId);
    }

    [Fact]
    public async Task One_file_that_is_refused_does_not_stop_the_others()
    {
        _library.Document("a", "readers: nobody-known", "# A\nText.");
        _library.Write("b.txt", "a\0b");
        _library.Document("c", "readers: all", "# C\nGloves.");

        var report = await _library.IngestAsync();

        Assert.Equal(1, report.Added);
        Assert.Equal([_library.PathOf("a.md"), _library.PathOf("b.txt")], report.Failed.Select(f => f.File));
        Assert.All(report.Failed, f => Assert.NotEmpty(f.Message));
    }

    [Fact]
    public async Task A_document_whose_readers_are_no_longer_known_is_withdrawn()
    {
        _library.Document("a", "readers: all", "# A\nGloves may be returned.");
        await _library.IngestAsync();
        _library.Document("a", "readers: [", "# A\nGloves may be returned.");

        var report = await _library.IngestAsync();

        Assert.Contains("withdrawn", Assert.Single(report.Failed).Message, StringComparison.Ordinal);
        Assert.Empty(await _library.FindAsync("gloves"));
    }

    [Fact]
    public async Task Two_files_may_not_be_one_document()
    {
        _library.Document("a", "readers: all\nid: same", "# A\nGloves.");
        _library.Document("b", "readers: all\nid: same", "# B\nTapes.");

        var report = await _library.IngestAsync();

        Assert.Contains("already belongs to a.md", Assert.Single(report.Failed).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Files_of_one_name_in_two_folders_are_two_documents()
    {
        _library.Write("one/readme.txt", "Gloves for the north.");
        _library.Write("two/readme.txt", "Gloves in many sizes and colours.");

        await _library.IngestAsync();
        var again = await _library.IngestAsync();

        Assert.Equal(2, again.Unchanged);
        Assert.Equal(["readme", "two/readme"], (await _library.FindAsync("gloves")).Select(h => h.Place.DocumentId).Order());
    }

    [Fact]
    public async Task A_moved_file_keeps_its_id()
    {
        _library.Document("old/a", "readers: all\nid: doc", "# A\nGloves.");
        await _library.IngestAsync();
        Directory.Move(_library.PathOf("old"), _library.PathOf("new"));

        var report = await _library.IngestAsync();

        Assert.Empty(report.Failed);
        Assert.Equal("doc", Assert.Single(await _library.FindAsync("gloves")).Place.DocumentId);
    }

    [Fact]
    public async Task Links_that_lead_out_of_the_folder_are_not_followed()
    {
        var outside = Directory.CreateTempSubdirectory("outside-").FullName;
        try
        {
            await File.WriteAllTextAsync(Path.Combine(outside, "secret.txt"), "gloves secret");
            Directory.CreateSymbolicLink(_library.PathOf("link"), outside);
            File.CreateSymbolicLink(_library.PathOf("secret.txt"), Path.Combine(outside, "secret.txt"));
            _library.Write("a.txt", "gloves");

            Assert.Equal(1, (await _library.IngestAsync()).Files);
        }
        finally
        {
            Directory.Delete(outside, recursive: true);
        }
    }

    [Fact]
    public async Task Unknown_paths_types_and_roles_are_said()
    {
        var missing = await _library.Ingestor.IngestAsync([_library.PathOf("none"), _library.Write("a.exe", "x")], null, null, null, CancellationToken.None);

        Assert.Equal(2, missing.Failed.Count);
        await Assert.ThrowsAsync<CopilotException>(() => _library.IngestAsync(["boss"]));
        await Assert.ThrowsAsync<CopilotException>(() => _library.IngestAsync([]));
        await Assert.ThrowsAsync<CopilotException>(() => _library.Ingestor.IngestAsync([], "a b", null, null, CancellationToken.None));
    }

    [Fact]
    public async Task Collections_are_apart()
    {
        var file = _library.Write("a.txt", "gloves");
        await _library.Ingestor.IngestAsync([file], "one", null, null, CancellationToken.None);

        var other = await _library.Search.SearchAsync(
            new KnowledgeQuery { Text = "gloves", Caller = KnowledgeLibrary.Caller(RoleNames.SalesRep), Collection = "two" }, CancellationToken.None);

        Assert.Empty(other);
        Assert.Single(await _library.FindAsync("gloves"));
    }

    [Fact]
    public async Task Progress_is_told_for_every_file_and_unlabelled_files_are_noted()
    {
        _library.Write("a.txt", "gloves");
        _library.Write("b.txt", "tapes");
        var told = new List<IngestProgress>();

        var report = await _library.Ingestor.IngestAsync([_library.Folder], null, null, new Told(told.Add), CancellationToken.None);

        Assert.Equal([(1, 2), (2, 2)], told.Select(p => (p.Done, p.Total)));
        Assert.Equal(2, report.Notes.Count(n => n.Message.Contains("every role", StringComparison.Ordinal)));
    }

    public void Dispose() => _library.Dispose();

    private sealed class Told(Action<IngestProgress> tell) : IProgress<IngestProgress>
    {
        public void Report(IngestProgress value) => tell(value);
    }
}
