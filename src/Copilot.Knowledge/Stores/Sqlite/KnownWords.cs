namespace Copilot.Knowledge.Stores.Sqlite;

/// <summary>Remembers which words are in the file, so that each is written once and not with every document that holds it. Words are never removed from the file.</summary>
internal sealed class KnownWords
{
    private const int Most = 1_000_000;

    private readonly Lock _lock = new();

    // Two words of one hash are too rare to matter: one of them would not be offered for a typo.
    private readonly HashSet<long> _hashes = [];

    /// <summary>Says whether a word is in the file.</summary>
    public bool Contains((string Text, string Stem) word)
    {
        lock (_lock)
        {
            return _hashes.Contains(Hash(word));
        }
    }

    /// <summary>Takes words that were written, once they are committed.</summary>
    public void Keep(IEnumerable<(string Text, string Stem)> words)
    {
        lock (_lock)
        {
            if (_hashes.Count >= Most)
            {
                _hashes.Clear();
            }

            foreach (var word in words)
            {
                _hashes.Add(Hash(word));
            }
        }
    }

    private static long Hash((string Text, string Stem) word) => ((long)word.Text.GetHashCode(StringComparison.Ordinal) << 32) | (uint)HashCode.Combine(word.Stem, word.Text.Length);
}
