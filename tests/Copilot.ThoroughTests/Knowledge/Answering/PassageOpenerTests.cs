using Copilot.Contracts;
using Copilot.Testing.Knowledge;
using Xunit;

namespace Copilot.ThoroughTests.Knowledge.Answering;

public sealed class PassageOpenerTests : IDisposable
{
    private const string Text = "# Returns\n\n## 1 Limits\nGloves may be returned within 30 days.\n\n## 2 Freight\nThe customer pays.";

    private readonly KnowledgeLibrary _library = new();

    [Fact]
    public async Task The_whole_document_opens_with_the_passage_at_its_place()
    {
        var source = await OpenAfterAsync(() => { });

        Assert.Equal("Gloves may be returned within 30 days.", source!.Text![source.Place!.Start..source.Place.End].Split('\n')[^1]);
        Assert.Empty(source.Notes);
    }

    [Fact]
    public async Task Rights_are_checked_again()
        => Assert.Null(await OpenAfterAsync(() => _library.Document("a", "readers: [accountant]\nid: a\nrevision: 1", Text)));

    [Theory]
    [InlineData("all", true)]
    [InlineData("[accountant]", false)]
    public async Task All_its_text_is_read_by_those_who_may_read_it(string readers, bool may)
    {
        _library.Document("a", "readers: all\nid: a\nrevision: 1", Text);
        await _library.IngestAsync();
        var evidence = (await _library.AskAsync("How long may gloves be returned?")).Evidence[0];
        _library.Document("a", $"readers: {readers}\nid: a\nrevision: 1", Text);
        await _library.IngestAsync();

        var pieces = await _library.Opener.TextAsync(KnowledgeLibrary.Caller(RoleNames.SalesRep), evidence, default).ToListAsync();

        Assert.Equal(may, string.Concat(pieces).Contains("The customer pays.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_document_that_is_gone_does_not_open()
        => Assert.Null(await OpenAfterAsync(() => File.Delete(_library.PathOf("a.md"))));

    [Fact]
    public async Task Words_that_moved_are_found_again_and_a_new_revision_is_noted()
    {
        var source = await OpenAfterAsync(() => _library.Document("a", "readers: all\nid: a\nrevision: 2", "Preface.\n\n" + Text));

        Assert.StartsWith("# Returns", source!.Text![source.Place!.Start..], StringComparison.Ordinal);
        Assert.Equal("2", source.Version);
        Assert.Contains("new revision", Assert.Single(source.Notes), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Words_that_are_gone_are_said_to_be_gone()
    {
        var source = await OpenAfterAsync(() => _library.Document("a", "readers: all\nid: a\nrevision: 1", "# Returns\nNothing comes back."));

        Assert.Null(source!.Place);
        Assert.Contains("changed since it was cited", Assert.Single(source.Notes), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_superseded_document_opens_with_a_note()
    {
        var source = await OpenAfterAsync(() => _library.Document("b", "readers: all\nid: b\ntitle: New returns\nvalid_from: 2026-06-01\nsupersedes: a", "# New\nOther."));

        Assert.Equal("Superseded on 2026-06-01 by New returns.", Assert.Single(source!.Notes));
    }

    [Fact]
    public void Only_passages_are_opened_here()
        => Assert.False(_library.Opener.Opens(new Evidence { Id = "x", Kind = EvidenceKind.Record, Title = "x", Excerpt = "x", AsOf = KnowledgeLibrary.Now }));

    public void Dispose() => _library.Dispose();

    private async Task<SourceView?> OpenAfterAsync(Action change)
    {
        _library.Document("a", "readers: all\nid: a\nrevision: 1", Text);
        await _library.IngestAsync();
        var evidence = (await _library.AskAsync("How long may gloves be returned?")).Evidence[0];
        change();
        await _library.IngestAsync();
        Assert.True(_library.Opener.Opens(evidence));
        return await _library.Opener.OpenAsync(KnowledgeLibrary.Caller(RoleNames.SalesRep), evidence, CancellationToken.None);
    }
}
