using System.Text.Json.Nodes;
using Copilot.Contracts;
using Copilot.Governance;
using Copilot.Governance.Audit;
using Copilot.Host.Storage;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace Copilot.Testing.Storage;

/// <summary>The chain of the audit trail, and what finds tampering with it.</summary>
public abstract class AuditChainContract(StoreUnderTest store) : StoreContract(store)
{
    private const string Insert =
        "insert into audit_entry (tenant, seq, at, kind, turn_id, conversation_id, caller_id, instance, content, previous_hash, hash) values (@Tenant, @Seq, @At, @Kind, @TurnId, @ConversationId, @CallerId, @Instance, @Content, @PreviousHash, @Hash)";

    internal override IReadOnlyList<SchemaStep> Steps => AuditSchemaStore.Steps;

    private SealKey Key => field ??= new(new GovernanceOptions { SealKeyFile = Path.Combine(Store.Folder, "audit.key") });

    private ChainWitness Witness => new(new GovernanceOptions { WitnessFile = Path.Combine(Store.Folder, "audit.witness") }, NullLogger<ChainWitness>.Instance);

    private INodes Me => field ??= Node();

    private AuditTrail Trail => new(new AuditStore(Database, Witness), Key, Me);

    private AuditReader Reader => new(new AuditStore(Database, Witness), Key, Me, TimeProvider.System);

    [SkippableFact]
    public async Task An_untouched_chain_is_whole()
    {
        await Fill(1200);
        var check = await Reader.VerifyAsync(None);
        Assert.True(check.IsWhole);
        Assert.Equal(1200, check.Entries);
    }

    [SkippableFact]
    public async Task An_empty_chain_is_whole()
        => Assert.Equal(new AuditVerification(0, null), await Reader.VerifyAsync(None));

