using System.Data.Common;
using System.Globalization;
using Copilot.Contracts;

namespace Copilot.Documents.Desk.Stores;

/// <summary>Documents of the desk as rows. One writer works at a time over all processes, so a reader and a person never overwrite each other.</summary>
internal sealed class DeskStore(IStoreDatabase database)
{
    private const string Columns = "kept, tenant";
    private const string Waiting = "case state when 'needs_review' then 0 when 'read' then 1 when 'new' then 2 when 'failed' then 3 else 4 end";

    /// <summary>Keeps a document that arrived, unless the same file is there already.</summary>
    /// <param name="arrived">The document.</param>
    /// <param name="content">The file.</param>
    /// <param name="cancellationToken">Stops the wait.</param>
    /// <returns>The document that is there now, and whether it was before.</returns>
    public Task<(DeskDocument Document, bool WasThere)> PutAsync(DeskDocument arrived, byte[] content, CancellationToken cancellationToken)
        => database.WriteAsync(
            transaction =>
            {
                var there = transaction.Connection!.Rows(
                    transaction, $"select {Columns} from desk_document where tenant = @tenant and company = @company and hash = @hash and part = 0", Read, ("tenant", arrived.Tenant), ("company", (long)arrived.Company), ("hash", arrived.Hash)).FirstOrDefault();
                if (there is not null)
                {
                    Note(transaction, there.Id, new DeskEvent(arrived.ArrivedAt, arrived.From, "came_again", arrived.File));
                    return (there, true);
                }

                transaction.Run("insert into desk_file (tenant, hash, content) values (@tenant, @hash, @content) on conflict (tenant, hash) do nothing", ("tenant", arrived.Tenant), ("hash", arrived.Hash), ("content", content));
                Insert(transaction, arrived);
                Note(transaction, arrived.Id, new DeskEvent(arrived.ArrivedAt, arrived.From, "arrived", null));
                return (arrived, false);
            },
            cancellationToken);

    /// <summary>Takes the document that is to be read next, for a node.</summary>
    /// <param name="node">The node.</param>
    /// <param name="gone">Nodes that run no more; what they read is free.</param>
    /// <param name="now">The moment.</param>
    /// <param name="until">How long it is taken.</param>
    /// <param name="cancellationToken">Stops the wait.</param>
    /// <returns>The document with one attempt more, or null when none is due.</returns>
    public Task<DeskDocument?> TakeAsync(string node, IReadOnlySet<string> gone, DateTimeOffset now, DateTimeOffset until, CancellationToken cancellationToken)
        => database.WriteAsync(
            transaction =>
            {
                var due = transaction.Connection!.Rows(
                    transaction,
                    $"select {Columns}, node, leased_until from desk_document where state = 'new' and due <= @now order by due, id limit 200",
                    r => (Document: Read(r), Node: r.IsDBNull(2) ? null : r.GetString(2), Until: r.TextOrNull(3)),
                    ("now", StoreCommands.Text(now)));
                var free = due.Find(d => d.Node is null || gone.Contains(d.Node) || string.CompareOrdinal(d.Until, StoreCommands.Text(now)) < 0).Document;
                if (free is null)
                {
                    return null;
                }

                var taken = free with { Attempts = free.Attempts + 1 };
                Update(transaction, taken, node, until);
                return taken;
            },
            cancellationToken);

    /// <summary>Says whether a document waits to be read at a moment.</summary>
    public Task<bool> IsDueAsync(DateTimeOffset now, CancellationToken cancellationToken)
        => database.ReadAsync(c => c.Rows(null, "select id from desk_document where state = 'new' and due <= @now limit 1", r => r.GetString(0), ("now", StoreCommands.Text(now))).Count > 0, cancellationToken);

    /// <summary>The nodes that read something just now.</summary>
    public Task<IReadOnlyList<string>> NodesAsync(CancellationToken cancellationToken)
        => database.ReadAsync<IReadOnlyList<string>>(c => c.Rows(null, "select distinct node from desk_document where state = 'new' and node is not null", r => r.GetString(0)), cancellationToken);

    /// <summary>Keeps what became of a document a node took, and the documents that were found beside it in the same file.</summary>
    /// <returns>False when the node does not have it any more; then nothing is kept.</returns>
    public Task<bool> KeepAsync(DeskDocument document, string node, IReadOnlyList<DeskDocument> others, IReadOnlyList<(int Page, string Content)> pages, DeskEvent happened, CancellationToken cancellationToken)
        => database.WriteAsync(
            transaction =>
            {
                var held = transaction.Connection!.Rows(transaction, "select node from desk_document where id = @id and state = 'new'", r => r.IsDBNull(0) ? null : r.GetString(0), ("id", document.Id));
                if (held is not [{ } holder] || holder != node)
                {
                    return false;
                }

                Update(transaction, document, null, null);
                Note(transaction, document.Id, happened);
                foreach (var other in others)
                {
                    Insert(transaction, other);
                    Note(transaction, other.Id, happened);
                }

                foreach (var (page, content) in pages)
                {
                    transaction.Run(
                        "insert into desk_page (tenant, hash, page, content) values (@tenant, @hash, @page, @content) on conflict (tenant, hash, page) do update set content = excluded.content",
                        ("tenant", document.Tenant),
                        ("hash", document.Hash),
                        ("page", (long)page),
                        ("content", content));
                }

                return true;
            },
            cancellationToken);

