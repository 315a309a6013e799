namespace Copilot.Knowledge.Stores.Sqlite;

/// <summary>The tables of <c>knowledge.db</c>. The SQL needs nothing newer than SQLite 3.35.</summary>
internal static class KnowledgeSchema
{
    /// <summary>The number of this shape.</summary>
    public const int Version = 3;

    /// <summary>
    /// Statements that create what is missing. Keys of documents are never used again: what is kept in memory by key can only grow stale,
    /// never wrong. A document that is being written is not live and names its writer; it is in no index. The index holds stems made by the same code
    /// that reads questions, so its tokenizer only cuts at the spaces between them.
    /// </summary>
    public const string Sql =
        """
        create table if not exists rights(key integer primary key, readers text not null, companies text not null, unique(readers, companies));
        create table if not exists document(
            key integer primary key autoincrement, collection text not null, id text not null, source text not null, live integer not null, writer text,
            rights integer, title text not null, revision text, kind text, valid_from text, valid_to text, label text not null,
            text_hash text not null, label_hash text not null, indexed_label text not null, length integer not null, chunks integer not null, words integer not null,
            format text not null, language text not null, pages integer, original text, uri text, gate_model text, gate_id integer, notes text not null);
        create unique index if not exists document_id on document(collection, id) where live;
        create unique index if not exists document_source on document(collection, source) where live;
        create index if not exists document_filter on document(collection, rights, valid_from, valid_to, id) where live;
        create index if not exists document_writer on document(writer) where not live;
        create table if not exists supersession(
            collection text not null, older text not null, document integer not null, since text not null, primary key(collection, older, document)) without rowid;
        create index if not exists supersession_document on supersession(document);
        create table if not exists part(
            document integer not null, ordinal integer not null, start integer not null, end integer not null, page integer, layout text, text text not null,
            primary key(document, ordinal)) without rowid;
        create table if not exists chunk(
            key integer primary key, start integer not null, end integer not null, words integer not null, page integer, box text, marks integer not null,
            path text not null, lead text not null, text text not null,
            title text not null, headings text not null, about text not null, codes text not null, body text not null);
        create virtual table if not exists chunk_fts using fts5(
            title, headings, about, body, codes, content = 'chunk', content_rowid = 'key', tokenize = "ascii");
        create virtual table if not exists chunk_words using fts5vocab(chunk_fts, 'row');
        create table if not exists word(text text not null, stem text not null, primary key(text, stem)) without rowid;
        create table if not exists space(
            key integer primary key autoincrement, id text not null unique, dimension integer not null, model blob, fitted_on integer not null,
            active integer not null, replaced integer not null);
        create table if not exists vector(
            number integer primary key autoincrement, space integer not null, chunk integer not null, numbers blob not null, unique(space, chunk));
        create table if not exists unembedded(space integer not null, chunk integer not null, primary key(space, chunk)) without rowid;
        create table if not exists state(one integer primary key check(one = 1), generation integer not null, chunks integer not null, words integer not null, vectors integer not null);
        insert or ignore into state values(1, 0, 0, 0, 0);
        """;

    /// <summary>The filters of a query over <c>document d</c>: readers, companies, the day, the collection.</summary>
    public const string Filters = $"d.live and {RightsFilter} and {DayFilter} and not {Superseded} and {CollectionFilter}";

    /// <summary>The reader's names and companies. A set of rights is judged once, however many documents have it.</summary>
    public const string RightsFilter = $"d.rights in (select r.key from rights r where {ReaderFilter} and {CompanyFilter})";

    /// <summary>The reader's names, over <c>rights r</c>.</summary>
    public const string ReaderFilter =
        """
        json_array_length($names) > 0 and exists (select 1 from json_each(r.readers) o
            where o.value = 'all' or o.value in (select value from json_each($names)))
        """;

    /// <summary>The reader's companies, over <c>rights r</c>; both sides are upper case.</summary>
    public const string CompanyFilter =
        """
        exists (select 1 from json_each(r.companies) o where o.value = 'ALL' or o.value in (select value from json_each($companies)))
        """;

    /// <summary>The day lies in the document's validity.</summary>
    public const string DayFilter = "(d.valid_from is null or d.valid_from <= $day) and (d.valid_to is null or d.valid_to >= $day)";

    /// <summary>Another document has taken its place by the day, whoever may read that one.</summary>
    public const string Superseded =
        "exists (select 1 from supersession s where s.collection = d.collection and s.older = d.id and s.document <> d.key and s.since <= $day)";

    /// <summary>The collection.</summary>
    public const string CollectionFilter = "($collection is null or d.collection = $collection)";
}
