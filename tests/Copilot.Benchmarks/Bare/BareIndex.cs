using System.Numerics.Tensors;
using Copilot.Benchmarks.Harness;
using Microsoft.Data.Sqlite;

namespace Copilot.Benchmarks.Bare;

/// <summary>The same texts and vectors with nothing around them: an FTS5 table in a file of its own, and floats in one array.</summary>
internal sealed class BareIndex : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly SqliteCommand _search;
    private readonly float[] _vectors;
    private readonly int _dimension;

    public BareIndex(string path, IReadOnlyList<string> bodies, float[] vectors, int dimension)
    {
        (_vectors, _dimension) = (vectors, dimension);
        _connection = new SqliteConnection($"Data Source={path};Pooling=False");
        _connection.Open();
        Run("pragma journal_mode=wal; pragma synchronous=normal; create virtual table chunk using fts5(body)");
        Written = Clock.TimeAsync(() =>
        {
            using var transaction = _connection.BeginTransaction();
            using var insert = _connection.CreateCommand();
            insert.CommandText = "insert into chunk(body) values($body)";
            var body = insert.Parameters.Add(new SqliteParameter { ParameterName = "$body" });
            foreach (var text in bodies)
            {
                body.Value = text;
                insert.ExecuteNonQuery();
            }

            transaction.Commit();
            return Task.CompletedTask;
        }).GetAwaiter().GetResult();
        _search = _connection.CreateCommand();
        _search.CommandText = "select rowid, rank from chunk where chunk match $match order by rank limit $limit";
        _search.Parameters.Add(new SqliteParameter { ParameterName = "$match" });
        _search.Parameters.Add(new SqliteParameter { ParameterName = "$limit" });
    }

    /// <summary>How many milliseconds the index took to write, in one transaction.</summary>
    public double Written { get; }

    public int Search(IReadOnlyList<string> stems, int limit)
    {
        _search.Parameters[0].Value = string.Join(" OR ", stems.Select(s => $"\"{s}\""));
        _search.Parameters[1].Value = limit;
        using var reader = _search.ExecuteReader();
        var found = 0;
        while (reader.Read())
        {
            found += reader.GetInt64(0) > 0 ? 1 : 0;
        }

        return found;
    }

    public int Scan(ReadOnlySpan<float> question, int limit)
    {
        var best = new PriorityQueue<int, float>();
        for (var i = 0; i < _vectors.Length / _dimension; i++)
        {
            var cosine = TensorPrimitives.Dot(question, _vectors.AsSpan(i * _dimension, _dimension));
            if (best.Count < limit)
            {
                best.Enqueue(i, cosine);
            }
            else
            {
                best.EnqueueDequeue(i, cosine);
            }
        }

        return best.Count;
    }

    public void Dispose()
    {
        _search.Dispose();
        _connection.Dispose();
    }

    private void Run(string sql)
    {
        using var command = _connection.CreateCommand();
#pragma warning disable CA2100 // Constant text.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }
}
