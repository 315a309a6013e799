using System.Data.Common;
using Copilot.Contracts;
using Dapper;

namespace Copilot.Governance.Audit;

/// <summary>The audit tables' SQL.</summary>
internal sealed class AuditStore(IStoreDatabase database, ChainWitness witness)
{
    private const string Columns =
        "tenant, seq, at, kind, turn_id as TurnId, conversation_id as ConversationId, caller_id as CallerId, instance, content, previous_hash as PreviousHash, hash";

    /// <summary>Adds an entry to its tenant's chain and moves the sealed head, in one transaction. When the end of the chain was changed from outside, an entry that says so comes first.</summary>
    /// <exception cref="CopilotException">A turn would end that was marked as interrupted, because its process was taken for dead: it has its end already.</exception>
    public async Task<long> AppendAsync(AuditEntry entry, string instance, SealKey key, CancellationToken cancellationToken)
        => Witnessed(entry.Tenant, await database.WriteAsync(
            transaction => entry.Kind == AuditEntryKind.TurnFinished && Ends(transaction, entry.TurnId, "'turn_interrupted'") > 0
                ? throw new CopilotException("This question was interrupted: the service lost its store while it was working on it. Please ask again.")
                : Append(transaction, entry, instance, key),
            cancellationToken)).Seq;

    /// <summary>Adds the mark of an interrupted turn, unless the turn has an end by now.</summary>
    /// <returns>True when it was added.</returns>
    public async Task<bool> AppendInterruptedAsync(AuditEntry entry, string instance, SealKey key, CancellationToken cancellationToken)
    {
        var added = await database.WriteAsync(
            transaction => Ends(transaction, entry.TurnId, "'turn_finished', 'turn_interrupted'") == 0 ? Append(transaction, entry, instance, key) : null,
            cancellationToken);
        return added is not null && Witnessed(entry.Tenant, added).Seq > 0;
    }

    /// <summary>Gets the newest entry of a chain that this node has seen, or null.</summary>
    public WitnessedEntry? Seen(string tenant) => witness.Of(tenant);

    /// <summary>Lists the chains this node has seen and the store does not know.</summary>
    public IReadOnlyList<(string Name, WitnessedEntry Entry)> Vanished(IReadOnlyList<string> tenants) => witness.Except(tenants);

    /// <summary>Writes down which key seals the chain, unless one is written down already.</summary>
    /// <returns>The fingerprint that is written down now.</returns>
    public Task<string> KeepFingerprintAsync(string fingerprint, CancellationToken cancellationToken)
        => database.WriteAsync(
            transaction =>
            {
                transaction.Connection!.Execute("insert into audit_key (id, fingerprint) values (1, @fingerprint) on conflict (id) do nothing", new { fingerprint }, transaction);
                return transaction.Connection!.ExecuteScalar<string>("select fingerprint from audit_key where id = 1", transaction: transaction)!;
            },
            cancellationToken);

    public Task<string?> FingerprintAsync(CancellationToken cancellationToken)
        => database.ReadAsync(c => c.ExecuteScalar<string>("select fingerprint from audit_key where id = 1"), cancellationToken);

    public Task<IReadOnlyList<string>> TenantsAsync(CancellationToken cancellationToken)
        => database.ReadAsync<IReadOnlyList<string>>(
            c => [.. c.Query<string>("select tenant from audit_head union select tenant from audit_entry order by 1")], cancellationToken);

    public Task<AuditHead> HeadAsync(string tenant, CancellationToken cancellationToken)
        => database.ReadAsync(c => Head(c, tenant), cancellationToken);

    /// <summary>Reads up to <paramref name="count"/> rows from a place on, in chain order.</summary>
    public Task<IReadOnlyList<AuditRow>> PageAsync(string tenant, long afterSeq, int count, CancellationToken cancellationToken)
        => database.ReadAsync<IReadOnlyList<AuditRow>>(
            c => [.. c.Query<AuditRow>($"select {Columns} from audit_entry where tenant = @tenant and seq > @afterSeq order by seq limit @count", new { tenant, afterSeq, count })],
            cancellationToken);

    public Task<IReadOnlyList<AuditRow>> TurnAsync(string turnId, CancellationToken cancellationToken)
        => database.ReadAsync<IReadOnlyList<AuditRow>>(
            c => [.. c.Query<AuditRow>($"select {Columns} from audit_entry where turn_id = @turnId order by tenant, seq", new { turnId })], cancellationToken);

