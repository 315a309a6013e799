using Copilot.Contracts;
using Copilot.Knowledge;
using Copilot.Knowledge.Ingestion;
using Copilot.Testing.Knowledge;
using Xunit;

namespace Copilot.ThoroughTests.Knowledge.Ingestion;

public sealed class SourcesFileTests : IDisposable
{
    private readonly KnowledgeLibrary _library = new();

    public SourcesFileTests() => _library.Options.Folder = _library.Folder;

    [Fact]
    public void Without_a_file_the_knowledge_folder_is_the_only_source()
    {
        var source = Assert.Single(SourcesFile.Read(_library.Options).Sources);

        Assert.Equal((_library.Folder, "default"), (source.Folder, source.Collection));
        Assert.Null(source.Rule.Readers);
    }

    [Fact]
    public void All_that_can_be_said_about_a_source_is_read()
    {
        Sources("""
            {
              // Comments are allowed.
              "defaults": { "owner": "operations-manager", "readers": "all" },
              "sources": [
                { "name": "agreements", "folder": "agreements", "collection": "legal", "readers": ["accountant", "user:demo:x"], "company": "Meridian",
                  "kind": "customer-agreement", "about": ["Nordlicht"], "valid_from": "2026-01-01", "valid_to": "2026-12-31", "language": "DE",
                  "refresh": "every 15 minutes", "include": ["**/*.pdf", "*.md"], "exclude": ["drafts/**"],
                  "folders": { "secret": { "readers": ["auditor"] }, "secret/open": { "readers": "all" } } },
                { "feed": "odoo", "refresh": "every 2 hours" },
              ]
            }
            """);

        var list = SourcesFile.Read(_library.Options);

        Assert.Equal(["knowledge", "agreements", "odoo"], list.Sources.Select(s => s.Name));
        var source = list.Sources[1];
        Assert.Equal((_library.PathOf("agreements"), "legal", "operations-manager", "de"), (source.Folder, source.Collection, source.Rule.Owner, source.Rule.Language));
        Assert.Equal(TimeSpan.FromMinutes(15), source.Refresh.Every);
        Assert.Equal(["accountant", "user:demo:x"], source.RuleOf(_library.PathOf("agreements/a.pdf")).Readers);
        Assert.Equal(["auditor"], source.RuleOf(_library.PathOf("agreements/secret/a.pdf")).Readers);
        Assert.Equal(["all"], source.RuleOf(_library.PathOf("agreements/secret/open/a.pdf")).Readers);
        Assert.Equal(["Meridian"], source.RuleOf(_library.PathOf("agreements/secret/open/a.pdf")).Companies);
        Assert.Equal(
            [true, true, false, false],
            new[] { "agreements/deep/er/a.PDF", "agreements/x/b.md", "agreements/a.txt", "agreements/drafts/a.pdf" }.Select(p => source.Takes(_library.PathOf(p))));
        Assert.Equal("agreements", list.Of(_library.PathOf("agreements/a.pdf"))!.Name);
        Assert.Equal("knowledge", list.Of(_library.PathOf("agreements2/a.pdf"))!.Name);
        Assert.Equal(["all"], list.Sources[0].Rule.Readers);
    }

