using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Copilot.Contracts;
using Copilot.Governance.Audit;
using Copilot.Host;
using Copilot.Host.Commands;
using Copilot.Host.Storage;
using Copilot.Host.Storage.Postgres;
using Copilot.Knowledge.Ingestion;
using Copilot.Knowledge.Ingestion.Chunking;
using Copilot.Knowledge.Stores;
using Copilot.Knowledge.Stores.Postgres;
using Copilot.Knowledge.Stores.Sqlite;
using Copilot.Testing.Storage;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Copilot.IntegrationTests.Host.Postgres;

/// <summary>A store that was in use moves to a real PostgreSQL.</summary>
public sealed class MigrateTests : IAsyncLifetime
{
    private readonly PostgresUnderTest target = new();
    private readonly FilledStore source = new();

    private PostgresUnderTest Target
    {
        get
        {
            Skip.If(target.MissingBecause is not null, target.MissingBecause);
            return target;
        }
    }

    public Task InitializeAsync() => target.MissingBecause is null ? target.CreateAsync() : Task.CompletedTask;

    public async Task DisposeAsync()
    {
        await target.DisposeAsync();
        source.Dispose();
    }

    [SkippableFact]
    public async Task Everything_arrives_the_chain_is_whole_with_the_same_heads_and_the_source_is_as_it_was()
    {
        var to = Target.ConnectionString;
        await source.FillAsync();
        var (before, ends) = (Bytes(source.File), await EndsAsync(null));

        var (code, output, error) = await RunAsync("migrate", "--to", to, "--json");

        Assert.True(code == 0, error);
        var report = JsonNode.Parse(output)!;
        Assert.Equal(["audit_entry:1200:0", "audit_head:2:0", "conversations:1:0", "feedback:1:0", "model_spend:0:0", "turns:2302:1"], report["tables"]!.AsArray().Select(t => $"{t!["name"]}:{t["rows"]}:{t["mended"]}").Where(t => !t.EndsWith(":0:0", StringComparison.Ordinal) || t.StartsWith("model_spend", StringComparison.Ordinal)).Order());
        Assert.DoesNotContain("Password=postgres", output);
        Assert.Contains("Copilot__Store=", report["setting"]!.ToString());
        Assert.Equal(before, Bytes(source.File));
        Assert.Equal(ends, await EndsAsync(to));
        var (verified, said, _) = await RunAsync("audit", "verify", $"--Copilot:Store={to}");
        Assert.Equal(0, verified);
        Assert.Contains("1,200 entries", said);

        await using var house = await CopilotHost.StartAsync(source.House(to) with { Listen = false, Prepare = HouseParts.None }, CancellationToken.None);
        var turn = await house.Services.GetRequiredService<TurnStore>().FindAsync(PracticeTurns.Caller(), "t1", CancellationToken.None);
        Assert.Equal("Where is \"S00042\"? ümläute, 数量 und \uD83D\uDE9A\n\t\\", turn!.Turn.Question);
        await house.Services.GetRequiredService<IAuditTrail>().AppendAsync(
            new AuditEntry { Tenant = "default", Kind = AuditEntryKind.SourceOpened, CallerId = "demo:sales-rep", At = DateTimeOffset.UnixEpoch, Content = [] }, CancellationToken.None);
        Assert.Equal(new AuditVerification(1201, null), await house.Services.GetRequiredService<AuditReader>().VerifyAsync(CancellationToken.None));
    }

