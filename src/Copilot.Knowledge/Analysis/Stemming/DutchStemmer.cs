namespace Copilot.Knowledge.Analysis.Stemming;

/// <summary>
/// Dutch after the Snowball project's algorithm by M. F. Porter. Beyond it: what is left is spelt as a word of its own would be:
/// "prijz(en)" as "prijs", "briev(en)" as "brief" and "ton(nen)" with one "n".
/// </summary>
internal sealed class DutchStemmer() : SnowballStemmer("aeiouyè")
{
    private static readonly SuffixTable Plural = new("heden", "en ene", "s se");
    private static readonly SuffixTable Derived = new("end ing", "ig", "lijk", "baar", "bar");

    /// <inheritdoc/>
    protected override void Reduce(ref StemWord word)
    {
        MarkConsonants(ref word);
        word.MarkRegions(earliest: 3);
        DropPlural(ref word);
        var hadE = DropE(ref word);
        if (word.Ends("heid") && word.Before(4) != 'c' && word.CutIn(word.R2, 4) && word.Ends("en"))
        {
            DropEn(ref word, 2);
        }

        DropDerived(ref word, hadE);
        Respell(ref word);
    }

    private static void MarkConsonants(ref StemWord word)
    {
        for (var i = 0; i < word.Length; i++)
        {
            var plain = "äáëéïíöóüú".IndexOf(word.Text[i], StringComparison.Ordinal);
            word.Text[i] = plain >= 0 ? "aaeeiioouu"[plain] : word.Text[i];
        }

        if (word.Has(0, 'y'))
        {
            word.Text[0] = 'Y';
        }

        for (var i = 1; i < word.Length; i++)
        {
            if (word.IsVowel(i - 1) && (word.Has(i, 'y') || (word.Has(i, 'i') && word.IsVowel(i + 1))))
            {
                word.Text[i] = char.ToUpperInvariant(word.Text[i]);
            }
        }
    }

    private static void DropPlural(ref StemWord word)
    {
        var (letters, action) = Plural.Longest(word.Text);
        if (action < 0 || !word.In(word.R1, letters))
        {
            return;
        }

        switch (action)
        {
            case 0:
                word.Put(letters, "heid");
                break;
            case 1:
                DropEn(ref word, letters);
                break;
            case 2 when word.IsConsonant(word.Length - letters - 1) && word.Before(letters) != 'j':
                word.Cut(letters);
                break;
        }
    }

    private static void DropEn(ref StemWord word, int letters)
    {
        if (word.IsConsonant(word.Length - letters - 1) && !word.EndsBefore(letters, "gem") && word.CutIn(word.R1, letters))
        {
            Undouble(ref word);
        }
    }

    private static bool DropE(ref StemWord word)
    {
        if (!word.Ends("e") || !word.IsConsonant(word.Length - 2) || !word.CutIn(word.R1, 1))
        {
            return false;
        }

        Undouble(ref word);
        return true;
    }

    private static void DropDerived(ref StemWord word, bool hadE)
    {
        var (letters, action) = Derived.Longest(word.Text);
        if (action < 0 || !word.In(word.R2, letters) || (action == 1 && word.Before(letters) == 'e') || (action == 4 && !hadE))
        {
            return;
        }

        word.Cut(letters);
        if (action == 2)
        {
            DropE(ref word);
        }
        else if (action == 0 && !(word.Ends("ig") && word.Before(2) != 'e' && word.CutIn(word.R2, 2)))
        {
            Undouble(ref word);
        }
    }

    private static void Undouble(ref StemWord word)
    {
        if (word.Ends("kk") || word.Ends("dd") || word.Ends("tt"))
        {
            word.Cut(1);
        }
    }

    private static void Respell(ref StemWord word)
    {
        var end = word.Length;
        if (end < 3)
        {
            return;
        }

        if (word.IsConsonant(end - 1) && word.Text[end - 1] != 'I' && word.Text[end - 2] is 'a' or 'e' or 'o' or 'u' && word.Text[end - 3] == word.Text[end - 2]
            && word.IsConsonant(end - 4))
        {
            word.Put(end - 2, 1, string.Empty);
            return;
        }

        if (word.IsConsonant(end - 1) && word.Text[end - 1] == word.Text[end - 2])
        {
            word.Cut(1);
        }

        word.Text[^1] = word.Text[^1] switch { 'z' => 's', 'v' => 'f', var other => other };
    }
}
