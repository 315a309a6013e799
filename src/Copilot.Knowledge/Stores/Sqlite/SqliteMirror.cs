using System.Runtime.InteropServices;
using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace Copilot.Knowledge.Stores.Sqlite;

/// <summary>
/// Notes what an index outside the file must be told. Triggers do it, so that no way of writing can forget it, nor a process that knows nothing of the index. They are
/// only made when an index is used.
/// </summary>
internal sealed class SqliteMirror(SqliteFile file, PermittedCache permitted)
{
    private const string MarkNext = "update mirror set number = number + 1";

    private const string Tables =
        """
        create table mirror(one integer primary key check(one = 1), name text not null, number integer not null);
        insert into mirror values(1, lower(hex(randomblob(8))), 0);
        create table stale(chunk integer primary key, number integer not null, whole integer not null default 1);
        create index stale_number on stale(number, chunk);
        """;

    private const string Again = "on conflict(chunk) do update set number = excluded.number, whole = max(whole, excluded.whole)";

    private const string Triggers =
        $"""
        create trigger stale_document after update of live, id, rights, valid_from, valid_to on document
            when new.live and (old.live is not new.live or old.id is not new.id or old.rights is not new.rights
                or old.valid_from is not new.valid_from or old.valid_to is not new.valid_to)
        begin
            update mirror set number = number + 1;
            insert into stale select c.key, m.number, old.live is not new.live from chunk c cross join mirror m
                where c.key between new.key << 20 and (new.key << 20) + 1048575 {Again};
        end;
        create trigger stale_removed before delete on document when old.live
        begin
            update mirror set number = number + 1;
            insert into stale select c.key, m.number, 1 from chunk c cross join mirror m where c.key between old.key << 20 and (old.key << 20) + 1048575 {Again};
        end;
        create trigger stale_superseded after insert on supersession
        begin
            update mirror set number = number + 1;
            insert into stale select c.key, m.number, 0 from document d cross join chunk c cross join mirror m
                where d.live and d.collection = new.collection and d.id = new.older and c.key between d.key << 20 and (d.key << 20) + 1048575 {Again};
        end;
        create trigger stale_given_back after delete on supersession
        begin
            update mirror set number = number + 1;
            insert into stale select c.key, m.number, 0 from document d cross join chunk c cross join mirror m
                where d.live and d.collection = old.collection and d.id = old.older and c.key between d.key << 20 and (d.key << 20) + 1048575 {Again};
        end;
        create trigger stale_vector after insert on vector
        begin
            update mirror set number = number + 1;
            insert into stale select new.chunk, m.number, 1 from mirror m where true {Again};
        end;
        create trigger stale_vector_replaced after update of numbers on vector
        begin
            update mirror set number = number + 1;
            insert into stale select new.chunk, m.number, 1 from mirror m where true {Again};
        end;
        create trigger stale_space after insert on space
        begin
            update mirror set number = number + 1;
            {AllSql};
        end;
        """;

    private const string AllSql =
        $"""
        insert into stale select c.key, m.number, 1 from document d cross join chunk c cross join mirror m
            where d.live and c.key between d.key << 20 and (d.key << 20) + 1048575 {Again}
        """;

    private const string OneSql = $"insert into stale select $chunk, m.number, $whole from mirror m where true {Again}";

    // A note that is there is later than what was brought, and stays as late; but what it overwrote may be more than the label.
    private const string SettledSql = "insert into stale select $chunk, m.number, $whole from mirror m where true on conflict(chunk) do update set whole = max(whole, excluded.whole)";

    // Notes of an earlier version do not say what changed: everything may have.
    private const string Upgrade =
        """
        drop trigger stale_document; drop trigger stale_removed; drop trigger stale_superseded; drop trigger stale_given_back;
        drop trigger stale_vector; drop trigger stale_vector_replaced; drop trigger stale_space;
        alter table stale add column whole integer not null default 1;
        """;

    private const string StaleSql =
        """
        select u.chunk, u.number, d.collection, d.id, r.readers, r.companies, d.valid_from, d.valid_to,
            (select min(s.since) from supersession s where s.collection = d.collection and s.older = d.id and s.document <> d.key),
            k.title, k.headings, k.about, k.codes, k.body, k.words, u.whole
        from stale u left join chunk k on k.key = u.chunk left join document d on d.key = k.key >> 20 and d.live left join rights r on r.key = d.rights
        order by u.number, u.chunk limit $limit
        """;

    /// <inheritdoc cref="IMirroredStore.BeginMirrorAsync"/>
    public Task BeginAsync(CancellationToken cancellationToken)
        => file.WriteAsync(
            s =>
            {
                if (s.Scalar("select count(*) from sqlite_master where name = 'mirror'") == 0)
                {
                    s.Script(Tables);
                    s.Script(Triggers);
                    Mark(s, null);
                }
                else if (s.Scalar("select count(*) from pragma_table_info('stale') where name = 'whole'") == 0)
                {
                    s.Script(Upgrade);
                    s.Script(Triggers);
                }
            },
            cancellationToken);

    /// <inheritdoc cref="IMirroredStore.MirrorStateAsync"/>
    public Task<MirrorState> StateAsync(CancellationToken cancellationToken) => file.ReadAsync(State, cancellationToken);

