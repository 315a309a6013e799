using Copilot.Knowledge;
using Microsoft.Data.Sqlite;
using Npgsql;
using Xunit;

namespace Copilot.Tests.Knowledge.Ingestion;

/// <summary>A full disk is told from everything else that can go wrong with a file.</summary>
public sealed class FullDiskTests
{
    [SkippableFact]
    public void A_real_full_disk_is_known()
    {
        Skip.IfNot(File.Exists("/dev/full"), "Only Linux has a disk that is always full.");
        var full = Assert.ThrowsAny<IOException>(() =>
        {
            using var file = new FileStream("/dev/full", FileMode.Open, FileAccess.Write, FileShare.ReadWrite, 0);
            file.WriteByte(1);
        });

        Assert.True(FullDisk.Is(full));
        Assert.True(FullDisk.Is(new InvalidOperationException("kept", new AggregateException(full))));
    }

    [Fact]
    public void Full_stores_are_known()
    {
        Assert.True(FullDisk.Is(new SqliteException("database or disk is full", 13)));
        Assert.True(FullDisk.Is(new PostgresException("could not extend file", "ERROR", "ERROR", "53100")));
    }

    [Fact]
    public void Other_faults_are_not()
    {
        Assert.False(FullDisk.Is(null));
        Assert.False(FullDisk.Is(new IOException("The client reset the request stream.")));
        Assert.False(FullDisk.Is(new SqliteException("database is locked", 5)));
        Assert.False(FullDisk.Is(Assert.ThrowsAny<IOException>(() => File.ReadAllText(Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString("N"))))));
    }
}
