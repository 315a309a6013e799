using System.Numerics.Tensors;
using System.Runtime.InteropServices;

namespace Copilot.Knowledge.Stores.Sqlite;

/// <summary>
/// The vectors of one space in mapped memory, derived from their rows. It only grows: vectors of documents that are gone stay and are passed over, because
/// no filter lets their documents through. Many read at a time without waiting; one at a time adds.
/// </summary>
internal sealed class VectorIndex(string folder, long space, int dimension, long replaced) : IDisposable
{
    private const int SegmentBytes = 64 << 20;

    private readonly Lock _growing = new();
    private readonly int _capacity = Math.Clamp(SegmentBytes / (dimension * sizeof(float)), 256, 1 << 16);
    private State _state = new([], 0, 0, -1);

    /// <summary>Gets how often vectors that were there had been replaced when this was begun; after that it must be begun anew.</summary>
    public long Replaced => replaced;

    /// <summary>Gets how many vectors are in it, those of documents that are gone included.</summary>
    public int Count => _state.Count;

    /// <summary>Adds what was written since, as the caller's transaction sees it.</summary>
    /// <param name="session">The session.</param>
    /// <param name="written">How often vectors were written, as that transaction sees it.</param>
    public void Refresh(SqliteSession session, long written)
    {
        if (_state.Written >= written)
        {
            return;
        }

        lock (_growing)
        {
            var state = _state;
            if (state.Written >= written)
            {
                return;
            }

            var (segments, count, last) = (state.Segments.ToList(), state.Count, state.Last);
            session.Each(
                "select number, chunk, numbers from vector where number > $last and space = $space order by number",
                r =>
                {
                    if (count == segments.Count * _capacity)
                    {
                        segments.Add(new VectorSegment(folder, _capacity, dimension));
                    }

                    segments[count / _capacity].Put(count % _capacity, r.GetInt64(1), MemoryMarshal.Cast<byte, float>(r.GetFieldValue<byte[]>(2)));
                    count++;
                },
                ("$last", last),
                ("$space", space));
            _state = new State([.. segments], count, session.ScalarOrNull("select max(number) from vector") ?? last, written);
        }
    }

    /// <summary>Finds the nearest of the permitted, exactly.</summary>
    public BestPassages Nearest(ReadOnlySpan<float> vector, PermittedDocuments documents, int limit, CancellationToken cancellationToken)
    {
        var (state, question) = (_state, VectorCode.Ask(vector));
        var (maybe, surely) = (new List<(int Place, float AtMost)>(), new Lowest(limit));
        for (var i = 0; i < state.Segments.Length; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Scan(state, i, question, documents, maybe, surely);
        }

        var best = new BestPassages(limit);
        for (var i = 0; i < state.Segments.Length; i++)
        {
            using var open = state.Segments[i].Open();
            foreach (var (place, atMost) in maybe)
            {
                if (place / _capacity == i && atMost >= surely.Least)
                {
                    best.Add(open.Keys[place % _capacity], TensorPrimitives.Dot(vector, open.Vector(place % _capacity)));
                }
            }
        }

        return best;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var segment in _state.Segments)
        {
            segment.Dispose();
        }
    }

    private void Scan(State state, int number, VectorCode.Question question, PermittedDocuments documents, List<(int Place, float AtMost)> maybe, Lowest surely)
    {
        using var open = state.Segments[number].Open();
        var count = Math.Min(_capacity, state.Count - (number * _capacity));
        var keys = open.Keys[..count];
        var measures = open.Measures[..count];
        var (document, permitted) = (-1L, false);
        for (var i = 0; i < keys.Length; i++)
        {
            // The chunks of a document mostly follow one another.
            if (ChunkKey.DocumentOf(keys[i]) is var next && next != document)
            {
                (document, permitted) = (next, documents.Contains(next));
            }

            if (!permitted)
            {
                continue;
            }

            ref readonly var measure = ref measures[i];
            var cosine = VectorCode.Dot(question.Codes, open.Codes(i)) * question.Scale * measure.Scale;
            var error = question.ErrorWith(measure.Length, measure.Lost);
            if (cosine + error >= surely.Least)
            {
                maybe.Add(((number * _capacity) + i, cosine + error));
                surely.Add(cosine - error);
            }
        }
    }

    /// <summary>The best so many of the values that are surely reached; the least of them is what others must be able to reach.</summary>
    private sealed class Lowest(int limit)
    {
        private readonly PriorityQueue<float, float> _values = new();

        public float Least { get; private set; } = float.NegativeInfinity;

        public void Add(float value)
        {
            if (_values.Count < limit)
            {
                _values.Enqueue(value, value);
            }
            else
            {
                _values.EnqueueDequeue(value, value);
            }

            Least = _values.Count < limit ? float.NegativeInfinity : _values.Peek();
        }
    }

    private sealed record State(VectorSegment[] Segments, int Count, long Last, long Written);
}
