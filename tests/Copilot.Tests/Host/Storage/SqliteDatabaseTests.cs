using Copilot.Host.Storage;
using Dapper;
using Xunit;

namespace Copilot.Tests.Host.Storage;

public sealed class SqliteDatabaseTests : IAsyncLifetime
{
    private readonly TestFolder folder = new();
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
    public async Task A_write_that_throws_leaves_nothing_behind()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() => database.WriteAsync<int>(
            t =>
            {
                t.Connection!.Execute("insert into thing (name) values ('lost')", transaction: t);
                throw new InvalidOperationException();
            },
            CancellationToken.None));

        Assert.Equal(0, await CountAsync(database));
    }

    [Fact]
    public async Task Writers_of_two_processes_and_many_threads_lose_nothing()
    {
        await using var other = new SqliteDatabase(folder.Join("test.db"));
        await Task.WhenAll(Enumerable.Range(0, 200).Select(i => Task.Run(() => (i % 2 == 0 ? database : other).WriteAsync(
            t =>
            {
                var before = t.Connection!.ExecuteScalar<long>("select count(*) from thing", transaction: t);
                return t.Connection!.Execute("insert into thing (name) values (@before)", new { before }, t);
            },
            CancellationToken.None))));

        Assert.Equal(200, await CountAsync(database));
        Assert.Equal(200, await database.ReadAsync(c => c.ExecuteScalar<long>("select count(distinct name) from thing"), CancellationToken.None));
    }

    [Fact]
    public async Task A_reader_cannot_write()
        => await Assert.ThrowsAsync<Microsoft.Data.Sqlite.SqliteException>(() => database.ReadAsync(c => c.Execute("insert into thing (name) values ('x')"), CancellationToken.None));

    [Fact]
    public async Task After_a_fault_of_the_database_the_next_write_works()
    {
        await Assert.ThrowsAsync<Microsoft.Data.Sqlite.SqliteException>(() => database.WriteAsync(t => t.Connection!.Execute("insert into nothing values (1)", transaction: t), CancellationToken.None));

        Assert.Equal(1, await database.WriteAsync(t => t.Connection!.Execute("insert into thing (name) values ('x')", transaction: t), CancellationToken.None));
    }

    [Fact]
    public async Task Writes_are_durable_when_they_return()
    {
        var pragmas = await database.WriteAsync(
            t => (t.Connection!.ExecuteScalar<string>("pragma journal_mode", transaction: t), t.Connection!.ExecuteScalar<long>("pragma synchronous", transaction: t)), CancellationToken.None);

        Assert.Equal(("wal", 2L), pragmas);
    }

    private static Task<long> CountAsync(SqliteDatabase database) => database.ReadAsync(c => c.ExecuteScalar<long>("select count(*) from thing"), CancellationToken.None);
}
