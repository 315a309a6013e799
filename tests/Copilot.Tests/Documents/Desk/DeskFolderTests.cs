using System.Text;
using Copilot.Documents.Desk;
using Copilot.Host.Storage;
using Copilot.Testing.Conversation;
using Copilot.Testing.Desk;
using Copilot.Testing.Service;
using Copilot.Tests.Host;
using Xunit;

namespace Copilot.Tests.Documents.Desk;

/// <summary>The watched folder: files and e-mails go in, nothing is lost, and nobody wonders what became of it.</summary>
public sealed class DeskFolderTests : IAsyncLifetime
{
    private const string Order = "<Order xmlns=\"urn:oasis:names:specification:ubl:schema:xsd:Order-2\" xmlns:b=\"urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2\"><b:ID>A1</b:ID></Order>";

    private readonly TemporaryFolder _folder = new();
    private readonly PracticeClock _clock = new(new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.Zero));
    private SqliteDatabase? _database;
    private NodeFiles? _node;
    private DeskHouse? _house;

    private string Inbox => _folder.Join("inbox");

    [Fact]
    public async Task A_file_is_taken_when_it_has_come_to_rest_and_moves_away()
    {
        await File.WriteAllTextAsync(Path.Combine(Inbox, "order.xml"), Order[..40]);
        Assert.Empty(await LookAsync());
        await File.WriteAllTextAsync(Path.Combine(Inbox, "order.xml"), Order);
        Assert.Empty(await LookAsync());

        var taken = Assert.Single(await LookAsync());

        Assert.Equal(("order.xml", DeskSource.Folder, 7), (taken.File, taken.Received!.Document.Source, taken.Received.Document.Company));
        Assert.Empty(Directory.GetFiles(Inbox));
        Assert.True(File.Exists(Path.Combine(Inbox, "taken", "order.xml")));
    }

    [Fact]
    public async Task The_same_file_again_is_told_and_kept_beside_the_first()
    {
        await PutAsync("order.xml", Order);
        await PutAsync("order.xml", Order);
        Assert.Equal(["order (2).xml", "order.xml"], Directory.GetFiles(Path.Combine(Inbox, "taken")).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task What_is_attached_to_an_e_mail_is_taken_and_logos_are_not()
    {
        var logo = Convert.ToBase64String([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, .. new byte[200]]);
        var mail = $"From: Kranich <rechnung@kranich.example>\r\nTo: desk@nordwind.example\r\nSubject: Order\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n"
            + "--b\r\nContent-Type: text/plain\r\n\r\nHello\r\n"
            + $"--b\r\nContent-Type: application/xml\r\nContent-Disposition: attachment; filename=\"order 1.xml\"\r\nContent-Transfer-Encoding: base64\r\n\r\n{Convert.ToBase64String(Encoding.UTF8.GetBytes(Order))}\r\n"
            + $"--b\r\nContent-Type: image/png\r\nContent-Disposition: inline; filename=\"logo.png\"\r\nContent-Transfer-Encoding: base64\r\n\r\n{logo}\r\n--b--\r\n";

        var reports = await PutAsync("message.eml", mail);

        var taken = Assert.Single(reports);
        Assert.Equal(("order 1.xml", DeskSource.Mail), (taken.Received!.Document.File, taken.Received.Document.Source));
        Assert.Contains("kranich.example", taken.Received.Document.From, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_e_mail_without_documents_is_refused_with_the_reason_beside_it()
    {
        Assert.Null(Assert.Single(await PutAsync("hello.eml", "From: a@b.example\r\nSubject: Hi\r\n\r\nHello\r\n")).Received);
        Assert.Contains("nothing is attached", await File.ReadAllTextAsync(Path.Combine(Inbox, "refused", "hello.eml.txt")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_that_is_gone_is_told_and_found_again_when_it_is_back()
    {
        Directory.Delete(Inbox, recursive: true);
        Assert.Empty(await LookAsync());
        Assert.Contains("Copilot__Desk__Folder", _house!.Folder.Trouble, StringComparison.Ordinal);
        Directory.CreateDirectory(Inbox);
        Assert.Single(await PutAsync("order.xml", Order));
        Assert.Null(_house.Folder.Trouble);
    }

    [SkippableFact]
    public async Task A_link_out_of_the_folder_is_left_alone()
    {
        Skip.If(OperatingSystem.IsWindows(), "links need rights there");
        await File.WriteAllTextAsync(_folder.Join("secret.xml"), Order);
        File.CreateSymbolicLink(Path.Combine(Inbox, "link.xml"), _folder.Join("secret.xml"));
        await LookAsync();
        Assert.Empty(await LookAsync());
        Assert.True(File.Exists(_folder.Join("secret.xml")));
    }

    public async Task InitializeAsync()
    {
        Directory.CreateDirectory(Inbox);
        _database = new SqliteDatabase(_folder.Join("copilot.db"));
        await new SchemaStore(_database, Copilot.Documents.Desk.Stores.DeskSchemaStore.Steps, TimeProvider.System).ApplyAsync(CancellationToken.None);
        _node = new NodeFiles(_folder.Path);
        _house = new DeskHouse(_database, _node, _clock, _folder.Path, o => (o.Folder, o.Company) = (Inbox, 7));
    }

    public async Task DisposeAsync()
    {
        _house!.Dispose();
        _node!.Dispose();
        await _database!.DisposeAsync();
        _folder.Dispose();
    }

    private Task<IReadOnlyList<IntakeReport>> LookAsync()
    {
        _clock.Move(TimeSpan.FromSeconds(20));
        return _house!.Folder.LookAsync(CancellationToken.None);
    }

    private async Task<IReadOnlyList<IntakeReport>> PutAsync(string name, string text)
    {
        await File.WriteAllTextAsync(Path.Combine(Inbox, name), text);
        await LookAsync();
        return await LookAsync();
    }
}
