using System.Data.Common;
using System.Text.Json;
using Copilot.Contracts;
using Copilot.Odoo.Exceptions.Scanning;

namespace Copilot.Odoo.Exceptions.Cases;

/// <summary>Cases as rows. One writer works at a time over all processes, so a scan and a person's word on the same case never overwrite each other.</summary>
internal sealed class CaseStore(IStoreDatabase database)
{
    private const string Columns = "kept, state, score, last_seen";
    private const string OpenStates = "('new', 'seen', 'acting')";
    private const string OfEnded = "from exception_case where tenant = @tenant and exists (select 1 from exception_event e where e.case_id = exception_case.id and e.what in ('gone', 'resolved') and e.at >= @from and e.at <= @to) order by id desc limit @most";

    /// <summary>Takes a scan in: what is new begins, what was there goes on, what its kind did not find any more ends.</summary>
    /// <param name="tenant">The tenant.</param>
    /// <param name="node">The node that scanned; when another has taken over the watch since, nothing is written.</param>
    /// <param name="scan">What was found.</param>
    /// <param name="now">The moment.</param>
    /// <param name="cancellationToken">Stops the wait for the turn to write.</param>
    /// <returns>Whether it was taken in.</returns>
    public Task<bool> ApplyAsync(string tenant, string node, ScanResult scan, DateTimeOffset now, CancellationToken cancellationToken)
        => database.WriteAsync(
            transaction =>
            {
                if (WatchStore.NodeOf(transaction, tenant) != node)
                {
                    return false;
                }

                foreach (var kind in scan.Looked)
                {
                    Apply(transaction, tenant, kind, scan, now);
                }

                return true;
            },
            cancellationToken);

    /// <summary>The cases of a tenant, open or all, the most pressing first.</summary>
    public Task<IReadOnlyList<KeptCase>> ListAsync(string tenant, bool all, int most, CancellationToken cancellationToken)
        => database.ReadAsync<IReadOnlyList<KeptCase>>(
            c => c.Rows(
                null,
                all ? $"select {Columns} from exception_case where tenant = @tenant order by case when state in {OpenStates} then 0 else 1 end, score desc, id limit @most"
                    : $"select {Columns} from exception_case where tenant = @tenant and state in {OpenStates} order by score desc, id limit @most",
                Read,
                ("tenant", tenant),
                ("most", most)),
            cancellationToken);

    /// <summary>The open cases that became news since a moment.</summary>
    public Task<IReadOnlyList<KeptCase>> NewsAsync(string tenant, DateTimeOffset since, int most, CancellationToken cancellationToken)
        => database.ReadAsync<IReadOnlyList<KeptCase>>(
            c => c.Rows(
                null,
                $"select {Columns} from exception_case where tenant = @tenant and news_at > @since and state in {OpenStates} order by score desc, id limit @most",
                Read,
                ("tenant", tenant),
                ("since", StoreCommands.Text(since)),
                ("most", most)),
            cancellationToken);

    public Task<KeptCase?> FindAsync(string tenant, string id, CancellationToken cancellationToken)
        => database.ReadAsync(c => Load(c, null, tenant, id), cancellationToken);

    /// <summary>What happened to a case, the oldest first.</summary>
    public Task<IReadOnlyList<CaseEvent>> EventsAsync(string id, CancellationToken cancellationToken)
        => database.ReadAsync<IReadOnlyList<CaseEvent>>(
            c => c.Rows(null, "select at, who, what, reason from exception_event where case_id = @id order by number", r => new CaseEvent(StoreCommands.Moment(r.GetString(0)), r.GetString(1), r.GetString(2), r.TextOrNull(3)), ("id", id)),
            cancellationToken);

    /// <summary>The cases found since a moment, in short.</summary>
    public Task<IReadOnlyList<PastCase>> PastAsync(string tenant, DateTimeOffset since, CancellationToken cancellationToken)
        => database.ReadAsync<IReadOnlyList<PastCase>>(
            c => [.. c.Rows(null, $"select {Columns} from exception_case where tenant = @tenant and last_seen >= @since order by id", Read, ("tenant", tenant), ("since", StoreCommands.Text(since)))
                .Select(k => new PastCase(k.Found.Kind, k.Found.Key, k.Found.Title, k.Times, k.Found.About))],
            cancellationToken);

    /// <summary>The cases that were gone or called resolved within a span, the latest first, each with all that happened to it.</summary>
    public Task<IReadOnlyList<(KeptCase Case, IReadOnlyList<CaseEvent> Events)>> EndedAsync(string tenant, DateTimeOffset from, DateTimeOffset to, int most, CancellationToken cancellationToken)
        => database.ReadAsync<IReadOnlyList<(KeptCase, IReadOnlyList<CaseEvent>)>>(
            c =>
            {
                (string, object?)[] span = [("tenant", tenant), ("from", StoreCommands.Text(from)), ("to", StoreCommands.Text(to)), ("most", most)];
                var ended = c.Rows(null, $"select {Columns} {OfEnded}", Read, span);
                var events = c.Rows(
                    null,
                    $"select case_id, at, who, what, reason from exception_event where case_id in (select id {OfEnded}) order by case_id, number",
                    r => (Case: r.GetString(0), Event: new CaseEvent(StoreCommands.Moment(r.GetString(1)), r.GetString(2), r.GetString(3), r.TextOrNull(4))),
                    span).ToLookup(e => e.Case, e => e.Event);
                return [.. ended.Select(k => (k, (IReadOnlyList<CaseEvent>)[.. events[k.Id]]))];
            },
            cancellationToken);

