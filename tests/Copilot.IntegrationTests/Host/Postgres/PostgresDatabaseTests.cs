using System.Globalization;
using Copilot.Contracts;
using Copilot.Host.Storage.Postgres;
using Dapper;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using Xunit;

namespace Copilot.IntegrationTests.Host.Postgres;

/// <summary>What is particular to PostgreSQL: lines that break, and servers that can't be used.</summary>
public sealed class PostgresDatabaseTests : IAsyncLifetime
{
    private readonly PostgresUnderTest server = new();
    private PostgresDatabase? opened;

    private PostgresDatabase Database
    {
        get
        {
            Skip.If(server.MissingBecause is not null, server.MissingBecause);
            return opened!;
        }
    }

    public async Task InitializeAsync()
    {
        if (server.MissingBecause is null)
        {
            await server.CreateAsync();
            opened = (PostgresDatabase)server.Open();
            await opened.WriteAsync(t => t.Connection!.Execute("create table thing (n bigint)", transaction: t), CancellationToken.None);
        }
    }

    public async Task DisposeAsync()
    {
        if (opened is not null)
        {
            await opened.DisposeAsync();
        }

        await server.DisposeAsync();
    }

    [SkippableFact]
    public async Task After_every_line_was_cut_the_next_read_and_write_work_without_an_error()
    {
        // Several lines in the pool, all dead afterwards.
        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => Database.ReadAsync(c => c.Execute("select pg_sleep(0.05)"), CancellationToken.None))));
        await server.CutAsync();

        Assert.Equal(0, await CountAsync());
        await server.CutAsync();
        Assert.Equal(1, await AddAsync(1));
        Assert.Equal(1, await CountAsync());
    }

    [SkippableFact]
    public async Task A_line_that_is_cut_in_the_middle_of_the_work_leaves_nothing_and_the_work_is_done_once()
    {
        var runs = 0;
        await Database.WriteAsync(
            t =>
            {
                var written = t.Connection!.Execute("insert into thing values (1)", transaction: t);
                return ++runs == 1
                    ? t.Connection!.Execute("select pg_terminate_backend(pg_backend_pid())", transaction: t)
                    : written;
            },
            CancellationToken.None);

        Assert.Equal(2, runs);
        Assert.Equal(1, await CountAsync());
    }

    [SkippableFact]
    public async Task Trouble_that_does_not_pass_is_not_tried_again()
    {
        var runs = 0;
        await Assert.ThrowsAsync<PostgresException>(() => Database.WriteAsync(
            t =>
            {
                runs++;
                return t.Connection!.Execute("insert into thing values (1/0)", transaction: t);
            },
            CancellationToken.None));
        await Assert.ThrowsAsync<CopilotException>(() => Database.WriteAsync<int>(_ => throw new CopilotException("no " + ++runs), CancellationToken.None));

        Assert.Equal(2, runs);
    }

    [SkippableFact]
    public async Task Writes_are_durable_when_they_return_even_where_the_server_is_careless()
    {
        var careless = await Database.ReadAsync(c => c.ExecuteScalar<string>("select current_setting('synchronous_commit')"), CancellationToken.None);
        var within = await Database.WriteAsync(t => t.Connection!.ExecuteScalar<string>("select current_setting('synchronous_commit')", transaction: t), CancellationToken.None);

        Skip.If(careless != "off", "The server is not careless: " + careless);
        Assert.Equal("on", within);
    }

    [SkippableFact]
    public async Task A_node_whose_line_is_cut_counts_as_dead_at_once_and_one_that_holds_it_does_not()
    {
        await new Copilot.Host.Storage.SchemaStore(Database, PostgresNodeStore.Steps, TimeProvider.System).ApplyAsync(CancellationToken.None);
        await using var cut = server.Node(Database) as PostgresNodeStore;
        await using var other = server.Node(Database) as PostgresNodeStore;
        var dead = await cut!.EnterAsync(CancellationToken.None);
        await server.CutAsync();
        await other!.EnterAsync(CancellationToken.None);

        Assert.Equal([dead], await other.DiedAsync(CancellationToken.None));
        Assert.Equal([dead], await other.GoneAsync([dead], CancellationToken.None));
        await other.ForgetAsync([dead], CancellationToken.None);
        Assert.Empty(await other.DiedAsync(CancellationToken.None));
    }

    [SkippableFact]
    public async Task After_a_restart_of_the_server_a_node_has_its_grace_to_come_back()
    {
        await new Copilot.Host.Storage.SchemaStore(Database, PostgresNodeStore.Steps, TimeProvider.System).ApplyAsync(CancellationToken.None);
        await using var cut = server.Node(Database) as PostgresNodeStore;
        await using var other = server.Node(Database) as PostgresNodeStore;
        var name = await cut!.EnterAsync(CancellationToken.None);

        // As after a restart: the row says the server started at another time than it did.
        await Database.WriteAsync(t => t.Connection!.Execute("update nodes set server_started = server_started - interval '1 hour'", transaction: t), CancellationToken.None);
        await server.CutAsync();
        Assert.Empty(await other!.DiedAsync(CancellationToken.None));
        Assert.Empty(await other.GoneAsync([name], CancellationToken.None));

        await Database.WriteAsync(t => t.Connection!.Execute("update nodes set seen_at = seen_at - interval '31 seconds'", transaction: t), CancellationToken.None);
        // The grace counts from the server's start, which may be less than half a minute ago.
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while ((await other.DiedAsync(limit.Token)).Count == 0)
        {
            await Task.Yield();
        }

        Assert.Equal([name], await other.DiedAsync(CancellationToken.None));
    }

    [SkippableFact]
    public async Task A_server_that_serves_is_fine()
        => await new PostgresServerStore(Database, TimeProvider.System, NullLogger.Instance).CheckAsync(CancellationToken.None);

    [SkippableTheory]
    [InlineData("Password", "wrong-hunter2", "does not let user")]
    [InlineData("Username", "nobody-hunter2", "does not let user 'nobody-hunter2'")]
    [InlineData("Database", "nosuch", "CREATE DATABASE")]
    [InlineData("Port", "1", "can't be reached (ConnectionRefused)")]
    [InlineData("Host", "nosuch.invalid", "can't be reached")]
    public async Task A_wrong_address_is_a_clear_message_with_the_key_and_without_the_password(string part, string value, string said)
    {
        Skip.If(server.MissingBecause is not null, server.MissingBecause);
        var wrong = new NpgsqlConnectionStringBuilder(server.ConnectionString) { [part] = value };
        await using var database = new PostgresDatabase(PostgresAddress.Read(wrong.ConnectionString, "Copilot__Store", out _)!, TimeProvider.System);

        var trouble = await Assert.ThrowsAsync<CopilotException>(() => new PostgresServerStore(database, TimeProvider.System, NullLogger.Instance).CheckAsync(CancellationToken.None));

        Assert.Contains(said, trouble.Message);
        Assert.Contains("(Copilot__Store)", trouble.Message);
        Assert.DoesNotContain("wrong-hunter2", trouble.Message);
    }

    [SkippableFact]
    public async Task A_database_that_loses_characters_is_refused()
    {
        Skip.If(server.MissingBecause is not null, server.MissingBecause);
        var name = "copilot_test_latin_" + Guid.NewGuid().ToString("N", CultureInfo.InvariantCulture);
        await server.OnServerAsync($"CREATE DATABASE {name} ENCODING 'LATIN1' LC_COLLATE 'C' LC_CTYPE 'C' TEMPLATE template0");
        try
        {
            var text = new NpgsqlConnectionStringBuilder(server.ConnectionString) { Database = name }.ConnectionString;
            await using var database = new PostgresDatabase(PostgresAddress.Read(text, "Copilot__Store", out _)!, TimeProvider.System);
            var trouble = await Assert.ThrowsAsync<CopilotException>(() => new PostgresServerStore(database, TimeProvider.System, NullLogger.Instance).CheckAsync(CancellationToken.None));
            Assert.Contains("LATIN1", trouble.Message);
        }
        finally
        {
            await server.OnServerAsync($"DROP DATABASE {name} WITH (FORCE)");
        }
    }

    private Task<int> AddAsync(int n) => Database.WriteAsync(t => t.Connection!.Execute("insert into thing values (@n)", new { n }, t), CancellationToken.None);

    private Task<long> CountAsync() => Database.ReadAsync(c => c.ExecuteScalar<long>("select count(*) from thing"), CancellationToken.None);
}
