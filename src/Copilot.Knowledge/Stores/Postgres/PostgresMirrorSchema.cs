namespace Copilot.Knowledge.Stores.Postgres;

/// <summary>The tables and triggers that note what an index outside the database must be told. They are only made when an index is used.</summary>
internal static class PostgresMirrorSchema
{
    /// <summary>Says whether they are there.</summary>
    public const string ExistsSql =
        "select exists (select 1 from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = current_schema() and c.relname = 'mirror')";

    /// <summary>
    /// Makes them. Notes are written in the order of their passages, as locks on rows are taken; a number is never used twice, so that a note that was written again is
    /// told from the one before. That a document was superseded stands in its own row.
    /// </summary>
    public const string Sql =
        $"""
        create table mirror(one integer primary key check(one = 1), name text not null);
        insert into mirror values(1, substr(replace(gen_random_uuid()::text, '-', ''), 1, 16));
        create sequence stale_number;
        create table stale(chunk bigint primary key, number bigint not null default nextval('stale_number'), whole boolean not null) with (fillfactor = 70);
        create index stale_order on stale(number, chunk);
        create function stale_changed() returns trigger language plpgsql set search_path from current as $body$
            begin
                insert into stale(chunk, whole)
                    select c.key, not o.live from fresh n join former o on o.key = n.key join chunk c on c.key between (n.key << 20) and (n.key << 20) + 1048575
                    where n.live and (not o.live
                        or (o.id, o.rights, o.valid_from, o.valid_to, o.superseded_on) is distinct from (n.id, n.rights, n.valid_from, n.valid_to, n.superseded_on))
                    order by c.key {Again};
                return null;
            end $body$;
        create function stale_removed() returns trigger language plpgsql set search_path from current as $body$
            begin
                insert into stale(chunk, whole)
                    select c.key, true from former o join chunk c on c.key between (o.key << 20) and (o.key << 20) + 1048575 where o.live order by c.key {Again};
                return null;
            end $body$;
        create function stale_vectors() returns trigger language plpgsql set search_path from current as $body$
            begin
                insert into stale(chunk, whole) select chunk, true from fresh order by chunk {Again};
                return null;
            end $body$;
        create function stale_all() returns trigger language plpgsql set search_path from current as $body$
            begin
                {AllSql};
                return null;
            end $body$;
        create trigger stale_changed after update on document referencing old table as former new table as fresh for each statement execute function stale_changed();
        create trigger stale_removed after delete on document referencing old table as former for each statement execute function stale_removed();
        create trigger stale_space after insert on space for each statement execute function stale_all();
        {AllSql};
        """;

    /// <summary>Notes all passages there are.</summary>
    public const string AllSql =
        $"""
        insert into stale(chunk, whole) select c.key, true from document d join chunk c on c.key between (d.key << 20) and (d.key << 20) + 1048575 where d.live
            order by c.key {Again}
        """;

    /// <summary>What becomes of a passage that is noted already.</summary>
    public const string Again = "on conflict (chunk) do update set number = excluded.number, whole = stale.whole or excluded.whole";

    /// <summary>Follows the vectors of a space.</summary>
    /// <param name="space">The key of the space.</param>
    public static string FollowSql(int space)
        => $"""
            create trigger stale_written after insert on vector_{space} referencing new table as fresh for each statement execute function stale_vectors();
            create trigger stale_replaced after update on vector_{space} referencing new table as fresh for each statement execute function stale_vectors();
            """;
}
