using Copilot.Contracts;
using Copilot.Host.Storage;
using Xunit;

namespace Copilot.Testing.Storage;

/// <summary>Steps that run once.</summary>
public abstract class SchemaStoreContract(StoreUnderTest store) : StoreContract(store)
{
    [SkippableFact]
    public async Task Steps_run_once_and_new_ones_are_added_later()
    {
        SchemaStep first = new("a", 1, "create table a1 (x text)"), second = new("a", 2, "create table a2 (x text)"), other = new("b", 1, "create table b1 (x text)");

        Assert.Equal(2, await ApplyAsync(other, first));
        Assert.Equal(0, await ApplyAsync(first, other));
        Assert.Equal(1, await ApplyAsync(second, first, other));
    }

    [SkippableFact]
    public async Task A_step_that_changed_after_it_ran_stops_the_start()
    {
        await ApplyAsync(new SchemaStep("a", 1, "create table a1 (x text)"));

        var trouble = await Assert.ThrowsAsync<CopilotException>(() => ApplyAsync(new SchemaStep("a", 1, "create table a1 (x text, y text)")));
        Assert.Contains("a 1 has changed", trouble.Message);
    }

    [SkippableFact]
    public async Task A_step_is_written_in_the_words_of_the_store()
    {
        await ApplyAsync(new SchemaStep("a", 1, "create table only_embedded (x text)") { PostgreSql = "create table only_postgres (x text)" });

        Assert.Equal(0, await ScalarAsync<long>($"select count(*) from {(Database.Dialect == StoreDialect.PostgreSql ? "only_postgres" : "only_embedded")}"));
    }

    [SkippableFact]
    public async Task A_gap_in_the_numbers_stops_the_start()
        => await Assert.ThrowsAsync<CopilotException>(() => ApplyAsync(new SchemaStep("a", 1, "select 1"), new SchemaStep("a", 3, "select 1")));

    [SkippableFact]
    public async Task A_step_that_fails_leaves_nothing_of_itself()
    {
        await RefusedAsync(() => ApplyAsync(new SchemaStep("a", 1, "create table a1 (x text); nonsense")));

        Assert.Equal(1, await ApplyAsync(new SchemaStep("a", 1, "create table a1 (x text)")));
    }

    [SkippableFact]
    public async Task Processes_that_start_at_once_run_each_step_once()
    {
        var steps = TurnSchemaStore.Steps;
        var processes = Enumerable.Range(0, 6).Select(_ => Another()).ToList();

        var ran = await Task.WhenAll(processes.Select(one => Task.Run(() => new SchemaStore(one, steps, TimeProvider.System).ApplyAsync(None))));

        Assert.Equal(steps.Count, ran.Sum());
    }

    private Task<int> ApplyAsync(params SchemaStep[] steps) => new SchemaStore(Database, steps, TimeProvider.System).ApplyAsync(None);
}
