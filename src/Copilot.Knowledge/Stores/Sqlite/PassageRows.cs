using System.Text.Json;
using Copilot.Contracts;
using Copilot.Knowledge.Ingestion;
using Microsoft.Data.Sqlite;

namespace Copilot.Knowledge.Stores.Sqlite;

/// <summary>Reads the passages that were found.</summary>
internal static class PassageRows
{
    private const string Select =
        """
        select d.key, d.id, d.collection, d.title, d.revision, d.kind, d.valid_from, d.valid_to, d.label, d.language, d.gate_model, d.gate_id,
            k.key, k.start, k.end, k.page, k.box, k.marks, k.path, k.lead, k.text, k.title, k.headings, k.about, k.codes, k.body
        from chunk k join document d on d.key = k.key >> 20
        """;

    private const string OneSql = $"{Select} where d.live and k.key = $key";

    private const string BetweenSql = $"{Select} where d.live and k.key between $first and $last order by k.key";

    /// <summary>Gets passages by key, in the order of the keys.</summary>
    public static List<(long Key, Candidate Candidate)> Of(SqliteSession session, IReadOnlyList<long> keys)
    {
        var (found, labels) = (new List<(long, Candidate)>(keys.Count), new Dictionary<long, DocumentLabel>());
        foreach (var key in keys)
        {
            session.Each(OneSql, r => found.Add((key, CandidateOf(r, labels))), ("$key", key));
        }

        return found;
    }

    /// <summary>Gets the passages of a document from one ordinal to another.</summary>
    public static IReadOnlyList<Candidate> Between(SqliteSession session, long document, int first, int last)
    {
        first = Math.Max(first, 0);
        last = Math.Min(last, ChunkKey.OrdinalOf(ChunkKey.Last(0)));
        if (first > last)
        {
            return [];
        }

        var labels = new Dictionary<long, DocumentLabel>();
        return session.Rows(
            BetweenSql,
            r => CandidateOf(r, labels),
            ("$first", ChunkKey.Of(document, first)),
            ("$last", ChunkKey.Of(document, last)));
    }

    private static Candidate CandidateOf(SqliteDataReader row, Dictionary<long, DocumentLabel> labels)
    {
        var document = row.GetInt64(0);
        if (!labels.TryGetValue(document, out var label))
        {
            labels[document] = label = DocumentRows.Label(row.GetString(8));
        }

        return new Candidate
        {
            DocumentId = row.GetString(1),
            Collection = row.GetString(2),
            Title = row.GetString(3),
            Revision = row.Text(4),
            Kind = row.Text(5),
            ValidFrom = DocumentRows.Day(row.Text(6)),
            ValidTo = DocumentRows.Day(row.Text(7)),
            About = label.About,
            Companies = label.Companies,
            Language = row.GetString(9),
            Gate = row.Text(10) is { } model ? new RecordRef(model, row.GetInt32(11)) : null,
            Ordinal = ChunkKey.OrdinalOf(row.GetInt64(12)),
            Start = row.GetInt32(13),
            End = row.GetInt32(14),
            Page = row.Number(15),
            Box = row.Text(16) is { } box ? JsonSerializer.Deserialize<double[]>(box) : null,
            Marks = (BlockMark)row.GetInt32(17),
            HeadingPath = PathOf(row.GetString(18)),
            Lead = row.GetString(19),
            Text = row.GetString(20),
            ContextStems = IndexedChunk.ContextOf(row.GetString(21), row.GetString(22), row.GetString(23)),
            Codes = row.GetString(24),
            BodyStems = row.GetString(25),
        };
    }

    private static List<string> PathOf(string json) => json.Length == 2 ? [] : JsonSerializer.Deserialize<List<string>>(json)!;
}
