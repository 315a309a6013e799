using System.Data.Common;
using System.Globalization;
using System.Text.Json;
using Copilot.Contracts;
using Copilot.Governance.Audit;
using Dapper;

namespace Copilot.Governance.Approvals;

/// <summary>
/// Proposals as rows. A change of a proposal and its entry in the audit trail are one transaction: no state is ever visible that the trail does not hold. One writer works
/// at a time over all processes, so of two decisions at once the second sees the first.
/// </summary>
internal sealed class ProposalStore(IStoreDatabase database, AuditStore audit, SealKey key, INodeRoster nodes, TimeProvider time)
{
    /// <summary>The most proposals that a list reads, the newest.</summary>
    public const int MostRead = 500;

    private const int MostNews = 200;

    // One writer works at a time, so the numbers grow in the order in which changes become visible: a reader who knows one has missed none before it.
    private const string NextChange = "(select coalesce(max(changed), 0) + 1 from proposal)";

    /// <summary>Keeps a new proposal, unless the same person has the same one waiting.</summary>
    /// <returns>The one that is kept, and whether it is new.</returns>
    public async Task<(KeptProposal Kept, bool IsNew)> AddAsync(KeptProposal proposal, CancellationToken cancellationToken)
    {
        var instance = await nodes.EnterAsync(cancellationToken);
        var (kept, entry) = await database.WriteAsync<(KeptProposal, WitnessedEntry?)>(
            transaction =>
            {
                var same = transaction.Connection!.Query<string>(
                    "select id from proposal where tenant = @Tenant and requester = @Requester and fingerprint = @Fingerprint and state = 'proposed' and expires_at > @now order by requested_at, id",
                    new { proposal.Tenant, Requester = proposal.Requester.Id, proposal.Fingerprint, now = Text(time.GetUtcNow()) },
                    transaction).FirstOrDefault();
                if (same is not null)
                {
                    return (Load(transaction.Connection!, proposal.Tenant, same, transaction)!, null);
                }

                Insert(transaction, proposal);
                return (proposal, audit.Append(transaction, ProposalEntries.Added(proposal), instance, key));
            },
            cancellationToken);
        audit.Saw(kept.Tenant, entry);
        return (kept, entry is not null);
    }

    /// <summary>Changes a proposal, or not.</summary>
    /// <param name="tenant">The tenant.</param>
    /// <param name="id">The proposal.</param>
    /// <param name="change">Looks at the proposal as it stands and says what becomes of it, or null to leave it. Pure: it may be asked a second time.</param>
    /// <param name="cancellationToken">Stops the wait.</param>
    /// <returns>The proposal afterwards, and whether it was changed; null when there is none.</returns>
    public async Task<(KeptProposal Kept, bool Changed)?> ChangeAsync(string tenant, string id, Func<KeptProposal, string, ProposalChange?> change, CancellationToken cancellationToken)
    {
        var instance = await nodes.EnterAsync(cancellationToken);
        var (kept, entry) = await database.WriteAsync<(KeptProposal?, WitnessedEntry?)>(
            transaction =>
            {
                if (Load(transaction.Connection!, tenant, id, transaction) is not { } before)
                {
                    return (null, null);
                }

                if (change(before, instance) is not { } made)
                {
                    return (before, null);
                }

                var next = made.Next with { Version = before.Version + 1, Decisions = made.Decision is { } added ? [.. before.Decisions, added] : before.Decisions };
                Update(transaction, before, next);
                if (made.Decision is { } decision)
                {
                    Insert(transaction, id, next.Decisions.Count, decision);
                }

                Attempt(transaction, before, next, made.Ended);
                return (next, audit.Append(transaction, ProposalEntries.Changed(before, next, made, time.GetUtcNow()), instance, key));
            },
            cancellationToken);
        if (kept is null)
        {
            return null;
        }

        audit.Saw(tenant, entry);
        return (kept, entry is not null);
    }

    public Task<KeptProposal?> FindAsync(string tenant, string id, CancellationToken cancellationToken)
        => database.ReadAsync(c => Load(c, tenant, id, null), cancellationToken);

    /// <summary>Reads the newest proposals of a tenant, in one state or all.</summary>
    public Task<IReadOnlyList<KeptProposal>> ListAsync(string tenant, ProposalState? state, CancellationToken cancellationToken)
        => database.ReadAsync<IReadOnlyList<KeptProposal>>(
            c =>
            [
                .. c.Query<string>(
                    $"select id from proposal where tenant = @tenant {(state is null ? string.Empty : "and state = @state")} order by requested_at desc, id desc limit {MostRead}",
                    new { tenant, state = Word(state ?? default) }).Select(id => Load(c, tenant, id, null)!),
            ],
            cancellationToken);

    /// <summary>The number of the latest change of any proposal; 0 for none.</summary>
    public Task<long> LatestChangeAsync(CancellationToken cancellationToken) => database.ReadAsync(c => c.ExecuteScalar<long?>("select max(changed) from proposal") ?? 0, cancellationToken);

    /// <summary>The proposals of all tenants that changed after a change, in the order of their latest ones.</summary>
    public Task<IReadOnlyList<ProposalNews>> ChangedAfterAsync(long number, CancellationToken cancellationToken)
        => database.ReadAsync<IReadOnlyList<ProposalNews>>(
            c => [.. c.Query<(long Number, string Tenant, string Id)>($"select changed, tenant, id from proposal where changed > @number order by changed limit {MostNews}", new { number }).Select(r => new ProposalNews(r.Number, r.Tenant, r.Id))],
            cancellationToken);

