using Copilot.Contracts;
using Copilot.Host.Storage;
using Copilot.Testing.Service;
using Dapper;
using Xunit;

namespace Copilot.Tests.Host.Storage;

/// <summary>What is particular to the embedded store; the rest is in the contract.</summary>
public sealed class SqliteDatabaseTests : IAsyncLifetime
{
    private readonly TemporaryFolder folder = new();
    private readonly SqliteDatabase database;

    public SqliteDatabaseTests() => database = new SqliteDatabase(folder.Join("test.db"));

    public async Task InitializeAsync()
        => await database.WriteAsync(t => t.Connection!.Execute("create table thing (id integer primary key, name text)", transaction: t), CancellationToken.None);

    public async Task DisposeAsync()
    {
        await database.DisposeAsync();
        folder.Dispose();
    }

    [Fact]
    public async Task Writes_are_durable_when_they_return()
    {
        var pragmas = await database.WriteAsync(
            t => (t.Connection!.ExecuteScalar<string>("pragma journal_mode", transaction: t), t.Connection!.ExecuteScalar<long>("pragma synchronous", transaction: t)), CancellationToken.None);

        Assert.Equal(("wal", 2L), pragmas);
    }

    [Fact]
    public async Task A_reader_can_t_write_also_when_its_connection_comes_from_the_pool()
    {
        for (var time = 0; time < 3; time++)
        {
            await Assert.ThrowsAnyAsync<Exception>(() => database.ReadAsync(c => c.Execute("insert into thing (name) values ('written by a reader')"), CancellationToken.None));
            Assert.Equal(0, await database.ReadAsync(c => c.ExecuteScalar<long>("select count(*) from thing"), CancellationToken.None));
        }
    }

    [Fact]
    public async Task Opened_for_reading_it_makes_no_file_and_writes_nothing()
    {
        await using var missing = new SqliteDatabase(folder.Join("none.db"), onlyReads: true);
        await using var there = new SqliteDatabase(folder.Join("test.db"), onlyReads: true);

        await Assert.ThrowsAnyAsync<Exception>(() => missing.ReadAsync(c => c.ExecuteScalar<long>("select 1"), CancellationToken.None));
        Assert.False(File.Exists(folder.Join("none.db")));
        Assert.Equal(0, await there.ReadAsync(c => c.ExecuteScalar<long>("select count(*) from thing"), CancellationToken.None));
        await Assert.ThrowsAsync<InvalidOperationException>(() => there.WriteAsync(_ => 1, CancellationToken.None));
    }
}
