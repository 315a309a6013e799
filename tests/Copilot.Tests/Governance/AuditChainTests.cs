using System.Text.Json.Nodes;
using Copilot.Contracts;
using Copilot.Governance;
using Copilot.Governance.Audit;
using Copilot.Host.Storage;
using Dapper;
using Xunit;

namespace Copilot.Tests.Governance;

public sealed class AuditChainTests : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("audit-chain-").FullName;
    private readonly SqliteDatabase database;
    private readonly AuditTrail trail;
    private readonly AuditReader reader;

    public AuditChainTests()
    {
        database = new SqliteDatabase(Path.Combine(folder, "copilot.db"));
        var store = new AuditStore(database);
        var key = new SealKey(new GovernanceOptions { SealKeyFile = Path.Combine(folder, "audit.key") });
        trail = new AuditTrail(store, key);
        reader = new AuditReader(store, key, trail, TimeProvider.System);
    }

    public async Task InitializeAsync()
        => await new SchemaStore(database, AuditSchemaStore.Steps, TimeProvider.System).ApplyAsync(CancellationToken.None);

    public async Task DisposeAsync()
    {
        await database.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task An_untouched_chain_is_whole()
    {
        await Fill(1200);
        var check = await reader.VerifyAsync(CancellationToken.None);
        Assert.True(check.IsWhole);
        Assert.Equal(1200, check.Entries);
    }

    [Fact]
    public async Task An_empty_chain_is_whole()
        => Assert.Equal(new AuditVerification(0, null), await reader.VerifyAsync(CancellationToken.None));

    [Theory]
    [InlineData("update audit_entry set content = replace(content, 'n', 'm') where seq = 7", 7)]
    [InlineData("update audit_entry set caller_id = 'someone else' where seq = 7", 7)]
    [InlineData("update audit_entry set at = '2020-01-01T00:00:00.0000000Z' where seq = 7", 7)]
    [InlineData("update audit_entry set turn_id = null where seq = 7", 7)]
    [InlineData("delete from audit_entry where seq = 7", 7)]
    [InlineData("delete from audit_entry where seq = 1", 1)]
    [InlineData("delete from audit_entry where seq = 20", 20)]
    [InlineData("delete from audit_entry where seq > 15", 16)]
    [InlineData("delete from audit_entry", 1)]
    [InlineData("update audit_entry set seq = case seq when 7 then 1008 when 8 then 7 end where seq in (7, 8); update audit_entry set seq = 8 where seq = 1008", 7)]
    [InlineData("delete from audit_head", 21)]
    [InlineData("delete from audit_entry where seq = 20; update audit_head set seq = 19, hash = (select hash from audit_entry where seq = 19)", 20)]
    public async Task Whatever_is_changed_removed_or_reordered_is_found_and_the_first_is_named(string crime, long firstFault)
    {
        await Fill(20);
        await Commit(crime);
        var check = await reader.VerifyAsync(CancellationToken.None);
        Assert.Equal(firstFault, check.FirstFault?.Seq);
    }

    [Theory]
    [InlineData("update audit_entry set content = '{}' where seq = 1")]
    [InlineData("delete from audit_entry where seq = 1")]
    public async Task The_database_itself_refuses_to_change_or_remove_entries(string statement)
    {
        await Fill(3);
        await Assert.ThrowsAnyAsync<Exception>(() => database.WriteAsync(t => t.Connection!.Execute(statement, transaction: t), CancellationToken.None));
        Assert.True((await reader.VerifyAsync(CancellationToken.None)).IsWhole);
    }

    [Fact]
    public async Task A_chain_rewritten_whole_without_the_key_is_found()
    {
        await Fill(5);
        var rows = new List<AuditRow>();
        var previous = AuditRow.FirstPreviousHash;
        for (var i = 1; i <= 5; i++)
        {
            rows.Add(AuditRow.Chain(Entry(i, "a milder story"), "elsewhere", i, previous));
            previous = rows[^1].Hash;
        }

        await Commit("delete from audit_entry");
        await database.WriteAsync(
            t => t.Connection!.Execute(
                "insert into audit_entry (tenant, seq, at, kind, turn_id, conversation_id, caller_id, instance, content, previous_hash, hash) values (@Tenant, @Seq, @At, @Kind, @TurnId, @ConversationId, @CallerId, @Instance, @Content, @PreviousHash, @Hash)",
                rows,
                t),
            CancellationToken.None);
        await Commit($"update audit_head set hash = '{previous}'");
        Assert.Contains("seal", (await reader.VerifyAsync(CancellationToken.None)).FirstFault!.What, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Concurrent_writers_make_one_chain()
    {
        await Task.WhenAll(Enumerable.Range(0, 200).Select(i => trail.AppendAsync(Entry(i), CancellationToken.None)));
        Assert.Equal(new AuditVerification(200, null), await reader.VerifyAsync(CancellationToken.None));
    }

    [Fact]
    public async Task Tenants_have_chains_of_their_own()
    {
        await trail.AppendAsync(Entry(1), CancellationToken.None);
        Assert.Equal(1, await trail.AppendAsync(Entry(1) with { Tenant = "other" }, CancellationToken.None));
        Assert.Equal(2, await trail.AppendAsync(Entry(2) with { Tenant = "other" }, CancellationToken.None));
        Assert.Equal(3, (await reader.VerifyAsync(CancellationToken.None)).Entries);
    }

    [Fact]
    public async Task A_turn_whose_process_died_is_marked_once_and_running_ones_are_left_alone()
    {
        await trail.AppendAsync(Entry(1), CancellationToken.None);
        var dead = AuditRow.Chain(Entry(2), $"{Environment.MachineName}/999999999/1", 2, (await reader.ReadTurnAsync("t1", CancellationToken.None))[0].Hash);
        await database.WriteAsync(
            t => t.Connection!.Execute(
                "insert into audit_entry (tenant, seq, at, kind, turn_id, conversation_id, caller_id, instance, content, previous_hash, hash) values (@Tenant, @Seq, @At, @Kind, @TurnId, @ConversationId, @CallerId, @Instance, @Content, @PreviousHash, @Hash)",
                dead,
                t),
            CancellationToken.None);
        await Commit($"update audit_head set seq = 2, hash = '{dead.Hash}'");

        Assert.Equal(["t2"], await reader.MarkInterruptedAsync(CancellationToken.None));
        Assert.Empty(await reader.MarkInterruptedAsync(CancellationToken.None));
        Assert.Equal([AuditEntryKind.TurnStarted, AuditEntryKind.TurnInterrupted], (await reader.ReadTurnAsync("t2", CancellationToken.None)).Select(e => e.Kind));
    }

    [Fact]
    public async Task Content_comes_back_as_it_was_written()
    {
        var entry = Entry(1, "quotes \" and \\ and <b>markup</b>, ümläute, 数量, \0 and \uD83D\uDE9A");
        await trail.AppendAsync(entry, CancellationToken.None);
        var read = Assert.Single(await reader.ReadTurnAsync("t1", CancellationToken.None));
        Assert.True(JsonNode.DeepEquals(entry.Content, read.Content));
        Assert.Equal(entry.At, read.At);
    }

    [Fact]
    public async Task An_export_keeps_to_its_period()
    {
        await Fill(10);
        var start = new DateTimeOffset(2026, 1, 1, 0, 0, 3, TimeSpan.Zero);
        var seqs = new List<long>();
        await foreach (var entry in reader.ExportAsync(start, start.AddSeconds(4), CancellationToken.None))
        {
            seqs.Add(entry.Seq);
        }

        Assert.Equal([4, 5, 6, 7], seqs);
    }

    private static AuditEntry Entry(int number, string note = "note") => new()
    {
        Tenant = "default",
        Kind = AuditEntryKind.TurnStarted,
        TurnId = $"t{number}",
        ConversationId = "c1",
        CallerId = "demo:sales-rep",
        At = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero).AddSeconds(number - 1),
        Content = new JsonObject { ["n"] = number, ["note"] = note },
    };

    private async Task Fill(int count)
    {
        for (var i = 1; i <= count; i++)
        {
            await trail.AppendAsync(Entry(i), CancellationToken.None);
        }
    }

    /// <summary>What somebody with the database file can do: drop the triggers first.</summary>
    private Task<int> Commit(string crime)
        => database.WriteAsync(
            t => t.Connection!.Execute("drop trigger if exists audit_entry_no_update; drop trigger if exists audit_entry_no_delete; " + crime, transaction: t),
            CancellationToken.None);
}
