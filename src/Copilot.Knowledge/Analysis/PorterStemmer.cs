namespace Copilot.Knowledge.Analysis;

/// <summary>Porter's stemmer for English (M. F. Porter, "An algorithm for suffix stripping", Program 14, 1980).</summary>
internal static class PorterStemmer
{
    private static readonly (string Suffix, string By)[] Step2 =
    [
        ("ational", "ate"), ("tional", "tion"), ("enci", "ence"), ("anci", "ance"), ("izer", "ize"), ("bli", "ble"), ("alli", "al"), ("entli", "ent"),
        ("eli", "e"), ("ousli", "ous"), ("ization", "ize"), ("ation", "ate"), ("ator", "ate"), ("alism", "al"), ("iveness", "ive"),
        ("fulness", "ful"), ("ousness", "ous"), ("aliti", "al"), ("iviti", "ive"), ("biliti", "ble"), ("logi", "log"),
    ];

    private static readonly (string Suffix, string By)[] Step3 =
        [("icate", "ic"), ("ative", string.Empty), ("alize", "al"), ("iciti", "ic"), ("ical", "ic"), ("ful", string.Empty), ("ness", string.Empty)];

    private static readonly string[] Step4 =
        ["al", "ance", "ence", "er", "ic", "able", "ible", "ant", "ement", "ment", "ent", "ion", "ou", "ism", "ate", "iti", "ous", "ive", "ize"];

    /// <summary>Gives the stem of a lower-case word; words with anything but a–z stay as they are.</summary>
    public static string Stem(string word)
    {
        if (word.Length < 3 || word.AsSpan().ContainsAnyExceptInRange('a', 'z'))
        {
            return word;
        }

        var stem = Plural(word);
        stem = PastAndGerund(stem);
        if (stem.EndsWith('y') && HasVowel(stem[..^1]))
        {
            stem = stem[..^1] + "i";
        }

        stem = Replace(stem, Step2);
        stem = Replace(stem, Step3);
        stem = Drop(stem);
        return Tidy(stem);
    }

    private static string Plural(string w)
        => w.EndsWith("sses", StringComparison.Ordinal) || w.EndsWith("ies", StringComparison.Ordinal) ? w[..^2]
            : w.EndsWith("ss", StringComparison.Ordinal) ? w
            : w.EndsWith('s') ? w[..^1]
            : w;

    private static string PastAndGerund(string w)
    {
        if (w.EndsWith("eed", StringComparison.Ordinal))
        {
            return Measure(w[..^3]) > 0 ? w[..^1] : w;
        }

        string? cut = null;
        if (w.EndsWith("ed", StringComparison.Ordinal) && HasVowel(w[..^2]))
        {
            cut = w[..^2];
        }
        else if (w.EndsWith("ing", StringComparison.Ordinal) && HasVowel(w[..^3]))
        {
            cut = w[..^3];
        }

        if (cut is null)
        {
            return w;
        }

        if (cut.EndsWith("at", StringComparison.Ordinal) || cut.EndsWith("bl", StringComparison.Ordinal) || cut.EndsWith("iz", StringComparison.Ordinal))
        {
            return cut + "e";
        }

        return EndsDouble(cut) && cut[^1] is not ('l' or 's' or 'z') ? cut[..^1]
            : Measure(cut) == 1 && EndsConsonantVowelConsonant(cut) ? cut + "e"
            : cut;
    }

    private static string Replace(string w, (string Suffix, string By)[] table)
    {
        foreach (var (suffix, by) in table)
        {
            if (w.EndsWith(suffix, StringComparison.Ordinal))
            {
                return Measure(w[..^suffix.Length]) > 0 ? w[..^suffix.Length] + by : w;
            }
        }

        return w;
    }

    private static string Drop(string w)
    {
        // A loop: this runs for every word of every passage that is read.
        string? suffix = null;
        foreach (var one in Step4)
        {
            if (one.Length > (suffix?.Length ?? 0) && w.EndsWith(one, StringComparison.Ordinal))
            {
                suffix = one;
            }
        }

        if (suffix is null)
        {
            return w;
        }

        var rest = w[..^suffix.Length];
        return Measure(rest) > 1 && (suffix != "ion" || rest[^1] is 's' or 't') ? rest : w;
    }

    private static string Tidy(string w)
    {
        if (w.EndsWith('e'))
        {
            var rest = w[..^1];
            var measure = Measure(rest);
            if (measure > 1 || (measure == 1 && !EndsConsonantVowelConsonant(rest)))
            {
                w = rest;
            }
        }

        return w.EndsWith("ll", StringComparison.Ordinal) && Measure(w[..^1]) > 1 ? w[..^1] : w;
    }

    private static bool IsConsonant(string w, int i)
        => w[i] switch
        {
            'a' or 'e' or 'i' or 'o' or 'u' => false,
            'y' => i == 0 || !IsConsonant(w, i - 1),
            _ => true,
        };

    private static int Measure(string w)
    {
        var measure = 0;
        var afterVowel = false;
        for (var i = 0; i < w.Length; i++)
        {
            var consonant = IsConsonant(w, i);
            measure += consonant && afterVowel ? 1 : 0;
            afterVowel = !consonant;
        }

        return measure;
    }

    private static bool HasVowel(string w)
    {
        for (var i = 0; i < w.Length; i++)
        {
            if (!IsConsonant(w, i))
            {
                return true;
            }
        }

        return false;
    }

    private static bool EndsDouble(string w) => w.Length > 1 && w[^1] == w[^2] && IsConsonant(w, w.Length - 1);

    private static bool EndsConsonantVowelConsonant(string w)
        => w.Length > 2 && IsConsonant(w, w.Length - 3) && !IsConsonant(w, w.Length - 2) && IsConsonant(w, w.Length - 1)
            && w[^1] is not ('w' or 'x' or 'y');
}