    /// <inheritdoc cref="IMirroredStore.TakeTurnAsync"/>
    public Task<IAsyncDisposable?> TakeTurnAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        try
        {
            // The system gives the lock back when the process ends, however it ends. The file stays: without it two could lock one each.
            return Task.FromResult<IAsyncDisposable?>(new FileStream(file.Path + ".mirror", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException)
        {
            return Task.FromResult<IAsyncDisposable?>(null);
        }
    }

    /// <inheritdoc cref="IMirroredStore.StaleAsync"/>
    public Task<StalePassages> StaleAsync(int limit, CancellationToken cancellationToken)
        => file.ReadAsync(
            s =>
            {
                var spaces = s.Rows("select key, id from space", r => (Key: r.GetInt64(0), Id: r.GetString(1)));
                var stale = s.Rows(StaleSql, StaleOf, ("$limit", limit));
                return new StalePassages(
                    State(s),
                    [.. stale.Select(p => p.Passage is null || !p.IsWhole ? p : p with { Passage = p.Passage with { Vectors = Vectors(s, spaces, p.Key) } })]);
            },
            cancellationToken);

    /// <inheritdoc cref="IMirroredStore.SettleAsync"/>
    public Task SettleAsync(IReadOnlyList<StalePassage> passages, CancellationToken cancellationToken)
        => file.WriteAsync(
            s =>
            {
                s.Run(MarkNext);
                foreach (var passage in passages)
                {
                    if (s.Run("delete from stale where chunk = $chunk and number = $number", ("$chunk", passage.Key), ("$number", passage.Number)) == 0)
                    {
                        s.Run(SettledSql, ("$chunk", passage.Key), ("$whole", passage.IsWhole ? 1 : 0));
                    }
                }
            },
            cancellationToken);

    /// <inheritdoc cref="IMirroredStore.MarkStaleAsync"/>
    public Task MarkStaleAsync(IReadOnlyList<long>? keys, CancellationToken cancellationToken) => file.WriteAsync(s => Mark(s, keys), cancellationToken);

    /// <inheritdoc cref="IMirroredStore.CandidatesAsync"/>
    public Task<IReadOnlyDictionary<long, Candidate>> CandidatesAsync(PassageFilter filter, IReadOnlyList<long> keys, CancellationToken cancellationToken)
        => file.ReadAsync<IReadOnlyDictionary<long, Candidate>>(
            s =>
            {
                var documents = permitted.Of(s, filter);
                return PassageRows.Of(s, [.. keys.Distinct().Where(k => documents.Contains(ChunkKey.DocumentOf(k)))]).ToDictionary(p => p.Key, p => p.Candidate);
            },
            cancellationToken);

    private static void Mark(SqliteSession session, IReadOnlyList<long>? keys)
    {
        session.Run(MarkNext);
        if (keys is null)
        {
            session.Run(AllSql);
            return;
        }

        foreach (var key in keys)
        {
            session.Run(OneSql, ("$chunk", key), ("$whole", 1));
        }
    }

    private static MirrorState State(SqliteSession session)
    {
        var (name, pending) = session.Rows("select name, exists (select 1 from stale) from mirror", r => (r.GetString(0), r.GetBoolean(1)))[0];
        return new MirrorState(
            name,
            pending,
            session.Rows("select id, dimension, active from space order by id", r => new MirroredSpace(r.GetString(0), r.GetInt32(1), r.GetBoolean(2))));
    }

    private static StalePassage StaleOf(SqliteDataReader row)
        => new(
            row.GetInt64(0),
            row.GetInt64(1),
            row.GetBoolean(15),
            row.IsDBNull(2)
                ? null
                : new MirroredPassage
                {
                    Document = new DocumentKey(row.GetString(2), row.GetString(3)),
                    Readers = Names(row.Text(4)),
                    Companies = Names(row.Text(5)),
                    ValidFrom = DocumentRows.Day(row.Text(6)),
                    ValidTo = DocumentRows.Day(row.Text(7)),
                    SupersededOn = DocumentRows.Day(row.Text(8)),
                    Indexed = new IndexedChunk
                    {
                        Title = row.GetString(9),
                        Headings = row.GetString(10),
                        About = row.GetString(11),
                        Codes = row.GetString(12),
                        Body = row.GetString(13),
                        Words = row.GetInt32(14),
                    },
                    Vectors = new Dictionary<string, float[]>(),
                });

    private static Dictionary<string, float[]> Vectors(SqliteSession session, IReadOnlyList<(long Key, string Id)> spaces, long chunk)
    {
        var vectors = new Dictionary<string, float[]>(StringComparer.Ordinal);
        foreach (var (space, id) in spaces)
        {
            session.Each(
                "select numbers from vector where space = $space and chunk = $chunk",
                r => vectors[id] = MemoryMarshal.Cast<byte, float>(r.GetFieldValue<byte[]>(0)).ToArray(),
                ("$space", space),
                ("$chunk", chunk));
        }

        return vectors;
    }

    // A document without rights is read by nobody.
    private static List<string> Names(string? json) => json is null ? [] : JsonSerializer.Deserialize<List<string>>(json)!;
}
