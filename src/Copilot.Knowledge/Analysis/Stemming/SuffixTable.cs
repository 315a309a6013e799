namespace Copilot.Knowledge.Analysis.Stemming;

/// <summary>Endings of a language, each with the number of what to do about it; asked for the longest one a word has.</summary>
internal sealed class SuffixTable
{
    private const int Letters = 0x180;

    // By last letter, the longest first: a word is compared with a handful and not with all.
    private readonly (string Suffix, int Action)[]?[] _byLastLetter = new (string, int)[Letters][];

    /// <summary>Takes the endings, separated by blanks; the first group has action 0, the next 1 and so on.</summary>
    public SuffixTable(params string[] groups)
    {
        var all = groups.SelectMany((g, i) => g.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).Select(s => (Suffix: s, Action: i)));
        foreach (var letter in all.GroupBy(s => s.Suffix[^1]))
        {
            _byLastLetter[letter.Key] = [.. letter.OrderByDescending(s => s.Suffix.Length)];
        }
    }

    /// <summary>Finds the longest ending that begins at an offset or after it; length 0 and action -1 when there is none.</summary>
    public (int Length, int Action) Longest(ReadOnlySpan<char> word, int from = 0)
    {
        if (word.IsEmpty || word[^1] >= Letters || _byLastLetter[word[^1]] is not { } endings)
        {
            return (0, -1);
        }

        foreach (var (suffix, action) in endings)
        {
            if (word.Length - suffix.Length >= from && word.EndsWith(suffix, StringComparison.Ordinal))
            {
                return (suffix.Length, action);
            }
        }

        return (0, -1);
    }
}