    [SkippableTheory]
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
        var check = await Reader.VerifyAsync(None);
        Assert.Equal(firstFault, check.FirstFault?.Seq);
    }

    [SkippableTheory]
    [InlineData("update audit_entry set content = '{}' where seq = 1")]
    [InlineData("delete from audit_entry where seq = 1")]
    public async Task The_database_itself_refuses_to_change_or_remove_entries(string statement)
    {
        await Fill(3);
        await RefusedAsync(() => ExecuteAsync(statement));
        Assert.True((await Reader.VerifyAsync(None)).IsWhole);
    }

    [SkippableFact]
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
        foreach (var row in rows)
        {
            await ExecuteAsync(Insert, row);
        }

        await Commit($"update audit_head set hash = '{previous}'");
        Assert.Contains((await Reader.VerifyAsync(None)).Faults, f => f.What.Contains("seal", StringComparison.Ordinal));
    }

    [SkippableFact]
    public async Task Writers_of_eight_processes_make_one_chain_without_a_gap()
    {
        var processes = Enumerable.Range(0, 8).Select(_ => new AuditTrail(new AuditStore(Another(), Witness), Key, Node())).ToList();

        var places = await Task.WhenAll(Enumerable.Range(0, 400).Select(i => Task.Run(() => processes[i % 8].AppendAsync(Entry(i), None))));

        Assert.Equal(Enumerable.Range(1, 400).Select(i => (long)i), places.Order());
        Assert.Equal(new AuditVerification(400, null), await Reader.VerifyAsync(None));
        Assert.Equal(8, await ScalarAsync<long>("select count(distinct instance) from audit_entry"));
    }

    [SkippableFact]
    public async Task A_turn_that_was_taken_for_dead_and_ends_all_the_same_has_one_end_and_its_answer_does_not_leave()
    {
        var lost = Node();
        var its = new AuditTrail(new AuditStore(Another(), Witness), Key, lost);
        await its.AppendAsync(Entry(1), None);
        await LeaveAsync(lost);
        var late = new AuditTrail(new AuditStore(Another(), Witness), Key, Node());

        Assert.Equal(["t1"], await Reader.MarkInterruptedAsync(None));

        await Assert.ThrowsAsync<CopilotException>(() => late.AppendAsync(Entry(1) with { Kind = AuditEntryKind.TurnFinished }, None));
        Assert.Equal([AuditEntryKind.TurnStarted, AuditEntryKind.TurnInterrupted], (await Reader.ReadTurnAsync("t1", None)).Select(e => e.Kind));
    }

    [SkippableFact]
    public async Task Nodes_that_look_at_the_same_time_mark_a_dead_turn_once()
    {
        var lost = Node();
        await new AuditTrail(new AuditStore(Another(), Witness), Key, lost).AppendAsync(Entry(1), None);
        await LeaveAsync(lost);
        var readers = Enumerable.Range(0, 6).Select(_ => new AuditReader(new AuditStore(Another(), Witness), Key, Node(), TimeProvider.System)).ToList();

        var marked = await Task.WhenAll(readers.Select(one => Task.Run(() => one.MarkInterruptedAsync(None))));

        Assert.Equal(["t1"], marked.SelectMany(ids => ids));
        Assert.Equal(new AuditVerification(2, null), await Reader.VerifyAsync(None));
    }

    [SkippableFact]
    public async Task A_node_with_another_key_is_sent_away_and_one_with_the_same_key_is_not()
    {
        var options = new GovernanceOptions { SealKeyFile = Path.Combine(Store.Folder, "other.key") };
        AuditSeal right = new(new AuditStore(Database, Witness), Key, options), wrong = new(new AuditStore(Database, Witness), new SealKey(options), options);
        await Trail.AppendAsync(Entry(1), None);

        Assert.Contains("other.key", (await Assert.ThrowsAsync<CopilotException>(() => wrong.CheckAsync(None))).Message);
        await right.CheckAsync(None);
        await right.CheckAsync(None);
        await Assert.ThrowsAsync<CopilotException>(() => wrong.CheckAsync(None));
    }

    [SkippableFact]
    public async Task Tenants_have_chains_of_their_own()
    {
        await Trail.AppendAsync(Entry(1), None);
        Assert.Equal(1, await Trail.AppendAsync(Entry(1) with { Tenant = "other" }, None));
        Assert.Equal(2, await Trail.AppendAsync(Entry(2) with { Tenant = "other" }, None));
        Assert.Equal(3, (await Reader.VerifyAsync(None)).Entries);
    }

    [SkippableFact]
    public async Task A_turn_whose_process_died_is_marked_once_and_running_ones_are_left_alone()
    {
        await Trail.AppendAsync(Entry(1), None);
        var dead = AuditRow.Chain(Entry(2), $"{Environment.MachineName}/999999999/1", 2, (await Reader.ReadTurnAsync("t1", None))[0].Hash);
        await ExecuteAsync(Insert, dead);
        await Commit($"update audit_head set seq = 2, hash = '{dead.Hash}'");

        Assert.Equal(["t2"], await Reader.MarkInterruptedAsync(None));
        Assert.Empty(await Reader.MarkInterruptedAsync(None));
        Assert.Equal([AuditEntryKind.TurnStarted, AuditEntryKind.TurnInterrupted], (await Reader.ReadTurnAsync("t2", None)).Select(e => e.Kind));
    }

    [SkippableFact]
    public async Task Content_comes_back_as_it_was_written()
    {
        var entry = Entry(1, "quotes \" and \\ and <b>markup</b>, ümläute, 数量, \0 and \uD83D\uDE9A");
        await Trail.AppendAsync(entry, None);
        var read = Assert.Single(await Reader.ReadTurnAsync("t1", None));
        Assert.True(JsonNode.DeepEquals(entry.Content, read.Content));
        Assert.Equal(entry.At, read.At);
    }

    [SkippableFact]
    public async Task An_export_keeps_to_its_period()
    {
        await Fill(10);
        var start = new DateTimeOffset(2026, 1, 1, 0, 0, 3, TimeSpan.Zero);
        var seqs = new List<long>();
        await foreach (var entry in Reader.ExportAsync(start, start.AddSeconds(4), None))
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
            await Trail.AppendAsync(Entry(i), None);
        }
    }

    /// <summary>What somebody who owns the database can do: away with the triggers first.</summary>
    private Task<int> Commit(string crime) => ExecuteAsync(Store.Disarm + "; " + crime);
}
