using Xunit;
using Xunit.Abstractions;

namespace Copilot.IntegrationTests.Host.Postgres;

/// <summary>Kills on a real PostgreSQL, which outlives the service.</summary>
public sealed class PostgresKillTests(ITestOutputHelper output) : KillContract(output, kills: 15), IAsyncLifetime
{
    private readonly PostgresUnderTest server = new();

    protected override (string Key, string Value)? Store => ("Store", server.ConnectionString);

    protected override string? MissingBecause => server.MissingBecause;

    public Task InitializeAsync() => server.MissingBecause is null ? server.CreateAsync() : Task.CompletedTask;

    public async Task DisposeAsync() => await server.DisposeAsync();
}
