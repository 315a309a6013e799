using System.Globalization;
using System.Text.Json.Nodes;
using Copilot.Contracts;
using Copilot.Governance;
using Copilot.Governance.Audit;
using Dapper;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace Copilot.Testing.Storage;

/// <summary>What stays of tampering when the service goes on writing: it must be seen for ever, not only until the next entry.</summary>
public abstract class AuditTamperingContract(StoreUnderTest store) : StoreContract(store)
{
    /// <summary>Everything up to entry 15 as it was then, the head with its good seal too.</summary>
    private const string RollBack = "delete from audit_entry where seq > 15; delete from audit_head; insert into audit_head select tenant, seq, hash, seal from kept_head";

    private AuditTrail? trail;

    internal override IReadOnlyList<SchemaStep> Steps => AuditSchemaStore.Steps;

    private GovernanceOptions Options => new() { SealKeyFile = Path.Combine(Store.Folder, "audit.key"), WitnessFile = Path.Combine(Store.Folder, "audit.witness") };

    private SealKey Key => field ??= new(Options);

    private AuditReader Reader => new(new AuditStore(Database, Witness()), Key, Node(), TimeProvider.System);

    [SkippableTheory]
    [InlineData("update audit_entry set content = '{}' where seq = 20", 20)]
    [InlineData("update audit_entry set content = '{}', hash = @Forged where seq = 20", 21)]
    [InlineData("update audit_entry set content = '{}', hash = @Forged where seq = 20; update audit_head set hash = @Forged", 21)]
    [InlineData("update audit_head set hash = @Forged", 21)]
    [InlineData("update audit_head set seal = @Forged", 21)]
    [InlineData("update audit_head set seq = 9000000000000000000", 21)]
    [InlineData("update audit_head set seq = 0", 21)]
    [InlineData("update audit_head set seq = 15, hash = (select hash from audit_entry where seq = 15)", 21)]
    [InlineData("delete from audit_head", 21)]
    [InlineData("delete from audit_entry where seq = 20", 20)]
    [InlineData("delete from audit_entry where seq > 15", 16)]
    [InlineData("delete from audit_entry where seq > 15; update audit_head set seq = 15, hash = (select hash from audit_entry where seq = 15)", 16)]
    [InlineData("delete from audit_entry where seq > 15; delete from audit_head", 16)]
    [InlineData("delete from audit_entry; delete from audit_head", 1)]
    [InlineData("delete from audit_head; insert into audit_head select tenant, seq, hash, seal from kept_head", 21)]
    [InlineData(RollBack, 16)]
    [InlineData("insert into audit_entry select tenant, 21, at, kind, turn_id, conversation_id, caller_id, instance, content, hash, @Forged from audit_entry where seq = 20", 21)]
    public async Task What_was_tampered_with_stays_visible_however_much_is_written_after_it(string crime, long firstFault)
    {
        await CommitAsync(crime);

        var (same, another) = (Trail(), Start());
        await same.AppendAsync(Entry(100), None);
        await another.AppendAsync(Entry(101), None);
        await same.AppendAsync(Entry(102), None);

        var check = await Reader.VerifyAsync(None);
        Assert.InRange(check.FirstFault!.Seq, 1, firstFault);
        Assert.Equal(["t100", "t101", "t102"], await LastTurnsAsync(3));
    }

    [SkippableTheory]
    [InlineData("update audit_entry set content = '{}', hash = @Forged where seq = 20; update audit_head set hash = @Forged")]
    [InlineData("delete from audit_entry; delete from audit_head")]
    [InlineData(RollBack)]
    public async Task A_service_that_was_started_anew_sees_what_was_done_while_it_was_off(string crime)
    {
        await CommitAsync(crime);
        trail = null;

        Assert.False((await Reader.VerifyAsync(None)).IsWhole);
        Assert.Equal(22, await Start().AppendAsync(Entry(100), None));

        Assert.False((await Reader.VerifyAsync(None)).IsWhole);
    }

