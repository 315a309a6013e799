namespace Copilot.Governance.Masking.Persons;

/// <summary>
/// Finds persons of the books in a text: the whole name in either order, the surname after a form of address or an initial, the first name after a greeting. A
/// surname or first name alone is left: it is a town, a product or a word too often.
/// </summary>
internal sealed class PersonFinder(PersonIndex index, NameLetters letters)
{
    private const int LongestWord = 40;

    private static readonly HashSet<string> Titles = new(StringComparer.Ordinal)
    {
        "mr", "mrs", "ms", "miss", "dr", "prof", "herr", "herrn", "frau", "m", "mme", "mlle", "monsieur", "madame", "sr", "sra", "senor", "senora", "signor", "signora", "sig", "dhr", "mevr", "mevrouw", "meneer", "hr", "fr", "pan", "pani", "don", "dona",
    };

    private static readonly HashSet<string> Greetings = new(StringComparer.Ordinal)
    {
        "hi", "hello", "dear", "hallo", "liebe", "lieber", "bonjour", "salut", "cher", "chere", "hola", "ciao", "caro", "cara", "beste", "hej", "ola", "querido", "querida", "estimado", "estimada", "thanks", "regards", "cheers", "grusse", "gruss", "merci", "gracias", "danke",
    };

    public void Find(ReadOnlySpan<char> text, List<Found> found)
    {
        if (index.IsEmpty)
        {
            return;
        }

        Span<char> word = stackalloc char[LongestWord];
        Span<char> before = stackalloc char[LongestWord];
        var (beforeEnd, beforeLength) = (-1, 0);
        for (var at = 0; at < text.Length;)
        {
            if (!NameLetters.IsLetter(text[at]))
            {
                at++;
                continue;
            }

            var length = Word(text, at, word);
            var end = at + length;
            if (length <= LongestWord && length > 1)
            {
                var folded = word[..length];
                var hit = Whole(text, at, end, folded) ?? (beforeEnd >= 0 ? Addressed(text, at, end, folded, before[..beforeLength], beforeEnd) : null);
                if (hit is { } name)
                {
                    if (name.Key is not null)
                    {
                        found.Add(name);
                    }

                    (at, beforeEnd) = (name.End, -1);
                    continue;
                }
            }

            if (length <= LongestWord)
            {
                word[..length].CopyTo(before);
                (beforeEnd, beforeLength) = (end, length);
            }
            else
            {
                beforeEnd = -1;
            }

            at = end;
        }
    }

    private Found? Whole(ReadOnlySpan<char> text, int at, int end, ReadOnlySpan<char> first)
    {
        if (!index.ByFirstWord.TryGetValue(first, out var names))
        {
            return null;
        }

        foreach (var name in names)
        {
            if (Follows(text, end, name.Words.AsSpan(1)) is > 0 and var last)
            {
                // Written in another way ("marin.sofia", "Marin, Sofia") it is a value of its own, so that it comes back as it was.
                var written = text[at..last];
                return new Found(at, last - at, MaskClass.Person, name.Name is null || written.Equals(name.Name, StringComparison.OrdinalIgnoreCase) ? name.Name : written.ToString());
            }
        }

        return null;
    }

    /// <summary>A surname after a title or an initial, a first name after a greeting.</summary>
    private Found? Addressed(ReadOnlySpan<char> text, int at, int end, ReadOnlySpan<char> word, ReadOnlySpan<char> before, int beforeEnd)
    {
        if (!char.IsUpper(text[at]) && !index.BySurname.ContainsKey(word))
        {
            return null;
        }

        var gap = text[beforeEnd..at];
        if (gap.Length > 3 || !gap.ContainsAny(" \u00A0\n,"))
        {
            return null;
        }

        var initial = before.Length == 1 && gap[0] == '.';
        if ((initial || Titles.GetAlternateLookup<ReadOnlySpan<char>>().Contains(before)) && index.BySurname.TryGetValue(word, out var names))
        {
            foreach (var name in names)
            {
                if ((!initial || letters.Of(name.Name![0]) == before[0]) && Follows(text, end, name.Words.AsSpan(1)) is > 0 and var last)
                {
                    return initial ? new Found(beforeEnd - 1, last - beforeEnd + 1, MaskClass.Person, text[(beforeEnd - 1)..last].ToString()) : new Found(at, last - at, MaskClass.Person, text[at..last].ToString());
                }
            }
        }

        return char.IsUpper(text[at]) && Greetings.GetAlternateLookup<ReadOnlySpan<char>>().Contains(before) && index.FirstNames.Contains(word)
            ? new Found(at, end - at, MaskClass.Person, text[at..end].ToString())
            : null;
    }

    /// <summary>Where words end that follow each other from here, or -1.</summary>
    private int Follows(ReadOnlySpan<char> text, int from, ReadOnlySpan<string> words)
    {
        Span<char> word = stackalloc char[LongestWord];
        var end = from;
        foreach (var wanted in words)
        {
            var at = Gap(text, end);
            if (at < 0 || Word(text, at, word) is var length && (length != wanted.Length || !word[..length].SequenceEqual(wanted)))
            {
                return -1;
            }

            end = at + wanted.Length;
        }

        return TextAround.EndsAt(text, end) ? end : -1;
    }

    /// <summary>Goes over what stands between two words of a name: a space, a line break, a comma, a dot, a dash.</summary>
    private static int Gap(ReadOnlySpan<char> text, int at)
    {
        var from = at;
        while (at < text.Length && at - from < 3 && (char.IsWhiteSpace(text[at]) || text[at] is ',' or '.' or '-' or '_'))
        {
            at++;
        }

        return at > from && at < text.Length && NameLetters.IsLetter(text[at]) ? at : -1;
    }

    /// <summary>Reads the word that begins here, as names are compared. Longer ones are read over.</summary>
    /// <returns>Its length.</returns>
    private int Word(ReadOnlySpan<char> text, int at, Span<char> folded)
    {
        var i = at;
        for (; i < text.Length && (NameLetters.IsLetter(text[i]) || (text[i] is '\'' or '\u2019' && i > at && i + 1 < text.Length && char.IsLetter(text[i + 1]))); i++)
        {
            if (i - at < folded.Length)
            {
                folded[i - at] = letters.Of(text[i]);
            }
        }

        return i - at;
    }
}