    /// <summary>Changes a document, or not.</summary>
    /// <param name="tenant">The tenant.</param>
    /// <param name="id">The document.</param>
    /// <param name="change">Looks at it as it stands and says what becomes of it, or null to leave it. Pure: it may be asked a second time.</param>
    /// <param name="cancellationToken">Stops the wait.</param>
    /// <returns>The document afterwards; null when there is none.</returns>
    public Task<DeskDocument?> ChangeAsync(string tenant, string id, Func<DeskDocument, (DeskDocument Document, IReadOnlyList<DeskEvent> Events)?> change, CancellationToken cancellationToken)
        => database.WriteAsync(
            transaction =>
            {
                if (Load(transaction.Connection!, transaction, tenant, id) is not { } before || change(before) is not var (next, happened))
                {
                    return Load(transaction.Connection!, transaction, tenant, id);
                }

                next = next with { Version = before.Version + 1 };
                Update(transaction, next, null, null);
                foreach (var one in happened)
                {
                    Note(transaction, id, one);
                }

                return next;
            },
            cancellationToken);

    public Task<DeskDocument?> FindAsync(string tenant, string id, CancellationToken cancellationToken) => database.ReadAsync(c => Load(c, null, tenant, id), cancellationToken);

    /// <summary>What happened to a document, the oldest first.</summary>
    public Task<IReadOnlyList<DeskEvent>> EventsAsync(string id, CancellationToken cancellationToken)
        => database.ReadAsync<IReadOnlyList<DeskEvent>>(
            c => c.Rows(null, "select at, who, what, detail from desk_event where document = @id order by number", r => new DeskEvent(StoreCommands.Moment(r.GetString(0)), r.GetString(1), r.GetString(2), r.TextOrNull(3)), ("id", id)),
            cancellationToken);

    /// <summary>The documents of some companies: a page of those asked for, how many of them there are, and how many in each state.</summary>
    public Task<DeskList> ListAsync(string tenant, IReadOnlyList<int> companies, DeskQuery query, CancellationToken cancellationToken)
        => database.ReadAsync(
            connection =>
            {
                var (mine, values) = Mine(tenant, companies);
                var counts = connection.Rows(null, $"select state, count(*) from desk_document where {mine} group by state", r => (State: r.GetString(0), Count: Convert.ToInt32(r.GetValue(1), CultureInfo.InvariantCulture)), values)
                    .ToDictionary(c => Enum.GetValues<DeskState>().First(s => Name(s) == c.State), c => c.Count);
                var wanted = mine;
                if (query.State is { } state)
                {
                    wanted += " and state = @state";
                    values = [.. values, ("state", Name(state))];
                }

                foreach (var (word, i) in (query.Words ?? string.Empty).ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(8).Select((w, i) => (w, i)))
                {
                    wanted += string.Create(CultureInfo.InvariantCulture, $" and words like @w{i} escape '!'");
                    values = [.. values, (string.Create(CultureInfo.InvariantCulture, $"w{i}"), "%" + DeskJson.Storable(word).Replace("!", "!!", StringComparison.Ordinal).Replace("%", "!%", StringComparison.Ordinal).Replace("_", "!_", StringComparison.Ordinal) + "%")];
                }

                var total = connection.Rows(null, $"select count(*) from desk_document where {wanted}", r => Convert.ToInt32(r.GetValue(0), CultureInfo.InvariantCulture), values)[0];
                var rows = connection.Rows(null, $"select {Columns} from desk_document where {wanted} order by {Waiting}, arrived desc, id limit @top offset @skip", Read, [.. values, ("top", (long)query.Top), ("skip", (long)query.Skip)]);
                return new DeskList([.. rows.Select(DeskRow.Of)], total, counts);
            },
            cancellationToken);

    /// <summary>The oldest document that waits for a person, other than one: first those that came after it.</summary>
    public Task<string?> NextAsync(string tenant, IReadOnlyList<int> companies, DeskDocument than, CancellationToken cancellationToken)
        => database.ReadAsync(
            connection =>
            {
                var (mine, values) = Mine(tenant, companies);
                return connection.Rows(
                    null,
                    $"select id from desk_document where {mine} and state in ('needs_review', 'read') and id <> @id order by {Waiting}, case when arrived <= @arrived then 0 else 1 end, arrived desc, id limit 1",
                    r => r.GetString(0),
                    [.. values, ("id", than.Id), ("arrived", StoreCommands.Text(than.ArrivedAt))]).FirstOrDefault();
            },
            cancellationToken);