    [SkippableFact]
    public async Task The_break_is_an_entry_of_its_own_that_says_what_was_found_and_it_is_written_once()
    {
        await CommitAsync(RollBack);

        await Trail().AppendAsync(Entry(100), None);
        await Trail().AppendAsync(Entry(101), None);

        var entries = await AllAsync();
        Assert.Equal([14L, 15, 21, 22, 23], entries.Select(e => e.Seq).TakeLast(5));
        var broken = Assert.Single(entries, e => e.Kind == AuditEntryKind.ChainBroken);
        Assert.Equal((21L, "15", "20"), (broken.Seq, broken.Content["found"]!["head"]!["seq"]!.ToString(), broken.Content["seen"]!["seq"]!.ToString()));
        var faults = (await Reader.VerifyAsync(None)).Faults;
        Assert.Equal([16, 21], faults.Select(f => f.Seq));
        Assert.Contains("shorter", faults[1].What, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task A_break_that_somebody_takes_out_again_is_found_too()
    {
        await CommitAsync("update audit_head set seal = @Forged");
        await Trail().AppendAsync(Entry(100), None);

        await ExecuteAsync($"{Store.Disarm}; delete from audit_entry where seq > 20; delete from audit_head; insert into audit_head select tenant, 20, (select hash from audit_entry where seq = 20), seal from kept_head");
        await Trail().AppendAsync(Entry(101), None);

        Assert.Contains((await Reader.VerifyAsync(None)).Faults, f => f.Seq == 21);
    }

    [SkippableFact]
    public async Task A_second_crime_is_found_beside_the_first()
    {
        await CommitAsync("update audit_entry set caller_id = 'somebody else' where seq = 7");
        await Trail().AppendAsync(Entry(100), None);
        await ExecuteAsync("delete from audit_entry where seq = 12");

        Assert.Equal([7, 12], (await Reader.VerifyAsync(None)).Faults.Select(f => f.Seq));
    }

    [SkippableFact]
    public async Task Nodes_that_write_in_turns_do_not_take_each_others_entries_for_tampering()
    {
        AuditTrail one = Start("one.witness"), two = Start("two.witness"), three = Start("two.witness");
        for (var i = 1; i <= 30; i++)
        {
            await (i % 5 == 0 ? three : i % 2 == 0 ? two : one).AppendAsync(Entry(i) with { Tenant = i % 3 == 0 ? "other" : "default" }, None);
        }

        Assert.Equal(new AuditVerification(30, null), await Reader.VerifyAsync(None));
    }

    [SkippableFact]
    public async Task A_witness_file_that_is_cut_off_or_full_of_rubbish_raises_no_false_alarm()
    {
        var path = Path.Combine(Store.Folder, "audit.witness");
        await Start().AppendAsync(Entry(1), None);
        await File.WriteAllTextAsync(path, (await File.ReadAllTextAsync(path))[..40]);
        await Start().AppendAsync(Entry(2), None);
        await File.WriteAllTextAsync(path, new string('7', 5000));
        await Start().AppendAsync(Entry(3), None);
        await Start().AppendAsync(Entry(4), None);

        Assert.Equal(new AuditVerification(4, null), await Reader.VerifyAsync(None));
    }

    [SkippableFact]
    public async Task Where_no_witness_file_can_be_written_entries_are_written_and_the_memory_of_the_process_is_the_witness()
    {
        await File.WriteAllTextAsync(Path.Combine(Store.Folder, "a-file"), string.Empty);
        trail = Start(Path.Combine("a-file", "audit.witness"));
        await FillAsync();

        await CrimeAsync(RollBack);
        await trail.AppendAsync(Entry(100), None);

        Assert.Contains((await Reader.VerifyAsync(None)).Faults, f => f.Seq == 21);
    }

    private static AuditEntry Entry(int number) => new()
    {
        Tenant = "default",
        Kind = AuditEntryKind.TurnStarted,
        TurnId = $"t{number}",
        CallerId = "demo:sales-rep",
        At = DateTimeOffset.UnixEpoch.AddSeconds(number),
        Content = new JsonObject { ["n"] = number },
    };

    private AuditTrail Trail() => trail ??= Start();

    /// <summary>The service in a new process on the same machine.</summary>
    private AuditTrail Start(string witness = "audit.witness") => new(new AuditStore(Another(), Witness(witness)), Key, Node());

    private ChainWitness Witness(string file = "audit.witness")
        => new(new GovernanceOptions { WitnessFile = Path.Combine(Store.Folder, file) }, NullLogger<ChainWitness>.Instance);

    private async Task CommitAsync(string crime)
    {
        await FillAsync();
        await CrimeAsync(crime);
    }

    /// <summary>Twenty entries, and what somebody kept of the head after the fifteenth.</summary>
    private async Task FillAsync()
    {
        for (var i = 1; i <= 20; i++)
        {
            await Trail().AppendAsync(Entry(i), None);
            if (i == 15)
            {
                await ExecuteAsync("create table kept_head as select * from audit_head");
            }
        }
    }

    private async Task CrimeAsync(string crime)
    {
        var last = await Database.ReadAsync(c => c.QuerySingle<AuditRow>("select tenant, seq, at, kind, turn_id as TurnId, caller_id as CallerId, instance, '{}' as Content, previous_hash as PreviousHash from audit_entry where seq = 20"), None);
        await ExecuteAsync(Store.Disarm);
        foreach (var statement in crime.Split("; "))
        {
            await ExecuteAsync(statement, new { Forged = last.ComputeHash() });
        }
    }

    private async Task<List<AuditRecord>> AllAsync()
    {
        var all = new List<AuditRecord>();
        await foreach (var entry in Reader.ExportAsync(null, null, None))
        {
            all.Add(entry);
        }

        return all;
    }

    private async Task<IEnumerable<string?>> LastTurnsAsync(int count)
        => (await AllAsync()).Where(e => e.TurnId is not null && int.Parse(e.TurnId[1..], CultureInfo.InvariantCulture) >= 100).Select(e => e.TurnId).TakeLast(count);
}
