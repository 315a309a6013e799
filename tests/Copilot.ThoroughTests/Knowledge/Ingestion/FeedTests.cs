using Copilot.Contracts;
using Copilot.Knowledge;
using Copilot.Testing.Knowledge;
using Copilot.Testing.Knowledge.Files;
using Xunit;

namespace Copilot.ThoroughTests.Knowledge.Ingestion;

public sealed class FeedTests : IDisposable
{
    private readonly GrowingFeed _feed = new();
    private readonly KnowledgeLibrary _library;

    public FeedTests()
    {
        _library = new KnowledgeLibrary(null, null, null, _feed);
        _library.Options.Folder = _library.Folder;
        _library.Write("sources.json", """{ "sources": [ { "feed": "erp" } ] }""");
    }

    [Fact]
    public async Task Documents_of_a_feed_are_taken_with_their_gate_and_their_bytes()
    {
        _feed.Put("1", "Gloves for Nordlicht.", e => e with { Company = "Meridian Industrial Supply", About = ["Nordlicht"], Uri = "http://erp/1" });

        var report = await SyncAsync();

        Assert.Equal((1, 1), (report.Files, report.Added));
        var held = (await _library.Store.HeldAsync("default", "erp:1", CancellationToken.None))!;
        Assert.Equal(("erp:1", "Paper 1", new RecordRef("sale.order", 1), "http://erp/1"), (held.Label.Id, held.Label.Title, held.Gate, held.Uri));
        Assert.Equal(["Meridian Industrial Supply"], held.Label.Companies);
        Assert.Equal("Gloves for Nordlicht.", await File.ReadAllTextAsync(held.Original!));
    }

    [Fact]
    public async Task Only_what_changed_is_fetched_and_what_is_gone_is_removed()
    {
        _feed.Put("1", "Gloves one.");
        _feed.Put("2", "Gloves two.");
        await SyncAsync();
        _feed.Put("2", "Gloves three.");
        _feed.Remove("1");

        var report = await SyncAsync();

        Assert.Equal((0, 1, 1), (report.Added, report.Updated, report.Removed));
        Assert.Equal(["1", "2", "2"], _feed.Fetched.Order());
        Assert.Equal("Gloves three.", Assert.Single(await _library.FindAsync("gloves")).Text);
        Assert.Equal(0, (await SyncAsync()).Files);
    }

    [Fact]
    public async Task A_version_that_is_held_is_not_fetched_again_and_its_label_follows()
    {
        _feed.Put("1", "Gloves one.", e => e with { Version = "same" });
        await SyncAsync();
        _feed.Put("1", "Gloves one.", e => e with { Version = "same", Gate = new RecordRef("sale.order", 9), Title = "Renamed" });

        var report = await SyncAsync();

        Assert.Equal(1, report.Updated);
        Assert.Equal("1", Assert.Single(_feed.Fetched));
        Assert.Equal(new RecordRef("sale.order", 9), (await _library.Store.HeldAsync("default", "erp:1", CancellationToken.None))!.Gate);
    }

    [Fact]
    public async Task What_could_not_be_fetched_is_told_and_fetched_by_the_next_look()
    {
        _feed.Put("1", "Gloves one.");
        _feed.IsDown = true;
        var report = await SyncAsync();
        Assert.Contains("does not answer", Assert.Single(report.Failed).Message, StringComparison.Ordinal);
        Assert.Equal("erp:1", Assert.Single((await _library.Ingestor.ProgressAsync(CancellationToken.None)).Failed).File);

        _feed.IsDown = false;
        Assert.Equal(1, (await SyncAsync()).Added);
        Assert.Empty((await _library.Ingestor.ProgressAsync(CancellationToken.None)).Failed);
    }

    [Fact]
    public async Task A_document_that_went_before_it_was_fetched_is_gone()
    {
        _feed.Put("1", "Gloves one.");
        await SyncAsync();
        _feed.Put("1", "Gloves two.");
        var changes = await _feed.ChangesAsync("1", CancellationToken.None);
        _feed.Remove("1");
        Assert.Single(changes.Changed);

        Assert.Equal(1, (await SyncAsync()).Removed);
        Assert.Empty(await _library.FindAsync("gloves"));
    }

    [Fact]
    public async Task A_feed_that_is_not_there_is_said_with_those_that_are()
    {
        _library.Write("sources.json", """{ "sources": [ { "feed": "odoo" } ] }""");

        Assert.Contains("there is no feed \"odoo\"; there is erp", (await Assert.ThrowsAsync<CopilotException>(SyncAsync)).Message, StringComparison.Ordinal);
    }

    public void Dispose() => _library.Dispose();

    private Task<IngestReport> SyncAsync() => _library.Ingestor.IngestSourceAsync(null, null, CancellationToken.None);
}