    /// <summary>Whether something takes back what a proposal did, or is about to.</summary>
    public Task<string?> UndoneByAsync(string tenant, string id, CancellationToken cancellationToken)
        => database.ReadAsync(
            c => c.Query<string>("select id from proposal where tenant = @tenant and undo_of = @id and state in ('proposed', 'approved', 'executing', 'done') order by requested_at, id", new { tenant, id }).FirstOrDefault(),
            cancellationToken);

    /// <summary>The proposals of all tenants that want something done: those that lapsed, those approved and due, those whose execution has no end.</summary>
    public async Task<IReadOnlyList<OpenProposal>> OpenAsync(CancellationToken cancellationToken)
    {
        var now = Text(time.GetUtcNow());
        var rows = await database.ReadAsync<IReadOnlyList<(string Tenant, string Id, string State, string? Node, string? DueAt)>>(
            c =>
            [
                .. c.Query<(string, string, string, string?, string?)>(
                    """
                    select tenant, id, state, node, due_at from proposal
                    where (state = 'proposed' and expires_at <= @now) or (state = 'approved' and (due_at is null or due_at <= @now)) or state = 'executing'
                    order by requested_at, id
                    """,
                    new { now }),
            ],
            cancellationToken);
        var gone = await nodes.GoneAsync([.. rows.Where(r => r.State == "executing").Select(r => r.Node).OfType<string>().Distinct()], cancellationToken);
        return [.. rows.Where(r => r.State != "executing" || (r.DueAt is { } due ? string.CompareOrdinal(due, now) <= 0 : r.Node is null || gone.Contains(r.Node))).Select(r => new OpenProposal(r.Tenant, r.Id, Enum.Parse<ProposalState>(r.State, ignoreCase: true), r.Node))];
    }

    private static KeptProposal? Load(DbConnection connection, string tenant, string id, DbTransaction? transaction)
    {
        var row = connection.QuerySingleOrDefault<(string Kept, long Version)>("select kept, version from proposal where tenant = @tenant and id = @id", new { tenant, id }, transaction);
        return row.Kept is null ? null : JsonSerializer.Deserialize<KeptProposal>(row.Kept, ContractJson.Options)! with
        {
            Version = row.Version,
            Decisions = [.. connection.Query<string>("select kept from proposal_decision where proposal_id = @id order by number", new { id }, transaction).Select(k => JsonSerializer.Deserialize<KeptDecision>(k, ContractJson.Options)!)],
        };
    }

    private static void Insert(DbTransaction transaction, KeptProposal proposal)
        => transaction.Connection!.Execute(
            $"""
            insert into proposal (id, tenant, requester, fingerprint, state, requested_at, expires_at, due_at, node, undo_of, version, kept, changed)
            values (@Id, @Tenant, @Requester, @Fingerprint, @State, @RequestedAt, @ExpiresAt, @DueAt, @Node, @UndoOf, @Version, @Kept, {NextChange})
            """,
            Row(proposal),
            transaction);

    private static void Update(DbTransaction transaction, KeptProposal before, KeptProposal next)
    {
        var changed = transaction.Connection!.Execute(
            $"update proposal set state = @State, expires_at = @ExpiresAt, due_at = @DueAt, node = @Node, version = @Version, kept = @Kept, changed = {NextChange} where id = @Id and version = @Version - 1", Row(next), transaction);
        if (changed != 1)
        {
            throw new InvalidOperationException($"Proposal {before.Id} was changed while it was being changed.");
        }
    }

    private static void Insert(DbTransaction transaction, string id, int number, KeptDecision decision)
        => transaction.Connection!.Execute(
            "insert into proposal_decision (proposal_id, number, caller, kind, at, kept) values (@id, @number, @caller, @kind, @at, @kept)",
            new { id, number, caller = decision.By.Id, kind = decision.Said.Kind.ToString().ToLowerInvariant(), at = Text(decision.Said.At), kept = Json(decision) },
            transaction);

    private void Attempt(DbTransaction transaction, KeptProposal before, KeptProposal next, ActionOutcome? ended)
    {
        if (next.Attempts > before.Attempts)
        {
            transaction.Connection!.Execute(
                "insert into proposal_attempt (proposal_id, number, node, began_at) values (@Id, @Attempts, @Node, @at)", new { next.Id, next.Attempts, next.Node, at = Text(next.BeganAt!.Value) }, transaction);
        }
        else if (ended is not null)
        {
            transaction.Connection!.Execute(
                "update proposal_attempt set ended_at = @at, kind = @kind, summary = @Summary where proposal_id = @Id and number = @Attempts",
                new { next.Id, next.Attempts, at = Text(time.GetUtcNow()), kind = JsonNamingPolicy.SnakeCaseLower.ConvertName(ended.Kind.ToString()), ended.Summary },
                transaction);
        }
    }

    private static object Row(KeptProposal p) => new
    {
        p.Id,
        p.Tenant,
        Requester = p.Requester.Id,
        p.Fingerprint,
        State = Word(p.State),
        RequestedAt = Text(p.RequestedAt),
        ExpiresAt = Text(p.ExpiresAt),
        DueAt = p.DueAt is { } due ? Text(due) : null,
        p.Node,
        p.UndoOf,
        p.Version,
        Kept = Json(p with { Decisions = [] }),
    };

    private static string Word(ProposalState state) => state.ToString().ToLowerInvariant();

    private static string Json<T>(T value) => JsonSerializer.Serialize(value, ContractJson.Options);

    private static string Text(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffffffZ", CultureInfo.InvariantCulture);
}