    /// <summary>The start entries of turns that have no end.</summary>
    public Task<IReadOnlyList<AuditRow>> UnfinishedTurnsAsync(CancellationToken cancellationToken)
        => database.ReadAsync<IReadOnlyList<AuditRow>>(
            c =>
            [
                .. c.Query<AuditRow>(
                    $"""
                    select {Columns} from audit_entry started where kind = 'turn_started' and not exists (
                        select 1 from audit_entry ended where ended.turn_id = started.turn_id and ended.kind in ('turn_finished', 'turn_interrupted'))
                    order by tenant, seq
                    """),
            ],
            cancellationToken);

    private static AuditHead Head(DbConnection connection, string tenant)
        => connection.QuerySingleOrDefault<AuditHead>("select seq, hash, seal from audit_head where tenant = @tenant", new { tenant }) ?? new AuditHead();

    /// <summary>Remembers an entry that was added with <see cref="Append"/> once its transaction is through.</summary>
    public void Saw(string tenant, WitnessedEntry? added)
    {
        if (added is not null)
        {
            Witnessed(tenant, added);
        }
    }

    /// <summary>Adds an entry inside a transaction of another store of this room, so that what it says and the entry stand or fall together. <see cref="Saw"/> follows the commit.</summary>
    public WitnessedEntry Append(DbTransaction transaction, AuditEntry entry, string instance, SealKey key)
    {
        var state = State(transaction, entry.Tenant);
        var confirmed = state.HeadSeq is { } seq && key.Confirms(entry.Tenant, new AuditHead { Seq = seq, Hash = state.HeadHash!, Seal = state.Seal! });
        var seen = witness.Of(entry.Tenant);
        var hashThere = seen is null || seen.Seq == state.HeadSeq ? state.SealedHash : HashAt(transaction, entry.Tenant, seen.Seq);
        var previous = new AuditHead { Seq = state.HeadSeq ?? 0, Hash = state.HeadHash ?? AuditRow.FirstPreviousHash };
        if (state.Fault(confirmed, seen, hashThere) is { } fault)
        {
            var broken = AuditRow.Chain(
                new AuditEntry { Tenant = entry.Tenant, Kind = AuditEntryKind.ChainBroken, CallerId = "system", At = entry.At, Content = state.Describe(fault, seen) },
                instance,
                state.NextAfterBreak(confirmed, seen),
                state.LastSeq is { } last ? HashAt(transaction, entry.Tenant, last)! : AuditRow.FirstPreviousHash);
            Insert(transaction, broken);
            witness.TellBroken(broken.Tenant, broken.Seq, fault);
            previous = new AuditHead { Seq = broken.Seq, Hash = broken.Hash };
        }

        var row = AuditRow.Chain(entry, instance, previous.Seq + 1, previous.Hash);
        Insert(transaction, row);
        transaction.Connection!.Execute(
            """
            insert into audit_head (tenant, seq, hash, seal) values (@Tenant, @Seq, @Hash, @Seal)
            on conflict (tenant) do update set seq = excluded.seq, hash = excluded.hash, seal = excluded.seal
            """,
            new { row.Tenant, row.Seq, row.Hash, Seal = key.Seal(row.Tenant, row.Seq, row.Hash) },
            transaction);
        return new WitnessedEntry(row.Seq, row.Hash);
    }

    private WitnessedEntry Witnessed(string tenant, WitnessedEntry added)
    {
        witness.Saw(tenant, added);
        return added;
    }

    private static ChainState State(DbTransaction transaction, string tenant)
        => transaction.Connection!.QuerySingle<ChainState>(
            """
            select h.seq as HeadSeq, h.hash as HeadHash, h.seal as Seal, (select max(seq) from audit_entry where tenant = @tenant) as LastSeq,
                (select e.hash from audit_entry e where e.tenant = @tenant and e.seq = h.seq) as SealedHash
            from (select 1 as one) always left join audit_head h on h.tenant = @tenant
            """,
            new { tenant },
            transaction);

    private static string? HashAt(DbTransaction transaction, string tenant, long seq)
        => transaction.Connection!.ExecuteScalar<string>("select hash from audit_entry where tenant = @tenant and seq = @seq", new { tenant, seq }, transaction);

    private static void Insert(DbTransaction transaction, AuditRow row)
        => transaction.Connection!.Execute(
            """
            insert into audit_entry (tenant, seq, at, kind, turn_id, conversation_id, caller_id, instance, content, previous_hash, hash)
            values (@Tenant, @Seq, @At, @Kind, @TurnId, @ConversationId, @CallerId, @Instance, @Content, @PreviousHash, @Hash)
            """,
            row,
            transaction);

    private static long Ends(DbTransaction transaction, string? turnId, string kinds)
        => transaction.Connection!.ExecuteScalar<long>($"select count(*) from audit_entry where turn_id = @turnId and kind in ({kinds})", new { turnId }, transaction);
}
