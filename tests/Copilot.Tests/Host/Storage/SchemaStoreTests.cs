using Copilot.Contracts;
using Copilot.Host.Storage;
using Xunit;

namespace Copilot.Tests.Host.Storage;

public sealed class SchemaStoreTests : IAsyncLifetime
{
    private readonly TestFolder folder = new();
    private readonly SqliteDatabase database;

    public SchemaStoreTests() => database = new SqliteDatabase(folder.Join("test.db"));

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        await database.DisposeAsync();
        folder.Dispose();
    }

    [Fact]
    public async Task Steps_run_once_and_new_ones_are_added_later()
    {
        SchemaStep first = new("a", 1, "create table a1 (x)"), second = new("a", 2, "create table a2 (x)"), other = new("b", 1, "create table b1 (x)");

        Assert.Equal(2, await ApplyAsync(other, first));
        Assert.Equal(0, await ApplyAsync(first, other));
        Assert.Equal(1, await ApplyAsync(second, first, other));
    }

    [Fact]
    public async Task A_step_that_changed_after_it_ran_stops_the_start()
    {
        await ApplyAsync(new SchemaStep("a", 1, "create table a1 (x)"));

        var trouble = await Assert.ThrowsAsync<CopilotException>(() => ApplyAsync(new SchemaStep("a", 1, "create table a1 (x, y)")));
        Assert.Contains("a 1 has changed", trouble.Message);
    }

    [Fact]
    public async Task A_gap_in_the_numbers_stops_the_start()
        => await Assert.ThrowsAsync<CopilotException>(() => ApplyAsync(new SchemaStep("a", 1, "select 1"), new SchemaStep("a", 3, "select 1")));

    [Fact]
    public async Task A_step_that_fails_leaves_nothing_of_itself()
    {
        await Assert.ThrowsAnyAsync<Exception>(() => ApplyAsync(new SchemaStep("a", 1, "create table a1 (x); nonsense")));

        Assert.Equal(1, await ApplyAsync(new SchemaStep("a", 1, "create table a1 (x)")));
    }

    [Fact]
    public async Task Two_processes_that_start_at_once_run_each_step_once()
    {
        await using var other = new SqliteDatabase(folder.Join("test.db"));
        var steps = TurnSchemaStore.Steps;

        var ran = await Task.WhenAll(
            Task.Run(() => new SchemaStore(database, steps, TimeProvider.System).ApplyAsync(CancellationToken.None)),
            Task.Run(() => new SchemaStore(other, steps, TimeProvider.System).ApplyAsync(CancellationToken.None)));

        Assert.Equal(steps.Count, ran.Sum());
    }

    private Task<int> ApplyAsync(params SchemaStep[] steps) => new SchemaStore(database, steps, TimeProvider.System).ApplyAsync(CancellationToken.None);
}
