using Copilot.Contracts;
using Dapper;
using Xunit;

namespace Copilot.Testing.Storage;

/// <summary>Transactions, readers and writers.</summary>
public abstract class StoreDatabaseContract(StoreUnderTest store) : StoreContract(store)
{
    internal override IReadOnlyList<SchemaStep> Steps { get; } =
        [new("thing", 1, "create table thing (id integer primary key, name text)") { PostgreSql = "create table thing (id integer generated always as identity primary key, name text)" }];

    [SkippableFact]
    public async Task A_write_that_throws_leaves_nothing_behind()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() => Database.WriteAsync<int>(
            t =>
            {
                t.Connection!.Execute("insert into thing (name) values ('lost')", transaction: t);
                throw new InvalidOperationException();
            },
            None));

        Assert.Equal(0, await CountAsync());
    }

    [SkippableFact]
    public async Task Writers_of_several_processes_and_many_threads_lose_nothing_and_see_each_others_writes()
    {
        IStoreDatabase[] processes = [Database, Another(), Another(), Another()];
        await Task.WhenAll(Enumerable.Range(0, 200).Select(i => Task.Run(() => processes[i % 4].WriteAsync(
            t =>
            {
                var before = t.Connection!.ExecuteScalar<long>("select count(*) from thing", transaction: t);
                return t.Connection!.Execute("insert into thing (name) values (@before)", new { before = before.ToString(System.Globalization.CultureInfo.InvariantCulture) }, t);
            },
            None))));

        Assert.Equal(200, await CountAsync());
        Assert.Equal(200, await ScalarAsync<long>("select count(distinct name) from thing"));
    }

    [SkippableFact]
    public async Task Writes_that_throw_among_many_take_nothing_with_them()
    {
        var writes = Enumerable.Range(0, 100).Select(i => Task.Run(() => Database.WriteAsync(
            t =>
            {
                t.Connection!.Execute("insert into thing (name) values (@name)", new { name = i.ToString(System.Globalization.CultureInfo.InvariantCulture) }, t);
                return i % 10 == 7 ? throw new InvalidOperationException() : i;
            },
            None))).ToArray();
        await Task.WhenAll(writes).ContinueWith(_ => 0, TaskScheduler.Default);

        Assert.Equal(10, writes.Count(w => w.IsFaulted));
        Assert.All(writes, (w, i) => Assert.Equal(i % 10 == 7, w.IsFaulted));
        Assert.Equal(90, await CountAsync());
        Assert.Equal(0, await ScalarAsync<long>("select count(*) from thing where name like '%7'"));
    }

    [SkippableFact]
    public async Task A_reader_cannot_write()
        => await RefusedAsync(() => Database.ReadAsync(c => c.Execute("insert into thing (name) values ('x')"), None));

    [SkippableFact]
    public async Task After_a_statement_that_failed_the_next_write_and_read_work()
    {
        await RefusedAsync(() => ExecuteAsync("insert into nothing values (1)"));
        await RefusedAsync(() => ScalarAsync<long>("select count(*) from nothing"));

        Assert.Equal(1, await ExecuteAsync("insert into thing (name) values ('x')"));
        Assert.Equal(1, await CountAsync());
    }

    [SkippableFact]
    public async Task Who_has_given_up_waiting_does_not_write()
    {
        using var gone = new CancellationTokenSource();
        await gone.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => Database.WriteAsync(t => t.Connection!.Execute("insert into thing (name) values ('x')", transaction: t), gone.Token));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Database.ReadAsync(_ => 1, gone.Token));
        Assert.Equal(0, await CountAsync());
    }

    [SkippableFact]
    public async Task Readers_do_not_wait_for_a_writer_and_see_what_was_before_it()
    {
        var seen = await Database.WriteAsync(
            t =>
            {
                t.Connection!.Execute("insert into thing (name) values ('not yet')", transaction: t);
                return Another().ReadAsync(c => c.ExecuteScalar<long>("select count(*) from thing"), None).GetAwaiter().GetResult();
            },
            None);

        Assert.Equal(0, seen);
        Assert.Equal(1, await CountAsync());
    }

    private Task<long> CountAsync() => ScalarAsync<long>("select count(*) from thing");
}
