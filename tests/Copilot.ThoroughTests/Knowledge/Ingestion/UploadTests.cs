using System.Text;
using Copilot.Contracts;
using Copilot.Knowledge;
using Copilot.Knowledge.Ingestion.Reading;
using Copilot.Testing.Knowledge;
using Copilot.Testing.Knowledge.Files;
using Xunit;

namespace Copilot.ThoroughTests.Knowledge.Ingestion;

public sealed class UploadTests : IDisposable
{
    private readonly KnowledgeLibrary _library = new(
        new KnowledgeOptions { LargestUploadMegabytes = 1 }, new FileFormats([new MarkdownFileReader(), new PlainTextFileReader()], [new PracticeContainer()]));

    [Fact]
    public async Task An_upload_is_read_at_once_for_its_owner_alone()
    {
        var report = await UploadAsync("offer.md", "---\nreaders: all\nsupersedes: policy\n---\n# Offer\nGloves cost two euros.");

        var document = Assert.Single(report.Documents);
        Assert.Equal(("uploads", "Offer", "markdown"), (document.Collection, document.Title, document.Format));
        Assert.Empty(await _library.FindAsync("gloves cost", KnowledgeLibrary.Caller(RoleNames.SalesRep)));
        Assert.Equal(document.Id, Assert.Single(await _library.FindAsync("gloves cost", Owner)).Place.DocumentId);
        var held = (await _library.Store.HeldAsync(new("uploads", document.Id), CancellationToken.None))!;
        Assert.StartsWith("---\nreaders: all", await File.ReadAllTextAsync(held.Original!), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_file_of_two_people_is_two_documents_with_one_original()
    {
        var mine = await UploadAsync("offer.txt", "Gloves cost two euros.");
        var theirs = await UploadAsync("offer.txt", "Gloves cost two euros.", "another");

        Assert.NotEqual(mine.Documents[0].Id, theirs.Documents[0].Id);
        Assert.Single(await _library.Store.OriginalsAsync(CancellationToken.None));
    }

    [Fact]
    public async Task What_can_not_be_read_is_said_by_the_name_the_person_knows()
    {
        var report = await UploadAsync("C:\\my files\\run.exe", "MZ");

        Assert.Empty(report.Documents);
        Assert.Equal("run.exe", Assert.Single(report.Failed).File);
    }

    [Fact]
    public async Task Members_of_an_uploaded_archive_are_documents_too()
    {
        using var archive = new MemoryStream(PracticeContainer.Of(("a.txt", "Gloves."u8.ToArray()), ("b.exe", "MZ"u8.ToArray())));

        var report = await _library.Ingestor.TakeUploadAsync(archive, "mail.zip", Owner.Id, "c1", CancellationToken.None);

        Assert.Equal("a", Assert.Single(report.Documents).Title);
        Assert.Equal("mail.zip!/b.exe", Assert.Single(report.Notes).File);
    }

    [Fact]
    public async Task An_upload_above_the_limit_and_one_without_a_name_are_refused()
    {
        Assert.Contains("larger than 1 MB", (await Assert.ThrowsAsync<CopilotException>(() => UploadAsync("a.txt", new string('a', (1024 * 1024) + 1)))).Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<CopilotException>(() => UploadAsync("../", "a"));
        Assert.Empty(Directory.EnumerateFileSystemEntries(Path.Combine(_library.Options.Data, "work")));
    }

    [Fact]
    public async Task Uploads_go_with_their_conversation()
    {
        await UploadAsync("offer.txt", "Gloves cost two euros.");
        await UploadAsync("other.txt", "Gloves cost three euros.", scope: "c1/x");

        await _library.Ingestor.ForgetUploadsAsync(Owner.Id, "c1", CancellationToken.None);

        Assert.Equal("other", Assert.Single(await _library.FindAsync("gloves cost", Owner)).Title);
    }

    public void Dispose() => _library.Dispose();

    private static Caller Owner => KnowledgeLibrary.Caller(RoleNames.SalesRep) with { Id = "demo:sales rep/1" };

    private async Task<UploadReport> UploadAsync(string name, string text, string? user = null, string scope = "c1")
    {
        using var content = new MemoryStream(Encoding.UTF8.GetBytes(text));
        return await _library.Ingestor.TakeUploadAsync(content, name, user ?? Owner.Id, scope, CancellationToken.None);
    }
}
