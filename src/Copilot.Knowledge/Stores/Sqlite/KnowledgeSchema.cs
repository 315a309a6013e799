namespace Copilot.Knowledge.Stores.Sqlite;

/// <summary>The tables of <c>knowledge.db</c>. The SQL needs nothing newer than SQLite 3.35.</summary>
internal static class KnowledgeSchema
{
    /// <summary>The number of this shape.</summary>
    public const int Version = 2;

    /// <summary>Statements that create what is missing. The index holds stems, made by the same code that reads questions.</summary>
    public const string Sql =
        """
        create table if not exists document(
            key integer primary key, collection text not null, id text not null, source text not null, live integer not null,
            title text not null, revision text, kind text, owner text, valid_from text, valid_to text, label text not null,
            text_hash text not null, label_hash text not null, indexed_label text not null, length integer not null,
            format text not null, language text not null, pages integer, original text, uri text, gate_model text, gate_id integer, notes text not null);
        create unique index if not exists document_id on document(collection, id) where live;
        create unique index if not exists document_source on document(collection, source) where live;
        create table if not exists part(
            document integer not null references document(key) on delete cascade, ordinal integer not null,
            start integer not null, end integer not null, text text not null, page integer, layout text,
            primary key(document, ordinal)) without rowid;
        create table if not exists reader(
            document integer not null references document(key) on delete cascade, role text not null,
            primary key(document, role)) without rowid;
        create table if not exists company(
            document integer not null references document(key) on delete cascade, name text not null collate nocase,
            primary key(document, name)) without rowid;
        create table if not exists supersession(
            document integer not null references document(key) on delete cascade, collection text not null,
            older text not null, since text not null, primary key(collection, older, document)) without rowid;
        create table if not exists chunk(
            key integer primary key, document integer not null references document(key) on delete cascade,
            ordinal integer not null, start integer not null, end integer not null,
            headings text not null, lead text not null, text text not null, words integer not null,
            page integer, box text, marks integer not null, unique(document, ordinal));
        create index if not exists chunk_size on chunk(words);
        create table if not exists space(
            id text primary key, dimension integer not null, model blob, fitted_on integer not null, active integer not null) without rowid;
        create table if not exists vector(
            space text not null references space(id) on delete cascade, chunk integer not null references chunk(key) on delete cascade,
            numbers blob not null, primary key(space, chunk)) without rowid;
        create index if not exists vector_chunk on vector(chunk);
        create table if not exists word(text text not null, stem text not null, primary key(text, stem)) without rowid;
        create table if not exists generation(one integer primary key check(one = 1), number integer not null);
        insert or ignore into generation values(1, 0);
        create virtual table if not exists chunk_fts using fts5(
            title, headings, about, body, codes, tokenize = "unicode61 remove_diacritics 0");
        create virtual table if not exists chunk_words using fts5vocab(chunk_fts, 'row');
        """;

    /// <summary>
    /// The filters of a query over <c>document d</c>: roles, companies, the day, the collection. A document is superseded from the
    /// day its successor holds, whoever may read the successor.
    /// </summary>
    public const string Filters = $"d.live and {ReaderFilter} and {CompanyFilter} and {DayFilter} and {SupersededFilter} and {CollectionFilter} and {ChoiceFilter}";

    /// <summary>The reader's roles.</summary>
    public const string ReaderFilter =
        """
        json_array_length($roles) > 0 and exists (select 1 from reader r where r.document = d.key
            and (r.role = 'all' or r.role in (select value from json_each($roles))))
        """;

    /// <summary>The reader's companies.</summary>
    public const string CompanyFilter =
        """
        exists (select 1 from company c where c.document = d.key
            and (c.name = 'all' or c.name in (select value from json_each($companies))))
        """;

    /// <summary>The day lies in the document's validity.</summary>
    public const string DayFilter = "(d.valid_from is null or d.valid_from <= $day) and (d.valid_to is null or d.valid_to >= $day)";

    /// <summary>No other document has taken its place by the day.</summary>
    public const string SupersededFilter =
        "not exists (select 1 from supersession s where s.collection = d.collection and s.older = d.id and s.since <= $day)";

    /// <summary>The documents that are wanted, less those that are not.</summary>
    public const string ChoiceFilter =
        """
        ($only is null or exists (select 1 from json_each($only) o where json_extract(o.value, '$[0]') = d.collection and json_extract(o.value, '$[1]') = d.id))
            and not exists (select 1 from json_each($except) o where json_extract(o.value, '$[0]') = d.collection and json_extract(o.value, '$[1]') = d.id)
        """;

    /// <summary>The collection.</summary>
    public const string CollectionFilter = "($collection is null or d.collection = $collection)";
}
