using Copilot.Knowledge.Stores.Sqlite;
using Microsoft.Data.Sqlite;

namespace Copilot.Evals.Retrieval;

/// <summary>
/// The yardstick to beat: one field of text, Porter's stems and Lucene's stop words; ranked by FTS5 as it comes, or by BM25 as Lucene
/// computes it. The words are cut and stemmed by FTS5, so that nothing of it is shared with what is measured.
/// </summary>
internal sealed class PlainIndex : IDisposable
{
    private static readonly HashSet<string> Stop =
        [.. "a an and are as at be but by for if in into is it no not of on or such that the their then there these they this to was will with".Split(' ')];

    private readonly SqliteConnection _connection = Open();
    private readonly List<string> _ids = [];
    private readonly Dictionary<string, List<(int Text, int Count)>> _postings = new(StringComparer.Ordinal);
    private readonly double[] _lengths;
    private readonly double _average;

    /// <summary>Indexes texts.</summary>
    public PlainIndex(IEnumerable<(string Id, string Text)> texts)
    {
        Run("create virtual table texts using fts5(words, tokenize = 'porter unicode61')");
        Run("create virtual table places using fts5vocab(texts, 'instance')");
        Run("create virtual table asked using fts5(words, tokenize = 'porter unicode61')");
        Run("create virtual table asked_places using fts5vocab(asked, 'instance')");
        Run("begin");
        foreach (var (id, text) in texts)
        {
            _ids.Add(id);
            Run("insert into texts(rowid, words) values($row, $words)", ("$row", _ids.Count), ("$words", Words(text)));
        }

        Run("commit");
        _lengths = new double[_ids.Count];
        foreach (var (term, row, count) in Rows("select term, doc, count(*) from places group by term, doc", r => (r.GetString(0), r.GetInt32(1) - 1, r.GetInt32(2))))
        {
            if (!_postings.TryGetValue(term, out var postings))
            {
                _postings[term] = postings = [];
            }

            postings.Add((row, count));
            _lengths[row] += count;
        }

        _average = Math.Max(1, _lengths.DefaultIfEmpty().Average());
    }

    /// <summary>Ranks by BM25 as Lucene computes it; a word said twice counts twice.</summary>
    public IReadOnlyList<string> Bm25(string question, double k1, double b, int top, IReadOnlySet<string>? only = null)
    {
        var scores = new double[_ids.Count];
        foreach (var term in Terms(question))
        {
            if (_postings.TryGetValue(term, out var postings))
            {
                var rarity = Math.Log(1 + ((_ids.Count - postings.Count + 0.5) / (postings.Count + 0.5)));
                foreach (var (text, count) in postings)
                {
                    scores[text] += rarity * count / (count + (k1 * (1 - b + (b * _lengths[text] / _average))));
                }
            }
        }

        return [.. Enumerable.Range(0, scores.Length).Where(i => scores[i] > 0 && only?.Contains(_ids[i]) != false).OrderByDescending(i => scores[i]).Take(top).Select(i => _ids[i])];
    }

    /// <summary>Ranks as FTS5 does.</summary>
    public IReadOnlyList<string> Fts5(string question, int top, IReadOnlySet<string>? only = null)
    {
        var match = string.Join(" OR ", Words(question).Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(w => $"\"{w}\""));
        return match.Length == 0 ? []
            : [.. Rows("select rowid from texts where texts match $match order by rank", r => _ids[r.GetInt32(0) - 1], ("$match", match)).Where(id => only?.Contains(id) != false).Take(top)];
    }

    /// <inheritdoc/>
    public void Dispose() => _connection.Dispose();

    private static SqliteConnection Open()
    {
        SqliteLibrary.Use();
        var connection = new SqliteConnection("Data Source=:memory:");
        connection.Open();
        return connection;
    }

    private static string Words(string text)
        => string.Join(' ', new string([.. text.Select(c => char.IsLetterOrDigit(c) ? char.ToLowerInvariant(c) : ' ')]).Split(' ').Where(w => w.Length > 0 && !Stop.Contains(w)));

    private List<string> Terms(string question)
    {
        Run("delete from asked");
        Run("insert into asked(rowid, words) values(1, $words)", ("$words", Words(question)));
        return Rows("select term from asked_places order by offset", r => r.GetString(0));
    }

    private void Run(string sql, params (string Name, object Value)[] values)
    {
        using var command = Command(sql, values);
        command.ExecuteNonQuery();
    }

    private List<T> Rows<T>(string sql, Func<SqliteDataReader, T> read, params (string Name, object Value)[] values)
    {
        using var command = Command(sql, values);
        using var reader = command.ExecuteReader();
        var rows = new List<T>();
        while (reader.Read())
        {
            rows.Add(read(reader));
        }

        return rows;
    }

    private SqliteCommand Command(string sql, (string Name, object Value)[] values)
    {
        var command = _connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in values)
        {
            command.Parameters.AddWithValue(name, value);
        }

        return command;
    }
}
