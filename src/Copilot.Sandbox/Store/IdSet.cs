using System.Numerics;

namespace Copilot.Sandbox.Store;

/// <summary>A set of record ids as bits: a few kilobytes for a table, tests and unions at memory speed.</summary>
internal sealed class IdSet
{
    private ulong[] words = [];

    public IdSet()
    {
    }

    public IdSet(IEnumerable<int> ids)
    {
        foreach (var id in ids)
        {
            Add(id);
        }
    }

    public int Count { get; private set; }

    public bool Contains(int id)
    {
        var word = id >> 6;
        return id >= 0 && word < words.Length && (words[word] & (1UL << (id & 63))) != 0;
    }

    public void Add(int id)
    {
        if (id < 0 || Contains(id))
        {
            return;
        }

        var word = id >> 6;
        if (word >= words.Length)
        {
            Array.Resize(ref words, Math.Max(word + 1, words.Length * 2));
        }

        words[word] |= 1UL << (id & 63);
        Count++;
    }

    public void AddAll(IdSet other)
    {
        foreach (var id in other.Ids())
        {
            Add(id);
        }
    }

    /// <summary>The ids from the smallest to the largest.</summary>
    public IEnumerable<int> Ids()
    {
        for (var i = 0; i < words.Length; i++)
        {
            for (var rest = words[i]; rest != 0; rest &= rest - 1)
            {
                yield return (i << 6) + BitOperations.TrailingZeroCount(rest);
            }
        }
    }
}