    [Theory]
    [InlineData("""{ "sources": [ { "folder": "a", "reader": ["all"] } ] }""", "source 1: there is no field \"reader\"; write \"readers\"")]
    [InlineData("""{ "sources": [ { "folder": "a", "colour": 1 } ] }""", "source 1: there is no field \"colour\"; the fields are name, folder")]
    [InlineData("""{ "sources": [ { "name": "x", "folder": "a", "readers": ["boss"] } ] }""", "source 1 (\"x\"): \"readers\" names \"boss\", which is not a role; write \"all\", some of")]
    [InlineData("""{ "sources": [ { "folder": "a", "readers": [] } ] }""", "\"readers\" is empty, nobody could read")]
    [InlineData("""{ "sources": [ { "folder": "a", "readers": 7 } ] }""", "\"readers\" must be a text or a list of texts")]
    [InlineData("""{ "sources": [ { "collection": "b" } ] }""", "source 1: name either a \"folder\" or a \"feed\"")]
    [InlineData("""{ "sources": [ { "folder": "a", "refresh": "often" } ] }""", "\"refresh\" is \"often\"; write \"start\", \"watch\"")]
    [InlineData("""{ "sources": [ { "folder": "a", "valid_from": "1.3.2026" } ] }""", "\"valid_from\" is \"1.3.2026\", which is not a date; write it as 2026-03-31")]
    [InlineData("""{ "sources": [ { "folder": "a", "valid_from": "2026-03-01", "valid_to": "2026-02-01" } ] }""", "\"valid_to\" lies before \"valid_from\"")]
    [InlineData("""{ "sources": [ { "folder": "a", "collection": "a b" } ] }""", "\"collection\" can't be \"a b\"")]
    [InlineData("""{ "sources": [ { "folder": "a", "folders": { "x": { "raeders": "all" } } } ] }""", "folder \"x\": there is no field \"raeders\"; write \"readers\"")]
    [InlineData("""{ "sources": [ { "folder": "a" }, { "folder": "./a" } ] }""", "is named twice")]
    [InlineData("""{ "source": [] }""", "the file: there is no field \"source\"; write \"sources\"")]
    [InlineData("{ \"sources\": [ \n { \"folder\": } ] }", "line 2: this is not valid JSON")]
    public void What_is_not_understood_is_refused_with_entry_field_and_repair(string json, string message)
    {
        Sources(json);

        Assert.Contains(message, Assert.Throws<CopilotException>(() => SourcesFile.Read(_library.Options)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_named_and_missing_is_said()
    {
        _library.Options.Sources = _library.PathOf("none.json");

        Assert.Contains("none.json", Assert.Throws<CopilotException>(() => SourcesFile.Read(_library.Options)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_rule_of_a_source_holds_where_a_document_says_nothing()
    {
        Sources("""{ "sources": [ { "folder": "a", "readers": ["accountant"], "owner": "boss", "about": ["Nordlicht"] } ] }""");
        _library.Write("a/plain.txt", "Gloves in a plain text.");
        _library.Document("a/labelled", "readers: [auditor]\nowner: me", "# Labelled\nGloves in a labelled text.");
        _library.Document("a/half", "title: Half", "Gloves in a text that says not who may read it.");

        var report = await _library.IngestAsync();

        Assert.Empty(report.Failed);
        Assert.Empty(report.Notes);
        Assert.Empty(await _library.FindAsync("gloves"));
        Assert.Equal(["half", "plain"], (await _library.FindAsync("gloves", KnowledgeLibrary.Caller(RoleNames.Accountant))).Select(f => f.Place.DocumentId).Order());
        Assert.Equal(["labelled"], (await _library.FindAsync("gloves", KnowledgeLibrary.Caller(RoleNames.Auditor))).Select(f => f.Place.DocumentId));
    }

    [Fact]
    public async Task A_right_taken_from_a_source_is_gone_without_reading_its_files_again()
    {
        Sources("""{ "sources": [ { "folder": "a", "readers": ["accountant", "sales-rep"] } ] }""");
        _library.Write("a/plain.txt", "Gloves in a plain text.");
        await _library.IngestAsync();
        Sources("""{ "sources": [ { "folder": "a", "readers": ["accountant"] } ] }""");

        var report = await _library.IngestAsync();

        Assert.Equal((1, 0), (report.Updated, report.Passages));
        Assert.Empty(await _library.FindAsync("gloves"));
    }

    [Fact]
    public async Task Collections_and_excluded_files_follow_the_source()
    {
        Sources("""{ "sources": [ { "folder": "a", "collection": "legal" } ] }""");
        var kept = _library.Write("a/kept.txt", "Gloves in a plain text.");
        var draft = _library.Write("a/draft.txt", "Gloves in a draft.");
        await _library.IngestAsync();
        Assert.NotNull(await _library.Store.HeldAsync("legal", draft, CancellationToken.None));
        Sources("""{ "sources": [ { "folder": "a", "collection": "legal", "exclude": ["draft*"] } ] }""");

        Assert.Equal(1, (await _library.IngestAsync()).Removed);
        Assert.NotNull(await _library.Store.HeldAsync("legal", kept, CancellationToken.None));
    }

    [Fact]
    public async Task A_source_is_taken_by_its_name()
    {
        Sources("""{ "sources": [ { "name": "legal", "folder": "a", "refresh": "manual" } ] }""");
        _library.Write("a/one.txt", "Gloves.");
        _library.Write("two.txt", "Tapes.");

        Assert.Equal(1, (await _library.Ingestor.IngestSourceAsync("Legal", null, CancellationToken.None)).Added);
        Assert.Contains("\"legal\"", (await Assert.ThrowsAsync<CopilotException>(() => _library.Ingestor.IngestSourceAsync("x", null, CancellationToken.None))).Message, StringComparison.Ordinal);
    }

    public void Dispose() => _library.Dispose();

    private void Sources(string json) => _library.Write("sources.json", json);
}