    /// <summary>Removes what was settled long ago, with the files that no document needs any more.</summary>
    /// <returns>The documents that were removed.</returns>
    public Task<IReadOnlyList<DeskDocument>> ExpireAsync(DateTimeOffset reviewedBefore, DateTimeOffset rejectedBefore, CancellationToken cancellationToken)
        => database.WriteAsync<IReadOnlyList<DeskDocument>>(
            transaction =>
            {
                var old = transaction.Connection!.Rows(
                    transaction,
                    $"select {Columns} from desk_document where (state = 'reviewed' and settled < @reviewed) or (state in ('rejected', 'failed') and settled < @rejected) order by settled, id limit 500",
                    Read,
                    ("reviewed", StoreCommands.Text(reviewedBefore)),
                    ("rejected", StoreCommands.Text(rejectedBefore)));
                foreach (var document in old)
                {
                    transaction.Run("delete from desk_event where document = @id", ("id", document.Id));
                    transaction.Run("delete from desk_document where id = @id", ("id", document.Id));
                    (string, object?)[] file = [("tenant", document.Tenant), ("hash", document.Hash)];
                    transaction.Run("delete from desk_page where tenant = @tenant and hash = @hash and not exists (select 1 from desk_document d where d.tenant = @tenant and d.hash = @hash)", file);
                    transaction.Run("delete from desk_file where tenant = @tenant and hash = @hash and not exists (select 1 from desk_document d where d.tenant = @tenant and d.hash = @hash)", file);
                }

                return old;
            },
            cancellationToken);

    private static (string Where, (string, object?)[] Values) Mine(string tenant, IReadOnlyList<int> companies)
        => ($"tenant = @tenant and company in ({string.Join(", ", companies.Select((_, i) => string.Create(CultureInfo.InvariantCulture, $"@c{i}")).DefaultIfEmpty("-1"))})",
            [("tenant", tenant), .. companies.Select((c, i) => (string.Create(CultureInfo.InvariantCulture, $"c{i}"), (object?)(long)c))]);

    private static DeskDocument? Load(DbConnection connection, DbTransaction? transaction, string tenant, string id)
        => connection.Rows(transaction, $"select {Columns} from desk_document where tenant = @tenant and id = @id", Read, ("tenant", tenant), ("id", id)).FirstOrDefault();

    private static DeskDocument Read(DbDataReader reader) => DeskJson.Document(reader.GetString(0), reader.GetString(1));

    private static void Insert(DbTransaction transaction, DeskDocument document)
        => transaction.Run(
            """
            insert into desk_document (id, tenant, company, hash, part, state, arrived, due, settled, version, words, kept)
            values (@id, @tenant, @company, @hash, @part, @state, @arrived, @due, @settled, @version, @words, @kept)
            on conflict (tenant, company, hash, part) do nothing
            """,
            [.. Values(document), ("tenant", document.Tenant), ("company", (long)document.Company), ("hash", document.Hash), ("part", (long)document.Part), ("arrived", StoreCommands.Text(document.ArrivedAt))]);

    private static void Update(DbTransaction transaction, DeskDocument document, string? node, DateTimeOffset? until)
        => transaction.Run(
            "update desk_document set state = @state, due = @due, settled = @settled, version = @version, words = @words, kept = @kept, node = @node, leased_until = @until where id = @id",
            [.. Values(document), ("node", node), ("until", until is { } end ? StoreCommands.Text(end) : null)]);

    private static IEnumerable<(string, object?)> Values(DeskDocument document)
    {
        var row = DeskRow.Of(document);
        return
        [
            ("id", document.Id), ("state", Name(document.State)), ("due", StoreCommands.Text(document.DueAt ?? document.ArrivedAt)), ("settled", document.SettledAt is { } at ? StoreCommands.Text(at) : null), ("version", (long)document.Version),
            ("words", DeskJson.Storable($"{row.File} {row.Number} {row.Supplier} {row.From}".ToLowerInvariant())), ("kept", DeskJson.Of(document)),
        ];
    }

    private static void Note(DbTransaction transaction, string id, DeskEvent happened)
        => transaction.Run(
            "insert into desk_event (document, number, at, who, what, detail) select @id, (select coalesce(max(number), 0) + 1 from desk_event where document = @id), @at, @who, @what, @detail where exists (select 1 from desk_document where id = @id)",
            ("id", id),
            ("at", StoreCommands.Text(happened.At)),
            ("who", DeskJson.Storable(happened.Who)),
            ("what", happened.What),
            ("detail", happened.Detail is null ? null : DeskJson.Storable(happened.Detail)));

    private static string Name(DeskState state) => state switch
    {
        DeskState.New => "new",
        DeskState.NeedsReview => "needs_review",
        DeskState.Read => "read",
        DeskState.Reviewed => "reviewed",
        DeskState.Rejected => "rejected",
        _ => "failed",
    };
}
