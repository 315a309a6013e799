using Copilot.Knowledge.Stores;

namespace Copilot.Knowledge.Retrieval;

/// <summary>The words of the documents by how they are written and by their stems, and what compounds are made of.</summary>
internal sealed class WordBook
{
    private const int ShortestPart = 4;
    private const int MostCompounds = 10;

    private static readonly string[] Links = [string.Empty, "s", "n", "e", "en", "es", "er"];

    private readonly Dictionary<string, KnownWord> _byStem = new(StringComparer.Ordinal);
    private readonly ILookup<string, KnownWord> _byText;

    /// <summary>Orders the words.</summary>
    public WordBook(IReadOnlyList<KnownWord> words)
    {
        Words = words;
        _byText = words.ToLookup(w => w.Text, StringComparer.Ordinal);
        foreach (var word in words)
        {
            _byStem.TryAdd(word.Stem, word);
        }
    }

    /// <summary>Gets the words it was made of.</summary>
    public IReadOnlyList<KnownWord> Words { get; }

    /// <summary>Gets the stems under which a word stands in the documents: typed without accents it may have been stemmed otherwise.</summary>
    public IEnumerable<string> StemsOf(string text) => _byText[text].Select(w => w.Stem);

    /// <summary>Gets the two parts of a compound ("Lieferbedingungen": "liefer", "beding") when documents have both as words; else nothing.</summary>
    /// <param name="text">The compound without accents.</param>
    /// <param name="stemOf">Stems a part of it.</param>
    public IReadOnlyList<KnownWord> PartsOf(string text, Func<string, string> stemOf)
    {
        // A long head is surer than a short one: "Versand|bedingungen" before "Versandbedin|gungen".
        for (var at = ShortestPart; at <= text.Length - ShortestPart; at++)
        {
            if (Head(text[at..], stemOf) is { } head && Modifier(text[..at]) is { } modifier)
            {
                return [modifier, head];
            }
        }

        return [];
    }

    /// <summary>Gets the stems of compounds that a word is part of, most frequent first.</summary>
    /// <param name="text">The word without accents.</param>
    /// <param name="stem">Its stem.</param>
    /// <param name="asked">The stems of the question: parts of compounds even when no document has them as words.</param>
    /// <param name="stemOf">Stems a part of a compound.</param>
    public IReadOnlyList<string> CompoundsWith(string text, string stem, IReadOnlySet<string> asked, Func<string, string> stemOf)
    {
        if (stem.Length < ShortestPart)
        {
            return [];
        }

        return [.. Words.Where(w => w.Stem != stem && w.Text.Length >= stem.Length + ShortestPart && (IsHeadOf(w, stem, asked) || IsModifierOf(w, stem, text, asked, stemOf)))
            .OrderByDescending(w => w.Chunks).ThenBy(w => w.Stem, StringComparer.Ordinal).Select(w => w.Stem).Distinct(StringComparer.Ordinal).Take(MostCompounds)];
    }

    private bool IsHeadOf(KnownWord compound, string stem, IReadOnlySet<string> asked)
        => compound.Stem.Length >= stem.Length + ShortestPart && compound.Stem.EndsWith(stem, StringComparison.Ordinal)
            && (asked.Contains(compound.Stem[..^stem.Length]) || Modifier(compound.Stem[..^stem.Length]) is not null);

    private bool IsModifierOf(KnownWord compound, string stem, string text, IReadOnlySet<string> asked, Func<string, string> stemOf)
        => compound.Text.StartsWith(stem, StringComparison.Ordinal)
            && Links.Append(text[Math.Min(stem.Length, text.Length)..]).Any(link => compound.Text.Length >= stem.Length + link.Length + ShortestPart
                && compound.Text.AsSpan(stem.Length).StartsWith(link, StringComparison.Ordinal)
                && compound.Text[(stem.Length + link.Length)..] is var head && (asked.Contains(stemOf(head)) || Head(head, stemOf) is not null));

    private KnownWord? Head(string text, Func<string, string> stemOf)
        => _byText[text].FirstOrDefault() ?? (stemOf(text) is { Length: >= ShortestPart } stem ? _byStem.GetValueOrDefault(stem) : null);

    private KnownWord? Modifier(string text)
    {
        if (_byText[text].FirstOrDefault() is { } known)
        {
            return known;
        }

        foreach (var link in Links)
        {
            if (text.Length - link.Length >= ShortestPart && text.EndsWith(link, StringComparison.Ordinal)
                && _byStem.TryGetValue(text[..^link.Length], out var word))
            {
                return word;
            }
        }

        return null;
    }
}
