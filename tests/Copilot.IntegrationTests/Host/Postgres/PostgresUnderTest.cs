using System.Globalization;
using Copilot.Contracts;
using Copilot.Host.Storage;
using Copilot.Host.Storage.Postgres;
using Copilot.Testing.Storage;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace Copilot.IntegrationTests.Host.Postgres;

/// <summary>A real PostgreSQL with a database of its own for each test, dropped afterwards.</summary>
public sealed class PostgresUnderTest : StoreUnderTest
{
    private readonly ServiceAddress address = ServiceAddress.Of("POSTGRES");
    private readonly string name = "copilot_test_" + Guid.NewGuid().ToString("N", CultureInfo.InvariantCulture);

    public override string? MissingBecause => address.MissingBecause;

    public override string Disarm => "drop trigger if exists audit_entry_no_change on audit_entry";

    /// <summary>Where the database is, with its secret.</summary>
    public string ConnectionString => new NpgsqlConnectionStringBuilder(address.Value) { Database = name }.ConnectionString;

    internal PostgresAddress Address => PostgresAddress.Read(ConnectionString, "Copilot__Store", out _)!;

    internal override IReadOnlyList<SchemaStep> Steps => PostgresNodeStore.Steps;

    public override Task CreateAsync() => OnServerAsync($"CREATE DATABASE {name}");

    public override async ValueTask DisposeAsync()
    {
        if (MissingBecause is null)
        {
            await OnServerAsync($"DROP DATABASE IF EXISTS {name} WITH (FORCE)");
        }

        await base.DisposeAsync();
    }

    internal override IStoreDatabase Open() => new PostgresDatabase(Address, TimeProvider.System);

    internal override INodes Node(IStoreDatabase database) => new PostgresNodeStore((PostgresDatabase)database, TimeProvider.System, NullLogger<PostgresNodeStore>.Instance);

    /// <summary>Runs a statement as the server's owner, in its own database or another one.</summary>
    internal async Task OnServerAsync(string sql, string? database = null)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(address.Value) { Database = database ?? "postgres", Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>Cuts every line to the database, as a restart of the server does.</summary>
    internal Task CutAsync() => OnServerAsync($"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}'");
}
