namespace Copilot.Knowledge.Stores.Sqlite;

/// <summary>The tables of <c>ingest.db</c>, beside the library: what waits there is lost without harm, since every source is looked at again.</summary>
internal static class QueueSchema
{
    /// <summary>The number of this shape.</summary>
    public const int Version = 1;

    /// <summary>Statements that create what is missing. Times are ticks, UTC.</summary>
    public const string Sql =
        """
        create table if not exists run(
            key integer primary key autoincrement, what text not null, collection text not null, began integer not null, ended integer,
            files integer not null default 0, done integer not null default 0, added integer not null default 0, updated integer not null default 0,
            unchanged integer not null default 0, removed integer not null default 0, refused integer not null default 0,
            pages integer not null default 0, passages integer not null default 0);
        create table if not exists job(
            key integer primary key autoincrement, run integer not null, collection text not null, source text not null, machine text,
            priority integer not null, task text not null, worker text, attempts integer not null default 0, not_before integer not null default 0,
            lease_until integer, started integer, why text, pages integer not null default 0, passages integer not null default 0);
        create unique index if not exists job_waiting on job(collection, source) where worker is null;
        create index if not exists job_next on job(priority, key) where worker is null;
        create index if not exists job_running on job(collection, source) where worker is not null;
        create table if not exists remark(run integer not null, refused integer not null, file text not null, message text not null);
        create index if not exists remark_run on remark(run, refused, file);
        create table if not exists failure(
            collection text not null, source text not null, message text not null, at integer not null, job text,
            machine text, priority integer, primary key(collection, source)) without rowid;
        create table if not exists feed(name text primary key, mark text not null) without rowid;
        """;
}
