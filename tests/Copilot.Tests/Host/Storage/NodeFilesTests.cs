using Copilot.Contracts;
using Copilot.Host.Storage;
using Copilot.Testing.Service;
using Xunit;

namespace Copilot.Tests.Host.Storage;

/// <summary>The roster of the embedded store.</summary>
public sealed class NodeFilesTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_file_that_nobody_holds_is_a_process_that_died_until_it_is_forgotten()
    {
        using var me = new NodeFiles(folder.Path);
        using var neighbour = new NodeFiles(folder.Path);
        await me.EnterAsync(CancellationToken.None);
        var other = await neighbour.EnterAsync(CancellationToken.None);
        await File.WriteAllTextAsync(Path.Combine(folder.Join("nodes"), "somewhere_7_1_ab"), string.Empty);

        Assert.Equal(["somewhere/7/1/ab"], await me.DiedAsync(CancellationToken.None));
        Assert.Equal([other], me.Others());

        await me.ForgetAsync(["somewhere/7/1/ab", other], CancellationToken.None);

        Assert.Empty(await me.DiedAsync(CancellationToken.None));
        Assert.Equal([other], me.Others());
    }

    [Fact]
    public async Task Nobody_enters_while_the_store_moves()
    {
        using var me = new NodeFiles(folder.Path);
        await using (new FileStream(NodeFiles.MovingFile(folder.Path), FileMode.Create, FileAccess.ReadWrite, FileShare.None))
        {
            Assert.Contains("copilot migrate", (await Assert.ThrowsAsync<CopilotException>(() => me.EnterAsync(CancellationToken.None).AsTask())).Message);
        }

        Assert.NotEmpty(await me.EnterAsync(CancellationToken.None));
    }
}
