using System.Globalization;
using Copilot.Knowledge.Stores;
using Copilot.Knowledge.Stores.Postgres;
using Copilot.Testing.Knowledge.Stores;
using Npgsql;

namespace Copilot.IntegrationTests.Knowledge.Postgres;

/// <summary>A real PostgreSQL with a schema of its own for each test, dropped afterwards.</summary>
/// <param name="few">So many permitted passages are counted rather than looked for by the index; 0 lets the index answer always.</param>
public sealed class PostgresStoreUnderTest(long few = PostgresNearest.FewPassages) : KnowledgeStoreUnderTest
{
    private readonly ServiceAddress _address = ServiceAddress.Of("POSTGRES");

    public override string? MissingBecause => _address.MissingBecause;

    internal string Schema { get; } = "knowledge_test_" + Guid.NewGuid().ToString("N", CultureInfo.InvariantCulture);

    internal string ConnectionString => new NpgsqlConnectionStringBuilder(_address.Value) { MaxPoolSize = 6, Timeout = 60 }.ConnectionString;

    internal override Task<IKnowledgeStore> OpenAsync() => Task.FromResult<IKnowledgeStore>(new PostgresKnowledgeStore(Server(), TimeProvider.System, few));

    public override async ValueTask DisposeAsync()
    {
        if (MissingBecause is null)
        {
            await RunAsync($"set client_min_messages = warning; drop schema if exists {Schema} cascade");
        }
    }

    internal PostgresServer Server() => new(ConnectionString, TimeProvider.System, Schema);

    /// <summary>Runs a statement beside the store.</summary>
    internal async Task<object?> RunAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(_address.Value) { Pooling = false, Timeout = 60, SearchPath = $"{Schema},public" }.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync();
    }
}