    [SkippableFact]
    public async Task Characters_that_PostgreSQL_cannot_keep_are_replaced_and_told_table_by_table()
    {
        var to = Target.ConnectionString;
        await source.FillAsync(turns: 10, entries: 3);
        using (var library = new SqliteKnowledgeStore(Path.Combine(source.Data, "knowledge.db")))
        {
            var document = new StoredDocument
            {
                Collection = "default", Source = "/odd", TextHash = "h", Label = new DocumentLabel { Id = "odd", Title = "Odd\0", Readers = ["all"], Companies = ["all"] },
            };
            await using var writer = await library.BeginAsync(document, CancellationToken.None);
            await writer.AddAsync([new StoredPart(0, 0, "dry\0 gloves")], [new Chunk(0, 0, 11, [], string.Empty) { Text = "dry\0 gloves" }], CancellationToken.None);
            await writer.CommitAsync(document, CancellationToken.None);
        }

        var (code, output, error) = await RunAsync("migrate", "--to", to);

        Assert.True(code == 0, error);
        Assert.Equal(["documents", "parts", "passages", "turns"], output.Split('\n').Where(l => l.Contains("; in 1 texts U+0000 became U+FFFD", StringComparison.Ordinal)).Select(l => l.Split(' ')[0]).Order());
        await using var arrived = new PostgresKnowledgeStore(new PostgresServer(to, TimeProvider.System), TimeProvider.System);
        Assert.Equal("dry\ufffd gloves", Assert.Single(await arrived.PartsAsync(new DocumentKey("default", "odd"), 0, 100, CancellationToken.None)).Text);
    }

    [SkippableFact]
    public async Task Interrupted_again_and_again_it_goes_on_and_until_it_is_done_no_service_works_there()
    {
        var to = Target.ConnectionString;
        await source.FillAsync();
        var ends = await EndsAsync(null);
        for (var stop = 1; stop <= 5; stop++)
        {
            using var interrupted = new CancellationTokenSource();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Move(to).RunAsync(new StopAt(stop, interrupted), interrupted.Token));
            Assert.Contains("half of a store", (await Assert.ThrowsAsync<CopilotException>(() => StartAsync(to))).Message);
        }

        var report = await Move(to).RunAsync(new StopAt(int.MaxValue, null), CancellationToken.None);

