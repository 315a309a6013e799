using System.Security.Cryptography;
using Copilot.Host.Commands;
using Copilot.Host.Storage;
using Copilot.Testing.Service;
using Xunit;

namespace Copilot.ThoroughTests.Host.Commands;

/// <summary>What <c>copilot migrate</c> refuses before any server is reached; moving itself is tested with a real one.</summary>
public sealed class MigrateCommandTests : IDisposable
{
    private const string Nowhere = "Host=127.0.0.1;Port=1;Username=copilot;Password=hunter2;Database=copilot";

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("migrate")]
    [InlineData("migrate", "--to", "")]
    [InlineData("migrate", "--to", "postgres://copilot:hunter2@db/copilot")]
    [InlineData("migrate", "--to", "Host=db;Password=hunter2")]
    public async Task Without_a_target_that_can_be_read_it_ends_with_2_and_shows_the_form_but_no_secret(params string[] args)
    {
        var (code, output, error) = await RunAsync(args);

        Assert.Equal(2, code);
        Assert.Empty(output);
        Assert.Contains("Host=db.example.com", error);
        Assert.DoesNotContain("hunter2", error);
    }

    [Fact]
    public async Task Where_there_is_no_store_it_makes_none()
    {
        var (code, _, error) = await RunAsync("migrate", "--to", Nowhere);

        Assert.Equal(1, code);
        Assert.Contains("There is no store at", error);
        Assert.False(Directory.Exists(folder.Join("data")));
    }

    [Fact]
    public async Task A_server_that_cannot_be_reached_is_named_with_the_option_and_the_source_stays_as_it_is()
    {
        await UseAsync();
        var before = Bytes();

        var (code, output, error) = await RunAsync("migrate", "--to", Nowhere);

        Assert.Equal(1, code);
        Assert.Empty(output);
        Assert.Contains("127.0.0.1:1 can't be reached", error);
        Assert.Contains("(--to)", error);
        Assert.DoesNotContain("hunter2", error);
        Assert.Equal(before, Bytes());
    }

    [Fact]
    public async Task The_configured_store_is_the_target_when_none_is_written()
    {
        await UseAsync();

        Assert.Contains("127.0.0.1:1 can't be reached", (await RunAsync("migrate", "--Copilot:Store=" + Nowhere)).Error);
    }

    [Fact]
    public async Task A_store_in_use_is_not_moved_and_one_that_is_moved_is_not_used()
    {
        await UseAsync();
        using (var serving = new NodeFiles(folder.Join("data")))
        {
            await serving.EnterAsync(CancellationToken.None);
            Assert.Contains("is in use by process", (await RunAsync("migrate", "--to", Nowhere)).Error);
        }

        await using (new FileStream(NodeFiles.MovingFile(folder.Join("data")), FileMode.Create, FileAccess.ReadWrite, FileShare.None))
        {
            Assert.Contains("Another copilot migrate", (await RunAsync("migrate", "--to", Nowhere)).Error);
            Assert.Contains("is being moved", (await RunAsync("ask", "Where is it?")).Error);
        }
    }

    [Fact]
    public async Task Without_the_key_of_the_trail_nothing_moves_and_no_key_is_made()
    {
        await UseAsync();
        File.Delete(folder.Join("data/audit.key"));

        Assert.Contains("The key of the audit trail is not at", (await RunAsync("migrate", "--to", Nowhere)).Error);
        Assert.False(File.Exists(folder.Join("data/audit.key")));
    }

    private async Task UseAsync()
    {
        await File.WriteAllTextAsync(folder.Join("returns.md"), "# Returns\n\nGoods come back within 45 days.");
        Assert.Equal(0, (await RunAsync("ingest", folder.Join("returns.md"))).Code);
    }

    private string Bytes() => Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(folder.Join("data/copilot.db"))));

    private async Task<(int Code, string Output, string Error)> RunAsync(params string[] args)
    {
        await using var output = new StringWriter();
        await using var error = new StringWriter();
        var code = await CopilotCommands.RunAsync(args, new Terminal { Out = output, Error = error, House = TestHouse.Options(folder) }, CancellationToken.None);
        return (code, output.ToString(), error.ToString());
    }
}
