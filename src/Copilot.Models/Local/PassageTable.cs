using System.Runtime.InteropServices;

namespace Copilot.Models.Local;

/// <summary>
/// Counts the words and pairs of neighbours (here all called words) of passages as they stream by, in bounded memory: of more passages than fit, a sample is kept that depends on their places
/// alone; of more words than fit, the rarest are forgotten.
/// </summary>
/// <param name="limits">The bounds.</param>
internal sealed class PassageTable(FitLimits limits)
{
    // A pair of a single passage says no more than its words.
    private const int LeastPassagesOfPair = 2;

    private readonly Dictionary<string, int> _ids = new(StringComparer.Ordinal);
    private readonly Dictionary<int, int> _counts = [];
    private readonly List<string> _words = [];
    private readonly List<ulong> _places = [];
    private readonly List<int> _starts = [0];
    private readonly List<int> _columns = [];
    private readonly List<float> _values = [];
    private ulong _seen;
    private int _halvings;

    /// <summary>Gets how many passages are kept.</summary>
    public int Count => _places.Count;

    /// <summary>Adds a passage.</summary>
    /// <param name="passage">Its words with spaces between.</param>
    public void Add(string passage)
    {
        var place = _seen++;
        if (!IsKept(place))
        {
            return;
        }

        _counts.Clear();
        var ids = _ids.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var term in new TextTerms(passage))
        {
            CollectionsMarshal.GetValueRefOrAddDefault(_counts, IdOf(term, ids), out _)++;
        }

        foreach (var (id, count) in _counts)
        {
            _columns.Add(id);
            _values.Add(count);
        }

        _places.Add(place);
        _starts.Add(_columns.Count);
        while (_columns.Count > limits.MostEntries && Count > limits.LeastPassages)
        {
            _halvings++;
            Rewrite(row => IsKept(_places[row]), [.. Enumerable.Range(0, _words.Count)]);
        }

        if (_words.Count > limits.MostWordsWhileReading)
        {
            Forget(limits.MostWordsWhileReading / 2, leastOfPair: 1);
        }
    }

    /// <summary>Gives what was counted, with the words in alphabetical order; the table must not be used afterwards.</summary>
    /// <returns>The words, and how often each is in each passage.</returns>
    public (IReadOnlyList<string> Words, PassageRows Counts) Close()
    {
        Forget(limits.MostWords, LeastPassagesOfPair);
        var order = Enumerable.Range(0, _words.Count).OrderBy(id => _words[id], StringComparer.Ordinal).ToArray();
        var newIds = new int[order.Length];
        for (var i = 0; i < order.Length; i++)
        {
            newIds[order[i]] = i;
        }

        Rewrite(row => _starts[row + 1] > _starts[row], newIds);
        IReadOnlyList<string> words = [.. _words];
        var counts = new PassageRows(words.Count, [.. _starts], [.. _columns], [.. _values]);

        // The caller may hold on to the table while it computes; the lists are the larger half of the memory.
        _ids.Clear();
        _ids.TrimExcess();
        Empty(_words);
        Empty(_starts);
        Empty(_columns);
        Empty(_values);
        return (words, counts);
    }

    private static void Empty<T>(List<T> list)
    {
        list.Clear();
        list.TrimExcess();
    }

    private bool IsKept(ulong place) => (Scatter.Of(place) & ((1UL << _halvings) - 1)) == 0;

    private int IdOf(ReadOnlySpan<char> word, Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> ids)
    {
        if (!ids.TryGetValue(word, out var id))
        {
            id = _words.Count;
            var text = word.ToString();
            _words.Add(text);
            _ids.Add(text, id);
        }

        return id;
    }

    // Keeps the words that are in most passages; of equal ones words before pairs, then the first in the alphabet.
    private void Forget(int keep, int leastOfPair)
    {
        var passages = new int[_words.Count];
        foreach (var column in _columns)
        {
            passages[column]++;
        }

        var isPair = _words.ConvertAll(word => word.Contains(' ', StringComparison.Ordinal));
        var kept = Enumerable.Range(0, _words.Count).Where(id => passages[id] >= (isPair[id] ? leastOfPair : 1))
            .OrderByDescending(id => passages[id]).ThenBy(id => isPair[id]).ThenBy(id => _words[id], StringComparer.Ordinal).Take(keep).Order().ToArray();
        var newIds = new int[_words.Count];
        Array.Fill(newIds, -1);
        for (var i = 0; i < kept.Length; i++)
        {
            newIds[kept[i]] = i;
        }

        Rewrite(_ => true, newIds);
    }

    // Moves rows and words to their new places, in the lists themselves.
    private void Rewrite(Func<int, bool> keep, int[] newIds)
    {
        var (rows, end, start) = (0, 0, 0);
        for (var row = 0; row < _places.Count; row++)
        {
            var next = _starts[row + 1];
            if (keep(row))
            {
                for (var i = start; i < next; i++)
                {
                    if (newIds[_columns[i]] is >= 0 and var id)
                    {
                        (_columns[end], _values[end]) = (id, _values[i]);
                        end++;
                    }
                }

                _places[rows++] = _places[row];
                _starts[rows] = end;
            }

            start = next;
        }

        CollectionsMarshal.SetCount(_places, rows);
        CollectionsMarshal.SetCount(_starts, rows + 1);
        CollectionsMarshal.SetCount(_columns, end);
        CollectionsMarshal.SetCount(_values, end);
        Rename(newIds);
    }

    private void Rename(int[] newIds)
    {
        var words = new string[newIds.Count(id => id >= 0)];
        _ids.Clear();
        for (var old = 0; old < newIds.Length; old++)
        {
            if (newIds[old] is >= 0 and var id)
            {
                words[id] = _words[old];
                _ids.Add(words[id], id);
            }
        }

        _words.Clear();
        _words.AddRange(words);
    }
}
