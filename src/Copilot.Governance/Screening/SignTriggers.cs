using System.Buffers;
using System.Collections.Frozen;
using System.Text;

namespace Copilot.Governance.Screening;

/// <summary>
/// What a pattern can't match without. Patterns with many beginnings are slow to look for in long documents, words that stand at the beginning of a word are not: one walk
/// over the text finds where each pattern could match at all. One of its triggers must stand in every match of a pattern.
/// </summary>
internal sealed class SignTriggers
{
    private readonly FrozenDictionary<int, (string Word, bool IsWhole, int Pattern)[]> words;
    private readonly FrozenDictionary<char, (string Sign, int Pattern)[]> signs;
    private readonly SearchValues<char> firstOfSigns;
    private readonly FrozenDictionary<char, (string Sign, int Pattern)[]> foreign;
    private readonly SearchValues<char> rare;

    /// <summary>Prepares the walk.</summary>
    /// <param name="patterns">For each pattern its triggers in plain form. One that begins with a letter stands at the beginning of a word, and with <c>|</c> behind it is the whole word;
    /// one that begins with another sign, or with <c>~</c> before it, stands anywhere.</param>
    public SignTriggers(IReadOnlyList<IReadOnlyList<string>> patterns)
    {
        var all = patterns.SelectMany((triggers, i) => triggers.Distinct().Select(t => (Text: t, Pattern: i))).ToList();
        words = all.Where(t => char.IsLetter(t.Text[0]))
            .Select(t => (Word: t.Text.TrimEnd('|'), IsWhole: t.Text.EndsWith('|'), t.Pattern))
            .GroupBy(t => Begin(t.Word, 0)).ToFrozenDictionary(g => g.Key, g => g.ToArray());
        var anywhere = all.Where(t => !char.IsLetter(t.Text[0])).Select(t => (Sign: t.Text.TrimStart('~'), t.Pattern)).ToList();
        signs = anywhere.Where(a => Ascii.IsValid(a.Sign)).GroupBy(a => a.Sign[0]).ToFrozenDictionary(g => g.Key, g => g.ToArray());
        firstOfSigns = SearchValues.Create([.. signs.Keys]);

        // Found by a letter that texts in other languages have not, wherever it stands in the sign.
        foreign = anywhere.Where(a => !Ascii.IsValid(a.Sign)).GroupBy(a => Rare(a.Sign)).ToFrozenDictionary(g => g.Key, g => g.ToArray());
        rare = SearchValues.Create([.. foreign.Keys]);
    }

    /// <summary>Finds where patterns could match.</summary>
    /// <param name="plain">A text in plain form.</param>
    /// <param name="found">Is told of each place: the pattern's number and the offset.</param>
    public void Walk(string plain, Action<int, int> found)
    {
        for (var at = 0; at < plain.Length; at++)
        {
            if (!IsOfWord(plain[at]))
            {
                continue;
            }

            if (at + 1 < plain.Length && words.TryGetValue(Begin(plain, at), out var candidates))
            {
                foreach (var (word, isWhole, pattern) in candidates)
                {
                    if (plain.AsSpan(at).StartsWith(word, StringComparison.Ordinal) && (!isWhole || at + word.Length == plain.Length || !IsOfWord(plain[at + word.Length])))
                    {
                        found(pattern, at);
                    }
                }
            }

            while (at + 1 < plain.Length && IsOfWord(plain[at + 1]))
            {
                at++;
            }
        }

        Look(plain, firstOfSigns, signs, found);
        Look(plain, rare, foreign, found);
    }

    /// <summary>Joins each of some words with each of others: "call the", "use the".</summary>
    public static IEnumerable<string> Each(string first, string second) => first.Split(',').SelectMany(f => second.Split(',').Select(s => f + " " + s));

    private static void Look(string plain, SearchValues<char> wanted, FrozenDictionary<char, (string Sign, int Pattern)[]> signs, Action<int, int> found)
    {
        for (int at = 0, next; (next = plain.AsSpan(at).IndexOfAny(wanted)) >= 0; at++)
        {
            at += next;
            foreach (var (sign, pattern) in signs[plain[at]])
            {
                var begin = at - sign.IndexOf(plain[at], StringComparison.Ordinal);
                if (begin >= 0 && plain.AsSpan(begin).StartsWith(sign, StringComparison.Ordinal))
                {
                    found(pattern, begin);
                }
            }
        }
    }

    private static char Rare(string sign) => sign.First(c => c > '\u007F');

    private static int Begin(string text, int at) => (text[at] << 16) | text[at + 1];

    // Not every sign that a pattern takes for part of a word: what begins a word for a pattern must begin one here.
    private static bool IsOfWord(char c) => char.IsLetterOrDigit(c) || c == '_';
}