        Assert.True(report.Resumed);
        Assert.Equal(1200, report.AuditEntries);
        Assert.Equal(ends, await EndsAsync(to));
        Assert.True((await Move(to).RunAsync(new StopAt(int.MaxValue, null), CancellationToken.None)).WasMovedBefore);
    }

    [SkippableFact]
    public async Task A_source_that_was_used_after_an_interruption_arrives_as_it_is_now()
    {
        var to = Target.ConnectionString;
        await source.FillAsync();
        using var interrupted = new CancellationTokenSource();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Move(to).RunAsync(new StopAt(2, interrupted, "turns"), interrupted.Token));
        await source.UseAsync();

        var report = await Move(to).RunAsync(new StopAt(int.MaxValue, null), CancellationToken.None);

        Assert.Equal(1230, report.AuditEntries);
        Assert.Equal(2301, report.Tables.Single(t => t.Name == "turns").Rows);
        Assert.Equal(2, report.Tables.Single(t => t.Name == "feedback").Rows);
        Assert.Equal(await EndsAsync(null), await EndsAsync(to));

        await source.UseAsync();
        Assert.Contains("has changed since", (await Assert.ThrowsAsync<CopilotException>(() => Move(to).RunAsync(new StopAt(int.MaxValue, null), CancellationToken.None))).Message);
    }

    [SkippableFact]
    public async Task What_did_not_arrive_as_it_was_sent_is_found()
    {
        var to = Target.ConnectionString;
        await source.FillAsync(turns: 1100, entries: 20);
        using var interrupted = new CancellationTokenSource();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Move(to).RunAsync(new StopAt(2, interrupted, "turns"), interrupted.Token));
        await using (var database = (PostgresDatabase)target.Open())
        {
            Assert.Equal(1, await database.WriteAsync(t => t.Connection!.Execute("update turns set question = 'another' where id = 'x00002'", transaction: t), CancellationToken.None));
        }

        var trouble = await Assert.ThrowsAsync<CopilotException>(() => Move(to).RunAsync(new StopAt(int.MaxValue, null), CancellationToken.None));
        Assert.Contains("turns did not arrive as it was sent", trouble.Message);
        await Assert.ThrowsAsync<CopilotException>(() => StartAsync(to));
    }

    [SkippableFact]
    public async Task A_target_that_holds_something_else_is_refused_and_left_as_it_is()
    {
        var to = Target.ConnectionString;
        await source.FillAsync(turns: 3, entries: 3);
        await Target.OnServerAsync("create table invoices (id int)", target.Address.Database);
        var (code, _, error) = await RunAsync("migrate", "--to", to);
        Assert.Equal(1, code);
        Assert.Contains("belongs to another program: it has a table 'invoices'", error);
        Assert.Contains("(--to)", error);

        await Target.OnServerAsync("drop table invoices", target.Address.Database);
        await using (await StartAsync(to))
        {
        }

        await using (var database = (PostgresDatabase)target.Open())
        {
            await database.WriteAsync(t => t.Connection!.Execute("insert into conversations values ('c9', 'default', 'x', 'title', '2026', '2026')", transaction: t), CancellationToken.None);
        }

        Assert.Contains("already holds a store that is in use", (await RunAsync("migrate", "--to", to)).Error);
        await using var still = await StartAsync(to);
        Assert.Equal(1, await still.Services.GetRequiredService<IStoreDatabase>().ReadAsync(c => c.ExecuteScalar<long>("select count(*) from conversations"), CancellationToken.None));
    }

    [SkippableFact]
    public async Task Another_stores_move_is_refused()
    {
        var to = Target.ConnectionString;
        using var other = new FilledStore();
        await source.FillAsync(turns: 3, entries: 3);
        await other.FillAsync(turns: 3, entries: 3);
        await Move(to).RunAsync(new StopAt(int.MaxValue, null), CancellationToken.None);

        var trouble = await Assert.ThrowsAsync<CopilotException>(
            () => new StoreMove(other.House(), other.House(to), target.Address).RunAsync(new StopAt(int.MaxValue, null), CancellationToken.None));
        Assert.Contains("Another store than this one", trouble.Message);
    }

    [SkippableFact]
    public async Task A_store_in_use_a_broken_trail_and_a_missing_key_are_refused_before_anything_is_written()
    {
        var to = Target.ConnectionString;
        await source.FillAsync(turns: 3, entries: 30);
        using (var serving = new NodeFiles(source.Data))
        {
            await serving.EnterAsync(CancellationToken.None);
            Assert.Contains("is in use by process", (await RunAsync("migrate", "--to", to)).Error);
        }

        await source.TamperAsync("drop trigger audit_entry_no_update; update audit_entry set caller_id = 'x' where seq = 5 and tenant = 'default'");
        Assert.Contains("broken here at entry 5", (await RunAsync("migrate", "--to", to)).Error);
        File.Delete(Path.Combine(source.Data, "audit.key"));
        Assert.Contains("audit.key", (await RunAsync("migrate", "--to", to)).Error);
        Assert.False(File.Exists(Path.Combine(source.Data, "audit.key")));

        await using var database = (PostgresDatabase)target.Open();
        Assert.Equal(0, await database.ReadAsync(c => c.ExecuteScalar<long>("select count(*) from pg_class where relnamespace = 'public'::regnamespace"), CancellationToken.None));
    }

    private StoreMove Move(string to) => new(source.House(), source.House(to), target.Address);

    private Task<CopilotHost> StartAsync(string to) => CopilotHost.StartAsync(source.House(to) with { Listen = false, Prepare = HouseParts.None }, CancellationToken.None);

    private async Task<string> EndsAsync(string? store)
    {
        await using var house = await CopilotHost.StartAsync(source.House(store) with { Listen = false, Prepare = HouseParts.None }, CancellationToken.None);
        var audit = house.Services.GetRequiredService<AuditReader>();
        Assert.True((await audit.VerifyAsync(CancellationToken.None)).IsWhole);
        return string.Join(' ', await audit.EndsAsync(CancellationToken.None));
    }

    private async Task<(int Code, string Output, string Error)> RunAsync(params string[] args)
    {
        await using var output = new StringWriter();
        await using var error = new StringWriter();
        var code = await CopilotCommands.RunAsync(args, new Terminal { Out = output, Error = error, House = source.House() }, CancellationToken.None);
        return (code, output.ToString(), error.ToString());
    }

    private static string Bytes(string file) => Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(file)));

    /// <summary>Interrupts at the n-th word of progress.</summary>
    private sealed class StopAt(int count, CancellationTokenSource? source, string? of = null) : IProgress<MoveProgress>
    {
        private int heard;

        public void Report(MoveProgress value)
        {
            if ((of is null || value.Name == of) && ++heard == count)
            {
                source!.Cancel();
            }
        }
    }
}