    /// <summary>Changes a case, or not.</summary>
    /// <param name="tenant">The tenant.</param>
    /// <param name="id">The case.</param>
    /// <param name="change">Looks at the case as it stands and says what becomes of it, or null to leave it. Pure: it may be asked a second time.</param>
    /// <param name="cancellationToken">Stops the wait.</param>
    /// <returns>The case afterwards; null when there is none.</returns>
    public Task<KeptCase?> ChangeAsync(string tenant, string id, Func<KeptCase, (KeptCase Case, CaseEvent Event)?> change, CancellationToken cancellationToken)
        => database.WriteAsync(
            transaction =>
            {
                if (Load(transaction.Connection!, transaction, tenant, id) is not { } before || change(before) is not var (next, happened))
                {
                    return Load(transaction.Connection!, transaction, tenant, id);
                }

                Update(transaction, next);
                Note(transaction, id, happened);
                return next;
            },
            cancellationToken);

    private static void Apply(DbTransaction transaction, string tenant, string kind, ScanResult scan, DateTimeOffset now)
    {
        // Those that are over and gone are looked at only when they are found again.
        var known = transaction.Connection!.Rows(transaction, $"select {Columns} from exception_case where tenant = @tenant and kind = @kind", Read, ("tenant", tenant), ("kind", kind)).ToDictionary(k => k.Found.Key, StringComparer.Ordinal);
        foreach (var found in scan.Found.Where(f => f.Kind == kind))
        {
            var score = Ranking.Score(found, scan.Today);
            if (!known.Remove(found.Key, out var before))
            {
                var (begun, first) = CaseLife.Begin(tenant, found, score, now);
                Insert(transaction, begun);
                Note(transaction, begun.Id, first);
                continue;
            }

            var (next, happened) = CaseLife.Meet(before, found, score, now);
            if (happened is not null || Json(next with { LastSeen = before.LastSeen }) != Json(before))
            {
                Update(transaction, next);
            }
            else
            {
                transaction.Run("update exception_case set last_seen = @now where id = @id", ("now", StoreCommands.Text(now)), ("id", before.Id));
            }

            if (happened is not null)
            {
                Note(transaction, before.Id, happened);
            }
        }

        foreach (var missing in known.Values.Where(k => !k.Gone))
        {
            var (next, happened) = CaseLife.Miss(missing, now);
            Update(transaction, next);
            if (happened is not null)
            {
                Note(transaction, missing.Id, happened);
            }
        }
    }

    private static KeptCase? Load(DbConnection connection, DbTransaction? transaction, string tenant, string id)
        => connection.Rows(transaction, $"select {Columns} from exception_case where tenant = @tenant and id = @id", Read, ("tenant", tenant), ("id", id)).FirstOrDefault();

    private static KeptCase Read(DbDataReader reader)
        => JsonSerializer.Deserialize<KeptCase>(reader.GetString(0), ContractJson.Options)! with { LastSeen = StoreCommands.Moment(reader.GetString(3)) };

    private static void Insert(DbTransaction transaction, KeptCase kept)
        => transaction.Run(
            """
            insert into exception_case (id, tenant, kind, case_key, state, score, first_seen, last_seen, news_at, version, kept)
            values (@id, @tenant, @kind, @key, @state, @score, @first, @last, @news, 1, @kept)
            """,
            [.. Values(kept), ("tenant", kept.Tenant), ("kind", kept.Found.Kind), ("key", kept.Found.Key), ("first", StoreCommands.Text(kept.FirstSeen))]);

    private static void Update(DbTransaction transaction, KeptCase kept)
        => transaction.Run("update exception_case set state = @state, score = @score, last_seen = @last, news_at = @news, version = version + 1, kept = @kept where id = @id", [.. Values(kept)]);

    private static IEnumerable<(string, object?)> Values(KeptCase kept) =>
    [
        ("id", kept.Id), ("state", kept.State.ToString().ToLowerInvariant()), ("score", (long)Math.Round(kept.Score * 10)), ("last", StoreCommands.Text(kept.LastSeen)), ("news", StoreCommands.Text(kept.NewsAt)), ("kept", Json(kept)),
    ];

    private static void Note(DbTransaction transaction, string id, CaseEvent happened)
        => transaction.Run(
            "insert into exception_event (case_id, number, at, who, what, reason) values (@id, (select coalesce(max(number), 0) + 1 from exception_event where case_id = @id), @at, @who, @what, @reason)",
            ("id", id),
            ("at", StoreCommands.Text(happened.At)),
            ("who", happened.Who),
            ("what", happened.What),
            ("reason", happened.Reason));

    private static string Json(KeptCase kept) => JsonSerializer.Serialize(kept, ContractJson.Options);
}
