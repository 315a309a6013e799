using System.Data.Common;
using Copilot.Contracts;
using Dapper;

namespace Copilot.Governance.Audit;

/// <summary>The audit tables' SQL.</summary>
internal sealed class AuditStore(IStoreDatabase database)
{
    private const string Columns =
        "tenant, seq, at, kind, turn_id as TurnId, conversation_id as ConversationId, caller_id as CallerId, instance, content, previous_hash as PreviousHash, hash";

    /// <summary>Adds an entry to its tenant's chain and moves the sealed head, in one transaction.</summary>
    /// <exception cref="CopilotException">A turn would end that was marked as interrupted, because its process was taken for dead: it has its end already.</exception>
    public Task<long> AppendAsync(AuditEntry entry, string instance, SealKey key, CancellationToken cancellationToken)
        => database.WriteAsync(
            transaction => entry.Kind == AuditEntryKind.TurnFinished && Ends(transaction, entry.TurnId, "'turn_interrupted'") > 0
                ? throw new CopilotException("This question was interrupted: the service lost its store while it was working on it. Please ask again.")
                : Append(transaction, entry, instance, key),
            cancellationToken);

    /// <summary>Adds the mark of an interrupted turn, unless the turn has an end by now.</summary>
    /// <returns>True when it was added.</returns>
    public Task<bool> AppendInterruptedAsync(AuditEntry entry, string instance, SealKey key, CancellationToken cancellationToken)
        => database.WriteAsync(
            transaction => Ends(transaction, entry.TurnId, "'turn_finished', 'turn_interrupted'") == 0 && Append(transaction, entry, instance, key) > 0,
            cancellationToken);

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
        => database.ReadAsync(c => Head(c, tenant, null), cancellationToken);

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

    private static AuditHead Head(DbConnection connection, string tenant, DbTransaction? transaction)
        => connection.QuerySingleOrDefault<AuditHead>("select seq, hash, seal from audit_head where tenant = @tenant", new { tenant }, transaction) ?? new AuditHead();

    private static long Append(DbTransaction transaction, AuditEntry entry, string instance, SealKey key)
    {
        var connection = transaction.Connection!;
        var head = Head(connection, entry.Tenant, transaction);
        var row = AuditRow.Chain(entry, instance, head.Seq + 1, head.Hash);
        connection.Execute(
            """
            insert into audit_entry (tenant, seq, at, kind, turn_id, conversation_id, caller_id, instance, content, previous_hash, hash)
            values (@Tenant, @Seq, @At, @Kind, @TurnId, @ConversationId, @CallerId, @Instance, @Content, @PreviousHash, @Hash)
            """,
            row,
            transaction);
        connection.Execute(
            """
            insert into audit_head (tenant, seq, hash, seal) values (@Tenant, @Seq, @Hash, @Seal)
            on conflict (tenant) do update set seq = excluded.seq, hash = excluded.hash, seal = excluded.seal
            """,
            new { row.Tenant, row.Seq, row.Hash, Seal = key.Seal(row.Tenant, row.Seq, row.Hash) },
            transaction);
        return row.Seq;
    }

    private static long Ends(DbTransaction transaction, string? turnId, string kinds)
        => transaction.Connection!.ExecuteScalar<long>($"select count(*) from audit_entry where turn_id = @turnId and kind in ({kinds})", new { turnId }, transaction);
}
