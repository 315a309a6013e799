namespace Copilot.Knowledge.Stores.Postgres;

/// <summary>The tables of the library on PostgreSQL, in a schema of their own. Steps are only ever added.</summary>
internal static class PostgresKnowledgeSchema
{
    /// <summary>
    /// The steps by number, from 1. A document that is being written is not live and names its writer; queries see live ones alone. Texts that may be of any
    /// length are indexed by their beginning, since an entry of an index has a limit. A posting holds, for one term in one document, the chunks that
    /// have it, by <see cref="PostingBytes"/>; all of it lies in the index, so that a term is read in one sweep. That a document has been superseded is
    /// kept with it, so that filters need only its row and its rights.
    /// </summary>
    public static readonly IReadOnlyList<string> Steps =
    [
        """
        create table rights(
            key bigint generated always as identity primary key, hash text collate "C" not null unique, readers text[] not null, companies text[] not null);
        create index rights_readers on rights using gin(readers);
        create index rights_companies on rights using gin(companies);
        create table document(
            key bigint generated always as identity primary key, collection text collate "C" not null, id text collate "C" not null,
            source text collate "C" not null, live boolean not null, writer bigint, rights bigint, title text not null, revision text, kind text,
            valid_from date, valid_to date, superseded_on date, label text not null, text_hash text not null, label_hash text not null,
            indexed_label text not null, length integer not null, chunks integer not null, words bigint not null, tokens bigint not null,
            format text not null, language text collate "C" not null, pages integer, original text, uri text, gate_model text, gate_id integer, notes text not null);
        create index document_id on document(collection, left(id, 500)) where live;
        create index document_source on document(collection, left(source, 500)) where live;
        create index document_rights on document(rights) where live;
        create index document_staged on document(key) where not live;
        create table supersession(collection text collate "C" not null, older text collate "C" not null, document bigint not null, since date not null);
        create index supersession_older on supersession(collection, left(older, 500));
        create index supersession_document on supersession(document);
        create table part(
            document bigint not null, ordinal integer not null, first integer not null, past integer not null, page integer, layout text, text text not null,
            primary key(document, ordinal));
        create table chunk(
            key bigint primary key, first integer not null, past integer not null, page integer, box double precision[], marks integer not null,
            path text[] not null, lead text not null, text text not null, title text not null, headings text not null, about text not null,
            codes text not null, body text not null);
        create table posting(
            term text collate "C" not null, document bigint not null, piece integer not null, holders integer not null, fields smallint not null, entries bytea not null,
            primary key(term, document, piece) include(holders, fields, entries));
        create table term(term text collate "C" primary key, holders integer not null) with (fillfactor = 70);
        create table word(text text collate "C" not null, stem text collate "C" not null, primary key(text, stem));
        create table space(
            key integer generated always as identity primary key, id text collate "C" not null unique, dimension integer not null, model bytea,
            fitted_on integer not null, active boolean not null, indexed boolean not null);
        create table unembedded(space integer not null, chunk bigint not null, primary key(space, chunk));
        create table state(one integer primary key check(one = 1), generation bigint not null, chunks bigint not null, words bigint not null, tokens bigint not null) with (fillfactor = 20);
        insert into state values(1, 0, 0, 0, 0);
        """,
        """
        create table run(
            key bigint generated always as identity primary key, what text not null, collection text not null, began bigint not null, ended bigint,
            files integer not null default 0, done integer not null default 0, added integer not null default 0, updated integer not null default 0,
            unchanged integer not null default 0, removed integer not null default 0, refused integer not null default 0,
            pages integer not null default 0, passages integer not null default 0);
        create table job(
            key bigint generated always as identity primary key, run bigint not null, collection text collate "C" not null, source text collate "C" not null,
            machine text collate "C", priority integer not null, task text not null, worker bigint, attempts integer not null default 0,
            not_before bigint not null default 0, lease_until bigint, started bigint, why text, pages integer not null default 0, passages integer not null default 0);
        create index job_next on job(priority, key) where worker is null;
        create index job_running on job(worker) where worker is not null;
        create index job_source on job(collection, left(source, 500));
        create index job_run on job(run);
        create table remark(number bigint generated always as identity primary key, run bigint not null, refused boolean not null, file text collate "C" not null, message text not null);
        create index remark_run on remark(run);
        create table failure(
            collection text collate "C" not null, source text collate "C" not null, message text not null, at bigint not null, job text, machine text, priority integer);
        create index failure_source on failure(collection, left(source, 500));
        create table feed(name text collate "C" primary key, mark text not null);
        """,
    ];
}
